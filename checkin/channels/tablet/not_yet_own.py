"""A device that is not known yet to be the person's own: what was sent from it is there, and no more.

Whoever made its code could have typed it into a browser of theirs. What may be opened there all the
same is named here; any other page says what the device waits for.
"""

from flask import Response, request

from checkin.actions.own_devices import known_of
from checkin.agreements.own_devices import waits_for_you
from checkin.channels.tablet.here import NobodyHere, NotLetIn, the_device, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.storage import check_ins
from checkin.storage import staff as staff_kept
from checkin.storage.tables import DeviceRow

NOT_YET = ("This is not yours alone yet.", "So this is not shown here.")

_OF_IT = "what was begun or sent from it, and what was not begun"
_COMES = "it says nothing of the person, or no more than a tablet of many"
_HELP = "a call for help is taken from anybody"
THERE = {
    **dict.fromkeys(("question", "answer", "not_picked", "own_words", "keep_own_words"), _OF_IT),
    **dict.fromkeys(("sent_before", "so_far", "stop_page", "stop", "not_now_page"), _OF_IT),
    **dict.fromkeys(("throw_away_page", "throw_away", "not_now", "pick_time"), _OF_IT),
    **dict.fromkeys(("time_picked", "who_helped", "helped", "who_sees_page"), _OF_IT),
    **dict.fromkeys(("changed_my_mind", "own_media"), _OF_IT),
    **dict.fromkeys(("front_door", "it_is_me", "not_me", "my_page", "my_devices"), _COMES),
    **dict.fromkeys(("begin_it", "tell_someone", "sign_staff_out", "enrol_page", "let_in"), _COMES),
    **dict.fromkeys(("photo", "own_sound", "own_word_times"), _COMES),
    **dict.fromkeys(("help_page", "get_a_person", "help_is_coming"), _HELP),
}
"""What is there on such a device, by its view, and why."""
ENDS = frozenset(("not_now_page", "not_now", "stop_page", "stop", "throw_away_page", "throw_away"))
"""What calls a check-in off, or puts it off: of one that was agreed it is not there."""


@tablet.before_request
def shows_nothing_of_before() -> Response | None:
    """Show what this device waits for, in place of whatever is not named."""
    view = (request.endpoint or "").rpartition(".")[2]
    if (view in THERE and not (view in ENDS and _was_agreed())) or not _waits():
        return None
    return show("not_yet_own", who_is_here(), lines=(*NOT_YET, *what_it_waits_for(the_device())))


def what_it_waits_for(row: DeviceRow) -> tuple[str, ...]:
    """Return for the person what a device waits for; nothing where it does not."""
    if row.waits_since is None:
        return ()
    by = staff_kept.staff(row.enrolled_by) if row.enrolled_by else None
    return waits_for_you(known_of(row), by.called if by else "whoever let it in")


def _was_agreed() -> bool:
    """Say whether the check-in of this page was agreed: then it is asked, and missed, as agreed."""
    row = check_ins.as_it_stands((request.view_args or {}).get("check_in_id", ""))
    return row is not None and row.plan_key is not None


def _waits() -> bool:
    try:
        return who_is_here().waits
    except (NotLetIn, NobodyHere):
        return False

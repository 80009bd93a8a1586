"""What may be looked at in this sitting: on a tablet of many, and where staff are signed in.

What was sent is its sitting's, and so is a telling from its first answer on: whoever taps the same
photo next may be somebody else. What else was begun is gone on with in the next sitting, and what
was said in it is not shown. A telling is never there beside staff from whom it is kept, and is no
card beside any: that it were gone beside one would tell them. Nor is it there on a device that was
let in after it was told: a code makes anybody's browser "Ana's own". Until such a device is known
to be hers, it shows what was said on it alone, and what she did not agree is gone on with there alone.
"""

from checkin.actions.begun_elsewhere import ends_with_its_device
from checkin.actions.kept_so_far import kept_so_far
from checkin.actions.start_check_in import so_far_of
from checkin.channels.tablet.here import (
    Here,
    is_all_of_this_sitting,
    is_alone,
    is_asked_whose,
    is_of_this_sitting,
    staff_signed_in,
)
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.talking.standing import SoFar
from checkin.storage import check_ins, flows
from checkin.storage.tables import CheckInRow


class SaidBefore(Exception):  # noqa: N818 (it is what was asked for, not a fault)
    """It was said before this sitting on a tablet of many: it is not shown."""

    def __init__(self, check_in_id: str) -> None:
        super().__init__()
        self.check_in_id = check_in_id


class NotForThisSitting(Exception):  # noqa: N818 (it is what was done, not a fault)
    """It is of another sitting on a tablet of many, or kept from staff who are signed in here.

    `kept`: what was just said in it was taken all the same.
    """

    def __init__(self, check_in_id: str = "", *, kept: bool = False) -> None:
        super().__init__()
        self.check_in_id = check_in_id
        self.kept = kept


def is_for_here(here: Here, check_in: CheckInRow, flow: Flow, so_far: SoFar) -> bool:
    """Say whether whoever sits here may look at it, go on with it, or end it.

    Where what was said in it is shown no more, it is gone on with beside whomever its words name
    too: that it were not there would tell them.
    """
    unseen = not is_telling(flow) and was_said_before(here, check_in.id, so_far)
    return _is_of_sitting(here, check_in, flow, so_far) and (
        unseen or not is_kept_from_staff_here(check_in, flow, so_far)
    )


def _is_of_sitting(here: Here, check_in: CheckInRow, flow: Flow, so_far: SoFar) -> bool:
    """Say it whoever is signed in: where staff were meanwhile, they are asked first who is here."""
    if so_far.answers and is_asked_whose(here):
        return False
    return is_of_who_sits(here, check_in, flow, so_far)


def is_of_who_sits(here: Here, check_in: CheckInRow, flow: Flow, so_far: SoFar) -> bool:
    """Say whether whoever sits here may say more in it, though staff beside them may not look."""
    begun = bool(so_far.answers or so_far.end or so_far.stage != "hello")
    if here.turned_away:  # nothing is shown there, in no sitting
        return begun and check_in.device_id == here.device_id
    if begun and here.waits and not _was_said_on(here, check_in):
        return False
    if begun and ends_with_its_device(check_in, here.device_id):
        return False
    if not is_telling(flow):
        return not (here.shared and so_far.end == "sent") or is_of_this_sitting(check_in.id)
    told = bool(so_far.answers)
    if told and here.shared and not is_of_this_sitting(check_in.id):
        return False
    return not (told and check_in.due_at < here.since)


def _was_said_on(here: Here, check_in: CheckInRow) -> bool:
    """Say whether all of it was said in this sitting: nobody went on with it on another device."""
    return is_of_this_sitting(check_in.id) and check_in.device_id in (None, here.device_id)


def row_is_for_here(here: Here, row: CheckInRow) -> bool:
    """Say it of a check-in by its row: one that has not begun is for whoever sits here."""
    if not row.so_far or not row.flow_version_id:
        return True
    return is_for_here(here, row, flows.version(row.flow_version_id), so_far_of(row))


def is_card_here(here: Here, row: CheckInRow) -> bool:
    """Say whether it stands on My page here: one they began themselves may tell that they began.

    Beside staff a card says nothing of whom its words name: a telling stands beside none of them, all
    else beside each. A telling in which nothing was said stands nowhere: its button is always there.
    """
    if not row.so_far or not row.flow_version_id:
        return True
    began = row.plan_key is None
    if began and here.waits and not is_of_this_sitting(row.id):
        return False
    flow, so_far = flows.version(row.flow_version_id), so_far_of(row)
    hidden = is_telling(flow) and (not is_alone() if so_far.answers else began)
    return not hidden and _is_of_sitting(here, row, flow, so_far)


def was_said_before(here: Here, check_in_id: str, so_far: SoFar) -> bool:
    """Say whether some of it was said before this sitting, or before staff signed in or out.

    On a tablet of many that is never shown again, whatever it is: that a telling of a hurt alone
    were not shown would tell of it. It is gone on with, sent or left.
    """
    before = here.shared and bool(so_far.answers) and not here.turned_away
    return before and not is_all_of_this_sitting(check_in_id)


def row_is_shown_here(here: Here, row: CheckInRow) -> bool:
    """Say whether whoever sits here may read what was said in a check-in."""
    said_before = bool(row.so_far) and was_said_before(here, row.id, so_far_of(row))
    return row_is_for_here(here, row) and not said_before


def all_shown_here(here: Here, check_in_id: str | None) -> bool:
    """Say it of what came with a check-in, by its id; with none, it is for whoever sits here."""
    row = check_ins.as_it_stands(check_in_id) if check_in_id else None
    return not here.waits if row is None else row_is_shown_here(here, row)


def is_kept_from_staff_here(check_in: CheckInRow, flow: Flow, so_far: SoFar) -> bool:
    """Whether it is kept from who is signed in in this browser, or nobody can tell from whom."""
    staff = staff_signed_in()
    return staff is not None and kept_so_far(check_in.person_id, flow, so_far).is_closed_to(
        staff.id
    )

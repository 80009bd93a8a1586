"""Help, from every page: say it easier, get a person, 999."""

import logging
from collections.abc import Sequence

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock, wording
from checkin.actions.beside_who_rings import nobody_who_comes_reads
from checkin.actions.hear_press import is_somebodys
from checkin.actions.help_coming import HelpComing, help_coming, live_call
from checkin.actions.kept_so_far import kept_out_so_far
from checkin.actions.nobody_told import NOBODY, help_number
from checkin.actions.take_in import in_time, take_in
from checkin.actions.who_would_come import WouldCome, who_would_come
from checkin.channels.tablet.cannot_keep import call_waits, pressed_here
from checkin.channels.tablet.conversing import Conversing, conversing
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.here import (
    Here,
    NobodyHere,
    NotLetIn,
    last_here,
    the_device,
    who_is_here,
    whose_page,
)
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.said_apart import on_a_press
from checkin.channels.tablet.sitting import NotForThisSitting
from checkin.channels.tablet.turned_away import not_here
from checkin.channels.tablet.who_comes import NOBODY as NOBODY_TOLD
from checkin.channels.tablet.who_comes import coming_of_told, stands_here, who_comes
from checkin.door.from_elsewhere import from_elsewhere
from checkin.not_now import a_call_waits

NOT_THE_WORDS = "They will not see your words."

log = logging.getLogger(__name__)


@tablet.get("/help")
@tablet.get("/check-in/<check_in_id>/help")
def help_page(check_in_id: str | None = None) -> Response:
    """Offer help at once, whoever asks: with nobody signed in there is still a number to ring."""
    sits = _somebody()
    here = sits or last_here()
    now = _told_so_far(check_in_id) if here and check_in_id else None
    comes = _who_would_come(here, now) if here else None
    stands = stands_here(here) if here else ()
    return show(
        "help",
        here,
        now=now,
        sits=sits,
        check_in_id=check_in_id if now else None,
        get=_get(comes, stands) if comes else "",
        comes=comes.first if comes else None,
        told=" ".join((*stands, _told(comes, stands))) if comes else "",
        number=help_number(),
        to_ring=not_here().to_ring if _is_not_let_in(here) else (),
    )


@tablet.post("/help")
@tablet.post("/check-in/<check_in_id>/help")
def get_a_person(check_in_id: str | None = None) -> AnyResponse:
    """Tell someone at once, for whom the page was shown; one more press joins the open call.

    It asks for no token of the page: a lost call harms more than one that nobody meant. While the
    database cannot take it, it waits beside it, and the next page says so.
    """
    if from_elsewhere():
        return go_to("tablet.help_page", check_in_id=check_in_id)
    pressed = pressed_here(check_in_id, clock.now())
    with in_time():
        if not is_somebodys(pressed):
            return _coming_page(None, None)
    kept = None if take_in(pressed, pressed.at) else pressed.id
    return go_to("tablet.help_is_coming", check_in_id=check_in_id, person=pressed.may_be, kept=kept)


@tablet.get("/help/coming")
@tablet.get("/check-in/<check_in_id>/help/coming")
def help_is_coming(check_in_id: str | None = None) -> AnyResponse:
    """Say who was told of whose call it is, and whether they have answered, and nothing else."""
    if call_waits():
        return a_call_waits()
    here = whose_page(in_address("person") or "") or who_is_here()
    told = in_address("told")
    coming = coming_of_told(here, told) if told else help_coming(here.person.id)
    if coming is None:  # it was told in another sitting
        return go_to("tablet.my_page")
    return _coming_page(here, coming, check_in_id, told)


def _coming_page(
    here: Here | None,
    coming: HelpComing | None,
    check_in_id: str | None = None,
    told: str | None = None,
) -> Response:
    return show(
        "help_coming",
        on_a_press(here) if here and told else here,
        coming=coming,
        says=who_comes(coming),
        besides=_rings_besides(here, told) if here and told else (),
        nobody=NOBODY_TOLD,
        check_in_id=check_in_id,
        told=told,
        number=help_number(),
    )


def _rings_besides(here: Here, told: str) -> tuple[str, ...]:
    """Say who is rung here beside what was told: they may come, and whoever told it knows what they read."""
    call = live_call(here.person.id)
    if call is None:
        return ()
    apart = [NOT_THE_WORDS] if nobody_who_comes_reads(told, call) else []
    return (*who_comes(help_coming(here.person.id)), *apart)


def _rings_again(comes: WouldCome, stands: Sequence[str]) -> bool:
    """Say whether it may be said that a press rings again: where it is said who has the call."""
    return comes.again and bool(stands)


def _get(comes: WouldCome, stands: Sequence[str]) -> str:
    """Say what a press does."""
    if _rings_again(comes, stands):
        return "Ring again"
    return f"Get {comes.first.called}" if comes.first else "Get a person"


def _told(comes: WouldCome, stands: Sequence[str]) -> str:
    """Say who is told, every one of them."""
    if _rings_again(comes, stands):
        return "We ring again at once."
    if not comes.told:
        return NOBODY
    names = wording.in_a_row([one.called for one in comes.told])
    return f"We tell {names} at once."


def _who_would_come(here: Here, now: Conversing | None) -> WouldCome:
    """Return whom to offer: in a telling, one it is not kept from."""
    kept = kept_out_so_far(here.person.id, now.flow, now.so_far) if now else ()
    on = here.device_id
    return who_would_come(here.person, clock.now(), not_these=kept, device_id=on)


def _told_so_far(check_in_id: str) -> Conversing | None:
    """Return where their telling stands; whatever is wrong with it, Help opens without it."""
    try:
        return None if who_is_here().turned_away else conversing(check_in_id)
    except (NobodyHere, NotForThisSitting):
        return None
    except Exception:
        log.exception("Help was opened without its check-in.")
        return None


def _is_not_let_in(here: Here | None) -> bool:
    """Say whether this device is not let in, so that whom to ring is named too."""
    if here:
        return here.turned_away
    try:
        the_device()
    except NotLetIn:
        return True
    return False


def _somebody() -> Here | None:
    try:
        return who_is_here()
    except (NobodyHere, NotLetIn):
        return None

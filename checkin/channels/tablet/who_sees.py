"""Who will see this: faces and names, on every question."""

from dataclasses import dataclass

from flask import Response

from checkin import clock
from checkin.actions.about import about
from checkin.actions.kept_so_far import kept_out_so_far
from checkin.actions.who_hurts import all_as_they_speak
from checkin.actions.who_sees_picks import SeesPicks, who_sees_hurt, who_sees_picks
from checkin.actions.who_will_see import SOMEBODY
from checkin.agreements.meant_for import PICKED
from checkin.channels.tablet.conversing import Conversing, conversing
from checkin.channels.tablet.here import Here, has_answered_staff, is_alone
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.page_words import say
from checkin.channels.tablet.sitting import was_said_before
from checkin.conversation.flows.every_step import all_seen_by
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.talking.about import Listed
from checkin.conversation.talking.picks_so_far import picks_so_far
from checkin.conversation.talking.standing import SoFar
from checkin.storage.tables import CheckInRow

KEPT_FROM = "But nobody you keep it from."
WILL_SEE_IT = "{} will see it."


@dataclass(frozen=True, slots=True)
class WhoSees:
    """Who will see what is said here, a sentence a line; and a face for each who is named."""

    lines: tuple[str, ...]
    people: tuple[Listed, ...]


def who_sees(now: Conversing) -> WhoSees:
    """Return who will see the answers of this check-in."""
    if PICKED in now.prompt.seen_by:
        return _as_picked(now)
    if hurt := _of_hurt(now.check_in, now.so_far):
        return _as_worked_out(hurt)
    return _at_this_step(now) if _is_for_others(now) else _as_its_flow_says(now)


def for_whom_it_is(now: Conversing) -> WhoSees | None:
    """Return who will see it, where what was said before is not shown: the same, whatever that was.

    Of a telling nothing: whom it is kept from would show.
    """
    if is_telling(now.flow) or PICKED in now.prompt.seen_by:
        return None
    seen = _at_this_step(now) if _is_for_others(now) else _as_its_flow_says(now)
    return WhoSees((*seen.lines, KEPT_FROM), seen.people)


def on_its_card(here: Here, row: CheckInRow, flow: Flow, so_far: SoFar) -> tuple[str, ...]:
    """Return it for the card of what waits, as the check-in itself says it; of a telling nothing.

    Where that may not be shown to whoever sits here, the same whatever was said.
    """
    names = so_far.about.values.get("sees_names", "")
    whole = (WILL_SEE_IT.format(names),) if names else ()
    if not so_far.answers:
        return whole
    if is_telling(flow):
        return ()
    if not is_alone() or was_said_before(here, row.id, so_far):
        return (*whole, KEPT_FROM)
    hurt = _of_hurt(row, so_far)
    return (WILL_SEE_IT.format(hurt.names), *hurt.more) if hurt else whole


def _of_hurt(check_in: CheckInRow, so_far: SoFar) -> SeesPicks | None:
    """Return who sees it where it tells of somebody hurting them; at a question, who sees that answer."""
    answered, given = has_answered_staff(check_in.id), tuple(so_far.answers.values())
    step = so_far.step or "" if so_far.stage == "steps" else ""
    return who_sees_hurt(check_in, given, clock.now(), answered=answered, step=step)


def _is_for_others(now: Conversing) -> bool:
    return now.so_far.stage == "steps" and now.prompt.seen_by != all_seen_by(now.flow)


def _as_its_flow_says(now: Conversing) -> WhoSees:
    names = now.value("sees_names") or SOMEBODY
    return WhoSees((say("who_sees", sees_names=names),), now.listed("sees"))


def _as_picked(now: Conversing) -> WhoSees:
    """Return who sees what is told to those one picks, as far as they are picked."""
    person_id = now.here.person.id
    picks = picks_so_far(now.flow, now.so_far, all_as_they_speak(person_id, now.so_far))
    named = kept_out_so_far(person_id, now.flow, now.so_far)
    return _as_worked_out(who_sees_picks(now.check_in, picks, clock.now(), named=named))


def _as_worked_out(sees: SeesPicks) -> WhoSees:
    named = (say("who_sees", sees_names=sees.names),) if sees.names else ()
    lines = (*named, *sees.more)
    return WhoSees(lines, tuple(Listed(one.id, one.called, one.photo) for one in sees.people))


def _at_this_step(now: Conversing) -> WhoSees:
    """Return who sees the answer to a question that is for others than its flow."""
    whom = about(now.here.person, None, clock.now(), seen_by=now.prompt.seen_by)
    words = say("who_sees", sees_names=whom.values["sees_names"])
    return WhoSees((words,), whom.lists["sees"])


@tablet.get("/check-in/<check_in_id>/who-sees")
def who_sees_page(check_in_id: str) -> Response:
    """Say who will see this, and why we ask."""
    now = conversing(check_in_id)
    return show("who_sees", now.here, now=now, who=who_sees(now))

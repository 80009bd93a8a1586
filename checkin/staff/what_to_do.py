"""What staff do about an alert, in the order the person chose, with the numbers to ring."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.calls import is_a_call
from checkin.actions.discloses import discloses
from checkin.actions.own_phones import waits_to_be_checked
from checkin.actions.own_sets_for import places_for
from checkin.agreements.advocate import ADVOCATE_ASKED, advice_where_asked
from checkin.agreements.agreement import Agreement, LadderStep
from checkin.agreements.answers_that_tell import TOLD_BY_FLOW
from checkin.agreements.disclosure import advice
from checkin.agreements.left_unsent import LEFT_UNSENT, advice_where_left
from checkin.agreements.own_ladder import next_for_person
from checkin.agreements.where_pressed import go_where
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import me
from checkin.lives.alert import StepKind
from checkin.staff.goes_by import called
from checkin.staff.how_it_stands import by
from checkin.staff.times import at
from checkin.staff.where_pressed import where_pressed
from checkin.storage import agreements, alert_steps, circles
from checkin.storage.agreements import InForce
from checkin.storage.tables import AlertRow, CheckInRow, CircleRow, PersonRow

SHOWS: dict[StepKind, LadderStep] = {
    "texted": "text_again",
    "rang": "ring_me",
    "no_answer": "ring_me",
    "voicemail": "ring_me",
    "reached_other": "ring_group",
    "with_them": "come",
}
"""Which step of the person's ladder a logged step shows to be tried."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the person's own ladder."""

    words: str
    tried: bool
    next: bool


@dataclass(frozen=True, slots=True)
class ToDo:
    """What to do: the person's ladder or advice; and whom staff may ring: those allowed, nobody else.

    `may_ring` None: nothing is agreed with them, so nobody was asked whom to ring.
    """

    rungs: tuple[Rung, ...]
    advice: tuple[str, ...]  # of an alert that is no silence and no call
    how: str  # they are reached, where nothing else is said
    may_ring: tuple[CircleRow, ...] | None
    places: tuple[str, ...]


def agreed_about(alert: AlertRow, check_in: CheckInRow | None) -> InForce | None:
    """Return the version that spoke when this alert was raised, or whose cover answered for it.

    Of what the flow of a check-in tells by itself it is what that check-in follows, if anything.
    """
    version = alert.agreement_version_id
    if alert.kind in TOLD_BY_FLOW and alert.check_in_id:
        version = check_in.agreement_version_id if check_in else None
    return agreements.version(version) if version else None


def what_to_do(
    alert: AlertRow,
    person: PersonRow,
    agreement: Agreement | None,
    in_force: Sequence[InForce],
    check_in: CheckInRow | None,
    now: datetime,
) -> ToDo:
    """Return what comes next for this alert.

    `agreement`: what it was raised by. `in_force`: all that is agreed with the person now.
    """
    may_ring = None if alert.kind == ADVOCATE_ASKED else _may_ring(person, in_force)
    ladder = agreement.ladder if agreement and not alert.task and check_in else ()
    tried = _tried(alert_steps.kinds_of(alert.id), check_in)
    names = [one.name for one in may_ring or ()]
    group = agreement.group_name if agreement else ""
    return ToDo(
        _rungs(ladder, tried, person, group, names),
        _advice(alert, called(person)),
        _how_to_reach(alert, person, check_in, now),
        may_ring,
        tuple(places_for(as_viewer(me()), person.id, now)),
    )


def _advice(alert: AlertRow, name: str) -> tuple[str, ...]:
    if alert.kind == LEFT_UNSENT:
        return advice_where_left(name)
    if alert.kind == ADVOCATE_ASKED:
        return advice_where_asked(name)
    return advice(name) if discloses(alert) else ()


def _how_to_reach(
    alert: AlertRow, person: PersonRow, check_in: CheckInRow | None, now: datetime
) -> str:
    """Say how they are reached; where they have no phone, from where it came, and when.

    Who has no phone calls on a page: it was no text.
    """
    name = called(person)
    waits = waits_to_be_checked(person.id)
    if waits and waits.used_from:
        return f"Go to {name}: nobody checked their phone."
    if person.phone:
        return f"Ring {name}, or go there."
    if on := where_pressed([alert.id], now)[alert.id]:
        return go_where(on, name)
    came = f" {by(check_in)}" if check_in else " on the tablet" if is_a_call(alert) else ""
    sent = (check_in.sent_at if check_in else None) or alert.opened_at
    return f"{name} has no phone. This came{came} {at(sent, now)}. Go there."


def _may_ring(person: PersonRow, in_force: Sequence[InForce]) -> tuple[CircleRow, ...] | None:
    """Return whom any agreement in force lets staff ring."""
    if not in_force:
        return None
    allowed = {named for one in in_force for named in one.agreement.contact_ok}
    return tuple(one for one in circles.circle_of(person.id) if one.id in allowed)


def _tried(done: Collection[StepKind], check_in: CheckInRow | None) -> set[LadderStep]:
    by_us: set[LadderStep] = {"text_again"} if check_in and check_in.reminded_at else set()
    return by_us | {SHOWS[kind] for kind in done if kind in SHOWS}


def _rungs(
    ladder: Sequence[LadderStep],
    tried: set[LadderStep],
    person: PersonRow,
    group: str,
    names: Sequence[str],
) -> tuple[Rung, ...]:
    def found(done: Sequence[LadderStep]) -> tuple[LadderStep, str] | None:
        return next_for_person(ladder, done, name=called(person), group_name=group, contacts=names)

    to_come = found(list(tried))
    rungs: list[Rung] = []
    gone: list[LadderStep] = []
    while one := found(gone):
        step, words = one
        rungs.append(Rung(words, step in tried, to_come is not None and step == to_come[0]))
        gone.append(step)
    return tuple(rungs)

"""How a check-in stands, in the plain words of the staff pages.

A check-in is answered, never "OK" or "safe": we say what we know and how we know it.
"""

from collections.abc import Mapping
from datetime import datetime

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import is_begun
from checkin.lives.check_in import was_asked
from checkin.staff.times import ZONE, at, minutes, when
from checkin.storage import check_ins
from checkin.storage.tables import CheckInRow
from checkin.storage.written_down import is_written_down

BY: Mapping[str, str] = {"text": "by text", "tablet": "on the tablet", "call": "by phone"}


def how_it_stands(row: CheckInRow, now: datetime, zone: str = ZONE) -> tuple[str, ...]:
    """Say what we know of a check-in, a sentence a line."""
    lines = [_state(row, now, zone)]
    if row.put_off_until:
        lines.append(f"Said later. Asked again {at(row.put_off_until, now, zone)}.")
    if row.answered_late_at and row.state == "missed":
        lines.append(f"Answered late {at(row.answered_late_at, now, zone)} {by(row)}.")
    if row.confirmed_by and row.state != "with_staff":
        told = f"{row.confirmed_by} told us"
        how, known = row.confirmed_how or "", at(row.confirmed_at, now, zone)
        lines.append(f"{told} {how} {known}. Not their own answer.")
    if row.late_minutes:
        lines.append(f"Asked for {minutes(row.late_minutes)} more.")
    return tuple(" ".join(line.split()) for line in lines)


STATES: Mapping[str, str] = {
    "planned": "To be asked {due}.",
    "asked": "Asked {asked}. No answer yet.",
    "reminded": "Reminded {reminded}. No answer yet.",
    "answered": "Answered {answered} {by}.",
    "declined": "Declined: said not now, or not this time.",
    "missed": "No answer by {deadline}.",
    "with_staff": "With staff: {confirmed_by}, {confirmed}.",
    "cancelled": "Nothing was asked. {off}",
    "stopped_texts": "Texts are stopped. Nothing is asked by text.",
    "waiting_device": "The tablet is off line. We cannot know.",
}
"""Five silences are kept apart (product.md rule 3)."""

ASKED: Mapping[str, str] = {
    "cancelled": "Asked {asked}. {off}",
    "stopped_texts": "Asked {asked}. Texts are stopped. Nothing more is asked by text.",
}
"""Where it was asked, and ended before there was an answer."""

NOT_ASKED: Mapping[str, str] = {"missed": "We did not ask. It was due {due}."}
"""Where it was never put to them: they left nothing unanswered."""

BEGUN: Mapping[str, str] = {
    "asked": "Asked {asked}. Begun, not finished yet.",
    "reminded": "Reminded {reminded}. Begun, not finished yet.",
    "declined": "Begun, not finished: said not now, or not this time.",
    "missed": "Begun, not finished by {deadline}.",
    "cancelled": "Begun, not finished. {off}",
}
"""Where some questions were answered, and it was not finished."""


def _state(row: CheckInRow, now: datetime, zone: str) -> str:
    begun = BEGUN.get(row.state) if is_begun(row) else None
    put = (ASKED if was_asked(check_ins.life_of(row)) else NOT_ASKED).get(row.state)
    return (begun or put or STATES[row.state]).format(
        due=at(row.due_at, now, zone),
        asked=at(row.asked_at, now, zone),
        reminded=at(row.reminded_at, now, zone),
        answered=at(row.answered_at, now, zone),
        by=by(row),
        deadline=when(row.deadline_at or row.missed_at, now, zone),
        confirmed=at(row.confirmed_at, now, zone),
        confirmed_by=row.confirmed_by or "staff",
        off=_off(row, now, zone),
    )


def _off(row: CheckInRow, now: datetime, zone: str) -> str:
    """Say who ended it: the person, who is not going or not to be asked, or a plan that changed."""
    if row.called_off_at is None:
        return "Taken off the plan."
    if row.asks in flows_in_use().flows:
        return f"Called off {at(row.called_off_at, now, zone)}, as they asked."
    return f"Called off {at(row.called_off_at, now, zone)}: said they are not going."


def by(row: CheckInRow) -> str:
    """Return by text, on the tablet, by phone, in a talk; words on a page that were told at once are on the tablet."""
    if is_written_down(row):
        return "in a talk"
    return BY["tablet"] if row.device_id else BY.get(row.channel, row.channel)


def who_pressed(row: CheckInRow, name: str) -> str:
    """Say who gave these answers; what others entered is never the person's own voice."""
    match row.done:
        case "self":
            return f"{name} answered on their own."
        case "helped":
            return f"{name} answered with help{f' from {row.helper}' if row.helper else ''}."
        case "by_other":
            return f"{row.helper or 'Someone else'} answered for {name}. Not {name}'s own voice."
        case _:
            return f"{name} did not say who pressed."


def what_it_asks(row: CheckInRow) -> str:
    """Return what a check-in is called: the title of its flow, or its own key."""
    flow = flows_in_use().flows.get(row.asks)
    return flow.title if flow else row.key.replace("_", " ").capitalize()

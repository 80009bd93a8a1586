"""What was done about an alert, line by line: steps of staff and of Checkin, and what was sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.lives.telling import is_for_a_call
from checkin.staff.alert_log import step_words
from checkin.staff.how_sent import how_sent
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertStepRow, MessageRow

SAY_IT_ALL = ("opened", "taken")  # kinds whose own words say no more


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of what was done: who, what, when; a message also says what became of it."""

    at: datetime
    who: str
    what: str
    words: str
    is_message: bool = False


def what_was_done(
    steps: Sequence[AlertStepRow], sent: Sequence[MessageRow], now: datetime
) -> list[Happened]:
    """Return each step and message of an alert as a line, in order."""
    ids = [*(one.staff_id for one in steps), *(one.staff_id for one in sent)]
    named = {key: one.called for key, one in staff_kept.staff_by_id(filter(None, ids)).items()}
    found = [*_as_steps(steps, named), *_as_messages(sent, named, now)]
    return sorted(found, key=lambda one: one.at)


def _as_steps(steps: Sequence[AlertStepRow], named: dict[str, str]) -> Iterator[Happened]:
    for one in steps:
        who = named.get(one.staff_id or "", "Checkin")
        words = "" if one.kind in SAY_IT_ALL else one.words
        yield Happened(one.at, who, step_words(one.kind), words)


def _as_messages(
    sent: Sequence[MessageRow], named: dict[str, str], now: datetime
) -> Iterator[Happened]:
    for one in sent:
        what = _way(one, named.get(one.staff_id or "", "the person"))
        yield Happened(one.made_at, "Checkin", what, how_sent(one, now), is_message=True)


def _way(one: MessageRow, to: str) -> str:
    """Say by which way it went, and where nobody was rung though it says above that we ring."""
    if one.channel == "call":
        return f"Call to {to}"
    return f"Text to {to} in place of a call" if is_for_a_call(one.key) else f"Text to {to}"

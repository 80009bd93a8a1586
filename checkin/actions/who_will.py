"""Who will look at what was sent, and by when, as flows/frame.yaml has the sentence."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from checkin import wording
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.nobody_told import nobody_can, nobody_reached, nobody_told
from checkin.actions.what_became import Became
from checkin.actions.who_looks import Looks
from checkin.agreements.advocate import ADVOCATE_ASKED
from checkin.agreements.own_view import NEEDS_A_TALK
from checkin.agreements.times import local
from checkin.conversation.flows.placeholders import fill
from checkin.storage import houses
from checkin.storage.tables import PersonRow, Staff

WHO, BY_DAY = "{staff_name}", " by {day}"  # as flows/frame.yaml writes them
CAN_READ = f"{WHO} can read this."
WILL_READ = f"{WHO} will read your words{BY_DAY}."
DOES = {
    ADVOCATE_ASKED: f"{WHO} will ring your advocate{BY_DAY}.",
    "ask_to_talk": f"{WHO} will talk to you{BY_DAY}.",
    NEEDS_A_TALK: f"{WHO} will talk to you{BY_DAY}.",
}
"""What is said of whoever does this beside the words, by the kind of its alert."""
NOT_DONE = {
    ADVOCATE_ASKED: f"Nobody has rung your advocate yet. We are asking {WHO}.",
    "ask_to_talk": f"Nobody has talked to you yet. We are asking {WHO}.",
    NEEDS_A_TALK: f"Nobody has talked to you yet. We are asking {WHO}.",
}
"""What is said in place of that once it was to be done, and nobody took it."""
NOT_LOOKED_AT = f"Nobody has looked at this yet. We are asking {WHO}."
NOT_TAKEN = f"Nobody has this yet. We are asking {WHO}."
"""What is said in place of that where somebody read it."""


def who_will(
    became: Became, person: PersonRow, values: Mapping[str, str], now: datetime
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who has what is open; and who is to read it, where nobody did.

    Where no words wait to be read, those can, and no more is said. `values`: of who is asked.
    """
    today = local(now, houses.house(person.house_id).zone).date()
    has_it = said_of(became.has_it, person, values, now, is_read=bool(became.read))
    return has_it, _is_to_read(_words(), became, values, today)


def said_of(
    looks: Sequence[Looks],
    person: PersonRow,
    values: Mapping[str, str],
    now: datetime,
    *,
    is_read: bool = False,
) -> tuple[str, ...]:
    """Return what is said of those who have what is open, a line each."""
    zone = houses.house(person.house_id).zone
    words, today = _words(), local(now, zone).date()
    has_it = tuple(
        _filled(
            _line(one, words, is_read=is_read), values, one.staff, _day(one, zone, today), today
        )
        for one in looks
        if one.staff
    )
    unreached = any(one.unreached for one in looks)
    if unreached:
        return (*has_it, *nobody_reached(person.house_id))
    all_cannot = any(one.all_cannot for one in looks)
    return (*has_it, *(nobody_can(person.house_id) if all_cannot else ()))


def _words() -> str:
    return next((one for one in flows_in_use().frame["bye"].say if WHO in one), WILL_READ)


def who_has_it(
    became: Became, person: PersonRow, values: Mapping[str, str], now: datetime
) -> tuple[str, ...]:
    """Return all that is said of who has what was sent, and who reads it; or that nobody was told."""
    has_it, to_read = who_will(became, person, values, now)
    return (*has_it, *became.lines, *to_read) or nobody_told()


def _line(looks: Looks, words: str, *, is_read: bool) -> str:
    """Return what is said of whoever has it; once it is late, that nobody did it."""
    if looks.late:
        return NOT_DONE.get(looks.does, NOT_TAKEN if is_read else NOT_LOOKED_AT)
    return DOES.get(looks.does, words)


def _day(looks: Looks, zone: str, today: date) -> date | None:
    """Return by which day it is to be done, while that is not over."""
    day = local(looks.do_by, zone).date() if looks.do_by else None
    return None if day and day < today else day


def _is_to_read(
    words: str, became: Became, values: Mapping[str, str], today: date
) -> tuple[str, ...]:
    if not became.to_read:
        return ()
    by = became.by if became.by and became.by >= today else None
    if by is None:
        lines: Sequence[str] = (CAN_READ,)
    else:
        lines = (WILL_READ,) if became.looked else _met_as(became) or (words,)
    return tuple(_filled(line, values, became.to_read, by, today) for line in lines)


def _met_as(became: Became) -> Sequence[str]:
    """Return what meets words as what they are, where that is written: a worry, a wish, a question."""
    frame = flows_in_use().frame
    line, met = (frame.get(f"{name}_{became.words_are}") for name in ("read", "met"))
    return (*(met.say if met else ()), *line.say) if line else ()


def _filled(
    words: str, values: Mapping[str, str], staff: Sequence[Staff], by: date | None, today: date
) -> str:
    named = wording.in_a_row([one.called for one in staff])
    names = wording.begun(named) if words.startswith(WHO) else named
    day = f" {wording.by_day(today, by)}" if by else ""
    return fill(words.replace(BY_DAY, day), {**values, "staff_name": names})

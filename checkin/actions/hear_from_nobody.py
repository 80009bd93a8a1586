"""A cry from a number that nobody here has: whoever is on call is told, and who texted reads who.

Nobody knows whose it is. It rings where it may be somebody's, else in every house; whom its words
tell of meets nothing of it. Source: texts.md B.4, trust.md hazard 6 and A2.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from checkin import installation
from checkin.actions.answered_often import answers_to_number, goes_back
from checkin.actions.flows_in_use import flows_in_use, wording
from checkin.actions.raise_alert import Nobody, Raised, raise_alerts
from checkin.actions.tell_who_called import nobody
from checkin.actions.telling import TO_A_PERSON
from checkin.actions.who_hurts import who_is_in
from checkin.actions.who_rings import Asked, HasIt, all_ring
from checkin.agreements.from_nobody import Cry, differs_by_one, from_nobody, may_be
from checkin.conversation.flows.gsm7 import plain
from checkin.conversation.flows.level import Level
from checkin.conversation.replies.hurt_by import hurt_by
from checkin.conversation.replies.keeps_from import keeps_from
from checkin.conversation.replies.meaning import CallMe, Help
from checkin.conversation.replies.named_too import whom_named
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.option import Option
from checkin.lives.new_message import ContactPoint, NewMessage
from checkin.phone_numbers.reading import as_people_write, can_be_kept
from checkin.storage import (
    alerts,
    houses,
    messages,
    people,
    phone_changes,
    texts_heard,
    which_alerts,
)
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, HeardRow

Lines = Sequence[str]


class Known(NamedTuple):
    """Who it may be, a line each; and of whom this number told before (staff ids)."""

    hints: Lines
    named: tuple[str, ...]


def hear_from_nobody(heard: HeardRow, now: datetime) -> None:
    """Raise a cry once in each house that is told, and answer it; other words wait to be read."""
    around = {house: tuple(who_is_in(house)) for house in houses.ids()}
    level = _calls(heard.words, tuple(one for here in around.values() for one in here))
    if level is None:
        return
    texts_heard.keep_meaning(heard.id, "help" if level == "now" else "call_me")
    named = {who for one in which_alerts.live_from(heard.number) for who in one.tells_of}
    raised = [
        _raised(heard, level, house, around[house], Known(lines, tuple(sorted(named))))
        for house, lines in _where(heard, around).items()
    ]
    raise_alerts(raised, now)
    _answer(heard, [one.reached.group for one in raised], named, now)


def _calls(words: str, around: tuple[Option, ...]) -> Level | None:
    """Return how pressing it is; None where it calls for nobody."""
    match hear(words, OnAJourney(flows_in_use().frame.language, around=around)):
        case Help():
            return "now"
        case CallMe():
            return "soon"
        case _:
            return None


def _where(heard: HeardRow, around: Mapping[str, tuple[Option, ...]]) -> Mapping[str, Lines]:
    """Return by house that is told who it may be there: all houses, where it may be nobody's."""
    found = {house: list(_may_be(heard, house, here)) for house, here in around.items()}
    some = {house: lines for house, lines in found.items() if lines}
    staffed = {house: () for house in found if staff_kept.staff_of_houses([house])}
    return some or staffed or found


def _may_be(heard: HeardRow, house_id: str, around: tuple[Option, ...]) -> Iterator[str]:
    names, told_of = people.known_as([house_id]), _whom_it_tells_of(heard.words, around)
    named = whom_named(heard.words, around, flows_in_use().frame.language)
    had = phone_changes.who_had(heard.number)
    for one in people.people_of_houses([house_id]):
        if one.id in had:
            yield may_be(names[one.id], "before")
        elif differs_by_one(heard.number, one.phone or ""):
            yield may_be(names[one.id], "digit")
        elif one.id in named and one.id not in told_of:
            yield may_be(names[one.id], "words")


def _whom_it_tells_of(words: str, around: tuple[Option, ...]) -> frozenset[str]:
    """Return who is said to do it, or from whom it is to be kept (ids)."""
    language = flows_in_use().frame.language
    by = hurt_by(words, around, language)
    kept = keeps_from(language.comparable(words).words, around, language)
    return frozenset((*(by.named if by else ()), *kept))


def _raised(
    heard: HeardRow, level: Level, house_id: str, around: tuple[Option, ...], known: Known
) -> Raised:
    staff = {one.key for one in around if one.reads}
    kept = tuple(sorted(_whom_it_tells_of(heard.words, around) & staff))
    written = as_people_write(heard.number, installation.here().settings.countries)
    cry = Cry(heard.id, level, heard.number, written, heard.words, house_id, kept)
    return Raised(Nobody(house_id, heard.number, kept), from_nobody(cry, known.hints, known.named))


def _answer(heard: HeardRow, groups: Sequence[str], named: Collection[str], now: datetime) -> None:
    """Text back whom it rings, as the alerts have it: so often in an hour and no more."""
    if not can_be_kept(heard.number):
        return
    live = [one for group in groups if (one := alerts.live_in_group(group))]
    message, values = _says(live, named)
    text = NewMessage(
        key=f"heard:{heard.id}:{message}",
        to=ContactPoint("text", heard.number),
        to_person=True,
        about=message,
        body=plain(wording(message, values)),
        urgency=TO_A_PERSON,
        made_at=now,
        despite_stop=True,
    )
    if goes_back(text, answers_to_number(heard.number, now)):
        messages.put([text])


def _says(live: Sequence[AlertRow], named: Collection[str]) -> tuple[str, dict[str, str]]:
    match all_ring(live, named):
        case HasIt(name):
            return "unknown_has_it", {"staff": name}
        case Asked(names):
            return "unknown_help", {"staff": names}
        case _:
            return nobody()

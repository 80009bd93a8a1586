"""How a person comes to read words of staff: worked out once, for what is said of it and what is done.

A text goes by day, as the agreement has it, or while the person is texting. On a tablet of many a telling is
there in its own sitting alone, and so are words in it. Source: screens.md C8, trust.md A2.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from checkin.agreements.agreement import Cover
from checkin.agreements.cover import Hours, shift_ends
from checkin.agreements.happened_by_text import WhyNoText

WhyNot = Literal[WhyNoText, "not_checked", "taken_back", "thrown_away", "no_tablet"]


@dataclass(frozen=True, slots=True)
class ByText:
    """A text brings them, at once or when its hours begin. not_after: they are over. Times UTC."""

    waits_until: datetime | None
    not_after: datetime


@dataclass(frozen=True, slots=True)
class BeforeNextQuestion:
    """They stand before the next question of a talk on a tablet."""


@dataclass(frozen=True, slots=True)
class OnTheirPage:
    """The talk is over, or missed: they wait on the person's page."""


@dataclass(frozen=True, slots=True)
class InItsSitting:
    """They stand there only while the person is still at the tablet at which they told it."""


@dataclass(frozen=True, slots=True)
class NotAtAll:
    """They cannot be read, and so are not taken."""

    why: WhyNot


Read = ByText | BeforeNextQuestion | OnTheirPage | InItsSitting | NotAtAll


class Talk(NamedTuple):
    """What decides it: how the talk is held, how it stands, and what reaches the person.

    no_text: why texts do not reach them. is_texting: one of theirs came just now.
    devices: let in here, for many or for this person alone.
    """

    by_text: bool
    is_over: bool = False
    gone: Literal["taken_back", "thrown_away"] | None = None
    no_text: WhyNoText | Literal["not_checked"] | None = None
    is_texting: bool = False
    is_telling: bool = False
    devices: frozenset[Literal["of_many", "own"]] = frozenset()
    hours: Hours = Hours(Cover(), "Europe/London")


def how_read(talk: Talk, now: datetime) -> Read:
    """Return how words that are said now are read."""
    if talk.gone:
        return NotAtAll(talk.gone)
    if talk.by_text:
        return NotAtAll(talk.no_text) if talk.no_text else _by_text(talk, now)
    if not talk.devices:
        return NotAtAll("no_tablet")
    if talk.is_telling and "own" not in talk.devices:
        return InItsSitting()
    return OnTheirPage() if talk.is_over else BeforeNextQuestion()


def how_read_in_no_talk(talk: Talk, now: datetime) -> Read:
    """Return it for words that belong to no talk: a text brings them, else the person's page.

    Where texts are paused something may be wrong: then no page says them either.
    """
    on_a_page = talk.devices and talk.no_text in ("stopped", "no_phone")
    return OnTheirPage() if on_a_page else how_read(talk._replace(by_text=True), now)


def _by_text(talk: Talk, now: datetime) -> ByText:
    cover, zone = talk.hours.cover, talk.hours.zone
    begins = None if talk.is_texting else talk.hours.wait_until(now)
    return ByText(begins, shift_ends(cover, begins or now, zone))


def asks(said: str) -> bool:
    """Say whether words of staff ask something: a question is what has a question mark."""
    return "?" in said

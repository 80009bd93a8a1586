"""What the person themselves says of one version of an agreement, and where that stands.

A version is never changed: what they say stands beside it, with who pressed and when. Nobody
says "shown" of what was not on their own page. Source: thresholds.md C.0 "Who may change it".
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from checkin.agreements.happened import Person
from checkin.agreements.missed_often import TALK_WITHIN
from checkin.agreements.reached import Reached
from checkin.agreements.working_days import working_days_on
from checkin.wording import plain_date

OwnView = Literal["agrees", "does_not_agree", "talk_first"]
Seen = Literal["shown", "agrees", "does_not_agree", "talk_first"]  # what a row can say
NEEDS_A_TALK = "agreement_needs_a_talk"  # the kind of such a task


@dataclass(frozen=True, slots=True)
class NotShown:
    """Nobody has shown it to them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """It was on their page, and they have not said what they think."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Says:
    """What they said last. `noted_by`: the staff id of who wrote down a talk, and `how` it was.

    `beside`: what was noted since of who pressed "I do not agree", which does not end that.
    """

    view: OwnView
    at: datetime
    noted_by: str | None = None
    how: str = ""
    beside: "Says | None" = None


@dataclass(frozen=True, slots=True)
class SetIt:
    """They set it themselves: nobody need show it to them, nor ask."""

    at: datetime


Standing = NotShown | Shown | Says | SetIt


def of_their_own(stands: Standing, made_at: datetime, made_by: str | None) -> Standing:
    """Return where a version stands; one that nobody of staff made is what they set."""
    theirs = made_by is None and isinstance(stands, NotShown | Shown)
    return SetIt(made_at) if theirs else stands


def standing(
    seen: Sequence[tuple[Seen, datetime, str | None, str]], leads: Collection[str] = ()
) -> Standing:
    """Return where it stands, by all that was kept of one version, the oldest first.

    `leads`: who of those that noted a talk is a team lead or a manager.
    """
    stands: Standing = NotShown()
    for what, at, noted_by, how in seen:
        if what == "shown":
            stands = stands if isinstance(stands, Says) else Shown(at)
        else:
            stands = _said(stands, Says(what, at, noted_by, how), leads)
    return stands


def waits_for_yes(
    seen: Sequence[tuple[Seen, datetime, str | None, str]],
    begins: datetime,
    leads: Collection[str] = (),
) -> bool:
    """Say whether it does not begin: they did not agree, or wanted to talk first, before it began."""
    waits = False
    for number, (_, at, *_) in enumerate(seen, 1):
        stands = standing(seen[:number], leads)
        if isinstance(stands, Says):
            waits = stands.view != "agrees" and (waits or at < begins)
    return waits


def _said(stands: Standing, new: Says, leads: Collection[str]) -> Says:
    """Their own no ends by themselves, or where who leads notes otherwise."""
    match stands:
        case Says("does_not_agree", noted_by=None) if new.noted_by is not None:
            ends = new.noted_by in leads and new.view != "does_not_agree"
            return new if ends else replace(stands, beside=new)
        case _:
            return new


_TITLES: Mapping[OwnView, str] = {
    "does_not_agree": "{name} does not agree: {title}.",
    "talk_first": "{name} wants to talk first: {title}.",
}


@dataclass(frozen=True, slots=True)
class ToCome:
    """A version that has not begun: from when, who of staff wrote it, and whether it then begins.

    `tell_by`: when they are to know of it, so that it is the same day.
    """

    begins: date
    made_by: str | None
    tell_by: datetime
    all_the_same: bool = False  # a manager decided it, with a reason


def needs_a_talk(
    version_id: str,
    title: str,
    view: OwnView,
    number: int,
    person: Person,
    now: datetime,
    *,
    noted: bool = False,
    to_come: ToCome | None = None,
) -> Reached | None:
    """Return the work for who knows them best; nothing where they agree.

    `number`: which it is of all they saw and said, so that each change of mind is new.
    A no that was `noted` of a talk is for who leads too. What is still `to_come` is for whoever
    wrote it and for a manager, the same day.
    """
    words = _TITLES.get(view)
    if words is None:
        return None
    return Reached(
        kind=NEEDS_A_TALK,
        level="today" if to_come else "plan",
        key=f"{group_of(version_id)}:{number}",
        group=group_of(version_id),
        title=words.format(name=person.name, title=title),
        what=(
            *_whether_it_begins(to_come),
            "Talk with them. Change it together, or write down what you both said.",
            "Where they still do not agree, a manager decides, with a reason, for 28 days at most.",
        ),
        about="service",
        task=True,
        do_by=to_come.tell_by if to_come else working_days_on(now, TALK_WITHIN, person.zone),
        for_staff=(to_come and to_come.made_by) or person.keyworker,
        managers_too=to_come is not None or (noted and view == "does_not_agree"),
    )


def _whether_it_begins(to_come: ToCome | None) -> Iterator[str]:
    if to_come and to_come.all_the_same:
        yield f"It begins on {plain_date(to_come.begins)} all the same: a manager decided it."
    elif to_come:
        yield f"It was to begin on {plain_date(to_come.begins)}. It does not, until they agree."


def group_of(version_id: str) -> str:
    """Return what the work about one version is found by."""
    return f"{NEEDS_A_TALK}:{version_id}"

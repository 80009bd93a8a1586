"""What a person set up, for the handover: each line in their own words, and how they said it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.own_devices import as_not_known
from checkin.actions.set_quiet_time import MINUTES, NO_QUIET, QUIET
from checkin.actions.set_time_of_day import TIME
from checkin.agreements.handovers import is_new
from checkin.agreements.how_asked import AnswersBy, Lines
from checkin.agreements.own_devices import from_whom
from checkin.agreements.own_plan import is_all_their_own, is_their_own
from checkin.staff.forms.how_asked import ANSWERS_BY
from checkin.staff.times import ZONE
from checkin.storage.own_sets import Line, WasSet
from checkin.storage.tables import PersonRow
from checkin.wording import plain_time

ANSWERS = "answers_by"
HEADS: Mapping[str, str] = {
    ANSWERS: "I like to answer by",
    TIME: "Ask me in the",
    Lines.PLAN: "Plan",
    Lines.WELL: "Support me well",
    Lines.WORSE: "Makes things worse",
    Lines.HELPS: "Helps me say what I think",
    Lines.HELPER: "I want help from",
    Lines.PLACES: "Where I go when things are hard",
    Lines.WORDS: "Words I use",
    Lines.START: "My morning starts",
    Lines.QUIET: "Quiet time first",
    Lines.ORDER: "In this order",
    Lines.MOST: "Matters most",
    Lines.CAN_WAIT: "Can wait",
    Lines.PROMPT: "Remind me",
    Lines.VOICE: "Who talks to me",
    Lines.AVOID: "Leave out",
}
"""What stands before each, in this order. Goals are no matter of a shift."""


SET_SINCE = "{name} set some of it since. It stands below, and counts."
CHANGED = "{name} changed the quiet time since. It stands below."


@dataclass(frozen=True, slots=True)
class SetUp:
    """One thing that was set up, as staff read it. `how`: who pressed; empty where staff wrote it."""

    head: str
    words: tuple[str, ...]
    media: tuple[str, ...]
    how: str
    new: bool


def what_is_set_up(
    stands: Mapping[str, WasSet], name: str, read_at: Iterable[datetime], now: datetime
) -> dict[str, SetUp]:
    """Return what stands of a person who goes by this name; NEW where they changed it lately."""
    read = tuple(read_at)
    lines = {kind: one for kind, one in stands.items() if one.lines}
    before = {Lines.PLAN} if is_all_their_own(lines) else set()
    found = {
        kind: _set_up(head, _as_read(lines[kind]), name, read, now)
        for kind, head in HEADS.items()
        if kind in lines.keys() - before
    }
    if Lines.PLAN in found and is_their_own(lines):
        found[Lines.PLAN] = replace(found[Lines.PLAN], how=SET_SINCE.format(name=name))
    elif Lines.PLAN in found and _changed_since(lines[Lines.PLAN], stands):
        found[Lines.PLAN] = replace(found[Lines.PLAN], how=CHANGED.format(name=name))
    return found


def _as_read(one: WasSet) -> WasSet:
    """Return it in words that staff read, where it is kept by a name."""
    if one.kind != ANSWERS:
        return one
    words = (ANSWERS_BY[AnswersBy(line)].lower() for line in one.words)
    return replace(one, lines=tuple(map(Line, words)))


def _changed_since(plan: WasSet, stands: Mapping[str, WasSet]) -> bool:
    """Say whether they changed their quiet time after staff wrote the plan down."""
    quiet = (stands[one] for one in QUIET if one in stands)
    return any(one.is_theirs and one.number > plan.number for one in quiet)


def quiet_time(
    person: PersonRow,
    stands: Mapping[str, WasSet],
    name: str,
    read_at: Iterable[datetime],
    now: datetime,
) -> SetUp | None:
    """Return when the tablet of a person is quiet, and who set it; None where nobody did."""
    said = _quiet(person, stands)
    newest = max(
        (stands[one] for one in QUIET if one in stands), key=lambda one: one.number, default=None
    )
    if not said:
        return None
    if newest is None:
        return SetUp("Quiet", (said,), (), "", new=False)
    return _set_up("Quiet", replace(newest, lines=(Line(said),)), name, tuple(read_at), now)


def _quiet(person: PersonRow, stands: Mapping[str, WasSet]) -> str:
    if person.quiet_from is not None:
        return f"{person.quiet_minutes} minutes quiet from {plain_time(person.quiet_from)}"
    wish = stands.get(MINUTES)
    if wish is None or not wish.is_theirs:
        return ""
    if wish.words == (NO_QUIET,):
        return "No quiet time"
    return f"{wish.words[0]} minutes quiet. When it begins is not set yet"


def _set_up(
    head: str, one: WasSet, name: str, read_at: tuple[datetime, ...], now: datetime
) -> SetUp:
    return SetUp(
        head=head,
        words=one.words,
        media=tuple(line.media_id for line in one.lines if line.media_id),
        how=_how_set(one, name) if one.is_theirs else "",
        new=one.is_theirs and is_new(one.at, read_at, now, ZONE),
    )


def _how_set(one: WasSet, name: str) -> str:
    """Say how it was set, and from which device, where nobody knows that it is theirs."""
    came_from = (from_whom(as_not_known(one.device), name),) if one.device else ()
    return " ".join((_how_done(one, name), *came_from))


def _how_done(one: WasSet, name: str) -> str:
    match one.done:
        case "self":
            return f"{name} set this on their own."
        case "helped":
            return f"{name} set this with help{f' from {one.helper}' if one.helper else ''}."
        case "by_other":
            return f"{one.helper or 'Someone else'} set this for {name}. Not {name}'s own voice."
        case _:
            return f"{name} did not say who pressed."

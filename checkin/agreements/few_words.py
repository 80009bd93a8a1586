"""What is agreed, in the fewest words for the person, and what is new of it beside what stood.

Source: screens.md C10, thresholds.md C.0.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checkin.agreements.agreement import Agreement, CheckTime, Day
from checkin.agreements.cover import DAY_NAMES
from checkin.agreements.threshold import RepeatedMissed, Threshold
from checkin.agreements.times import WEEK
from checkin.wording import in_a_row, plain_date, plain_time


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is agreed, the idea that its picture shows, and what stood before.

    `old`: None where it stood just so, or nothing stood. `new`: "" where it is taken away.
    """

    symbol: str
    new: str
    old: str | None = None


def as_it_stands(agreement: Agreement) -> tuple[Line, ...]:
    """Return all of it, a line each."""
    return tuple(Line(symbol, words) for symbol, words in _said(agreement).values() if words)


def side_by_side(old: Agreement, new: Agreement) -> tuple[Line, ...]:
    """Return what differs, the old beside the new; what stays is left out."""
    before, after = _said(old), _said(new)
    return tuple(
        Line(
            after.get(key, before.get(key, NOTHING))[0],
            after.get(key, NOTHING)[1],
            before.get(key, NOTHING)[1],
        )
        for key in dict.fromkeys((*before, *after))
        if before.get(key, NOTHING)[1] != after.get(key, NOTHING)[1]
    )


NOTHING = ("nav.none", "")


def _words(agreement: Agreement) -> str:
    """Quote what they said of it; of a time that they set since, they said nothing with staff."""
    own = agreement.time_is_their_own
    return "You set the time yourself." if own else f"\u201c{agreement.agreed_words}\u201d"


def _said(agreement: Agreement) -> dict[str, tuple[str, str]]:
    return {
        "words": ("nav.my_words", _words(agreement)),
        "times": ("time.clock", _times(agreement)),
        "remind": ("phone.text", _remind(agreement)),
        "wait": ("act.wait", _wait(agreement)),
        **{
            one.kind: ("act.help", words)
            for one in agreement.thresholds
            if (words := _of_threshold(one, agreement))
        },
    }


def _of_threshold(one: Threshold, agreement: Agreement) -> str:
    """Quote what was said of it, and say after how many misses there is a talk."""
    own = one.agreed_words and one.agreed_words != agreement.agreed_words
    quoted = f"\u201c{one.agreed_words}\u201d" if own else ""
    if isinstance(one, RepeatedMissed):
        quoted = f"{quoted} If you miss {one.count} of {one.of_last}, staff talk with you.".strip()
    return quoted


def _times(agreement: Agreement) -> str:
    return " ".join(_in_groups(agreement.times, agreement))


def _in_groups(times: tuple[CheckTime, ...], agreement: Agreement) -> Iterator[str]:
    how = "We text you" if agreement.channel == "text" else "We ask you"
    usual: dict[tuple[Day, ...], dict[str, None]] = defaultdict(dict)
    for one in times:
        if one.on is None:
            usual[one.days][plain_time(one.at)] = None
    for days, at in usual.items():
        yield f"{how} at {in_a_row(list(at))} {_on(days)}."
    for one in times:
        if one.on is not None:
            yield f"{how} at {plain_time(one.at)} on {plain_date(one.on)}."


def _on(days: tuple[Day, ...]) -> str:
    if set(days) == set(WEEK):
        return "every day"
    return f"on {in_a_row([DAY_NAMES[one] for one in WEEK if one in days])}"


def _remind(agreement: Agreement) -> str:
    after = agreement.remind_after_minutes
    return f"We ask again after {after} minutes." if after and agreement.times else ""


def _wait(agreement: Agreement) -> str:
    after = agreement.acts_after_minutes
    if not agreement.times:
        return ""
    if after is None:
        return "If you do not answer, nobody is told."
    return f"If you do not answer for {after} minutes, staff act."

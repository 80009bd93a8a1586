"""Words that were put to others, each with its time, and who of staff was signed in there.

Only those from whom it is kept are named: whoever else was there helped, and that is said already.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.from_which_device import are_words_of
from checkin.conversation.talking.said_beside import pieces
from checkin.staff.times import when
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import confided
from checkin.storage.on_which_device import given_beside
from checkin.storage.tables import AnswerRow, LoopRow


@dataclass(frozen=True, slots=True)
class SaidPiece:
    """What was said in one go. `beside`: who was signed in there, as staff read it."""

    words: str
    when: str
    beside: str


def who_was_beside(given: Collection[AnswerRow]) -> Mapping[str, str]:
    """Return by answer what that one of staff is called who was signed in there, and from whom it is kept."""
    there = {one.id: one.beside for one in given if one.beside}
    kept = confided({one.check_in_id for one in given if one.beside})
    of = {one.id: kept.get(one.check_in_id) for one in given}
    out = {key: who for key, who in there.items() if (told := of[key]) and told.is_closed_to(who)}
    named = staff_kept.staff_by_id(out.values())
    return {key: named[who].called for key, who in out.items()}


def said_in_pieces(
    sent: AnswerRow, given: Sequence[AnswerRow], beside: Mapping[str, str], now: datetime
) -> tuple[SaidPiece, ...]:
    """Return them where they are several, or one has to be told apart.

    `given`: what was answered in each turn; `beside`: who was there, by answer.
    """
    same = [one for one in given if (one.step, one.asked) == (sent.step, sent.asked) and one.words]
    turns = same if same and same[-1].words == sent.words else [sent]
    found = tuple(
        SaidPiece(words, when(turns[at].at, now), _beside(beside.get(turns[at].id), number))
        for number, (at, words) in enumerate(pieces([one.words or "" for one in turns]))
    )
    return found if len(found) > 1 or any(one.beside for one in found) else ()


def _beside(name: str | None, number: int) -> str:
    said = "added" if number else "said"
    return f"{name} was signed in there when this was {said}." if name else ""


def beside_in_loops(rows: Iterable[LoopRow]) -> Mapping[str, tuple[str, ...]]:
    """Say by loop who was signed in there when some of its words were said."""
    kept = list(rows)
    given = given_beside({row.check_in_id for row in kept if row.check_in_id})
    names = who_was_beside(given)
    return {
        row.id: tuple(
            f"{name} was signed in there when some of this was said."
            for name in dict.fromkeys(
                names[one.id] for one in given if one.id in names and are_words_of(row, one)
            )
        )
        for row in kept
    }

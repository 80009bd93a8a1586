"""Answers were sent: see whether they reach a threshold the person agreed.

What asks for someone at once ("someone hurt me", "help me") is looked at when it is sent. What
counts only a person's own answers waits until they said how this was done, two minutes at most.
Source: thresholds.md C.0 "attribution", scenarios.md A05.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from checkin.actions.advocates import advocates_asked
from checkin.actions.history_of import history_of
from checkin.actions.raise_reached import raise_reached
from checkin.agreements.happened import AnswersSent
from checkin.agreements.reached import PastAnswer
from checkin.conversation.talking.facts import Fact, Marked, TalkAsked
from checkin.lives.check_in_moved_by_time import Counted
from checkin.storage import answers, check_ins, people
from checkin.storage.tables import CheckInRow


def look_at_once(check_in: CheckInRow, facts: Sequence[Fact], now: datetime) -> None:
    """Raise what the answers just sent ask for, whoever pressed the buttons."""
    _look(check_in, tuple(facts), {}, now)


def count_answers(check_in: CheckInRow, now: datetime) -> None:
    """Count these answers with the ones before, once."""
    check_ins.move(check_in, Counted(now))
    sent = answers.sent_answers_of(check_in.id)
    facts = tuple(Marked(mark, row.step) for row in sent for mark in row.marks)
    _look(check_in, facts, history_of(check_in.person_id, now), now)


def _look(
    check_in: CheckInRow,
    facts: tuple[Fact, ...],
    history: Mapping[str, Sequence[PastAnswer]],
    now: datetime,
) -> None:
    happened = AnswersSent(
        check_in.id,
        check_in.asks,
        facts,
        history,
        picked_staff(facts),
        advocates_asked(check_in.person_id, facts),
    )
    person = people.the_person(check_in.person_id)
    raise_reached(person, happened, now, check_in_id=check_in.id)


def picked_staff(facts: Sequence[Fact]) -> str | None:
    """Return whom the person asked to talk with, where that is a member of staff."""
    picked = [one for fact in facts if isinstance(fact, TalkAsked) for one in fact.with_whom]
    return people.first_staff_among(picked) if picked else None

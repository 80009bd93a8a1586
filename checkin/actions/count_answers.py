"""Answers were sent: see whether they reach a threshold the person agreed.

What asks for someone at once ("someone hurt me", "help me") is looked at when it is sent. What
counts only a person's own answers waits until they said how this was done, two minutes at most.
Source: thresholds.md C.0 "attribution", scenarios.md A05.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from checkin.actions.raise_reached import raise_reached
from checkin.agreements.counted import steps_counted
from checkin.agreements.happened import AnswersSent
from checkin.agreements.reached import PastAnswer
from checkin.conversation.talking.facts import Fact, Marked, TalkAsked
from checkin.lives.check_in_moved_by_time import Counted
from checkin.storage import agreements, alerts, answers, check_ins, history, people
from checkin.storage.tables import CheckInRow

COUNTING = ("feeling_run", "plan_not_kept", "checklist_gap")


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
        check_in.id, check_in.asks, facts, history, picked_staff=picked_staff(facts)
    )
    person = people.the_person(check_in.person_id)
    raise_reached(person, happened, now, check_in_id=check_in.id)


def history_of(person_id: str, now: datetime) -> dict[str, list[PastAnswer]]:
    """Return what thresholds count of a person's own past answers, and which alerted before."""
    in_force = agreements.agreements_of(person_id, now)
    found = history.history(person_id, steps_counted([one.agreement for one in in_force]))
    keys = [f"{kind}:{one.key}" for past in found.values() for one in past for kind in COUNTING]
    raised = {key.split(":", 1)[1] for key in alerts.keys_among(keys)}
    return {
        step: [replace(one, reached_before=one.key in raised) for one in past]
        for step, past in found.items()
    }


def picked_staff(facts: Sequence[Fact]) -> str | None:
    """Return whom the person asked to talk with, where that is a member of staff."""
    picked = [one for fact in facts if isinstance(fact, TalkAsked) for one in fact.with_whom]
    return people.first_staff_among(picked) if picked else None

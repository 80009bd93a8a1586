"""What will happen when this is sent: shown to the person before they decide (screens.md C7)."""

from collections.abc import Iterable
from datetime import datetime

from checkin.actions.about import text_values
from checkin.actions.as_rules_see import as_person, covering_among
from checkin.actions.count_answers import history_of
from checkin.actions.flows_in_use import flows_in_use
from checkin.agreements.happened import AnswersSent
from checkin.agreements.reached import PastAnswer, Reached
from checkin.agreements.thresholds import reached
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.engine import turn
from checkin.conversation.talking.facts import Marked, Sent, TalkAsked, Tell
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import TABLET
from checkin.conversation.talking.said import Send
from checkin.conversation.talking.standing import SoFar
from checkin.storage import agreements, people
from checkin.storage.tables import CheckInRow

WHEN = {
    "now": "{staff} will be told at once.",
    "soon": "{staff} will be told in a few minutes.",
    "today": "{staff} will look at this today.",
}
"""In the person's words nothing is called an alert, and what is only for a plan is not said."""


def effect_of_sending(
    check_in: CheckInRow, flow: Flow, so_far: SoFar, now: datetime
) -> tuple[str, ...]:
    """Return a sentence for each thing that sending these answers would set going; often none."""
    facts = turn(flow, so_far, Send(), TABLET, flows_in_use().frame).facts
    given = next((fact.answers for fact in facts if isinstance(fact, Sent)), ())
    asked_for = tuple(fact for fact in facts if isinstance(fact, Marked | TalkAsked | Tell))
    if not asked_for:
        return ()
    person = people.the_person(check_in.person_id)
    in_force = agreements.agreements_of(person.id, now)
    agreed = covering_among(in_force)
    history = history_of(person.id, now)
    for one in _as_if_sent(check_in, given, now):
        history.setdefault(one.step, []).append(one)
    found = reached(
        [one.agreement for one in in_force],
        AnswersSent(check_in.id, check_in.asks, asked_for, history),
        now,
        person=as_person(person, agreed),
    )
    staff = text_values(person, agreed.agreement if agreed else None, now)["staff"]
    return tuple(dict.fromkeys(_said(found, staff)))


def _said(found: Iterable[Reached], staff: str) -> Iterable[str]:
    for one in found:
        if one.level in WHEN:
            agreed = f' You agreed: "{one.agreed_words}"' if one.agreed_words else ""
            yield WHEN[one.level].replace("{staff}", staff) + agreed


def _as_if_sent(check_in: CheckInRow, given: Iterable[Given], now: datetime) -> list[PastAnswer]:
    return [
        PastAnswer(
            key=f"{check_in.id}:{one.step}",
            step=f"{check_in.asks}.{one.step}",
            choices=one.choices,
            marks=one.marks,
            done=None,
            at=now,
            labels=one.labels,
        )
        for one in given
        if one.choices
    ]

"""What is marked in answers that were sent."""

from checkin.agreements.happened import AnswersSent
from checkin.conversation.talking.facts import Marked, TalkAsked


def talk_asked_at(sent: AnswersSent) -> set[str]:
    """Return at which steps a talk was asked for."""
    return {fact.step for fact in sent.facts if isinstance(fact, TalkAsked)}


def marks_of(sent: AnswersSent, step: str | None = None) -> set[str]:
    """Return the facts that were named, by one step or by any."""
    marked = [fact for fact in sent.facts if isinstance(fact, Marked)]
    return {fact.mark for fact in marked if step in {None, fact.step}}

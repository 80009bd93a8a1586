"""A number is answered so often in an hour and no more: two machines would talk for ever.

Every text is heard all the same, and rings whoever it rings. Who comes for a call is said on, but
not in the same words twice in five minutes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.actions.text_person import DESPITE_STOP
from checkin.agreements.happened_by_text import AnsweredOften
from checkin.agreements.tasks import ANSWERED_OFTEN
from checkin.lives.new_message import NewMessage
from checkin.storage import alerts, what_was_sent
from checkin.storage.tables import MessageRow

HOUR, A_LITTLE = timedelta(hours=1), timedelta(minutes=5)
MOST_AN_HOUR = 20


def answers_to(person_id: str, number: str, now: datetime) -> Sequence[MessageRow]:
    """Return what was texted back to a person's number in the last hour; of a conversation, nothing."""
    texts = what_was_sent.texts_to(person_id, now - HOUR)
    return [one for one in texts if one.address == number and _answers(one)]


def answers_to_number(number: str, now: datetime) -> Sequence[MessageRow]:
    """Return what was texted back in the last hour to a number that is nobody's here."""
    return [one for one in what_was_sent.texts_to_nobody(number, now - HOUR) if _answers(one)]


def _answers(text: MessageRow) -> bool:
    return text.key.startswith("heard:") and not text.key.endswith(":answer")


def goes_back(text: NewMessage, answered: Sequence[MessageRow]) -> bool:
    """Say whether this answer goes, after these of the last hour."""
    if len(answered) < MOST_AN_HOUR:
        return True
    since = text.made_at - A_LITTLE
    just_said = any(one.body == text.body and one.made_at > since for one in answered)
    return text.about in DESPITE_STOP and not just_said


def often_answered(
    message_id: str, person_id: str, answered: Sequence[MessageRow]
) -> AnsweredOften | None:
    """Return what staff are told of it, once; nothing where some of it was told to some alone."""
    told_apart = any(one.check_in_id for one in answered)
    if told_apart or alerts.live_in_group(f"{ANSWERED_OFTEN}:{person_id}"):
        return None
    return AnsweredOften(message_id, len(answered))

"""Answers are kept exactly as given, on which device, and count once they are sent."""

from collections.abc import Mapping
from datetime import datetime

from checkin.actions.heard_of import answered_late
from checkin.actions.listen_for_the_word import listen_for_the_word
from checkin.actions.wait_until_later import answered_after_all
from checkin.actions.who_hurts import who_hurts
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import MANNERS
from checkin.lives.check_in_moved_by_person import Answered as AnswerCame
from checkin.storage import answers, check_ins, flows
from checkin.storage.answers import NOWHERE, Where
from checkin.storage.on_which_device import is_not_known
from checkin.storage.tables import CheckInRow

Hurt = Mapping[str, HurtBy]


def keep(check_in: CheckInRow, given: tuple[Given, ...], now: datetime, where: Where) -> None:
    """Keep answers as they are given, and listen for the secret word in them."""
    put(check_in, given, now, where)
    listen_for_the_word(check_in, given, now)


def send(
    check_in: CheckInRow,
    sent: tuple[Given, ...],
    now: datetime,
    hurt: Hurt | None,
    where: Where,
) -> None:
    """Keep them as sent: from now on they count."""
    put(check_in, sent, now, where, sent=True, hurt=hurt)
    answered_after_all(check_in)
    check_ins.move(check_in, AnswerCame(now))
    if MANNERS[check_in.channel].is_their_own and where == NOWHERE:
        check_in.done = "self"  # their own phone; who wrote it on a page, nobody said
    if not (where.beside or (where.device_id and is_not_known(where.device_id))):
        answered_late(check_in, now)


def put(
    check_in: CheckInRow,
    given: tuple[Given, ...],
    now: datetime,
    where: Where,
    *,
    sent: bool = False,
    hurt: Hurt | None = None,
) -> None:
    """Keep answers, and with those that are sent who hurts the person, as their words say it."""
    found = (hurt or who_hurts(check_in.person_id, given)) if sent else {}
    language = flows.version(check_in.flow_version_id or "").language
    answers.put(check_in, given, language=language, now=now, sent=sent, hurt=found, where=where)

"""Answers: added exactly as given, never changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import insert, select

from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.given import Given
from checkin.storage.tables import AnswerRow, CheckInRow, db, new_id

NOBODY_HURT: Mapping[str, HurtBy] = {}
SAID_AFTERWARDS = "Said afterwards."
"""What stands in place of a question, where words came from an old page once it was sent."""
SAID_ELSEWHERE = "Said elsewhere."
"""The same, where what they told elsewhere keeps this from somebody: it is no answer, and is not shown."""


class Where(NamedTuple):
    """On which device (id) something was said, and who of staff (id) was signed in there."""

    device_id: str | None = None
    beside: str | None = None


NOWHERE = Where()  # by text


def put(
    check_in: CheckInRow,
    given: Sequence[Given],
    *,
    language: str,
    now: datetime,
    sent: bool = False,
    hurt: Mapping[str, HurtBy] = NOBODY_HURT,
    where: Where = NOWHERE,
) -> list[str]:
    """Add answers to a check-in: as given in a turn, or as they were sent. Return their ids.

    `hurt`: by step, who hurts the person, as the words say it.
    """
    sent_at = now if sent else None
    rows = [
        {
            **_row(check_in, one, hurt.get(one.step)),
            "language": language,
            "at": now,
            "sent_at": sent_at,
            **where._asdict(),
        }
        for one in given
    ]
    if rows:
        db.session.execute(insert(AnswerRow), rows)
    return [row["id"] for row in rows]


def _row(check_in: CheckInRow, one: Given, hurt: HurtBy | None) -> dict[str, Any]:
    """Return one answer as its row holds it, but for when it was given."""
    return {
        "id": new_id(),
        "check_in_id": check_in.id,
        "person_id": check_in.person_id,
        "number": check_in.turns,
        "flow_step": f"{check_in.asks}.{one.step}",
        "step": one.step,
        "asked": one.asked,
        "choices": list(one.choices),
        "labels": list(one.labels),
        "symbol": one.symbol,
        "symbols": list(one.symbols),
        "words": one.words,
        "media": list(one.media),
        "silence": one.silence,
        "how": one.how,
        "reply": one.reply,
        "marks": list(one.marks),
        "does": one.does,
        "hurt_by": list(hurt.named) if hurt else None,
        "hurt_unclear": hurt.unclear if hurt else None,
        "channel": check_in.channel,
    }


def answers_of(*check_in_ids: str) -> Sequence[AnswerRow]:
    """Return every answer given in these check-ins, changed minds included, in order."""
    return db.session.scalars(
        select(AnswerRow)
        .where(AnswerRow.check_in_id.in_(check_in_ids), AnswerRow.sent_at.is_(None))
        .order_by(AnswerRow.number)
    ).all()


def sent_answers_of(*check_in_ids: str) -> Sequence[AnswerRow]:
    """Return the answers that were sent, in the order of the conversation."""
    return db.session.scalars(
        select(AnswerRow)
        .where(AnswerRow.check_in_id.in_(check_in_ids), AnswerRow.sent_at.is_not(None))
        .where(AnswerRow.asked != SAID_ELSEWHERE)
        .order_by(AnswerRow.sent_at, AnswerRow.number)
    ).all()


def answer(answer_id: str) -> AnswerRow | None:
    """Return one answer."""
    return db.session.get(AnswerRow, answer_id)


def as_given(row: AnswerRow) -> Given:
    """Return a kept answer as it was given, for telling the conversation again."""
    return Given(
        step=row.step,
        asked=row.asked,
        choices=tuple(row.choices),
        labels=tuple(row.labels),
        symbol=row.symbol,
        symbols=tuple(row.symbols),
        words=row.words,
        media=tuple(row.media),
        silence=row.silence,
        how=row.how,
        marks=tuple(row.marks),
        does=row.does,
        reply=row.reply,
    )

"""What a person texted was to be read by a time, and nobody did: they are told once who is asked now.

It goes by day, as agreed; who is asked by then is named. Source: texts.md B.4.
"""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.hours_of import hours_of
from checkin.actions.tell_who_called import GoesOn
from checkin.actions.text_person import text_to
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.loop import Unread
from checkin.lives.message import MessageState
from checkin.lives.new_message import NewMessage
from checkin.lives.reach import reach
from checkin.storage import loops, messages, people, texts_heard, what_was_sent
from checkin.storage.tables import AlertRow
from checkin.wording import in_a_row

STILL_UNREAD = "still_unread"


def still_unread(happened: Sequence[GoesOn | None], now: datetime) -> list[NewMessage]:
    """Return the texts to those whose words went on to the next reader.

    What still waits to be said of the same words is past, and does not go out.
    """
    new = [text for one in happened if one and one.names and (text := _text(one, now))]
    if new:
        messages.cancel_said_of({one.alert_id for one in new if one.alert_id}, now)
    return new


def _text(one: GoesOn, now: datetime) -> NewMessage | None:
    alert, person = one.alert, one.person
    if alert.do_by and now < alert.do_by:  # who was to read it is reminded
        return None
    if not (_came_by_text_and_nobody_read(alert) and reach(person, "text")) or _was_said(alert):
        return None
    text = text_to(
        person,
        STILL_UNREAD,
        {"name": people.name_of(person), "staff": in_a_row(list(one.names))},
        now,
        key=f"alert:{alert.id}:{STILL_UNREAD}:{one.time}",
        alert_id=alert.id,
        check_in_id=alert.check_in_id,
    )
    return text._replace(not_before=hours_of(person, now).wait_until(now))


def _came_by_text_and_nobody_read(alert: AlertRow) -> bool:
    kind, _, place = alert.group_key.partition(":")
    if kind != TO_READ or texts_heard.text(place) is None:
        return False
    return any(isinstance(loops.life_of(one), Unread) for one in loops.all_read_with(place))


def _was_said(alert: AlertRow) -> bool:
    """Say whether it went out, or was tried."""
    told = [one for one in what_was_sent.messages_of_alert(alert.id) if one.to_person]
    return any(one.sent_at or one.state == MessageState.FAILED for one in told)

"""Who was missed may have been heard since: what they texted, as whoever looks may read it now.

Nothing of it is written into the alert: what was true when it was raised is not so an hour later.
Source: scenarios.md D14.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from checkin.actions.calls import MISSED, is_missed
from checkin.door.me import Me
from checkin.lives.alert import LIVE
from checkin.staff.goes_by import called
from checkin.staff.how_it_stands import what_it_asks
from checkin.staff.texts_read import Text, their_texts
from checkin.staff.times import when
from checkin.storage import check_ins
from checkin.storage.tables import AlertRow, PersonRow
from checkin.storage.texts_heard import TOLD

LOOKED_FOR = timedelta(days=28)
LATE = "late"
ANSWERS = ("ok", LATE, "help", "call_me")
"""What a text may mean that says how they are since: it stands on the miss."""
MOST_LETTERS = 40


def heard_since(
    rows: Sequence[AlertRow], persons: Mapping[str, PersonRow], who: Me, now: datetime
) -> Mapping[str, tuple[str, ...]]:
    """Return by alert what is known of who was missed: their answer since, and their last text.

    What tells of a hurt is read where it was told: this list lies open beside whom it names.
    """
    missed = [row for row in rows if row.kind == MISSED and row.house_id in who.house_ids]
    texts = {
        key: _texts(persons[key], who, now) for key in dict.fromkeys(row.whose for row in missed)
    }
    return {row.id: _heard(row, persons[row.whose], texts[row.whose], now) for row in missed}


def _texts(person: PersonRow, who: Me, now: datetime) -> list[Text]:
    found = their_texts(person, now - LOOKED_FOR, who, now)
    return [one for one in found if (one.private or not one.hidden) and one.meaning != TOLD]


def _heard(
    row: AlertRow, person: PersonRow, texts: Sequence[Text], now: datetime
) -> tuple[str, ...]:
    since = [one for one in texts if one.at >= row.opened_at and _meant(one) in ANSWERS]
    wrote = since[-1:]
    last = [one for one in texts[-1:] if one not in wrote]
    return (
        *(_wrote(one, person, now) for one in wrote),
        *_answered(row, person, now),
        *(f"Last heard {when(one.at, now)} {_words(one)}." for one in last),
        *_rings_nobody(row, person),
    )


def _answered(row: AlertRow, person: PersonRow, now: datetime) -> tuple[str, ...]:
    """Say that it was sent on a page since, and nothing of what: a text stands there by itself."""
    missed = check_ins.check_in(row.check_in_id) if row.check_in_id else None
    at = missed.answered_late_at if missed and missed.channel == "tablet" else None
    return (f"{called(person)} answered it at {when(at, now)}, on a page.",) if at else ()


def _meant(text: Text) -> str:
    """Return what a text meant, without the minutes of a LATE."""
    return text.meaning.partition(":")[0]


def _rings_nobody(row: AlertRow, person: PersonRow) -> tuple[str, ...]:
    """Say what is left to do of a miss whose person was heard of since."""
    calm = row.state in LIVE and not is_missed(row)
    return (f"We ring nobody about this. Ring {called(person)}, or close it.",) if calm else ()


def _wrote(text: Text, person: PersonRow, now: datetime) -> str:
    """Say what they wrote, and to which check-in."""
    answered = check_ins.check_in(text.check_in_id) if text.check_in_id else None
    to = f", to {what_it_asks(answered)}" if answered else ""
    wrote = f"{called(person)} wrote {_words(text)} at {when(text.at, now)}{to}"
    late = answered and _meant(text) == LATE and answered.due_at > now
    return (
        f"{wrote}: late until {when(answered.due_at, now)}." if late and answered else f"{wrote}."
    )


def _words(text: Text) -> str:
    return "(private)" if text.private else text.words[:MOST_LETTERS].rstrip(".")

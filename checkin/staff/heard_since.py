"""Who was missed may have been heard since: what they texted, as whoever looks may read it now.

Nothing of it is written into the alert: what was true when it was raised is not so an hour later.
Source: scenarios.md D14.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from checkin.actions.calls import MISSED, is_missed
from checkin.actions.may_see import words_open_to
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import Me
from checkin.lives.alert import LIVE
from checkin.staff.goes_by import called
from checkin.staff.how_it_stands import what_it_asks
from checkin.staff.texts_read import Text, their_texts
from checkin.staff.times import when
from checkin.storage import check_ins, which_check_ins
from checkin.storage.tables import AlertRow, PersonRow
from checkin.storage.texts_heard import TOLD

LOOKED_FOR = timedelta(days=28)
TELLS = "tell_someone"
LATE = "late"
ANSWERS = ("ok", LATE, "help", "call_me")
"""What a text may mean that says how they are since: it stands on the miss."""
MOST_LETTERS = 40


def heard_since(
    rows: Sequence[AlertRow], persons: Mapping[str, PersonRow], who: Me, now: datetime
) -> Mapping[str, tuple[str, ...]]:
    """Return by alert what is known of who was missed: their answer since, and their last text.

    What tells of a hurt is read where it was told; who may know of it reads when that was.
    """
    missed = [row for row in rows if row.kind == MISSED and row.house_id in who.house_ids]
    texts = {
        key: _texts(persons[key], who, now) for key in dict.fromkeys(row.whose for row in missed)
    }
    return {row.id: _heard(row, persons[row.whose], texts[row.whose], now) for row in missed}


def _texts(person: PersonRow, who: Me, now: datetime) -> list[Text]:
    """Return what they texted and told, in order, as this one may know of it."""
    since = now - LOOKED_FOR
    found = their_texts(person, since, who, now)
    texts = [one for one in found if one.private or not one.hidden]
    return sorted([*texts, *_told_on_pages(person, since, who, now)], key=lambda one: one.at)


def _told_on_pages(person: PersonRow, since: datetime, who: Me, now: datetime) -> list[Text]:
    """Return when they told something on a page, without a word of it."""
    sent = which_check_ins.sent_since([person.id], since)
    told = [one for one in sent if one.asks == TELLS and one.done != "by_other"]
    may = words_open_to(as_viewer(who), [one.id for one in told], now)
    times = [one.sent_at for one in told if one.id in may and one.sent_at]
    return [Text(at, theirs=True, words="", meaning=TOLD) for at in times]


def _heard(
    row: AlertRow, person: PersonRow, texts: Sequence[Text], now: datetime
) -> tuple[str, ...]:
    since = [one for one in texts if one.at >= row.opened_at and _meant(one) in ANSWERS]
    wrote = since[-1:]
    last = [one for one in texts[-1:] if one not in wrote]
    return (
        *(_wrote(one, person, now) for one in wrote),
        *_answered(row, person, now),
        *(f"Last heard {_when_and_what(one, now)}." for one in last),
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


def _when_and_what(text: Text, now: datetime) -> str:
    """Say when it was, and what, but of a telling: this list lies open beside whom it names."""
    at = when(text.at, now)
    return at if text.meaning == TOLD else f"{at} {_words(text)}"


def _words(text: Text) -> str:
    return "(private)" if text.private else text.words[:MOST_LETTERS].rstrip(".")

"""Who may read words that hold a secret word: cover staff of that agreement, and managers."""

from datetime import datetime

from checkin.agreements.agreement import AgreedWord
from checkin.agreements.cover import all_cover
from checkin.door.me import Me
from checkin.storage import agreements, messages
from checkin.storage.tables import AlertRow

WORD_USED = "Agreed word used."
KEY = "agreed_word:"


def may_read(who: Me, person_id: str, now: datetime) -> bool:
    """Say whether someone may read what a person said privately (scenarios.md D23)."""
    if who.manages:
        return True
    agreed = [one.agreement for one in agreements.agreements_of(person_id, now)]
    naming = [one for one in agreed if any(isinstance(part, AgreedWord) for part in one.thresholds)]
    named = {
        staff for one in naming or agreed for staff in (*all_cover(one.cover), one.cover.manager)
    }
    return who.id in named


def private_text(alert: AlertRow, who: Me, now: datetime) -> str | None:
    """Return the text that raised an alert, for those who may read it; else nothing."""
    if not alert.said_privately or not may_read(who, alert.person_id, now):
        return None
    heard = messages.heard(alert.key.removeprefix(KEY))
    return heard.words if heard else None

"""Who may read words that hold a secret word: cover staff of that agreement, and managers."""

from datetime import datetime

from checkin.actions.may_see import private_words_answer
from checkin.agreements.seeing import May
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import Me
from checkin.storage import texts_heard
from checkin.storage.tables import AlertRow

WORD_USED = "Agreed word used."
KEY = "agreed_word:"


def may_read(who: Me, person_id: str, now: datetime) -> bool:
    """Say whether someone may read what a person said privately (scenarios.md D23)."""
    return isinstance(private_words_answer(as_viewer(who), person_id, now), May)


def private_text(alert: AlertRow, who: Me, now: datetime) -> str | None:
    """Return the text that raised an alert, for those who may read it; else nothing."""
    if not alert.said_privately or not may_read(who, alert.whose, now):
        return None
    heard = texts_heard.text(alert.key.removeprefix(KEY))
    return heard.words if heard else None

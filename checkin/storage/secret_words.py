"""Secret words: sealed with the installation's key, opened only to compare or for cover staff."""

import base64
import hashlib
from collections.abc import Sequence
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import select, update

from checkin.storage.tables import SecretWordRow, db


def _seal(secret_key: str) -> Fernet:
    digest = hashlib.sha256(b"secret words\x1f" + secret_key.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def put(person_id: str, word: str, secret_key: str, now: datetime, old_until: datetime) -> None:
    """Keep a new word; the ones before it still count until `old_until`."""
    db.session.execute(
        update(SecretWordRow)
        .where(SecretWordRow.person_id == person_id, SecretWordRow.counts_until.is_(None))
        .values(counts_until=old_until)
    )
    sealed = _seal(secret_key).encrypt(word.encode()).decode()
    db.session.add(SecretWordRow(person_id=person_id, sealed=sealed, set_at=now))
    db.session.flush()


def words_of(person_id: str, secret_key: str, now: datetime) -> tuple[str, ...]:
    """Return the words that count now, the newest first; what this key cannot open is no word."""
    rows: Sequence[SecretWordRow] = db.session.scalars(
        select(SecretWordRow)
        .where(
            SecretWordRow.person_id == person_id,
            SecretWordRow.counts_until.is_(None) | (SecretWordRow.counts_until > now),
        )
        .order_by(SecretWordRow.set_at.desc())
    ).all()
    return tuple(word for row in rows if (word := _opened(row, _seal(secret_key))) is not None)


def sealed_away(secret_key: str) -> set[str]:
    """Return whose word of today this key cannot open: another key sealed it."""
    rows = db.session.scalars(select(SecretWordRow).where(SecretWordRow.counts_until.is_(None)))
    seal = _seal(secret_key)
    return {row.person_id for row in rows if _opened(row, seal) is None}


def _opened(row: SecretWordRow, seal: Fernet) -> str | None:
    try:
        return seal.decrypt(row.sealed.encode()).decode()
    except InvalidToken:
        return None

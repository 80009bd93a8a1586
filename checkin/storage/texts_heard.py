"""Texts that arrived, each exactly as it came."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select, update

from checkin.storage.tables import HeardRow, db
from checkin.storage.writing import insert_new

STOP_OR_START = ("stops", "starts")  # what staff may say of our texts to them

TOLD = "told"
"""What a text means that stands in a telling, and nowhere else."""


@dataclass(frozen=True, slots=True)
class NewText:
    """A text as it arrived, and whose phone it came from; None: it is nobody's here."""

    id: str
    provider_id: str
    number: str
    words: str
    at: datetime
    person_id: str | None = None
    staff_id: str | None = None


def put(new: NewText) -> bool:
    """Keep a text that arrived; False when the phone company's id was heard before."""
    row = {**asdict(new), "private": False}
    return insert_new(HeardRow, [row]) == 1


def keep_meaning(
    heard_id: str,
    meaning: str,
    *,
    check_in_id: str | None = None,
    private: bool = False,
    read_with: str | None = None,
) -> None:
    """Write down what a text meant, and the check-in it belongs to; what was known before stays.

    `private`: it holds the secret word. `read_with`: the text whose place on the list it shares.
    """
    known = {
        "meaning": meaning,
        **({"check_in_id": check_in_id} if check_in_id else {}),
        **({"private": True} if private else {}),
        **({"read_with": read_with} if read_with else {}),
    }
    db.session.execute(update(HeardRow).where(HeardRow.id == heard_id).values(**known))


def keep_person(heard_id: str, person_id: str) -> None:
    """Write down whose a text is that came from a number of before."""
    db.session.execute(update(HeardRow).where(HeardRow.id == heard_id).values(person_id=person_id))


def text(heard_id: str) -> HeardRow | None:
    """Return one text that arrived."""
    return db.session.get(HeardRow, heard_id)


def the_text(heard_id: str) -> HeardRow:
    """Return a text that was just kept."""
    return db.session.get_one(HeardRow, heard_id)


def texts_from(person_id: str, since: datetime) -> Sequence[HeardRow]:
    """Return the texts from a person since then, in order."""
    return db.session.scalars(
        select(HeardRow)
        .where(HeardRow.person_id == person_id, HeardRow.at >= since)
        .order_by(HeardRow.at)
    ).all()


def texts_by_id(heard_ids: Collection[str]) -> Sequence[HeardRow]:
    """Return these texts."""
    if not heard_ids:
        return ()
    return db.session.scalars(select(HeardRow).where(HeardRow.id.in_(heard_ids))).all()


def texts_in(check_in_ids: Collection[str]) -> Sequence[HeardRow]:
    """Return the texts of these check-ins, in order."""
    if not check_in_ids:
        return ()
    return db.session.scalars(
        select(HeardRow).where(HeardRow.check_in_id.in_(check_in_ids)).order_by(HeardRow.at)
    ).all()


def meant_last(staff_id: str, meanings: Collection[str]) -> str | None:
    """Return which of these the latest such text of a member of staff meant; None: there is none."""
    return db.session.scalars(
        select(HeardRow.meaning)
        .where(HeardRow.staff_id == staff_id, HeardRow.meaning.in_(meanings))
        .order_by(HeardRow.at.desc())
        .limit(1)
    ).first()


def from_unknown_numbers(since: datetime) -> Sequence[HeardRow]:
    """Return texts from numbers that belong to nobody here, and those of staff that took nothing."""
    return db.session.scalars(
        select(HeardRow)
        .where(HeardRow.person_id.is_(None), HeardRow.at >= since)
        .where(HeardRow.staff_id.is_(None) | HeardRow.meaning.in_(("free", *STOP_OR_START)))
        .order_by(HeardRow.at.desc())
    ).all()


def in_doubt(check_in_ids: Collection[str]) -> dict[str, list[HeardRow]]:
    """Return the texts that a person reads and that each check-in may have been answered with."""
    rows = db.session.scalars(
        select(HeardRow)
        .where(HeardRow.check_in_id.in_(check_in_ids), HeardRow.meaning == "free")
        .order_by(HeardRow.at)
    )
    found: dict[str, list[HeardRow]] = {}
    for row in rows:
        found.setdefault(row.check_in_id or "", []).append(row)
    return found

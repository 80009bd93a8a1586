"""Voice notes, photos and drawings: what is known of each. The bytes lie in the data folder."""

from sqlalchemy import select

from checkin.storage.tables import MediaRow, db


def put(row: MediaRow) -> None:
    """Keep what is known of a file."""
    db.session.add(row)
    db.session.flush()


def media(media_id: str) -> MediaRow | None:
    """Return what is known of one file."""
    return db.session.get(MediaRow, media_id)


def media_of(ids: list[str]) -> dict[str, MediaRow]:
    """Return several by id."""
    return {row.id: row for row in db.session.scalars(select(MediaRow).where(MediaRow.id.in_(ids)))}

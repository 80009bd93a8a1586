"""Open the database of a copy of Checkin, and bring it up to date."""

from checkin.storage.tables import db
from checkin.storage.transaction import prepare
from checkin.storage.upgrade import upgrade


def engine_options(address: str) -> dict[str, object]:
    """Return how connections are kept: checked before use, so that a restarted server heals."""
    return {"pool_pre_ping": True, "pool_size": 10} if address.startswith("postgresql") else {}


def open_database(countries: tuple[str, ...]) -> None:
    """Run every migration that the database has not had yet; asked inside an opened copy."""
    prepare(db.engine)
    upgrade(db.engine, countries)

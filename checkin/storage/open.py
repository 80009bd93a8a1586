"""Open the database of a copy of Checkin, and bring it up to date."""

from pathlib import Path

from checkin.storage.tables import db
from checkin.storage.transaction import prepare
from checkin.storage.upgrade import newest_version, upgrade, version_of


class NotThereError(Exception):
    """There is no database here, or it is of another version."""


def engine_options(address: str) -> dict[str, object]:
    """Return how connections are kept: checked before use, so that a restarted server heals.

    A statement that breaks is logged without its values: they may be somebody's words.
    """
    kept = {"pool_pre_ping": True, "pool_size": 10} if address.startswith("postgresql") else {}
    return {**kept, "hide_parameters": True}


def open_database(countries: tuple[str, ...]) -> None:
    """Run every migration that the database has not had yet; asked inside an opened copy."""
    prepare(db.engine)
    upgrade(db.engine, countries)


def must_be_up_to_date() -> None:
    """Raise NotThereError where what is read here could not be read as it is; change nothing."""
    url = db.engine.url
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise NotThereError(f"There is no database at {url.database}.")
    with db.engine.connect() as connection:
        version = version_of(connection)
    if version != newest_version():
        raise NotThereError(
            f"The database is of version {version or 'none'}, and this Checkin of version "
            f"{newest_version()}. Nothing was looked at. Run `checkin upgrade` first."
        )

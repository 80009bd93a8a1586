"""Open the database of an app, and bring it up to date."""

from flask import Flask

from checkin.storage.tables import db
from checkin.storage.transaction import prepare
from checkin.storage.upgrade import upgrade


def open_database(app: Flask) -> None:
    """Join the database to the app and run every migration it has not had yet."""
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", engine_options(app))
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)
        upgrade(db.engine)


def engine_options(app: Flask) -> dict[str, object]:
    """Return how connections are kept: checked before use, so that a restarted server heals."""
    on_postgres = str(app.config["SQLALCHEMY_DATABASE_URI"]).startswith("postgresql")
    return {"pool_pre_ping": True, "pool_size": 10} if on_postgres else {}

"""Rows to look at and not to change, for pages that are opened many times a second.

They are read without the session's book-keeping, at a third of the cost, and cannot be changed.
"""

from collections.abc import Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Row, Select

from checkin.storage.tables import Base, db

T = TypeVar("T", bound=Base)


def look_up(kind: type[T], question: Select[Any], **values: object) -> T | None:  # noqa: ARG001
    """Return the first row of a prepared question over the table of `kind`, or None."""
    row = db.session.connection().execute(question, values).first()
    return cast("T | None", row)


def look_up_all(question: Select[Any], **values: object) -> Sequence[Row[Any]]:
    """Return all rows of a prepared question."""
    return db.session.connection().execute(question, values).all()

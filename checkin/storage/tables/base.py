"""What every table shares: aware times in UTC, random ids, one registry."""

from datetime import UTC, datetime
from enum import StrEnum
from secrets import token_hex
from typing import Any, get_args

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import CheckConstraint, DateTime, Dialect, Enum, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from checkin.phone_numbers.reading import KEPT

Id = String(32)


def new_id() -> str:
    """Return a random id (128 bits, 32 hex digits): it may leave the server and tells nothing."""
    return token_hex(16)


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """Turn an aware time into the naive UTC time that is stored."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("Give an aware time: every time here has its zone.")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """Give the stored time back as an aware one."""
        return None if value is None else value.replace(tzinfo=UTC)


def one_of(kind: type[StrEnum], length: int, rule: str) -> Enum:
    """Return the column type of a closed list; the database refuses any other word (`rule`)."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=length,
        name=rule,
        values_callable=lambda kind: [one.value for one in kind],
    )


class Phone(TypeDecorator[str]):
    """A phone number as it is kept (E.164), so that one phone is one text; any other is refused."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """Refuse a number that nobody read first."""
        if value is not None and not KEPT.fullmatch(value):
            raise ValueError("Read a number before it is kept: checkin/phone_numbers/reading.py.")
        return value


def one_spelling() -> CheckConstraint:
    """Let the database itself refuse a phone in any spelling but E.164."""
    return CheckConstraint(
        "substr(phone, 1, 1) = '+' AND length(phone) BETWEEN 8 AND 16"
        " AND replace(phone, ' ', '') = phone",
        "one_spelling",
    )


def one_word_of(kind: Any, length: int, rule: str) -> Enum:
    """Return the same for the words of a `Literal`, or of several together."""
    words = [word for part in get_args(kind) for word in get_args(part) or (part,)]
    return Enum(*words, native_enum=False, create_constraint=True, length=length, name=rule)


class Base(DeclarativeBase):
    """The registry of all tables; named constraints, so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class WithId:
    """A row with a random id."""

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)


# What was read stays readable after a commit: it is looked at, and read anew where it is changed.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})

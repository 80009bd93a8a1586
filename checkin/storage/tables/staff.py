"""Staff, and what they may do."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, String, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from checkin.storage.tables.base import Base, Id, Phone, WithId, one_spelling
from checkin.storage.tables.people import HouseRow

staff_roles = Table(
    "staff_role",
    Base.metadata,
    Column("staff_id", Id, ForeignKey("staff.id"), primary_key=True),
    Column("role_id", Id, ForeignKey("role.id"), primary_key=True),
)
staff_houses = Table(
    "staff_house",
    Base.metadata,
    Column("staff_id", Id, ForeignKey("staff.id"), primary_key=True),
    Column("house_id", Id, ForeignKey("house.id"), primary_key=True),
)

outside_contacts = Table(
    "outside_contact",
    Base.metadata,
    Column("house_id", Id, ForeignKey("house.id"), primary_key=True),
    Column("staff_id", Id, ForeignKey("staff.id"), primary_key=True),
)


class Role(WithId, Base):
    """What someone is here: support_worker, team_lead, manager; or outside a house."""

    __tablename__ = "role"

    name: Mapped[str] = mapped_column(String(40), unique=True)
    description: Mapped[str | None] = mapped_column(String(200))
    permissions: Mapped[list[str] | None] = mapped_column(JSON)


class Staff(WithId, Base):
    """Someone who works in a house, or is its contact outside it, and signs in."""

    __tablename__ = "staff"
    __table_args__ = (one_spelling(),)

    name: Mapped[str] = mapped_column(String(120))
    called: Mapped[str] = mapped_column(String(60))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    phone: Mapped[str | None] = mapped_column(Phone, unique=True)
    phone_unread: Mapped[str | None] = mapped_column(Text)  # typed once, and no number
    phone_refused: Mapped[str | None] = mapped_column(String(20))  # by which ways, "call,text"
    refused_apart: Mapped[str | None] = mapped_column(String(20))  # found by what is kept from some
    photo: Mapped[str | None] = mapped_column(String(80))
    roles: Mapped[list[Role]] = relationship(Role, secondary=staff_roles, lazy="selectin")
    works_in: Mapped[list[HouseRow]] = relationship(HouseRow, secondary=staff_houses, viewonly=True)

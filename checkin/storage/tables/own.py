"""What is one person's own: settings of their pages, lines in their words, photos, ticks on their card."""

from datetime import datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column

from checkin.agreements.how_asked import AnswersBy, Pictures, ShowAs, Size, Sound, Theme
from checkin.conversation.talking.said import Done
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_of, one_word_of

SETTINGS_HOLD = (
    CheckConstraint("per_page BETWEEN 1 AND 4", "per_page"),
    CheckConstraint("can_write OR can_talk OR can_photograph", "some_way_to_say"),
    CheckConstraint("quiet_minutes BETWEEN 1 AND 120", "quiet_minutes"),
    CheckConstraint("(quiet_from IS NULL) = (quiet_minutes IS NULL)", "quiet_whole"),
)


class Settings:
    """The columns of a person that say how they like to be asked; each has a default."""

    per_page: Mapped[int] = mapped_column(default=3, server_default="3")
    one_tap: Mapped[bool] = mapped_column(default=False, server_default=false())
    show_as: Mapped[ShowAs] = mapped_column(
        one_of(ShowAs, 12, "show_as"), default=ShowAs.ONE_THING, server_default="one_thing"
    )
    answers_by: Mapped[AnswersBy] = mapped_column(
        one_of(AnswersBy, 12, "answers_by"), default=AnswersBy.TAP, server_default="tap"
    )
    pictures: Mapped[Pictures] = mapped_column(
        one_of(Pictures, 12, "pictures"), default=Pictures.DRAWINGS, server_default="drawings"
    )
    size: Mapped[Size] = mapped_column(
        one_of(Size, 8, "size"), default=Size.MEDIUM, server_default="medium"
    )
    sound: Mapped[Sound] = mapped_column(
        one_of(Sound, 8, "sound"), default=Sound.PRESS, server_default="press"
    )
    theme: Mapped[Theme] = mapped_column(
        one_of(Theme, 8, "theme"), default=Theme.LIGHT, server_default="light"
    )
    can_write: Mapped[bool] = mapped_column(default=True, server_default=true())
    can_talk: Mapped[bool] = mapped_column(default=True, server_default=true())
    can_photograph: Mapped[bool] = mapped_column(default=True, server_default=true())
    quiet_from: Mapped[time | None]
    quiet_minutes: Mapped[int | None]


class OwnSetRow(WithId, Base):
    """Something that was set for a person, once: the newest of a kind stands, none is taken away."""

    __tablename__ = "own_set"
    __table_args__ = (UniqueConstraint("person_id", "number"),)

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))  # one of Lines, or a setting
    at: Mapped[datetime] = mapped_column(Moment)
    by: Mapped[str] = mapped_column(String(44))  # as the record names them
    check_in_id: Mapped[str | None] = mapped_column(Id, ForeignKey("check_in.id"))
    undoes: Mapped[int | None]  # the number of what this took back
    done: Mapped[Done | None] = mapped_column(one_word_of(Done, 12, "done"))
    helper: Mapped[str | None] = mapped_column(String(120))


class OwnLineRow(WithId, Base):
    """One line of what was set, as it was said or shown: words, a picture, a voice note."""

    __tablename__ = "own_line"
    __table_args__ = (UniqueConstraint("set_id", "position"),)

    set_id: Mapped[str] = mapped_column(Id, ForeignKey("own_set.id"))
    position: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    symbol: Mapped[str | None] = mapped_column(String(120))
    media_id: Mapped[str | None] = mapped_column(Id, ForeignKey("media.id"))


class ProfileFieldRow(WithId, Base):
    """What a flow may ask about a person, by the names of flows/placeholders.yaml."""

    __tablename__ = "profile_field"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(120))
    value: Mapped[str] = mapped_column(Text)  # yes, no


class OwnPhotoRow(WithId, Base):
    """What a person wants to see for one idea: their home, their bus."""

    __tablename__ = "own_photo"
    __table_args__ = (UniqueConstraint("person_id", "idea"),)

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    idea: Mapped[str] = mapped_column(String(120))
    photo: Mapped[str] = mapped_column(String(80))


class HandoverReadRow(WithId, Base):
    """When a member of staff read a person's card; each time is kept."""

    __tablename__ = "handover_read"
    __table_args__ = (UniqueConstraint("person_id", "staff_id", "at"),)

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    staff_id: Mapped[str] = mapped_column(Id, ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Moment)

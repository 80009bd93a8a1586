"""A person gets a photo of their own, so that they find themselves on the tablet."""

from datetime import datetime
from pathlib import Path

from checkin.installation import here
from checkin.lives.record import Entry, by_staff
from checkin.pictures.photos import clean_photo
from checkin.storage import own, people, record
from checkin.storage.tables import new_id
from checkin.storage.transaction import kept_together


def change_photo(
    person_id: str, photo: bytes, concept: str | None, staff_id: str, now: datetime
) -> None:
    """Keep a clean copy of a photo, or raise PhotoError with what to do.

    Of the person's own face, or of what they want to see for one idea: their home, their bus.
    """
    name = f"{new_id()}.webp"
    path = photo_path(name)
    clean = clean_photo(photo)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(clean)
    with kept_together():
        if concept is None:
            people.change(person_id, photo=name)
        else:
            own.put_photo(person_id, concept, name)
        by, row = by_staff(staff_id), f"person:{person_id}"
        record.note([Entry(now, by, "photo_changed", row, {"of": concept}, person_id)])


def photo_path(name: str) -> Path:
    """Return where a photo lies; its name is ours, never one from outside."""
    return here().settings.data / "photos" / name

"""A person gets a photo of their own, so that they find themselves on the tablet."""

from pathlib import Path

from flask import current_app

from checkin.pictures.photos import clean_photo
from checkin.storage import people
from checkin.storage.tables import new_id
from checkin.storage.transaction import kept_together


def change_photo(person_id: str, photo: bytes) -> None:
    """Keep a clean copy of a photo, or raise PhotoError with what to do."""
    name = f"{new_id()}.webp"
    path = photo_path(name)
    clean = clean_photo(photo)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(clean)
    with kept_together():
        people.change(person_id, photo=name)


def photo_path(name: str) -> Path:
    """Return where a photo lies; its name is ours, never one from outside."""
    return Path(current_app.config["DATA"]) / "photos" / name

"""What a person likes, and what they want, is written down: each thing by itself."""

from collections.abc import Mapping, Sequence

from checkin.agreements.how_asked import Lines
from checkin.storage import own, people
from checkin.storage.transaction import kept_together

SETTINGS = (
    "per_page",
    "one_tap",
    "pictures",
    "size",
    "sound",
    "theme",
    "can_write",
    "can_talk",
    "can_photograph",
    "quiet_from",
    "quiet_minutes",
)


def change_settings(
    person_id: str, settings: Mapping[str, object], asked_about: Mapping[str, bool]
) -> None:
    """Keep these settings, and what flows may ask about; whatever is not named stays as it is."""
    unknown = set(settings) - set(SETTINGS)
    if unknown:
        raise ValueError(f"There is no setting {', '.join(sorted(unknown))}.")
    with kept_together():
        if settings:
            people.change(person_id, **settings)
        for name, yes in asked_about.items():
            own.put_field(person_id, name, "yes" if yes else "no")


def put_own_words(
    person_id: str, lines: Mapping[Lines, Sequence[str]], places: Sequence[str] | None
) -> None:
    """Keep a person's goals, plan, what to leave out, and places; None, or not named, stays."""
    with kept_together():
        for kind, words in lines.items():
            own.put_lines(person_id, kind, words)
        if places is not None:
            own.put_places(person_id, places)

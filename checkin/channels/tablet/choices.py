"""What can be picked on a page: so many at a time, and what is picked so far."""

from collections.abc import Iterable, Sequence

from checkin.conversation.replies.option import Option
from checkin.conversation.talking.prompt import Prompt

SEVERAL = ("choose_many", "people_many")


def screenfuls(options: Sequence[Option], per_page: int) -> list[tuple[Option, ...]]:
    """Return the options as they are shown, `per_page` at a time."""
    return [tuple(options[start : start + per_page]) for start in range(0, len(options), per_page)]


def positions(prompt: Prompt, keys: Iterable[str]) -> str:
    """Write picks as places in the list, "2-0", for an address that shows nothing of a person."""
    places = {option.key: str(place) for place, option in enumerate(prompt.options)}
    return "-".join(places[key] for key in keys if key in places)


def kept_at(prompt: Prompt, text: str) -> tuple[str, ...]:
    """Read picks from an address, each once and in order; what makes no sense is left out."""
    numbers = (int(part) for part in text.split("-") if part.isdecimal())
    places = dict.fromkeys(place for place in numbers if place < len(prompt.options))
    return tuple(prompt.options[place].key for place in places)


def tapped(kept: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Put a thing last in an order, or take it out again."""
    return tuple(one for one in kept if one != key) if key in kept else (*kept, key)


def screenful_of(options: Sequence[Option], key: str, per_page: int) -> int:
    """Return on which screenful, from 1, this thing is shown."""
    keys = [option.key for option in options]
    return keys.index(key) // per_page + 1 if key in keys else 1

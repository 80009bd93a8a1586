"""Whom one can ring, kept beside the database as it was last known: for a page that cannot ask it."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

log = logging.getLogger(__name__)


class ToRing(NamedTuple):
    """Somebody outside a house who can be rung. `number`: as people write it."""

    called: str
    number: str

    @property
    def words(self) -> str:
        """Return the sentence that says so."""
        return f"You can ring {self.called}: {self.number}."


def keep(data: Path, who: Sequence[ToRing]) -> None:
    """Keep them in the place of those of before. Raises OSError."""
    place = _place(data)
    kept = json.dumps(who)
    if place.exists() and place.read_text(encoding="utf-8") == kept:
        return
    aside = place.with_suffix(".part")
    aside.touch(mode=0o600)
    aside.write_text(kept, encoding="utf-8")
    aside.replace(place)


def last_known(data: Path) -> tuple[ToRing, ...]:
    """Return them as they were last known; nobody where that cannot be read."""
    try:
        return tuple(ToRing(*one) for one in json.loads(_place(data).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError):
        log.exception("Whom one can ring cannot be read. It is kept anew within five minutes.")
        return ()


def _place(data: Path) -> Path:
    return data / "to_ring.json"

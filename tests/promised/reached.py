"""Which sentences of `checkin.promised` were read on some walk: each must be, or be held elsewhere.

A plugin of `make check` (`-p tests.promised.reached`), as walks run in several workers; then
`python -m tests.promised.reached` names those that no walk came by.
"""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from checkin.promised import PROMISES
from tests.promised.held_elsewhere import HELD, NEVER_THERE

KEPT = Path("test-results/promised")
_reached: set[str] = set()


def note(words: str) -> None:
    """A walk came by this sentence, as it is listed."""
    _reached.add(words)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin anew; not in a worker, which begins after others have ended."""
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(KEPT, ignore_errors=True)


def pytest_unconfigure() -> None:
    """Keep what was reached here, beside what was reached in other workers."""
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{os.getpid()}.json").write_text(json.dumps(sorted(_reached)), "utf-8")


def never_reached() -> list[str]:
    """Return each sentence that no walk came by, and no story holds."""
    reached = {
        words for file in KEPT.glob("*.json") for words in json.loads(file.read_text("utf-8"))
    }
    listed = (words for promise in PROMISES for words in promise.says)
    return [words for words in listed if words not in reached | HELD.keys() | NEVER_THERE.keys()]


if __name__ == "__main__":
    missing = never_reached()
    sys.stdout.writelines(f"No walk reads: {words}\n" for words in missing)
    sys.exit(bool(missing))

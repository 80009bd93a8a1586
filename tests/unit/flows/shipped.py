"""The flows and the library that ship, read once for all these tests."""

from pathlib import Path

from checkin.conversation.flows.library import Library
from checkin.conversation.flows.library_files import FILES, read_library
from checkin.paths import FLOWS
from tests.english import ENGLISH

FLOW_FILES = sorted(path for path in FLOWS.glob("*.yaml") if path.name not in FILES)


def shipped_library() -> Library:
    library, faults = read_library(
        {name: (FLOWS / name).read_bytes() for name in FILES}, language=ENGLISH
    )
    assert not faults
    return library


def shipped_text(name: str) -> str:
    return Path(FLOWS / f"{name}.yaml").read_text(encoding="utf-8")


LIBRARY = shipped_library()

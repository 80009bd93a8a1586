"""A folder of flows that people may change while the site runs.

A broken file never takes a running site down: its last good version stays.
Source: flow-language.md "Loading".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from checkin.actions.read_flows import CONCEPTS, missing_flows, read_flows, read_shared
from checkin.actions.read_words import can_hear
from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.leaned_on import what_is_missing
from checkin.conversation.flows.library import Library


@dataclass
class FlowFolder:
    """A folder of flows that people may change while the site runs."""

    folder: Path
    symbols: Path | None = None
    languages: tuple[str, ...] = ()
    library: Library = field(default_factory=Library)
    flows: Mapping[str, Flow] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    _seen: Mapping[Path, tuple[int, int]] = field(default_factory=dict)

    def refresh(self) -> bool:
        """Read the folder again if a file in it has changed; tell whether anything was read.

        A fault in a shared file keeps the shared files as they were; a flow that the product
        begins by its name stays, though somebody took its file away.
        """
        seen = {path: _changed(path) for path in self.folder.rglob("*.yaml")}
        if seen == self._seen:
            return False
        if not self._seen:
            stands = (tuple(seen.items()), self.symbols and _changed(self.symbols / CONCEPTS))
            read_once = _first_reading(
                self.folder, self.symbols, self.languages, stands, Path.cwd()
            )
            self.library, self.flows, self.faults = read_once
            self._seen = seen
            return True
        library, shared = read_shared(self.folder, self.symbols, self.languages)
        if not any(fault.is_error for fault in shared):
            self.library = library
        flows, faults = read_flows(self.folder, self.library, self.flows)
        gone = {name: self.flows[name] for name, _ in what_is_missing(flows) if name in self.flows}
        missing = missing_flows(self.folder, flows, faults) if gone else ()
        self.flows, self.faults = {**flows, **gone}, (*shared, *faults, *missing)
        self._seen = seen
        return True


@lru_cache(maxsize=4)
def _first_reading(
    folder: Path,
    symbols: Path | None,
    languages: tuple[str, ...],
    stands: object,  # noqa: ARG001 (what tells a changed folder from the one before)
    here: Path,  # noqa: ARG001 (faults name files as one types them where one stands)
) -> tuple[Library, Mapping[str, Flow], tuple[Fault, ...]]:
    """Read a folder for the first time; several copies in one process read it once."""
    library, shared = read_shared(folder, symbols, languages)
    can_hear(shared)
    flows, faults = read_flows(folder, library, {})
    return library, flows, (*shared, *faults)


def _changed(path: Path) -> tuple[int, int]:
    """Return what tells a changed file from the one before; a file just gone is (0, 0)."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_mtime_ns, found.st_size

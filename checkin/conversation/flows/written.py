"""What a file says, in words, lists and mappings, and where it says it."""

from dataclasses import dataclass, field

from checkin.conversation.flows.faults import Fault, Path


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both beginning at 1."""

    line: int
    column: int


START = Place(1, 1)


def at(data: object, path: Path) -> object:
    """Return what stands at a path in words, lists and mappings, or None where nothing does."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


@dataclass(slots=True)
class Written:
    """What a file says, and where it says it."""

    file: str
    data: object = None  # words, lists and mappings only
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def at(self, path: Path) -> object:
        """Return what is written at a path, or None where nothing is."""
        return at(self.data, path)

    def place(self, path: Path) -> Place:
        """Return where the value at a path stands, or the nearest thing around it."""
        return self.values.get(path) or (self.place(path[:-1]) if path else START)

    def key_place(self, path: Path) -> Place:
        """Return where the key at a path stands, or the nearest thing around it."""
        return self.keys.get(path) or self.place(path)

    def fault(self, code: str, place: Place, message: str) -> Fault:
        """Keep one fault of this file."""
        found = Fault(self.file, place.line, place.column, code, message)
        self.faults.append(found)
        return found

"""What people of one house go by, so that nobody is taken for another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """One person: what they like to be called, and their full name."""

    id: str
    called: str
    name: str


def told_apart(people: Iterable[Named]) -> Mapping[str, str]:
    """Return by id what each goes by among these: "Ana"; of two called Dev, "Dev R." and "Dev A."."""
    alike: dict[str, list[Named]] = defaultdict(list)
    for one in people:
        alike[one.called.casefold()].append(one)
    return {key: name for same in alike.values() for key, name in _apart(same).items()}


def _apart(same: Sequence[Named]) -> Mapping[str, str]:
    if len(same) == 1:
        return {same[0].id: same[0].called}
    names = {one.id: list(_longer_and_longer(one)) for one in same}
    return {
        one.id: next(
            (name for name in names[one.id] if not _any_other_has(name, one, names)),
            f"{_in_full(one)} ({1 + sorted(names).index(one.id)})",
        )
        for one in same
    }


def _longer_and_longer(one: Named) -> Iterator[str]:
    """Offer the name with ever more letters of the surname, then all of it, then the full name."""
    surname = _surname(one)
    for letters in range(1, len(surname)):
        yield f"{one.called} {surname[:letters]}."
    yield _in_full(one)
    yield f"{one.called} ({one.name})"


def _in_full(one: Named) -> str:
    return f"{one.called} {_surname(one)}".strip()


def _surname(one: Named) -> str:
    _, *rest = one.name.split() or [""]
    return rest[-1] if rest else ""


def _any_other_has(name: str, one: Named, names: Mapping[str, Sequence[str]]) -> bool:
    same = name.casefold()
    return any(same == other.casefold() for key in names if key != one.id for other in names[key])

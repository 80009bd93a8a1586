"""A flow beside its text, as the checks look at it: each step and each row of choices with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from checkin.conversation.flows.every_step import question
from checkin.conversation.flows.faults import Fault, Path
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.step import (
    Ask,
    Choice,
    ForEach,
    People,
    Practise,
    Sort,
    Step,
    Time,
    kind_of,
)
from checkin.conversation.flows.written import Written


@dataclass(frozen=True, slots=True)
class Row:
    """Choices that stand together, so that a reply must tell them apart."""

    path: Path  # of the mapping, ("steps", "going", "choices")
    choices: Mapping[str, Choice]


@dataclass(frozen=True, slots=True, eq=False)
class StepAt:
    """A step and where it stands: `under` are the answers it is nested under, outermost first."""

    path: Path
    key: str
    step: Step
    under: tuple[tuple[str, str], ...]
    number: int = 0  # 0 for the first of the file

    @property
    def rows(self) -> Iterator[Row]:
        """Yield the rows of choices that are written in the step itself."""
        match self.step:
            case Ask(choices=choices) | Practise(choices=choices):
                yield Row((*self.path, "choices"), choices)
            case People(choices=choices) | Time(choices=choices) if choices:
                yield Row((*self.path, "choices"), choices)
            case Sort(items=items, piles=piles):
                yield Row((*self.path, "items"), items)
                yield Row((*self.path, "piles"), piles)
            case _:
                return

    @property
    def asks(self) -> Path:
        """The path of its question."""
        return (*self.path, str(kind_of(self.step)))

    @property
    def loop(self) -> Path:
        """The path of the innermost `for_each` around it, or () where there is none."""
        found = [n for n in range(1, len(self.path)) if self.path[n] == "steps"]
        return self.path[: found[-1]] if found else ()


@dataclass(frozen=True)
class Page:
    """One flow, its text and the library: what every check is handed."""

    flow: Flow
    written: Written
    library: Library

    @cached_property
    def steps(self) -> tuple[StepAt, ...]:
        """All steps in the order written, those nested under answers included."""
        walked = _walk(self.flow.steps, ("steps",), ())
        return tuple(replace(at, number=number) for number, at in enumerate(walked))

    @cached_property
    def by_key(self) -> Mapping[str, StepAt]:
        """The steps by their names; of two with one name, the first."""
        return {at.key: at for at in reversed(self.steps)}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows of choices of the flow."""
        return tuple(row for at in self.steps for row in at.rows)

    @cached_property
    def spoken(self) -> tuple[tuple[Path, str], ...]:
        """Every text that is said to a person, with its path: questions, labels, replies, help."""
        return tuple(_spoken(self))

    @property
    def is_english(self) -> bool:
        """Whether the checks of words know the language."""
        return self.flow.language.lower().startswith("en")

    def line(self, path: Path) -> int:
        """Return the line where the key at a path stands."""
        return self.written.key_place(path).line

    def error(self, code: str, path: Path, message: str) -> Fault:
        """Return a fault that keeps the flow from being used, at the value of a path."""
        place = self.written.place(path)
        return Fault(self.written.file, place.line, place.column, code, message)

    def warning(self, code: str, path: Path, message: str) -> Fault:
        """Return a fault that is shown and does no more, at the value of a path."""
        place = self.written.place(path)
        return Fault(self.written.file, place.line, place.column, code, message, "warning")

    def error_at_key(self, code: str, path: Path, message: str) -> Fault:
        """Return a fault at the key of a path, where the fault is about a whole step."""
        place = self.written.key_place(path)
        return Fault(self.written.file, place.line, place.column, code, message)


def _walk(
    steps: Mapping[str, Step], path: Path, under: tuple[tuple[str, str], ...]
) -> Iterator[StepAt]:
    for key, step in steps.items():
        at = StepAt((*path, key), key, step, under)
        yield at
        for row in at.rows:
            for name, choice in row.choices.items():
                then = (*row.path, name, "then")
                yield from _walk(choice.then, then, (*under, (key, name)))
        if isinstance(step, ForEach):
            yield from _walk(step.steps, (*at.path, "steps"), under)


def _spoken(page: Page) -> Iterator[tuple[Path, str]]:
    yield ("title",), page.flow.title
    for at in page.steps:
        yield at.asks, question(at.step)
        for name in ("help", "why", "text", "call"):
            words = getattr(at.step, name)
            if words:
                yield (*at.path, name), words
    for row in page.rows:
        for key, choice in row.choices.items():
            yield (*row.path, key, "label"), choice.label
            if choice.reply:
                yield (*row.path, key, "reply"), choice.reply
    for key, message in page.flow.messages.items():
        yield ("messages", key, "text"), message.text

"""The road through a flow, drawn for a person to look at: as a picture, or as a tree of words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from checkin.conversation.flow import Choice, Flow, ForEach, Step, choices_of, question

WIDE, INDENT, LINE, GAP = 460, 56, 22, 26  # pixels
LETTERS = 52  # that fit in a box
STYLE = (
    "text{font:16px sans-serif;fill:#1a1a1a}.ask{font-weight:bold}.small{fill:#444;font-size:14px}"
    "rect{fill:#fff;stroke:#1a1a1a;stroke-width:2}path{fill:none;stroke:#1a1a1a;stroke-width:2}"
    ".jump{stroke-dasharray:6 5}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line in a box: a part of the question, an answer, a condition."""

    words: str
    style: str = ""
    choice: str | None = None  # the answer that this line begins


@dataclass(frozen=True, slots=True)
class Box:
    """One step, drawn: `depth` is how many answers it is nested under."""

    key: str
    depth: int
    lines: tuple[Line, ...]
    top: int
    jumps: tuple[tuple[int, str], ...]  # from which line, to which step
    opened_by: int | None  # how high the answer is drawn that leads here; None: the step above

    @property
    def left(self) -> int:
        return 20 + self.depth * INDENT

    @property
    def bottom(self) -> int:
        return self.top + 18 + LINE * len(self.lines)


def tree(flow: Flow) -> str:
    """Return the road as lines of words, nested steps moved to the right."""
    return "\n".join([f"{flow.title} ({flow.flow})", *_branches(flow.steps, flow, "")])


def _branches(steps: Mapping[str, Step], flow: Flow, indent: str) -> Iterator[str]:
    for key, step in steps.items():
        yield f"{indent}{key}: {question(step)}{_condition(step)}"
        for choice in choices_of(flow, step).values():
            yield f"{indent}  ( ) {choice.label}{_follows(choice)}"
            yield from _branches(choice.then, flow, indent + "      ")
        if isinstance(step, ForEach):
            yield from _branches(step.steps, flow, indent + "  * ")


def drawing(flow: Flow) -> str:
    """Return the road as one SVG picture that needs nothing else."""
    boxes = list(_boxes(flow.steps, flow, 0, 60, None))
    place = {box.key: box for box in boxes}
    right = max((box.left + WIDE for box in boxes), default=WIDE)
    bottom = max((box.bottom for box in boxes), default=60)
    parts = [_title(flow), *(_arrow(box, boxes) for box in boxes), *map(_box, boxes)]
    lane = right
    for box in boxes:
        for height, target in box.jumps:
            lane += 14
            parts.append(_jump(box.left + WIDE, height, place[target], lane))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lane + 30} {bottom + 20}" '
        f'width="{lane + 30}" height="{bottom + 20}" role="img"><style>{STYLE}</style>'
        f"<title>{escape(flow.title)}</title>{''.join(parts)}</svg>"
    )


def _boxes(
    steps: Mapping[str, Step], flow: Flow, depth: int, top: int, opened_by: int | None
) -> Iterator[Box]:
    """Yield the boxes from the top down, each below what was drawn before it."""
    for key, step in steps.items():
        choices = choices_of(flow, step)
        lines = tuple(_lines(step, choices))
        heights = {
            line.choice: top + 9 + LINE * number + LINE // 2
            for number, line in enumerate(lines)
            if line.choice
        }
        jumps = tuple((heights[name], one.go_to) for name, one in choices.items() if one.go_to)
        box = Box(key, depth, lines, top, jumps, opened_by)
        yield box
        top, opened_by = box.bottom + GAP, None
        for name, choice in choices.items():
            for inner in _boxes(choice.then, flow, depth + 1, top, heights[name]):
                yield inner
                top = inner.bottom + GAP
        if isinstance(step, ForEach):
            for inner in _boxes(step.steps, flow, depth + 1, top, box.bottom - LINE):
                yield inner
                top = inner.bottom + GAP


def _lines(step: Step, choices: Mapping[str, Choice]) -> Iterator[Line]:
    if step.only_if:
        yield from (Line(words, "small") for words in wrap(_condition(step).strip(), LETTERS + 4))
    yield from (Line(words, "ask") for words in wrap(question(step), LETTERS - 4))
    for key, choice in choices.items():
        words = wrap(f"\u25cb {choice.label}{_follows(choice)}", LETTERS)
        yield Line(words[0], choice=key)
        yield from (Line("   " + more) for more in words[1:])


def _condition(step: Step) -> str:
    """Return when a step is asked, in words: (only if daily_kept: some, not_today)."""
    said = [f"{name}: {', '.join(wanted)}" for name, wanted in step.only_if.items()]
    return f" (only if {'; '.join(said)})" if said else ""


def _follows(choice: Choice) -> str:
    """Return what follows from an answer, in words."""
    said = [f"notes '{mark}'" for mark in choice.marks]
    said += [f"tells staff: {choice.tell}"] if choice.tell else []
    said += [f"goes on at '{choice.go_to}'"] if choice.go_to else []
    return f" - {', '.join(said)}" if said else ""


def _title(flow: Flow) -> str:
    return f'<text x="20" y="34" class="ask">{escape(flow.title)}</text>'


def _box(box: Box) -> str:
    height = box.bottom - box.top
    frame = f'<rect x="{box.left}" y="{box.top}" width="{WIDE}" height="{height}" rx="8"/>'
    lines = [
        f'<text x="{box.left + 14}" y="{box.top + 25 + LINE * number}" class="{line.style}">'
        f"{escape(line.words)}</text>"
        for number, line in enumerate(box.lines)
    ]
    return frame + "".join(lines)


def _arrow(box: Box, boxes: list[Box]) -> str:
    """Draw how one comes to a box: down from the step before, or in from the answer above."""
    before = [other for other in boxes if other.top < box.top and other.depth == box.depth]
    if box.opened_by is not None:
        start = box.left - INDENT // 2
        return _path(
            f"M{box.left - INDENT} {box.opened_by}H{start}V{box.top + 20}H{box.left - 2}", box
        )
    if not before:
        return ""
    middle = box.left + 16
    return _path(f"M{middle} {before[-1].bottom}V{box.top - 2}", box, down=True)


def _path(path: str, box: Box, *, down: bool = False) -> str:
    """Draw a line with a point at its end."""
    if down:
        x, y = box.left + 16, box.top - 2
        point = f"M{x - 6} {y - 8}L{x} {y}L{x + 6} {y - 8}"
    else:
        x, y = box.left - 2, box.top + 20
        point = f"M{x - 8} {y - 6}L{x} {y}L{x - 8} {y + 6}"
    return f'<path d="{path}{point}"/>'


def _jump(start: int, height: int, target: Box, lane: int) -> str:
    """Draw a `go_to`: out to the right, down, and back to a later step."""
    end, y = target.left + WIDE + 2, target.top + 20
    point = f"M{end + 8} {y - 6}L{end} {y}L{end + 8} {y + 6}"
    return f'<path class="jump" d="M{start} {height}H{lane}V{y}H{end}"/><path d="{point}"/>'

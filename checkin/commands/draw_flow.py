"""The road through a flow, drawn for a person to look at: as a picture, or as a tree of words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from checkin.conversation.flows.every_step import choices_of, question
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import Choice, ForEach, Step

WIDE, INDENT, LINE, GAP = 540, 56, 22, 26  # pixels
LETTERS = 60  # that fit in a box
STYLE = (
    "text{font:16px sans-serif;fill:#1a1a1a}.ask{font-weight:bold}.when{fill:#444;font-size:14px}"
    "rect{fill:#fff;stroke:#1a1a1a;stroke-width:2}path{fill:none;stroke:#1a1a1a;stroke-width:2}"
    ".jump{stroke-dasharray:6 5}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line in a box: a part of the question, an answer, when it is asked."""

    words: str
    style: str = "answer"  # ask, answer, more (of an answer), when
    choice: str | None = None  # the answer that begins on this line


@dataclass(frozen=True, slots=True)
class Box:
    """One step, drawn; `depth` is how many answers and loops it is nested under."""

    key: str
    depth: int
    top: int
    lines: tuple[Line, ...]
    jumps: tuple[tuple[int, str], ...]  # from how high, to which step

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
    boxes = list(_boxes(flow.steps, flow, 0, 60, ""))
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
    steps: Mapping[str, Step], flow: Flow, depth: int, top: int, after: str
) -> Iterator[Box]:
    """Yield the boxes from the top down; `after` says what leads to the first of them."""
    for key, step in steps.items():
        choices = choices_of(flow, step)
        lines = tuple(_lines(step, choices, after))
        heights = {line.choice: top + 20 + LINE * at for at, line in enumerate(lines)}
        jumps = tuple((heights[name], one.go_to) for name, one in choices.items() if one.go_to)
        box = Box(key, depth, top, lines, jumps)
        yield box
        top, after = box.bottom + GAP, ""
        for inside, leads_in in _inside(step, choices):
            for inner in _boxes(inside, flow, depth + 1, top, leads_in):
                yield inner
                top = inner.bottom + GAP


def _inside(step: Step, choices: Mapping[str, Choice]) -> Iterator[tuple[Mapping[str, Step], str]]:
    """Yield the steps nested in a step, with what leads to them."""
    for choice in choices.values():
        yield choice.then, f"after '{choice.label}'"
    if isinstance(step, ForEach):
        yield step.steps, f"once for each of: {step.of}"


def _lines(step: Step, choices: Mapping[str, Choice], after: str) -> Iterator[Line]:
    when = f"{after}{_condition(step)}".strip()
    yield from (Line(words, "when") for words in wrap(when, LETTERS))
    yield from (Line(words, "ask") for words in wrap(question(step), LETTERS - 6))
    for key, choice in choices.items():
        first, *rest = wrap(f"\u25cb {choice.label}{_follows(choice)}", LETTERS)
        yield Line(first, choice=key)
        yield from (Line(more, "more") for more in rest)


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
    lines = (
        f'<text x="{box.left + (34 if line.style == "more" else 14)}" '
        f'y="{box.top + 25 + LINE * at}" class="{line.style}">{escape(line.words)}</text>'
        for at, line in enumerate(box.lines)
    )
    return frame + "".join(lines)


def _arrow(box: Box, boxes: Sequence[Box]) -> str:
    """Draw how one comes to a box: down from the step before, or in from the box around it."""
    above = [other for other in boxes if other.top < box.top and other.depth <= box.depth]
    if not above:
        return ""
    if above[-1].depth < box.depth:
        start, x, y = above[-1].left + 34, box.left - 2, box.top + 20
        way, point = (
            f"M{start} {above[-1].bottom}V{y}H{x}",
            f"M{x - 8} {y - 6}L{x} {y}L{x - 8} {y + 6}",
        )
    else:
        x, y = box.left + 16, box.top - 2
        way, point = f"M{x} {above[-1].bottom}V{y}", f"M{x - 6} {y - 8}L{x} {y}L{x + 6} {y - 8}"
    return f'<path d="{way}{point}"/>'


def _jump(start: int, height: int, target: Box, lane: int) -> str:
    """Draw a `go_to`: out to the right, down, and back to a later step."""
    end, y = target.left + WIDE + 2, target.top + 20
    point = f"M{end + 8} {y - 6}L{end} {y}L{end + 8} {y + 6}"
    return f'<path class="jump" d="M{start} {height}H{lane}V{y}H{end}"/><path d="{point}"/>'

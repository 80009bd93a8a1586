"""F201 to F209: the road through a flow runs forward, and every step on it can be reached."""

from collections.abc import Iterator, Mapping

from checkin.conversation.flows.checks.page import Page, StepAt
from checkin.conversation.flows.faults import Fault, Path, nearest
from checkin.conversation.flows.step import Choice, ForEach, People, Scale


def one_name_each(page: Page) -> Iterator[Fault]:
    """An answer is kept under its step's name, so a name stands for one step of the file."""
    first: dict[str, StepAt] = {}
    for at in page.steps:
        if first.setdefault(at.key, at) is not at:
            line = page.line(first[at.key].path)
            message = f"step '{at.key}' is in line {line} already. Give each step its own name."
            yield page.error_at_key("F207", at.path, message)


def go_to(page: Page) -> Iterator[Fault]:
    """`go_to` runs forward only, within its own list of steps or one around it."""
    for at in page.steps:
        for path, choice in leaving(at):
            target = page.by_key.get(choice.go_to or "")
            if target is None:
                hint = nearest(choice.go_to or "", page.by_key)
                message = f"go_to: there is no step '{choice.go_to}'.{hint}"
                yield page.error("F201", path, message)
            elif target.number <= at.number:
                where = "this step" if target is at else "earlier than this step"
                line = page.line(target.path)
                message = (
                    f"go_to: '{target.key}' is {where} (line {line}). A flow can only go forward."
                )
                yield page.error("F204", path, message)
            elif target.path[:-1] not in _lists_around(at):
                message = f"go_to: '{target.key}' is nested elsewhere. Go to a step of this list."
                yield page.error("F201", path, message)


def leaving(at: StepAt) -> Iterator[tuple[Path, Choice]]:
    """Yield each choice of a step that goes elsewhere, with the path of its `go_to`."""
    for row in at.rows:
        for key, choice in row.choices.items():
            if choice.go_to is not None:
                yield (*row.path, key, "go_to"), choice


def _lists_around(at: StepAt) -> set[Path]:
    """Return the lists of steps that a step may go on in: its own, and those around it."""
    ends = [n for n in range(1, len(at.path)) if at.path[n - 1] in ("steps", "then")]
    return {at.path[:n] for n in ends if n > len(at.loop)}


def every_step_reached(page: Page) -> Iterator[Fault]:
    """Some answer leads to each step; one that only Skip reaches was forgotten."""
    for members in _lists(page).values():
        open_until = 0  # the next step of the list that an answer leads to by falling through
        jumped: set[str] = set()
        for number, at in enumerate(members):
            reached = number == open_until or at.key in jumped
            if not reached:
                message = f"step '{at.key}' is never reached: every answer before goes past it."
                yield page.error_at_key("F202", at.path, f"{message} Take a 'go_to' away.")
            if _falls_through(at) or not reached:
                open_until = number + 1
            inside = [other for other in page.steps if other.path[: len(at.path)] == at.path]
            jumped |= {str(choice.go_to) for other in inside for _, choice in leaving(other)}


def _lists(page: Page) -> Mapping[Path, list[StepAt]]:
    """Return the steps of each list, in order."""
    lists: dict[Path, list[StepAt]] = {}
    for at in page.steps:
        lists.setdefault(at.path[:-1], []).append(at)
    return lists


def _falls_through(at: StepAt) -> bool:
    """Tell whether some answer leads on to the next step."""
    if at.step.only_if or isinstance(at.step, People):
        return True
    choices = [choice for row in at.rows for choice in row.choices.values()]
    return not choices or any(choice.go_to is None for choice in choices)


def lists_and_scales(page: Page) -> Iterator[Fault]:
    """A scale, and a list to pick from or go through, is one that exists."""
    lists = page.library.placeholders.lists
    for at in page.steps:
        match at.step:
            case Scale(with_=name) if name not in page.library.scales:
                hint = nearest(name, page.library.scales) or " See flows/scales.yaml."
                yield page.error("F208", (*at.path, "with"), f"There is no scale '{name}'.{hint}")
            case People(from_=name) if lists and name not in lists:
                hint = nearest(name, lists) or f" Write one of: {', '.join(lists)}."
                yield page.error("F209", (*at.path, "from"), f"There is no list '{name}'.{hint}")
            case ForEach(of=name) if lists and name not in lists:
                hint = nearest(name, lists) or f" Write one of: {', '.join(lists)}."
                yield page.error("F209", (*at.path, "of"), f"There is no list '{name}'.{hint}")
            case _:
                pass


CHECKS = (one_name_each, go_to, every_step_reached, lists_and_scales)

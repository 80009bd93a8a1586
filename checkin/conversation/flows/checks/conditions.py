"""F203, F205, F206: `only_if` hangs on what was asked before, and can hold."""

from collections.abc import Iterator, Mapping

from checkin.conversation.flows.checks.page import Page, StepAt
from checkin.conversation.flows.checks.road import leaving
from checkin.conversation.flows.every_step import choices_of
from checkin.conversation.flows.faults import Fault, Path, nearest
from checkin.conversation.flows.part import Names
from checkin.conversation.flows.step import NOT_PICKED, Ask, People, Practise

Answers = frozenset[str]
Needs = dict[str, Answers]  # question: the answers that lead here


def only_if(page: Page) -> Iterator[Fault]:
    """`only_if` names an answer that was asked for before, and that may have been given."""
    needs: dict[str, Needs] = {}
    for at in page.steps:
        needs[at.key] = _needs(page, at, needs)
        faults = [fault for name in at.step.only_if for fault in _condition(page, at, name)]
        yield from faults
        if at.step.only_if and not faults and not all(needs[at.key].values()):
            message = (
                f"step '{at.key}' can never be asked: no answers lead to it. Change 'only_if'."
            )
            yield page.error_at_key("F206", (*at.path, "only_if"), message)


def _condition(page: Page, at: StepAt, name: str) -> Iterator[Fault]:
    """Yield what is wrong with one condition, `daily_kept: [some, not_today]`."""
    path = (*at.path, "only_if", name)
    asked = page.by_key.get(name)
    if name == "profile":
        yield from _profile(page, path, at.step.only_if[name])
    elif asked is None:
        hint = nearest(name, page.by_key)
        yield page.error_at_key("F203", path, f"only_if: there is no step '{name}'.{hint}")
    elif asked.number >= at.number:
        line = page.line(asked.path)
        message = f"only_if: step '{name}' is not asked yet (line {line}). Move this step below it."
        yield page.error_at_key("F205", path, message)
    elif isinstance(asked.step, Practise):
        message = f"only_if: step '{name}' is practice, which is not kept. Name another step."
        yield page.error_at_key("F206", path, message)
    elif asked.loop != at.loop[: len(asked.loop)]:
        message = f"only_if: step '{name}' is asked once for each. Move this step beside it."
        yield page.error_at_key("F206", path, message)
    else:
        yield from _choices(page, path, asked, at.step.only_if[name])


def _choices(page: Page, path: Path, asked: StepAt, wanted: Names) -> Iterator[Fault]:
    known = choices_of(page.flow, asked.step)
    for choice in wanted:
        if choice not in (*known, NOT_PICKED):
            hint = nearest(choice, known) or f" It has: {', '.join(known) or 'none'}."
            yield page.error(
                "F203", path, f"only_if: '{asked.key}' has no choice '{choice}'.{hint}"
            )


def _profile(page: Page, path: Path, wanted: Names) -> Iterator[Fault]:
    known = page.library.placeholders.profile
    for field in wanted:
        if known and field not in known:
            hint = nearest(field, known) or " See flows/placeholders.yaml."
            yield page.error("F203", path, f"only_if: there is no profile field '{field}'.{hint}")


def _needs(page: Page, at: StepAt, before: Mapping[str, Needs]) -> Needs:
    """Return, for each question before this step, the answers that lead here.

    `before` holds the same for the steps above. An empty set: the step can never be asked.
    """
    needs: Needs = {}
    for name, choice in at.under:
        _narrow(needs, page.by_key[name], frozenset({choice}), before)
    for name, wanted in at.step.only_if.items():
        asked = page.by_key.get(name)
        if asked is not None and asked.number < at.number:
            _narrow(needs, asked, frozenset(wanted) - _going_past(page, asked, at), before)
    return needs


def _narrow(needs: Needs, asked: StepAt, wanted: Answers, before: Mapping[str, Needs]) -> None:
    """Add that a question was asked, and answered with one of `wanted`."""
    for name, answers in before.get(asked.key, {}).items():
        needs[name] = needs.get(name, answers) & answers
    if isinstance(asked.step, Ask | People) and asked.step.many and wanted:
        return  # with several answers, one does not rule out another
    needs[asked.key] = needs.get(asked.key, wanted) & wanted


def _going_past(page: Page, asked: StepAt, at: StepAt) -> Answers:
    """Return the choices of a question that go past a step."""
    return frozenset(
        str(path[-2])
        for path, choice in leaving(asked)
        if (target := page.by_key.get(str(choice.go_to))) and target.number > at.number
    )


CHECKS = (only_if,)

"""F215 to F219: what is set is there to be set, takes this value, and may be read where it stands."""

from collections.abc import Iterator

from checkin.conversation.flows.checks.page import Page, StepAt
from checkin.conversation.flows.does import ON_SHIFT
from checkin.conversation.flows.faults import Fault, nearest
from checkin.conversation.flows.sets import LINES, NOT_ON_HANDOVER, SETTINGS, can_be
from checkin.conversation.flows.step import ForEach, Practise, PrivateWord, Say

KEEPS_NOTHING = (Say, ForEach, Practise, PrivateWord)


def settings(page: Page) -> Iterator[Fault]:
    """What a choice sets is there to be set, and takes this value."""
    for row in page.rows:
        for key, choice in row.choices.items():
            for name, value in choice.sets.items():
                values = next((SETTINGS[one] for one in SETTINGS if one == name), ())
                path = (*row.path, key, "sets", name)
                if not values:
                    hint = nearest(name, SETTINGS) or f" Write one of: {', '.join(SETTINGS)}."
                    yield page.error_at_key("F215", path, f"Nothing is set by '{name}'.{hint}")
                elif not can_be(name, value, picks_time=choice.does == "picks_time"):
                    message = f"'{name}' cannot be '{value}'. Write one of: {', '.join(values)}."
                    yield page.error("F216", path, message)


def lines(page: Page) -> Iterator[Fault]:
    """A line has a place of its own, and an answer; all staff on shift may read it there."""
    for at in page.steps:
        if at.step.sets:
            yield from _line(page, at, at.step.sets.line)


def _line(page: Page, at: StepAt, line: str) -> Iterator[Fault]:
    path = (*at.path, "sets", "line")
    if line not in LINES:
        hint = nearest(line, LINES) or f" Write one of: {', '.join(LINES)}."
        yield page.error("F217", path, f"There is no line '{line}'.{hint}")
    if line not in NOT_ON_HANDOVER and ON_SHIFT not in (at.step.seen_by or page.flow.seen_by):
        message = (
            "A line stands on the handover, where all staff on shift read it. "
            f"Write '{ON_SHIFT}' in 'seen_by' of this step."
        )
        yield page.error_at_key("F218", path, message)
    if isinstance(at.step, KEEPS_NOTHING) or at.loop:
        message = "One answer is a line, and this step keeps none or several. Take 'sets' away."
        yield page.error_at_key("F219", path, message)


CHECKS = (settings, lines)

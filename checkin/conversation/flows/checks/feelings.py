"""F309, F310: a feeling that hurts is met, and we promise nothing that nothing carries out.

The next question straight after "Not good" sounds as if nobody had listened.
"""

import re
from collections.abc import Iterator

from checkin.conversation.flows.checks.page import Page
from checkin.conversation.flows.faults import Fault, Path
from checkin.conversation.flows.step import Choice

HURTS = frozenset(
    {
        "feel.not_good", "feel.very_bad", "feel.sad", "feel.scared", "feel.angry", "feel.worried",
        "feel.confused", "safe.no", "sure.no", "change.worse", "health.pain",
    }
)  # fmt: skip
_PROMISE = re.compile(r"\b(?:we|staff|someone) will\b", re.IGNORECASE)


def feelings_are_met(page: Page) -> Iterator[Fault]:
    """What hurts to say has a reply."""
    for row in page.rows:
        for key, choice in row.choices.items():
            if choice.symbol in HURTS and not choice.reply:
                yield _unmet(page, (*row.path, key, "label"), choice)


def low_points_are_met(page: Page) -> Iterator[Fault]:
    """A point of a scale that agreements count is a low one, whatever its picture, but for a high one."""
    high = {mark.falls_from for mark in page.library.marks.values()}
    for row in page.rows:
        for key, point in row.choices.items():
            low = {*point.marks} - high
            if (low or point.symbol in HURTS) and not point.reply:
                yield _unmet(page, (*row.path, key, "label"), point)


def _unmet(page: Page, path: Path, choice: Choice) -> Fault:
    message = f"'{choice.label}' can hurt to say, and nothing is said back. Give it a 'reply'."
    return page.warning("F309", path, message)


def promises_are_carried_out(page: Page) -> Iterator[Fault]:
    """A reply says what we will do only where something does it."""
    for row in page.rows:
        for key, choice in row.choices.items():
            acts = choice.tell or choice.does or choice.marks
            if _PROMISE.search(choice.reply or "") and not acts:
                message = f"'{choice.reply}' is a promise, and nothing carries it out."
                path = (*row.path, key, "reply")
                yield page.error("F310", path, f"{message} Say less, or add 'tell'.")


CHECKS = (feelings_are_met, promises_are_carried_out)
OF_SCALES = (low_points_are_met, promises_are_carried_out)

"""F109 to F112, F220: names, sizes, placeholders and who may begin, once a flow has the right shape."""

import re
from collections.abc import Iterator

from checkin.conversation.flows.checks.page import Page
from checkin.conversation.flows.faults import Fault, Path, nearest

MOST_STEPS = 200
MOST_REPLIES = 200  # to one question: each is held against each other

_NAME = re.compile(r"(?!(steps|then)\Z)[a-z][a-z0-9_]{0,39}\Z")
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def names(page: Page) -> Iterator[Fault]:
    """Answers are kept under these names for years: plain letters only."""
    paths: list[Path] = [("flow",), *(at.path for at in page.steps)]
    paths += [(*row.path, key) for row in page.rows for key in row.choices]
    paths += [("messages", key) for key in page.flow.messages]
    for path in paths:
        name = page.flow.flow if path == ("flow",) else str(path[-1])
        if not _NAME.match(name):
            message = f"'{name}' cannot be a name. Write small letters, digits and _: not_yet."
            yield page.error_at_key("F109", path, message)


def size(page: Page) -> Iterator[Fault]:
    """A flow that nobody could get through is more than one flow."""
    if len(page.steps) > MOST_STEPS:
        message = f"There are {len(page.steps)} steps; at most {MOST_STEPS} fit. Make two flows."
        yield page.error_at_key("F107", ("steps",), message)
    for row in page.rows:
        replies = sum(1 + len(choice.also) for choice in row.choices.values())
        if replies > MOST_REPLIES:
            message = f"There are {replies} labels and 'also' here; at most {MOST_REPLIES} fit."
            yield page.error_at_key("F107", row.path, f"{message} Ask in two steps.")


def content(page: Page) -> Iterator[Fault]:
    """A flow holds steps, or messages; scales have a file of their own."""
    if bool(page.flow.steps) == bool(page.flow.messages):
        message = "A flow holds 'steps:' or 'messages:', one of the two. Write what is said there."
        yield page.error_at_key("F110", ("flow",), message)
    if page.written.at(("scales",)) is not None:
        message = (
            "the flow has 'scales'. Move them to flows/scales.yaml, where all flows find them."
        )
        yield page.error_at_key("F102", ("scales",), message)


def placeholders(page: Page) -> Iterator[Fault]:
    """`{name}` and the like come from a closed list; any other brace would be read out."""
    known = page.library.placeholders.values
    for path, words in page.spoken:
        for brace in _BRACES.finditer(words):
            if brace[1] is None:
                yield page.error("F112", path, f"A lone '{brace[0]}'. Take it away.")
            elif known and brace[1] not in known:
                hint = nearest(brace[1], known) or " See flows/placeholders.yaml."
                yield page.error("F111", path, f"There is no '{{{brace[1]}}}' to fill in.{hint}")


def can_be_started(page: Page) -> Iterator[Fault]:
    """What a person may begin stands on their page, and that is on a tablet."""
    if page.flow.may_start and "tablet" not in page.flow.channels:
        message = "'may_start: person' is offered on the tablet alone. Add tablet to 'channels'."
        yield page.error("F220", ("may_start",), message)


CHECKS = (names, content, placeholders, can_be_started)

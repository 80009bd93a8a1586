"""F601 to F604: a text goes out in one part, and shows nothing private on a table.

Source: texts.md D.
"""

import re
from collections.abc import Iterator

from checkin.conversation.flows.checks.page import Page, StepAt
from checkin.conversation.flows.every_step import choices_of, question
from checkin.conversation.flows.faults import Fault, Path
from checkin.conversation.flows.gsm7 import (
    ONE_PART,
    ONE_WIDE_PART,
    is_gsm7,
    offending,
    parts,
    plain,
)
from checkin.conversation.flows.placeholders import fill

_NEVER_TAUGHT = re.compile(
    r"\b(?:STOP|STOPALL|UNSUBSCRIBE|END|QUIT|CANCEL|REVOKE|OPTOUT|INFO|YES)\b"
)


def sent(page: Page) -> Iterator[tuple[Path, str, str]]:
    """Yield what goes out by text: its path, its words, and all of it with examples filled in."""
    if "text" not in page.flow.channels:
        return
    examples = page.library.placeholders.values
    for at in page.steps:
        words = at.step.text or question(at.step)
        whole = "\n".join([words, *_numbered(page, at), *_who_sees(page, at)])
        yield ((*at.path, "text") if at.step.text else at.asks), words, fill(whole, examples)
    for key, message in page.flow.messages.items():
        yield ("messages", key, "text"), message.text, fill(message.text, examples)


def _who_sees(page: Page, at: StepAt) -> tuple[str, ...]:
    """The first question by text says who will see the answers."""
    line = page.library.frame.get("who_sees")
    return line.say if line and at.number == 0 else ()


def _numbered(page: Page, at: StepAt) -> list[str]:
    labels = [choice.label for choice in choices_of(page.flow, at.step).values()]
    return [f"{number} {label}" for number, label in enumerate(labels, start=1)]


def one_part(page: Page) -> Iterator[Fault]:
    """A text of two parts costs twice, and its parts may come the wrong way round."""
    for path, _, whole in sent(page):
        if parts(whole) > 1:
            most = ONE_PART if is_gsm7(whole) else ONE_WIDE_PART
            message = f"By text this is {len(whole)} characters with its choices; {most} fit."
            yield page.error("F601", path, f"{message} Write it shorter in 'text'.")


def plain_letters(page: Page) -> Iterator[Fault]:
    """One curly quote, dash or emoji turns the whole text into the kind that costs twice."""
    for path, _, whole in sent(page):
        for _, letter in offending(whole)[:1]:
            if is_gsm7(plain(letter)):
                hint = f"Write {plain(letter)!r} in its place."
            elif page.is_english:
                hint = "Take it away."
            else:
                continue  # the language needs it; the length is checked for that
            message = f"'{letter}' makes the whole text cost twice. {hint}"
            yield page.error("F602", path, message)


def lock_screen(page: Page) -> Iterator[Fault]:
    """A phone lies on a table: nothing of health, care, harm or money shows on it."""
    private = page.library.words.private
    found_in = re.compile(rf"\b(?:{'|'.join(map(re.escape, private)) or '(?!)'})\b", re.IGNORECASE)
    for path, words, _ in sent(page):
        if found := found_in.search(words):
            message = f"'{found[0]}' would show on a locked phone."
            if path[0] == "messages":
                yield page.error("F603", path, f"{message} Say it without.")
            else:
                yield page.warning("F603", path, f"{message} Say it without, in 'text'.")


def words_never_taught(page: Page) -> Iterator[Fault]:
    """A word that phone companies take is never taught as an answer."""
    for path, words, _ in sent(page):
        if found := _NEVER_TAUGHT.search(words):
            message = f"'{found[0]}' is taken by phone companies. Ask for another word."
            yield page.error("F604", path, message)


CHECKS = (one_part, plain_letters, lock_screen, words_never_taught)

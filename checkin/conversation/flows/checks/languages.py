"""F701 to F704: every language in use says what the flow says now."""

import re
from collections.abc import Iterator

from checkin.conversation.flows.checks.page import Page
from checkin.conversation.flows.faults import Fault, Path
from checkin.conversation.flows.library import Translation

_PLACEHOLDER = re.compile(r"\{\w+\}")


def translations(page: Page) -> Iterator[Fault]:
    """Each language in use has each text, made from the words that stand here now."""
    for language in page.library.languages:
        if language != page.flow.language:
            found = page.library.translations.get((page.flow.flow, language))
            yield from _language(page, language, found)


def _language(page: Page, language: str, found: Translation | None) -> Iterator[Fault]:
    if found is None:
        file = f"flows/translations/{page.flow.flow}.{language}.yaml"
        yield page.error(
            "F701", ("language",), f"There are no words in '{language}'. Write {file}."
        )
        return
    for path, words in page.spoken:
        yield from _text(page, language, found, path, words)
    written = {".".join(map(str, path)) for path, _ in page.spoken}
    for name in found.words:
        if name not in written:
            message = f"'{language}' has words for '{name}', which is gone. Take them away."
            yield page.error("F704", ("language",), message)


def _text(page: Page, language: str, found: Translation, path: Path, words: str) -> Iterator[Fault]:
    turned = found.words.get(".".join(map(str, path)))
    if turned is None:
        yield page.error("F701", path, f"'{words}' has no words in '{language}' yet. Add them.")
    elif turned.was != words:
        message = f"The words in '{language}' were made from '{turned.was}'. Look at them again."
        yield page.error("F702", path, message)
    elif sorted(_PLACEHOLDER.findall(turned.now)) != sorted(_PLACEHOLDER.findall(words)):
        message = f"The words in '{language}' have other {{placeholders}}. Use the same ones."
        yield page.error("F703", path, message)


CHECKS = (translations,)

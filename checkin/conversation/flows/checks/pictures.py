"""F401 to F403: every question and answer has a picture and can be heard."""

from collections.abc import Iterator

from checkin.conversation.flows.checks.page import Page
from checkin.conversation.flows.faults import Fault, Path, nearest
from checkin.conversation.flows.shape import name_of


def symbols(page: Page) -> Iterator[Fault]:
    """A flow names ideas, never files, and each idea has a picture."""
    for path, symbol, is_step in _pictured(page):
        name = name_of(path)
        if symbol is None and is_step:
            message = f"{name} has no 'symbol'. Give it one, such as life.home."
            yield _warning_at_key(page, "F401", path, message)
        elif symbol is None:
            message = f"{name} has no 'symbol'. Give it one, such as nav.ok."
            yield page.error_at_key("F401", path, message)
        elif page.library.concepts and symbol not in page.library.concepts:
            yield page.error("F402", (*path, "symbol"), no_picture(page, name, symbol))


def no_picture(page: Page, name: str, symbol: str) -> str:
    """Return what to say of a symbol that stands for nothing."""
    hint = nearest(symbol, page.library.concepts) or " See symbols/concepts.yaml."
    return f"{name}: there is no picture for '{symbol}'.{hint}"


def _warning_at_key(page: Page, code: str, path: Path, message: str) -> Fault:
    found = page.error_at_key(code, path, message)
    return Fault(found.file, found.line, found.column, code, message, "warning")


def _pictured(page: Page) -> Iterator[tuple[Path, str | None, bool]]:
    for at in page.steps:
        yield at.path, at.step.symbol, True
    for row in page.rows:
        for key, choice in row.choices.items():
            yield (*row.path, key), choice.symbol, False


def sound(page: Page) -> Iterator[Fault]:
    """What no engine here can speak needs a recording."""
    language = page.flow.language
    if page.library.speaks(language):
        return
    spoken = [(at.path, at.step.audio) for at in page.steps]
    spoken += [
        ((*row.path, key), choice.audio) for row in page.rows for key, choice in row.choices.items()
    ]
    for path, audio in spoken:
        if audio is None:
            message = f"{name_of(path)} cannot be heard: no voice here speaks '{language}'."
            yield page.error_at_key(
                "F403", path, f"{message} Record it and name the file in 'audio'."
            )


CHECKS = (symbols, sound)

"""The words that all flows share, held to the same rules: the scales and the frame."""

from collections.abc import Iterator
from functools import cached_property

from checkin.conversation.flows.checks import does, feelings, pictures, plain_words, replies
from checkin.conversation.flows.checks.page import Page, Row
from checkin.conversation.flows.faults import Fault, Path, nearest
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.written import Written

_ANYWHERE = Flow(
    flow="shared", title="", purpose="", agreed_with="", language="en-GB",
    channels=("tablet", "text", "call"), seen_by=(),
)  # fmt: skip


class _Scales(Page):
    """The points of each scale, as rows of choices."""

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        scales = self.library.scales.items()
        return tuple(Row(("scales", name, "points"), scale.points) for name, scale in scales)


class _Frame(Page):
    """The lines around a conversation, as things said."""

    @cached_property
    def spoken(self) -> tuple[tuple[Path, str], ...]:
        lines = self.library.frame.items()
        return tuple((("frame", name, "say"), said) for name, line in lines for said in line.say)


def check_scales(written: Written, library: Library) -> Iterator[Fault]:
    """Yield what is wrong with the points of the scales: words, pictures, what replies mean."""
    page = _Scales(_ANYWHERE, written, library)
    words = (plain_words.short_labels, plain_words.short_sentences, *feelings.OF_SCALES)
    for one in (_no_road, does.marks, *replies.CHECKS, pictures.symbols, *words):
        yield from one(page)


def _no_road(page: Page) -> Iterator[Fault]:
    """A scale stands in many flows, so its points lead nowhere by themselves."""
    for row in page.rows:
        for key, point in row.choices.items():
            if point.go_to is not None or point.then:
                message = (
                    f"point '{key}' leads elsewhere. Ask the next step with 'only_if' instead."
                )
                yield page.error_at_key("F307", (*row.path, key), message)


def check_marks(written: Written, library: Library) -> Iterator[Fault]:
    """Yield each mark that falls from one that is not there: no agreement would ever count it."""
    page = Page(_ANYWHERE, written, library)
    for name, mark in library.marks.items():
        if mark.falls_from and mark.falls_from not in library.marks:
            message = (
                f"There is no mark '{mark.falls_from}'.{nearest(mark.falls_from, library.marks)}"
            )
            yield page.error("F116", ("marks", name, "falls_from"), message)


def check_frame(written: Written, library: Library) -> Iterator[Fault]:
    """Yield what is wrong with the lines around a conversation: words and pictures."""
    page = _Frame(_ANYWHERE, written, library)
    for one in (plain_words.short_sentences, *plain_words.ENGLISH):
        yield from one(page)
    for name, line in library.frame.items():
        if line.symbol and library.concepts and line.symbol not in library.concepts:
            path = ("frame", name, "symbol")
            yield page.error("F402", path, pictures.no_picture(page, name, line.symbol))

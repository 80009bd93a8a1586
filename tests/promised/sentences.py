"""The sentences of a page or a text: ours alone, without answers, questions and a person's own words."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

LINES = frozenset(
    [
        "p",
        "h1",
        "h2",
        "div",
        "li",
        "ul",
        "ol",
        "td",
        "legend",
        "label",
        "button",
        "a",
        "br",
        "summary",
        "form",
        "main",
        "footer",
        "header",
    ]
)
NOT_READ = frozenset(("script", "style", "title", "svg", "textarea", "select", "bdi"))
NO_END = frozenset(("br", "img", "input", "link", "meta"))
NOT_OURS = frozenset(
    [
        "said",
        "own",
        "own-words",
        "time-now",
        "asked-before",
        "you-said",
        "control",
        "answer",
        "where",
        "face",
        "faces",
        "people-shown",
    ]
)
OURS_IN_AN_ANSWER = frozenset(("more-words", "begun", "told"))
OF_ITS_OWN = frozenset(("said-back", "more-words", "begun", "besides", "sees"))
SAY_NOTHING_OF_IT = ("You said, we did.", "Ask somebody you trust.")  # a title, and advice
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
END = re.compile(r"(?<=[.?!\1])\s+")
ANYBODY = (
    "we|they|staff|someone|somebody|nobody|no one|a person|people outside|will|told|sent|kept|read"
    "|rings|rang|comes|came|looks|looked|knows|asked|answered|has it"
)
TIME = (
    r"\d\d:\d\d|today|tomorrow|tonight|at once|within the hour|\d+ (?:minutes?|times|questions?)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


class _Lines(HTMLParser):
    """Gathers the words of ours, a line for each block of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self._open: list[tuple[str, bool]] = []  # tags, and whether what is in them is ours

    @property
    def _ours(self) -> bool:
        return self._open[-1][1] if self._open else True

    def handle_starttag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        classes = set((dict(attributes).get("class") or "").split())
        if tag in LINES or classes & OF_ITS_OWN:
            self.lines.append("")
        if tag not in NO_END:
            self._open.append((tag, self._is_ours(tag, classes)))

    def handle_startendtag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == opened for opened, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
        if tag in LINES:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self._ours:
            self.lines[-1] += data

    def _is_ours(self, tag: str, classes: set[str]) -> bool:
        if classes & OURS_IN_AN_ANSWER:
            return tag not in NOT_READ
        return self._ours and tag not in NOT_READ and not classes & NOT_OURS


def of_page(html: str) -> tuple[str, ...]:
    """Return each sentence of ours on a page, once."""
    reads = _Lines()
    reads.feed(html)
    return tuple(dict.fromkeys(one for line in reads.lines for one in of_words(line)))


def of_words(words: str) -> Iterator[str]:
    """Yield each sentence; what is quoted stays whole, and may end one."""
    quoted = QUOTED.findall(words)
    hidden = QUOTED.sub(lambda one: "\0\1" if one[0][-2:-1] in ".?!" else "\0", words)
    for sentence in END.split(" ".join(hidden.split())):
        whole = re.sub("\0\1?", lambda _: quoted.pop(0), sentence)
        if whole:
            yield whole


def promises_something(sentence: str, names: Sequence[str]) -> bool:
    """Say whether it names somebody who works there, a time or a deed; a question does not.

    What has no full stop is a heading: there only a name or a time counts.
    """
    named = "|".join(map(re.escape, names))
    counts = f"{named}|{TIME}" if sentence[-1].isalnum() else f"{named}|{TIME}|{ANYBODY}"
    found = re.search(rf"\b(?:{counts})\b", sentence, re.IGNORECASE)
    return bool(found) and not sentence.endswith("?") and sentence not in SAY_NOTHING_OF_IT

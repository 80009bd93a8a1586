"""A flow held by text: every choice is texted by its number, and every answer is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from checkin import clock
from checkin.actions.sending import Outgoing
from checkin.storage.tables import CheckInRow
from tests.conftest import minutes
from tests.journeys.agreed_otherwise import checklist_by_text
from tests.journeys.doors import DEV, Phone
from tests.promised.by_text import TUESDAY
from tests.promised.happened import Happened
from tests.promised.reader import Reader
from tests.promised.roads import LONGEST, Presses
from tests.promised.sentences import of_words
from tests.promised.small import MONDAY, Small

BY_TEXT = "checklist by text"
UNTIL = time(9, 10)
AN_ANSWER = re.compile(r"\d+ ")  # "2 Not going"


def on_a_morning_of_texts(small: Small) -> None:
    """Put the world to just before the Tuesday on which Dev is asked by text whether he is ready."""
    if BY_TEXT not in small.mornings:
        small.begin_again(MONDAY)
        checklist_by_text(small, until=UNTIL)
        small.go_to(f"{TUESDAY} 08:29")
        small.keep_as(BY_TEXT)
    small.begin_again(BY_TEXT)


@dataclass
class RoadByText:
    """Dev goes through his checklist with his phone."""

    small: Small
    presses: Presses
    words: Mapping[int, str] = field(default_factory=dict)  # what he texts in place of an answer
    check_in: str = ""
    sent_at: datetime | None = None
    said: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reader = Reader(BY_TEXT)

    def walk(self) -> "RoadByText":
        """Answer each question as it comes."""
        on_a_morning_of_texts(self.small)
        self.small.listens = self._hear
        self.small.go_to(f"{TUESDAY} 08:30")
        (asked,) = self.happened.rows(
            CheckInRow, CheckInRow.asks == "group_day", CheckInRow.so_far.is_not(None)
        )
        self.check_in = asked.id
        for number in range(LONGEST):
            if self.sent_at or self.small.asked(self.check_in).stage != "steps":
                break
            if number in self.words:
                self._texts(self.words[number])
            else:
                self._answer()
        assert self.sent_at, "It came to no end."
        return self

    @property
    def happened(self) -> Happened:
        """Return what there is of it."""
        return Happened(
            self.small, self.small.cast.dev, self.check_in, self.said, sent_at=self.sent_at
        )

    def _answer(self) -> None:
        prompt = self.small.asked(self.check_in)
        words = "on the bus"
        if prompt.options:
            (key,) = self.presses.next(prompt)
            words = f"{[one.key for one in prompt.options].index(key) + 1}"
        self._texts(words)
        if self.small.asked(self.check_in).stage != "steps":
            self.sent_at = clock.now()

    def _texts(self, words: str) -> None:
        self.small.go_to(clock.now() + minutes(1))
        Phone(self.small, DEV).arrives(words)

    def _hear(self, went: Outgoing) -> None:
        if went.number == DEV:
            ours = [line for line in went.body.splitlines() if not AN_ANSWER.match(line)]
            self.reader.read(of_words("\n".join(ours)), "a text", self.happened)

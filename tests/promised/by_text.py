"""What Dev and staff text, and every sentence that comes back: the real door of the phone company."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin import clock
from checkin.actions.sending import Outgoing
from tests.conftest import london
from tests.journeys.doors import DEV, Phone
from tests.promised.happened import Happened
from tests.promised.reader import Reader
from tests.promised.sentences import of_words
from tests.promised.small import PHONES, Small

TUESDAY = "2026-10-20"
Texted = tuple[str, str, str]  # when, who, what

TALKS: dict[str, Sequence[Texted]] = {
    "ok all day": [("09:17", "Dev", "ok"), ("09:56", "Dev", "ok"), ("15:45", "Dev", "home")],
    "ok twice": [("09:17", "Dev", "ok"), ("09:30", "Dev", "ok")],
    "late 20": [("09:20", "Dev", "LATE 20")],
    "late 90": [("09:20", "Dev", "LATE 90")],
    "late again": [("09:20", "Dev", "LATE 20"), ("09:40", "Dev", "LATE 90")],
    "nobody answers": [("09:20", "Dev", "HELP")],
    "Marcus takes it": [("09:20", "Dev", "HELP"), ("09:23", "Marcus", "ok")],
    "Marcus cannot": [("09:20", "Dev", "HELP"), ("09:21", "Marcus", "cant do it")],
    "Marcus gives it back": [
        ("09:20", "Dev", "HELP"), ("09:21", "Marcus", "ok"), ("09:22", "Marcus", "cant do it"),
    ],
    "Lena is late": [
        ("09:20", "Dev", "HELP"), ("09:21", "Marcus", "ok"), ("09:22", "Lena", "ok"),
    ],
    "help twice": [
        ("09:20", "Dev", "HELP"), ("09:21", "Marcus", "ok"), ("09:25", "Dev", "HELP"),
    ],
    "all refuse": [
        ("09:20", "Dev", "HELP"), ("09:21", "Marcus", "cant do it"), ("09:21", "Lena", "cant do it"),
        ("09:22", "Jo", "cant do it"), ("09:23", "Priya", "cant do it"),
        ("09:24", "Ruth", "cant do it"),
    ],
    "refused twice": [("09:55", "Marcus", "no"), ("09:56", "Marcus", "no")],
    "had it a while": [
        ("09:20", "Dev", "HELP"), ("09:21", "Marcus", "ok"), ("10:05", "Dev", "ok"),
    ],
    "told again once Lena has it": [
        ("09:20", "Dev", "marcus hit me"), ("09:22", "Lena", "ok"), ("09:25", "Dev", "he did it again"),
    ],
    "not home yet": [
        ("09:17", "Dev", "ok"), ("10:01", "Dev", "ok"), ("16:00:10", "Dev", "home"),
        ("16:00:13", "Dev", "not home yet"),
    ],
    "call me": [("09:20", "Dev", "call me")],
    "lost": [("09:20", "Dev", "im lost")],
    "not going": [("08:40", "Dev", "not going")],
    "going after all": [("08:40", "Dev", "not going"), ("08:45", "Dev", "I am going")],
    "thanks of one who stays": [("08:40", "Dev", "not going"), ("09:16", "Dev", "ok")],
    "turns back": [("09:17", "Dev", "ok"), ("09:30", "Dev", "not going")],
    "stop": [("09:20", "Dev", "STOP")],
    "stop and start": [("09:20", "Dev", "STOP"), ("09:22", "Dev", "START")],
    "start in between": [
        ("09:17", "Dev", "ok"), ("10:01", "Dev", "ok"), ("10:30", "Dev", "STOP"),
        ("10:35", "Dev", "START"),
    ],
    "call me beside help": [
        ("09:20", "Dev", "HELP"), ("09:21", "Marcus", "ok"), ("09:25", "Dev", "call me"),
    ],
    "help beside call me": [
        ("09:16", "Dev", "call me"), ("09:18", "Dev", "HELP"), ("09:19", "Lena", "ok"),
    ],
    "start in the evening": [
        ("09:17", "Dev", "ok"), ("10:01", "Dev", "ok"), ("16:01", "Dev", "home"),
        ("17:30", "Dev", "STOP"), ("17:31", "Dev", "START"),
    ],
    "a place": [("09:20", "Dev", "where is safe")],
    "words": [("08:20", "Dev", "can i go to the cafe")],
    "a wish": [("08:20", "Dev", "i would like to go swimming")],
    "a question": [("08:20", "Dev", "is art on tomorrow?")],
    "half a thought": [("08:20", "Dev", "the")],
    "the secret word": [("09:20", "Dev", "pineapple")],
    "not ok yet": [("09:17", "Dev", "ok"), ("09:18", "Dev", "no sorry not left yet")],
    "silence": [("09:14", "Dev", "hello")],
    "missed, and nobody takes it": [("09:14", "Dev", "hello"), ("10:02", "Dev", "ok")],
    "missed, and Marcus takes it": [
        ("09:14", "Dev", "hello"), ("09:50", "Marcus", "ok"), ("10:02", "Dev", "ok"),
    ],
    "words at night": [("00:10", "Dev", "can i go to the cafe")],
}  # fmt: skip


@dataclass
class Talk:
    """Texts there and back, each sentence held as it goes out or after it."""

    small: Small
    name: str

    def __post_init__(self) -> None:
        self.reader = Reader(self.name)

    def have(self) -> "Talk":
        """Let all texts come, in order."""
        self.small.listens = self._sent
        for at, who, words in TALKS[self.name]:
            self.reader.more_comes()
            Phone(self.small, DEV if who == "Dev" else PHONES[who]).text(f"{TUESDAY} {at}", words)
        self.small.go_to(max(clock.now(), london(f"{TUESDAY} 09:45")))
        return self

    @property
    def happened(self) -> Happened:
        """Return what there is."""
        return Happened(self.small, self.small.cast.dev, sent_at=clock.now())

    def _sent(self, went: Outgoing) -> None:
        """Read what goes to Dev, and what tells staff of what they texted."""
        answers = went.key.startswith("heard:") or "You had this" in went.body
        if went.channel == "text" and (went.number == DEV or answers):
            self.reader.read(of_words(went.body), went.number, self.happened)

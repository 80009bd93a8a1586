"""A road through a flow on the tablet: every sentence is read as it is shown, every choice is pressed."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from checkin import clock
from checkin.actions.start_check_in import begin_again_or_go_on
from checkin.conversation.flows.every_step import every_step
from checkin.conversation.talking.prompt import Prompt
from tests.journeys.doors import Tablet
from tests.promised.happened import Happened
from tests.promised.reader import Reader
from tests.promised.sentences import of_page
from tests.promised.small import Small

Ending = Literal["send", "later", "throw_away", "take_back", "today", "tomorrow", "not_this_time"]
NOT_NOW = {"today": "later_today", "tomorrow": "tomorrow", "not_this_time": "not_this_time"}
FORETELLS = ("rings your advocate", "told at once", "told soon", "told within the hour", "looks by")
LONGEST = 60  # pages


@dataclass
class Presses:
    """Which choice was pressed at which step how often: the least pressed is next."""

    of: Counter[tuple[str, str]] = field(default_factory=Counter)
    shown: set[tuple[str, str]] = field(default_factory=set)

    def next(self, prompt: Prompt) -> tuple[str, ...]:
        """Return what to press: one, or, where many can be picked of a list, all at once."""
        step = _name(prompt.step)
        keys = [one.key for one in sorted(prompt.options, key=lambda one: one.label)]
        self.shown |= {(step, key) for key in keys}
        least = min(keys, key=lambda key: self.of[step, key])
        self.of[step, least] += 1
        if prompt.kind != "choose_many":
            return (least,)
        self.of.update((step, key) for key in keys if key != least)
        return tuple(keys)

    @property
    def left(self) -> set[tuple[str, str]]:
        """What was shown and not pressed."""
        return {one for one in self.shown if not self.of[one]}


@dataclass
class Road:
    """One person goes through one flow on a tablet, to one of its ends."""

    small: Small
    flow: str
    person: str
    token: str
    presses: Presses
    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # where it matters
    ending: Ending = "send"
    stop_at: int = 2  # the question, counted from 0, where it ends early
    check_in: str = ""
    said: dict[str, str] = field(default_factory=dict)  # step -> as staff read it
    picked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sent_at: datetime | None = None
    asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.reader = Reader(self.flow)

    def walk(self) -> "Road":
        """Go all the way."""
        with self.small.app.app_context():
            self.check_in = begin_again_or_go_on(self.person, self.flow, clock.now()).id
        shared = self.token == self.small.cast.house_tablet
        self.tablet = Tablet(self.small, self.token, self.person if shared else None)
        self.tablet.open("/tablet/my-page")
        self._read("my page")
        self._read_card()
        self._open()
        if self.ending in NOT_NOW:
            self._not_now()
        else:
            self._read("start")
            self.tablet.do("start")
            self._answer_all()
        return self

    @property
    def address(self) -> str:
        """Return where its pages are."""
        return f"/tablet/check-in/{self.check_in}"

    @property
    def happened(self) -> Happened:
        """Return what there is after it, as far as it went."""
        return Happened(
            self.small,
            self.person,
            self.check_in,
            self.said,
            self._names("not_who"),
            None if self.ending == "take_back" else self.sent_at,
            picks_who_sees=self.flow == "tell_someone",
            shown_to=self._names("who"),
            hurt="hurt" in self.picked.get("kind", ()),
            foretold=frozenset(
                name
                for one in self.reader.shown
                if one.where == "read-back" and one.made.kind in FORETELLS
                for name in one.names
            ),
            questions=len(self.asked),
            cut_short=self._goes_elsewhere,
        )

    def _names(self, step: str) -> frozenset[str]:
        """Return who was picked at a step."""
        ids = self.picked.get(step, ())
        return frozenset(name for name, one in self.small.ids.items() if one in ids)

    def _open(self) -> None:
        self.tablet.open(self.address)

    def _not_now(self) -> None:
        self._read("start")
        self.tablet.open(f"{self.address}/not-now")
        self._read("not now")
        self.tablet.press("/not-now", ("choice", NOT_NOW[self.ending]))
        self._read("end")

    def _answer_all(self) -> None:
        for number in range(LONGEST):
            prompt = self.small.asked(self.check_in)
            match prompt.stage:
                case "steps":
                    self._read("question", step=_name(prompt.step))
                    self.asked |= {prompt.step or ""} if prompt.number else set()
                    self._look_around(number, _name(prompt.step))
                    if self.ending in ("later", "throw_away") and number == self.stop_at:
                        self._stop()
                        return
                    self._answer(prompt, number)
                case "how_done":
                    self.tablet.pick("self")
                case "read_back":
                    self._read("read-back")
                    self._send()
                    return
                case _:
                    return

    def _look_around(self, number: int, step: str) -> None:
        """Open Help at the first question; at the next, who will see it and what was said, too."""
        if number <= 1:
            for page in ("who-sees", "help", "so-far") if number else ("help",):
                self.tablet.open(f"{self.address}/{page}")
                self._read(page, step=step)
            self._open()

    def _stop(self) -> None:
        self.tablet.do("stop")
        self._read("stop")
        if self.ending == "later":
            self.tablet.press("/stop", ("choice", "carry_on_later"))
        else:
            self.tablet.press("/stop", ("choice", "throw_away"))
            self._read("throw away")
            self.tablet.press("/throw-away", ("choice", "throw_away"))
        self._read("end")

    def _send(self) -> None:
        self.tablet.do("send")
        self.sent_at = clock.now()
        if self.small.asked(self.check_in).stage == "how_done":
            self.tablet.pick("self")
        self.small.settle()
        self._open()
        self._read("end")
        if self.ending == "take_back":
            self.tablet.press("/take-back")
            self._read("taken back")

    def _answer(self, prompt: Prompt, number: int) -> None:
        step = _name(prompt.step)
        match prompt.kind:
            case "say":
                self.tablet.do("next")
            case "own_words":
                self.said[step] = " ".join(self.picks.get(step, (f"blue teapot {number}",)))
                self.tablet.write(self.said[step])
            case "sort":
                self.tablet.press("", ("tap", prompt.options[0].key))
                self.tablet.do("next")
            case _:
                offered = {one.key for one in prompt.options}
                wanted = tuple(one for one in self.picks.get(step, ()) if one in offered)
                self._pick(prompt, wanted or self.presses.next(prompt))

    def _pick(self, prompt: Prompt, choices: tuple[str, ...]) -> None:
        step = _name(prompt.step)
        self.picked[step] = choices
        self.said[step] = next(one.label for one in prompt.options if one.key == choices[0])
        self.tablet.pick(*choices)
        if self.tablet.at.endswith("/pick-time"):
            self._read("pick time")
            self.tablet.press("/time")
            del self.said[step]

    def _read_card(self) -> None:
        """Read what My page says of this one."""
        (card,) = re.findall(rf'<a class="answer" href="{self.address}">.*?</a>', self._html, re.S)
        self.reader.read(of_page(card), "card", self.happened)

    @property
    def _html(self) -> str:
        return self.tablet.page.html

    @property
    def _goes_elsewhere(self) -> bool:
        """Whether an answer that was picked leads past other questions."""
        steps = dict(every_step(self.small.flow(self.flow).steps, self.small.flow(self.flow)))
        picked = {(step, key) for step, keys in self.picked.items() for key in keys}
        return any(
            choice.go_to
            for step, one in steps.items()
            for key, choice in getattr(one, "choices", {}).items()
            if (_name(step), key) in picked
        )

    def _read(self, page: str, *, step: str = "") -> None:
        """Read every sentence on this page."""
        self.reader.read(of_page(self._html), page, self.happened, step=step)


def _name(step: str | None) -> str:
    return (step or "").rpartition(".")[2]

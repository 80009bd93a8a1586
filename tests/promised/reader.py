"""Whoever reads every sentence, and holds it: as it is shown, or after the road."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from checkin import clock
from tests.conftest import minutes
from tests.promised import claims, claims_by_text, claims_of_what_became, reached
from tests.promised.claim import CLAIMS
from tests.promised.happened import Happened, Shown
from tests.promised.matching import made_by
from tests.promised.sentences import promises_something
from tests.promised.small import PHONES

ALL_CLAIMS = (claims, claims_by_text, claims_of_what_became)  # each puts its own into CLAIMS


@dataclass
class Reader:
    """Keeps what was promised on the way.

    wrong: what was not so. undeclared: sentences of no kind that is listed.
    """

    of: str
    shown: list[Shown] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    undeclared: set[str] = field(default_factory=set)

    def read(
        self, sentences: Iterable[str], where: str, after: Happened, *, step: str = ""
    ) -> None:
        """Read the sentences of one page or text."""
        for sentence in sentences:
            if not promises_something(sentence, tuple(PHONES)):
                continue
            made = made_by(sentence)
            if made is None:
                self.undeclared.add(f"{sentence}   ({self.of}, {where} {step})")
                continue
            reached.note(made.words)
            shown = Shown(sentence, made, where, clock.now(), step)
            if CLAIMS[made.kind].when == "after":
                self.shown.append(shown)
            else:
                self._hold(after, shown)

    def more_comes(self) -> None:
        """Something is said after this: what was to come may come otherwise."""
        self.shown = [one._replace(last=False) for one in self.shown]

    def hold_all(self, after: Happened) -> None:
        """Hold what was promised, each when its time has come."""
        ended = clock.now()
        for wait, shown in groupby(sorted(self.shown, key=_wait), key=_wait):
            if wait:
                after.small.go_to(max(clock.now(), ended + minutes(wait)))
            for one in shown:
                self._hold(after.anew(), one) if wait else self._hold(after, one)

    def _hold(self, after: Happened, shown: Shown) -> None:
        problem = CLAIMS[shown.made.kind].holds(after, shown)
        if problem:
            found = f"“{shown.sentence}” ({self.of}, {shown.where} {shown.step}): {problem}"
            self.wrong += [] if found in self.wrong else [found]

    @property
    def problems(self) -> list[str]:
        """Return all that is wrong, and all that nobody declared."""
        return [
            *self.wrong,
            *(f"Of no kind that is listed: {one}" for one in sorted(self.undeclared)),
        ]


def _wait(shown: Shown) -> float:
    return CLAIMS[shown.made.kind].wait(shown)

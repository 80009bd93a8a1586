"""Every line of the flows made into sound beforehand, so that Listen answers at once."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from enum import Enum

from checkin.speech.engine import CannotSpeak
from checkin.speech.speak import Speaker

_WORKERS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words to be heard, and the recording that the step names, if any."""

    text: str
    language: str
    audio: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """How many clips were made, were there already, and could not be made, with each reason."""

    made: int
    already: int
    could_not: int
    reasons: tuple[tuple[Line, str], ...] = ()


class _Outcome(Enum):
    MADE = "made"
    THERE = "already there"


def build(lines: Iterable[Line], speaker: Speaker, progress: Callable[[int, int], None]) -> Built:
    """Make what is not there yet. `progress` hears how many of how many are done."""
    all_lines = tuple(dict.fromkeys(lines))
    outcomes: list[_Outcome] = []
    reasons: list[tuple[Line, str]] = []
    with ThreadPoolExecutor(_WORKERS) as workers:
        work = {workers.submit(_make, line, speaker): line for line in all_lines}
        for number, done in enumerate(as_completed(work), start=1):
            try:
                outcomes.append(done.result())
            except CannotSpeak as why:
                reasons.append((work[done], str(why)))
            progress(number, len(all_lines))
    made, there = outcomes.count(_Outcome.MADE), outcomes.count(_Outcome.THERE)
    return Built(made, there, len(reasons), tuple(reasons))


def _make(line: Line, speaker: Speaker) -> _Outcome:
    if speaker.is_ready(line.text, line.language, audio=line.audio):
        return _Outcome.THERE
    speaker.clip(line.text, line.language, audio=line.audio, beforehand=True)
    return _Outcome.MADE

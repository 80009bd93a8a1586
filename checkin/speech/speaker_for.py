"""The speaker of an installation: which engines it has, and which one it asks first."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from checkin.speech.engine import CannotSpeak, Engine
from checkin.speech.espeak import Espeak
from checkin.speech.google import Google
from checkin.speech.pico import Pico
from checkin.speech.recordings import Recordings
from checkin.speech.speak import CALM, Speaker


def speaker_for(
    data: Path,
    first: str = "pico",
    *,
    fixed: Iterable[str] = (),
    recordings: Sequence[Path] = (),
    speed: float = CALM,
) -> Speaker:
    """A speaker for an installation.

    `data` is its data folder: sounds go to `sound/`, and recordings are looked for in
    `recordings/`, before the other `recordings` folders. `first` is the engine to ask first: pico,
    espeak or google. `fixed` holds the only texts that may go to Google.
    """
    engines: dict[str, Engine] = {"pico": Pico(), "espeak": Espeak()}
    if first == "google":
        engines["google"] = Google(fixed)
    if first not in engines:
        raise CannotSpeak(
            f"There is no engine '{first}'. Set CHECKIN_SPEECH to pico, espeak or google."
        )
    in_order = sorted(engines.values(), key=lambda engine: engine.name != first)
    return Speaker(
        data / "sound", in_order, Recordings((data / "recordings", *recordings)), speed=speed
    )

"""What a test may ask to go wrong with the stand-in's next request."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fails:
    """Answer the next request with this status and this code of Twilio's."""

    status: int
    code: int = 20500


@dataclass(frozen=True, slots=True)
class Hangs:
    """Keep nothing of the next request, and answer too late."""

    seconds: float


@dataclass(frozen=True, slots=True)
class KeepsThenHangs:
    """Take the next text, and answer too late: whoever asked cannot know that it went."""

    seconds: float


Fault = Fails | Hangs | KeepsThenHangs

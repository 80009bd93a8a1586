"""One thing that keeps an agreement from being kept: a sentence, and where it is to be mended."""

from checkin.conversation.flows.faults import Path


class Problem(str):
    """A sentence that says what to do; `at` is the place in the agreement, () where it is no one's."""

    __slots__ = ("at",)
    at: Path

    def __new__(cls, words: str, *at: str | int) -> "Problem":
        """Say it of the place in the agreement that is written `at`: "times", 0, "asks"."""
        problem = super().__new__(cls, words)
        problem.at = at
        return problem

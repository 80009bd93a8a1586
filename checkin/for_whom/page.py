"""For which question a page is that answers: the one that waits, or one it was left open at."""

from checkin.conversation.talking.said import OwnWordsGiven, Reply, Said
from checkin.conversation.talking.standing import SoFar


def was_left_open(at_step: str | None, so_far: SoFar, reply: Reply) -> bool:
    """Whether a page asked something else than what waits now; such words are never lost.

    Where the conversation has ended, nothing waits that words could answer. None: no page spoke.
    """
    if at_step is None:
        return False
    unheard = so_far.stage == "ended" and isinstance(reply, OwnWordsGiven | Said)
    return unheard or at_step != so_far.step

"""Own words that are a whole telling: what a text says of being hurt is kept as if it were sent there.

Nothing was asked. The words stand at the first step that a flow has for them, and all of it is sent.
"""

from checkin.conversation.flows.level import Level
from checkin.conversation.flows.prepared import Spot
from checkin.conversation.talking.answering import WORDS_ALONE, blank, with_words
from checkin.conversation.talking.asked import asked_at
from checkin.conversation.talking.asking import showing
from checkin.conversation.talking.facts import Answered, Ended, Sent, Tell, Turn, YouSaid
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.scene import Scene

NOT_ASKED = Given(step="words", asked="")


def told_at_once(
    now: Scene, words: str, *, hurts: bool = True, level: Level = "now", asked: str = ""
) -> Turn:
    """Return the turn that tells and sends these words. `hurts`: they say that somebody is hurt.

    `level`: how soon somebody is told. `asked`: what they answer, where we wrote it.
    """
    spot = next((one for one in now.road.spots if one.ready.kind in WORDS_ALONE), None)
    given = with_words(_asked(now, spot), words, ())
    given = given._replace(asked=asked or given.asked)
    so_far = now.so_far._replace(
        stage="ended", step=None, answers={given.step: given}, end="sent", said_back=None
    )
    facts = (
        Answered(given),
        Sent((given,)),
        YouSaid(given),
        Tell(level, given.step, hurt=hurts),
        Ended("sent"),
    )
    return showing(now.become(so_far), facts)


def _asked(now: Scene, spot: Spot | None) -> Given:
    return blank(asked_at(now, spot)) if spot else NOT_ASKED

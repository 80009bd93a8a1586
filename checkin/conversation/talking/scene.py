"""One moment of a conversation: the flow, the way it is held, and how far it has come."""

from typing import NamedTuple

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Frame
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.flows.prepared import Spot
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import Manner
from checkin.conversation.talking.road import Road, walk
from checkin.conversation.talking.standing import SoFar, Stage


class Scene(NamedTuple):
    """A moment, with the road as the answers so far have laid it.

    `around`: who may be named, where what is said may tell of one of them.
    """

    flow: Flow
    manner: Manner
    frame: Frame
    so_far: SoFar
    road: Road
    around: tuple[Option, ...] = ()

    @property
    def here(self) -> Spot:
        """Return the spot where the conversation stands, at stage "steps"."""
        return self.road.at(self.so_far.step)

    @property
    def given(self) -> Given | None:
        """Return what was given here before, if anything was."""
        return self.so_far.answers.get(self.so_far.step or "")

    def at(self, step: str | None, stage: Stage = "steps") -> "Scene":
        """Stand at a step, or for None between steps, as if newly come there."""
        so_far = self.so_far
        return self.become(SoFar(so_far.about, stage, step, so_far.answers, done=so_far.done))

    def asking_back(self, checking: str | None) -> "Scene":
        """Stay, with "Did you mean this?" or, for None, to ask once more in other words."""
        now, attempt = self.so_far, self.so_far.attempt if checking else 2
        so_far = SoFar(now.about, now.stage, now.step, now.answers, attempt, checking)
        return self.become(so_far)

    def having(self, given: Given) -> "Scene":
        """Hold an answer given here, and follow where it leads."""
        now = self.so_far
        answers = {**now.answers, given.step: given}
        so_far = now._replace(answers=answers)
        if not self.here.ready.steers:
            return self.become(so_far)
        after = scene(self.flow, so_far, self.manner, self.frame)
        return after._replace(around=self.around)

    def become(self, so_far: SoFar) -> "Scene":
        """Stand otherwise with the same answers, and so on the same road."""
        return self._replace(so_far=so_far)

    def filled(self, words: str, spot: Spot) -> str:
        """Put in the names and times that belong here."""
        if "{" not in words:
            return words
        return fill(words, {**self.so_far.about.values, **spot.values})


def scene(flow: Flow, so_far: SoFar, manner: Manner, frame: Frame) -> Scene:
    """Set the scene: work out the road."""
    return Scene(flow, manner, frame, so_far, walk(flow, so_far.about, so_far.answers))

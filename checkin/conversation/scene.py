"""One moment of a conversation: the flow, the way it is held, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin.conversation.flow import Channel, Flow
from checkin.conversation.library import FrameLine
from checkin.conversation.road import Road, Spot, walk
from checkin.conversation.talk import Given, SoFar

Frame = Mapping[str, FrameLine]


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment, with the road as the answers so far have laid it."""

    flow: Flow
    channel: Channel
    frame: Frame
    so_far: SoFar
    road: Road

    @property
    def paged(self) -> bool:
        """Tell whether it is read page by page, with a start page and a read-back."""
        return self.channel == "tablet"

    @property
    def here(self) -> Spot:
        """Return the spot where the conversation stands, at stage "steps"."""
        return self.road.at(self.so_far.step)

    @property
    def given(self) -> Given | None:
        """Return what was given here before, if anything was."""
        return self.so_far.answers.get(self.so_far.step or "")

    def at(self, step: str | None) -> "Scene":
        """Stand at a step, or for None between steps, as if newly come there."""
        so_far = replace(self.so_far, stage="steps", step=step, attempt=1, checking=None, end=None)
        return replace(self, so_far=so_far)

    def having(self, given: Given) -> "Scene":
        """Hold an answer, and follow where it leads."""
        answers = {**self.so_far.answers, given.step: given}
        so_far = replace(self.so_far, answers=answers)
        return scene(self.flow, so_far, self.channel, self.frame)

    def become(self, so_far: SoFar) -> "Scene":
        """Stand otherwise with the same answers, and so on the same road."""
        return replace(self, so_far=so_far)


def scene(flow: Flow, so_far: SoFar, channel: Channel, frame: Frame) -> Scene:
    """Set the scene: work out the road."""
    return Scene(flow, channel, frame, so_far, walk(flow, so_far.about, so_far.answers))

"""Words of a hurt that go unseen with a turn: thrown away, or changed before they are sent.

Changed: what is sent tells of no hurt any more, or of one by others than the words that were there.
"""

from collections.abc import Collection
from typing import Literal

from checkin.actions.all_that_was_said import all_that_was_said
from checkin.actions.kept_so_far import kept_out_so_far
from checkin.actions.told_already import is_to_tell
from checkin.actions.who_hurts import all_as_they_speak
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.facts import Sent, Turn
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.scene import Scene
from checkin.conversation.talking.standing import SoFar
from checkin.conversation.talking.tells_of_hurt import tells_of_hurt
from checkin.storage.tables import CheckInRow

Unseen = Literal["thrown_away", "changed"]


def gone_unseen(check_in: CheckInRow, before: Scene, turn: Turn) -> Unseen | None:
    """Return how words of a hurt go unseen with this turn, if any do."""
    flow, so_far = before.flow, before.so_far
    if turn.so_far.end == "thrown_away":
        gone = is_told(check_in.person_id, flow, all_that_was_said(check_in, so_far))
        return "thrown_away" if gone else None
    sent = next((fact.answers for fact in turn.facts if isinstance(fact, Sent)), None)
    changed = sent is not None and is_changed(check_in, flow, so_far, sent)
    return "changed" if changed else None


def is_told(person_id: str, flow: Flow, so_far: SoFar) -> bool:
    """Say whether those outside are told where this goes unseen: a hurt, in words, a voice or a picture."""
    said = any(one.words or one.media for one in so_far.answers.values())
    return said and is_to_tell(person_id, flow, so_far)


def is_changed(check_in: CheckInRow, flow: Flow, so_far: SoFar, sent: Collection[Given]) -> bool:
    """Say whether words told of a hurt, and these that are sent do not, or keep fewer out."""
    person, said = check_in.person_id, all_that_was_said(check_in, so_far)
    if check_in.hurt_at is None or not is_told(person, flow, said):
        return False
    stands = so_far._replace(answers={one.step: one for one in sent})
    if not tells_of_hurt(flow, stands, all_as_they_speak(person, stands)):
        return True
    return bool(kept_out_so_far(person, flow, said) - kept_out_so_far(person, flow, stands))

"""Words that a person told at once stand again in what they wrote: they are told once.

What is not sent, changed or thrown away is not told a second time as what nobody can read.
"""

from checkin.actions.close_telling import open_tellings
from checkin.actions.who_hurts import all_as_they_speak
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.talking.standing import SoFar
from checkin.conversation.talking.tells_of_hurt import tells_of_hurt
from checkin.storage import answers, which_check_ins
from checkin.storage.tables import CheckInRow


def told_already(person_id: str, words: str) -> CheckInRow | None:
    """Return the telling of its own in which they said these very words, while somebody is to act on it."""
    told = which_check_ins.told_by_text(open_tellings(person_id).keys(), TELL_SOMEONE)
    return next((one for one in told if words in _said_in(one)), None)


def is_to_tell(person_id: str, flow: Flow, so_far: SoFar) -> bool:
    """Say whether it tells of a hurt that nobody was told at once, as it was written."""
    left = {
        key: one
        for key, one in so_far.answers.items()
        if not (one.words and told_already(person_id, one.words))
    }
    to_tell = so_far._replace(answers=left)
    return tells_of_hurt(flow, to_tell, all_as_they_speak(person_id, to_tell))


def _said_in(check_in: CheckInRow) -> list[str | None]:
    return [one.words for one in answers.answers_of(check_in.id)]

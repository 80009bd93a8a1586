"""Words that a person told at once stand again in what they wrote: they are told once."""

from checkin.actions.close_telling import open_tellings
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.storage import answers, which_check_ins
from checkin.storage.tables import CheckInRow


def told_already(person_id: str, words: str) -> CheckInRow | None:
    """Return the telling of its own in which they said these very words, while somebody is to act on it."""
    told = which_check_ins.told_by_text(open_tellings(person_id).keys(), TELL_SOMEONE)
    return next((one for one in told if words in _said_in(one)), None)


def _said_in(check_in: CheckInRow) -> list[str | None]:
    return [one.words for one in answers.answers_of(check_in.id)]

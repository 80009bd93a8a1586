"""Staff write down what a person said in a talk: for all here, or as what was told of somebody.

What tells of a hurt, or names others of staff and is not plainly good, is told as the person's own
text of it would be, and stands as what another wrote down. Source: trust.md A2, thresholds.md T15.
"""

from datetime import datetime

from checkin.actions.loops import KeptAlreadyError, raise_loop_from_talk
from checkin.actions.more_of_hurt import told_alerts
from checkin.actions.tell_at_once import and_those_before, as_soon_as_their_call, tell
from checkin.actions.tell_of_call import tell_all
from checkin.actions.texts_of_staff import who_is_hurt
from checkin.actions.told_already import told_already
from checkin.actions.who_hurts import as_they_speak
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.of_staff import kept_by
from checkin.conversation.talking.given import Given
from checkin.for_whom.hurt_told import HurtTold
from checkin.storage import people
from checkin.storage.answers import Where
from checkin.storage.kept_from import confided
from checkin.storage.staff import staff_by_id
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together

TOO = "{staff} wrote the same down, as said in a talk."


def write_down(person_id: str, staff_id: str, words: str, now: datetime) -> CheckInRow | None:
    """Keep words that a person said to this one of staff; return the telling, where it is one.

    The same words within a minute, or while somebody is to act on them: KeptAlreadyError; where that
    is kept from whoever writes them, those who act are told that they did.
    """
    with kept_together():
        of = _of_others(person_id, staff_id, words)
        if of is None:
            raise_loop_from_talk(person_id, staff_id, words, now)
            return None
        before = told_already(person_id, words)
        if before and not confided([before.id])[before.id].is_closed_to(staff_id):
            raise KeptAlreadyError(KeptAlreadyError.__doc__)
        if before is None:
            return _tell(person_id, staff_id, words, of, now)
        tell_all(told_alerts(before), TOO.format(staff=_called(staff_id)), now)
        return before


def _called(staff_id: str) -> str:
    return staff_by_id([staff_id])[staff_id].called


def _of_others(person_id: str, staff_id: str, words: str) -> HurtTold | None:
    """Return of whom it is; None where all here may read it, or it only names whoever wrote it."""
    by = _of_whom(person_id, words)
    is_theirs = by is not None and not by.hurts and by.named == (staff_id,)
    return None if by is None or is_theirs else HurtTold(by, calls=False)


def _of_whom(person_id: str, words: str) -> HurtBy | None:
    """Return of whom it is, in the person's own words, or as staff say it: "somebody hit Dev"."""
    spoken = as_they_speak(person_id, [Given("", "", words=words)])
    own = kept_by(words, spoken.around, spoken.language)
    as_staff = who_is_hurt(words, [people.the_person(person_id).house_id])
    if own is None or own.hurts or as_staff is None:
        return own or as_staff
    return HurtBy(tuple({*own.named, *as_staff.named}), as_staff.unclear, as_staff.hurts)


def _tell(person_id: str, staff_id: str, words: str, of: HurtTold, now: datetime) -> CheckInRow:
    by, level = and_those_before(person_id, of.by), as_soon_as_their_call(person_id, of).level
    return tell(person_id, words, by, now, Where(beside=staff_id), level)

"""Words that a person told at once stand again in what they wrote: they are told once.

What is not sent, changed or thrown away is not told a second time as what nobody can read.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from checkin.actions.close_telling import open_tellings
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.who_hurts import all_as_they_speak
from checkin.actions.who_knows import raised_by_answers
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.replies.normal import LONGEST_READ, Comparable
from checkin.conversation.talking.standing import SoFar
from checkin.conversation.talking.tells_of_hurt import tells_of_hurt
from checkin.storage import answers, what_was_sent, which_check_ins
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow, Staff

Same = tuple[Comparable, str]
"""Words as compared, and what of them is too long for that."""


def told_already(person_id: str, words: str) -> CheckInRow | None:
    """Return the telling of its own in which they said these words, while somebody is to act on it.

    Capitals, spaces, marks and spelling make no other words of them.
    """
    return words_told(person_id).get(as_compared(words))


def as_compared(words: str) -> Same:
    """Return words as they are told from others; what is too long to be compared, letter for letter."""
    read = flows_in_use().library.language.comparable(words)
    return read._replace(typed=()), words[LONGEST_READ:]


def words_told(person_id: str) -> Mapping[Same, CheckInRow]:
    """Return all such words as compared, and the telling in which they stand: of two, the newest."""
    told = which_check_ins.told_by_text(open_tellings(person_id).keys(), TELL_SOMEONE)
    tellings = {one.id: one for one in told}
    rows = [row for row in answers.answers_of(*tellings) if row.words] if tellings else []
    rows.sort(key=lambda row: tellings[row.check_in_id].due_at)
    return {as_compared(row.words or ""): tellings[row.check_in_id] for row in rows}


def who_read_at_once(check_in: CheckInRow) -> Sequence[Staff]:
    """Return everybody who was told, at once, words that stand in it, or is being, or took that; whatever became of it.

    Whose phone rang, and who did not pick up, counts too: it is on their list, and never fewer know.
    """
    since = check_in.due_at - timedelta(days=1)
    told = which_check_ins.told_by_text_since(check_in.person_id, TELL_SOMEONE, since)
    rows = answers.answers_of(check_in.id) if told else ()
    written = {as_compared(row.words) for row in rows if row.words}
    before = answers.answers_of(*(one.id for one in told)) if written else ()
    same = {one.check_in_id for one in before if one.words and as_compared(one.words) in written}
    raised = [alert for key in same for alert in raised_by_answers(key)]
    those = {one.taken_by for one in raised if one.taken_by} | {
        one.staff_id
        for alert in raised
        for one in what_was_sent.messages_of_alert(alert.id)
        if one.staff_id and (one.sent_at or one.state not in what_was_sent.NOT_TOLD)
    }
    return staff_kept.staff_by_name(those)


def is_to_tell(person_id: str, flow: Flow, so_far: SoFar) -> bool:
    """Say whether it tells of a hurt that nobody was told at once, as it was written."""
    told = words_told(person_id) if any(one.words for one in so_far.answers.values()) else {}
    left = {key: one for key, one in so_far.answers.items() if not _stands(one.words, told)}
    to_tell = so_far._replace(answers=left)
    return tells_of_hurt(flow, to_tell, all_as_they_speak(person_id, to_tell))


def _stands(words: str | None, told: Mapping[Same, CheckInRow]) -> bool:
    return bool(words and told) and as_compared(words or "") in told

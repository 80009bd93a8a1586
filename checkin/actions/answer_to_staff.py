"""The person answers words of staff: it stands beside them, and whoever said them is told.

What somebody answers in their own words is heard like any of theirs: that they are hurt, the
secret word, what they wish for. Source: texts.md B.4, thresholds.md T15.
"""

from collections.abc import Collection
from datetime import datetime

from checkin.actions.named_in_answer import keep_out_named
from checkin.actions.said_in import said_in
from checkin.actions.tell_of_answer import tell_of_answer
from checkin.agreements.happened_by_text import StaffAnswered
from checkin.agreements.meant_for import for_all_here
from checkin.agreements.seeing import in_confidence
from checkin.agreements.words_of_staff import asks
from checkin.lives.loop_key import text_key, to_staff_key
from checkin.lives.new_words import NewAnswer
from checkin.storage import check_ins, loop_raised, people, words_of_staff
from checkin.storage import staff as staff_kept
from checkin.storage.loop_raised import NewLoop
from checkin.storage.tables import Staff, WordsOfStaffRow


def answer_to_staff(
    words: WordsOfStaffRow, answer: NewAnswer, *, courtesy: bool = False, calls: bool = False
) -> None:
    """Keep an answer to words that are held, and tell who said them.

    `courtesy`: no more than "ok" or "thanks", which opens no loop. `calls`: it may call for somebody.
    """
    number = words_of_staff.add_answer(words, answer)
    asked_by = _who(words.staff_id)
    passed_on = _keep_out(words, answer, asked_by)
    person, now = people.the_person(words.person_id), answer.at
    if not courtesy:
        key = text_key(answer.heard_id) if answer.heard_id else to_staff_key(words.id, number)
        loop_raised.put(
            NewLoop(
                key, person.id, now, answer.words, answer.media_id, check_in_id=words.check_in_id
            )
        )
    answered = StaffAnswered(
        answer.heard_id or f"{words.id}:{number}",
        words.id,
        words.staff_id,
        asked_by.called,
        answer.words if _is_for_all(words, now) else None,
    )
    waits = not courtesy or asks(words.words)
    tell_of_answer(words, answered, now, calls=calls, waits=waits, but=passed_on)


def _keep_out(words: WordsOfStaffRow, answer: NewAnswer, asked_by: Staff) -> Collection[str]:
    if words.check_in_id is None:
        return ()
    check_in = check_ins.the_check_in(words.check_in_id)
    return keep_out_named(check_in, answer.words, asked_by, answer.at)


def _is_for_all(words: WordsOfStaffRow, now: datetime) -> bool:
    if words.check_in_id is None:
        return True
    said = said_in({words.check_in_id}, now)[words.check_in_id]
    return for_all_here(said) and not in_confidence(said)


def _who(staff_id: str) -> Staff:
    return staff_kept.staff_by_id([staff_id])[staff_id]

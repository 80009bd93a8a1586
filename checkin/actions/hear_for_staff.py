"""A text answers words of staff: whoever wrote them is told, and the person reads who that is."""

from checkin.actions.answer_to_staff import answer_to_staff
from checkin.actions.hear_of_staff import is_kept_from_named
from checkin.actions.hearing import Hearing
from checkin.actions.say_to_person import is_apart
from checkin.actions.tell_of_answer import reads_answers
from checkin.actions.tell_who_called import HURT, answer_to, hurt_was_told
from checkin.actions.who_rings import who_rings
from checkin.agreements.words_to_read import STAFF_ANSWERED
from checkin.for_whom.addressees import ForStaff
from checkin.lives.new_words import NewAnswer
from checkin.storage import alert_steps, words_of_staff
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow, WordsOfStaffRow


def hear_for_staff(hearing: Hearing, whom: ForStaff) -> None:
    """Keep it beside what it answers; more than a courtesy opens a loop, and is answered."""
    heard, now = hearing.heard, hearing.now
    words = words_of_staff.the_words(whom.id)
    if _is_of_staff(hearing, whom, words):
        return
    hearing.meant("free", check_in_id=whom.in_doubt, read_with=words.id)
    if whom.alert:
        alert_steps.add_steps([AlertStep(whom.alert, now, "heard", f'Texted: "{whom.words}"')])
    answer = NewAnswer(now, whom.words, heard_id=heard.id)
    answer_to_staff(words, answer, courtesy=whom.courtesy, calls=whom.calls)
    if not whom.courtesy:
        _say_who_hears(hearing, words)


def _is_of_staff(hearing: Hearing, whom: ForStaff, words: WordsOfStaffRow) -> bool:
    """Keep it from whom it names where it is not plainly good; in a check-in it is heard with that."""
    plain = words.check_in_id is None and not (whom.courtesy or whom.calls)
    return plain and is_kept_from_named(hearing, whom.words)


def _say_who_hears(hearing: Hearing, words: WordsOfStaffRow) -> None:
    reads, alert = reads_answers(words, hearing.now)
    of = (
        words.check_in_id if is_apart(words, hearing.now) else None
    )  # then it stands for those alone who may read it
    called = _called(alert, hearing) if alert else None
    if alert and called:
        message, values = called
        hearing.answer(message, alert_id=alert.id, check_in_id=of, **values)
    elif reads:
        hearing.answer("free_msg", check_in_id=of, staff=reads.names, by=reads.by)


def _called(alert: AlertRow, hearing: Hearing) -> tuple[str, dict[str, str]] | None:
    """Return the text that says who has it, where it calls for somebody or tells of a hurt."""
    if alert.kind in HURT:
        return hurt_was_told(alert, hearing.now)
    if alert.kind == STAFF_ANSWERED:
        return answer_to(alert, who_rings(alert))
    return None

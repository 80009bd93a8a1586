"""A text answers words of staff: whoever wrote them is told, and the person reads who that is."""

from checkin.actions.answer_to_staff import answer_to_staff
from checkin.actions.hearing import Hearing
from checkin.actions.say_to_person import is_told_apart
from checkin.for_whom.addressees import ForStaff
from checkin.lives.new_words import NewAnswer
from checkin.storage import alert_steps, check_ins, words_of_staff
from checkin.storage.alert_steps import AlertStep


def hear_for_staff(hearing: Hearing, whom: ForStaff) -> None:
    """Keep it beside what it answers; more than a courtesy opens a loop, and is answered."""
    heard, now = hearing.heard, hearing.now
    words = words_of_staff.the_words(whom.id)
    hearing.meant("free", check_in_id=whom.in_doubt, read_with=words.id)
    if whom.alert:
        alert_steps.add_steps([AlertStep(whom.alert, now, "heard", f'Texted: "{whom.words}"')])
    answer = NewAnswer(now, whom.words, heard_id=heard.id)
    reads = answer_to_staff(words, answer, courtesy=whom.courtesy)
    if reads and not whom.courtesy:
        apart = is_told_apart(check_ins.the_check_in(words.check_in_id), now)
        of = words.check_in_id if apart else None  # then it stands for those alone who may read it
        hearing.answer("free_msg", check_in_id=of, staff=reads.names, by=reads.by)

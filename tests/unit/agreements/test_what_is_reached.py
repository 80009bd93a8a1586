"""Silence, words and texts: what staff are told, in which words, how soon."""

from dataclasses import replace
from datetime import date

import pytest
from agreed_people import DEV, HELP, MISSED, WORD, dev_agreement, london

from checkin.agreements.happened import HelpAsked, Person, Silent, WordUsed
from checkin.agreements.happened_by_text import (
    AnsweredOften,
    CallNotDone,
    CannotBeTexted,
    FreeMessage,
    OkNotSo,
    OwnWordsKept,
    PersonAskedFor,
    StaffAnswered,
    TextsStopped,
    TooLate,
    TurnsBack,
    WordsUnread,
)
from checkin.agreements.threshold import AgreedWord, HelpOrNotOk, MissedCheckIn
from checkin.agreements.thresholds import reached

THURSDAY = london("2026-10-22 10:20:01")
FRIDAY = london("2026-10-23 14:35")
SILENT = Silent("c1", "arrive", "10:00", undelivered=2)


def only(happened, now=THURSDAY, agreements=None, person=DEV):
    """Return the one thing reached; fail where there is none or more."""
    agreements = [dev_agreement()] if agreements is None else agreements
    (one,) = reached(agreements, happened, now, person=person)
    return one


# Silence ------------------------------------------------------------------------------


def test_d14_silence_says_what_is_known_and_claims_nothing_more():
    alert = only(SILENT)

    assert (alert.kind, alert.level) == ("missed_checkin", "soon")
    assert alert.title == "Dev did not answer: arrive, due 10:00."
    assert " ".join(alert.what) == ("Last 2 texts not delivered. Phone may be off.")
    assert alert.agreed_words == MISSED.agreed_words
    assert alert.key == alert.group == "missed_checkin:c1"
    assert (alert.about, alert.task, alert.said_privately) == ("person", False, False)


def test_who_was_not_asked_is_not_said_to_be_silent():
    alert = only(Silent("c1", "arrive", "10:00", not_asked="waits_for_help"))

    assert alert.title == "Dev was not asked: arrive, due 10:00."
    assert alert.what == ("We do not ask while somebody waits for help.",)


def test_who_was_not_asked_for_a_reason_of_ours_is_not_said_to_wait_for_help():
    alert = only(Silent("c1", "arrive", "10:00", not_asked="ours", down_from="09:50"))

    assert alert.title == "Dev was not asked: arrive, due 10:00."
    assert alert.what == ("We did not ask.", "The system was down from 09:50.")


def test_one_text_without_a_receipt_is_one_text():
    alert = only(Silent("c1", "arrive", "10:00", undelivered=1))

    assert alert.what == ("Last text not delivered.", "Phone may be off.")


def test_after_our_own_outage_the_alert_says_so():
    alert = only(Silent("c1", "arrive", "10:00", down_from="09:50"))

    assert alert.what == ("The system was down from 09:50.",)


def test_what_may_have_been_an_answer_stands_on_the_alert():
    alert = only(Silent("c1", "arrive", "10:00", in_doubt=('Texted 09:58: "ok i think"',)))
    assert alert.what == ('Texted 09:58: "ok i think"',)


def test_a_check_in_that_was_begun_is_not_called_unanswered():
    alert = only(Silent("c1", "ready", "08:30", begun=True))
    assert alert.title == "Dev began, and did not finish: ready, due 08:30."


def test_silence_nobody_agreed_to_worry_about_tells_nobody():
    assert reached([dev_agreement(thresholds=())], SILENT, THURSDAY, person=DEV) == ()
    assert reached([], SILENT, THURSDAY, person=DEV) == ()


def test_of_two_agreements_the_more_urgent_speaks_once():
    calm = dev_agreement(thresholds=(MissedCheckIn(level="plan"),))
    urgent = dev_agreement(thresholds=(MissedCheckIn(level="now"), MissedCheckIn(level="soon")))

    assert only(SILENT, agreements=[calm, urgent]).level == "now"


def test_safety_runs_on_however_long_the_review_is_overdue():
    forgotten = dev_agreement(review_on=date(2026, 10, 6))

    assert only(SILENT, london("2027-06-01 10:20:01"), [forgotten]).kind == "missed_checkin"


def test_what_dev_did_not_agree_to_ends_with_its_day():
    by_staff = dev_agreement(view_of_person="does_not_agree", review_on=date(2026, 10, 22))

    assert only(SILENT, THURSDAY, [by_staff])
    assert reached([by_staff], SILENT, london("2026-10-23 10:20:01"), person=DEV) == ()


# Words --------------------------------------------------------------------------------


def test_d23_the_agreed_word_calls_now_and_is_nowhere_to_be_read():
    alert = only(WordUsed("m7"), FRIDAY)

    assert (alert.kind, alert.level) == ("agreed_word", "now")
    assert alert.said_privately
    assert alert.title == "Dev: agreed word used."
    assert alert.what == ("Ring Dev and chat first.",)
    assert (alert.key, alert.group) == ("agreed_word:m7", "agreed_word:dev")
    assert alert.agreed_words == WORD.agreed_words


@pytest.mark.parametrize(
    ("first", "words"),
    [("ring", "Ring Dev."), ("come", "Go to Dev."), ("police", "Ring 999.")],
)
def test_staff_first_do_what_dev_chose_and_open_as_agreed(first, words):
    word = AgreedWord(first_action=first, opening_line="Did you get the milk?")

    alert = only(WordUsed("m7", near=True), FRIDAY, [dev_agreement(thresholds=(word,))])

    assert alert.what == (
        words, 'Say: "Did you get the milk?"', "The word was spelt nearly as agreed.",
    )  # fmt: skip


def test_a_braces_name_is_only_a_name():
    alert = only(WordUsed("m7"), FRIDAY, person=Person(id="x", name="{0} {name}"))

    assert alert.what == ("Ring {0} {name} and chat first.",)


def test_help_calls_now_with_the_very_words():
    alert = only(HelpAsked("m8", "im not ok"))

    assert (alert.kind, alert.level) == ("help_or_not_ok", "now")
    assert alert.title == "Dev asked for help or is not OK."
    assert alert.what == ('Dev: "im not ok"',)
    assert (alert.key, alert.group) == ("help:m8", "help:dev")
    assert alert.agreed_words == HELP.agreed_words


def test_a_press_of_help_is_not_quoted_as_if_dev_had_said_it():
    assert only(HelpAsked("m8", how="Pressed Help.")).what == ("Pressed Help.",)


@pytest.mark.parametrize("happened", [WordUsed("m7"), HelpAsked("m8", "HELP")])
@pytest.mark.parametrize(
    "agreements",
    [
        [],
        [dev_agreement(thresholds=())],
        [dev_agreement(view_of_person="does_not_agree", review_on=date(2026, 10, 6))],  # ended
        [dev_agreement(review_on=date(2026, 10, 6))],  # out of date
    ],
)
def test_a_call_for_help_that_nobody_agreed_on_is_still_a_call_for_help(happened, agreements):
    assert only(happened, agreements=agreements).level == "now"


def test_a_level_that_was_agreed_is_kept():
    calmer = dev_agreement(thresholds=(HelpOrNotOk(level="soon"),))

    assert only(HelpAsked("m8", "HELP"), agreements=[calmer]).level == "soon"


def test_a_second_notice_of_the_same_happening_has_the_same_key():
    for happened in (SILENT, WordUsed("m7"), HelpAsked("m8", "HELP"), TooLate("c1", 90)):
        assert only(happened).key == only(happened, london("2026-10-22 10:25")).key


# Texts --------------------------------------------------------------------------------


def test_late_90_asks_someone_to_ring_soon():
    alert = only(TooLate("c1", 90))

    assert (alert.kind, alert.level, alert.key) == ("late_too_long", "soon", "late_too_long:c1")
    assert alert.title == "Dev asked for 90 more minutes. That is longer than agreed."
    assert alert.what == ("Ring Dev.",)


def test_whoever_asks_for_a_person_is_rung_soon_and_never_in_the_evening():
    unread = only(PersonAskedFor("m9", "", how="Wrote it on the tablet."))
    assert unread.what == ("Wrote it on the tablet.", "Ring Dev.")

    alert = only(PersonAskedFor("m10", "call me"))

    assert (alert.kind, alert.level, alert.task) == ("person_asked_for", "soon", False)
    assert alert.title == "Dev asked for a person."
    assert alert.what == ('Dev: "call me"', "Ring Dev.")


def test_who_has_no_phone_is_gone_to():
    asked = PersonAskedFor("m10", "", how="Wrote it on the tablet.")

    assert "Go to Dev." in only(asked, person=replace(DEV, rung=False)).what
    assert "Ring Dev." in only(asked).what


@pytest.mark.parametrize(("words", "said"), [("not going", ('Dev: "not going"',)), (None, ())])
def test_whoever_left_and_is_not_going_is_rung_soon(words, said):
    alert = only(TurnsBack("m10", words))

    assert (alert.kind, alert.level, alert.task) == ("person_asked_for", "soon", False)
    assert alert.what == (*said, "Ring Dev. The texts of today go on.")


def test_a_late_without_a_number_asked_for_more_time():
    assert only(TooLate("c1", 0)).title == "Dev asked for more time. That is longer than agreed."


def test_d36_stop_is_work_for_the_keyworker_before_the_next_check_in():
    next_due = london("2026-10-27 09:15")

    task = only(TextsStopped("m9", "STOP", next_due), london("2026-10-25 17:05"))

    assert (task.kind, task.level, task.task) == ("texts_stopped", "today", True)
    assert (task.for_staff, task.do_by) == ("priya", next_due)
    assert task.title == "Dev gets no more texts. Ask Dev what they want."
    assert task.what == ('Dev: "STOP"',)


def test_cancel_may_have_meant_today_only():
    task = only(TextsStopped("m9", " Cancel "))

    assert task.what[1] == "Did they mean today only?"


def test_a_number_blocked_by_the_phone_company_counts_as_a_stop():
    task = only(TextsStopped("m9"))

    assert task.what == ("The phone company says that texts to this number are blocked.",)
    assert task.do_by == london("2026-10-22 21:30")  # no next check-in: by the end of the shift


def test_texts_that_come_on_and_on_are_work_for_the_keyworker_and_need_no_count_of_calls():
    task = only(AnsweredOften("m9", 20))

    assert (task.level, task.task, task.for_staff) == ("today", True, "priya")
    assert task.what[1] == "Each is read, and a call for help still rings."


def test_d09_a_free_message_is_read_today_by_the_keyworker():
    task = only(FreeMessage("m3", "hi can i go cafe sat after"), london("2026-10-21 13:20"))

    assert (task.kind, task.level, task.task, task.for_staff) == (
        "free_message", "today", True, "priya",
    )  # fmt: skip
    assert task.what == ('Dev: "hi can i go cafe sat after"',)
    assert task.do_by == london("2026-10-21 21:30")


def test_the_second_piece_of_a_message_shares_the_place_of_the_first():
    first, second = only(FreeMessage("m3", "can i go")), only(FreeMessage("m4", "on my own", "m3"))
    assert (second.group, second.key) == (first.group, "free_message:m4")


HEAD = OwnWordsKept("c1", "c1:food:1", "Am I ready?", "What about food?", "my head hurts\nloads")


def test_own_words_in_a_flow_are_read_today_by_who_may():
    task = only(HEAD)

    assert (task.kind, task.level, task.task, task.for_staff) == (
        "free_message", "today", True, "priya",
    )  # fmt: skip
    assert task.what == ('Am I ready? "What about food?"', 'Dev: "my head hurts"', 'Dev: "loads"')
    assert only(replace(HEAD, reader="jo")).for_staff == "jo"


def test_own_words_that_not_all_may_read_are_opened_and_not_quoted():
    task = only(replace(HEAD, words=None))
    assert task.what == ("Am I ready?", "Open what was said to read it.")


def test_what_answers_marcus_is_for_marcus_and_shares_a_place_with_what_answers_the_same():
    answered = StaffAnswered("t1", "w1", "marcus", "Marcus", "yes please")

    task = only(answered)

    assert (task.title, task.for_staff, task.what) == (
        "Dev answered Marcus.", "marcus", ('Dev: "yes please"',),
    )  # fmt: skip
    more = only(replace(answered, source_id="t2", words=None))
    assert (more.group, more.what) == (task.group, ("Open what was said to read it.",))


def test_what_answers_marcus_and_may_be_a_call_is_no_task_but_told_soon_without_words():
    call = only(StaffAnswered("t1", "w1", "marcus", "Marcus", None, calls=True))

    assert (call.level, call.task, call.for_staff) == ("soon", False, "marcus")
    assert call.title == "Dev answered Marcus, and may be asking for somebody."
    assert call.what == ("Open what was said to read it.", "Ring Dev.")
    more = only(StaffAnswered("t2", "w1", "marcus", "Marcus", None, calls=True))
    assert (more.group, more.key != call.key) == (call.group, True)


def test_own_words_of_one_flow_share_one_place():
    more = only(replace(HEAD, source_id="c1:route:1"))
    assert more.group == only(HEAD).group
    assert more.key != only(HEAD).key


def test_a_free_message_at_night_is_read_by_the_end_of_the_night():
    assert only(FreeMessage("m3", "cant sleep"), london("2026-10-25 00:30")).do_by == london(
        "2026-10-25 07:30"
    )
    assert only(FreeMessage("m3", "hi"), london("2026-10-24 22:30"), []).do_by == london(
        "2026-10-25 07:30"
    )


def test_d_nostart_someone_rings_in_place_of_the_text():
    task = only(
        CannotBeTexted("c9", "leave", "09:15", london("2026-10-27 09:35")),
        london("2026-10-27 09:15"),
    )

    assert task.title == "Ring Dev (texts are stopped)"
    assert (task.level, task.task, task.do_by) == ("today", True, london("2026-10-27 09:35"))
    assert task.what == ("Due 09:15: leave.",)


def test_d_nostart_a_no_to_check_ins_is_written_on_the_task():
    said_no = CannotBeTexted("c9", "leave", "09:15", THURSDAY, said_no_check_ins=True)

    assert only(said_no).what[1] == 'Dev said "no check-ins". Do not ring.'


def test_d_nostart_a_call_nobody_made_is_about_staff():
    alert = only(CallNotDone("c9", "leave", "09:15"))

    assert (alert.level, alert.about, alert.task) == ("soon", "service", False)
    assert alert.title == "The check-in by phone with Dev was not done"
    assert alert.what == ("Dev: leave, due 09:15.",)


WORDS_NEVER_USED = ("safe", "fine", "risk", "well", "missing", "danger", "vulnerable", "user")


@pytest.mark.parametrize(
    "happened",
    [
        SILENT, WordUsed("m7", near=True), HelpAsked("m8", "HELP"), TooLate("c1", 90),
        TextsStopped("m9"), FreeMessage("m3", "hi"), CannotBeTexted("c9", "leave", "09:15", FRIDAY),
        CallNotDone("c9", "leave", "09:15"),
    ],
)  # fmt: skip
def test_words_for_staff_never_say_how_a_person_is(happened):
    said = only(happened)

    words = " ".join((said.title, *said.what)).lower().replace(".", "").split()
    assert not set(words) & set(WORDS_NEVER_USED)


# Who spoke ------------------------------------------------------------------------------


def test_of_two_agreements_with_the_same_kind_the_one_that_spoke_is_named():
    soon = HelpOrNotOk(level="soon", agreed_words="Text me first.")
    now = HelpOrNotOk(level="now", agreed_words="Ring me at once.")
    agreements = [
        dev_agreement(key="dev-mornings", version=3, thresholds=(soon,)),
        dev_agreement(key="dev-group-days", version=2, thresholds=(now,)),
    ]

    alert = only(HelpAsked("t1", "help"), agreements=agreements)

    assert (alert.agreed_words, alert.version) == ("Ring me at once.", ("dev-group-days", 2))


def test_of_two_that_say_the_same_the_first_spoke():
    agreements = [
        dev_agreement(key="dev-mornings", thresholds=(HelpOrNotOk(),)),
        dev_agreement(key="dev-group-days", thresholds=(HelpOrNotOk(),)),
    ]

    alert = only(HelpAsked("t1", "help"), agreements=agreements)

    assert alert.version is not None
    assert alert.version.key == "dev-mornings"


def test_where_no_agreement_speaks_none_is_named():
    assert only(HelpAsked("t1", "help"), agreements=[dev_agreement(thresholds=())]).version is None


def test_who_took_an_ok_back_too_late_is_rung_soon():
    alert = only(OkNotSo("m1", "not home yet"))

    assert (alert.level, alert.title) == ("soon", "Dev said OK, and then: not so.")
    assert alert.what == ('Dev: "not home yet"', "Ring Dev.")


def test_what_nobody_read_is_for_its_reader_before_their_shift_ends():
    alert = only(WordsUnread("loop", "priya"))

    assert (alert.level, alert.task, alert.for_staff) == ("today", True, "priya")
    assert alert.title == "Nobody has read what Dev told us."
    assert alert.do_by

"""For whom each text of Dev's is, through the door it comes in by: what is open, and what came before."""

from datetime import time
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, HeardRow, LoopRow, PersonRow
from tests.conftest import World
from tests.journeys.agreed_otherwise import checklist_by_text
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts, at, check_in, kept, steps

TUESDAY = "2026-10-20"
THANKS = "Thanks Dev."
READ_TODAY = "Thanks Dev. Priya or Marcus will read this by 21:30."
A_PERSON_READS = "A person will read your text. You can text OK, LATE 20 or HELP."
RING_YOU = "We got your text. We are asking Lena and Marcus to ring you. In danger? Ring 999."
_ids = count(10**6)
ILL = "i feel really ill and mum is not here"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a day on which his checklist comes by text too, and stays open till noon."""
    checklist_by_text(world, until=time(12))
    world.go_to(f"{TUESDAY} 08:30")
    return Phone(world)


@pytest.fixture
def out(phone: Phone) -> Phone:
    """Dev's phone, later on that day: he left and arrived as agreed."""
    phone.text(f"{TUESDAY} 09:16", "ok")
    phone.text(f"{TUESDAY} 10:01", "ok")
    return phone


def checklist(world: World) -> CheckInRow:
    """Return the checklist that came by text."""
    (found,) = (
        one for one in kept(world, CheckInRow, asks="group_day") if one.channel == "text"
        and one.local_slot.startswith(TUESDAY)
    )  # fmt: skip
    return found


def leave(world: World) -> CheckInRow:
    return check_in(world, world.cast.dev, f"{TUESDAY}T09:15", "leave")


def answers(world: World) -> dict[str, tuple[tuple[str, ...], str | None]]:
    """Return what stands at each step of the checklist."""
    rows = sorted(
        kept(world, AnswerRow, check_in_id=checklist(world).id), key=lambda one: one.number
    )
    return {one.step: (tuple(one.choices), one.words) for one in rows}


def help_alerts(world: World) -> list[AlertRow]:
    return [one for one in alerts(world) if one.kind == "help_or_not_ok"]


def dev(world: World) -> PersonRow:
    (found,) = kept(world, PersonRow, called="Dev")
    return found


def meanings(world: World) -> list[str | None]:
    """Return what each text was taken for, in the order in which they came."""
    return [one.meaning for one in sorted(kept(world, HeardRow), key=lambda one: one.at)]


# Put off until later --------------------------------------------------------------------------


def test_words_after_later_are_kept_as_said_and_read_the_same_day(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:31", "later")
    phone.text(f"{TUESDAY} 08:40", ILL)

    (to_read,) = alerts(world, task=True)
    assert (to_read.title, to_read.level, to_read.what) == (
        "Dev sent a message.", "today", [f'Dev: "{ILL}"'],
    )  # fmt: skip
    assert [one.words for one in kept(world, LoopRow)] == [ILL]
    assert world.texts(DEV)[-1] == READ_TODAY


def test_what_was_put_off_is_asked_again_at_its_time_whatever_was_said_meanwhile(
    world: World, phone: Phone
):
    phone.text(f"{TUESDAY} 08:31", "later")
    phone.text(f"{TUESDAY} 08:40", ILL)
    asked = sum("What is your plan?" in text for text in world.texts(DEV))
    world.go_to(f"{TUESDAY} 10:32")

    assert sum("What is your plan?" in text for text in world.texts(DEV)) == asked + 1


def test_an_answer_that_fits_takes_up_what_was_put_off(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:31", "later")
    phone.text(f"{TUESDAY} 08:40", "1")

    assert answers(world)["going"] == (("going",), None)
    assert "is it done?" in world.texts(DEV)[-1]
    assert alerts(world, task=True) == []


def test_ok_to_being_asked_later_is_no_answer_and_troubles_nobody(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:31", "later")
    before = len(world.texts(DEV))
    phone.text(f"{TUESDAY} 08:32", "ok")

    assert "going" not in answers(world) or answers(world)["going"][0] == ()
    assert (world.texts(DEV)[before:], alerts(world, task=True)) == ([], [])
    assert meanings(world)[-1] == "courtesy"


# Two things ask -------------------------------------------------------------------------------


def test_ok_is_for_what_asked_last(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16", "OK")
    world.go_to(f"{TUESDAY} 09:40")

    assert (leave(world).state, at(leave(world).answered_at)) == ("answered", "Tue 09:16:00")
    assert answers(world) == {}
    assert alerts(world) == []
    assert world.texts(DEV)[-1] == THANKS


def test_what_only_the_checklist_understands_is_for_the_checklist(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16", "going")
    phone.text(f"{TUESDAY} 09:18", "OK")

    assert answers(world)["going"] == (("going",), None)
    assert leave(world).state == "answered"


def test_what_nobody_understands_is_read_by_a_person_and_stands_on_the_alert(
    world: World, phone: Phone
):
    phone.text(f"{TUESDAY} 09:16", "the bus is not here")
    phone.text(f"{TUESDAY} 09:20", "1")
    world.go_to(f"{TUESDAY} 09:36")

    assert "the bus is not here" in alerts(world, task=True)[0].what[0]
    (missed,) = alerts(world)
    assert 'Texted 09:16: "the bus is not here"' in missed.what
    assert answers(world)["going"] == (("going",), None)


# Only the phone company's id says that a text is the same ---------------------------------------


def test_stop_start_stop_within_two_minutes_stops(world: World, phone: Phone):
    for when, words in (("09:16:00", "STOP"), ("09:16:40", "START"), ("09:17:20", "STOP")):
        phone.text(f"{TUESDAY} {when}", words)

    assert at(dev(world).texts_stopped_at) == "Tue 09:17:20"
    assert [text.split(".")[0] for text in world.texts(DEV)[-3:]] == [
        "OK", "Texts are on again", "OK",
    ]  # fmt: skip
    before = len(world.texts(DEV))
    world.go_to(f"{TUESDAY} 17:00")
    assert world.texts(DEV)[before:] == []


def test_what_waited_when_texts_stopped_is_watched_when_they_start_again(
    world: World, phone: Phone
):
    phone.text(f"{TUESDAY} 09:20", "STOP")
    phone.text(f"{TUESDAY} 09:21", "START")
    world.go_to(f"{TUESDAY} 09:40")

    leave = check_in(world, world.cast.dev, f"{TUESDAY}T09:15", "leave")
    assert leave.state == "missed"
    assert alerts(world)


def test_later_stands_through_a_stop_and_a_start(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:31", "later")
    phone.text(f"{TUESDAY} 08:40", "STOP")
    phone.text(f"{TUESDAY} 08:41", "START")
    world.go_to(f"{TUESDAY} 10:35")

    assert any("What is your plan?" in text for text in world.texts(DEV)[-3:])


def test_the_same_number_four_times_answers_four_questions(world: World, phone: Phone):
    for when in ("08:31:00", "08:31:20", "08:31:40", "08:32:00"):
        phone.text(f"{TUESDAY} {when}", "1")

    assert [choices for choices, _ in answers(world).values()] == [
        ("going",), ("done",), ("done",), ("know",),
    ]  # fmt: skip


def test_help_again_is_heard_again_and_joins_the_alert_that_is_open(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16:00", "HELP")
    phone.text(f"{TUESDAY} 09:17:00", "HELP")

    (alert,) = help_alerts(world)
    assert [kind for _, kind, _ in steps(world, alert)].count("again") == 1
    assert world.texts(DEV)[-2:] == [RING_YOU, RING_YOU]
    assert meanings(world)[-2:] == ["help", "help"]


def test_help_again_says_who_has_it(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16", "HELP")
    Desk(world, "jo").take("Dev asked for help")
    phone.text(f"{TUESDAY} 09:18", "HELP")

    assert world.texts(DEV)[-1].startswith("We got your text. Jo has it, and will ring you.")


def test_the_same_id_again_changes_nothing(world: World, phone: Phone):
    sid = f"SM{98:032x}"
    phone.text(f"{TUESDAY} 08:31", "1", sid=sid)
    phone.text(f"{TUESDAY} 08:32", "1", sid=sid)

    assert list(answers(world)) == ["going"]
    assert len(kept(world, HeardRow)) == 1


# Two texts, one thought -------------------------------------------------------------------------


def test_im_not_and_then_ok_is_a_cry_for_help(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16:00", "im not")
    assert world.texts(DEV)[-1] == A_PERSON_READS
    phone.text(f"{TUESDAY} 09:16:08", "ok")

    (alert,) = help_alerts(world)
    assert (alert.level, alert.what) == ("now", ['Dev: "im not"', 'Dev: "ok"'])
    assert leave(world).state == "asked"
    assert world.texts(DEV)[-1] == RING_YOU


def test_im_not_and_then_ok_is_a_cry_in_a_conversation_too(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:31:00", "im not")
    phone.text(f"{TUESDAY} 08:31:08", "ok")

    (alert,) = help_alerts(world)
    assert alert.what == ['Dev: "im not"', 'Dev: "ok"']


def test_ok_and_then_im_not_reaches_a_person(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16:00", "ok")
    phone.text(f"{TUESDAY} 09:16:08", "im not")

    (alert,) = help_alerts(world)
    assert alert.what == ['Dev: "ok"', 'Dev: "im not"']  # as they were sent


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Sent from my iPhone", 'Dev: "Sent from my iPhone"'),
        ("", "Dev: (a picture or an empty text)"),
    ],
)
def test_what_came_is_quoted_and_our_own_note_is_not(
    world: World, out: Phone, sent: str, shown: str
):
    out.text("2026-10-20 18:00:00", sent)

    (to_read,) = alerts(world, task=True)
    assert to_read.what == [shown]


def test_ok_and_then_im_home_stays_ok(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16:00", "ok")
    phone.text(f"{TUESDAY} 09:16:20", "im home")

    assert leave(world).state == "answered"
    assert world.texts(DEV).count(THANKS) == 1
    assert (alerts(world), alerts(world, task=True)) == ([], [])


def test_a_long_text_in_pieces_is_one_thing_to_read(world: World, out: Phone):
    first = "can i go to the cafe on saturday with sam and".rjust(160, "x")
    out.text("2026-10-20 18:00:00", first)
    out.text("2026-10-20 18:00:05", "then home on my own")

    (to_read,) = [one for one in alerts(world, task=True) if one.kind == "free_message"]
    assert "then home on my own" in steps(world, to_read)[-1][2]


# An alert is open -------------------------------------------------------------------------------


def test_words_said_while_an_alert_is_open_stand_on_it_and_are_read(world: World, out: Phone):
    out.text(f"{TUESDAY} 14:00", "HELP")
    out.text(f"{TUESDAY} 14:03", "by the library")

    (alert,) = help_alerts(world)
    assert steps(world, alert)[-2] == ("Tue 14:03:00", "heard", 'Texted: "by the library"')
    assert alerts(world, task=True)[-1].what == ['Dev: "by the library"']


# A machine answers ------------------------------------------------------------------------------


def test_a_machine_is_answered_three_times_and_staff_see_it_once(world: World, out: Phone):
    for minute in range(6):
        out.text(
            f"{TUESDAY} 14:0{minute}",
            "Out of office until Monday. For anything urgent ring the desk.",
        )

    assert world.texts(DEV).count(READ_TODAY) == 3
    assert len([one for one in alerts(world, task=True) if one.kind == "free_message"]) == 1


def test_dev_himself_may_write_as_much_as_he_likes_and_all_of_it_is_kept(world: World, out: Phone):
    said = [f"hello number {number} from the park" for number in range(6)]
    for minute, words in enumerate(said):
        out.text(f"{TUESDAY} 14:0{minute}", words)

    shown = " ".join(
        [one for row in alerts(world, task=True) for one in row.what]
        + [words for row in alerts(world, task=True) for _, _, words in steps(world, row)]
    )
    assert [words for words in said if words not in shown] == []


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    said=st.lists(
        st.sampled_from(["1", "ok", "im not", "later", "HELP", "LATE 20", "the bus", "STOP", ""]),
        min_size=1, max_size=3,
    )
)  # fmt: skip
def test_whatever_is_said_each_text_is_taken_for_something_once(world, phone, said: list[str]):
    sids = [f"SM{next(_ids):032x}" for _ in said]
    for words, sid in zip(said, sids, strict=True):
        phone.arrives(words, sid=sid)
    before = [(one.id, one.meaning) for one in kept(world, HeardRow)], len(world.sent)
    for words, sid in zip(said, sids, strict=True):
        phone.arrives(words, sid=sid)

    assert ([(one.id, one.meaning) for one in kept(world, HeardRow)], len(world.sent)) == before
    assert None not in meanings(world)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("im worried about mum", "Thank you for telling us. Priya or Marcus will read this by 21:30. To talk now, text: call me"),
        ("i would like to go swimming", "Thanks Dev. Priya or Marcus will read what you want by 21:30."),
        ("is art on tomorrow?", "Thanks Dev. Priya or Marcus will read your question by 21:30."),
        ("thank you for the trip yesterday", "Thanks Dev. Priya or Marcus will read this by 21:30."),
    ],
)  # fmt: skip
def test_own_words_are_met_as_what_they_are_and_read_the_same_day(world: World, words, answer):
    phone = Phone(world)
    phone.text("2026-10-19 14:00", words)

    assert world.texts(DEV) == [answer]
    (task,) = alerts(world, task=True)
    assert (task.level, task.for_staff) == ("today", world.cast.priya)

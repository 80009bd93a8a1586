"""Priya answers a text of Dev's that belongs to no check-in, and what he answers comes back."""

import pytest

from checkin.storage import record_check
from checkin.storage.tables import AnswerToStaffRow, LoopRow, WordsOfStaffRow
from tests.conftest import World
from tests.journeys.doors import DEV, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept

DAY = "2026-10-19"  # nothing is asked by text
ASKED = "when is art on"
ANSWER = "Art is at 10 on Friday. Shall I come?"


@pytest.fixture
def asked(world: World) -> World:
    """Dev asked when art is on."""
    Phone(world).text(f"{DAY} 15:00", ASKED)
    return world


@pytest.fixture
def priya(asked: World) -> Desk:
    """Priya, a minute later, at the place to answer it."""
    asked.go_to(f"{DAY} 15:01")
    return at_the_texts(asked, "priya")


def at_the_texts(world: World, who: str) -> Desk:
    desk = Desk(world, who)
    desk.open(f"/staff/people/{world.cast.dev}/texts")
    return desk


def said_by(desk: Desk, words: str = ANSWER, status: int = 200) -> str:
    page = desk.press("/say", words=words, status=status)
    desk.world.settle()
    return page


@pytest.mark.parametrize("where", ["its alert", "what he said"])
def test_the_way_to_it_stands_with_what_he_asked(priya: Desk, where: str):
    (task,) = alerts(priya.world, task=True)
    alert, said = f"/staff/alerts/{task.id}", f"/staff/people/{priya.world.cast.dev}/said"
    priya.open(alert if where == "its alert" else said)

    priya.follow("Answer Dev in words" if where == "its alert" else "Answer in words")

    assert "Dev gets this as a text now." in priya.words


def test_dev_gets_it_as_a_text_and_the_page_says_so(asked: World, priya: Desk):
    said_by(priya)

    assert asked.texts(DEV)[-1] == f"Priya: {ANSWER}"
    assert f"Priya: {ANSWER}" in priya.words


def test_pressed_twice_it_is_said_once(asked: World, priya: Desk):
    page = priya.page
    said_by(priya)
    priya.page = page
    said_by(priya)

    assert asked.texts(DEV).count(f"Priya: {ANSWER}") == 1


def test_the_same_words_from_another_page_go_out_once_in_a_minute(asked: World, priya: Desk):
    said_by(priya)
    said_by(at_the_texts(asked, "priya"))
    assert asked.texts(DEV).count(f"Priya: {ANSWER}") == 1

    asked.go_to(f"{DAY} 15:03")
    said_by(at_the_texts(asked, "priya"))
    assert asked.texts(DEV).count(f"Priya: {ANSWER}") == 2


def test_what_dev_answers_comes_back_to_priya(asked: World, priya: Desk):
    said_by(priya)

    Phone(asked).text(f"{DAY} 15:03", "yes come with me")

    came = [one for one in alerts(asked, task=True) if one.title == "Dev answered Priya."]
    assert [(one.for_staff, one.what) for one in came] == [
        (asked.cast.priya, ['Dev: "yes come with me"'])
    ]
    assert [one.words for one in kept(asked, LoopRow)] == [ASKED, "yes come with me"]
    (row,) = kept(asked, AnswerToStaffRow)
    assert row.words == "yes come with me"
    with asked.app.app_context():
        assert list(record_check.faults()) == []


def test_thanks_come_back_and_open_nothing(asked: World, priya: Desk):
    said_by(priya, "Art is at 10 on Friday.")

    Phone(asked).text(f"{DAY} 15:03", "Thank you Priya")

    assert [one.words for one in kept(asked, LoopRow)] == [ASKED]


def test_that_marcus_hurts_him_is_a_telling_that_marcus_meets_nowhere(asked: World, priya: Desk):
    said_by(priya)
    before = len([one for one in asked.sent if one.number == MARCUS])

    Phone(asked).text(f"{DAY} 15:03", "no marcus hit me")

    assert not kept(asked, AnswerToStaffRow)
    assert len([one for one in asked.sent if one.number == MARCUS]) == before
    assert "hit me" not in at_the_texts(asked, "marcus").words


def test_after_stop_nothing_goes_and_nothing_written_is_lost(asked: World, priya: Desk):
    Phone(asked).text(f"{DAY} 15:02", "STOP")
    before = len(asked.texts(DEV))

    page = said_by(priya, status=400)

    assert "Nothing was said yet." in page
    assert ANSWER in priya.page.html
    assert len(asked.texts(DEV)) == before
    assert not kept(asked, WordsOfStaffRow)


def test_after_the_secret_word_nothing_can_be_said_here(asked: World):
    Phone(asked).text(f"{DAY} 15:02", "pineapple")
    asked.go_to(f"{DAY} 15:03")

    desk = at_the_texts(asked, "priya")

    assert "Texts to Dev are paused. Ring Dev." in desk.words
    assert "Say it to Dev" not in desk.words


def test_in_the_night_it_waits_for_the_morning(asked: World):
    asked.go_to(f"{DAY} 22:30")

    assert "Dev gets this as a text tomorrow at 07:30" in at_the_texts(asked, "lena").words


def test_what_he_answered_apart_in_the_night_sends_nothing_at_once(asked: World):
    """Lena asked where he told of Marcus: that he answers her there shows on no other page."""
    Phone(asked).text(f"{DAY} 21:00", "marcus hit me")
    (told,) = [one for one in alerts(asked) if one.check_in_id]
    asked.go_to(f"{DAY} 21:10")
    lena = Desk(asked, "lena")
    lena.open(f"/staff/check-ins/{told.check_in_id}")
    said_by(lena, "Are you ok now?")
    Phone(asked).text(f"{DAY} 21:40", "my arm is sore")
    assert kept(asked, AnswerToStaffRow)
    asked.go_to(f"{DAY} 22:15")

    assert "Dev gets this as a text tomorrow at 07:30" in at_the_texts(asked, "marcus").words


def test_what_one_text_cannot_hold_is_said(priya: Desk):
    assert "This is 1 letter too long." in said_by(priya, "a" * 154, status=400)


def test_where_texts_are_off_it_waits_on_his_page_with_her_face(asked: World):
    Phone(asked).text(f"{DAY} 15:02", "STOP")
    tablet = Tablet(asked, asked.cast.house_tablet, asked.cast.dev)
    desk = at_the_texts(asked, "priya")
    assert "This waits on Dev's page." in desk.words
    said_by(desk)

    tablet.open("/tablet/my-page")
    tablet.follow("Priya")
    assert f"Priya says: {ANSWER}" in tablet.words
    tablet.follow("Answer Priya")
    tablet.follow("Write")
    told = tablet.press("", words="yes come")

    assert "Priya" in told
    page = desk.open(desk.at)
    assert page.index(ANSWER) < page.index("yes come")
    assert "Dev answered Priya." in [one.title for one in alerts(asked, task=True)]


def answers_on_the_page(asked: World, words: str) -> Tablet:
    """Let Dev, with his texts off, answer Priya on the tablet in the lounge."""
    Phone(asked).text(f"{DAY} 15:02", "STOP")
    tablet = Tablet(asked, asked.cast.house_tablet, asked.cast.dev)
    said_by(at_the_texts(asked, "priya"))
    tablet.open("/tablet/my-page")
    tablet.follow("Priya")
    tablet.follow("Answer Priya")
    tablet.follow("Write")
    asked.sent.clear()
    tablet.press("", words=words)
    asked.settle()
    return tablet


def test_a_hurt_that_goes_on_rings_all_who_may_know_and_is_no_call_for_all(asked: World):
    tablet = answers_on_the_page(asked, "marcus wont let me go")

    assert "Jo, Lena and Priya will look at this." in tablet.words
    assert [one.kind for one in alerts(asked)] == ["someone_hurt"]
    rung = {one.number for one in asked.sent}
    assert len(rung) >= 2
    assert MARCUS not in rung


def test_that_marcus_hurts_him_is_a_telling_on_the_page_too(asked: World):
    tablet = answers_on_the_page(asked, "no marcus hit me")

    assert "Thank you. Listen Lena will look at this." in tablet.words
    assert "Marcus" not in tablet.words
    assert "hit me" not in at_the_texts(asked, "marcus").words
    assert not kept(asked, AnswerToStaffRow)
    (told,) = alerts(asked)
    assert told.check_in_id
    assert MARCUS not in {one.number for one in asked.sent}
    assert "We could not tell anyone." not in tablet.words


def test_the_same_hurt_answered_twice_is_one_telling(asked: World):
    tablet = answers_on_the_page(asked, "marcus hit me")
    asked.sent.clear()
    tablet.open(tablet.at.partition("/answered")[0] + "/answer?way=write")  # the page left open
    tablet.press("", words="marcus hit me")
    asked.settle()

    assert len(alerts(asked)) == 1
    assert not asked.sent
    assert "Lena will look at this." in tablet.words

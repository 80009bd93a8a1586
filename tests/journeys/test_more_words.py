"""Dev texts once more before anybody read his first text: all his words are there, the newest on top."""

from checkin.storage.record_check import faults
from checkin.storage.tables import LoopRow
from tests.conftest import World
from tests.journeys.doors import Desk, Phone
from tests.journeys.records import alerts, kept

TUESDAY = "2026-10-20"
LATER = 'Dev: "later"'
ILL = 'Dev: "i feel really ill and mum is not here"'


def texts_twice(world: World) -> None:
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00:00", "later")
    phone.text(f"{TUESDAY} 08:00:30", "i feel really ill and mum is not here")


def test_what_joins_a_text_to_be_read_is_on_the_list_the_persons_page_and_the_alert(world: World):
    texts_twice(world)

    (task,) = alerts(world, task=True)
    desk = Desk(world, "jo")
    for page in ("", f"people/{world.cast.dev}", f"alerts/{task.id}"):
        words = desk.open(f"/staff/{page}")
        assert ILL in words, page
        assert words.index(ILL) < words.index(LATER), page
    happened = desk.words.partition("What happened")[2].partition("What to do")[0]
    assert ILL in happened
    assert LATER in happened


def test_the_same_words_again_are_shown_once_and_logged_twice(world: World):
    phone = Phone(world)
    for second in (0, 30):
        phone.text(f"{TUESDAY} 08:00:{second:02}", "later")

    (task,) = alerts(world, task=True)
    assert task.what == [LATER]
    assert task.round == 1


def test_words_of_a_call_for_help_again_stand_above_the_first(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "HELP")
    phone.text(f"{TUESDAY} 08:01", "HELP me i fell")

    (call,) = alerts(world)
    assert call.what == ['Dev: "HELP me i fell"', 'Dev: "HELP"']
    assert call.what[0] in Desk(world, "marcus").words
    with world.app.app_context():
        assert list(faults()) == []  # and the record tells what it says now


def test_words_after_a_call_stand_on_it_and_after_the_secret_word_on_no_list(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "HELP")
    phone.text(f"{TUESDAY} 08:01", "please hurry")
    phone.text(f"{TUESDAY} 09:00", "pineapple")
    phone.text(f"{TUESDAY} 09:01", "where are you")

    shown = {one.kind: " ".join(one.what) for one in alerts(world)}
    assert 'Dev: "please hurry"' in shown["help_or_not_ok"]
    assert "where are you" not in shown["agreed_word"]


def test_each_more_of_a_telling_stands_on_you_said(world: World):
    world.go_to(f"{TUESDAY} 09:10")
    phone = Phone(world)
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:46", "ok")
    world.go_to(f"{TUESDAY} 10:30")
    phone.arrives("Marcus hit me")
    phone.text(f"{TUESDAY} 10:31", "he did it again")
    phone.text(f"{TUESDAY} 10:33", "and on friday too")

    said = [one.words for one in kept(world, LoopRow)]
    assert said == ["Marcus hit me", "he did it again", "and on friday too"]

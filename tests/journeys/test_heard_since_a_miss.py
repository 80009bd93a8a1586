"""Dev was missed, and texts after that: whoever opens the miss reads it as it is now."""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import DidIt, OwnWordsGiven, Picked, Send, Skip, Start
from tests.conftest import World
from tests.journeys.doors import Desk, Phone

TUESDAY = "2026-10-20"
LEAVE = "Dev did not answer: leave, due 09:15."


@pytest.fixture
def missed(world: World) -> World:
    """He texted that he slept well, and then nothing: at 09:35 he is missed."""
    Phone(world).text(f"{TUESDAY} 08:00", "slept well ty")
    world.go_to(f"{TUESDAY} 09:36")
    return world


def read(world: World, who: str = "lena") -> tuple[str, str]:
    """Return what stands on the list of alerts, and on the page of the miss."""
    desk = Desk(world, who)
    on_list = desk.words
    desk.follow(LEAVE)
    return on_list, desk.words


def test_before_he_texts_it_is_what_he_texted_last(missed: World):
    for words in read(missed):
        assert "Last heard 08:00 slept well ty." in words


def test_his_answer_of_the_same_day_stands_on_it_whatever_he_texts_then(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:05", "OK")
    for words in read(missed):
        assert "Dev wrote OK at 10:05, to Arrive." in words
        assert "Last heard" not in words

    Phone(missed).text(f"{TUESDAY} 10:30", "ty lena")
    for words in read(missed):
        assert "Dev wrote OK at 10:05, to Arrive." in words
        assert "Last heard 10:30 ty lena." in words


def test_his_call_stands_on_it(missed: World):
    Phone(missed).text(f"{TUESDAY} 09:50", "HELP")

    for words in read(missed):
        assert "Dev wrote HELP at 09:50." in words


def test_that_he_asked_for_somebody_stands_on_it_whatever_he_texts_then(missed: World):
    Phone(missed).text(f"{TUESDAY} 09:50", "can someone ring me please")
    Phone(missed).text(f"{TUESDAY} 10:30", "ty lena")

    for words in read(missed):
        assert "Dev wrote can someone ring me please at 09:50." in words
        assert "Last heard 10:30 ty lena." in words


def test_of_a_hurt_nothing_stands_there_for_whoever_it_names(missed: World):
    Phone(missed).text(f"{TUESDAY} 09:36:30", "marcus hit me")
    for words in read(missed, "marcus"):
        assert "Last heard 08:00 slept well ty." in words
        assert "hit me" not in words


def test_the_secret_word_stands_on_no_list(missed: World):
    Phone(missed).text(f"{TUESDAY} 09:50", "can u get pineapple for tea")

    for words in read(missed):
        assert "Last heard 09:50 (private)." in words


@pytest.mark.parametrize("who", ["jo", "lena"])
def test_of_what_tells_of_a_hurt_who_may_know_reads_when_it_was_alone(missed: World, who: str):
    Phone(missed).text(f"{TUESDAY} 10:45", "marcus hit me")
    on_list, page = read(missed, who)

    assert "hit me" not in on_list
    for words in (on_list, page):
        assert "Last heard 10:45." in words


def tell_on_a_page(world: World, at: str) -> None:
    """Dev tells something on his page, and keeps it from Marcus."""
    world.go_to(f"{TUESDAY} {at}")
    with world.app.app_context():
        told = begin(world.cast.dev, "tell_someone", "tablet", clock.now()).id
        kept_from, hurt = Picked((world.cast.marcus,)), Picked(("hurt",))
        words = OwnWordsGiven("he shouts at me", ())
        listen = Picked(("listen",))
        for reply in (Start(), kept_from, hurt, words, Skip(), listen, Send(), DidIt("self")):
            take_answer(told, reply, clock.now())


def test_of_what_he_told_on_a_page_who_may_know_reads_when_and_whom_it_is_kept_from_nothing(
    missed: World,
):
    tell_on_a_page(missed, "10:27")
    for words in read(missed, "lena"):
        assert "Last heard 10:27." in words
        assert "08:00" not in words.partition("Last heard")[2][:12]
    for words in read(missed, "marcus"):
        assert "Last heard 08:00 slept well ty." in words
        assert "10:27" not in words

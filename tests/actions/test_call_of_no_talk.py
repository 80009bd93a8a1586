"""Dev answers staff on a page with no check-in behind it: what his words call for, heard as a text is."""

import pytest

from checkin import clock
from checkin.actions.hear_own_words import WROTE, call_of_no_talk
from checkin.agreements.happened import HelpAsked
from checkin.agreements.happened_by_text import PersonAskedFor
from checkin.for_whom.of_somebody import OfSomebody
from tests.conftest import World
from tests.journeys.doors import Phone

GROUP_DAYS = ("sat",)  # Dev stays at home


def called(world: World, words: str) -> HelpAsked | PersonAskedFor | OfSomebody | None:
    with world.app.app_context():
        return call_of_no_talk(world.cast.dev, words, "said", clock.now())


def test_a_cry_rings_and_quotes_him(world: World):
    assert called(world, "help im not safe") == HelpAsked("said", "help im not safe")


def test_who_asks_to_be_rung_is_rung_soon(world: World):
    assert called(world, "can someone call me") == PersonAskedFor("said", "can someone call me")


def test_beside_a_call_that_is_open_it_joins_that(world: World):
    world.go_to("2026-10-20 10:30")
    Phone(world).arrives("HELP")

    assert called(world, "can someone call me") == HelpAsked("said", "can someone call me")


@pytest.mark.parametrize("words", ["yes come", "marcus hit me", "im scared of marcus"])
def test_what_asks_for_nobody_and_a_hurt_alone_call_for_nobody(world: World, words: str):
    assert called(world, words) is None


def test_a_hurt_that_goes_on_is_told_to_those_who_may_know(world: World):
    of = called(world, "marcus wont let me go")

    assert isinstance(of, OfSomebody)
    assert (of.told.by.named, of.told.level) == ((world.cast.marcus,), "now")


def test_where_nobody_can_tell_who_it_is_it_calls_without_its_words(world: World):
    assert called(world, "help a man is hitting me") == HelpAsked("said", how=WROTE)

"""What Ana's own words on a page ask for: her advocate for later, and whoever comes sooner."""

import pytest

from checkin.conversation.replies.meaning import CallMe, Help
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import asks_for_advocate, call_in
from tests.english import ENGLISH

HEARD = OnAJourney(ENGLISH)


def given(words: str | None) -> Given:
    return Given("more", "", words=words)


def test_her_advocate_is_asked_for_and_nobody_is_called():
    ring = given("ring my advocate")

    assert asks_for_advocate(ring, HEARD)
    assert call_in(ring, HEARD) is None


@pytest.mark.parametrize("words", [None, "nice day", "call me and ring my advocate"])
def test_what_asks_for_nobody_or_for_somebody_sooner_is_not_for_her_advocate(words: str | None):
    assert not asks_for_advocate(given(words), HEARD)


def test_a_cry_and_who_asks_for_a_person_are_called_for():
    assert call_in(given("help me"), HEARD) == Help("help me")
    assert call_in(given("call me"), HEARD) == CallMe("call me")

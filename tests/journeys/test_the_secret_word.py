"""The secret word is always an alert, wherever Dev uses it and whatever he says around it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import DontKnow, OwnWordsGiven, Picked, Skip, Start
from checkin.storage import which_alerts
from checkin.storage.tables import db

AROUND = st.lists(
    st.sampled_from(
        [Skip(), DontKnow(), Picked(("good",)), Picked(("people",)), OwnWordsGiven("the bus")]
    ),
    max_size=6,
)
WORD = OwnWordsGiven("we had Pineapple for tea")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=AROUND, after=AROUND)
def test_whatever_the_order_a_secret_word_on_the_tablet_is_always_an_alert(world, before, after):
    with world.app.app_context():
        check_in = begin(world.cast.dev, "what_matters", "tablet", clock.now()).id

        for reply in (Start(), *before, WORD, *after):
            take_answer(check_in, reply, clock.now())

        (alert,) = which_alerts.alerts_of_person(world.cast.dev)
        assert (alert.kind, alert.level, alert.said_privately) == ("agreed_word", "now", True)
        assert "pineapple" not in f"{alert.title} {alert.what}".lower()
        db.session.remove()


@pytest.mark.parametrize("words", ["the apple pie was good", "pine trees", "fine"])
def test_words_that_only_look_alike_alarm_nobody(world, words):
    with world.app.app_context():
        check_in = begin(world.cast.dev, "what_matters", "tablet", clock.now()).id

        for reply in (Start(), OwnWordsGiven(words)):
            take_answer(check_in, reply, clock.now())

        assert not which_alerts.alerts_of_person(world.cast.dev)

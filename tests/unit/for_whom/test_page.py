"""A page that was left open answers no question that its reader did not see."""

import pytest

from checkin.conversation.talking.about import About
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Reply, Start
from checkin.conversation.talking.standing import SoFar
from checkin.for_whom.page import was_left_open

ASKING = SoFar(About(), stage="steps", step="week")
PUT_OFF = SoFar(About(), stage="ended", step="week", end="later")


@pytest.mark.parametrize(
    ("at_step", "so_far", "reply", "left_open"),
    [
        (None, ASKING, Picked(("good",)), False),
        ("week", ASKING, Picked(("good",)), False),
        ("goal", ASKING, Picked(("good",)), True),
        ("goal", ASKING, OwnWordsGiven("hm"), True),
        ("week", PUT_OFF, Start(), False),
        ("week", PUT_OFF, OwnWordsGiven("hm"), True),
    ],
)
def test_a_page_answers_only_what_it_asked(
    at_step: str | None, so_far: SoFar, reply: Reply, *, left_open: bool
):
    assert was_left_open(at_step, so_far, reply) is left_open

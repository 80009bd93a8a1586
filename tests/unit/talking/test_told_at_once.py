"""What a text tells of being hurt is a whole telling, though nothing was asked."""

from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.about import About
from checkin.conversation.talking.facts import Answered, Ended, Sent, Tell, Turn, YouSaid
from checkin.conversation.talking.manner import TEXT
from checkin.conversation.talking.scene import scene
from checkin.conversation.talking.standing import SoFar
from checkin.conversation.talking.told_at_once import told_at_once
from tests.unit.talking.conversations import flow_of, library, shipped

HIT = "Marcus hit me"


def told(flow: Flow) -> Turn:
    now = scene(flow, SoFar(About({"name": "Dev"})), TEXT, library().frame)
    return told_at_once(now, HIT)


def test_it_stands_where_the_flow_has_words_and_is_sent_and_told() -> None:
    turn = told(shipped("tell_someone"))

    given = turn.so_far.answers["words"]
    assert (given.asked, given.words, given.how) == ("Tell it your way.", HIT, "words")
    assert turn.facts == (
        Answered(given),
        Sent((given,)),
        YouSaid(given),
        Tell("now", "words", hurt=True),
        Ended("sent"),
    )
    assert (turn.so_far.stage, turn.so_far.end) == ("ended", "sent")


def test_a_flow_without_a_place_for_words_keeps_them_too() -> None:
    turn = told(
        flow_of(
            {
                "tired": {
                    "ask": "Are you tired?",
                    "choices": {"yes": {"label": "Yes"}, "no": {"label": "No"}},
                }
            }
        )
    )

    assert [one.words for one in turn.so_far.answers.values()] == [HIT]

"""Own words from an older page go beside what was said there, each as given."""

from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Reply, Skip, Start
from checkin.conversation.talking.said_beside import pieces, say_beside
from checkin.conversation.talking.scene import Scene, scene
from tests.unit.talking.conversations import Conversation, flow_of, library, shipped


def after(*replies: Reply, flow: Flow | None = None) -> Scene:
    """Return where a conversation stands after these."""
    talk = Conversation(flow or shipped("tell_someone")).say(Start(), *replies)
    assert talk.manner
    return scene(talk.flow, talk.so_far, talk.manner, library().frame)


def said(now: Scene, *words: str) -> str | None:
    """Return what stands at "words" after these came from an older page."""
    for one in words:
        turn = say_beside(now, "words", OwnWordsGiven(one))
        assert turn
        now = now.become(turn.so_far)
    return now.so_far.answers["words"].words


def test_both_stand_there_and_the_conversation_stays_where_it_is() -> None:
    now = after(Skip(), Picked(("wrong",)), OwnWordsGiven("it hurts"))

    assert said(now, "i fell") == "it hurts\ni fell"
    turn = say_beside(now, "words", OwnWordsGiven("i fell"))
    assert turn
    assert turn.so_far.step == "who"


def test_the_same_words_twice_are_once_and_longer_ones_hold_the_shorter() -> None:
    now = after(Skip(), Picked(("wrong",)), OwnWordsGiven("it hurts"))

    assert said(now, "it hurts", "it hurts a lot", "it hurts a lot") == "it hurts a lot"
    assert said(now, "i fell", "ow", "i fell") == "it hurts\ni fell\now"


def test_words_beside_a_question_passed_by_and_a_voice_beside_words() -> None:
    now = after(Skip(), Picked(("wrong",)), Skip())

    assert said(now, "i fell") == "i fell"
    turn = say_beside(now, "words", OwnWordsGiven(None, media=("voice",)))
    assert turn
    assert turn.so_far.answers["words"].media == ("voice",)


def test_a_step_that_stands_no_more_takes_nothing() -> None:
    assert say_beside(after(), "no such step", OwnWordsGiven("i fell")) is None


def test_of_a_private_word_from_an_older_page_there_is_no_trace() -> None:
    flow = flow_of({"word": {"private_word": "Pick a word."}, "how": {"own_words": "How?"}})
    now = after(OwnWordsGiven("pineapple"), flow=flow)

    turn = say_beside(now, "word", OwnWordsGiven("lemon"))

    assert turn
    assert not turn.facts
    assert "lemon" not in repr(turn.so_far)


def test_what_was_added_in_each_turn_is_told_apart():
    turns = ["Lena pushed me", "Lena pushed me", "Lena pushed me\nsorry I made that up"]
    assert pieces(turns) == ((0, "Lena pushed me"), (2, "sorry I made that up"))


def test_words_that_stand_in_place_of_others_are_one_piece():
    assert pieces(["no", "nothing happened"]) == ((1, "nothing happened"),)
    assert pieces(["one", "one\ntwo", "three"]) == ((2, "three"),)
    assert pieces([]) == ()

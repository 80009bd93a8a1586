"""What Ana has picked so far: who sees it, from whom it is kept, and whether it cannot wait."""

import pytest

from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.picks_so_far import Picks, picks_so_far
from checkin.conversation.talking.said import (
    Change,
    DontKnow,
    GoOn,
    OwnWordsGiven,
    Picked,
    Skip,
    Start,
)
from checkin.conversation.talking.tells_of_hurt import tells_of_hurt
from tests.english import ENGLISH
from tests.unit.talking.conversations import Conversation, shipped

HEARD = OnAJourney(ENGLISH, around=(Option("marcus", "Marcus"),))
WORDS = OwnWordsGiven("too loud at night")


def ana() -> Conversation:
    """Return Ana at the first question of Tell someone."""
    return Conversation(shipped("tell_someone")).say(Start())


def picks(talk: Conversation) -> Picks:
    """Return what she picked so far."""
    return picks_so_far(talk.flow, talk.so_far, HEARD)


def test_before_anything_is_picked_it_may_still_be_urgent():
    assert picks(ana()) == Picks(None, None, unclear=False, urgent=False, may_be_urgent=True)


def test_someone_hurt_me_is_urgent_as_soon_as_it_is_picked():
    assert picks(ana().say(Skip(), Picked(("hurt",)))) == Picks(
        None, frozenset(), unclear=True, urgent=True, may_be_urgent=False
    )


def test_whom_she_picks_is_known_step_by_step():
    talk = ana().say(Picked(("marcus",)))
    kept = frozenset({"marcus"})
    assert picks(talk) == Picks(None, kept, unclear=False, urgent=False, may_be_urgent=True)

    talk.say(Picked(("good",)), WORDS, Picked(("priya",)))
    assert picks(talk) == Picks(
        frozenset({"priya"}), kept, unclear=False, urgent=False, may_be_urgent=False
    )


def test_whom_she_keeps_it_from_is_not_offered_to_see_it():
    talk = ana().say(Picked(("marcus",)), Picked(("hurt",)), WORDS)

    assert (talk.step, [one.label for one in talk.prompt.options]) == (
        "who",
        ["Priya", "The advocacy service"],
    )


def test_no_one_is_offered_before_the_faces_however_many_there_are():
    assert [one.label for one in ana().prompt.options] == ["No one", "Priya", "Marcus"]


@pytest.mark.parametrize("both", [("no_one", "marcus"), ("marcus", "no_one")])
def test_a_face_beside_no_one_is_kept_out_and_no_one_is_said_of_nobody(both):
    talk = ana().say(Picked(both))
    given = talk.so_far.answers["not_who"]

    assert picks(talk).keeps_from == {"marcus"}
    assert (given.choices, given.labels, given.symbols) == (("marcus",), ("Marcus",), (None,))

    talk.say(Change("not_who"), Picked(("no_one",)))
    assert talk.so_far.answers["not_who"].labels == ("No one",)


def test_whom_she_names_in_words_is_picked_and_can_be_changed():
    talk = ana().say(OwnWordsGiven("Not Marcus please"))

    assert talk.step == "not_who"
    assert talk.so_far.answers["not_who"].choices == ("marcus",)
    assert talk.so_far.answers["not_who"].words == "Not Marcus please"
    talk.say(OwnWordsGiven("and not the others"))
    assert talk.so_far.answers["not_who"].choices == ("marcus",)
    talk.say(Picked(("marcus", "priya")))
    assert picks(talk).keeps_from == {"marcus", "priya"}
    assert not picks(talk).unclear


@pytest.mark.parametrize("reply", [Skip(), DontKnow(), GoOn(), OwnWordsGiven("him next door")])
def test_from_whom_to_keep_it_is_unclear_where_nobody_is_picked(reply):
    talk = ana().say(reply)
    if talk.step == "not_who":
        talk.say(GoOn())

    assert talk.step == "kind"
    assert picks(talk).unclear


def test_who_should_see_it_said_in_words_that_name_nobody_is_unclear():
    talk = ana().say(Picked(("no_one",)), Picked(("good",)), WORDS, OwnWordsGiven("my sister"))

    assert picks(talk.say(GoOn())).unclear
    talk = ana().say(Picked(("no_one",)), Picked(("good",)), WORDS, OwnWordsGiven("just priya"))
    assert picks(talk.say(GoOn())).shows_to == {"priya"}
    assert not picks(talk).unclear
    assert not picks(ana().say(Picked(("no_one",)), Picked(("good",)), WORDS, Skip())).unclear


def test_own_words_that_tell_of_being_hurt_are_urgent_whatever_was_picked():
    talk = ana().say(Picked(("no_one",)), Picked(("wrong",)))
    assert not picks(talk).urgent

    talk.say(OwnWordsGiven("he pushed me in the kitchen"))

    assert picks(talk).urgent
    assert picks(ana().say(OwnWordsGiven("someone touched me"))).urgent
    assert not picks(ana().say(Picked(("no_one",)), Picked(("good",)), WORDS)).urgent


@pytest.mark.parametrize(
    ("reply", "tells"),
    [
        (OwnWordsGiven("he pushed me in the kitchen"), True),
        (OwnWordsGiven(None, ("a voice note",)), True),
        (WORDS, False),
    ],
)
def test_what_is_not_sent_may_tell_of_hurt(reply, tells):
    talk = ana().say(Picked(("no_one",)), Picked(("wrong",)), reply)

    assert tells_of_hurt(talk.flow, talk.so_far, HEARD) == tells
    talk = Conversation(shipped("how_i_am")).say(Start(), OwnWordsGiven(None, ("a photo",)))
    assert not tells_of_hurt(talk.flow, talk.so_far, HEARD)


@pytest.mark.parametrize("words", ["im scared of marcus", "dont want Marcus near me"])
def test_fear_of_somebody_around_her_is_a_hurt_that_is_told_in_whatever_flow(words):
    talk = Conversation(shipped("how_i_am")).say(Start(), Skip(), OwnWordsGiven(words))

    assert tells_of_hurt(talk.flow, talk.so_far, HEARD)
    assert picks(talk).urgent
    assert not tells_of_hurt(talk.flow, talk.so_far, OnAJourney(ENGLISH))  # nobody is called so


@pytest.mark.parametrize("words", ["im scared", "im not ok"])
def test_who_calls_in_a_telling_may_tell_of_hurt_and_elsewhere_is_heard_at_once(words):
    talk = ana().say(Picked(("no_one",)), Picked(("wrong",)), OwnWordsGiven(words))
    assert tells_of_hurt(talk.flow, talk.so_far, HEARD)

    talk = Conversation(shipped("how_i_am")).say(Start(), Skip(), OwnWordsGiven(words))
    assert not tells_of_hurt(talk.flow, talk.so_far, HEARD)

"""What Ana has picked so far: who sees it, from whom it is kept, and whether it cannot wait."""

from checkin.conversation.talking.picks_so_far import Picks, picks_so_far
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Skip, Start
from tests.unit.talking.conversations import Conversation, shipped

WORDS = OwnWordsGiven("too loud at night")


def ana() -> Conversation:
    """Return Ana at the first question of Tell someone."""
    return Conversation(shipped("tell_someone")).say(Start())


def picks(talk: Conversation) -> Picks:
    """Return what she picked so far."""
    return picks_so_far(talk.flow, talk.so_far)


def test_before_anything_is_picked_it_may_still_be_urgent():
    assert picks(ana()) == Picks(None, None, urgent=False, may_be_urgent=True)


def test_someone_hurt_me_is_urgent_as_soon_as_it_is_picked():
    assert picks(ana().say(Skip(), Picked(("hurt",)))) == Picks(
        None, frozenset(), urgent=True, may_be_urgent=False
    )


def test_whom_she_picks_is_known_step_by_step():
    talk = ana().say(Picked(("marcus",)))
    kept = frozenset({"marcus"})
    assert picks(talk) == Picks(None, kept, urgent=False, may_be_urgent=True)

    talk.say(Picked(("good",)), WORDS, Picked(("priya",)))
    assert picks(talk) == Picks(frozenset({"priya"}), kept, urgent=False, may_be_urgent=False)


def test_whom_she_keeps_it_from_is_not_offered_to_see_it():
    talk = ana().say(Picked(("marcus",)), Picked(("hurt",)), WORDS)

    assert (talk.step, [one.label for one in talk.prompt.options]) == (
        "who",
        ["Priya", "My advocate", "Someone from outside"],
    )


def test_no_one_is_offered_before_the_faces_however_many_there_are():
    assert [one.label for one in ana().prompt.options] == ["No one", "Priya", "Marcus"]

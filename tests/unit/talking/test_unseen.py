"""Where what Ana told is shown no more, whom to show it to is asked as if she kept it from nobody."""

from checkin.conversation.replies.option import Option
from checkin.conversation.talking.about import Listed
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Skip
from checkin.conversation.talking.unseen import as_offered, unseen

LENA, PRIYA, NO_ONE = Option("lena", "Lena"), Option("priya", "Priya"), Option("no_one", "No one")
HERE = (Listed("lena", "Lena"), Listed("priya", "Priya"))
OFFERED = Prompt(
    "people_many", "steps", "who", 1, ("Who?",), (LENA, NO_ONE), said_back="Not Priya."
)
SHOWN = unseen(OFFERED, HERE, "It is kept.")


def test_all_are_offered_and_nothing_is_said_of_before():
    assert SHOWN.options == (LENA, PRIYA, NO_ONE)
    assert (SHOWN.given, SHOWN.said_back) == (None, "It is kept.")
    assert unseen(OFFERED, (), "It is kept.").options == OFFERED.options


def test_to_pick_one_it_is_kept_from_picks_nobody():
    assert as_offered(Picked(("priya", "lena")), OFFERED, SHOWN) == Picked(("lena",))
    assert as_offered(Picked(("priya",)), OFFERED, SHOWN) == Skip()


def test_any_other_answer_is_as_it_was_given():
    for reply in (None, Picked(("lena", "no_one")), Picked(("stranger",)), OwnWordsGiven("lena")):
        assert as_offered(reply, OFFERED, SHOWN) == reply

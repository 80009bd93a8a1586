"""Ana keeps something from Marcus in the middle of a flow: who is to read it has it today, and no sooner."""

from checkin.agreements.answers_that_tell import told_by_flow
from checkin.agreements.happened import AnswersSent, Person
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.facts import Tell
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import told_in
from tests.english import ENGLISH
from tests.unit.talking.conversations import shipped

HEARD = OnAJourney(ENGLISH, around=(Option("marcus", "Marcus"),))
GIVEN = Given("more", "", words="dont tell marcus")


def test_it_is_told_today_and_in_a_telling_with_the_rest():
    assert told_in(shipped("how_i_am"), GIVEN, HEARD) == "today"
    assert told_in(shipped("tell_someone"), GIVEN, HEARD) is None


def test_whoever_reads_it_is_told_that_not_everybody_may():
    sent = AnswersSent("c1", "how_i_am", (Tell("today", "more"),))

    (one,) = told_by_flow([], sent, Person("ana", "Ana"))

    assert (one.level, one.title) == ("today", "Read Ana's own words today: not everybody may.")

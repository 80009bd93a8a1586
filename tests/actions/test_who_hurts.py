"""Words that were written at one question, one after another, count together."""

from checkin.actions.who_hurts import who_hurts
from checkin.conversation.talking.given import Given
from tests.conftest import World

ASKED = "What happened?"


def test_doubt_written_after_takes_no_hurt_back(world: World):
    said = ("he pushed me", "marcus hit me", "jo is weird with me")
    given = [Given("what", ASKED, words=one) for one in said]
    with world.app.app_context():
        (by,) = who_hurts(world.cast.ana, given).values()

    assert set(by.named) == {world.cast.marcus, world.cast.jo}
    assert by.unclear  # "he" is nobody by name
    assert by.hurts

"""What a person told at once is told once: which telling the same words belong to."""

from checkin import clock
from checkin.actions.tell_at_once import tell
from checkin.actions.told_already import told_already, words_told
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.storage.transaction import kept_together
from tests.conftest import World, minutes

WORDS = "help marcus is still here"


def _tells(world: World, words: str = WORDS, after: int = 0) -> str:
    by = HurtBy((world.cast.marcus,), unclear=False)
    with kept_together():
        return tell(world.cast.dev, words, by, clock.now() + minutes(after)).id


def test_of_two_tellings_in_the_same_words_the_newest_is_meant(world: World) -> None:
    with world.app.app_context():
        first, newest = (_tells(world, after=one) for one in (0, 5))

        assert first != newest
        assert words_told(world.cast.dev)[WORDS].id == newest
        told = told_already(world.cast.dev, WORDS)
        assert told
        assert told.id == newest

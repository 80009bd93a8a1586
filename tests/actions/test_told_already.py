"""What a person told at once is told once: which telling the same words belong to."""

import pytest

from checkin import clock
from checkin.actions.tell_at_once import tell
from checkin.actions.told_already import as_compared, told_already, words_told
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
        assert words_told(world.cast.dev)[as_compared(WORDS)].id == newest
        told = told_already(world.cast.dev, WORDS)
        assert told
        assert told.id == newest


@pytest.mark.parametrize(
    "again",
    ["Help marcus is still here", "help marcus is still here!", "  HELP Marcus is still here "],
)
def test_capitals_spaces_and_marks_make_no_second_telling(world: World, again: str) -> None:
    with world.app.app_context():
        first = _tells(world)
        told = told_already(world.cast.dev, again)

        assert told
        assert told.id == first


@pytest.mark.parametrize(
    "other",
    [
        "help lena is still here",
        "help marcus is not here",
        "help marcus is still here 🔪",
        "...",
        "",
    ],
)
def test_other_words_are_told_by_themselves(world: World, other: str) -> None:
    with world.app.app_context():
        _tells(world)
        assert told_already(world.cast.dev, other) is None


def test_what_is_too_long_to_be_compared_is_other_words_where_its_end_is(world: World) -> None:
    long = "marcus hit me " * 200
    with world.app.app_context():
        _tells(world, long)
        assert told_already(world.cast.dev, long)
        assert told_already(world.cast.dev, f"{long}and lena too") is None

"""A person picks a new secret word: the old one counts a while longer, for whoever forgets."""

from datetime import timedelta

from checkin import clock
from checkin.actions.set_secret_word import secret_words_of, set_secret_word
from tests.conftest import World

DAY = timedelta(days=1)


def _pick(world: World, *words: str) -> None:
    for word in words:
        assert set_secret_word(world.cast.dev, word, clock.now()) is None


def test_the_old_word_still_calls_for_help_the_moment_after(world: World) -> None:
    with world.app.app_context():
        _pick(world, "marmalade", "saxophone")

        words = secret_words_of(world.cast.dev, clock.now() + timedelta(seconds=1))

    assert {"saxophone", "marmalade"} <= set(words)


def test_a_word_before_the_old_one_counts_its_own_thirty_days(world: World) -> None:
    with world.app.app_context():
        _pick(world, "marmalade", "saxophone", "wheelbarrow")

        near_the_end = secret_words_of(world.cast.dev, clock.now() + 30 * DAY - DAY)
        after = secret_words_of(world.cast.dev, clock.now() + 30 * DAY)

    assert {"wheelbarrow", "saxophone", "marmalade"} <= set(near_the_end)
    assert after == ("wheelbarrow",)

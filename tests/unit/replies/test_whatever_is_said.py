"""Whatever is said, by anyone, in any letters: it is understood or kept, and nothing breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.conversation.replies.meaning import SecretWord
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import SecretWordUsed, Taken
from tests.english import comparable, journey, understand

TABLETS = (
    Option("done", "Done", also=("taken them", "had them", "yes")),
    Option("not_yet", "Not yet", also=("later",)),
    Option("help", "Help me"),
)
ANYTHING = st.text() | st.lists(
    st.sampled_from(
        [
            "yes",
            "no",
            "not",
            "done",
            "yet",
            "ok",
            "late",
            "20",
            "bus",
            "home",
            "help",
            "stop",
            "1",
            "?",
            "👍",
            "😢",
            "he",
            "good",
            "bad",
            "again",
            "and",
            "im",
            "the",
            "hour",
        ]
    )
).map(" ".join)


@given(ANYTHING, st.booleans(), st.sampled_from([None, "done", "gone"]))
def test_whatever_is_said_something_is_understood(
    said: str,
    many: bool,  # noqa: FBT001
    checking: str | None,
) -> None:
    meaning = understand(said, TABLETS, checking=checking, many=many)

    if isinstance(meaning, Taken):
        assert meaning.choices
        assert set(meaning.choices) <= {"done", "not_yet", "help"}
        assert many or len(meaning.choices) == 1


@given(ANYTHING, st.booleans())
def test_whatever_is_texted_means_something(text: str, waiting: bool) -> None:  # noqa: FBT001
    assert hear(text, journey(secret_words=("pineapple",), checkpoint_open=waiting))


@given(ANYTHING, ANYTHING, st.sampled_from(["pineapple", "PINEAPPLE", "Pineapple", "PineApple"]))
def test_whatever_stands_around_it_the_secret_word_is_heard(
    before: str, after: str, word: str
) -> None:
    text = f"{before[:900]} {word} {after}"

    assert hear(text, journey(secret_words=("pineapple",))) == SecretWord(near=False)


@given(ANYTHING)
def test_whatever_is_asked_the_secret_word_comes_before_the_answer(before: str) -> None:
    meaning = understand(f"{before} kumquat", TABLETS, secret_words=("kumquat",))

    assert meaning == SecretWordUsed(near=False)


@given(ANYTHING)
def test_reading_a_reply_changes_nothing_in_it(said: str) -> None:
    assert comparable(said) == comparable(said)


def test_a_very_long_text_is_read_in_a_moment() -> None:
    assert len(comparable("a b " * 100_000).words) == 1_000


@pytest.mark.parametrize("word", ["yes", "no", "it is", "ok", "done", "👍", "1", "late", "("])
def test_a_word_said_a_thousand_times_does_no_harm(word: str) -> None:
    assert understand(f"{word} " * 2_000, TABLETS)
    assert hear(f"{word} " * 2_000, journey(secret_words=("pineapple",)))

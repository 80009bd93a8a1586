"""Priya changes the words that people are heard by, and every slip of hers is told with its place."""

import pytest

from checkin.conversation.flows.library import Frame, FrameLine, Library
from checkin.conversation.flows.word_files import read_words
from checkin.conversation.replies.cries import asks_for_help, in_danger
from checkin.conversation.replies.language_files import FILES, language_from, lists_of
from checkin.paths import FLOWS
from tests.english import ENGLISH, FAULTS

GOOD = """\
about: What cannot be a secret word.
lists:
  our_words:
    for: Mean something else in our texts.
    words: ok okay late
"""


def faults(text: str, name: str = "secret_word") -> list[str]:
    return [fault.as_text() for fault in read_words(text, name, "words/en-GB/it.yaml")[1]]


def test_what_ships_is_whole() -> None:
    assert FAULTS == ()


def test_the_frame_of_a_conversation_has_its_lines_and_its_words() -> None:
    frame = Frame({"who_sees": FrameLine(say=("Marcus sees this.",))}, ENGLISH)

    assert (len(frame), list(frame), frame["who_sees"].say) == (
        1,
        ["who_sees"],
        ("Marcus sees this.",),
    )
    assert Library(frame=frame).language is ENGLISH


def test_a_good_file_is_its_lists() -> None:
    assert read_words(GOOD, "secret_word", "it.yaml") == ({"our_words": "ok okay late"}, ())


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (
            GOOD.replace("our_words", "our_wrods"),
            "secret_word",
            "3:3: There is no list 'our_wrods' here. Did you mean 'our_words'? [F801]",
        ),
        (
            GOOD,
            "one_thought",
            "2:1: There is no list 'leaves_open', and what people say is looked for in it. Write it. [F802]",
        ),
        (
            GOOD.replace("words: ok okay late", "words: {ok: okay}"),
            "secret_word",
            "3:3: List 'our_words' is of words in a row, with spaces between them. Write those. [F803]",
        ),
        (
            GOOD.replace("ok okay late", "ok, okay, late"),
            "secret_word",
            "3:3: List 'our_words' is of words in a row, with spaces between them. Write those. [F803]",
        ),
        (
            GOOD.replace("    for: Mean something else in our texts.\n", ""),
            "secret_word",
            "3:3: lists.our_words has no 'for'. Write 'for: ...' in it. [F103]",
        ),
        ("a: b: c", "secret_word", "1:5: "),
    ],
)
def test_every_slip_is_told_with_its_place(text: str, name: str, told: str) -> None:
    assert any(told in fault for fault in faults(text, name)), faults(text, name)


def test_numbers_that_are_no_pairs_are_told() -> None:
    text = (FLOWS / "words/en-GB/lateness.yaml").read_text("utf-8")
    begin = text.index("    words:\n      five")

    told = faults(text[:begin] + "    words: five ten\n", "lateness")

    assert any("List 'numbers' is of pairs" in fault for fault in told)


def test_a_broken_file_gives_no_lists() -> None:
    assert read_words(GOOD.replace("our_words", "words"), "secret_word", "it.yaml")[0] is None


def test_what_stands_twice_is_told_and_takes_no_list_away() -> None:
    text = (FLOWS / "words/en-GB/asking_for_a_person.yaml").read_text("utf-8")
    twice = text.replace("words: lost, scared,", "words: lost, lost, scared,")

    lists, told = read_words(twice, "asking_for_a_person", "it.yaml")

    assert lists
    assert [fault.as_text() for fault in told] == [
        "it.yaml:3:3: warning: 'lost' stands in it twice. Take one away. [F804]"
    ]


AS_TYPED = {"by_the_phone", "secret_word", "spelling"}  # compared as typed, not as heard


@pytest.mark.parametrize("file", sorted({*FILES} - AS_TYPED))
def test_every_single_word_that_ships_can_be_heard(file: str) -> None:
    deaf = [
        (name, word)
        for name, kind in lists_of(file).items()
        if kind == "words"
        for word in getattr(getattr(ENGLISH, file), name)
        if ENGLISH.comparable(word).words != (word,)
    ]

    assert deaf == []


def test_another_language_hears_its_own_cries() -> None:
    cries = {"whole": "ajuto", "inside": "gwares vy", "crisis": "", "crisis_whole": ""}
    other = language_from({"cries": cries})

    assert asks_for_help(other.comparable("Ajuto!"), other)
    assert in_danger(other.comparable("dha gwares vy lemmyn"), other)
    assert not asks_for_help(other.comparable("help"), other)

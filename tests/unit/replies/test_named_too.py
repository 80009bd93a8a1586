"""Whom words keep out that go on with a telling: doubt closes, and who asks for somebody is heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.named_too import named_too, whom_named
from checkin.conversation.replies.names_said import somebody
from checkin.conversation.replies.option import Option
from tests.english import ENGLISH

AROUND = tuple(
    Option(one.casefold(), one, also=(f"{one} Bell",)) for one in ("Marcus", "Priya", "Lena", "Jo")
)


def named(words: str) -> HurtBy | None:
    return named_too(words, AROUND, ENGLISH)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("lena did too", ("lena",)),
        ("and lena", ("lena",)),
        ("Lena", ("lena",)),
        ("priya as well", ("priya",)),
        ("so did jo", ("jo",)),
        ("it was lena aswell", ("lena",)),
        ("it was not marcus it was lena", ("marcus", "lena")),
        ("lena's the same", ("lena",)),
        ("lenas in on it", ("lena",)),
        ("leena did too", ("lena",)),
        ("lena bell did that", ("lena",)),
        ("i dont want lena", ("lena",)),
        ("dont tell lena", ("lena",)),
        ("can lena stay away", ("lena",)),
        ("i want lena to stop", ("lena",)),
        ("i told lena but she laughed", ("lena",)),
        ("can lena come she did it too", ("lena",)),
        ("lena helped marcus", ("lena", "marcus")),
        ("im scared of lena", ("lena",)),
    ],
)
def test_whoever_is_named_is_kept_out(words: str, who: tuple[str, ...]):
    assert named(words) == HurtBy(who, unclear=False)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("ring jo not marcus", ("marcus",)),
        ("can priya come not marcus", ("marcus",)),
        ("not marcus jo please", ("marcus",)),
        ("please not lena", ("lena",)),
        ("can jo or priya come not marcus or lena", ("marcus", "lena")),
        ("i want jo instead of lena", ("lena",)),
        ("dont ring marcus ring jo", ("marcus",)),
        ("tell jo but dont tell marcus", ("marcus",)),
        ("not marcus not lena can jo come", ("marcus", "lena")),
        ("ask jo not to tell marcus", ("marcus",)),
        ("can jo come not marcus she did it too", ("jo", "marcus")),
        ("it was not marcus it was jo", ("marcus", "jo")),
        ("jo not marcus", ("jo", "marcus")),
        ("not marcus jo", ("marcus", "jo")),
    ],
)
def test_of_who_is_asked_for_and_who_not_the_second_alone_is_kept_out(
    words: str, who: tuple[str, ...]
):
    assert named(words) == HurtBy(who, unclear=False)


@pytest.mark.parametrize(
    "words",
    [
        "can lena come", "can lena and jo come please", "i want lena", "I told Lena", "lena helped me",
        "i want to talk to lena", "i wanna see lena", "please tell lena pls", "when is lena coming?",
        "ask lena to ring me", "thx lena", "priya and lena helped me x", "lena can you call me",
    ],
)  # fmt: skip
def test_whoever_is_asked_for_or_called_a_help_is_not(words: str):
    assert named(words) is None


@pytest.mark.parametrize(
    "words", ["she did too", "so did my friend", "ken did it too", "they all did it"]
)
def test_where_somebody_else_did_it_who_is_not_named_nobody_can_tell(words: str):
    assert named(words) == HurtBy((), unclear=True)


@pytest.mark.parametrize(
    "words",
    [
        "he did it again",
        "call me",
        "im still in my room",
        "he laughed and he went",
        "can someone else come",
        "",
        "Liked “We told Lena. In danger? Ring 999.”",
        "Liked “Lena has what you told us.” he did it again",
    ],
)
def test_where_nobody_is_named_nobody_more_is_kept_out(words: str):
    assert named(words) is None


AROUND_IT = st.text("abcdefghijklmnopqrstuvwxyz .,!?", max_size=40)  # and nothing that quotes


@given(AROUND_IT, AROUND_IT)
def test_whatever_else_stands_around_a_name_what_is_not_understood_closes(one: str, two: str):
    found = named(f"{one} qzx lena {two}")
    assert found
    assert "lena" in found.named


def test_the_first_word_of_an_office_names_nobody():
    office = somebody("office", "The", "The Safeguarding Office", ENGLISH)

    assert whom_named("the man hit me", (office,), ENGLISH) == ()
    assert whom_named("tell the safeguarding office", (office,), ENGLISH) == ("office",)


def test_somebody_is_named_by_the_first_word_of_their_name_too():
    sue = somebody("sue", "Susie", "Susan Shaw", ENGLISH)

    assert [whom_named(one, (sue,), ENGLISH) for one in ("susie", "susan did it")] == [("sue",)] * 2


@pytest.mark.parametrize("words", ["i lost my job", "he took my joy", "going for a jog"])
def test_a_word_that_only_begins_like_a_name_names_nobody(words: str):
    assert named(words) is None

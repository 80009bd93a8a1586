"""Whom Ana names in her own words, where faces are offered: taken where nothing else is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.conversation.replies.names_said import named_to_keep_from, named_to_see
from checkin.conversation.replies.option import Option
from tests.english import ENGLISH

FACES = tuple(Option(name.lower(), name) for name in ("Priya", "Marcus", "Lena", "Jo", "Jo Marsh"))
NO_ONE = Option("no_one", "No one", also=("nobody",))
ALL = (NO_ONE, *FACES)


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("Lena", ("lena",)),
        ("Not Lena please", ("lena",)),
        ("dont tell marcus", ("marcus",)),
        ("don't let Lena see it", ("lena",)),
        ("keep it away from lena and priya", ("lena", "priya")),
        ("not lena or marcus thx", ("lena", "marcus")),
        ("nobody", ("no_one",)),
        ("i never want jo marsh to know", ("jo marsh",)),
        ("do not keep it from Lena", ()),
        ("dont hide it from lena", ()),
        ("tell Lena not Jo", ()),
        ("Lena, not Jo", ()),
        ("keep it from Lena not Priya", ()),
        ("let priya know, not marcus", ()),
        ("i want lena", ()),
        ("not lena not jo", ()),
        ("is it lena", ()),
        ('he said "lena"', ()),
        ("everyone but lena", ()),
        ("only tell priya", ()),
        ("tell priya", ()),
        ("lena is nice", ()),
        ("is lena there?", ()),
        ("someone touched me", ()),
        ("no one should know, not even jo", ()),
        ("", ()),
    ],
)
def test_whom_to_keep_it_from(said, keys):
    assert named_to_keep_from(said, ALL, ENGLISH) == keys


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("just priya please", ("priya",)),
        ("you can tell Priya and Marcus", ()),
        ("tell priya and marcus", ("priya", "marcus")),
        ("not lena", ()),
        ("anyone but jo", ()),
        ("my sister", ()),
    ],
)
def test_who_should_see_it(said, keys):
    assert named_to_see(said, FACES, ENGLISH) == keys


@given(st.from_regex("[bfgjqvz]{4,9}", fullmatch=True), st.sampled_from(["not lena {}", "{} lena"]))
def test_whatever_else_is_said_beside_a_name_a_reader_decides(word, said):
    assert named_to_keep_from(said.format(word), ALL, ENGLISH) == ()
    assert named_to_see(said.format(word), FACES, ENGLISH) == ()

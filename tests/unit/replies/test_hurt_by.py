"""Ana says in her own words who hurts her: by name, by nobody's name, or no one at all."""

import pytest

from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.meaning import Help
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.option import Option
from tests.english import ENGLISH

AROUND = (
    Option("priya", "Priya", also=("Priya Nair",)),
    Option("lena", "Lena"),
    Option("marcus", "Marcus"),
    Option("lead", "the safeguarding lead"),
)


def by(said: str) -> HurtBy | None:
    return hurt_by(said, AROUND, ENGLISH)


@pytest.mark.parametrize(
    "said",
    [
        "Priya hits me",
        "priya nair hit me in the kitchen",
        "Priya has been hitting me. I do not like it",
        "Priya hits me when she is cross",
        "at night Priya touches me",
        "he hugged me. Priya pushed me",
        "i have been hit by Priya",
        "hit me last night in the kitchen. Priya did",
        "Priya has just been hitting me",
        "my leg hurts me because Priya hit me",
        "priya smacked me",
        "priya hitted me",
        "priya hert me",
        "got hit by priya",
        "dont want priya near me",
        "im scard of priya",
    ],
)
def test_who_is_named_is_kept_out(said: str):
    assert by(said) == HurtBy(("priya",), unclear=False)


def test_all_who_are_named_are_kept_out_whoever_of_them_it_was():
    assert by("Lena saw it. Priya hit me") == HurtBy(("lena", "priya"), unclear=False)
    assert by("Priya and Lena hit me") == HurtBy(("priya", "lena"), unclear=False)


@pytest.mark.parametrize(
    "said",
    [
        "Priya hit me can Lena come",
        "Priya hit me. please ring Lena",
        "i am scared of Priya can Lena come",
        "Priya scares me. i told Lena",
        "Priya hit me can Lena come not Priya",
    ],
)
def test_who_is_asked_for_behind_it_is_not_kept_out(said: str):
    assert by(said) == HurtBy(("priya",), unclear=False)


@pytest.mark.parametrize(
    "said",
    [
        "Priya hit me can Marcus come not Lena",
        "Priya hit me and Lena please",
        "Priya hit me i told Lena she laughed",
        "Priya hit me can Lena stop",
    ],
)
def test_who_is_behind_not_or_in_any_other_words_is(said: str):
    assert by(said) == HurtBy(("priya", "lena"), unclear=False)


def test_who_alone_is_named_is_kept_out_though_they_seem_asked_for():
    assert by("hit me. get Priya") == HurtBy(("priya",), unclear=False)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("she hits me", ()),
        ("he hit me", ()),
        ("someone touched me", ()),
        ("my keyworker hits me", ()),
        ("the night staff hit me", ()),
        ("hit me again", ()),
        ("that lady touched me", ()),
        ("my leg hurts me. she hit me", ()),
        ("the cleaner hit me", ()),
        ("my boss hits me", ()),
        ("that Pria hits me", ()),
        ("Pria hits me", ()),
        ("Lena knows it. she hits me", ("lena",)),
        ("Priya hits me and someone touched me", ("priya",)),
    ],
)
def test_where_nobody_can_tell_who_it_was_it_is_not_clear(said: str, named: tuple[str, ...]):
    assert by(said) == HurtBy(named, unclear=True)


@pytest.mark.parametrize(
    "said",
    [
        "my leg hurts me",
        "it hurts me",
        "i fell down the stairs and priya saw it",
        "help me",
        "Priya did not hit me",
        "nobody hit me",
        "Priya is kind",
        "priya never smacked me",
        "im scared priya wont come",
        "",
    ],
)
def test_a_fall_or_a_pain_is_nobodys_doing(said: str):
    assert by(said) is None


def test_two_of_one_name_are_not_told_apart():
    two = (*AROUND, Option("other priya", "Priya"))

    assert hurt_by("Priya hits me", two, ENGLISH) == HurtBy((), unclear=True)


def test_it_is_known_of_whom_only_where_it_is_of_those_named_and_of_nobody_else():
    assert HurtBy(("marcus",), unclear=False).is_known
    assert not HurtBy(("marcus",), unclear=True).is_known
    assert not HurtBy((), unclear=True).is_known


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("marcushit me", ("marcus",)),
        ("marcushitme", ("marcus",)),
        ("marcus_hit_me", ("marcus",)),
        ("marcuspushed me at art", ("marcus",)),
        ("lena pushedme", ("lena",)),
        ("HITME", ()),
        ("marcuss hat", None),
        ("marcusville hit parade", None),
        ("___", None),
    ],
)
def test_a_name_run_on_to_a_deed_is_apart_from_it(words: str, named: tuple[str, ...] | None):
    found = hurt_by(words, AROUND, ENGLISH)
    heard = hear(words, OnAJourney(ENGLISH, around=AROUND))

    assert (found.named if found else None) == named
    assert isinstance(heard, Help) == (named is not None)


@pytest.mark.parametrize(
    ("said", "unclear"),
    [
        ("marcus hits me and somebody else does too", True),
        ("marcus hit me, he did it too", True),
        ("marcus hits me and lena does too", False),
    ],
)
def test_who_else_does_it_too_is_known_where_a_name_is_said(said: str, *, unclear: bool):
    found = by(said)

    assert found
    assert "marcus" in found.named
    assert found.unclear == unclear

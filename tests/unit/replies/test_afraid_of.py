"""Of whom Dev says he is afraid, by name; and what is no telling of anybody."""

import pytest

from checkin.conversation.replies.afraid_of import afraid_of
from checkin.conversation.replies.meaning import CallMe, Free, Help
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from tests.english import ENGLISH, journey

AROUND = tuple(Option(one.casefold(), one) for one in ("Marcus", "Priya", "Lena", "Jo"))
DEV = journey(around=AROUND)


def feared(words: str) -> tuple[str, ...]:
    return afraid_of(ENGLISH.comparable(words).words, AROUND, ENGLISH)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("im scared of lena", ("lena",)),
        ("so scared of Lena", ("lena",)),
        ("scared of being alone with lena", ("lena",)),
        ("im scared of leena", ("lena",)),
        ("frightened of lena", ("lena",)),
        ("i am terrified of lena can you call me", ("lena",)),
        ("ok but im afraid of lena", ("lena",)),
        ("lena scares me", ("lena",)),
        ("lena always makes me scared", ("lena",)),
        ("it scares me when lena shouts", ("lena",)),
        ("im scared lena is coming", ("lena",)),
        ("im scared that lena will come in", ("lena",)),
        ("im scared lena", ("lena",)),
        ("marcus is here and im scared", ("marcus",)),
        ("im not safe with lena", ("lena",)),
        ("scared of lena and marcus", ("lena", "marcus")),
    ],
)
def test_whoever_is_feared_by_name_is_told_of(words: str, who: tuple[str, ...]):
    assert feared(words) == who
    assert isinstance(hear(words, DEV), Help)  # nothing else hears it first


@pytest.mark.parametrize(
    "words",
    [
        "im scared",
        "scared of the bus",
        "im scared of a man here",
        "im scared of him",
        "he scares me",
        "im scared of the dark can lena come",
        "lena the bus scares me",
        "im scared can lena come",
        "im scared lena can you call me",
        "im scared but lena helped me",
        "im not scared of lena",
        "lena does not scare me",
        "im scared for lena",
        "lena im scared",
        "lena is nice",
    ],
)
def test_fear_of_nobody_who_is_named_is_no_telling(words: str):
    assert feared(words) == ()
    assert isinstance(hear(words, DEV), CallMe | Free)

"""Of whom Dev tells by name, that he fears them or what they did; and what is no telling of anybody."""

import pytest

from checkin.conversation.replies.meaning import CallMe, Free, Help
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.told_of import told_of
from tests.english import ENGLISH, journey

AROUND = tuple(Option(one.casefold(), one) for one in ("Marcus", "Priya", "Lena", "Jo"))
DEV = journey(around=AROUND)


def feared(words: str) -> tuple[str, ...]:
    return told_of(ENGLISH.comparable(words).words, AROUND, ENGLISH)


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
        ("im scard of lena", ("lena",)),
        ("im frightend of marcus", ("marcus",)),
        ("im terified of marcus", ("marcus",)),
        ("im scared lena wont come without hurting me", ("lena",)),
        ("im scared lena wont come off me", ("lena",)),
        ("got hit by marcus", ("marcus",)),
        ("got hitt by markus", ("marcus",)),
        ("dont want marcus near me", ("marcus",)),
        ("i dont want marcus or lena near me", ("marcus", "lena")),
        ("keep lena away from me", ("lena",)),
        ("lena pulls my hair", ("lena",)),
        ("lena just shouts at me", ("lena",)),
        ("marcus wont let me out my room", ("marcus",)),
        ("marcus wont let me", ("marcus",)),
        ("marcus wouldnt let me out", ("marcus",)),
        ("lena doesnt let me eat", ("lena",)),
        ("marcus never lets me ring mum", ("marcus",)),
        ("marcus isnt letting me out", ("marcus",)),
        ("marcus will not let me eat", ("marcus",)),
        ("lena wont let me go to bed", ("lena",)),
        ("lena wont let me have my money", ("lena",)),
        ("lena wont let me see mum", ("lena",)),
        ("lena wont let me use the toilet", ("lena",)),
        ("lena wont let me play wont let me out", ("lena",)),
        ("help lena wont stop shouting at me", ("lena",)),
        ("lena hert me", ("lena",)),
        ("marcus punchd me", ("marcus",)),
        ("marcus hit mee", ("marcus",)),
    ],
)
def test_whoever_is_named_is_told_of(words: str, who: tuple[str, ...]):
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
        "im scared lena wont come",
        "im scared that lena isnt coming today",
        "scared of missing lena",
        "lena the dog bit me",
        "lena did not shout at me",
        "he shouts at me",
        "marcus hit the ball",
        "lena hurt her leg",
        "marcus hurt his back",
        "lena slapped my hand high five",
        "marcus beat me at pool",
        "marcus wont let me win",
        "marcus never lets me win",
        "lena didnt let me have a go",
        "marcus wont let me have a go on the xbox",
        "lena wont let me help with tea",
        "marcus did it again haha he scored",
        "he scored marcus was so happy",
        "i shared my cake with lena",
        "lena pushed my chair for me thanks",
        "marcus took my bag upstairs",
        "lena is scared of spiders",
        "i dont want lena to go",
        "lena im scared",
        "lena is nice",
    ],
)
def test_what_is_of_nobody_who_is_named_is_no_telling(words: str):
    assert feared(words) == ()
    assert isinstance(hear(words, DEV), CallMe | Free)

"""Who of staff is named in words that are not plainly good does not read them; another does."""

import pytest

from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.of_staff import kept_by, named_in_doubt
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.you import as_you
from tests.english import ENGLISH

STAFF = tuple(Option(one.casefold(), one, reads=True) for one in ("Marcus", "Priya", "Lena", "Jo"))
AROUND = (*STAFF, Option("dev", "Dev"), Option("mum", "Mum"))

IN_DOUBT = """
priya hits
priya hit dev
marcus is nasty to me
marcus came in my bed
marcus comes in my room at night
marcus comes in my bedroom
marcus was drunk and fell on me
marcus makes me do things i dont want
marcus made me do it
marcus made me feel small
marcus said dont tell anyone
marcus said not to tell jo
marcus says it is our secret
marcus told me a secret
marcus told me to shut up
marcus likes me too much
marcus loves me
marcus is my boyfriend
marcus looks at me funny
marcus is always on at me
marcus is horrible
marcus isnt nice
marcus is not nice to me
marcus wont let me eat
marcus wont help me
marcus never listens
marcus forgot my tablets again
marcus has my bank card
marcus has got my phone
marcus lost my money
marcus borrowed ten pounds
marcus laughs at me
marcus calls me names
marcus called me stupid
marcus lies
marcus is weird with me
marcus is rough
marcus left me in the bath
marcus left me on the toilet
marcus took me to his room
marcus took me to bed
marcus gave me a bruise
marcus gave me a slap
marcus sat on me
marcus broke my tablet
its marcus
it was marcus
yes marcus did it
hi marcus is being weird
please marcus wont go
marcus is on top of me
marcus is doing things to me
marcus is going to get me
marcus is getting in my bed
marcus is always in my face
marcus is having a go at me
marcus was laughing at me
priya helped herself to my purse
marcus kept my phone
marcus you keep coming in
marcus i saw him take my money
messed about by marcus
i had a fight with marcus
tell marcus no
can marcus not come
marcus says i cant go home
im hiding marcus is back
where marcus pinned me
marcus is driving me mad
marcus again
because of marcus
i dont like being with marcus
i was with priya she kissed me
i was in the shower with marcus
marcus is here he is being horrible
when priya is on
when marcus comes
fed up with marcus
i dont like how marcus talks to me
i want to go home marcus is cruel
priya is nice but marcus is not
ask lena what marcus did
im cross with marcus
leena is rude
not priya please
i dont want priya
""".strip().splitlines()

GOOD = """
marcus took me to the shops
marcus took me to town
i was with priya
im with priya
i am at the park with marcus
had tea with lena
went swimming with jo and lena
me and lena made a cake
priya and i went to art
marcus is on holiday
marcus is off today
is priya in today
is marcus on tonight
when is jo back
where is lena
when does marcus come
tell priya im late
tell marcus i am at the bus stop
priya is my friend
priya is my keyworker
ask marcus about the bus
i asked lena
can lena ring me
can marcus come please
could jo help me with my bag
marcus can you come
i want priya to come
i need to see lena
i would like to talk to jo
i like marcus
i love lena
i miss priya
thanks marcus
thank you lena for the cake
ta for the lift marcus
hi jo
good morning priya
ok lena
lena
just priya
where is lena is she coming
lena is by the shop
hi priya im at the park
morning marcus can you come
marcus i need my coat
tell priya i cant come
lena washed my hair
priya put my coat on
lena fixed my phone
sat by lena on the bus
priya please
love from jo
priya and marcus
marcus is here
marcus is coming at 3
marcus is coming with me
lena is nice
lena was very kind to me
priya helped me
priya helped me with my tea
priya made me tea
lena made me laugh
marcus said hi
marcus says i can go
jo is not here
marcus is late
marcus gave me a lift
marcus drove us home
priya picked me up
lena is cooking
happy birthday priya
its lenas birthday
i saw marcus at the shop
going out with jo tomorrow
lena showed me how to knit
priya is nice she is my friend
marcus will pick me up
im waiting for marcus
hope lena is better
the bus was late
mum is nasty to me
dev took my cup
""".strip().splitlines()


@pytest.mark.parametrize("words", IN_DOUBT)
def test_whoever_is_named_in_doubt_does_not_read_it(words: str):
    by = kept_by(words, AROUND, ENGLISH)

    assert by is not None
    assert by.named


@pytest.mark.parametrize("words", GOOD)
def test_what_is_said_every_day_stays_for_all(words: str):
    assert named_in_doubt(words, AROUND, ENGLISH) is None


def test_doubt_tells_of_no_hurt_and_names_staff_alone():
    assert hurt_by("priya hits", AROUND, ENGLISH) is None
    assert kept_by("priya annoys mum", AROUND, ENGLISH) == HurtBy(
        ("priya",), unclear=False, hurts=False
    )


def test_a_hurt_is_told_as_one():
    assert kept_by("marcus hit me", AROUND, ENGLISH) == HurtBy(("marcus",), unclear=False)


def test_in_an_answer_to_marcus_you_names_nobody():
    around = tuple(as_you(one) if one.key == "marcus" else one for one in AROUND)

    assert named_in_doubt("have you got my hat", around, ENGLISH) is None
    assert named_in_doubt("its marcus", around, ENGLISH) is not None


def test_a_reaction_that_quotes_us_says_nothing_of_whom_we_named():
    assert named_in_doubt("Liked \u201cMarcus hid the bus pass\u201d", AROUND, ENGLISH) is None

"""A text that names Marcus, and is not plainly good, is not his, on whatever road it comes."""

from datetime import UTC, datetime

import pytest

from checkin.conversation.flows.level import Level
from checkin.conversation.replies.meaning import CallMe, Free, Help, Nothing, StopTexts
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.option import Option
from checkin.for_whom.addressee import addressee
from checkin.for_whom.addressees import Addressee, ForAlert, ForAll, ForAReader, ForStaff
from checkin.for_whom.of_somebody import OfSomebody, of_somebody
from checkin.for_whom.open_with import OpenWith
from tests.english import ENGLISH

NOON = datetime(2026, 10, 19, 12, tzinfo=UTC)
STAFF = tuple(Option(one.casefold(), one, reads=True) for one in ("Marcus", "Priya", "Lena", "Jo"))
DEV = OnAJourney(ENGLISH, name="Dev", around=STAFF)
BAD = "its marcus"

IN_DOUBT = """
help me marcus is shouting
HELP marcus
help me marcus
help marcus is here
please call me marcus wont stop
can someone ring me marcus is horrible
im lost marcus left me
call me not marcus
call me about marcus
is marcus on tonight im scared
marcus is on im frightened
marcus is on tonight and i am afraid
is marcus on tonight im frightened
marcus is in and i dont feel safe
marcus is coming help
i need to talk about marcus
can we talk about marcus
ring me its about marcus
ring me when marcus has gone
call me back not marcus
come and get me marcus is drunk
take me home marcus is weird
im lost marcus drove off
where is safe marcus is outside
can someone come marcus is drunk
where is safe marcus is here
call me marcus is here
ring me marcus is coming back
im lost marcus went
can jo ring me about marcus
jo pls call me its about marcus
lena call me marcus wont stop
""".strip().splitlines()

STAYS = """
call me marcus please
call me please marcus
can marcus ring me
marcus please call me
im lost can marcus come
tell marcus im late
is marcus on tonight
please ring me lena
lena can you ring me
can lena or jo ring me
hi marcus can you call me back
can you call me marcus
marcus can you ring me please
could marcus phone me
ask marcus to call me
tell marcus to ring me
i want marcus to call me
i need to talk to marcus
i want to talk to marcus
can i speak to marcus
need to speak to lena
can marcus come and get me
marcus can you pick me up
where is safe is marcus there
im lost where is marcus
marcus pick me up please
can marcus pick me up
im lost marcus can you help
im lost can you tell marcus
im lost is marcus there
im lost get marcus
im stuck can marcus come
on the wrong bus tell marcus
im on the wrong bus can lena ring me
get me home marcus
marcus im lost
marcus im on the wrong bus
i am lost marcus
i am lost marcus where are you
help can marcus come
help i fell can marcus come
help marcus please come
help tell marcus
help get marcus
help ring marcus
help can marcus or lena ring me
thanks marcus call me back
give me a ring marcus
ring me please i miss marcus
im late marcus can you ring me
tell lena i need to talk
can you ring me i want marcus
""".strip().splitlines()


def heard(words: str) -> OfSomebody | None:
    return of_somebody(addressee(words, (), OpenWith(), DEV, NOON), DEV)


@pytest.mark.parametrize("words", IN_DOUBT)
def test_a_call_in_doubt_is_not_for_whom_it_names_and_stays_a_call(words: str):
    of = heard(words)

    assert of is not None
    assert of.told.by.named == ("marcus",)
    assert of.told.level in ("now", "soon")
    assert not of.told.by.hurts


@pytest.mark.parametrize("words", ["call me", "im scared marcus wont come", "can you ring me"])
def test_a_call_that_names_nobody_or_misses_them_is_as_any(words: str):
    assert heard(words) is None


@pytest.mark.parametrize("words", STAYS)
def test_whoever_is_wished_for_may_be_asked(words: str):
    assert heard(words) is None


@pytest.mark.parametrize(
    ("whom", "level"),
    [
        (ForAll(Help("HELP marcus")), "now"),
        (ForAll(CallMe("call me not marcus")), "soon"),
        (ForAlert("a", BAD, calls=True), "now"),
        (ForAlert("a", BAD), "today"),
        (ForStaff("s", BAD, calls=True), "soon"),
        (ForStaff("s", BAD), "today"),
        (ForAReader(Free(BAD)), "today"),
    ],
)
def test_each_road_asks_how_soon_others_are_asked(whom: Addressee, level: Level):
    of = of_somebody(whom, DEV)

    assert of is not None
    assert of.told.level == level


def test_a_hurt_in_a_cry_is_told_as_one():
    of = of_somebody(ForAll(Help("HELP marcus hit me")), DEV)

    assert of is not None
    assert of.told.by.hurts
    assert of.told.level == "now"


@pytest.mark.parametrize(
    "whom",
    [
        ForAlert("a", "thanks marcus", courtesy=True),
        ForStaff("s", "ok", courtesy=True),
        ForAReader(Nothing()),
        ForAll(CallMe("ring my advocate not marcus", advocate=True)),
        ForAll(StopTexts("stop", own_words=False, cancel=False)),
    ],
)
def test_thanks_and_commands_are_of_nobody(whom: Addressee):
    assert of_somebody(whom, DEV) is None

"""Dev did not text: he is told who is asked to ring, as it goes on, and what is asked next sounds so."""

import pytest

from checkin import clock
from checkin.actions.give_back import refuse
from checkin.actions.text_person import text_to
from checkin.conversation.flows.gsm7 import parts
from checkin.storage import messages, people
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together
from tests.conftest import World, minutes
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept
from tests.journeys.test_hurt_by_text import pages_of

TUESDAY = "2026-10-20"
MISSED = "Dev did not answer: leave, due 09:15."
FIRST = "Hi Dev. We are asking Marcus to ring you."
TRYING = "Nobody has answered yet. We are trying {}. In danger? Ring 999."
CANNOT = "{} cannot. We are asking {} to ring you now. In danger? Ring 999."
PRIYA = "+447700900101"
BY_MARCUS = "Marcus will ring you now."


@pytest.fixture
def missed(world: World) -> World:
    """Dev answered nothing that morning: it is the minute in which it is missed."""
    world.go_to(f"{TUESDAY} 09:36")
    assert world.texts(DEV)[-1] == FIRST
    return world


def of_the_day(world: World, at: str) -> CheckInRow:
    """Return the check-in of that Tuesday that is due then."""
    (found,) = kept(world, CheckInRow, local_slot=f"{TUESDAY}T{at}")
    return found


def after(world: World) -> list[str]:
    """Return what Dev was told since the first text of it."""
    texts = world.texts(DEV)
    return texts[texts.index(FIRST) + 1 :]


def test_who_is_tried_next_is_said_and_then_who_took_it(missed: World):
    missed.go_to(f"{TUESDAY} 09:59")
    assert after(missed) == [TRYING.format("Jo")]

    Desk(missed, "marcus").take(MISSED)
    missed.settle()
    assert after(missed) == [TRYING.format("Jo"), BY_MARCUS]


def test_who_took_it_at_once_is_said_and_nobody_else_is_tried(missed: World):
    Phone(missed, MARCUS).arrives("ok")
    missed.go_to(f"{TUESDAY} 09:50")

    assert after(missed) == [BY_MARCUS]


def test_words_against_whoever_has_it_ring_others(missed: World):
    Phone(missed, MARCUS).arrives("ok")
    missed.settle()
    missed.sent.clear()
    Phone(missed).arrives("marcus left me here")
    missed.settle()

    assert {JO, LENA} <= {one.number for one in missed.sent}
    assert MARCUS not in {one.number for one in missed.sent}
    assert "Marcus" not in missed.texts(DEV)[-1]


def test_who_gave_it_back_after_that_is_not_left_standing(missed: World):
    missed.go_to(f"{TUESDAY} 09:56")
    phone = Phone(missed, MARCUS)
    phone.arrives("ok")
    phone.arrives("cant do it")

    assert after(missed)[1:] == [
        BY_MARCUS,
        CANNOT.format("Marcus", "Jo"),
    ]


def test_who_is_asked_in_place_of_who_cannot_is_said_twice_and_no_more(missed: World):
    for number in (MARCUS, JO, LENA, PRIYA):
        Phone(missed, number).arrives("cant do it")

    first, second = CANNOT.format("Marcus", "Jo"), CANNOT.format("Jo", "Lena and Priya")
    assert after(missed) == [first, second]


@pytest.mark.parametrize("ok", ["im ok", "ok", "im here"])
@pytest.mark.parametrize("taken", [False, True])
def test_an_ok_that_comes_late_is_for_what_he_missed_and_what_comes_next_still_asks(
    missed: World, ok: str, *, taken: bool
):
    if taken:
        Phone(missed, MARCUS).arrives("ok")
    Phone(missed).text(f"{TUESDAY} 09:50", ok)
    missed.go_to(f"{TUESDAY} 10:01")

    assert "Text OK" in missed.texts(DEV)[-1]
    leave, arrive = (of_the_day(missed, at) for at in ("09:15", "10:00"))
    assert (leave.state, leave.answered_late_at is not None) == ("missed", True)
    assert arrive.state == "asked"


@pytest.mark.parametrize("more", [("ok",), ("yes im fine on the bus now", "ok thanks")])
def test_the_ok_straight_behind_it_is_no_arrival(missed: World, more: tuple[str, ...]):
    Phone(missed).text(f"{TUESDAY} 09:45", "im ok")
    for words in more:
        Phone(missed).text(f"{TUESDAY} 09:46", words)
    missed.go_to(f"{TUESDAY} 10:01")

    assert "Text OK" in missed.texts(DEV)[-1]
    assert of_the_day(missed, "10:00").state == "asked"


def test_the_ok_after_that_may_come_early(missed: World):
    Phone(missed).text(f"{TUESDAY} 09:50", "im ok")
    Phone(missed).text(f"{TUESDAY} 09:55", "im here")

    assert of_the_day(missed, "10:00").state == "answered"


def test_once_it_is_closed_nothing_more_is_said_of_it(missed: World):
    marcus = Desk(missed, "marcus")
    marcus.take(MISSED)
    marcus.close("Spoke to them")
    missed.go_to(f"{TUESDAY} 09:59")

    assert not [one for one in after(missed) if "trying" in one or "asking" in one]


def test_after_stop_nothing_of_a_miss_is_said(missed: World):
    Phone(missed).arrives("STOP")
    so_far = after(missed)
    missed.go_to(f"{TUESDAY} 09:56")

    assert after(missed) == so_far


def test_what_is_asked_next_says_first_that_marcus_is_asked(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 09:55", "ok")
    missed.go_to(f"{TUESDAY} 10:01")

    assert after(missed)[-1] == (
        "Hi Dev. Marcus will ring you. Are you there? Text OK. Late? Text LATE 20."
    )


def test_while_nobody_has_it_what_is_asked_next_names_who_is_asked(missed: World):
    missed.go_to(f"{TUESDAY} 10:01")

    assert after(missed)[-1] == (
        "Hi Dev. We are asking Jo to ring you. Are you there? Text OK. Late? Text LATE 20."
    )


def test_each_of_them_is_one_text_of_one_part(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 09:55", "ok")
    missed.go_to(f"{TUESDAY} 10:01")

    assert [parts(one) for one in missed.texts(DEV)] == [1] * len(missed.texts(DEV))


def test_once_somebody_spoke_to_him_he_is_asked_as_ever(missed: World):
    marcus = Desk(missed, "marcus")
    marcus.take(MISSED)
    marcus.close("Spoke to them")
    missed.go_to(f"{TUESDAY} 10:01")

    assert after(missed)[-1] == "Hi Dev. Are you there? Text OK. Late? Text LATE 20."


@pytest.mark.parametrize("words", ["HELP", "pineapple", "call me"])
def test_a_reminder_that_waits_to_go_does_not_go_once_he_calls(world: World, words: str):
    world.go_to(f"{TUESDAY} 08:30")
    with world.app.app_context(), kept_together():
        dev, now = people.the_person(world.cast.dev), clock.now()
        waits = text_to(dev, "remind", {"name": "Dev"}, now, key="reminds")
        messages.put([waits._replace(not_before=now + minutes(1))])
    Phone(world).arrives(words)
    world.go_to(f"{TUESDAY} 08:35")

    assert not [one for one in world.texts(DEV) if "when you can" in one]


# A second one ------------------------------------------------------------------------------------


def test_of_a_second_miss_all_who_are_rung_are_named(missed: World):
    missed.go_to(f"{TUESDAY} 10:21")

    assert after(missed)[-1] == "Hi Dev. We are asking Jo and Marcus to ring you."


def test_of_a_second_miss_all_are_named_who_are_asked_in_place_of_two(missed: World):
    for number in (MARCUS, JO):
        Phone(missed, number).arrives("cant do it")
    missed.go_to(f"{TUESDAY} 10:21")
    assert after(missed)[-1] == "Hi Dev. We are asking Lena, Marcus and Priya to ring you."

    missed.go_to(f"{TUESDAY} 10:36")
    assert after(missed)[-1] == TRYING.format("Jo, Lena and Priya")


def test_of_a_second_miss_who_was_asked_of_one_that_lena_took_is_not_named(missed: World):
    missed.go_to(f"{TUESDAY} 10:12")
    Desk(missed, "lena").take(MISSED)
    missed.go_to(f"{TUESDAY} 10:21")

    assert after(missed)[-1] == "Hi Dev. We are asking Marcus to ring you."


def test_of_a_second_miss_who_cannot_do_the_first_is_not_named(missed: World):
    missed.go_to(f"{TUESDAY} 10:17")
    (first,) = (one for one in alerts(missed) if one.kind == "missed_checkin")
    with missed.app.app_context():
        for who in (missed.cast.jo, missed.cast.lena):
            refuse(first.id, who, clock.now())
    missed.go_to(f"{TUESDAY} 10:21")

    assert after(missed)[-1] == "Hi Dev. We are asking Marcus and Priya to ring you."


def test_who_cannot_do_one_is_not_named_as_asked_though_the_other_asks_them(missed: World):
    missed.go_to(f"{TUESDAY} 10:36")
    _, second = (one for one in alerts(missed) if one.kind == "missed_checkin")
    with missed.app.app_context():
        refuse(second.id, missed.cast.jo, clock.now())
    missed.settle()

    assert after(missed)[-1] == CANNOT.format("Jo", "Lena, Marcus and Priya")


def test_of_a_miss_beside_the_secret_word_nobody_is_named_for_that(missed: World):
    Phone(missed).arrives("pineapple")
    said = len(missed.texts(DEV))
    missed.go_to(f"{TUESDAY} 10:30")

    assert missed.texts(DEV)[said:] == []


def test_what_he_says_of_marcus_then_is_not_noted_where_marcus_reads_it(missed: World):
    words = ("its marcus", "marcus is weird with me")
    for number, one in enumerate(words):  # and the second time
        Phone(missed).text(f"{TUESDAY} 09:4{number}", one)

    assert "Marcus" not in missed.texts(DEV)[-1]
    for one in words:
        assert one not in pages_of(missed, "marcus")
        assert one in pages_of(missed, "jo")

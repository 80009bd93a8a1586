"""Staff ask Dev something in a talk that he keeps from Marcus: what he answers stays in that talk."""

import pytest

from checkin.storage.tables import AlertRow, CheckInRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps
from tests.journeys.test_hurt_by_text import last_text, pages_of, told

TUESDAY = "2026-10-20"
STATEMENT = "Did she take your statement?"
TOOK = "yes she took my statement about him"
COME = "Shall I come at 10 tomorrow?"
NOT_HIM = "yes come at 10 not him"
JO_HAS_WHAT_HE_TOLD = "Thank you for telling us. Jo has what you told us. In danger? Ring 999."


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, at half past ten: his first check-ins are answered."""
    world.go_to(f"{TUESDAY} 09:10")
    phone = Phone(world)
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:46", "ok")
    world.go_to(f"{TUESDAY} 10:30")
    world.sent.clear()
    return phone


def asks(world: World, who: str, words: str, at: str) -> None:
    """A member of staff asks it on the page of what he told."""
    world.go_to(f"{TUESDAY} {at}")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    desk = Desk(world, who)
    desk.open(f"/staff/check-ins/{row.id}")
    desk.press("/say", words=words)
    world.settle()
    world.sent.clear()


def hurts(world: World) -> AlertRow:
    (found,) = (one for one in alerts(world) if one.kind == "someone_hurt")
    return found


def closed_by_lena(world: World) -> None:
    lena, alert = Desk(world, "lena"), hurts(world)
    lena.open(f"/staff/alerts/{alert.id}")
    lena.press("/take")
    lena.open(f"/staff/alerts/{alert.id}")
    lena.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")
    world.settle()


def rung(world: World, number: str) -> list[str]:
    return [one.body for one in world.sent if one.number == number]


def test_what_only_may_be_a_cry_answers_who_asked_and_rings_nobody_it_is_kept_from(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    asks(world, "jo", STATEMENT, "10:40")
    for minute, words in ((42, TOOK), (44, "she took my phone as well")):  # and the second
        phone.text(f"{TUESDAY} 10:{minute}", words)
        assert rung(world, JO)[-1].startswith("NOW. Again: ")
        assert words in Desk(world, "jo").open(
            f"/staff/check-ins/{kept(world, CheckInRow, asks='tell_someone')[0].id}"
        )
    world.go_to(f"{TUESDAY} 10:50")

    assert MARCUS not in told(world)
    assert "took my" not in pages_of(world, "marcus")
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]


def test_where_it_was_closed_whoever_asked_is_told_soon_and_then_others_who_may(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    closed_by_lena(world)
    asks(world, "lena", STATEMENT, "10:45")
    phone.text(f"{TUESDAY} 10:46", TOOK)

    assert [one[:24] for one in rung(world, LENA)] == ["SOON. Dev answered Lena,"]
    asked = "We got your text. We are asking Lena to ring you. In danger? Ring 999."
    assert last_text(world) == asked
    world.go_to(f"{TUESDAY} 10:52")  # nobody took it
    assert JO in told(world)
    assert MARCUS not in told(world)
    met = pages_of(world, "marcus")
    for words in ("took my", "asking for somebody", asked):
        assert words not in met


def test_whoever_takes_that_is_named_to_him_and_on_no_page_of_who_it_is_kept_from(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    closed_by_lena(world)
    asks(world, "jo", STATEMENT, "10:45")
    phone.text(f"{TUESDAY} 10:46", TOOK)
    Phone(world, JO).text(f"{TUESDAY} 10:47", "ok got it")

    assert last_text(world) == "Jo will ring you now."
    assert "Jo will ring you now." not in pages_of(world, "marcus")
    phone.text(f"{TUESDAY} 10:48", "she has my letter too")
    assert rung(world, JO)[-1].startswith("SOON. Again: Dev answered Jo")


@pytest.mark.parametrize(
    "cry", ["help", "HELP ME she took my phone", "he took my phone and i cant breathe", "i fell"]
)
def test_a_cry_that_is_surely_one_is_a_call_for_all(phone: Phone, cry: str):
    world = phone.world
    phone.arrives("Marcus hit me")
    asks(world, "jo", STATEMENT, "10:40")
    phone.text(f"{TUESDAY} 10:42", cry)

    (call,) = (one for one in alerts(world) if one.kind == "help_or_not_ok")
    assert cry in str(call.what)


def test_call_me_in_answer_to_jo_is_jos(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    closed_by_lena(world)
    asks(world, "jo", "Shall we talk?", "10:45")
    phone.text(f"{TUESDAY} 10:46", "im scared of him")
    world.go_to(f"{TUESDAY} 11:00")

    assert JO in told(world)
    assert MARCUS not in told(world)
    assert "scared" not in pages_of(world, "marcus")


@pytest.mark.parametrize("first", ["help marcus hit me", "Marcus hit me"])
def test_while_a_call_is_open_what_answers_lena_is_no_word_of_it(phone: Phone, first: str):
    world = phone.world
    phone.arrives(first)
    if first == "Marcus hit me":
        phone.text(f"{TUESDAY} 10:31", "HELP")
    asks(world, "lena", COME, "10:40")
    for minute, words in ((41, NOT_HIM), (43, "bring my coat please")):  # and the second
        phone.text(f"{TUESDAY} 10:{minute}", words)
    world.go_to(f"{TUESDAY} 10:50")

    met = pages_of(world, "marcus")
    marcus = Desk(world, "marcus")
    for call in alerts(world):
        if call.kind == "help_or_not_ok":
            met += marcus.open(f"/staff/alerts/{call.id}")
            assert "coat" not in str(steps(world, call))
    for words in ("not him", "coat", "Lena has"):
        assert words not in met
    loops = [one for one in kept(world, LoopRow) if one.words in (NOT_HIM, "bring my coat please")]
    assert [bool(one.check_in_id) for one in loops] == [True, True]
    assert any(one.startswith("NOW. Again: ") for one in rung(world, LENA))


def test_words_after_a_later_call_are_for_who_acts_on_it(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    asks(world, "lena", COME, "10:40")
    phone.text(f"{TUESDAY} 10:41", "HELP")
    phone.text(f"{TUESDAY} 10:43", "i am by the library")

    (call,) = (one for one in alerts(world) if one.kind == "help_or_not_ok")
    assert "library" in str(steps(world, call))


def test_while_a_check_in_is_missed_what_answers_lena_stands_nowhere_else(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    world.go_to(f"{TUESDAY} 15:00")  # he was not heard from: somebody is told
    asks(world, "lena", COME, "15:05")
    phone.text(f"{TUESDAY} 15:06", NOT_HIM)
    world.go_to(f"{TUESDAY} 18:00")

    missed = [one for one in alerts(world) if one.kind == "missed_checkin"]
    assert missed
    assert "not him" not in str([(one.what, steps(world, one)) for one in missed])
    assert "not him" not in pages_of(world, "marcus")


def test_ok_with_words_to_what_was_asked_apart_stays_apart(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    world.go_to(f"{TUESDAY} 14:31")  # a checkpoint asks
    asks(world, "lena", "Is he gone?", "14:32")
    phone.text(f"{TUESDAY} 14:33", "ok he is gone")
    world.go_to(f"{TUESDAY} 18:00")

    assert "he is gone" not in pages_of(world, "marcus")
    assert "he is gone" not in str([one.what for one in alerts(world)])


@pytest.mark.parametrize("told", ["Marcus hit me", "help marcus hit me"])
def test_who_has_what_he_told_is_not_said_to_have_his_call_and_gives_it_back_aloud(
    phone: Phone, told: str
):
    world = phone.world
    phone.arrives(told)
    world.go_to(f"{TUESDAY} 10:33")
    jo = Desk(world, "jo")
    jo.open(f"/staff/alerts/{hurts(world).id}")
    jo.press("/take")
    phone.text(f"{TUESDAY} 10:34", "HELP")
    asks(world, "jo", COME, "10:35")
    phone.text(f"{TUESDAY} 10:35:30", NOT_HIM)

    assert last_text(world) == JO_HAS_WHAT_HE_TOLD
    world.go_to(f"{TUESDAY} 10:35:36")
    jo.open(f"/staff/alerts/{hurts(world).id}")
    jo.press("/give-back")
    world.settle()
    assert last_text(world).startswith("Jo cannot. We are telling Lena")
    assert "right thing" not in pages_of(world, "marcus")


def test_who_was_to_ring_him_and_cannot_is_said_though_he_calls_for_help(phone: Phone):
    world = phone.world
    phone.arrives("call me")
    Phone(world, MARCUS).text(f"{TUESDAY} 10:31", "ok got it")
    phone.text(f"{TUESDAY} 10:32", "HELP")
    asked_for, _ = alerts(world)
    world.sent.clear()
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/alerts/{asked_for.id}")
    marcus.press("/give-back")
    world.settle()

    assert last_text(world).startswith("Marcus cannot. We are asking ")


def test_of_an_open_talk_words_join_the_call_as_ever(phone: Phone):
    world = phone.world
    phone.arrives("help")
    phone.text(f"{TUESDAY} 10:31", "please hurry")

    (call,) = alerts(world)
    assert "please hurry" in str(steps(world, call))
    assert DEV not in told(world)


@pytest.mark.parametrize(("asker", "words"), [("jo", "lena did too"), ("lena", "it was you lena")])
def test_whoever_an_answer_names_reads_nothing_more_though_they_asked(
    phone: Phone, asker: str, words: str
):
    world = phone.world
    phone.arrives("Marcus hit me")
    asks(world, asker, "What happened?", "10:40")
    phone.text(f"{TUESDAY} 10:41", words)
    phone.text(f"{TUESDAY} 10:43", "it was in the kitchen")  # and the second
    world.go_to(f"{TUESDAY} 10:46")

    assert rung(world, LENA) == []
    assert JO in told(world)
    met = pages_of(world, "lena")
    for said in ("Marcus hit me", words, "kitchen"):
        assert said not in met


def test_to_greet_lena_who_asked_keeps_nothing_from_her(phone: Phone):
    world = phone.world
    phone.arrives("Marcus hit me")
    asks(world, "lena", COME, "10:40")
    phone.text(f"{TUESDAY} 10:41", "yes please lena")

    assert rung(world, LENA)[-1].startswith("NOW. Again: ")
    assert "yes please lena" in pages_of(world, "lena")

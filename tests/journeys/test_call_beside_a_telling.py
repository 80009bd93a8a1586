"""Dev calls for help while what he told of Marcus is open: what may be of Marcus is no word of the call.

Where the call rings only those of whom he told, others know of it at once.
"""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Send, Skip, Start
from checkin.example_people.people import SECRET_WORD
from checkin.storage.tables import AlertRow, CheckInRow, db
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps
from tests.journeys.test_answers_apart import asks
from tests.journeys.test_hurt_by_text import (
    BY_MARCUS,
    OUTSIDE,
    PRIYA,
    TUESDAY,
    hurts,
    last_text,
    pages_of,
    phone,
    told,
)

__all__ = ["phone"]

OF_HIM = ("its marcus", "im scared he is outside", "they are coming in")
CALLED = "Dev called for help at 10:34. It rings Lena and Marcus."


def tells_on_the_tablet(world: World) -> None:
    with world.app.app_context():
        row = begin(world.cast.dev, "tell_someone", "tablet", clock.now()).id
        words, marcus = OwnWordsGiven("he shouts at night", ()), Picked((world.cast.marcus,))
        for reply in (Start(), marcus, Picked(("hurt",)), words, Skip(), Skip(), Send()):
            take_answer(row, reply, clock.now())
        db.session.commit()
    world.settle()


def call(world: World) -> AlertRow:
    (found,) = (one for one in alerts(world) if one.kind == "help_or_not_ok")
    return found


@pytest.mark.parametrize("first", [BY_MARCUS, "on the tablet"])
def test_it_goes_on_with_the_telling_and_its_readers_are_told_now(phone: Phone, first: str):
    world = phone.world
    if first == "on the tablet":
        tells_on_the_tablet(world)
    else:
        phone.arrives(first)
    phone.text(f"{TUESDAY} 10:31", "HELP")
    for minute, words in enumerate(OF_HIM, start=32):
        world.sent.clear()
        phone.text(f"{TUESDAY} 10:{minute}", words)
        assert {LENA, JO} & told(world)
        assert MARCUS not in told(world)
        assert last_text(world).startswith("Thank you for telling us more.")

    (row,) = kept(world, CheckInRow, asks="tell_someone")
    page = Desk(world, "lena").open(f"/staff/check-ins/{row.id}")
    met = pages_of(world, "marcus") + Desk(world, "marcus").open(f"/staff/alerts/{call(world).id}")
    for words in OF_HIM:
        assert words in page
        assert words not in met
        assert words not in str((call(world).what, steps(world, call(world))))


def test_a_cry_that_names_him_rings_all_again_and_does_not_say_so(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    for minute in (31, 33):  # and the second time
        world.sent.clear()
        phone.text(f"{TUESDAY} 10:{minute}", "help marcus is here")
        assert {LENA, JO} & told(world)
        assert MARCUS not in told(world)

    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    assert "is here" not in pages_of(world, "marcus")


def test_what_is_of_nobody_it_is_kept_from_is_for_who_acts_on_the_call(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:31", "HELP")
    phone.text(f"{TUESDAY} 10:32", "i am by the library")

    assert "library" in str(steps(world, call(world)))


def test_once_it_is_closed_he_is_named_on_the_call_as_ever(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena = Desk(world, "lena")
    lena.take("Dev")
    lena.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")
    phone.text(f"{TUESDAY} 10:40", "HELP")
    phone.text(f"{TUESDAY} 10:42", "marcus is nice")

    assert "nice" in str(steps(world, call(world)))


@pytest.mark.parametrize(
    ("first", "then"), [("i am with marcus. im not", "ok"), ("it was his room im not", "ok")]
)
def test_a_cry_in_two_texts_of_which_the_first_is_of_the_telling_rings_and_does_not_say_it(
    phone: Phone, first: str, then: str
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:33:00", first)
    phone.text(f"{TUESDAY} 10:33:30", then)

    assert call(world).what == ['Dev: "ok"']
    met = pages_of(world, "marcus") + Desk(world, "marcus").open(f"/staff/alerts/{call(world).id}")
    assert first not in met


def test_what_answers_jo_apart_is_not_read_with_what_comes_right_after_it(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    asks(world, "jo", "What happened?", "10:40")
    phone.text(f"{TUESDAY} 10:42:00", "i was in my room and my door was")
    phone.text(f"{TUESDAY} 10:42:20", "help me")

    assert call(world).what == ['Dev: "help me"']
    assert "my door" not in pages_of(world, "marcus")


def test_while_nobody_can_tell_who_it_was_nobody_here_reads_a_name_on_the_call(phone: Phone):
    world = phone.world
    phone.arrives("he pushed me")
    phone.text(f"{TUESDAY} 10:31", "HELP")
    for minute, words in ((32, "its marcus"), (34, "help marcus is here")):
        phone.text(f"{TUESDAY} 10:{minute}", words)

        assert words not in str((call(world).what, steps(world, call(world))))
    for one in ("marcus", "lena", "jo"):
        met = pages_of(world, one)
        assert "its marcus" not in met
        assert "is here" not in met


def bodies(world: World, number: str) -> list[str]:
    return [one.body for one in world.sent if one.number == number]


def calls(phone: Phone, words: str = "HELP") -> None:
    """Let him call at 10:34, with nothing else on its way."""
    phone.world.go_to(f"{TUESDAY} 10:34")
    phone.world.sent.clear()
    phone.arrives(words)


def of_both(phone: Phone) -> World:
    """Let Dev tell of Marcus, then of Lena."""
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:33", "and lena did")
    return phone.world


def test_whoever_may_know_of_it_is_rung_on_it_and_those_outside(phone: Phone):
    world = of_both(phone)
    calls(phone)

    assert told(world) == {MARCUS, LENA, JO, PRIYA} | OUTSIDE
    for one in (JO, PRIYA):
        assert bodies(world, one)[0].startswith(f"NOW. {CALLED} Take it: ")
    assert CALLED in str(steps(world, hurts(world)[0]))
    assert CALLED in Desk(world, "jo").open(f"/staff/alerts/{hurts(world)[0].id}")


def test_whoever_it_is_kept_from_meets_the_call_alone(phone: Phone):
    world = of_both(phone)
    calls(phone)
    world.go_to(f"{TUESDAY} 12:00")

    for number, who in ((MARCUS, "marcus"), (LENA, "lena")):
        assert not any("It rings" in one for one in bodies(world, number))
        assert "It rings" not in pages_of(world, who)
        assert "hit me" not in pages_of(world, who)


def test_a_second_call_is_told_once_more_and_a_press_of_one_breath_is_not(phone: Phone):
    world = of_both(phone)
    calls(phone)
    phone.text(f"{TUESDAY} 10:34:05", "HELP")
    assert len(bodies(world, JO)) == 1
    phone.text(f"{TUESDAY} 10:34:40", "HELP")

    assert [one.count("called for help") for one in bodies(world, JO)] == [1, 1]


def test_while_one_of_those_rung_may_know_of_it_nobody_else_is_told(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    calls(phone)

    assert told(world) == {MARCUS, LENA}
    assert "It rings" not in str(steps(world, hurts(world)[0]))


def test_though_jo_has_it_and_marcus_takes_the_call(phone: Phone):
    world = of_both(phone)
    Phone(world, JO).arrives("ok got it")
    calls(phone)
    Phone(world, MARCUS).text(f"{TUESDAY} 10:34:20", "ok got it")

    assert told(world) >= {JO, PRIYA} | OUTSIDE
    assert hurts(world)[0].taken_by == world.cast.jo
    (outside,) = (one for one in alerts(world) if one.kind == "told_outside")
    assert outside.level == "now"
    assert outside.title == (
        "Dev calls for help. The call is with those from whom Dev keeps what was told."
    )


@pytest.mark.parametrize("words", ["he pushed me", "Priya and Marcus and Lena and Jo hurt me"])
def test_what_those_outside_have_already_is_told_them_there(phone: Phone, words: str):
    world = phone.world
    phone.arrives(words)
    calls(phone)

    assert told(world) == {MARCUS, LENA} | OUTSIDE
    assert {one.kind for one in alerts(world)} == {"someone_hurt", "help_or_not_ok"}


def test_the_secret_word_is_such_a_call(phone: Phone):
    world = of_both(phone)
    calls(phone, SECRET_WORD)

    assert told(world) >= {JO, PRIYA} | OUTSIDE


def test_of_a_telling_with_two_alerts_each_who_may_know_is_called_once(phone: Phone):
    world = phone.world
    with world.app.app_context():
        row = begin(world.cast.dev, "tell_someone", "tablet", clock.now()).id
        words, those = OwnWordsGiven("he shouts at night", ()), (world.cast.marcus, world.cast.lena)
        advocate = Picked(("advocate",))
        hurt = Picked(("hurt",))
        for reply in (Start(), Picked(those), hurt, words, Skip(), advocate, Send()):
            take_answer(row, reply, clock.now())
        db.session.commit()
    world.settle()
    calls(phone)

    assert {one.kind for one in alerts(world)} >= {"someone_hurt", "advocate_asked"}
    for one in (JO, PRIYA):
        assert [CALLED in each for each in bodies(world, one)] == [True]

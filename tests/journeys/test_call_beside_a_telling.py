"""Dev calls for help while what he told of Marcus is open: what may be of Marcus is no word of the call."""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Send, Skip, Start
from checkin.storage.tables import AlertRow, CheckInRow, db
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps
from tests.journeys.test_answers_apart import asks
from tests.journeys.test_hurt_by_text import BY_MARCUS, TEN, TUESDAY, last_text, pages_of, told

OF_HIM = ("its marcus", "im scared he is outside", "they are coming in")


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a Tuesday at half past ten."""
    world.go_to(f"{TUESDAY} 09:10")
    phone = Phone(world)
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:46", "ok")
    world.go_to(TEN)
    world.sent.clear()
    return phone


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


@pytest.mark.parametrize("first", [BY_MARCUS, "help marcus hit me", "on the tablet"])
def test_it_goes_on_with_the_telling_and_its_readers_are_told_now(phone: Phone, first: str):
    world = phone.world
    if first == "on the tablet":
        tells_on_the_tablet(world)
    else:
        phone.arrives(first)
    if first != "help marcus hit me":
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

    assert call(world).what == ["By text."]
    met = pages_of(world, "marcus") + Desk(world, "marcus").open(f"/staff/alerts/{call(world).id}")
    assert "is here" not in met


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

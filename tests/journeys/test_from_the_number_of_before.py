"""Dev's phone was changed by Marcus, and checked by Jo: a cry from the number he had is his still."""

from datetime import timedelta

from checkin import clock
from checkin.actions.add_staff import add_staff
from checkin.actions.change_phone import change_phone_of_person
from checkin.actions.own_phones import check_phone
from checkin.storage import people
from checkin.storage.tables import HouseRow, PhoneChangeRow, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_phone_staff_wrote_down import OTHER, checked, write_down

GROUP_DAYS = ("sat",)  # Dev stays at home

FROM_BEFORE = (
    "From the number Dev had until 09:00, when Marcus changed it. Ring there: 07700 900001."
)
NOBODYS = "/staff/texts-from-nobody"


def changed(world: World) -> None:
    """Let Marcus write down another phone for Dev, and Jo check it."""
    write_down(world)
    checked(world)


def another_house(world: World) -> None:
    """Add a house with a manager of its own, Else."""
    with world.app.app_context(), kept_together():
        house = HouseRow(id=new_id(), name="Another house")
        people.put(house)
        add_staff(
            "else@willow-court.example", "Someone Else", "Else", "manager", house.id, PASSWORD,
            clock.now(),
        )  # fmt: skip


def test_help_from_the_number_of_before_rings_all_who_lead_but_who_changed_it(world: World):
    changed(world)
    Phone(world).text("2026-10-19 09:10", "HELP")

    (call,) = alerts(world)
    assert (call.kind, call.person_id) == ("help_or_not_ok", world.cast.dev)
    rung = {one.number for one in world.sent if one.channel == "call"}
    assert {JO, LENA} <= rung
    assert MARCUS not in rung
    assert "to ring you" in world.texts(DEV)[-1]
    assert FROM_BEFORE in Desk(world, "jo").open(f"/staff/alerts/{call.id}")


def test_how_it_goes_on_is_told_where_the_cry_came_from(world: World):
    changed(world)
    Phone(world).text("2026-10-19 09:10", "HELP")
    (call,) = alerts(world)
    jo = Desk(world, "jo")
    jo.open(f"/staff/alerts/{call.id}")
    jo.press("/take")
    world.settle()

    assert world.texts(DEV)[-1] == "Jo will ring you now."
    assert world.texts(OTHER) == []


def test_a_second_cry_from_it_joins_the_first(world: World):
    changed(world)
    phone = Phone(world)
    phone.text("2026-10-19 09:10", "HELP")
    phone.text("2026-10-19 09:30", "help me please")

    assert len(alerts(world)) == 1
    assert sum("to ring you" in one for one in world.texts(DEV)) >= 2


def test_a_hurt_told_from_it_is_a_telling_of_his(world: World):
    changed(world)
    Phone(world).text("2026-10-19 09:10", "marcus hit me")

    (call,) = alerts(world)
    assert call.kind == "someone_hurt"
    assert "You did the right thing to tell us." in world.texts(DEV)[-1]
    assert FROM_BEFORE in Desk(world, "jo").open(f"/staff/alerts/{call.id}")


def test_more_of_a_hurt_from_it_stands_with_what_he_told(world: World):
    phone = Phone(world)
    phone.arrives("marcus hit me")
    world.go_to("2026-10-19 09:05")
    changed(world)
    phone.text("2026-10-19 09:10", "he did it again")

    assert "Thank you for telling us more." in world.texts(DEV)[-1]
    assert "he did it again" not in Desk(world, "marcus").open(NOBODYS)


def test_other_words_from_it_are_read_by_another_than_who_changed_it(world: World):
    changed(world)
    Phone(world).text("2026-10-19 09:10", "on the bus now")

    (task,) = (one for one in alerts(world, task=True) if one.kind == "from_before")
    assert task.for_staff == world.cast.jo
    assert "on the bus now" in Desk(world, "jo").open(NOBODYS)
    assert "when Marcus changed it" in Desk(world, "jo").open(NOBODYS)
    assert "on the bus now" not in Desk(world, "marcus").open(NOBODYS)
    another_house(world)
    assert "on the bus now" not in Desk(world, "else").open(NOBODYS)


def test_words_that_name_who_reads_them_are_read_by_another(world: World):
    Phone(world, "+447700900999").arrives("marcus took my money")

    assert "took my money" in Desk(world, "jo").open(NOBODYS)
    assert "took my money" not in Desk(world, "marcus").open(NOBODYS)


def test_after_a_month_the_number_of_before_is_nobodys(world: World):
    with world.app.app_context():
        then = clock.now() - timedelta(days=31)
        change_phone_of_person(world.cast.dev, OTHER, then, staff_id=world.cast.marcus)
        check_phone(kept(world, PhoneChangeRow)[0].id, world.cast.dev, world.cast.jo, then)
    Phone(world).arrives("HELP")

    (call,) = alerts(world)
    assert call.person_id is None
    assert "It may be Dev: this was their number before." in call.what


def test_his_secret_word_from_it_is_heard_and_given_away_to_nobody(world: World):
    changed(world)
    Phone(world).text("2026-10-19 09:10", "can u get pineapple for tea")

    assert [one.kind for one in alerts(world)] == ["agreed_word"]
    assert "pineapple" not in Desk(world, "marcus").open(NOBODYS)
    assert "Ring 999" not in world.texts(DEV)[-1]


def test_who_asks_to_be_rung_from_it_is(world: World):
    changed(world)
    Phone(world).text("2026-10-19 09:10", "call me")

    assert [one.kind for one in alerts(world)] == ["person_asked_for"]
    assert "to ring you" in world.texts(DEV)[-1]

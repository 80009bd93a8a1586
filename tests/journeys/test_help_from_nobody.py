"""HELP comes from a number that nobody here has: whoever is on call is rung, and who texted reads who."""

from datetime import timedelta

from checkin.actions.answered_often import MOST_AN_HOUR
from checkin.storage import people
from checkin.storage.record_check import faults
from checkin.storage.tables import AlertRow, AlertStepRow, HouseRow, PersonRow, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept
from tests.journeys.test_from_the_number_of_before import another_house

GROUP_DAYS = ("sat",)  # Dev stays at home

NOBODYS, NEAR_DEV = "+447700900999", "+447700900011"
MORNING = "2026-10-19 09:10"
ASKED = "We do not know your number. We are asking {} to ring you. In danger? Ring 999."
HAS_IT = "We do not know your number. Marcus has it, and will ring you. In danger? Ring 999."
TITLE = "Somebody at 07700 900999 asked for help. We do not know the number."
ITS_PAGE = "/staff/alerts/{}"


def rung(world: World) -> set[str]:
    return {one.number for one in world.sent if one.channel == "call"}


def text(world: World, words: str, at: str = MORNING, number: str = NOBODYS) -> None:
    Phone(world, number).text(at, words)


def page_of(world: World, who: str, alert: AlertRow) -> str:
    return Desk(world, who).open(ITS_PAGE.format(alert.id))


def page_of_nobody(world: World, who: str, alert: AlertRow) -> str:
    """Return what somebody reads at its address to whom it is not there."""
    answer = Desk(world, who).client.get(ITS_PAGE.format(alert.id))
    assert answer.status_code == 404
    return answer.get_data(as_text=True)


def test_whoever_is_on_call_is_rung_and_the_number_reads_who(world: World):
    text(world, "help im lost")

    (call,) = alerts(world)
    assert (call.kind, call.person_id, call.from_number) == ("help_from_nobody", None, NOBODYS)
    assert MARCUS in rung(world)
    assert world.texts(NOBODYS) == [ASKED.format("Jo and Marcus")]
    assert world.texts(DEV) == []


def test_its_page_says_the_words_and_the_number_and_no_guess(world: World):
    text(world, "help im lost")

    (call,) = alerts(world)
    page = page_of(world, "marcus", call)
    assert TITLE in page
    assert "Texted: help im lost" in page
    assert "We found nobody whose it may be." in page
    assert "It may be" not in page
    assert TITLE in Desk(world, "marcus").open("/staff/")


def test_a_number_one_digit_off_says_that_it_may_be_dev_and_is_his_by_nothing(world: World):
    text(world, "HELP", number=NEAR_DEV)

    (call,) = alerts(world)
    assert "It may be Dev: their number differs by one digit." in page_of(world, "jo", call)
    assert call.person_id is None
    assert "asked for help" not in Desk(world, "jo").open(f"/staff/people/{world.cast.dev}")


def test_words_that_name_him_say_that_it_may_be_dev(world: World):
    text(world, "help its dev")

    (call,) = alerts(world)
    assert "It may be Dev: the words name them." in page_of(world, "jo", call)


def test_taken_logged_and_closed_it_ends_as_every_alert(world: World):
    text(world, "HELP")
    marcus = Desk(world, "marcus")
    marcus.take(TITLE)
    world.go_to("2026-10-19 09:12")
    marcus.log("rang", "Rang the number.")
    marcus.close("Spoke to them", "A wrong number.")
    world.settle()

    (call,) = alerts(world)
    assert (call.state, call.outcome, call.person_id) == ("closed", "Spoke to them", None)
    world.sent.clear()
    world.go_to("2026-10-19 11:00")
    assert rung(world) == set()


def test_whoever_has_it_says_that_it_was_dev_and_then_it_is_his(world: World):
    text(world, "HELP", number=NEAR_DEV)
    marcus = Desk(world, "marcus")
    marcus.take(alerts(world)[0].title)
    world.go_to("2026-10-19 09:12")
    marcus.press("/whose", person=world.cast.dev)

    (call,) = alerts(world)
    assert call.person_id == world.cast.dev
    assert call.from_number == NEAR_DEV
    assert "It was Dev." in marcus.words
    assert "page" in marcus.words
    assert [one.words for one in kept(world, AlertStepRow, kind="note")] == ["It was Dev."]
    with world.app.app_context():
        assert list(faults()) == []


def test_said_a_second_time_that_it_was_somebody_else_it_stays_devs(world: World):
    text(world, "HELP")
    marcus, late = Desk(world, "marcus"), Desk(world, "marcus")
    marcus.take(TITLE)
    late.open(ITS_PAGE.format(alerts(world)[0].id))
    marcus.press("/whose", person=world.cast.dev)
    late.press("/whose", person=world.cast.ana)

    assert alerts(world)[0].person_id == world.cast.dev


def test_help_again_joins_it_and_rings_whoever_has_it_again(world: World):
    text(world, "HELP")
    Desk(world, "marcus").take(TITLE)
    world.sent.clear()
    text(world, "help me", at="2026-10-19 09:14")

    (call,) = alerts(world)
    assert rung(world) == {MARCUS}
    assert world.texts(NOBODYS) == [HAS_IT]
    assert call.what[0] == "Texted: help me"


def test_who_has_it_and_does_nothing_once_it_came_again_is_not_all_who_is_rung(world: World):
    text(world, "HELP")
    Desk(world, "marcus").take(TITLE)
    text(world, "help me", at="2026-10-19 09:14")
    world.sent.clear()
    world.go_to("2026-10-19 09:17")

    assert rung(world) - {MARCUS}


def test_call_me_again_texts_whoever_is_on_call_again(world: World):
    text(world, "please call me")
    world.sent.clear()
    text(world, "call me", at="2026-10-19 09:12")

    assert len(alerts(world)) == 1
    assert world.texts(MARCUS)


def test_whoever_is_rung_takes_it_by_text(world: World):
    text(world, "HELP")
    Phone(world, MARCUS).text("2026-10-19 09:11", "ok")

    (call,) = alerts(world)
    assert call.taken_by == world.cast.marcus
    assert TITLE.removesuffix(" We do not know the number.") in world.texts(MARCUS)[-1]


def test_beside_a_call_of_devs_it_is_one_of_two_and_dev_is_his(world: World):
    text(world, "HELP")
    Phone(world).text("2026-10-19 09:11", "HELP")
    marcus = Phone(world, MARCUS)
    marcus.text("2026-10-19 09:12", "cant do it")
    assert "and the name" not in world.texts(MARCUS)[-1]  # one of them has none
    marcus.text("2026-10-19 09:13", "ok dev")

    assert {one.kind: one.taken_by for one in alerts(world)} == {
        "help_from_nobody": None,
        "help_or_not_ok": world.cast.marcus,
    }


def test_nobody_takes_it_and_it_goes_on_until_everybody_is_rung(world: World):
    text(world, "HELP")
    world.go_to("2026-10-19 09:45")

    assert {MARCUS, JO, LENA} <= rung(world)


def test_sixty_of_them_in_a_minute_are_one_alert_and_no_storm(world: World):
    at = london(MORNING)
    for number in range(60):
        text(world, "HELP", at=str((at + timedelta(seconds=number)).replace(tzinfo=None)))

    (call,) = alerts(world)
    assert len(kept(world, AlertStepRow, alert_id=call.id, kind="again")) == 59
    assert len(world.texts(NOBODYS)) <= MOST_AN_HOUR + 1
    assert len([one for one in world.sent if one.channel == "call"]) < 30


def test_call_me_texts_whoever_is_on_call_and_help_after_it_rings(world: World):
    text(world, "please call me")
    assert [one.level for one in alerts(world)] == ["soon"]
    assert world.texts(MARCUS)
    text(world, "HELP", at="2026-10-19 09:11")

    assert [one.level for one in alerts(world)] == ["soon", "now"]
    assert MARCUS in rung(world)


def test_words_that_call_for_nobody_raise_nothing(world: World):
    text(world, "see you at the shop")

    assert alerts(world) == []
    assert world.texts(NOBODYS) == []


def test_whom_the_words_tell_of_meets_nothing_of_it(world: World):
    world.go_to("2026-10-19 09:09")
    before = Desk(world, "marcus").open("/staff/")
    text(world, "help marcus is hitting me")

    (call,) = alerts(world)
    assert call.tells_of == [world.cast.marcus]
    assert MARCUS not in rung(world)
    assert world.texts(MARCUS) == []
    assert rung(world)
    assert "Marcus" not in world.texts(NOBODYS)[-1]
    assert Desk(world, "marcus").open("/staff/") == before
    assert "hitting me" not in page_of_nobody(world, "marcus", call)
    assert "hitting me" in page_of(world, "jo", call)
    world.go_to("2026-10-19 11:00")
    assert MARCUS not in rung(world)


def test_help_that_names_him_after_help_that_named_nobody_stands_apart(world: World):
    text(world, "HELP")
    Desk(world, "marcus").take(TITLE)
    world.sent.clear()
    text(world, "help marcus is hitting me", at="2026-10-19 09:14")

    first, second = alerts(world)
    assert MARCUS not in rung(world)
    assert rung(world)
    assert "hitting me" not in page_of(world, "marcus", first)
    assert second.taken_by is None


def test_where_it_may_be_nobodys_every_house_is_told_and_each_has_its_own(world: World):
    another_house(world)
    text(world, "HELP")

    assert len({one.house_id for one in alerts(world)}) == 2
    assert TITLE in Desk(world, "else").open("/staff/")
    assert TITLE in Desk(world, "jo").open("/staff/")


def test_a_house_where_nobody_works_is_not_told(world: World):
    with world.app.app_context(), kept_together():
        people.put(HouseRow(id=new_id(), name="An empty house"))
    text(world, "HELP")

    assert len(alerts(world)) == 1


def test_help_after_words_that_told_of_marcus_does_not_ring_him_first(world: World):
    text(world, "help marcus is hitting me")
    world.sent.clear()
    text(world, "HELP", at="2026-10-19 09:11")

    assert len(alerts(world)) == 2
    assert rung(world)
    assert MARCUS not in rung(world)


def test_help_again_where_marcus_has_it_rings_others_once_the_number_told_of_him(world: World):
    text(world, "HELP")
    Desk(world, "marcus").take(TITLE)
    text(world, "help marcus is hitting me", at="2026-10-19 09:14")
    world.sent.clear()
    text(world, "HELP", at="2026-10-19 09:18")

    assert rung(world)
    assert MARCUS not in rung(world)
    assert "Marcus" not in world.texts(NOBODYS)[-1]


def test_where_it_may_be_devs_his_house_alone_is_told(world: World):
    another_house(world)
    text(world, "HELP", number=NEAR_DEV)

    (call,) = alerts(world)
    (dev,) = kept(world, PersonRow, id=world.cast.dev)
    assert call.house_id == dev.house_id


def test_it_is_on_the_list_of_texts_from_nobody_too(world: World):
    text(world, "help im lost")

    assert "help im lost" in Desk(world, "jo").open("/staff/texts-from-nobody")

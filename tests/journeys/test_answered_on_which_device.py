"""What Ana answers to words of staff keeps on which device she wrote it, as her answers do."""

from checkin import clock
from checkin.actions.own_devices import not_mine
from checkin.storage.tables import AnswerRow, AnswerToStaffRow, CheckInRow, HelpPressRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_from_which_device import NOT_HERS
from tests.journeys.test_own_devices import HARD, known
from tests.journeys.test_turned_away_while_she_writes import KEPT, turns_away
from tests.journeys.test_whose_device import the_phone

GROUP_DAYS = ("sat",)  # Dev stays at home
CAKE = "i want lemon cake for tea"


def asks(world: World, words: str) -> None:
    """Lena says something to Ana, in no check-in."""
    desk = Desk(world, "lena")
    desk.open(f"/staff/people/{world.cast.ana}/texts")
    desk.press("/say", words=words)


def comes_to_answer(tablet: Tablet) -> None:
    tablet.open("/tablet/my-page")
    tablet.follow("Lena says something to you")
    tablet.follow("Answer Lena")
    tablet.follow("Write")


def answers(tablet: Tablet, words: str) -> str:
    comes_to_answer(tablet)
    return tablet.press("", words=words)


def test_a_call_in_an_answer_says_where_it_was_written(world: World, tablet: Tablet):
    asks(world, "How are you?")
    answers(tablet, "help im not safe")

    assert len(kept(world, HelpPressRow)) == 1
    assert "Wrote it on Tablet in the lounge at" in Desk(world, "marcus").open("/staff/")


def test_a_second_answer_says_so_too(world: World, tablet: Tablet):
    for words in ("help im not safe", "help please help me now"):
        asks(world, f"How are you? {words[-3:]}")
        answers(tablet, words)

    assert [bool(one.device_id) for one in kept(world, AnswerToStaffRow)] == [True, True]
    assert len(kept(world, HelpPressRow)) == 2


def test_of_one_that_she_says_is_not_hers_staff_read_so(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    asks(world, "What would you like?")
    answers(own, CAKE)
    said = f"/staff/people/{world.cast.ana}/said"
    assert "From Ana's phone" not in Desk(world, "jo").open(said)
    with world.app.app_context():
        not_mine(world.cast.ana, the_phone(world).id, clock.now())

    assert NOT_HERS in Desk(world, "jo").open(said)
    assert CAKE in Desk(world, "jo").open(said)


def test_a_hurt_told_in_an_answer_keeps_it(world: World, tablet: Tablet):
    asks(world, "How are you?")
    answers(tablet, f"{HARD}. marcus hit me")

    (told,) = kept(world, CheckInRow, asks="tell_someone")
    on = {one.device_id for one in kept(world, AnswerRow, check_in_id=told.id)}
    assert on == {told.device_id}
    assert told.device_id


def test_turned_away_while_she_answers_her_answer_is_kept(world: World, tablet: Tablet):
    asks(world, "What would you like?")
    comes_to_answer(tablet)
    turns_away(world)
    tablet.press("", words=CAKE)

    assert KEPT in tablet.words
    assert [one.words for one in kept(world, AnswerToStaffRow)] == [CAKE]


def test_an_hour_later_it_is_given_back_and_said_not_to_be_kept(world: World, tablet: Tablet):
    asks(world, "What would you like?")
    comes_to_answer(tablet)
    turns_away(world)
    world.go_to("2026-10-19 16:01")
    tablet.press("", words=CAKE, status=400)

    assert "Your words are not kept." in tablet.words
    assert CAKE in tablet.page.html
    assert kept(world, AnswerToStaffRow) == []

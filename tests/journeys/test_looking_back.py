"""What is agreed looks back on Dev's own past each time it is read, on his page and on the staff's."""

from datetime import timedelta

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.actions.look_back import look_back
from checkin.agreements.looking_back import NO_ANSWERS, NO_CHECK_INS
from checkin.agreements.threshold import FeelingRun, MissedCheckIn
from checkin.storage import agreements
from checkin.storage.tables import CheckInRow, db
from tests.conftest import World, minutes
from tests.journeys.doors import Desk, Phone, Tablet

MISSED = "If we wait 20 minutes, we would have rung you {} time"


def group_days(world: World) -> tuple[str, str]:
    """Return the agreement about Dev's texts, and its version."""
    with world.app.app_context():
        found = agreements.agreements_of(world.cast.dev, clock.now())
        one = next(one for one in found if one.agreement.key == "dev-group-days")
        return one.id, one.version_id


def test_dev_reads_that_there_is_nothing_to_look_back_on_and_then_what_there_is(world: World):
    agreement, version = group_days(world)
    own = Tablet(world, world.cast.devs_phone)
    address = f"/tablet/agreements/{version}"
    assert "There are no check-ins to look back on yet." in own.open(address)
    assert "You have not asked for help yet" in own.words

    world.go_to("2026-10-20 09:40")
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())

    first = own.open(address)
    assert MISSED.format(1) in first
    assert "You asked for help 1 time. We would have rung you 1 time." in first
    assert MISSED.format(1) in Desk(world, "priya").open(f"/staff/agreements/{agreement}")


def test_on_a_tablet_of_many_nothing_is_said_of_the_word(world: World):
    _, version = group_days(world)
    own = Tablet(world, world.cast.devs_phone)
    assert "said the word" in own.open(f"/tablet/agreements/{version}")

    of_many = Tablet(world, world.cast.house_tablet, world.cast.dev)

    assert "Looking back" in of_many.open(f"/tablet/agreements/{version}")
    assert "said the word" not in of_many.words


def devs(world: World):
    """Return the agreement about his group days."""
    found = agreements.agreements_of(world.cast.dev, clock.now())
    return next(one for one in found if one.agreement.key == "dev-group-days")


def test_an_answer_that_came_late_came(world: World):
    world.go_to("2026-10-20 09:40")  # nobody answered at 09:15
    with world.app.app_context():
        row = db.session.query(CheckInRow).filter_by(state="missed", person_id=world.cast.dev).one()
        row.answered_late_at = row.due_at + minutes(40)
        db.session.commit()
        one = devs(world)
        missed = (MissedCheckIn(),)
        hour = one.agreement.model_copy(update={"thresholds": missed, "missed_after_minutes": 60})
        (said,) = look_back(hour, {one.version_id}, clock.now())

    assert "we would not have rung you" in said


def test_who_asked_for_help_again_while_it_was_open_asked_twice(world: World):
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())
        call_for_help(world.cast.dev, clock.now() + minutes(1))
        one = devs(world)
        said = look_back(one.agreement, {one.version_id}, clock.now() + minutes(2))

    assert any("You asked for help 2 times." in each for each in said)


def test_what_was_answered_more_than_twelve_weeks_ago_counts_nothing(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    for press in ("good", "all"):
        tablet.pick(press)
    tablet.do("send")
    tablet.pick("self")
    with world.app.app_context():
        one = agreements.agreements_of(world.cast.ana, clock.now())[0]
        feeling = FeelingRun(steps=("my_morning_daily.daily_how",), mark="not good")
        agreed = one.agreement.model_copy(update={"thresholds": (feeling,)})
        now, later = (
            look_back(agreed, {one.version_id}, clock.now() + timedelta(weeks=each))
            for each in (0, 13)
        )

    assert now != (NO_ANSWERS,)
    assert later == (NO_ANSWERS,)


def test_check_ins_of_another_agreement_are_not_looked_back_on(world: World):
    world.go_to("2026-10-20 09:40")
    with world.app.app_context():
        agreed = devs(world).agreement.model_copy(update={"thresholds": (MissedCheckIn(),)})

        assert look_back(agreed, {"another"}, clock.now()) == (NO_CHECK_INS,)


def test_texts_that_join_a_call_for_help_are_not_more_of_them(world: World):
    _, version = group_days(world)
    world.go_to("2026-10-20 09:40")
    phone = Phone(world)
    phone.arrives("HELP")
    for at, words in (("09:41", "im at the bus stop"), ("09:42", "its cold"), ("09:43", "HELP")):
        phone.text(f"2026-10-20 {at}", words)

    own = Tablet(world, world.cast.devs_phone)

    page = own.open(f"/tablet/agreements/{version}")
    assert "You asked for help 2 times. We would have rung you 2 times." in page


def test_two_presses_of_one_breath_are_one_call(world: World):
    _, version = group_days(world)
    world.go_to("2026-10-20 09:40")
    with world.app.app_context():
        for second in (0, 5, 14):
            call_for_help(world.cast.dev, clock.now() + timedelta(seconds=second))

    page = Tablet(world, world.cast.devs_phone).open(f"/tablet/agreements/{version}")

    assert "You asked for help 1 time. We would have rung you 1 time." in page

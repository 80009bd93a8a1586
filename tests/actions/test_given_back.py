"""Marcus took a call for help and cannot do it: somebody else is told at once, and he no more."""

from checkin.actions.call_for_help import call_for_help
from checkin.actions.give_back import give_back, refuse
from checkin.actions.take_alert import Taken, take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.storage import alert_steps, alerts
from tests.actions.test_the_second_of_two import NOON, help_of_dev, kinds, told
from tests.conftest import World, minutes


def given_back(world: World) -> str:
    """Marcus takes Dev's call and gives it back a minute later; return the alert."""
    alert_id = help_of_dev(world)
    take_alert(alert_id, world.cast.marcus, NOON)
    give_back(alert_id, world.cast.marcus, NOON + minutes(1))
    return alert_id


def whom(alert_id: str, before: int) -> list[str | None]:
    """Return who was told since there were so many messages."""
    return [one for one, _ in told(alert_id)[before:]]


def test_when_marcus_gives_it_back_the_next_one_is_told_at_once(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        take_alert(alert_id, world.cast.marcus, NOON)
        before = len(told(alert_id))

        next_told = give_back(alert_id, world.cast.marcus, NOON + minutes(1))

        assert next_told
        assert whom(alert_id, before) == [one.id for one in next_told]
        assert world.cast.marcus not in whom(alert_id, before)
        row = alerts.the_alert(alert_id)
        assert (row.state, row.step, row.taken_by) == ("open", 1, None)
        assert kinds(alert_id)[-2:] == ["given_back", "telling"]


def test_given_back_twice_is_told_once(world: World) -> None:
    with world.app.app_context():
        alert_id = given_back(world)
        before, step = len(told(alert_id)), alerts.the_alert(alert_id).step

        again = give_back(alert_id, world.cast.marcus, NOON + minutes(2))

        assert again is None
        assert whom(alert_id, before) == []
        assert kinds(alert_id).count("given_back") == 1
        assert alerts.the_alert(alert_id).step == step


def test_given_back_it_goes_past_a_step_where_jo_alone_is_named_who_cannot(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        refuse(alert_id, world.cast.jo, NOON)
        take_alert(alert_id, world.cast.marcus, NOON)

        give_back(alert_id, world.cast.marcus, NOON + minutes(1))

        assert alerts.the_alert(alert_id).step > 1


def test_an_old_press_takes_nothing_from_lena_who_has_it_now(world: World) -> None:
    with world.app.app_context():
        alert_id = given_back(world)
        assert isinstance(take_alert(alert_id, world.cast.lena, NOON + minutes(2)), Taken)

        give_back(alert_id, world.cast.marcus, NOON + minutes(3))

        assert alerts.the_alert(alert_id).taken_by == world.cast.lena


def test_a_second_help_rings_those_told_since_and_not_marcus(world: World) -> None:
    with world.app.app_context():
        alert_id = given_back(world)
        before = len(told(alert_id))

        call_for_help(world.cast.dev, NOON + minutes(2))

        assert whom(alert_id, before)
        assert world.cast.marcus not in whom(alert_id, before)


def test_it_goes_up_the_ladder_as_long_as_nobody_takes_it(world: World) -> None:
    with world.app.app_context():
        alert_id = given_back(world)

        for later in range(2, 40, 4):
            before = len(told(alert_id))
            tell_next_contact(NOON + minutes(later))
            assert world.cast.marcus not in whom(alert_id, before)

        assert alert_steps.who_cannot([alert_id])[alert_id] == {world.cast.marcus}
        assert alerts.the_alert(alert_id).step > 2


def test_who_gave_it_back_at_the_last_step_is_not_rung_again_while_another_can(
    world: World,
) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        for later in (3, 6):  # past Jo alone, to all managers
            tell_next_contact(NOON + minutes(later))
        take_alert(alert_id, world.cast.jo, NOON + minutes(7))
        others = give_back(alert_id, world.cast.jo, NOON + minutes(8)) or []
        before = len(told(alert_id))

        call_for_help(world.cast.dev, NOON + minutes(9))
        again = whom(alert_id, before)
        tell_next_contact(NOON + minutes(20))

        assert {one.called for one in others} == {"Priya", "Marcus", "Lena"}
        assert set(again) == set(whom(alert_id, before)) == {one.id for one in others}
        assert world.cast.jo not in again

"""Marcus is told of a call for help and cannot: whoever else was told has it, or the next one."""

from concurrent.futures import ThreadPoolExecutor

from checkin.actions.give_back import give_back, refuse
from checkin.actions.take_alert import Taken, take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.storage import alerts
from checkin.storage import staff as staff_kept
from checkin.storage.transaction import kept_together
from tests.actions.test_given_back import whom
from tests.actions.test_the_second_of_two import NOON, help_of_dev, kinds, told
from tests.conftest import World, minutes


def asked(world: World, alert_id: str, who: str, minute: float = 1) -> tuple[str, list[str]]:
    """Let one who was told refuse it; return when the others are asked, and who they are."""
    found = refuse(alert_id, getattr(world.cast, who), NOON + minutes(minute))
    assert found
    return found.when, [one.called for one in found.staff]


def test_the_last_who_could_sends_it_on_at_once(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        before = len(told(alert_id))

        assert asked(world, alert_id, "marcus") == ("before", ["Lena"])
        assert whom(alert_id, before) == []

        assert asked(world, alert_id, "lena") == ("now", ["Jo"])
        assert whom(alert_id, before) == [world.cast.jo]
        assert (alerts.the_alert(alert_id).state, alerts.the_alert(alert_id).step) == ("open", 1)


def test_refused_twice_it_is_told_once(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        for who in (world.cast.marcus, world.cast.lena):
            refuse(alert_id, who, NOON + minutes(1))
        before = len(told(alert_id))

        again = asked(world, alert_id, "marcus", 2)

        assert again == ("already", ["Jo"])
        assert whom(alert_id, before) == []
        assert kinds(alert_id).count("given_back") == 2


def test_when_all_refused_it_is_said_who_is_told_again_and_they_are(world: World) -> None:
    with world.app.app_context():
        with kept_together():
            for outside in (world.cast.safeguarding, world.cast.advocacy):
                staff_kept.change(outside, active=False)
        alert_id = help_of_dev(world)
        for who in ("marcus", "lena", "jo"):
            asked(world, alert_id, who)
        before = len(told(alert_id))

        last = asked(world, alert_id, "priya", 2)
        again = asked(world, alert_id, "priya", 2.5)
        for minute in range(3, 20):
            tell_next_contact(NOON + minutes(minute))

        assert last == again == ("next", ["Jo", "Lena", "Marcus", "Priya"])
        cast = world.cast
        assert set(whom(alert_id, before)) == {cast.jo, cast.lena, cast.marcus, cast.priya}


def test_what_lena_has_stays_hers_and_is_refused_for_when_she_gives_it_back(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        take_alert(alert_id, world.cast.lena, NOON + minutes(1))

        for minute in (1, 2):  # and the second time
            assert asked(world, alert_id, "jo", minute) == ("has_it", ["Lena"])
        assert alerts.the_alert(alert_id).taken_by == world.cast.lena
        assert kinds(alert_id).count("given_back") == 1
        before = len(told(alert_id))
        give_back(alert_id, world.cast.lena, NOON + minutes(3))
        assert whom(alert_id, before)
        assert not {world.cast.jo, world.cast.lena} & set(whom(alert_id, before))


def test_what_they_have_themselves_is_given_back_and_not_refused(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        take_alert(alert_id, world.cast.lena, NOON + minutes(1))

        assert refuse(alert_id, world.cast.lena, NOON + minutes(1)) is None
        assert "given_back" not in kinds(alert_id)


def test_whoever_refused_may_take_it_after_all(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        refuse(alert_id, world.cast.marcus, NOON + minutes(1))

        assert isinstance(take_alert(alert_id, world.cast.marcus, NOON + minutes(2)), Taken)


def test_two_who_refuse_in_the_same_moment_send_it_on(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)

    def refuses(who: str) -> None:
        with world.app.app_context():
            refuse(alert_id, who, NOON + minutes(1))

    with ThreadPoolExecutor(2) as both:
        list(both.map(refuses, (world.cast.marcus, world.cast.lena)))

    with world.app.app_context():
        assert alerts.the_alert(alert_id).step == 1
        assert kinds(alert_id).count("telling") == 2

"""What was done for Dev is offered to be looked at until he says whether it helped."""

from datetime import date

from checkin.actions.judge_promise import say_impact
from checkin.actions.loops import decide_loop, mark_done, raise_loop_from_talk
from checkin.actions.promises import promises
from checkin.storage import loops
from tests.conftest import World, london

NOON = london("2026-10-20 12:00")


def test_what_dev_said_helped_is_not_offered_again(world: World) -> None:
    dev, priya = world.cast.dev, world.cast.priya
    with world.app.app_context():
        raise_loop_from_talk(dev, priya, "I want gloves", NOON)
        (row,) = loops.loops_of(dev)
        decide_loop(row.id, priya, "do", "We buy gloves", NOON, due_on=date(2026, 10, 21))
        mark_done(row.id, priya, "They are in the hall", NOON)
        assert [one.key for one in promises(dev, NOON)] == [row.id]

        say_impact(row.id, "better", NOON)

        assert promises(dev, NOON) == ()

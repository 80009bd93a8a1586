"""Dev's words were to be read by the evening: after that, the time is when somebody else hears of them."""

from datetime import timedelta

from checkin import clock
from checkin.actions.who_reads import who_reads
from checkin.storage.tables import AlertRow
from checkin.wording import plain_time
from tests.conftest import LONDON, World
from tests.journeys.doors import Phone
from tests.journeys.records import kept

A_MINUTE = timedelta(minutes=1)


def to_read(world: World) -> AlertRow:
    """Return the task to read what Dev wrote."""
    (task,) = kept(world, AlertRow, kind="free_message")
    return task


def test_it_names_the_time_at_which_it_goes_on_by_day_and_over_night(world: World):
    Phone(world).text("2026-10-20 12:00", "can i go to the cafe")
    world.go_to("2026-10-20 21:35")

    for _ in range(2):
        task = to_read(world)
        words_id = task.group_key.partition(":")[2]
        with world.app.app_context():
            reads = who_reads(words_id, clock.now())
        assert task.next_at
        assert reads
        there = task.next_at.astimezone(LONDON)
        assert reads.by.startswith(f"by {plain_time(there.time())}")
        world.go_to(task.next_at - A_MINUTE)
        assert to_read(world).step == task.step
        world.go_to(task.next_at + A_MINUTE)
        assert to_read(world).step == task.step + 1

"""What staff read of a check-in that does not go on is what happened, no less and no more."""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.lives.check_in_moved_by_staff import Cancelled
from checkin.lives.check_in_moves import Move
from checkin.lives.check_in_taken_back import CalledOff, TextsStopped
from checkin.staff.how_it_stands import how_it_stands
from checkin.storage import check_ins
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_texts

NINE, LATER = london("2026-10-22 09:00"), london("2026-10-22 09:20")


def test_staff_read_what_dev_was_asked_before_he_called_the_day_off(
    world: World, marcus: Desk
) -> None:
    world.go_to("2026-10-22 09:17")
    dev_texts(world, "2026-10-22 09:18", "im not going today")

    page = marcus.see(f"/staff/people/{world.cast.dev}")

    assert "Asked at 09:15. Called off at 09:18: said they are not going." in page
    assert "Nothing was asked. Called off at 09:18: said they are not going." in page
    assert "Called off. Nothing was asked." not in page


def test_what_dev_was_not_asked_while_he_waited_for_help_is_no_answer_of_his_that_is_missing(
    world: World, marcus: Desk
) -> None:
    world.go_to("2026-10-22 09:10")
    dev_texts(world, "2026-10-22 09:10", "HELP")
    world.go_to("2026-10-22 10:41")

    for page in ("/staff/handover", f"/staff/people/{world.cast.dev}"):
        words = marcus.see(page)
        assert "We did not ask. It was due at 10:00." in words
        assert "No answer by" not in words


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (CalledOff(LATER), "Asked at 09:00. Called off at 09:20, as they asked."),
        (Cancelled(), "Asked at 09:00. Taken off the plan."),
        (TextsStopped(LATER), "Asked at 09:00. Texts are stopped. Nothing more is asked by text."),
    ],
)
def test_whatever_ends_it_staff_read_that_dev_was_asked(
    world: World, move: Move, said: str
) -> None:
    clock.stop_at(LATER)
    with world.app.app_context():
        row = begin(world.cast.dev, "group_day", "text", NINE)
        with kept_together():
            check_ins.move(check_ins.the_check_in(row.id), move)

        assert how_it_stands(check_ins.the_check_in(row.id), clock.now()) == (said,)

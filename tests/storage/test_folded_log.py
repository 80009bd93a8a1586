"""A page of what was done about an alert holds so many steps, and leads to those before them."""

import pytest
from sqlalchemy import func, insert, select

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.storage.folded_log import MOST_AT_ONCE, MOST_DONE, all_of, folded
from checkin.storage.tables import AlertStepRow, db, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import World, minutes
from tests.staff.happenings import the_alert


def _noted(world: World, alert_id: str, times: int) -> int:
    """Let Marcus note so many things; return the number of the last step."""
    numbers = select(func.max(AlertStepRow.number)).where(AlertStepRow.alert_id == alert_id)
    last = db.session.scalar(numbers) or 0
    steps = [
        {"id": new_id(), "alert_id": alert_id, "number": last + one, "at": clock.now() + minutes(one), "staff_id": world.cast.marcus, "kind": "note", "words": "Rang."}
        for one in range(1, times + 1)
    ]  # fmt: skip
    with kept_together():
        db.session.execute(insert(AlertStepRow), steps)
    return last + times


@pytest.mark.parametrize(("page", "most"), [("folded", MOST_DONE), ("each", MOST_AT_ONCE)])
def test_a_page_holds_so_many_steps_and_says_where_those_before_end(
    world: World, page: str, most: int
) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())
        alert_id = the_alert(world, "help_or_not_ok").id
        last = _noted(world, alert_id, most + 5)

        if page == "folded":
            found = folded(alert_id)
            numbers = [one.last[0].number for one in found.steps if one.last[0].staff_id]
            before = found.before
        else:
            each = all_of(alert_id, None)
            numbers, before = [one.number for one in each.steps], each.before

        assert numbers == list(range(last - most + 1, last + 1))
        assert before == last - most + 1


def test_the_page_before_ends_where_this_one_begins_and_none_is_lost(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())
        alert_id = the_alert(world, "help_or_not_ok").id
        last = _noted(world, alert_id, 2 * MOST_AT_ONCE + 5)

        pages, before = list[list[int]](), None
        while not pages or before is not None:
            page = all_of(alert_id, before)
            pages.insert(0, [one.number for one in page.steps])
            before = page.before

    assert [number for page in pages for number in page] == list(range(1, last + 1))
    assert [len(one) for one in pages[1:]] == [MOST_AT_ONCE] * 2


def test_where_all_fits_on_a_page_there_is_none_before_it(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())
        alert_id = the_alert(world, "help_or_not_ok").id
        done = len(all_of(alert_id, None).steps)
        _noted(world, alert_id, MOST_AT_ONCE - done)

        each = all_of(alert_id, None)

    assert (len(each.steps), each.before) == (MOST_AT_ONCE, None)

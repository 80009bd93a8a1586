"""Dev called for help and nobody acted: what we did again is one line, and none of it is lost."""

import re
from html import unescape

import pytest
from sqlalchemy import func, insert, select, update

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.storage.tables import AlertRow, AlertStepRow, MessageRow, db, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import World, minutes
from tests.staff.conftest import Desk
from tests.staff.happenings import the_alert
from tests.storage.test_answers_stay import _statements

LINE = re.compile(
    r"<li class=\"(?:message)?\"><time datetime=\"[^\"]*\">[^<]*</time><div>(.*?)</div></li>", re.S
)
EARLIER = re.compile(r'href="([^"]*/each\?before=\d+)"')


def left_alone(world: World, until: str) -> str:
    """Dev calls for help at eight, and nobody acts until then; return the alert's id."""
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())
    world.go_to(until)
    return the_alert(world, "help_or_not_ok").id


def lines(page: str) -> list[str]:
    """Return what was done as a page says it, a line each."""
    found = LINE.findall(page)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


def _kept(world: World, alert_id: str) -> int:
    """Return how many steps and messages of an alert are kept."""
    with world.app.app_context():
        return sum(
            db.session.scalar(select(func.count()).where(table.alert_id == alert_id)) or 0
            for table in (AlertStepRow, MessageRow)
        )


def test_how_often_jo_was_rung_is_one_line_with_when_and_what_came_of_it(
    world: World, jo: Desk
) -> None:
    alert_id = left_alone(world, "2026-10-22 09:00")

    done = lines(jo.see(f"/staff/alerts/{alert_id}"))

    calls = [one for one in done if "Call to Jo" in one]
    assert len(calls) == 1
    assert re.match(r"Checkin Call to Jo, \d times, 08:02 to 09:00 ", calls[0])
    assert calls[0].endswith("sent, not reported delivered")
    assert len(done) < _kept(world, alert_id) / 2


def test_that_nobody_picked_up_is_said_and_on_which_day_jo_was_rung_last(
    world: World, jo: Desk
) -> None:
    alert_id = left_alone(world, "2026-10-23 08:00")
    with world.app.app_context(), kept_together():
        rang = update(MessageRow).where(MessageRow.staff_id == world.cast.jo)
        db.session.execute(rang.values(state="failed", fault="Not delivered (no-answer)."))

    done = lines(jo.see(f"/staff/alerts/{alert_id}"))

    (calls,) = [one for one in done if "Call to Jo" in one]
    assert ", Thu 22 Oct, 08:02 to Fri 23 Oct, 08:00" in calls
    assert calls.endswith("no answer")


def test_what_came_of_each_ring_is_told_apart(world: World, jo: Desk) -> None:
    alert_id = left_alone(world, "2026-10-22 09:00")
    with world.app.app_context(), kept_together():
        calls = MessageRow.staff_id == world.cast.jo, MessageRow.channel == "call"
        failed = update(MessageRow).where(*calls).values(state="failed")
        db.session.execute(failed.values(fault="Not delivered (no-answer)."))
        last = db.session.scalar(select(func.max(MessageRow.made_at)).where(*calls))
        at_last = failed.where(MessageRow.made_at == last)
        db.session.execute(at_last.values(fault="Not delivered (busy)."))

    done = [one for one in lines(jo.see(f"/staff/alerts/{alert_id}")) if "Call to Jo" in one]

    assert len(done) == 2
    assert done[0].endswith("no answer")
    assert done[1].endswith("the line was busy")


def test_after_somebody_had_it_and_gave_it_back_what_we_do_again_is_told_anew(
    world: World, jo: Desk, marcus: Desk
) -> None:
    alert_id = left_alone(world, "2026-10-22 08:20")
    marcus.press(f"/staff/alerts/{alert_id}/take")
    marcus.press(f"/staff/alerts/{alert_id}/give-back")
    world.go_to("2026-10-22 08:55")

    done = lines(jo.see(f"/staff/alerts/{alert_id}"))

    calls = [number for number, one in enumerate(done) if "Call to Jo" in one]
    took = next(number for number, one in enumerate(done) if one.startswith("Marcus took it"))
    assert len(calls) == 2
    assert calls[0] < took < calls[1]


def test_each_of_what_we_did_in_a_night_can_be_read_by_itself(world: World, jo: Desk) -> None:
    alert_id = left_alone(world, "2026-10-23 08:00")
    page = jo.see(f"/staff/alerts/{alert_id}")
    assert "The last 10 of them." in page

    address, each = f"/staff/alerts/{alert_id}/each", list[str]()
    while True:
        page = jo.see(address)
        each = [*lines(page), *each]
        earlier = EARLIER.search(page)
        if earlier is None:
            break
        address = unescape(earlier[1])

    assert len(each) == _kept(world, alert_id)
    assert each[0] == "Checkin raised this alert"
    assert each[1].startswith("Checkin tells staff Ringing Marcus")


@pytest.mark.parametrize("kind", ["telling", "note"])
def test_a_page_of_five_thousand_steps_asks_and_says_no_more_than_one_of_fifty(
    world: World, jo: Desk, kind: str
) -> None:
    alert_id = left_alone(world, "2026-10-22 08:01")
    address = f"/staff/alerts/{alert_id}"
    _add(world, alert_id, 50, kind)
    jo.see(address)
    with _statements(world) as of_fifty:
        few = jo.see(address)
    _add(world, alert_id, 5_000, kind)

    with _statements(world) as of_many:
        many = jo.see(address)

    assert len(of_many) == len(of_fifty)
    assert len(lines(many)) == len(lines(few))


def _add(world: World, alert_id: str, until: int, kind: str) -> None:
    """Let an alert have so many steps, each with a message to Jo."""
    with world.app.app_context(), kept_together():
        last = db.session.scalar(select(func.max(AlertStepRow.number)).where(AlertStepRow.alert_id == alert_id)) or 0  # fmt: skip
        row = db.session.get_one(AlertRow, alert_id)
        staff = world.cast.marcus if kind == "note" else None
        steps = [
            {"id": new_id(), "alert_id": alert_id, "number": one, "at": clock.now() + minutes(one) / 600, "staff_id": staff, "kind": kind, "words": "Ringing Jo."}
            for one in range(last + 1, until + 1)
        ]  # fmt: skip
        calls = [
            {"id": new_id(), "key": f"alert:{alert_id}:9:{one['number']}:{world.cast.jo}:call", "to_person": False, "person_id": row.person_id, "staff_id": world.cast.jo, "alert_id": alert_id, "about": "tell_staff", "channel": "call", "address": "+447700900103", "body": "NOW.", "urgency": 0, "state": "delivered", "made_at": one["at"], "delivered_at": one["at"], "attempts": 1, "receipt_rank": 5, "despite_stop": False}
            for one in steps
        ]  # fmt: skip
        db.session.execute(insert(AlertStepRow), steps)
        db.session.execute(insert(MessageRow), calls)


def test_whoever_may_not_see_an_alert_may_not_read_each_thing_of_it(
    world: World, jo: Desk, stranger: Desk
) -> None:
    alert_id = left_alone(world, "2026-10-22 08:10")

    assert jo.open(f"/staff/alerts/{alert_id}/each").status_code == 200
    assert stranger.open(f"/staff/alerts/{alert_id}/each").status_code == 404

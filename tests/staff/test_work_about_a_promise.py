"""The work about a promise ends with the promise: never beside what the person reads of it."""

from datetime import date

from checkin import clock
from checkin.actions.judge_promise import say_impact
from checkin.actions.loops import decide_loop, mark_done
from checkin.actions.notice_late_promises import notice_late_promises
from checkin.actions.notice_who_left import notice_who_left
from checkin.agreements.errands import PROMISE_LATE
from checkin.agreements.named_to_do import NAMED, OWNER_LEFT
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.storage import staff as staff_kept
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.staff.conftest import Desk
from tests.staff.happenings import alert_now, dev_asks_for_the_cafe, loop_now, the_alert

SUNDAY, MONDAY = date(2026, 10, 25), london("2026-10-26 09:00")
PROMISE, HOW = "We ask the cafe.", "The card is on the fridge."
NOT_YET = "It is not done yet"


def promised(world: World, owner: str) -> str:
    """Marcus promises it for Sunday, and names who does it; return the loop."""
    loop_id = dev_asks_for_the_cafe(world)
    with world.app.app_context():
        marcus = world.cast.marcus
        decide_loop(
            loop_id, marcus, "do", PROMISE, clock.now(), owner_id=owner, due_on=SUNDAY, seen=0
        )
    return loop_id


def task(world: World, kind: str, desk: Desk) -> str:
    """Return the address of the work of this kind, which they take."""
    address = f"/staff/alerts/{the_alert(world, kind).id}"
    assert desk.press(f"{address}/take").status_code == 302
    return address


def stays(world: World, desk: Desk, address: str) -> None:
    """Close it, twice: each time it is there still, what was written is too, and it says why."""
    before = alert_now(world, address.rpartition("/")[2])
    for _ in range(2):
        closed = desk.press(f"{address}/close", outcome="Done", words="I rang them", seen="99")
        assert (closed.status_code, NOT_YET in closed.text) == (400, True)
        assert "I rang them" in closed.text
    after = alert_now(world, address.rpartition("/")[2])
    assert (after.state, after.next_at) == ("claimed", before.next_at)
    assert "Close this alert" not in desk.see(address)


def test_what_jo_is_to_do_is_done_for_dev_too_and_else_stays(world: World, jo: Desk) -> None:
    loop_id = promised(world, world.cast.jo)
    address = task(world, NAMED, jo)
    stays(world, jo, address)
    assert "We say: by Sunday 25 October. The promise is open" in jo.see(address)

    done = jo.press(f"/staff/loops/{loop_id}/done", words=HOW, seen="1")

    assert done.status_code == 302
    assert loop_now(world, loop_id).done_how == HOW
    assert alert_now(world, address.rpartition("/")[2]).state == "closed"


def test_a_late_promise_is_late_until_it_is_done_or_has_another_day(
    world: World, marcus: Desk
) -> None:
    loop_id = promised(world, world.cast.marcus)
    clock.stop_at(MONDAY)
    with world.app.app_context():
        notice_late_promises(clock.now())
    address = task(world, PROMISE_LATE, marcus)
    stays(world, marcus, address)
    assert "We said: by Sunday 25 October." in marcus.see(address)

    with world.app.app_context():
        decide_loop(loop_id, world.cast.marcus, "do", "On Friday.", clock.now(), seen=1)

    assert alert_now(world, address.rpartition("/")[2]).state == "closed"


def test_what_is_open_again_stays_until_it_is_decided_anew(world: World, marcus: Desk) -> None:
    loop_id = promised(world, world.cast.marcus)
    with world.app.app_context():
        mark_done(loop_id, world.cast.marcus, HOW, clock.now())
        say_impact(loop_id, "worse", clock.now())
    address = task(world, OPEN_AGAIN, marcus)
    stays(world, marcus, address)
    page = marcus.see(address)
    assert "It is open again until somebody decides what we do now." in page
    assert "Ring Dev, or go there." not in page

    with world.app.app_context():
        decide_loop(loop_id, world.cast.marcus, "do", "We go there with you.", clock.now())

    assert alert_now(world, address.rpartition("/")[2]).state == "closed"


def test_the_promise_of_who_left_stays_until_somebody_else_has_it(world: World, jo: Desk) -> None:
    loop_id = promised(world, world.cast.lena)
    with world.app.app_context(), kept_together():
        staff_kept.change(world.cast.lena, active=False)
    with world.app.app_context():
        notice_who_left(clock.now())
    address = task(world, OWNER_LEFT, jo)
    stays(world, jo, address)

    with world.app.app_context():
        decide_loop(loop_id, world.cast.jo, "do", PROMISE, clock.now(), owner_id=world.cast.jo)

    assert alert_now(world, address.rpartition("/")[2]).state == "closed"

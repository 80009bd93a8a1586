"""The page of a task for Priya: her button, and for whom it is on everybody else's."""

from tests.conftest import World
from tests.staff.conftest import Desk
from tests.staff.happenings import alert_now, dev_texts, the_alert

ONLY = "Only Priya can take it."


def task_for_priya(world: World) -> str:
    """Dev texts STOP; return the address of what Priya is to do."""
    dev_texts(world, "2026-10-22 08:20", "STOP")
    return f"/staff/alerts/{the_alert(world, 'texts_stopped').id}"


def test_lena_reads_for_whom_it_is_and_has_no_button(world: World, lena: Desk, priya: Desk) -> None:
    address = task_for_priya(world)

    assert ONLY in lena.see(address)
    assert 'id="take"' not in lena.see(address)
    assert "Do it, write down" not in lena.see(address)
    assert "I cannot do it" not in lena.see(address)
    assert f'formaction="{address}/take"' not in lena.see("/staff/")
    assert 'id="take"' in priya.see(address)
    assert f'formaction="{address}/take"' in priya.see("/staff/")


def test_an_old_page_of_lenas_takes_nothing_and_says_why(world: World, lena: Desk) -> None:
    address = task_for_priya(world)

    pressed = [lena.press(f"{address}/take") for _ in range(2)]

    assert [one.status_code for one in pressed] == [409, 409]
    assert all("You did not take this one" in one.text and ONLY in one.text for one in pressed)
    assert alert_now(world, address.rpartition("/")[2]).state == "open"


def test_a_second_tap_of_priyas_takes_it_once(world: World, priya: Desk) -> None:
    address = task_for_priya(world)

    pressed = [priya.press(f"{address}/take") for _ in range(2)]

    assert [one.status_code for one in pressed] == [302, 302]
    assert priya.see(address).count("Priya</b> took it") <= 1
    assert "You have it since" in priya.see(address)


def test_lena_cannot_close_what_priya_has(world: World, priya: Desk, lena: Desk) -> None:
    address = task_for_priya(world)
    priya.press(f"{address}/take")

    closed = lena.press(f"{address}/close", outcome="Done")

    assert closed.status_code == 409
    assert "Close it" not in lena.see(address)

"""An alert went on while its page was open: what was written stays, and what is said is true."""

import pytest

from checkin import clock
from checkin.storage import alert_steps
from tests.conftest import World, london
from tests.databases import on_both as pytest_generate_tests
from tests.staff.conftest import Desk
from tests.staff.happenings import alert_now, dev_does_not_arrive

__all__ = ["pytest_generate_tests"]

WORDS = "Sam says he is in the hall"


@pytest.fixture
def taken(world: World, marcus: Desk) -> str:
    """Dev did not arrive, and Marcus has it since 10:20."""
    alert_id = dev_does_not_arrive(world)
    marcus.press(f"/staff/alerts/{alert_id}/take")
    return alert_id


def close(desk: Desk, alert_id: str, **fields: str):
    return desk.press(f"/staff/alerts/{alert_id}/close", **{"outcome": "Done", **fields})


def kinds(world: World, alert_id: str) -> list[str]:
    with world.app.app_context():
        return [one.kind for one in alert_steps.steps_of(alert_id)]


def test_marcus_writes_on_after_he_closed_it_elsewhere_and_keeps_his_words(
    taken: str, marcus: Desk
) -> None:
    clock.stop_at(london("2026-10-22 10:32"))
    close(marcus, taken)

    for door, fields in (("step", {"kind": "rang"}), ("close", {"outcome": "Done"})):
        late = marcus.press(f"/staff/alerts/{taken}/{door}", words=WORDS, **fields)

        assert late.status_code == 409
        assert "Marcus closed it at 10:32. What you wrote is not kept." in late.text
        assert "Take the alert first" not in late.text
        assert f">{WORDS}</textarea>" in late.text


ENDED = {
    "words": WORDS, "needed": "needed", "confirmed_by": "Sam", "confirmed_how": "by phone",
    "known_at": "10:27",
}  # fmt: skip


def test_a_close_that_was_pressed_twice_is_one_close(
    world: World, taken: str, marcus: Desk
) -> None:
    for at in ("10:32:00", "10:32:50"):
        clock.stop_at(london(f"2026-10-22 {at}"))
        assert close(marcus, taken, **ENDED).status_code == 302

    assert [one for one in kinds(world, taken) if one in ("judged", "closed")] == [
        "judged",
        "closed",
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"words": "Sam says he is on the bus"},
        {"outcome": "Not needed"},
        {"needed": "not needed"},
        {"confirmed_by": "Mum"},
        {"confirmed_how": "by text"},
        {"known_at": "10:26"},
    ],
)
def test_a_close_that_says_something_else_is_told_that_it_is_not_kept(
    taken: str, marcus: Desk, other: dict[str, str]
) -> None:
    clock.stop_at(london("2026-10-22 10:32"))
    close(marcus, taken, **ENDED)

    late = close(marcus, taken, **{**ENDED, **other})

    assert (late.status_code, "What you wrote is not kept." in late.text) == (409, True)


def test_the_same_close_long_after_is_told_that_it_is_closed(taken: str, marcus: Desk) -> None:
    for at, status in (("10:32:00", 302), ("10:33:01", 409)):
        clock.stop_at(london(f"2026-10-22 {at}"))
        assert close(marcus, taken, **ENDED).status_code == status


def test_the_same_close_by_somebody_else_is_told_who_closed_it(
    taken: str, marcus: Desk, lena: Desk
) -> None:
    clock.stop_at(london("2026-10-22 10:32"))
    close(marcus, taken, **ENDED)

    assert "Marcus closed it at 10:32." in close(lena, taken, **ENDED).text


def test_marcus_logs_no_empty_note_and_nothing_from_before_it_began(
    world: World, taken: str, marcus: Desk
) -> None:
    note = marcus.press(f"/staff/alerts/{taken}/step", kind="note", words="   ")
    early = marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words=WORDS, at="00:05")

    assert (note.status_code, "Write something." in note.text) == (400, True)
    assert (early.status_code, "00:05 is before this began" in early.text) == (400, True)
    assert (WORDS in early.text, "Write when it was." in early.text) == (True, True)
    assert not {"note", "rang"} & set(kinds(world, taken))


def test_signed_out_in_another_tab_marcus_still_reads_what_he_wrote(
    taken: str, marcus: Desk
) -> None:
    marcus.press("/staff/sign-out")

    late = marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words=WORDS)
    old = marcus.client.post(
        f"/staff/alerts/{taken}/step",
        data={"csrf_token": "old", "kind": "rang", "words": WORDS, "password": "not for anybody"},
    )

    for answer in (late, old):
        assert "Nothing was kept." in answer.text
        assert f">{WORDS}</textarea>" in answer.text
    assert "not for anybody" not in old.text


def test_lena_writes_about_what_marcus_has_and_keeps_her_words(taken: str, lena: Desk) -> None:
    late = lena.press(f"/staff/alerts/{taken}/step", kind="rang", words=WORDS)

    assert late.status_code == 409
    assert "Marcus has it since 10:20. What you wrote is not kept." in late.text
    assert f">{WORDS}</textarea>" in late.text


def test_marcus_writes_after_his_time_ran_out_and_is_told_to_take_it(
    world: World, taken: str, marcus: Desk
) -> None:
    world.go_to("2026-10-22 11:20")

    late = marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words=WORDS)

    assert "Nobody has it now. Take it, then save this again." in late.text
    assert f">{WORDS}</textarea>" in late.text


def test_marcus_takes_what_he_has_and_reads_that_he_has_it(
    world: World, taken: str, marcus: Desk
) -> None:
    again = marcus.press(f"/staff/alerts/{taken}/take")

    assert again.status_code == 302
    assert "You have it since 10:20." in marcus.see(f"/staff/alerts/{taken}")
    assert kinds(world, taken).count("taken") == 1


def test_nobody_has_what_is_closed(taken: str, marcus: Desk, lena: Desk) -> None:
    close(marcus, taken)

    late = lena.press(f"/staff/alerts/{taken}/take")

    assert "has this one already" not in late.text
    assert "Closed at 10:20: Done." in late.text


def test_a_step_pressed_twice_in_one_breath_is_one_step(
    world: World, taken: str, marcus: Desk
) -> None:
    for _ in range(2):
        marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words=WORDS)
    assert kinds(world, taken).count("rang") == 1

    marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words="Rang Sam again")
    clock.stop_at(london("2026-10-22 10:24"))
    marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words="Rang Sam again")

    assert kinds(world, taken).count("rang") == 3


def test_marcus_gives_back_again_what_lena_has_and_reads_that_it_is_hers(
    world: World, taken: str, marcus: Desk, lena: Desk
) -> None:
    once = marcus.press(f"/staff/alerts/{taken}/give-back")
    twice = marcus.press(f"/staff/alerts/{taken}/give-back")
    lena.press(f"/staff/alerts/{taken}/take")
    late = marcus.press(f"/staff/alerts/{taken}/give-back")

    assert (once.status_code, twice.status_code, late.status_code) == (302, 302, 409)
    assert alert_now(world, taken).taken_by == world.cast.lena


@pytest.mark.parametrize(
    ("known_at", "said"),
    [("23:00", "this is still to come"), ("02:00", "02:00 is before this began")],
)
def test_nobody_knows_how_dev_is_from_a_time_to_come_or_before_he_left(
    world: World, taken: str, marcus: Desk, known_at: str, said: str
) -> None:
    answer = close(marcus, taken, words=WORDS, confirmed_by="Sam", known_at=known_at)

    assert answer.status_code == 400
    assert said in answer.text
    assert WORDS in answer.text
    assert alert_now(world, taken).state == "claimed"


def test_a_step_is_not_logged_before_it_happens(world: World, taken: str, marcus: Desk) -> None:
    answer = marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words=WORDS, at="23:00")

    assert answer.status_code == 400
    assert "this is still to come" in answer.text
    assert "rang" not in kinds(world, taken)


def test_in_the_night_an_hour_before_midnight_has_been(
    world: World, taken: str, marcus: Desk
) -> None:
    clock.stop_at(london("2026-10-22 23:50"))
    world.go_to("2026-10-23 00:10")
    marcus.press(f"/staff/alerts/{taken}/take")

    close(marcus, taken, confirmed_by="Sam", known_at="23:40")

    assert alert_now(world, taken).known_at == london("2026-10-22 23:40")

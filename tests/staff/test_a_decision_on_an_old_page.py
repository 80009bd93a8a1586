"""A promise went on while its page was open: what is decided there is refused, and not lost."""

from checkin import clock
from checkin.actions.judge_promise import say_impact
from tests.conftest import World, london
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_asks_for_the_cafe, loop_now

NO, LATER = "The cafe is shut on Saturdays.", "In spring"
MEANWHILE = "This went on meanwhile."


def decide(desk: Desk, loop_id: str, decision: str, words: str, seen: int = 0, **more: str):
    return desk.press(
        f"/staff/loops/{loop_id}/decide", decision=decision, we_did=words, seen=str(seen), **more
    )


def told_no(world: World, desk: Desk) -> str:
    loop_id = dev_asks_for_the_cafe(world)
    decide(desk, loop_id, "cannot", NO, owner=world.cast.priya, due_on="2026-10-24")
    desk.press(f"/staff/loops/{loop_id}/told", seen="1")
    return loop_id


def test_what_was_told_is_not_decided_anew_from_an_old_page(
    world: World, priya: Desk, marcus: Desk
) -> None:
    loop_id = told_no(world, priya)

    old = decide(marcus, loop_id, "later", LATER)

    assert old.status_code == 400
    assert MEANWHILE in old.text
    assert LATER in old.text
    assert loop_now(world, loop_id).decision == "cannot"
    assert decide(marcus, loop_id, "later", LATER, seen=1).status_code == 302


def test_what_was_decided_anew_is_not_marked_told_from_an_old_page(
    world: World, priya: Desk, marcus: Desk
) -> None:
    loop_id = dev_asks_for_the_cafe(world)
    decide(priya, loop_id, "do", "We ask the cafe.")
    decide(priya, loop_id, "cannot", NO, seen=1)

    old = marcus.press(f"/staff/loops/{loop_id}/told", seen="1")

    assert (old.status_code, MEANWHILE in old.text) == (400, True)
    assert loop_now(world, loop_id).told_at is None
    assert 'name="seen" value="2"' in old.text
    assert marcus.press(f"/staff/loops/{loop_id}/told", seen="2").status_code == 302
    assert loop_now(world, loop_id).told_at is not None


def test_what_was_decided_anew_is_not_done_from_an_old_page(
    world: World, lena: Desk, marcus: Desk
) -> None:
    loop_id = dev_asks_for_the_cafe(world)
    decide(lena, loop_id, "do", "We go to the cafe.")
    decide(lena, loop_id, "do", "We try the library instead.", seen=1)
    went = "I went with him to the cafe"

    old = marcus.press(f"/staff/loops/{loop_id}/done", words=went, seen="1")

    assert (old.status_code, MEANWHILE in old.text, went in old.text) == (400, True, True)
    assert loop_now(world, loop_id).done_at is None
    assert f'id="done-seen-{loop_id}" name="seen" type="hidden" value="2"' in old.text
    assert marcus.press(f"/staff/loops/{loop_id}/done", words=went, seen="2").status_code == 302
    assert loop_now(world, loop_id).done_how == went


def test_the_page_of_a_promise_says_which_decision_it_shows(world: World, lena: Desk) -> None:
    loop_id = dev_asks_for_the_cafe(world)
    decide(lena, loop_id, "do", "We go to the cafe.")

    page = lena.see(f"/staff/people/{world.cast.dev}/said")

    assert f'id="done-seen-{loop_id}" name="seen" type="hidden" value="1"' in page


def test_marcus_decides_again_on_the_page_of_today_after_we_told_dev_no(
    world: World, priya: Desk, marcus: Desk
) -> None:
    loop_id = told_no(world, priya)
    page = f"/staff/people/{world.cast.dev}/said"
    assert f"/staff/loops/{loop_id}/decide" in marcus.see(page)

    decide(marcus, loop_id, "later", LATER, seen=1)

    assert "Not yet:</b> <bdi>In spring</bdi>" in marcus.see(page)
    assert loop_now(world, loop_id).told_at is None


def test_what_is_done_or_judged_meanwhile_is_not_decided_and_no_word_is_lost(
    world: World, priya: Desk, marcus: Desk
) -> None:
    loop_id = dev_asks_for_the_cafe(world)
    decide(priya, loop_id, "do", "We ask the cafe.")
    priya.press(f"/staff/loops/{loop_id}/done", words="It is open for you.", seen="1")

    done = decide(marcus, loop_id, "later", LATER, seen=1)
    with world.app.app_context():
        say_impact(loop_id, "better", clock.now())
    judged = decide(marcus, loop_id, "later", LATER, seen=1)

    for late in (done, judged):
        assert late.status_code == 400
        assert MEANWHILE in late.text
        assert LATER in late.text
    assert loop_now(world, loop_id).decision == "do"


def test_what_we_cannot_do_has_nobody_who_does_it_and_no_day(world: World, priya: Desk) -> None:
    row = loop_now(world, told_no(world, priya))

    assert (row.owner_id, row.due_on) == (None, None)


def test_nobody_yet_does_no_promise(world: World, marcus: Desk) -> None:
    loop_id = dev_asks_for_the_cafe(world)
    page = marcus.see(f"/staff/people/{world.cast.dev}/said")

    nobody = decide(marcus, loop_id, "do", "We ask the cafe.", owner="")

    assert "Nobody yet" not in page
    assert (nobody.status_code, "Pick one of these." in nobody.text) == (400, True)
    assert "We ask the cafe." in nobody.text
    assert loop_now(world, loop_id).owner_id is None


def test_nothing_is_promised_for_a_day_that_is_over(world: World, priya: Desk) -> None:
    loop_id = dev_asks_for_the_cafe(world)

    late = decide(priya, loop_id, "do", "We ask the cafe.", due_on="2026-10-21")
    clock.stop_at(london("2026-10-22 23:30"))
    today = decide(priya, loop_id, "do", "We ask the cafe.", due_on="2026-10-22")

    assert late.status_code == 400
    assert "This day is over." in late.text
    assert "We ask the cafe." in late.text
    assert today.status_code == 302

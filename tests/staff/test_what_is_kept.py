"""What Ana keeps from someone, and what is for some alone: what the others meet, and what not."""

import pytest

from checkin import clock
from checkin.actions.about import about
from checkin.actions.add_staff import add_staff
from checkin.actions.call_for_help import call_for_help
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Reply, Send, Skip, Start
from checkin.staff import alert_lines
from checkin.storage import check_ins, loops, people
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_texts, the_alert

HARD = "he pushed me in the kitchen"


def ana_begins(world: World, flow: str, *replies: Reply) -> str:
    """Ana begins a flow and says this. Return the check-in's id."""
    with world.app.app_context():
        check_in = begin(world.cast.ana, flow, "tablet", clock.now()).id
        for reply in (Start(), *replies):
            take_answer(check_in, reply, clock.now())
        return check_in


def ana_is_hurt(world: World, *, kept_from: str) -> str:
    return ana_begins(
        world, "tell_someone",
        Picked((kept_from,)), Picked(("hurt",)), OwnWordsGiven(HARD), Skip(), Picked(("listen",)),
        Send(),
    )  # fmt: skip


def test_a_telling_that_is_begun_is_on_nobodys_page(world: World, marcus: Desk, jo: Desk) -> None:
    check_in = ana_begins(world, "tell_someone", Skip(), Picked(("hurt",)))

    for desk in (marcus, jo):
        assert "Tell someone" not in desk.see(f"/staff/people/{world.cast.ana}")
        assert desk.open(f"/staff/check-ins/{check_in}").status_code == 404
        assert desk.press(f"/staff/check-ins/{check_in}/with-staff").status_code == 404


def test_help_pressed_in_a_telling_is_hidden_from_nobody_and_says_nothing_of_it(
    world: World, marcus: Desk, lena: Desk
) -> None:
    check_in = ana_is_hurt(world, kept_from=world.cast.marcus)
    with world.app.app_context():
        call_for_help(world.cast.ana, clock.now(), check_in_id=check_in)
    alert = the_alert(world, "help_or_not_ok").id

    his, hers = (desk.see(f"/staff/alerts/{alert}") for desk in (marcus, lena))

    assert "Ana asked for help or is not OK." in marcus.see("/staff/")
    assert check_in not in his
    assert "Answered" not in his
    assert check_in in hers


def test_what_is_hidden_takes_no_place_on_the_list(
    world: World, marcus: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alert_lines, "MOST", 2)
    for _ in range(3):
        ana_is_hurt(world, kept_from=world.cast.marcus)
    dev_texts(world, "2026-10-22 08:05", "hi can i go cafe sat after")

    assert "Dev sent a message." in marcus.see("/staff/")


def test_whom_it_is_kept_from_is_not_offered_to_act_on_it_and_cannot_be_posted(
    world: World, marcus: Desk
) -> None:
    ana_is_hurt(world, kept_from=world.cast.priya)
    with world.app.app_context():
        (loop,) = loops.loops_of(world.cast.ana)
        loop_id = loop.id

    page = marcus.see(f"/staff/people/{world.cast.ana}/said")
    marcus.press(
        f"/staff/loops/{loop_id}/decide",
        decision="do", we_did="Somebody will sit with you", owner=world.cast.priya, seen="0",
    )  # fmt: skip

    assert f'value="{world.cast.lena}"' in page
    assert f'value="{world.cast.priya}"' not in page
    with world.app.app_context():
        assert loops.the_loop(loop_id).owner_id is None


def test_what_is_for_priya_and_a_lead_is_opened_by_no_other(
    world: World, lena: Desk, priya: Desk
) -> None:
    check_in = ana_begins(world, "getting_ready")
    with world.app.app_context(), kept_together():
        check_ins.the_check_in(check_in).sent_at = clock.now()

    page = lena.see(f"/staff/check-ins/{check_in}")

    assert "This is for others who work here." in page
    with world.app.app_context():
        assert check_ins.the_check_in(check_in).seen_at is None
    assert "for others" not in priya.see(f"/staff/check-ins/{check_in}")


def test_names_of_two_words_and_two_of_one_name_have_their_own_faces(world: World) -> None:
    """Fault 8: faces were looked for by the words of a sentence."""
    with world.app.app_context(), kept_together():
        mary_ann, marcus = (
            add_staff(
                f"{number}@willow-court.example", name, called, "support_worker",
                world.cast.house, PASSWORD, clock.now(),
            )
            for number, (name, called) in enumerate((("Mary Ann Lee", "Mary Ann"), ("Marcus Ash", "Marcus")))
        )  # fmt: skip
        people.change(world.cast.ana, keyworker_id=mary_ann)
    with world.app.app_context():
        ana = people.the_person(world.cast.ana)
        whom = about(ana, None, clock.now(), seen_by=("staff_on_shift",))

    faces = {one.key: one.label for one in whom.lists["sees"]}
    assert faces == {mary_ann: "Mary Ann", world.cast.marcus: "Marcus"}
    assert whom.values["sees_names"] == "Mary Ann, Marcus and other staff"
    assert [one.key for one in whom.lists["keyworker"]] == [mary_ann]
    assert marcus != world.cast.marcus

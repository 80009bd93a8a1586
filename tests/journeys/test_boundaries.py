"""What happens at the very edge: one second, the same text twice, our own outage (scenarios.md D.1)."""

import pytest

from checkin import clock
from checkin.actions.set_secret_word import set_secret_word
from checkin.storage.tables import AlertRow, HeardRow
from checkin.worker.look import tick
from tests.conftest import World, london
from tests.journeys.doors import DEV, MARCUS, Desk, Phone
from tests.journeys.records import alerts, at, check_in, kept, steps

TUESDAY = "2026-10-20"
ARRIVE = f"{TUESDAY}T10:00"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on Tuesday after he left in time."""
    phone = Phone(world)
    phone.text(f"{TUESDAY} 09:16", "OK")
    return phone


def arrive(world: World) -> tuple[str, str, str]:
    """Return how the check-in of 10:00 stands, when it was answered, and when too late."""
    row = check_in(world, world.cast.dev, ARRIVE, "arrive")
    return row.state, at(row.answered_at), at(row.answered_late_at)


def test_a_reply_in_the_last_second_is_an_answer(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 10:20:00", "OK")
    world.go_to(f"{TUESDAY} 10:30")

    assert arrive(world) == ("answered", "Tue 10:20:00", "")
    assert alerts(world) == []


def test_a_reply_one_second_later_is_late(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 10:20:01", "OK")

    assert arrive(world) == ("missed", "", "Tue 10:20:01")
    (missed,) = alerts(world)
    assert steps(world, missed)[-1] == ("Tue 10:20:01", "heard_late", 'Texted: "OK"')
    assert missed.state == "open"


def test_a_late_reply_that_comes_before_we_look_is_late_all_the_same(world: World, phone: Phone):
    world.go_to(f"{TUESDAY} 10:20:00")
    clock.stop_at(london(f"{TUESDAY} 10:20:01"))
    phone.arrives("OK")
    world.go_to(f"{TUESDAY} 10:20:02")

    assert arrive(world) == ("missed", "", "Tue 10:20:01")
    assert "Dev wrote OK at 10:20, to Arrive." in Desk(world, "marcus").words


def test_a_reply_that_was_long_on_its_way_is_noted_and_still_needs_a_person(
    world: World, phone: Phone
):
    phone.text(f"{TUESDAY} 10:22", "OK")
    world.go_to(f"{TUESDAY} 10:24")

    (missed,) = alerts(world)
    assert at(missed.opened_at) == "Tue 10:20:01"
    assert steps(world, missed)[-1][:2] == ("Tue 10:22:00", "heard_late")
    assert missed.state == "open"


def test_the_same_text_twice_is_one_text(world: World, phone: Phone):
    sid = f"SM{99:032x}"
    phone.text(f"{TUESDAY} 13:00", "can i ring mum", sid=sid)
    phone.text(f"{TUESDAY} 13:01", "can i ring mum", sid=sid)

    assert len(kept(world, HeardRow, words="can i ring mum")) == 1
    assert len(alerts(world, task=True)) == 1
    assert (
        world.texts(DEV).count("Thanks Dev. Priya or Marcus will read what you want by 21:30.") == 1
    )


def test_ok_and_ok_again_is_one_answer_and_leaves_the_next_alone(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 09:15:30", "OK")
    phone.text(f"{TUESDAY} 09:16:10", "OK")

    leave = check_in(world, world.cast.dev, f"{TUESDAY}T09:15", "leave")
    assert (leave.state, at(leave.answered_at)) == ("answered", "Tue 09:15:30")
    assert arrive(world) == ("planned", "", "")
    assert world.texts(DEV).count("Thanks Dev.") == 1


def test_after_an_outage_of_ours_nobody_is_asked_late_and_one_alert_says_so(
    world: World, phone: Phone
):
    world.go_to(f"{TUESDAY} 09:50")
    before = len(world.sent)
    for back in ("10:40:00", "10:40:01", "10:40:30"):
        clock.stop_at(london(f"{TUESDAY} {back}"))
        with world.app.app_context():
            tick(clock.now())
        world.settle()

    assert arrive(world)[0] == "missed"
    (missed,) = alerts(world)
    assert at(missed.opened_at) == "Tue 10:40:00"
    assert missed.level == "soon"
    assert "The system was down from 09:50." in missed.what
    assert "We did not ask." in missed.what
    assert [(one.number, one.body[:16]) for one in world.sent[before:]] == [
        (MARCUS, "SOON. Dev was no"),
        (DEV, "Hi Dev. We did n"),
    ]


def test_two_say_i_have_got_it_and_the_second_sees_who_has(world: World, phone: Phone):
    world.go_to(f"{TUESDAY} 10:21")
    marcus, lena = Desk(world, "marcus"), Desk(world, "lena")
    for desk in (marcus, lena):
        desk.follow("Dev did not answer")
    marcus.press("/take")
    lena.press("/take")

    assert "You have it since 10:21." in marcus.words
    assert "Marcus has this one already" in lena.words
    (missed,) = alerts(world)
    assert (missed.state, missed.taken_by) == ("claimed", world.cast.marcus)
    assert [kind for _, kind, _ in steps(world, missed)].count("taken") == 1


def test_after_the_secret_word_no_text_goes_out_by_itself_until_staff_close_it(
    world: World, phone: Phone
):
    phone.text(f"{TUESDAY} 10:05", "pineapple")
    world.go_to(f"{TUESDAY} 10:30")
    assert world.texts(DEV)[2:] == [
        "Hi Dev. Are you there? Text OK. Late? Text LATE 20.",
        "Ok thanks. See you later.",
    ]

    marcus = Desk(world, "marcus")
    marcus.take("Dev: agreed word used.")
    marcus.close("Spoke to them")
    world.go_to(f"{TUESDAY} 16:00")
    assert world.texts(DEV)[-1] == (
        "Hi Dev. We are asking Jo, Lena, Marcus and Priya to ring you. Are you home? Text OK."
    )


def test_an_old_secret_word_counts_thirty_days_and_not_a_day_more(world: World):
    phone = Phone(world)  # it is 19 October, 09:00 in summer time
    with world.app.app_context():
        assert set_secret_word(world.cast.dev, "rhubarb", clock.now()) is None
    clock.stop_at(london("2026-11-18 07:59"))
    phone.arrives("pineapple please")
    clock.stop_at(london("2026-11-18 08:01"))
    phone.arrives("pineapple again please")

    assert [one.meaning for one in kept(world, HeardRow)] == ["secret", "free"]
    assert len(kept(world, AlertRow, kind="agreed_word")) == 1


def test_texts_that_stay_stopped_become_a_call_that_staff_must_make(world: World):
    """Variant D-NOSTART: Dev texts STOP and never START."""
    phone = Phone(world)
    phone.text("2026-10-19 17:05", "STOP")
    world.go_to(f"{TUESDAY} 09:15")

    ring = alerts(world, task=True)[-1]
    assert (ring.title, at(ring.opened_at)) == ("Ring Dev (texts are stopped)", "Tue 09:15:00")
    assert alerts(world) == []

    world.go_to(f"{TUESDAY} 09:36")
    (not_done,) = alerts(world)
    assert (not_done.title, not_done.level, not_done.about) == (
        "The check-in by phone with Dev was not done", "soon", "service",
    )  # fmt: skip
    assert at(not_done.opened_at).startswith("Tue 09:35")
    assert len(world.texts(DEV)) == 1

"""The past lived through again: BT-1 and BT-2."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from agreed_people import (
    ARRIVE,
    DEV,
    DISCO_HOME,
    HOME,
    LEAVE,
    LONDON,
    as_kept,
    dev_agreement,
    london,
    utc,
)

from checkin.agreements.effect import in_easy_words, would_have
from checkin.agreements.expected import WAITING
from checkin.agreements.happened import Silent, WordUsed
from checkin.agreements.happened_by_text import FreeMessage, TextsStopped
from checkin.agreements.replay import Ended, Moved, Record, replay
from checkin.agreements.silence import Ask, Down, Miss, Remind, expected, moved_to, next_step
from checkin.agreements.thresholds import reached
from checkin.agreements.times import in_words, occurrences

DELAYS = (2, 1, 4, 12, 3, 0, -5, 25, 6, 9, 14, 3, None, 2, 18, 5, 31, 1, 7, 11, 2, 22, 3, 4)
NEEDED = (12, 16)  # the 13th and the 17th
NOT_NEEDED = tuple(place for place in range(len(DELAYS)) if place not in NEEDED)


# BT-1 ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wait", "alerts", "caught", "not_needed", "minutes"),
    [
        (10, 8, 2, 6, (10, 10)),
        (15, 5, 2, 3, (15, 15)),
        (20, 4, 2, 2, (20, 20)),
        (30, 2, 2, 0, (30, 30)),
    ],
)
def test_bt1_what_another_wait_would_have_done(wait, alerts, caught, not_needed, minutes):
    would = would_have(DELAYS, NEEDED, wait, not_needed=NOT_NEEDED)

    assert (would.wait, would.alerts, would.caught, would.not_needed, would.minutes) == (
        wait, alerts, caught, not_needed, minutes,
    )  # fmt: skip
    assert would.not_caught == 0


def test_a_reply_at_the_very_end_of_the_wait_rings_nobody():
    assert would_have((20,), (), 20, not_needed=()).alerts == 0
    assert would_have((21,), (), 20, not_needed=()).alerts == 1


def test_it_is_said_in_one_easy_sentence():
    assert in_easy_words(would_have(DELAYS, NEEDED, 20, not_needed=NOT_NEEDED)) == (
        "If we wait 20 minutes, we would have rung you 4 times. 2 times you needed it."
    )
    assert in_easy_words(would_have((31, None), (1,), 31, not_needed=())) == (
        "If we wait 31 minutes, we would have rung you 1 time. 1 time you needed it."
    )


def test_a_wait_that_rings_nobody_or_comes_too_late_says_so():
    assert in_easy_words(would_have((1, 2), (), 20, not_needed=())) == (
        "If we wait 20 minutes, we would not have rung you."
    )
    assert in_easy_words(would_have(DELAYS, NEEDED, 45, not_needed=NOT_NEEDED)) == (
        "If we wait 45 minutes, we would have rung you 1 time. 1 time you needed it."
        " 1 time you needed it and we would not have rung."
    )


# BT-2: Dev's week ---------------------------------------------------------------------

FIRST, LAST = date(2026, 10, 19), date(2026, 10, 27)
VERSION_2 = dev_agreement(
    version=2,
    times=(LEAVE, HOME),
    agreed_on=date(2026, 10, 26),
    valid_from=date(2026, 10, 26),
    review_on=date(2026, 11, 9),
)
NIGHT = dev_agreement(
    key="dev-disco",
    times=(DISCO_HOME,),
    agreed_on=date(2026, 10, 24),
    valid_from=date(2026, 10, 24),
)


def name(key, slot, agreement="dev-group-days"):
    return f"{agreement} {key} {slot}"


def ended(at, key, slot):
    return Record(london(at), Ended(name(key, slot)))


WEEK = (
    Record(london("2026-10-20 09:17"), Moved(name("leave", "2026-10-20T09:15"), london("2026-10-20 09:37"))),
    Record(london("2026-10-20 09:17"), Moved(name("arrive", "2026-10-20T10:00"), london("2026-10-20 10:20"))),
    ended("2026-10-20 09:35", "leave", "2026-10-20T09:15"),
    ended("2026-10-20 10:18", "arrive", "2026-10-20T10:00"),
    ended("2026-10-20 16:04", "home", "2026-10-20T16:00"),
    Record(london("2026-10-21 13:20"), FreeMessage("m1", "hi can i go cafe sat after")),
    ended("2026-10-22 09:16", "leave", "2026-10-22T09:15"),
    ended("2026-10-22 11:41", "arrive", "2026-10-22T10:00"),  # too late: the phone was dead
    ended("2026-10-22 16:05", "home", "2026-10-22T16:00"),
    ended("2026-10-23 09:14", "leave", "2026-10-23T09:15"),
    ended("2026-10-23 10:02", "arrive", "2026-10-23T10:00"),
    Record(london("2026-10-23 14:35"), WordUsed("m2")),
    ended("2026-10-23 15:10", "home", "2026-10-23T16:00"),  # with staff
    ended("2026-10-25 09:20", "leave", "2026-10-25T09:15"),
    ended("2026-10-25 10:03", "arrive", "2026-10-25T10:00"),
    ended("2026-10-25 16:06", "home", "2026-10-25T16:00"),
    Record(london("2026-10-25 17:05"), TextsStopped("m3", "STOP", london("2026-10-27 09:15"))),
    ended("2026-10-27 09:18", "leave", "2026-10-27T09:15"),
    ended("2026-10-27 16:02", "home", "2026-10-27T16:00"),
)  # fmt: skip


STATES = {Ask: "asked", Remind: "reminded"}
TICK = timedelta(seconds=30)


def live_week():
    """Live through the week as the worker does: look every 30 seconds, answers coming in between."""
    return [
        alert
        for agreement, last in ((dev_agreement(), date(2026, 10, 25)), (VERSION_2, LAST))
        for occurrence in occurrences(agreement, FIRST, last)
        for alert in live_check_in(agreement, occurrence)
    ]


def live_check_in(agreement, occurrence):
    check_in = expected(
        name(occurrence.key, occurrence.local_slot), "planned", occurrence, agreement
    )
    heard = [one for one in WEEK if getattr(one.what, "check_in", None) == check_in.id]
    now = occurrence.due_at - timedelta(hours=2)
    while check_in.state in WAITING:
        for record in (one for one in heard if now - TICK < one.at <= now):
            check_in = after(check_in, record.what)
        step = next_step(check_in, now)
        if isinstance(step, Miss):
            silent = Silent(check_in.id, occurrence.key, in_words(occurrence.due_at, LONDON))
            return [(now, one) for one in reached([agreement], silent, now, person=DEV)]
        check_in = replace(check_in, state=STATES.get(type(step), check_in.state))
        now += TICK
    return []


def after(check_in, what):
    if isinstance(what, Moved):
        return moved_to(check_in, what.new_due)
    return replace(check_in, state="answered")


def test_bt2_replaying_the_live_versions_gives_the_live_alerts():
    live = live_week()

    silent = [
        one
        for one in replay(as_kept(dev_agreement(), VERSION_2), WEEK, FIRST, LAST, person=DEV)
        if one.reached.kind == "missed_checkin"
    ]

    assert [one.reached for one in silent] == [alert for _, alert in live]
    for one, (at, _) in zip(silent, live, strict=True):
        assert abs(one.at - at) <= timedelta(seconds=30)


def test_bt2_devs_week_raises_what_the_scenario_says_and_nothing_more():
    found = replay(as_kept(dev_agreement(), VERSION_2), WEEK, FIRST, LAST, person=DEV)

    assert [(one.reached.kind, one.at) for one in found] == [
        ("free_message", london("2026-10-21 13:20")),
        ("missed_checkin", london("2026-10-22 10:20:01")),
        ("agreed_word", london("2026-10-23 14:35")),
        ("texts_stopped", london("2026-10-25 17:05")),
    ]
    assert found[1].reached.key == "missed_checkin:dev-group-days arrive 2026-10-22T10:00"
    assert found[1].reached.title == "Dev did not answer: arrive, due 10:00."


def test_a_longer_wait_would_have_raised_the_same_alert_later():
    longer = dev_agreement(missed_after_minutes=90)

    (missed,) = [
        one.at
        for one in replay(as_kept(longer), WEEK, FIRST, date(2026, 10, 25), person=DEV)
        if one.reached.kind == "missed_checkin"
    ]

    assert missed == london("2026-10-22 11:30:01")


def test_the_disco_is_judged_once_on_the_night_the_clocks_go_back():
    (missed,) = replay(as_kept(NIGHT), (), date(2026, 10, 24), date(2026, 10, 26), person=DEV)

    assert missed.at == utc("2026-10-25 00:50:01")
    assert missed.reached.title == (
        "Dev did not answer: disco_home, due 01:30, before the clocks changed."
    )


def test_a_day_under_version_two_has_no_check_in_of_version_one():
    found = replay(as_kept(dev_agreement(), VERSION_2), (), LAST, LAST, person=DEV)

    assert [one.reached.key.split()[1] for one in found] == ["leave", "home"]


def test_before_anything_was_agreed_a_call_for_help_still_counts():
    early = Record(london("2026-09-01 12:00"), WordUsed("m0"))

    found = replay(
        as_kept(dev_agreement()), [early], date(2026, 9, 1), date(2026, 9, 1), person=DEV
    )

    assert [one.reached.level for one in found] == ["now"]


# Our own outage -----------------------------------------------------------------------

THURSDAY = date(2026, 10, 22)


def replayed(*down, version=None, records=()):
    version = version or dev_agreement(times=(ARRIVE,))
    return replay(as_kept(version), records, THURSDAY, THURSDAY, person=DEV, down=down)


def test_after_an_outage_the_check_in_is_judged_once_when_we_are_back():
    (one,) = replayed(Down(london("2026-10-22 09:50"), london("2026-10-22 10:40")))

    assert one.at == london("2026-10-22 10:40")
    assert one.reached.what == ("The system was down from 09:50.",)


def test_an_outage_that_ended_before_the_deadline_is_judged_at_the_deadline():
    (one,) = replayed(Down(london("2026-10-22 09:50"), london("2026-10-22 10:05")))

    assert one.at == london("2026-10-22 10:20:01")
    assert one.reached.what == ("The system was down from 09:50.",)


def test_another_days_outage_changes_nothing():
    (one,) = replayed(Down(london("2026-10-21 09:50"), london("2026-10-21 10:40")))

    assert (one.at, one.reached.what) == (london("2026-10-22 10:20:01"), ())


def test_what_is_never_missed_raises_nothing():
    assert replayed(version=dev_agreement(times=(ARRIVE,), missed_after_minutes=None)) == ()


def test_a_check_in_that_was_moved_is_judged_at_its_new_time():
    moved = Record(
        london("2026-10-22 09:55"),
        Moved("dev-group-days arrive 2026-10-22T10:00", london("2026-10-22 10:30")),
    )

    (one,) = replayed(records=[moved])

    assert one.at == london("2026-10-22 10:50:01")

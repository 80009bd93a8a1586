"""We ourselves were down, or a clock jumped: nobody is asked late, nobody gets a burst."""

from collections import Counter
from datetime import datetime

import pytest
from sqlalchemy import select

from checkin import clock
from checkin.actions.note_receipt import note_receipt
from checkin.actions.notice_silence import notice_silence
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.actions.sending import Outgoing, Refused, Unknown
from checkin.storage import beats
from checkin.storage.tables import AlertRow, CheckInRow, Staff, db
from checkin.storage.transaction import kept_together
from checkin.worker.look import FIRST, send_all, tick
from tests.conftest import World, london, minutes
from tests.faults.silences import close_alerts, put_silent
from tests.journeys.doors import DEV, MARCUS


def _tick(world: World, at: str) -> None:
    moment = london(at)
    clock.stop_at(moment)
    with world.app.app_context():
        tick(moment, worker="one")
        send_all({"text": world._sender, "call": world._sender}, moment)


def _up_until(world: World, at: str) -> None:
    with world.app.app_context():
        close_alerts()
    _tick(world, at)
    world.sent.clear()


def _missed(world: World) -> list[AlertRow]:
    with world.app.app_context():
        return list(db.session.scalars(select(AlertRow).where(AlertRow.kind == "missed_checkin")))


def _down_until_noon() -> None:
    clock.stop_at(london("2026-10-20 12:00"))
    tick(clock.now())


def _not_marcus(one: Outgoing) -> str:
    if one.number == MARCUS:
        raise Refused("No such number", code="21211", permanent=True)
    return one.key[-60:]


def _to_marcus(world: World) -> list[Outgoing]:
    return [one for one in world.sent if one.number == MARCUS]


def test_after_three_hours_down_each_of_37_is_judged_once_and_marcus_gets_one_text(
    world: World,
) -> None:
    _up_until(world, "2026-10-20 09:00")
    with world.app.app_context():
        put_silent(37, london("2026-10-20 10:20"), state="planned")

    _tick(world, "2026-10-20 12:00")
    _tick(world, "2026-10-20 12:00:30")

    to_staff = _to_marcus(world)
    alerts = _missed(world)
    assert len(alerts) == 37
    assert all(
        one.title.startswith("Dev was not asked: arrive")
        and one.what[-2:] == ["We did not ask.", "The system was down from 09:00."]
        for one in alerts
    )
    assert len(to_staff) == 1
    assert "And 36 more." in to_staff[0].body
    assert not [one for one in world.sent if "Text OK" in one.body]
    to_dev = {one.body for one in world.sent if one.key.startswith("check_in:")}
    assert to_dev == {"Hi Dev. We did not ask you at 10:00. We are asking Marcus to ring you."}


def test_a_program_that_dies_of_many_at_once_gets_some_further_each_time_it_starts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _up_until(world, "2026-10-20 09:00")
    with world.app.app_context():
        put_silent(37, london("2026-10-20 10:20"), state="planned")

    def dies_of_many(now: datetime, most: int) -> int:
        if most > FIRST:
            raise MemoryError
        return notice_silence(now, most)

    monkeypatch.setattr("checkin.worker.look.notice_silence", dies_of_many)
    for judged in (20, 37):
        with pytest.raises(MemoryError):
            _tick(world, "2026-10-20 12:00")
        assert len(_missed(world)) == judged


def test_where_the_one_text_of_37_is_refused_each_of_them_goes_on(world: World) -> None:
    _up_until(world, "2026-10-20 09:00")
    with world.app.app_context():
        put_silent(37, london("2026-10-20 10:20"), state="planned")
        _down_until_noon()

        send_all({"text": _not_marcus}, clock.now())

        assert {one.next_at for one in _missed(world)} == {clock.now()}


def test_the_receipt_of_the_one_text_is_that_of_each(world: World) -> None:
    _up_until(world, "2026-10-20 09:00")
    with world.app.app_context():
        put_silent(37, london("2026-10-20 10:20"), state="planned")
        _down_until_noon()
        send_all({"text": lambda one: f"SM{one.number}"}, clock.now())

        note_receipt(f"SM{MARCUS}", "failed", "30003", clock.now())

        assert {one.next_at for one in _missed(world)} == {clock.now()}


def test_a_text_of_many_that_may_have_gone_is_looked_for_in_the_same_words(world: World) -> None:
    _up_until(world, "2026-10-20 09:00")
    tried: list[Outgoing] = []

    def breaks(one: Outgoing) -> str:
        tried.append(one)
        raise Unknown("The line broke.")

    with world.app.app_context():
        put_silent(37, london("2026-10-20 10:20"), state="planned")
        _down_until_noon()
        send_all({"text": breaks}, clock.now())
        put_silent(5, london("2026-10-20 10:20"), name="later", state="planned")

        send_all({"text": breaks}, clock.now() + minutes(2))

    first, again = [one for one in tried if one.number == MARCUS]
    assert (again.body, again.key, again.tried_at) == (first.body, first.key, clock.now())


def test_when_nobody_takes_any_of_them_the_next_one_gets_one_text_too(world: World) -> None:
    _up_until(world, "2026-10-20 09:00")
    with world.app.app_context():
        put_silent(37, london("2026-10-20 10:20"), state="planned")
    _tick(world, "2026-10-20 12:00")
    world.sent.clear()

    _tick(world, "2026-10-20 12:01")
    _tick(world, "2026-10-20 12:02")
    _tick(world, "2026-10-20 12:03")
    _tick(world, "2026-10-20 12:05")

    assert {one.step for one in _missed(world)} == {1}
    assert len([one for one in world.sent if "And 36 more." in one.body]) == 1


def test_dev_is_not_asked_late_but_may_still_answer_before_the_deadline(world: World) -> None:
    _up_until(world, "2026-10-20 09:50")
    with world.app.app_context():
        put_silent(1, london("2026-10-20 11:00"), state="planned")

    _tick(world, "2026-10-20 10:50")
    before = (len(world.sent), len(_missed(world)))
    _tick(world, "2026-10-20 11:00:01")

    assert before == (0, 0)
    assert len(_missed(world)) == 1


def test_a_clock_that_goes_back_an_hour_repeats_nothing_and_holds_nothing_up(world: World) -> None:
    _up_until(world, "2026-10-20 10:20")
    with world.app.app_context():
        put_silent(3, london("2026-10-20 10:20"))
    _tick(world, "2026-10-20 10:20:01")
    for minute in range(0, 60, 2):
        _tick(world, f"2026-10-20 09:{minute:02}")

    assert set(Counter(one.key for one in world.sent).values()) == {1}
    assert len(_missed(world)) == 3
    assert min(one.step for one in _missed(world)) > 0  # nobody took it: the next one knows


def test_a_clock_that_jumps_ahead_an_hour_asks_nobody_late_and_judges_each_once(
    world: World,
) -> None:
    _up_until(world, "2026-10-20 09:00")
    with world.app.app_context():
        put_silent(5, london("2026-10-20 09:50"), state="planned")

    _tick(world, "2026-10-20 10:00")  # it says ten, and it is nine
    _tick(world, "2026-10-20 09:00:30")
    _tick(world, "2026-10-20 10:00:30")

    assert len(_missed(world)) == 5
    assert not [one for one in world.sent if "Text OK" in one.body]


def test_one_check_in_that_cannot_be_asked_does_not_keep_the_others_from_being_noticed(
    world: World,
) -> None:
    _up_until(world, "2026-10-20 10:20")
    with world.app.app_context():
        broken, *_ = put_silent(1, london("2026-10-20 10:40"), name="broken", state="planned")
        db.session.get_one(CheckInRow, broken).asks = "a_flow_that_was_lost"
        db.session.commit()
        silent = put_silent(2, london("2026-10-20 10:20"))

    _tick(world, "2026-10-20 10:20:01")
    assert {one.check_in_id for one in _missed(world)} == set(silent)

    for minute in range(21, 42):
        _tick(world, f"2026-10-20 10:{minute}:01")
    assert {one.check_in_id for one in _missed(world)} == {broken, *silent}
    (of_broken,) = (one for one in _missed(world) if one.check_in_id == broken)
    assert "We did not ask." in of_broken.what
    assert "We do not ask while somebody waits for help." not in of_broken.what


def test_nobody_named_or_without_a_phone_the_next_one_is_told_at_once(world: World) -> None:
    _up_until(world, "2026-10-20 10:20")
    with world.app.app_context():
        db.session.get_one(Staff, world.cast.marcus).phone = None
        db.session.commit()
        put_silent(1, london("2026-10-20 10:20"))

    _tick(world, "2026-10-20 10:20:01")

    told = [one.number for one in world.sent if one.key.startswith("alert:")]
    assert told == ["+447700900104"]  # Jo, the manager: Marcus is day cover and team lead


def test_a_worker_that_was_ahead_and_died_hides_no_silence_and_is_no_outage(world: World) -> None:
    _up_until(world, "2026-10-20 10:39")
    with world.app.app_context():
        put_silent(1, london("2026-10-20 11:00"), state="planned")
    with world.app.app_context(), kept_together():
        beats.beat("a worker that is ahead", london("2026-10-20 11:40"))
        beats.put_outage(london("2026-10-20 10:40"), london("2026-10-20 11:40"))

    _tick(world, "2026-10-20 10:40:30")

    with world.app.app_context():
        assert beats.last_beat(london("2026-10-20 10:45")) == london("2026-10-20 10:40:30")
    assert [one.body for one in world.sent if "Text OK" in one.body]


def test_after_three_days_down_the_third_is_judged_too_and_nothing_stale_is_promised(
    world: World,
) -> None:
    _up_until(world, "2026-10-19 09:00")

    with world.app.app_context():
        now = london("2026-10-22 15:00")
        plan_check_ins(now, beats.last_beat(now))
        plan_check_ins(now, beats.last_beat(now))
    _tick(world, "2026-10-22 15:00")

    missed = ("leave, due 09:15", "arrive, due 10:00", "home, due 16:00")
    assert Counter(one.title for one in _missed(world)) == Counter(
        [f"Dev was not asked: {one}, Tue 20 Oct." for one in missed]
        + [f"Dev was not asked: {one}." for one in missed[:2]]  # and 16:00 is to come
    )
    assert [one.body for one in world.sent if one.number == DEV] == []

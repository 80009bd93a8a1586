"""Looking back on what was lived: the same rules give the same alerts, other waits say their effect.

BT-1 and BT-2 of thresholds.md C.0, from the records that were kept.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import insert

from checkin.agreements.happened import Person, WordUsed
from checkin.agreements.happened_by_text import FreeMessage, TextsStopped
from checkin.agreements.in_force import Lasts
from checkin.agreements.replay import Ended, Moved, Record, replay
from checkin.example_people.agreed_with_dev import group_days_of_dev
from checkin.lives.alert import Closed
from checkin.storage import agreements, alert_steps, alerts
from checkin.storage.agreements import InForce
from checkin.storage.alert_steps import AlertStep
from checkin.storage.new_alert import NewAlert
from checkin.storage.tables import AlertRow, CheckInRow, HeardRow, db, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import LONDON, World, london, minutes
from tests.journeys.doors import Desk, Phone
from tests.journeys.records import kept

KEY = "dev-group-days"
A_TICK = timedelta(seconds=30)

WEEK = (
    ("2026-10-20 09:17", "LATE 20"),
    ("2026-10-20 09:35", "OK"),
    ("2026-10-20 10:18", "here"),
    ("2026-10-20 16:04", "OK"),
    ("2026-10-21 13:20", "hi can i go cafe sat after"),
    ("2026-10-22 09:16", "OK"),  # and then his phone is dead
    ("2026-10-22 11:41", "OK sorry phone died"),
    ("2026-10-22 16:05", "OK"),
    ("2026-10-23 09:14", "OK"),
    ("2026-10-23 10:02", "OK"),
    ("2026-10-23 14:35", "can u get pineapple for tea"),
    ("2026-10-25 09:20", "OK"),
    ("2026-10-25 10:03", "OK"),
    ("2026-10-25 16:06", "OK"),
    ("2026-10-25 17:05", "STOP"),
)
STAFF_ACT = {  # what Marcus closes right after one of these texts, so that nobody else is rung
    "OK sorry phone died": "Dev did not answer",
    "can u get pineapple for tea": "Dev: agreed word used.",
}
FIRST, LAST = date(2026, 10, 19), date(2026, 10, 25)


@pytest.fixture(scope="module")
def lived(story: World) -> World:
    """Dev's week, lived by text."""
    phone = Phone(story)
    for moment, words in WEEK:
        phone.text(moment, words)
        if words in STAFF_ACT:
            _seen_to(story, STAFF_ACT[words])
    story.go_to("2026-10-25 18:00")
    return story


def _seen_to(world: World, title: str) -> None:
    marcus = Desk(world, "marcus")
    marcus.take(title)
    for row in kept(world, CheckInRow, local_slot="2026-10-23T16:00"):
        if "agreed word" in title:
            at = marcus.at
            world.go_to("2026-10-23 15:00")  # within the hour
            marcus = Desk(world, "marcus")
            marcus.open(at)
            marcus.press(f"{row.id}/with-staff")
    marcus.close("Spoke to them")


def name_of(row: CheckInRow) -> str:
    """Return what a replay calls a check-in that was kept."""
    return f"{KEY} {row.key} {row.local_slot}"


def records_of(world: World) -> list[Record]:
    """Return what happened, from the rows that were kept and nothing else."""
    rows = kept(world, CheckInRow, channel="text")
    return [*_of_check_ins(rows, kept(world, HeardRow)), *_of_words(kept(world, HeardRow))]


def _of_check_ins(rows: list[CheckInRow], heard: list[HeardRow]) -> Iterator[Record]:
    late_at = {one.check_in_id: one.at for one in heard if (one.meaning or "").startswith("late")}
    for row in rows:
        ended = row.answered_at or row.answered_late_at or row.confirmed_at
        if ended:
            yield Record(ended, Ended(name_of(row)))
        agreed = london(row.local_slot)
        if row.due_at != agreed:
            yield Record(max(late_at.values()), Moved(name_of(row), row.due_at))


def _of_words(heard: list[HeardRow]) -> Iterator[Record]:
    for one in heard:
        match one.meaning:
            case "secret":
                yield Record(one.at, WordUsed(one.id))
            case "stop":
                yield Record(one.at, TextsStopped(one.id, one.words))
            case "free":
                yield Record(one.at, FreeMessage(one.id, one.words))


def versions_of(world: World) -> list[InForce]:
    """Return every version of Dev's agreement about group days."""
    with world.app.app_context():
        row = agreements.agreement_called(KEY)
        assert row
        return agreements.versions_of(row.id)


def person_of(world: World) -> Person:
    """Return Dev as the rules see him."""
    return Person(world.cast.dev, "Dev", world.cast.priya)


RAISED = {"missed_checkin": "soon"}
"""Levels that changed since: he was heard of after he was missed, so nobody is rung about it now."""


def test_bt2_what_was_lived_replayed_gives_the_live_alerts_at_their_times(lived: World):
    rows = {one.id: one for one in kept(lived, CheckInRow)}
    live = sorted(kept(lived, AlertRow), key=lambda one: one.opened_at)
    again = replay(versions_of(lived), records_of(lived), FIRST, LAST, person=person_of(lived))

    assert [one.kind for one in live] == [
        "free_message", "missed_checkin", "agreed_word", "texts_stopped",
    ]  # fmt: skip
    assert [one.reached.kind for one in again] == [one.kind for one in live]
    for was, one in zip(live, again, strict=True):
        about = name_of(rows[was.check_in_id]) if was.check_in_id else was.key.partition(":")[2]
        assert one.reached.key == f"{was.kind}:{about}"
        assert (one.reached.title, one.reached.level) == (
            was.title,
            RAISED.get(was.kind, was.level),
        )
        assert abs(one.at - was.opened_at) <= A_TICK


def test_bt2_a_longer_wait_would_have_alarmed_nobody_before_dev_wrote(lived: World):
    waits = group_days_of_dev(lived.cast, FIRST - timedelta(days=14), missed_after_minutes=110)
    again = replay(
        [Lasts(waits, london("2026-10-05 00:00"))],
        records_of(lived),
        FIRST,
        LAST,
        person=person_of(lived),
    )

    assert "missed_checkin" not in [one.reached.kind for one in again]


DELAYS = (2, 1, 4, 12, 3, 0, -5, 25, 6, 9, 14, 3, None, 2, 18, 5, 31, 1, 7, 11, 2, 22, 3, 4)
NOT_NEEDED = (7, 21)  # the others that the wait of 20 minutes missed
NEEDED = (12, 16)  # the 13th, which never came, and the 17th, which came after 31 minutes
DAY = timedelta(days=1)
SOME_DAYS_BEFORE = london("2026-09-20 09:15")


def _past_check_in(version: str, person: str, day: int, delay: int | None) -> dict[str, object]:
    due = SOME_DAYS_BEFORE + day * DAY
    replied = None if delay is None else due + minutes(delay)
    missed = delay is None or delay > 20
    return {
        "id": new_id(),
        "person_id": person,
        "agreement_version_id": version,
        "key": "leave",
        "asks": "ask_leave",
        "channel": "text",
        "local_slot": f"{due.astimezone(LONDON):%Y-%m-%dT%H:%M}",
        "state": "missed" if missed else "answered",
        "due_at": due,
        "early_from": due - minutes(30),
        "deadline_at": due + minutes(20),
        "answered_late_at" if missed else "answered_at": replied,
    }


def _judged(world: World, row: dict[str, object], words: str) -> None:
    """Keep the closed alert of a past check-in, which staff called needed, or not."""
    at, key = row["deadline_at"], f"missed_checkin:{row['id']}"
    assert isinstance(at, datetime)
    alert = NewAlert(
        id=new_id(), key=key, group_key=key, kind="missed_checkin", level="soon", about="person",
        task=False, house_id=world.cast.house, person_id=world.cast.dev, check_in_id=str(row["id"]),
        agreement_version_id=None, title="Dev did not answer.", what=(), agreed_words="",
        said_privately=False, for_staff=None, do_by=None, next_at=at, opened_at=at,
    )  # fmt: skip
    alerts.put([alert])
    alert_steps.add_steps([
        AlertStep(alert.id, at, "judged", words, world.cast.marcus),
        AlertStep(alert.id, at, "closed", "Done", world.cast.marcus, Closed("Done", at)),
    ])  # fmt: skip


@pytest.fixture
def past(world: World) -> str:
    """Twenty-four check-ins of the last weeks; return the agreement they were judged by."""
    with world.app.app_context(), kept_together():
        row = agreements.agreement_called(KEY)
        assert row
        version = agreements.versions_of(row.id)[0].version_id
        rows = [
            _past_check_in(version, world.cast.dev, day, delay) for day, delay in enumerate(DELAYS)
        ]
        every = ({"answered_at": None, "answered_late_at": None, **one} for one in rows)
        db.session.execute(insert(CheckInRow), list(every))
        for place in NEEDED:
            _judged(world, rows[place], "needed")
        for place in NOT_NEEDED:
            _judged(world, rows[place], "not needed")
        return row.id


def test_bt1_the_form_says_what_each_wait_would_have_done(world: World, past: str):
    priya = Desk(world, "priya")
    for wait, rung, unjudged in ((10, 8, 4), (15, 5, 1), (20, 4, 0), (30, 2, 0)):
        priya.open(f"/staff/agreements/{past}/change")
        priya.press(
            "/change", ("do", "look"),
            remind_after_minutes="5", missed_after_minutes=str(wait), view_of_person="agrees",
        )  # fmt: skip
        assert (
            f"If we wait {wait} minutes, we would have rung you {rung} times. 2 times you needed it."
        ) in priya.words
        assert "would not have rung" not in priya.words
        times = "1 time" if unjudged == 1 else f"{unjudged} times"
        said = f"{times} nobody wrote down whether you needed it." in priya.words
        assert said == bool(unjudged)
        assert ("nobody wrote down" in priya.words) == bool(unjudged)

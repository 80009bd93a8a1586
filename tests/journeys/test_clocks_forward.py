"""The night of 28 March 2027: the clocks go forward, and 01:30 is not there (variant D-SPRING)."""

from datetime import UTC, date, datetime, time, timedelta

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.agreements.agreement import Agreement, CheckTime
from checkin.example_people.agreed_with_dev import group_days_of_dev
from checkin.storage.tables import CheckInRow
from tests.conftest import World, london
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import check_in, kept

BEGINS = london("2027-03-26 12:00")
GROUP_DAYS = ("sat", "sun")
THE_NIGHT = date(2027, 3, 28)


def agree(world: World, key: str, **when: object) -> tuple[str, ...]:
    """Agree on one more check-in at half past one in the night; return what is wrong with it."""
    at_night = CheckTime(key="night", at=time(1, 30), asks="ask_home", **when)  # type: ignore[arg-type]
    draft: Agreement = group_days_of_dev(
        world.cast, date(2027, 3, 26), key=key, title=key, times=(at_night,)
    )
    with world.app.app_context():
        return change_agreement(draft, world.cast.priya, clock.now())


def test_one_check_in_at_half_past_one_that_night_is_refused(story: World):
    assert agree(story, "once", on=THE_NIGHT) == (
        "There is no 01:30 that night. The clocks jump from 01:00 to 02:00.",
    )
    assert kept(story, CheckInRow, key="night") == []


def test_half_past_one_every_night_is_asked_once_at_two(story: World):
    assert agree(story, "nightly", days=("sun",)) == ()
    phone = Phone(story)
    for moment in ("2027-03-27 09:20", "2027-03-27 10:02", "2027-03-27 16:02"):
        phone.text(moment, "OK")
    before = len(story.texts(DEV))
    phone.text("2027-03-28 02:05", "OK")

    assert story.texts(DEV)[before:] == ["Hi Dev. Are you home? Text OK.", "Thanks Dev."]
    (night,) = kept(story, CheckInRow, key="night", local_slot="2027-03-28T01:30")
    assert night.asked_at == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    assert night.state == "answered"
    page = Desk(story, "lena").open(f"/staff/people/{story.cast.dev}")
    assert "Night due 02:00 Answered at 02:05" in page


def test_a_quarter_past_nine_comes_23_hours_after_the_day_before(story: World):
    saturday = check_in(story, story.cast.dev, "2027-03-27T09:15", "leave")
    sunday = check_in(story, story.cast.dev, "2027-03-28T09:15", "leave")

    assert saturday.due_at == datetime(2027, 3, 27, 9, 15, tzinfo=UTC)
    assert sunday.due_at == datetime(2027, 3, 28, 8, 15, tzinfo=UTC)
    assert sunday.deadline_at - sunday.due_at == timedelta(minutes=20)


def test_silence_across_the_jump_is_twenty_real_minutes(story: World):
    late = CheckTime(key="late", at=time(0, 50), on=THE_NIGHT, asks="ask_home")
    agreed = group_days_of_dev(
        story.cast, date(2027, 3, 26), key="late", title="Late", times=(late,)
    )
    with story.app.app_context():
        found = change_agreement(agreed, None, london("2027-03-27 20:00"))

    assert found == ()
    row = check_in(story, story.cast.dev, "2027-03-28T00:50", "late")
    assert row.deadline_at == datetime(2027, 3, 28, 1, 10, tzinfo=UTC)  # 02:10 on the wall

"""Days and times are said in the words of the language, never as a machine writes them."""

import re
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

import checkin
from checkin.wording import by_day, dated, day_from, plain_date, plain_day, plain_time, short_date

PACKAGE = Path(checkin.__file__).parent
LONDON = ZoneInfo("Europe/London")
FOR_MACHINES = {
    "storage/check_ins.py",  # facts
    "actions/start_check_in.py",  # the local slot
    "agreements/times.py",
}


def test_a_day_and_a_time_are_said_plainly():
    day = date(2026, 10, 7)

    assert (plain_day(day), plain_date(day)) == ("Wednesday", "Wednesday 7 October")
    assert (dated(day), short_date(day)) == ("7 October 2026", "Wed 7 Oct")
    assert plain_time(time(9, 5)) == "09:05"
    assert plain_day(day, "cy") == "Dydd Mercher"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.times(), st.sampled_from([0, 1]))
def test_whatever_the_moment_its_own_wall_clock_is_said(day, at, fold):
    there = datetime.combine(day, at, LONDON).replace(fold=fold)

    assert plain_time(there) == f"{at.hour:02d}:{at.minute:02d}"
    assert re.search(rf"\b{day.day}\b", plain_date(there))
    assert dated(there).endswith(str(day.year))


def test_a_coming_day_is_said_from_today():
    thursday = date(2026, 10, 22)

    assert day_from(thursday, thursday) == "today"
    assert day_from(thursday, date(2026, 10, 23)) == "Friday"
    assert day_from(thursday, date(2026, 10, 28)) == "Wednesday"
    assert day_from(thursday, date(2026, 10, 29)) == "Thursday 29 October"


def test_a_thing_is_to_be_done_today_or_by_a_day_that_cannot_be_another():
    thursday = date(2026, 10, 22)

    assert by_day(thursday, date(2026, 10, 21)) == "today"
    assert by_day(thursday, thursday) == "today"
    assert by_day(thursday, date(2026, 10, 23)) == "by Friday"
    assert by_day(thursday, date(2026, 10, 29)) == "by Thursday 29 October"


def test_no_other_file_writes_a_date_of_its_own():
    found = {
        str(file.relative_to(PACKAGE))
        for file in PACKAGE.rglob("*.py")
        if "migrations" not in file.parts
        and re.search(r":%[A-Za-z-]|strftime", file.read_text(encoding="utf-8"))
    }

    assert found <= FOR_MACHINES

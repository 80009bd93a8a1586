"""Monday to Friday, without the bank holidays of England.

Source: thresholds.md C.0 "working days"; the list is the government's, to the end of 2028.
After that only weekends are left out, until the list is made longer.
"""

from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5  # date.weekday()

BANK_HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
        "2026-12-25", "2026-12-28",
        "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
        "2027-12-27", "2027-12-28",
        "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28",
        "2028-12-25", "2028-12-26",
    )
)  # fmt: skip


def is_working_day(day: date) -> bool:
    """Say whether offices in England are open that day."""
    return day.weekday() < SATURDAY and day not in BANK_HOLIDAYS


def after_working_days(day: date, number: int) -> date:
    """Return the day that lies `number` working days after `day`; Friday + 1 is Monday."""
    while number > 0:
        day += DAY
        number -= is_working_day(day)
    return day

"""What the person reads of when a version begins and ends, and of who decided it without their yes.

Source: thresholds.md C.0 "Who may change it" 1 and 2.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from checkin.agreements.agreement import Agreement
from checkin.agreements.in_force import Version, waits
from checkin.agreements.own_view import Says, Standing
from checkin.agreements.review import words_for_person
from checkin.agreements.times import local
from checkin.wording import dated, plain_date


def when_it_counts(
    version: Version, versions: Sequence[Version], stands: Standing, made_by: str, now: datetime
) -> tuple[str, ...]:
    """Return it in plain words, of a version that is on their page, beside all of its agreement.

    `made_by`: what who wrote it down is called; "" where nobody of staff did.
    """
    agreement = version.agreement
    today = local(now, agreement.zone).date()
    return (
        *_begins(version, versions, now),
        *_decided(agreement, stands, made_by),
        *words_for_person(agreement, today),
    )


def _begins(version: Version, versions: Sequence[Version], now: datetime) -> Iterator[str]:
    agreement = version.agreement
    day = plain_date(local(version.in_force_from, agreement.zone).date())
    if waits(version, versions, now):
        yield f"This does not begin on {day}. It waits for your yes."
    elif version.in_force_from > now:
        yield f"This begins on {day}."


def _decided(agreement: Agreement, stands: Standing, made_by: str) -> Iterator[str]:
    if agreement.view_of_person == "agrees":
        return
    said_no = isinstance(stands, Says) and stands.view == "does_not_agree"
    against = said_no or agreement.view_of_person == "does_not_agree"
    why = "You did not agree." if against else "You were not asked."
    yield f"Staff decided this. {why} {_ends(agreement.review_on)}"
    if made_by:
        yield f"It was {made_by} who decided it."


def _ends(day: date) -> str:
    return f"It ends on {dated(day)}."

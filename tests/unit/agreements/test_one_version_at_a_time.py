"""Whatever is written, agreed, refused or ends, one version of an agreement is in force at a moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin.agreements.in_force import (
    Lasts,
    Span,
    ends_by_itself,
    in_force_at,
    in_force_until,
    over_at,
    spans,
    waits,
)
from tests.unit.agreements.agreed_people import dev_agreement

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
DAY = timedelta(days=1)


def kept(number: int, begins: int, ends: int | None = None, *, held: bool = False) -> Lasts:
    """Return a version that begins so many days after Monday; without a yes where it ends."""
    view = {} if ends is None else {"view_of_person": "does_not_agree"}
    review_on = MONDAY.date() + timedelta(days=20 if ends is None else ends - 1)
    agreement = dev_agreement(version=number, review_on=review_on, **view)
    return Lasts(agreement, MONDAY + begins * DAY, held)


def as_kept(*versions: Lasts) -> list[Lasts]:
    return [replace(one, in_force_to=over_at(one, versions)) for one in versions]


def by_day(*versions: Lasts, days: int = 12) -> list[int | None]:
    """Return the number of the version in force on each day from Monday."""
    found = [in_force_at(as_kept(*versions), MONDAY + day * DAY) for day in range(days)]
    return [one.agreement.version if one else None for one in found]


def test_the_next_change_takes_the_place_of_one_that_would_have_ended_by_itself() -> None:
    first, by_staff, agreed = kept(1, 0), kept(2, 2, 6), kept(3, 3)

    assert by_day(first, by_staff, agreed, days=8) == [1, 1, 2, 3, 3, 3, 3, 3]
    assert by_day(first, by_staff, kept(3, 2), days=8) == [1, 1, 3, 3, 3, 3, 3, 3]


def test_what_was_agreed_goes_on_after_it_and_not_what_it_took_the_place_of() -> None:
    first, longer, shorter = kept(1, 0), kept(2, 1, 9), kept(3, 2, 4)

    assert by_day(first, longer, shorter, days=10) == [1, 2, 3, 3, 1, 1, 1, 1, 1, 1]


def test_what_was_agreed_for_later_begins_on_its_day_beside_what_ends_by_itself() -> None:
    first, later = kept(1, 0), kept(2, 5)

    assert by_day(first, later, kept(3, 1, 3), days=7) == [1, 3, 3, 1, 1, 2, 2]
    assert by_day(first, later, kept(3, 1, 6), days=7) == [1, 3, 3, 3, 3, 3, 2]


def test_what_dev_said_no_to_before_it_began_never_is_in_force() -> None:
    first, refused = kept(1, 0), kept(2, 2, held=True)

    assert by_day(first, refused, days=4) == [1, 1, 1, 1]
    assert by_day(first, refused, kept(3, 3), days=5) == [1, 1, 1, 3, 3]


def test_the_first_of_all_does_not_end_by_itself() -> None:
    assert ends_by_itself(kept(1, 0, 3).agreement) is None
    assert ends_by_itself(kept(2, 0, 3).agreement) == MONDAY + 3 * DAY


def test_what_one_begins_in_the_place_of_was_in_force_until_then() -> None:
    versions = as_kept(kept(1, 0), kept(2, 2))

    assert in_force_until(versions, MONDAY + 2 * DAY) == versions[0]


def test_the_list_says_that_what_was_agreed_is_in_force_twice() -> None:
    found = spans(as_kept(kept(1, 0), kept(2, 2, 4), kept(3, 9), kept(4, 9)))

    assert found == (
        Span(1, MONDAY, MONDAY + 2 * DAY),
        Span(2, MONDAY + 2 * DAY, MONDAY + 4 * DAY),
        Span(1, MONDAY + 4 * DAY, MONDAY + 9 * DAY),
        Span(4, MONDAY + 9 * DAY, None),
    )


def test_what_overlaps_in_an_older_database_is_read_as_one() -> None:
    """Version 2 kept its own end, and what came back after it was ended before it began."""
    ends = {1: 2, 2: 6, 3: 2, 4: None}
    older = [
        replace(one, in_force_to=None if (end := ends[number]) is None else MONDAY + end * DAY)
        for number, one in enumerate((kept(1, 0), kept(2, 2, 6), kept(3, 6), kept(4, 2)), 1)
    ]

    assert [(one.version, one.until) for one in spans(older)] == [(1, MONDAY + 2 * DAY), (4, None)]


@st.composite
def written(draw: st.DrawFn) -> list[Lasts]:
    """Return versions as they may be written, agreed, refused and ended, in any order."""
    found = [kept(1, 0)]
    for number in range(2, draw(st.integers(2, 6))):
        begins = draw(st.integers(0, 9))
        ends = draw(st.none() | st.integers(begins + 1, 14))
        held = ends is None and draw(st.booleans())
        found.append(kept(number, begins, ends, held=held))
    return found


@given(written())
def test_whatever_is_written_the_list_says_what_acts_and_nothing_goes_silent(
    versions: list[Lasts],
) -> None:
    known = as_kept(*versions)
    listed = spans(known)

    for half in range(32):
        at = MONDAY + half * DAY / 2
        acts = in_force_at(known, at)
        said = [one for one in listed if one.since <= at and (one.until is None or at < one.until)]
        assert [one.version for one in said] == [acts and acts.agreement.version]
        begun = [one for one in versions if one.in_force_from <= at and not one.held]
        newest = max(begun, key=lambda one: one.agreement.version)
        own = ends_by_itself(newest.agreement)
        if own is None or at < own:
            assert acts.agreement == newest.agreement
        else:
            assert acts.agreement.view_of_person == "agrees"


def test_nobody_is_judged_before_the_first_began() -> None:
    assert in_force_at(as_kept(kept(1, 2)), MONDAY) is None
    assert spans([]) == ()
    assert spans(as_kept(kept(1, 0, held=True))) == ()


def waiting(*versions: Lasts, on: int = 1) -> list[int]:
    """Return the numbers of the versions that wait for a yes so many days after Monday."""
    known = as_kept(*versions)
    return [one.agreement.version for one in known if waits(one, known, MONDAY + on * DAY)]


def test_what_dev_said_no_to_waits_for_his_yes_also_after_its_day() -> None:
    first, refused = kept(1, 0), kept(2, 5, held=True)

    assert waiting(first, refused) == [2]
    assert waiting(first, refused, on=7) == [2]
    assert waiting(first, refused, kept(3, 4, 9)) == [2]
    assert waiting(first, refused, kept(3, 4, held=True)) == [2, 3]


def test_what_a_newer_one_takes_the_place_of_waits_for_no_yes() -> None:
    first, refused = kept(1, 0), kept(2, 5, held=True)

    assert waiting(first, refused, kept(3, 5)) == []
    assert waiting(first, kept(2, 5), kept(3, 5)) == []
    assert waiting(first, kept(2, 5, 9), kept(3, 5, 9)) == []


def test_what_staff_decided_waits_for_no_yes_where_it_never_begins() -> None:
    first = kept(1, 0)

    assert waiting(first, kept(2, 5, 4)) == []
    assert waiting(first, kept(2, 5, 9, held=True)) == []


def test_what_begins_later_leaves_it_waiting_until_then() -> None:
    versions = kept(1, 0), kept(2, 5, held=True), kept(3, 8)

    assert waiting(*versions) == waiting(*versions, on=7) == [2]
    assert waiting(*versions, on=8) == []

"""Dev reads when a change begins and ends, who decided it, and that his no holds it up."""

from datetime import UTC, date, datetime, timedelta

import pytest

from checkin.agreements.in_force import Lasts
from checkin.agreements.own_view import (
    NotShown,
    Says,
    Seen,
    Shown,
    ToCome,
    needs_a_talk,
    waits_for_yes,
)
from checkin.agreements.when_it_counts import when_it_counts
from tests.unit.agreements.agreed_people import DEV, dev_agreement

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
SATURDAY = datetime(2026, 10, 23, 23, tzinfo=UTC)  # midnight in London
HOUR = timedelta(hours=1)
NO, YES, TALK = "does_not_agree", "agrees", "talk_first"


def said(*views: Seen, at: datetime = NOON) -> list[tuple[Seen, datetime, str | None, str]]:
    return [(view, at + number * HOUR, None, "") for number, view in enumerate(views)]


@pytest.mark.parametrize(
    ("views", "waits"),
    [
        ((), False),
        (("shown",), False),
        ((YES,), False),
        ((NO,), True),
        ((TALK,), True),
        ((NO, TALK), True),
        ((NO, YES), False),
        ((NO, YES, NO), True),
    ],
)
def test_a_no_before_it_begins_holds_it_up_until_a_yes(views: tuple[Seen, ...], waits) -> None:
    assert waits_for_yes(said(*views), SATURDAY) == waits


def test_a_no_once_it_began_holds_nothing_up_but_one_from_before_goes_on() -> None:
    late = said(NO, at=SATURDAY)

    assert not waits_for_yes(late, SATURDAY)
    assert waits_for_yes([*said(NO), *said(TALK, at=SATURDAY)], SATURDAY)
    assert not waits_for_yes([*said(NO), *said(YES), *late], SATURDAY)


def test_a_yes_that_a_support_worker_noted_does_not_end_his_own_no() -> None:
    noted = ("agrees", NOON + HOUR, "marcus", "At home")

    assert waits_for_yes([*said(NO), noted], SATURDAY)
    assert not waits_for_yes([*said(NO), noted], SATURDAY, leads={"marcus"})


def words(stands=None, made_by: str = "Jo", *, held: bool = False, **changes) -> tuple[str, ...]:
    agreement = dev_agreement(version=2, review_on=date(2026, 10, 26), **changes)
    version = Lasts(agreement, SATURDAY, held, SATURDAY if held else None)
    return when_it_counts(version, [version], stands or NotShown(), made_by, NOON)


def test_what_is_to_come_says_from_when() -> None:
    assert words() == ("This begins on Saturday 24 October.",)


def test_what_he_holds_up_says_that_it_waits() -> None:
    assert words(Says(NO, NOON), held=True) == (
        "This does not begin on Saturday 24 October. It waits for your yes.",
    )


@pytest.mark.parametrize(
    ("view", "stands", "why"),
    [
        ("not_asked", Shown(NOON), "You were not asked."),
        ("not_asked", Says(NO, NOON), "You did not agree."),
        ("does_not_agree", NotShown(), "You did not agree."),
    ],
)
def test_what_staff_decided_says_from_when_until_when_and_who(view, stands, why) -> None:
    assert words(stands, view_of_person=view) == (
        "This begins on Saturday 24 October.",
        f"Staff decided this. {why} It ends on 26 October 2026.",
        "It was Jo who decided it.",
    )
    assert len(words(stands, "", view_of_person=view)) == 2


def test_what_began_says_no_more_when_it_began() -> None:
    began = Lasts(dev_agreement(), NOON)

    assert when_it_counts(began, [began], Says(NO, NOON), "Jo", NOON) == ()


@pytest.mark.parametrize(
    ("made_by", "all_the_same", "told", "begins"),
    [
        (
            "marcus", False, "marcus",
            "It was to begin on Saturday 24 October. It does not, until they agree.",
        ),
        (
            None, True, "priya",
            "It begins on Saturday 24 October all the same: a manager decided it.",
        ),
    ],
)  # fmt: skip
def test_who_wrote_what_is_to_come_and_a_manager_hear_of_a_no_that_day(
    made_by, all_the_same, told, begins
) -> None:
    to_come = ToCome(date(2026, 10, 24), made_by, NOON + HOUR, all_the_same)

    work = needs_a_talk("v", "Texts", NO, 1, DEV, NOON, to_come=to_come)

    assert (work.level, work.for_staff, work.managers_too) == ("today", told, True)
    assert (work.what[0], work.do_by) == (begins, NOON + HOUR)
    later = needs_a_talk("v", "Texts", NO, 1, DEV, NOON)
    assert (later.level, later.for_staff, later.managers_too) == ("plan", "priya", False)

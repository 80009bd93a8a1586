"""What was said to others is opened with a reason: who is told, and who looked besides."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from checkin.agreements.happened import Person, WordsOpened
from checkin.agreements.ladder import steps_for
from checkin.agreements.looks import Look, last_looks
from checkin.agreements.opened_words import open_since, opening_of
from checkin.agreements.seen import Said
from checkin.agreements.thresholds import reached
from tests.unit.agreements.test_seeing import ANA, JO, LENA, MARCUS, PRIYA

NOON = datetime.fromisoformat("2026-10-22T12:00+01:00")
OPENED = WordsOpened(
    "o1",
    LENA,
    "Lena",
    "Priya",
    "My week, Monday 19 October",
    "Tuesday 20 October at 10:00",
    "She cried",
    NOON,
    JO,
)


def test_somebody_else_who_leads_has_a_task_of_it_for_a_day_after_they_are_told():
    (task,) = reached([], OPENED, NOON, person=Person("ana", "Ana", PRIYA))

    assert task.title == "Lena opened what Ana said to Priya."
    assert task.what[:2] == (
        'Opened on Tuesday 20 October at 10:00. Lena wrote why: "She cried"',
        "It was said in My week, Monday 19 October.",
    )
    assert (task.level, task.task, task.for_staff, task.about) == ("plan", True, JO, "service")
    assert task.do_by == NOON + timedelta(days=1)
    assert {one.by for one in steps_for(task.level, task=task.task)} == {"list"}


def test_opened_again_it_is_another_task():
    ana = Person("ana", "Ana", PRIYA)
    (first,) = reached([], OPENED, NOON, person=ana)
    (second,) = reached([], replace(OPENED, opening_id="o2"), NOON, person=ana)

    assert first.group != second.group


def test_a_task_of_it_is_about_who_opened_it():
    (task,) = reached([], OPENED, NOON, person=Person("ana", "Ana", PRIYA))

    assert opening_of(task.kind, task.key) == (LENA, "o1")
    assert opening_of("own_device", "own_device:tablet") is None


def test_what_was_opened_an_hour_ago_is_open_no_more():
    assert open_since(NOON) == NOON - timedelta(hours=1)


def looks(*who: str) -> list[Look]:
    return [Look(one, "week", NOON - timedelta(minutes=n)) for n, one in enumerate(who)]


def test_ana_reads_of_each_of_staff_when_they_looked_last():
    said = {"week": Said(ANA, ("keyworker", "team_lead"))}

    found = last_looks(looks(PRIYA, LENA, MARCUS, PRIYA), said)

    assert found == (Look(PRIYA, "week", NOON), Look(MARCUS, "week", NOON - timedelta(minutes=2)))


def test_no_more_than_three_are_named():
    assert len(last_looks(looks(PRIYA, LENA, MARCUS, JO), {"week": Said(ANA)})) == 3


@pytest.mark.parametrize(
    "apart",
    [
        Said(ANA, kept_from=frozenset({MARCUS})),
        Said(ANA, ("who_i_pick",), picked=frozenset({PRIYA})),
        Said(ANA, unclear=True),
        Said(ANA, hurt=True),
        Said(ANA, sent=False),
    ],
)
def test_who_looked_at_what_she_told_in_confidence_is_not_said(apart):
    assert last_looks(looks(PRIYA), {"week": apart}) == ()


def test_a_look_at_what_is_there_no_more_is_not_said():
    assert last_looks(looks(PRIYA), {}) == ()

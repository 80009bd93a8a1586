"""Whom the list of work that an answer raised asked so far, and what is for all."""

from dataclasses import dataclass, replace

import pytest

from checkin.agreements.raised_by_answer import asked_so_far
from checkin.agreements.reached import About
from checkin.agreements.seen import Team
from checkin.conversation.flows.level import Level

TEAM = Team(
    staff=frozenset({"priya", "marcus", "lena", "jo"}),
    keyworker="priya",
    cover=frozenset({"marcus", "lena"}),
    managers=frozenset({"jo"}),
)


@dataclass(frozen=True)
class Asks:
    """Ana asked to talk."""

    kind: str = "ask_to_talk"
    level: Level = "today"
    about: About = "person"
    task: bool = True
    for_staff: str | None = None


def test_it_is_on_the_list_of_whom_she_named_and_else_of_her_keyworker():
    assert asked_so_far(Asks(for_staff="lena"), 0, TEAM) == {"lena"}
    assert asked_so_far(Asks(), 0, TEAM) == {"priya"}


def test_where_nobody_knows_her_it_is_on_the_list_of_who_is_on_cover():
    assert asked_so_far(Asks(), 0, replace(TEAM, keyworker=None)) == {"marcus", "lena"}


@pytest.mark.parametrize(
    ("asks", "before"), [(Asks(), 2), (Asks(level="plan"), 0), (Asks(task=False), 2)]
)
def test_jo_has_it_from_the_step_that_asks_her_on(asks: Asks, before: int):
    assert asked_so_far(asks, before, TEAM) == {"priya"}
    for later in (1, 2, 3, 30):
        assert asked_so_far(asks, before + later, TEAM) == {"priya", "jo"}


def test_what_is_about_the_service_is_for_who_leads_it_from_the_first():
    assert asked_so_far(Asks("promise_open_again", about="service"), 0, TEAM) == {"priya", "jo"}


@pytest.mark.parametrize(
    "asks", [Asks("missed_checkin"), Asks("told", level="soon"), Asks("told", level="now")]
)
def test_a_miss_and_a_call_are_for_all(asks: Asks):
    assert asked_so_far(asks, 0, TEAM) is None

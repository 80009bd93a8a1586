"""Whatever became of the staff, somebody able is told at every step; where nobody is left, it says so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.actions.contacts import Contacts
from checkin.actions.telling import recipients, told_steps
from checkin.agreements.agreement import Agreement, Cover
from checkin.agreements.ladder import next_tell
from checkin.conversation.flows.level import Level
from checkin.lives.alert import TOLD_NOBODY
from checkin.storage.new_alert import NewAlert
from checkin.storage.tables import PersonRow, Role, Staff

HOUSE = "willow court"
HERE, ELSEWHERE, OUTSIDE = ("jo", "lena", "marcus", "priya"), ("ruth",), ("the lead",)
EVERYBODY = (*HERE, *ELSEWHERE, *OUTSIDE)
MONDAY = datetime(2026, 10, 19, tzinfo=UTC)
STEPS, BY_TEXT_TODAY = 9, 3
LONGEST = {"now": timedelta(minutes=10), "soon": timedelta(minutes=30), "today": timedelta(days=1)}
DEV = PersonRow(id="dev", house_id=HOUSE, called="Dev", keyworker_id="priya")

somebody = st.none() | st.sampled_from(HERE)
some = st.frozensets(st.sampled_from(EVERYBODY))


@dataclass(frozen=True)
class Around:
    """Who is here and may know of it, and who beyond: as `Contacts` says it, with no database."""

    active: Collection[str]
    kept_out: Collection[str]
    phones: Collection[str]

    def _of(self, ids: Collection[str]) -> list[Staff]:
        there = [one for one in ids if one in self.active and one not in self.kept_out]
        return [
            Staff(id=one, called=one.title(), phone="+447700900100" if one in self.phones else None,
                  roles=[Role(name="manager")] if one in ("jo", "ruth") else [])
            for one in there
        ]  # fmt: skip

    def may_know(self, *_: object) -> dict[str, Staff]:
        return {one.id: one for one in self._of(HERE)}

    def beyond(self, *_: object) -> list[list[Staff]]:
        return [self._of(ELSEWHERE), self._of(OUTSIDE)]

    def all_here(self, *_: object) -> list[str]:
        return [one for one in HERE if one in self.active]

    def managers(self, *_: object) -> list[str]:
        return [one for one in ("jo",) if one in self.active]

    def those_who_lead(self, *_: object) -> list[str]:
        return self.managers()

    def able(self) -> set[str]:
        return {one.id for one in self._of(EVERYBODY) if one.phone}


def called(level: Level, kind: str, at: datetime) -> NewAlert:
    return NewAlert(
        id="a", key="k", group_key="g", kind=kind, level=level, about="person", task=False,
        house_id=HOUSE, person_id="dev", check_in_id=None, agreement_version_id=None,
        title="Dev asked for help or is not OK.", what=(), agreed_words="", said_privately=False,
        for_staff=None, do_by=None, next_at=at, opened_at=at,
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    level=st.sampled_from(["now", "soon", "today"]), kind=st.sampled_from(["help_or_not_ok", "missed_checkin"]),
    day=somebody, night=somebody, lead=somebody, manager=somebody, hour=st.integers(0, 23),
    active=some, phones=some, kept_out=some, cannot=some,
)  # fmt: skip
def test_as_long_as_anybody_can_be_told_one_is_at_every_step_and_else_it_says_so(
    level, kind, day, night, lead, manager, hour, active, phones, kept_out, cannot
):
    at = MONDAY.replace(hour=hour)
    cover = Cover(day=day, night=night, team_lead=lead, manager=manager)
    agreed = Agreement.model_construct(cover=cover, zone="Europe/London")
    around = Around(active, kept_out, phones)
    contacts, alert = cast("Contacts", around), called(level, kind, at)
    left = around.able() - cannot
    for step in range(STEPS if level != "today" else BY_TEXT_TODAY):
        tell = next_tell(level, step, at)
        staff = recipients(tell, alert, DEV, agreed, contacts, at, but=cannot)
        told = {one.id for one in staff if one.phone}
        (said,) = told_steps("a", tell, staff, at)

        assert told <= around.able()
        assert bool(told) == bool(around.able())
        assert not told & cannot or not left
        assert said.words.startswith(TOLD_NOBODY) == (not told)
        assert tell.next_at - at <= LONGEST[level]
        at = tell.next_at


@settings(max_examples=100, deadline=None)
@given(active=some, phones=some, cannot=some)
def test_nobody_beyond_the_house_is_told_while_anybody_in_it_can_be(active, phones, cannot):
    around = Around(active, (), phones)
    agreed = Agreement.model_construct(cover=Cover(day="marcus"), zone="Europe/London")
    for step in range(STEPS):
        tell = next_tell("now", step, MONDAY)
        alert = called("now", "help_or_not_ok", MONDAY)
        staff = recipients(tell, alert, DEV, agreed, cast("Contacts", around), MONDAY, but=cannot)
        told = {one.id for one in staff if one.phone}

        left = around.able() - cannot
        if left & set(HERE):
            assert told <= set(HERE)
        elif left & set(ELSEWHERE):
            assert told == set(ELSEWHERE)

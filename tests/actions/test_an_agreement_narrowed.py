"""Marcus writes an agreement of Dev's by which he alone is told: another looks at it, and Dev is texted."""

from typing import Any

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.actions.who_may_take import whose_it_is
from checkin.agreements.agreement import Cover
from checkin.storage import agreements, staff
from checkin.storage.tables import AlertRow
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, LENA
from tests.journeys.records import kept

CHANGED = "Marcus changed what we agreed with you. Not so? Text HELP."
TITLE = "Marcus changed what is agreed with Dev, and alone is told now."


def written(world: World, by: str, **changes: Any) -> list[AlertRow]:
    """Let one of staff write the next version of what is agreed by text; return the work it makes."""
    with world.app.app_context():
        now = clock.now()
        stands = agreements.agreements_of(world.cast.dev, now)
        text = next(one.agreement for one in stands if one.agreement.channel == "text")
        draft = text.model_copy(
            update={
                "agreed_on": now.date(),
                "valid_from": now.date(),
                "effect_shown": "Shown.",
                **changes,
            }
        )
        assert change_agreement(draft, by, now) == ()
    world.settle()
    return kept(world, AlertRow, kind="agreement_narrowed")


def alone(who: str) -> Cover:
    return Cover(day=who, night=who, team_lead=who, manager=who)


def test_who_makes_themselves_all_who_are_told_is_looked_at_by_a_manager(world: World):
    cast = world.cast

    (task,) = written(world, cast.marcus, cover=alone(cast.marcus), missed_after_minutes=240)

    assert (task.title, task.for_staff) == (TITLE, cast.jo)
    assert tuple(task.what[1:3]) == (
        "Not told any more: Jo and Lena.", "Someone acts later than before, or never.",
    )  # fmt: skip
    assert world.texts(DEV).count(CHANGED) == 1
    with world.app.app_context():
        others = whose_it_is(task, cast.marcus, clock.now())
    assert others
    assert others.about


def test_what_takes_a_watch_or_a_time_away_says_so(world: World):
    cast = world.cast
    cover = alone(cast.marcus)
    written(world, cast.jo, cover=cover)

    (task,) = written(world, cast.marcus, cover=cover, thresholds=(), times=())

    assert tuple(task.what[1:3]) == (
        "Something is not watched any more.", "Not asked any more at some of the times.",
    )  # fmt: skip


def test_a_second_version_that_takes_nothing_more_away_is_no_second_task(world: World):
    cast = world.cast
    written(world, cast.marcus, cover=alone(cast.marcus))

    assert len(written(world, cast.marcus, cover=alone(cast.marcus), send_thanks=False)) == 1
    assert world.texts(DEV).count(CHANGED) == 1


def test_what_another_writes_for_marcus_is_no_task(world: World):
    cast = world.cast

    assert written(world, cast.jo, cover=alone(cast.marcus)) == []
    assert world.texts(DEV) == []


def test_who_is_on_cover_when_nothing_is_asked_makes_him_no_less_alone(world: World):
    cast = world.cast
    two = alone(cast.marcus).model_copy(update={"night": cast.lena})

    assert len(written(world, cast.marcus, cover=two, missed_after_minutes=240)) == 1
    assert world.texts(DEV) == [CHANGED]


def test_where_others_are_told_too_it_is_no_task(world: World):
    cast = world.cast
    two = Cover(day=cast.marcus, night=cast.lena, team_lead=cast.lena, manager=cast.marcus)

    assert written(world, cast.marcus, cover=two, missed_after_minutes=240) == []
    assert LENA not in [one.number for one in world.sent]


def test_where_nobody_else_leads_those_outside_are_told(world: World):
    cast = world.cast
    with world.app.app_context(), kept_together():
        for one in (cast.jo, cast.lena):
            staff.change(one, active=False)

    written(world, cast.marcus, cover=alone(cast.marcus), missed_after_minutes=240)

    told = [one.body for one in world.sent if one.number == "+447700900301"]
    assert [one.split(".")[0] for one in told] == ["Marcus changed what is agreed with Dev"]

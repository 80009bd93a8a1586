"""A call for help rings two at once, also where one alone is on cover: it may be whom they told of."""

import pytest

from checkin.agreements.agreement import Cover
from checkin.storage.tables import Staff, db
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Phone
from tests.journeys.test_a_change_on_the_day import keep

TUESDAY = "2026-10-20"
PRIYA = "+447700900101"


def rung(world: World, *, cover: Cover, words: tuple[str, ...] = ("help",)) -> list[str]:
    """Return who is rung within the minute once Dev texted these, where this is the cover."""
    keep(world, cover=cover)
    for words_ in words:
        world.sent.clear()
        Phone(world).arrives(words_)
    return sorted(one.number for one in world.sent if one.number != DEV)


@pytest.fixture
def tuesday(world: World) -> World:
    """Half past ten on a Tuesday."""
    world.go_to(f"{TUESDAY} 10:30")
    return world


def test_whoever_leads_is_rung_beside_the_only_one_on_cover(tuesday: World):
    cast = tuesday.cast
    alone = Cover(day=cast.marcus, night=cast.marcus, team_lead=cast.priya, manager=cast.jo)

    assert rung(tuesday, cover=alone) == sorted((PRIYA, MARCUS))


def test_where_that_is_the_same_one_the_manager_is(tuesday: World):
    cast = tuesday.cast
    alone = Cover(day=cast.marcus, night=cast.marcus, team_lead=cast.marcus, manager=cast.jo)

    assert rung(tuesday, cover=alone) == sorted((JO, MARCUS))


def test_where_all_who_are_named_are_one_any_manager_of_the_house_is(tuesday: World):
    marcus = tuesday.cast.marcus
    alone = Cover(day=marcus, night=marcus, team_lead=marcus, manager=marcus)

    assert rung(tuesday, cover=alone) == sorted((JO, MARCUS))


def test_where_that_is_the_only_manager_another_who_works_here_is(tuesday: World):
    jo = tuesday.cast.jo
    alone = Cover(day=jo, night=jo, team_lead=jo, manager=jo)

    assert len(rung(tuesday, cover=alone)) == 2


def test_a_telling_before_it_changes_nothing(tuesday: World):
    cast = tuesday.cast
    alone = Cover(day=cast.marcus, night=cast.marcus, team_lead=cast.priya, manager=cast.jo)

    assert rung(tuesday, cover=alone, words=("Marcus hit me", "help")) == sorted((PRIYA, MARCUS))


def test_where_the_other_one_has_no_phone_somebody_else_is_rung(tuesday: World):
    cast = tuesday.cast
    with tuesday.app.app_context():
        db.session.get_one(Staff, cast.lena).phone = None
        db.session.commit()
    both = Cover(day=cast.marcus, night=cast.lena, team_lead=cast.marcus, manager=cast.jo)

    assert rung(tuesday, cover=both) == sorted((JO, MARCUS))


def test_two_on_cover_are_rung_and_nobody_more(tuesday: World):
    cast = tuesday.cast
    both = Cover(day=cast.marcus, night=cast.lena, team_lead=cast.priya, manager=cast.jo)

    assert rung(tuesday, cover=both) == sorted((LENA, MARCUS))


def test_who_asks_to_be_rung_is_rung_by_who_is_on_cover(tuesday: World):
    cast = tuesday.cast
    alone = Cover(day=cast.marcus, night=cast.marcus, team_lead=cast.priya, manager=cast.jo)

    assert rung(tuesday, cover=alone, words=("call me",)) == [MARCUS]

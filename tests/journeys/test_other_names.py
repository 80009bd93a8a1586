"""Every step and every mark has another name: what the flows say they do is done all the same."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checkin import clock
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.loops import decide_loop, mark_done, raise_loop_from_talk
from checkin.actions.start_check_in import begin
from checkin.app import create_app
from checkin.example_people.people import put_example_people
from checkin.storage.tables import AlertRow, CheckInRow, LoopRow, db
from tests.chosen_for_postgresql import kinds
from tests.conftest import AGREED_ON, BEGINS, PASSWORD, World, settings_for
from tests.databases import fresh_database
from tests.flows.renamed import renamed
from tests.journeys.doors import LENA, MARCUS, Desk, Tablet
from tests.journeys.records import kept

TUESDAY = "2026-10-20"
# The example people agreed what is counted at these steps, by these marks.
COUNTED = frozenset(
    {
        "tablets", "daily_kept", "daily_how", "week",
        "tablets not taken", "plan not kept", "not good",
    }
)  # fmt: skip


@pytest.fixture(params=kinds(__file__))
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """The example people, where somebody has renamed all that no agreement counts."""
    clock.stop_at(BEGINS)
    with fresh_database(request, request.param, tmp_path) as address:
        settings = replace(
            settings_for(tmp_path, address), flows=renamed(tmp_path / "flows", COUNTED)
        )
        app = create_app(settings)
        app.testing = True
        with app.app_context():
            cast = put_example_people(clock.now(), AGREED_ON, PASSWORD)
            db.session.remove()
        yield World(app, cast)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
    clock.stop_at(None)


def ana_at(world: World, flow: str) -> Tablet:
    """Ana opens a flow at the tablet of her house, and starts."""
    with world.app.app_context():
        check_in = begin(world.cast.ana, flow, "tablet", clock.now()).id
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.open(f"/tablet/check-in/{check_in}")
    tablet.do("start")
    return tablet


def test_whom_ana_keeps_it_from_is_never_told_nor_shown(world: World):
    tablet = ana_at(world, "tell_someone")
    tablet.pick(world.cast.marcus)
    tablet.pick("hurt")
    tablet.write("he pushed me in the kitchen")
    tablet.do("skip")
    tablet.pick("listen")
    tablet.do("send")
    world.settle()

    (hurt,) = kept(world, AlertRow)
    numbers = {one.number for one in world.sent}
    assert LENA in numbers
    assert MARCUS not in numbers
    assert hurt.title not in Desk(world, "marcus").words
    assert hurt.title in Desk(world, "priya").words


def test_whom_ana_asks_to_talk_with_is_asked(world: World):
    tablet = ana_at(world, "tell_someone")
    tablet.pick("no_one")
    tablet.pick("idea")
    tablet.write("more music")
    tablet.pick(world.cast.marcus)
    tablet.pick("talk")
    tablet.do("send")

    (talk,) = kept(world, AlertRow, kind="ask_to_talk")
    assert talk.for_staff == world.cast.marcus


def test_a_promise_is_judged_and_opened_again(world: World):
    with world.app.app_context():
        now = clock.now()
        raise_loop_from_talk(world.cast.ana, world.cast.priya, "no hoover before 11", now)
        (loop,) = kept(world, LoopRow)
        decide_loop(loop.id, world.cast.priya, "do", "We hoover after 11 now", now)
        mark_done(loop.id, world.cast.priya, "The rota says so", now)
    tablet = ana_at(world, "did_it_work")
    tablet.do("next")
    tablet.pick("happened")
    tablet.pick("worse")
    tablet.pick("change")
    tablet.do("send")

    (loop,) = kept(world, LoopRow)
    assert (loop.impact, loop.closed_at) == ("worse", None)


def test_not_going_cancels_the_texts_of_the_day(world: World):
    world.go_to(f"{TUESDAY} 08:31")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.begin("Group day: am I ready?")
    tablet.pick("not_going")
    tablet.do("send")
    world.go_to(f"{TUESDAY} 17:00")

    texts = [
        one for one in kept(world, CheckInRow, channel="text") if one.local_slot[:10] == TUESDAY
    ]
    assert {one.state for one in texts} == {"cancelled"}
    assert not kept(world, AlertRow)


def test_another_time_opens_the_clock(world: World):
    tablet = ana_at(world, "my_morning")
    tablet.pick("else")

    assert tablet.at.endswith("/time")


def test_what_an_agreement_counts_is_not_lost_by_renaming_its_step(world: World):
    flows = world.app.installation.settings.flows
    daily = flows / "my_morning_daily.yaml"
    daily.write_text(daily.read_text("utf-8").replace("daily_kept", "was_it_kept"), "utf-8")
    world.go_to("2026-10-19 09:10")
    world.app.test_client().get("/tablet/")

    with world.app.app_context():
        now = flows_in_use()
    assert "daily_kept" in now.flows["my_morning_daily"].steps
    assert [one.code for one in now.faults if one.is_error] == ["F120"]


def test_it_is_not_lost_either_when_the_site_starts_again(world: World):
    settings = world.app.installation.settings
    daily = settings.flows / "my_morning_daily.yaml"
    daily.write_text(daily.read_text("utf-8").replace("daily_kept", "was_it_kept"), "utf-8")

    again = create_app(settings)

    with again.app_context():
        assert "daily_kept" in flows_in_use().flows["my_morning_daily"].steps
        db.session.remove()
        db.engine.dispose()


def test_a_flow_that_lost_its_meaning_is_not_used_when_the_site_starts_again(world: World):
    settings = world.app.installation.settings
    tell = settings.flows / "tell_someone.yaml"
    tell.write_text(
        tell.read_text("utf-8").replace('"does": "keeps_from"', '"why": "No."'), "utf-8"
    )

    again = create_app(settings)

    with again.app_context():
        steps = flows_in_use().flows["tell_someone"].steps.values()
        assert "keeps_from" in {step.does for step in steps}
        db.session.remove()
        db.engine.dispose()

"""Dev says no to a change before its day: what was agreed goes on, and who wrote it knows that day."""

from datetime import date

import pytest

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.agreements.own_view import NEEDS_A_TALK
from checkin.storage import agreements, alert_steps
from checkin.storage.record_check import faults
from checkin.storage.tables import AlertRow, CheckInRow, db
from tests.conftest import World, london
from tests.journeys.doors import Desk, Tablet

SATURDAY = date(2026, 10, 24)
NOON = london("2026-10-22 12:00")  # a Thursday
ON_SUNDAY = london("2026-10-25 08:00")
NOT_ASKED = {"view_of_person": "not_asked", "view_reason": "He was out", "review_on": SATURDAY}


@pytest.fixture
def tablet(world: World) -> Tablet:
    world.go_to(NOON)
    return Tablet(world, world.cast.devs_phone)


def kept(world: World, by: str, **changes: object) -> str:
    """Keep a change of Dev's group days that begins on Saturday; return its version."""
    with world.app.app_context():
        found = agreements.agreements_of(world.cast.dev, clock.now())
        stands = next(one for one in found if one.agreement.channel == "text")
        draft = stands.agreement.model_copy(
            update={"agreed_on": NOON.date(), "valid_from": SATURDAY, "title": "New", **changes}
        )
        assert change_agreement(draft, by, clock.now()) == ()
        return agreements.versions_of(stands.id)[0].version_id


def says(tablet: Tablet, version_id: str, view: str) -> str:
    tablet.open(f"/tablet/agreements/{version_id}")
    tablet.press(f"/agreements/{version_id}", ("view", view))
    return tablet.words


def acts(world: World, at=ON_SUNDAY) -> list[int]:
    """Return which version of his group days is in force."""
    with world.app.app_context():
        found = agreements.agreements_of(world.cast.dev, at)
        return [one.agreement.version for one in found if one.agreement.channel == "text"]


def task(world: World) -> tuple[AlertRow, str]:
    with world.app.app_context():
        (one,) = db.session.query(AlertRow).filter_by(kind=NEEDS_A_TALK)
        return one, " ".join(step.words for step in alert_steps.steps_of(one.id))


@pytest.mark.parametrize("view", ["does_not_agree", "talk_first"])
def test_it_does_not_begin_and_his_page_says_so(world: World, tablet: Tablet, view: str) -> None:
    version_id = kept(world, world.cast.marcus)
    assert acts(world) == [2]
    assert "This begins on Saturday 24 October." in tablet.open(f"/tablet/agreements/{version_id}")

    page = says(tablet, version_id, view)

    assert acts(world) == [1]
    assert "This does not begin on Saturday 24 October. It waits for your yes." in page
    with world.app.app_context():
        assert list(faults()) == []


def test_another_answer_than_yes_does_not_let_it_begin_and_a_yes_does(
    world: World, tablet: Tablet
) -> None:
    version_id = kept(world, world.cast.marcus)
    says(tablet, version_id, "does_not_agree")

    says(tablet, version_id, "talk_first")
    assert acts(world) == [1]
    page = says(tablet, version_id, "agrees")

    assert acts(world) == [2]
    assert "This begins on Saturday 24 October." in page


def test_a_yes_after_its_day_lets_it_begin_then(world: World, tablet: Tablet) -> None:
    version_id = kept(world, world.cast.marcus, times=())
    says(tablet, version_id, "does_not_agree")
    world.go_to(ON_SUNDAY)
    tablet.open(f"/tablet/agreements/{version_id}")

    tablet.press(f"/agreements/{version_id}", ("view", "agrees"))

    assert acts(world, london("2026-10-24 09:00")) == [1]
    assert acts(world, ON_SUNDAY) == [2]
    with world.app.app_context():
        planned = db.session.query(CheckInRow).filter_by(person_id=world.cast.dev, state="planned")
        assert [one for one in planned if one.due_at > ON_SUNDAY and one.channel == "text"] == []
        assert list(faults()) == []


def test_who_wrote_it_and_a_manager_are_texted_the_same_day(world: World, tablet: Tablet) -> None:
    cast = world.cast
    says(tablet, kept(world, cast.marcus), "does_not_agree")
    world.go_to(london("2026-10-22 12:05"))

    row, told = task(world)
    assert (row.level, row.for_staff) == ("today", cast.marcus)
    assert "It was to begin on Saturday 24 October. It does not, until they agree." in row.what
    assert "Marcus" in told
    assert "Jo" in told
    texted = [one.to for one in world.sent if "Dev does not agree: New." in one.body]
    assert len(texted) == len(set(texted)) == 2


def test_his_page_says_who_will_talk_with_him_and_until_when(world: World, tablet: Tablet) -> None:
    version_id = kept(world, world.cast.marcus)
    said = says(tablet, version_id, "does_not_agree")
    world.go_to(london("2026-10-22 12:20"))
    jo = Desk(world, "jo")
    jo.open(f"/staff/alerts/{task(world)[0].id}")
    jo.press("/take")
    taken = tablet.open(f"/tablet/agreements/{version_id}")
    jo.close("Spoke to them", "We changed nothing.")
    closed = tablet.open(f"/tablet/agreements/{version_id}")

    assert "Marcus will talk to you today." in said
    assert "Jo will talk to you today." in taken
    assert "Marcus will" not in taken
    assert "will talk" not in closed
    assert "You said: I do not agree." in closed


def test_the_day_by_which_he_is_talked_with_stays_as_somebody_takes_it(
    world: World, tablet: Tablet
) -> None:
    now = kept(world, world.cast.marcus, valid_from=NOON.date())
    assert "will talk to you by Tuesday." in says(tablet, now, "talk_first")
    jo = Desk(world, "jo")
    jo.open(f"/staff/alerts/{task(world)[0].id}")
    jo.press("/take")

    assert "Jo will talk to you by Tuesday." in tablet.open(f"/tablet/agreements/{now}")


def test_what_a_manager_decided_begins_all_the_same_and_his_page_says_who(
    world: World, tablet: Tablet
) -> None:
    page = says(tablet, kept(world, world.cast.jo, **NOT_ASKED), "does_not_agree")

    assert acts(world, london("2026-10-24 09:00")) == [2]
    assert "Staff decided this. You did not agree. It ends on 24 October 2026." in page
    assert "It was Jo who decided it." in page
    assert acts(world) == [1]
    all_the_same = "It begins on Saturday 24 October all the same: a manager decided it."
    assert all_the_same in task(world)[0].what


def test_the_next_change_begins_though_the_one_before_waits(world: World, tablet: Tablet) -> None:
    old = kept(world, world.cast.marcus)
    says(tablet, old, "does_not_agree")

    new = kept(world, world.cast.marcus, title="Newer")

    assert acts(world) == [3]
    assert "That was an old page." in tablet.open(f"/tablet/agreements/{old}")
    assert "This begins on Saturday 24 October." in tablet.open(f"/tablet/agreements/{new}")
    assert "never in force" in Desk(world, "priya").open(f"/staff/agreements/{_id(world, new)}")


def test_who_changes_it_reads_which_version_waits_and_which_one_this_starts_from(
    world: World, tablet: Tablet
) -> None:
    old = kept(world, world.cast.marcus)
    priya, form = Desk(world, "priya"), f"/staff/agreements/{_id(world, old)}/change"
    assert "Version 2 is kept and begins" in priya.open(form)
    assert "waits for" not in priya.words

    says(tablet, old, "does_not_agree")

    starts = (
        "Version 2 does not begin: it waits for Dev\u2019s yes. This page starts from version 1."
    )
    assert starts in priya.open(form)


def _id(world: World, version_id: str) -> str:
    with world.app.app_context():
        return agreements.version(version_id).id


@pytest.mark.parametrize("changes", [{}, NOT_ASKED])
def test_what_was_written_anew_before_it_began_neither_waits_nor_begins(
    world: World, changes: dict[str, object]
) -> None:
    by = world.cast.jo if changes else world.cast.marcus
    old = kept(world, by, **changes)
    kept(world, by, **{**changes, "title": "Newer"})

    page = Desk(world, "priya").open(f"/staff/agreements/{_id(world, old)}?version=2")

    assert "It waits for your yes" not in page
    assert "This begins on Saturday" not in page


def live_talks(world: World) -> list[AlertRow]:
    with world.app.app_context():
        found = db.session.query(AlertRow).filter_by(kind=NEEDS_A_TALK, state="open")
        return list(found)


def test_what_he_says_now_is_what_the_work_is_called(world: World, tablet: Tablet) -> None:
    version_id = kept(world, world.cast.marcus)
    says(tablet, version_id, "does_not_agree")
    says(tablet, version_id, "talk_first")

    (talk,) = live_talks(world)
    assert talk.title == "Dev wants to talk first: New."


def test_a_newer_version_takes_the_talk_with_it_and_one_he_agreed_to_ends_it(
    world: World, tablet: Tablet
) -> None:
    cast = world.cast
    says(tablet, kept(world, cast.marcus), "talk_first")
    newer = kept(world, cast.jo, **NOT_ASKED)

    (talk,) = live_talks(world)
    assert talk.title == "Dev wants to talk first: New."
    assert talk.what[0] == "It begins on Saturday 24 October all the same: a manager decided it."
    assert "will talk to you" in tablet.open(f"/tablet/agreements/{newer}")
    kept(world, cast.jo)
    assert live_talks(world) == []

"""Ana sets when she is asked: what is agreed says that she did, and stands once."""

import pytest

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.actions.set_time_of_day import set_time_of_day
from checkin.storage import agreements
from checkin.storage.agreements import InForce
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet

HER_WORDS = "Ask me at half past ten. I will tell you how it was."


def mornings(world: World) -> list[InForce]:
    """Return what is agreed about Ana's mornings, now and to come, the newest first."""
    with world.app.app_context():
        found = agreements.agreements_not_over(clock.now(), world.cast.ana)
    of_mornings = [one for one in found if one.agreement.agreed_words == HER_WORDS]
    return sorted(of_mornings, key=lambda one: -one.agreement.version)


def sets(world: World, part: str) -> None:
    with world.app.app_context():
        set_time_of_day(world.cast.ana, part, clock.now())


@pytest.fixture
def evening(world: World, tablet: Tablet) -> InForce:
    """Ana likes the evening; return the version that follows."""
    sets(world, "evening")
    return mornings(world)[0]


def test_it_stands_once_and_asks_her_nothing(world: World, tablet: Tablet, evening: InForce):
    page = tablet.open("/tablet/agreements")

    assert len(mornings(world)) == 2  # today's, and tomorrow's
    assert page.count(evening.agreement.title) == 1
    assert f"/tablet/agreements/{evening.version_id}" in tablet.page.html


def test_it_says_that_she_set_it_and_puts_no_words_in_her_mouth(
    world: World, tablet: Tablet, evening: InForce
):
    page = tablet.open(f"/tablet/agreements/{evening.version_id}")

    assert "You set this yourself." in page
    assert "What do you think?" not in page
    assert page.index(HER_WORDS) < page.index("You set the time yourself.")
    assert "18:00" in page


def test_staff_read_who_set_it_and_when_the_words_were_said(
    world: World, tablet: Tablet, evening: InForce
):
    before = mornings(world)[1].agreement
    desk = Desk(world, "priya")

    page = desk.open(f"/staff/agreements/{evening.id}?version={evening.agreement.version}")

    assert "Ana set this themselves at 15:00." in page
    assert "They said this before they set the time themselves." in page
    assert evening.agreement.agreed_on == before.agreed_on


def test_set_back_it_is_as_she_agreed_it(world: World, tablet: Tablet, evening: InForce):
    sets(world, "morning")

    page = tablet.open(f"/tablet/agreements/{mornings(world)[0].version_id}")

    assert "You set the time yourself." not in page
    assert "Only small things are different." in page  # from what is in force until tomorrow


def test_what_she_did_not_agree_to_stands_before_what_comes_back(world: World, tablet: Tablet):
    (stands,) = mornings(world)
    said_no = {"view_of_person": "does_not_agree", "view_reason": "She was late.", "title": "Staff"}
    with world.app.app_context():
        problems = change_agreement(
            stands.agreement.model_copy(update=said_no), world.cast.jo, clock.now()
        )
    assert problems == ()

    page = tablet.open("/tablet/agreements")

    assert len(mornings(world)) == 2
    assert "Staff" in page
    assert stands.agreement.title not in page


def test_what_she_sets_while_staff_decided_begins_once_that_ended(world: World, tablet: Tablet):
    (stands,) = mornings(world)
    last = stands.agreement.valid_from.replace(month=10, day=27)
    by_staff = {"view_of_person": "not_asked", "view_reason": "Late.", "review_on": last}
    starts = {"valid_from": last.replace(day=24), "agreed_on": last.replace(day=19)}
    with world.app.app_context():
        draft = stands.agreement.model_copy(update=by_staff | starts)
        assert change_agreement(draft, world.cast.jo, clock.now()) == ()

    sets(world, "evening")

    newest, decided, _ = mornings(world)
    assert newest.agreement.valid_from == last.replace(day=28)
    assert decided.agreement.view_of_person == "not_asked"

"""Priya writes down with Ana and Dev how they like to be asked, and what they want."""

from datetime import time

import pytest

from checkin import clock
from checkin.actions.own_phones import check_phone, waits_to_be_checked
from checkin.agreements.how_asked import Lines, Pictures, ShowAs
from checkin.storage import circles, own, own_sets, people
from checkin.storage.tables import db
from tests.conftest import World
from tests.journeys.pages import Page
from tests.staff.conftest import Desk


def form_of(desk: Desk, person_id: str, door: str = "how-asked") -> dict[str, object]:
    """Return one form of the page, filled as it is shown."""
    return again_of(desk.see(f"/staff/people/{person_id}/how-asked"), door)


def again_of(html: str, door: str = "how-asked") -> dict[str, object]:
    """Return one form of a page that was answered, filled as it is shown."""
    page = Page(html)
    (form,) = [one for one in page.forms.values() if one.action.endswith(door)]
    return {name: values for name, values in form.fields.lists() if name != "csrf_token"}


def keep(desk: Desk, person_id: str, form: dict, door: str = "how-asked", **changes: object):
    return desk.press(f"/staff/people/{person_id}/{door}", **{**form, **changes})


def kept(world: World, person_id: str):
    with world.app.app_context():
        db.session.remove()
        return people.the_person(person_id)


def test_what_ana_likes_is_kept_and_her_tablet_is_so(world: World, priya: Desk) -> None:
    ana = world.cast.ana
    form = form_of(priya, ana)
    assert (form["per_page"], form["sound"], form["quiet_from"]) == (["3"], ["always"], ["08:30"])

    answer = keep(
        priya, ana, form, per_page="2", pictures="photos", show_as="talk", quiet_minutes="10"
    )

    assert answer.status_code == 302
    now = kept(world, ana)
    assert (now.per_page, now.pictures, now.quiet_minutes) == (2, Pictures.PHOTOS, 10)
    assert now.show_as == ShowAs.TALK
    assert (now.one_tap, now.sound, now.quiet_from) == (True, "always", time(8, 30))


def test_what_dev_may_be_asked_about_is_ticked(world: World, priya: Desk) -> None:
    form = form_of(priya, world.cast.dev)
    assert form["about-asks_about_food"]
    del form["about-asks_about_food"]

    keep(priya, world.cast.dev, form)

    with world.app.app_context():
        fields = own.fields_of(world.cast.dev)
    assert (fields["asks_about_food"], fields["travels_alone"]) == ("no", "yes")


def test_two_who_change_different_settings_from_old_pages_both_keep_theirs(
    world: World, priya: Desk, marcus: Desk
) -> None:
    hers, his = form_of(priya, world.cast.ana), form_of(marcus, world.cast.ana)

    keep(priya, world.cast.ana, hers, per_page="1")
    keep(marcus, world.cast.ana, his, theme="dark")

    now = kept(world, world.cast.ana)
    assert (now.per_page, now.theme) == (1, "dark")


def test_the_second_to_change_one_setting_from_an_old_page_is_told_what_it_is_now(
    world: World, priya: Desk, marcus: Desk
) -> None:
    ana = world.cast.ana
    hers, his = form_of(priya, ana), form_of(marcus, ana)
    keep(priya, ana, hers, per_page="1", sound="never")

    answer = keep(marcus, ana, his, per_page="2", theme="dark")

    assert answer.status_code == 400
    assert "It is “1” now" in answer.text
    assert (kept(world, ana).per_page, kept(world, ana).theme) == (1, "light")

    again = again_of(answer.text)
    assert (again["per_page"], again["theme"]) == (["2"], ["dark"])  # nothing typed is lost
    keep(marcus, ana, again)

    now = kept(world, ana)
    assert (now.per_page, now.theme, now.sound) == (2, "dark", "never")


def test_quiet_time_changed_as_one_never_takes_back_when_it_starts(
    world: World, priya: Desk, marcus: Desk
) -> None:
    ana = world.cast.ana
    hers, his = form_of(priya, ana), form_of(marcus, ana)
    keep(priya, ana, hers, quiet_from="10:00")

    answer = keep(marcus, ana, his, quiet_minutes="15")

    assert (answer.status_code, "It is “10:00” now" in answer.text) == (400, True)
    assert kept(world, ana).quiet_from == time(10)


def test_a_goal_written_meanwhile_is_not_lost_to_an_old_page(
    world: World, priya: Desk, marcus: Desk
) -> None:
    ana = world.cast.ana
    hers, his = form_of(priya, ana, "own-words"), form_of(marcus, ana, "own-words")
    keep(priya, ana, hers, "own-words", goal="cook pasta")

    answer = keep(marcus, ana, his, "own-words", goal="go swimming")

    assert (answer.status_code, "It is “cook pasta” now" in answer.text) == (400, True)
    with world.app.app_context():
        assert own_sets.lines_of([ana])[ana][Lines.GOAL] == ("cook pasta",)


def test_a_list_that_was_only_shown_is_never_written_however_a_browser_ends_lines(
    world: World, priya: Desk, marcus: Desk
) -> None:
    ana = world.cast.ana
    hers, his = form_of(priya, ana, "own-words"), form_of(marcus, ana, "own-words")
    keep(priya, ana, hers, "own-words", plan="Start at 9")
    plan = str(his["plan"][0]).strip()
    assert "\n" in plan

    keep(marcus, ana, his, "own-words", plan=plan.replace("\n", "\r\n"), avoid="rush")

    with world.app.app_context():
        lines = own_sets.lines_of([ana])[ana]
    assert (lines[Lines.PLAN], lines[Lines.AVOID]) == (("Start at 9",), ("rush",))


def test_a_phone_changed_meanwhile_is_not_lost_to_an_old_page(
    world: World, priya: Desk, marcus: Desk
) -> None:
    ana = world.cast.ana  # she has none, so that a first one is used at once
    hers, his = form_of(priya, ana, "phone"), form_of(marcus, ana, "phone")
    keep(priya, ana, hers, "phone", phone="07700 900009")

    answer = keep(marcus, ana, his, "phone", phone="07700 900008")

    assert (answer.status_code, "It is “07700 900009” now" in answer.text) == (400, True)
    assert kept(world, ana).phone == "+447700900009"

    keep(marcus, ana, his, "phone")  # and where he changed nothing, hers stays
    assert kept(world, ana).phone == "+447700900009"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"quiet_minutes": "many"}, "Write a whole number"),
        ({"quiet_minutes": "500"}, "from 1 to 120"),
        ({"quiet_minutes": ""}, "Write both"),
        ({"quiet_from": "half past"}, "Write a time as 09:15."),
        ({"pictures": "films"}, "Pick one of these."),
        ({"can_write": [], "can_talk": [], "can_photograph": []}, "Leave at least one way"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_it_and_nothing_typed_is_lost(
    world: World, priya: Desk, changes: dict, said: str
) -> None:
    form = form_of(priya, world.cast.ana)

    answer = keep(priya, world.cast.ana, form, **{"per_page": "1", **changes})

    assert (answer.status_code, answer.text.count(said)) == (400, 2)  # at the top, and beside
    again = Page(answer.text)
    (shown,) = [one for one in again.forms.values() if one.action.endswith("how-asked")]
    assert shown.fields["per_page"] == "1"
    for name, value in changes.items():
        assert name == "pictures" or shown.fields.getlist(name) == [value] or not value
    assert kept(world, world.cast.ana).per_page == 3


def test_anas_goals_and_plan_are_kept_a_line_each(world: World, priya: Desk) -> None:
    ana = world.cast.ana
    form = form_of(priya, ana, "own-words")

    keep(priya, ana, form, "own-words", goal="cook pasta\n\n go out on Fridays ", avoid="rush")

    with world.app.app_context():
        lines = own_sets.lines_of([ana])[ana]
    assert lines[Lines.GOAL] == ("cook pasta", "go out on Fridays")
    assert lines[Lines.AVOID] == ("rush",)
    assert lines[Lines.PLAN][0] == "Start at half past 8"


def test_a_place_that_stays_keeps_its_id(world: World, priya: Desk) -> None:
    dev = world.cast.dev
    with world.app.app_context():
        before = {one.name: one.id for one in circles.places_of(dev)}
    form = form_of(priya, dev, "own-words")

    keep(priya, dev, form, "own-words", places="Oak Lane Cafe\nThe art hall")

    with world.app.app_context():
        after = {one.name: one.id for one in circles.places_of(dev)}
    assert list(after) == ["Oak Lane Cafe", "The art hall"]
    assert after["Oak Lane Cafe"] == before["Oak Lane Cafe"]


def test_devs_new_phone_is_kept_in_any_spelling(world: World, priya: Desk) -> None:
    form = form_of(priya, world.cast.dev, "phone")
    assert form["phone"] == ["07700 900001"]

    keep(priya, world.cast.dev, form, "phone", phone="+44 (0)7700 900009")

    is_checked(world)
    assert kept(world, world.cast.dev).phone == "+447700900009"


def is_checked(world: World) -> None:
    """Let Jo check what was written down as Dev's phone."""
    with world.app.app_context():
        waits = waits_to_be_checked(world.cast.dev)
        assert waits
        check_phone(waits.id, world.cast.dev, world.cast.jo, clock.now())


def test_who_takes_devs_phone_away_is_told_that_staff_will_ring(world: World, priya: Desk) -> None:
    form = form_of(priya, world.cast.dev, "phone")
    keep(priya, world.cast.dev, form, "phone", phone="")
    is_checked(world)

    said = Page(priya.see(f"/staff/people/{world.cast.dev}/how-asked")).words
    assert "Dev Rahman has agreed texts and has no phone." in said


@pytest.mark.parametrize("typed", ["999", "not a phone", "0117 496 0123", "07700 900001"])
def test_a_phone_that_cannot_be_anas_is_refused_and_still_there(
    world: World, priya: Desk, typed: str
) -> None:
    form = form_of(priya, world.cast.ana, "phone")

    answer = keep(priya, world.cast.ana, form, "phone", phone=typed)

    assert answer.status_code == 400
    assert f'value="{typed}"' in answer.text
    assert "rite" in answer.text or "somebody else here already" in answer.text
    assert "Dev Rahman" not in answer.text  # who has it may live in another house
    assert kept(world, world.cast.ana).phone is None


def test_staff_of_another_house_see_and_change_nothing(world: World, stranger: Desk) -> None:
    assert stranger.open(f"/staff/people/{world.cast.ana}/how-asked").status_code == 404
    answer = keep(stranger, world.cast.ana, {"phone": "07700 900009"}, "phone")
    assert answer.status_code == 404


def test_brackets_in_brackets_are_no_page_of_ours(world: World, marcus: Desk) -> None:
    dev = world.cast.dev

    answer = keep(marcus, dev, form_of(marcus, dev), was='{"per_page":' + "[" * 5000)

    assert (answer.status_code, "This page is too old." in answer.text) == (400, True)


def test_a_phone_of_staff_is_not_put_in_a_persons_place(world: World, marcus: Desk) -> None:
    dev = world.cast.dev
    before = kept(world, dev).phone

    answer = keep(marcus, dev, form_of(marcus, dev, "phone"), "phone", phone="07700 900102")

    assert (answer.status_code, "somebody who works here" in answer.text) == (400, True)
    assert kept(world, dev).phone == before
    assert keep(marcus, dev, form_of(marcus, dev, "phone"), "phone").status_code == 302

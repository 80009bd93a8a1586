"""Priya and Dev agree something new: she writes it down, they look at it, and it is kept."""

import re
from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from checkin import clock
from checkin.storage import agreement_versions, agreements
from checkin.storage.agreements import InForce
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.journeys.doors import Tablet
from tests.journeys.pages import Page
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_does_not_arrive

ENDLESS = "7" * 400


@pytest.fixture
def agreed(world: World) -> InForce:
    """What Dev agreed about his texts."""
    with world.app.app_context():
        in_force = agreements.agreements_of(world.cast.dev, clock.now())
        return next(one for one in in_force if one.agreement.channel == "text")


def newest(world: World, agreed: InForce) -> InForce:
    """Return the newest version of an agreement."""
    with world.app.app_context():
        return agreements.versions_of(agreed.id)[0]


def the_form(desk: Desk, agreed: InForce, **changes: str) -> MultiDict[str, str]:
    """Return the form as it is shown on 22 October, with what is filled in: everything else stands."""
    page = Page(desk.see(f"/staff/agreements/{agreed.id}/change"))
    form = page.forms["change"].fields
    del form["csrf_token"]  # each browser has its own
    form["review_on"] = "2026-11-09"
    form["view_of_person"] = "agrees"
    for name, value in changes.items():
        form[name] = value
    return form


def test_every_agreement_comes_back_unchanged_from_its_form(world: World, priya: Desk) -> None:
    with world.app.app_context():
        persons = (world.cast.dev, world.cast.ana)
        everyones = [one for who in persons for one in agreements.agreements_of(who, clock.now())]
    for one in everyones:
        thought = {"view_of_person": one.agreement.view_of_person}
        form = the_form(priya, one, **thought, view_reason=one.agreement.view_reason)

        priya.press(f"/staff/agreements/{one.id}/change", **form.to_dict(flat=False), do="keep")

        dates = ("version", "agreed_on", "valid_from", "review_on", "effect_shown")
        assert newest(world, one).agreement.version == one.agreement.version + 1
        again, before = newest(world, one).agreement.model_dump(), one.agreement.model_dump()
        assert {**again, **{name: before[name] for name in dates}} == before


def test_the_words_stand_beside_the_numbers(agreed: InForce, priya: Desk) -> None:
    page = priya.see(f"/staff/agreements/{agreed.id}")

    assert "Don&#39;t ring my mum first." in page
    assert "We remind after 10 minutes." in page
    assert "After 20 minutes without an answer, someone acts." in page
    assert "leave: at 09:15, Tuesday, Thursday, Friday and Sunday." in page
    assert "Staff may ring: Sam." in page
    assert "Written down then: they agree." in page


def test_the_secret_word_itself_is_not_in_the_agreement(agreed: InForce, jo: Desk) -> None:
    assert "pineapple" not in jo.see(f"/staff/agreements/{agreed.id}")
    assert "pineapple" not in jo.see(f"/staff/agreements/{agreed.id}/change")


def test_dev_wants_fewer_texts(world: World, agreed: InForce, priya: Desk) -> None:
    """D37: leave and home only, no thank-you texts; the difference is looked at first."""
    form = the_form(priya, agreed, send_thanks="", review_reason="too many texts")
    form["time-1-away"] = "y"
    address = f"/staff/agreements/{agreed.id}/change"

    looked = priya.press(address, **form.to_dict(flat=False), do="look")
    before = newest(world, agreed)
    kept = priya.press(address, **form.to_dict(flat=False), do="keep")

    assert "<del>We text thanks.</del>" in looked.text
    assert "<ins>No thank-you texts.</ins>" in looked.text
    assert "<del>arrive: at 10:00" in looked.text
    assert "Keep this as version 2" in looked.text
    assert before.agreement.version == 1
    assert kept.status_code == 302
    version = newest(world, agreed)
    assert version.agreement.version == 2
    assert [one.key for one in version.agreement.times] == ["leave", "home"]
    assert version.agreement.send_thanks is False
    assert version.agreement.review_on == date(2026, 11, 9)
    assert "Version 1" in priya.see(f"/staff/agreements/{agreed.id}")


def test_the_new_version_is_what_happens_from_then_on(
    world: World, agreed: InForce, priya: Desk
) -> None:
    """D39: two texts that day, and no thanks."""
    form = the_form(priya, agreed, send_thanks="")
    form["time-1-away"] = "y"

    priya.press(f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep")
    world.go_to("2026-10-22 10:05")

    assert [text for text in world.texts("+447700900001") if "Are you there" in text] == []


def test_a_time_can_be_added(world: World, agreed: InForce, priya: Desk) -> None:
    form = the_form(priya, agreed)
    form["time-3-key"], form["time-3-at"], form["time-3-asks"] = "disco_home", "22:30", "ask_home"
    form["time-3-on"] = "2026-10-24"

    priya.press(f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep")

    added = newest(world, agreed).agreement.times[-1]
    assert (added.key, added.on, f"{added.at:%H:%M}") == ("disco_home", date(2026, 10, 24), "22:30")


def test_what_is_wrong_is_said_and_nothing_is_lost(
    world: World, agreed: InForce, priya: Desk
) -> None:
    form = the_form(priya, agreed, missed_after_minutes="5", agreed_words="Ring me sooner.")

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep"
    )

    assert answer.status_code == 400
    assert "We would stop waiting after 5 minutes and remind after 10. Wait longer." in answer.text
    assert "Ring me sooner.</textarea>" in answer.text
    assert "Keep this as version" not in answer.text
    assert newest(world, agreed).agreement.version == 1


def test_a_number_that_is_no_number_is_said_in_words(agreed: InForce, priya: Desk) -> None:
    form = the_form(priya, agreed, missed_after_minutes="soon")

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="look"
    )

    assert answer.status_code == 400
    assert answer.text.count("Write a whole number, such as 5.") == 2  # at the top, and beside
    assert 'value="soon"' in answer.text


@pytest.mark.parametrize(
    ("field", "written", "problem"),
    [
        ("missed_after_minutes", ENDLESS, "Write a number of minutes from 1 to 1440, or leave it"),
        ("remind_after_minutes", "-1", "Write a number of minutes from 1 to 1440, or leave it"),
        ("late-max_each", ENDLESS, "Write a number of minutes from 1 to 1440.<"),
        ("late-default", "", "Write a whole number, such as 5."),
        ("time-0-early_minutes", ENDLESS, "Write a number of minutes from 0 to 1440."),
        ("time-0-at", "half past", "Write a time as 09:15."),
        ("time-0-key", "x" * 61, "Write at most 60 letters."),
        ("time-0-key", "", "Give it a name, such as leave."),
        ("time-0-asks", "a dragon", "Pick one of these."),
        ("time-0-days", "moonday", "Pick from these."),
        ("time-0-on", "9999-12-31", "Write a year from 2000 to 2100."),
        ("ladder-0", "jump", "Pick one of these."),
        ("contact_ok", "a stranger", "Pick from these."),
        ("cover-day", "a stranger", "Pick one of these."),
        ("help_or_not_ok-own_help_words", "x" * 501, "Write at most 500 letters."),
        ("view_of_person", "perhaps", "Pick one of these."),
        ("review_on", "9999-12-31", "Write a year from 2000 to 2100."),
        ("valid_from", "", "Write the date as day, month and year."),
        ("title", " \r\n", "Write what we call it."),
    ],
)
def test_what_cannot_be_agreed_is_said_beside_its_field(
    world: World, agreed: InForce, priya: Desk, field: str, written: str, problem: str
) -> None:
    form = the_form(priya, agreed, **{field: written})
    form["review_reason"] = "He is sure of the way"

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep"
    )

    assert (answer.status_code, answer.text.count(problem)) == (400, 2)  # at the top, and beside
    assert "He is sure of the way" in answer.text
    assert newest(world, agreed).agreement.version == 1


def test_nothing_is_taken_from_a_page_that_lacks_its_fields(
    world: World, agreed: InForce, priya: Desk
) -> None:
    answer = priya.press(f"/staff/agreements/{agreed.id}/change", do="keep")

    assert answer.status_code == 400
    assert "Write down what was agreed" in answer.text
    assert newest(world, agreed).agreement.version == 1


def test_nobody_keeps_what_does_not_say_which_version_it_saw(
    world: World, agreed: InForce, priya: Desk
) -> None:
    form = the_form(priya, agreed, newest="")

    late = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep"
    )

    assert "Someone else changed this agreement while you wrote." in late.text
    assert newest(world, agreed).agreement.version == 1


def test_nobody_writes_over_what_someone_else_changed(
    world: World, agreed: InForce, priya: Desk, jo: Desk
) -> None:
    address = f"/staff/agreements/{agreed.id}/change"
    form = the_form(priya, agreed, title="Texts", newest="1")
    jo.press(address, **form.to_dict(flat=False), do="keep")

    form["title"] = "Fewer texts"
    late = priya.press(address, **form.to_dict(flat=False), do="keep")

    assert "Someone else changed this agreement while you wrote." in late.text
    assert newest(world, agreed).agreement.title == "Texts"


def test_the_same_kept_twice_is_kept_already(world: World, agreed: InForce, priya: Desk) -> None:
    form = the_form(priya, agreed, title="Texts")
    address = f"/staff/agreements/{agreed.id}/change"
    priya.press(address, **form.to_dict(flat=False), do="keep")

    again = priya.press(address, **form.to_dict(flat=False), do="keep")

    assert "This is kept already." in again.text
    assert "Someone else" not in again.text
    assert newest(world, agreed).agreement.version == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"time-3-key": "disco_home", "time-3-on": "2026-10-24"}, "Give it a time."),
        ({"time-3-days": "sat"}, "Give it a time."),
        ({"time-0-at": ""}, "Give it a time."),
        ({"feeling_run-in_a_row": "3"}, "Tick it, or empty it."),
        ({"time-1-key": "leave"}, "leave is there twice on one day."),
        ({"cover-night_from": "07:30", "cover-day_from": "07:30"}, "both start at 07:30"),
        ({"time-0-leg": "sideways"}, "Write out or back, or leave it empty."),
    ],
)
def test_what_is_half_said_is_never_left_out_in_silence(
    world: World, agreed: InForce, priya: Desk, written: dict[str, str], said: str
) -> None:
    form = the_form(priya, agreed, **written)

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep"
    )

    assert answer.status_code == 400
    assert said in answer.text
    assert newest(world, agreed).agreement.version == 1


def test_no_time_without_cover(world: World, agreed: InForce, priya: Desk) -> None:
    """Rule 8: a time needs a named person who will act, or it cannot be kept."""
    form = the_form(priya, agreed, **{"cover-day": ""})

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep"
    )

    assert "No one is on cover on Tuesday at 09:15. Pick a person or change the time." in (
        answer.text
    )
    assert newest(world, agreed).agreement.version == 1


def test_a_time_that_the_clocks_jump_over_is_refused(agreed: InForce, priya: Desk) -> None:
    clock.stop_at(london("2027-03-25 09:00"))
    form = the_form(
        priya, agreed, agreed_on="2027-03-25", valid_from="2027-03-25", review_on="2027-04-01"
    )
    form["time-3-key"], form["time-3-at"], form["time-3-asks"] = "disco_home", "01:30", "ask_home"
    form["time-3-on"] = "2027-03-28"

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="look"
    )

    assert "There is no 01:30 that night. The clocks jump from 01:00 to 02:00." in answer.text


def test_a_wait_that_tells_nobody_is_not_kept_and_says_what_to_tick(
    world: World, agreed: InForce, priya: Desk
) -> None:
    form = the_form(priya, agreed)
    del form["missed_checkin-on"]

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="keep"
    )

    assert "Tick No answer, or empty the wait." in answer.text
    assert "<del>After 20 minutes without an answer, someone acts.</del>" in answer.text
    assert "<ins>Silence raises no alert.</ins>" in answer.text
    assert newest(world, agreed).agreement.version == 1


def test_a_talk_after_so_many_misses_is_agreed_by_the_form_and_never_one_that_cannot_be(
    world: World, agreed: InForce, priya: Desk
) -> None:
    address = f"/staff/agreements/{agreed.id}/change"

    def kept(count: str, of_last: str) -> str:
        often = {"on": "y", "agreed_words": "Talk.", "count": count, "of_last": of_last}
        form = the_form(priya, agreed, **{f"repeated_missed-{key}": often[key] for key in often})
        return priya.press(address, **form.to_dict(flat=False), do="keep").text

    assert "4 of the last 3 can never be. Make the first number 3 or less." in kept("4", "3")
    assert newest(world, agreed).agreement.version == 1
    kept("2", "4")
    page = priya.see(f"/staff/agreements/{agreed.id}")
    assert "2 of the last 4 without an answer: a talk within 3 working days." in page
    his = Tablet(world, world.cast.devs_phone)
    his.open(f"/tablet/agreements/{newest(world, agreed).version_id}")
    assert "If you miss 2 of 4, staff talk with you." in his.words
    assert "4 of the last 3 can never be." in kept("4", "3")  # what was agreed stays
    assert newest(world, agreed).agreement.version == 2


def test_what_dev_did_not_agree_to_needs_a_manager(
    world: World, agreed: InForce, priya: Desk, jo: Desk
) -> None:
    form = the_form(
        priya, agreed, view_of_person="does_not_agree", view_reason="He got lost twice",
        missed_after_minutes="15",
    )  # fmt: skip
    address = f"/staff/agreements/{agreed.id}/change"

    by_priya = priya.press(address, **form.to_dict(flat=False), do="keep")
    by_jo = jo.press(address, **form.to_dict(flat=False), do="keep")

    assert "Only a manager may keep what a person did not agree to" in by_priya.text
    assert by_jo.status_code == 302
    page = jo.see(f"/staff/agreements/{agreed.id}")
    assert "Staff decided this. You did not agree. It ends on 9 November 2026." in page


def test_what_the_person_thinks_is_always_asked_anew(agreed: InForce, priya: Desk) -> None:
    page = priya.see(f"/staff/agreements/{agreed.id}/change")

    assert re.search(r'<input [^>]*name="view_of_person"[^>]* value="agrees">', page)
    assert not re.search(r'<input checked[^>]*name="view_of_person"', page)


def test_another_wait_is_shown_on_devs_own_past(
    world: World, agreed: InForce, marcus: Desk, priya: Desk
) -> None:
    alert_id = dev_does_not_arrive(world)
    marcus.press(f"/staff/alerts/{alert_id}/take")
    marcus.press(f"/staff/alerts/{alert_id}/close", outcome="Not needed", needed="not needed")
    form = the_form(priya, agreed, missed_after_minutes="30")

    looked = priya.press(
        f"/staff/agreements/{agreed.id}/change", **form.to_dict(flat=False), do="look"
    )

    assert "If we wait 30 minutes, we would have rung you 1 time. 0 times you needed it." in (
        looked.text
    )


def test_what_is_asked_no_more_is_not_agreed_again(
    world: World, agreed: InForce, priya: Desk
) -> None:
    lost = agreed.agreement.times[0].model_copy(update={"asks": "ask_leav"})
    times = (lost, *agreed.agreement.times[1:])
    older = agreed.agreement.model_copy(update={"times": times, "version": 2})
    with world.app.app_context(), kept_together():
        agreement_versions.put_version(older, None, clock.now(), clock.now())

    answer = priya.press(
        f"/staff/agreements/{agreed.id}/change",
        **the_form(priya, agreed).to_dict(flat=False),
        do="keep",
    )

    assert answer.status_code == 400
    assert "There is no &#39;ask_leav&#39;. Did you mean ask_leave?" in answer.text
    assert newest(world, agreed).agreement.version == 2

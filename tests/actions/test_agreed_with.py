"""What is agreed is shown to Dev himself, and what he says of it stands beside the version."""

import re

import pytest

from checkin.actions.change_agreement import change_agreement
from checkin.actions.show_agreement import say_view
from checkin.agreements.own_view import NEEDS_A_TALK, NotShown, Says, Shown
from checkin.storage import agreement_views, agreements, alert_steps
from checkin.storage.record_check import faults
from checkin.storage.tables import AgreementViewRow, AlertRow, db
from tests.conftest import World, london, minutes
from tests.journeys.doors import Desk, Tablet

CARD = "New: what we agreed. What do you think?"
NOON = london("2026-10-20 12:00")


def version_of(world: World) -> str:
    """Return the version of Dev's group days that stands."""
    with world.app.app_context():
        found = agreements.agreements_of(world.cast.dev, NOON)
        return next(one.version_id for one in found if one.agreement.channel == "text")


def standing(world: World, version_id: str):
    with world.app.app_context():
        return agreement_views.standing_of(version_id)


def tasks(world: World) -> list[AlertRow]:
    with world.app.app_context():
        return db.session.query(AlertRow).filter_by(kind=NEEDS_A_TALK).all()


def test_it_is_shown_once_it_was_on_his_page_and_not_before(world: World) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    tablet, desk = Tablet(world, world.cast.devs_phone), Desk(world, "priya")
    with world.app.app_context():
        address = f"/staff/agreements/{agreements.version(version_id).id}"
    assert standing(world, version_id) == NotShown()
    page = desk.open(address)
    assert "Not shown to Dev yet." in page
    assert "Shown to them" not in page

    words = tablet.open(f"/tablet/agreements/{version_id}")
    tablet.open(f"/tablet/agreements/{version_id}")

    assert "What do you think?" in words
    assert "If you do not answer for 20 minutes, staff act." in words
    assert isinstance(standing(world, version_id), Shown)
    assert "Shown to Dev at 12:00." in desk.open(address)
    with world.app.app_context():
        assert db.session.query(AgreementViewRow).count() == 1
        assert list(faults()) == []


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("does_not_agree", "Dev does not agree: "),
        ("talk_first", "Dev wants to talk first: "),
    ],
)
def test_who_does_not_agree_is_heard_by_his_keyworker_once(world: World, view, title) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.open(f"/tablet/agreements/{version_id}")

    tablet.press(f"/agreements/{version_id}", ("view", view))
    tablet.press(f"/agreements/{version_id}", ("view", view))

    (task,) = tasks(world)
    assert task.title.startswith(title)
    assert (task.level, task.for_staff) == ("plan", world.cast.priya)
    assert standing(world, version_id).view == view
    assert "Priya will talk to you by" in tablet.words


def test_who_agrees_after_all_ends_the_task_and_may_change_his_mind(world: World) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.open(f"/tablet/agreements/{version_id}")
    tablet.press(f"/agreements/{version_id}", ("view", "talk_first"))

    tablet.press(f"/agreements/{version_id}", ("view", "agrees"))

    assert [one.state for one in tasks(world)] == ["closed"]
    assert standing(world, version_id).view == "agrees"
    assert "You said: I agree." in tablet.words


@pytest.mark.parametrize("view", ["does_not_agree", "talk_first"])
def test_each_time_he_changes_his_mind_there_is_a_task_again(world: World, view) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.open(f"/tablet/agreements/{version_id}")
    for one in (view, "agrees", view, view):
        tablet.press(f"/agreements/{version_id}", ("view", one))

    assert "Priya will talk to you by" in tablet.words
    assert sorted(one.state for one in tasks(world)) == ["closed", "open"]

    for one in ("agrees", view):
        tablet.press(f"/agreements/{version_id}", ("view", one))
    assert sorted(one.state for one in tasks(world)) == ["closed", "closed", "open"]


def test_another_no_is_what_the_work_is_called_and_joins_it_where_somebody_has_it(
    world: World,
) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    with world.app.app_context():
        for view in ("talk_first", "does_not_agree", "talk_first", "talk_first"):
            say_view(version_id, view, NOON, device_id=None)
    assert sorted(one.state for one in tasks(world)) == ["closed", "closed", "open"]
    (task,) = (one for one in tasks(world) if one.state == "open")
    assert task.title.startswith("Dev wants to talk first")
    Desk(world, "priya").take(task.title)
    with world.app.app_context():
        say_view(version_id, "does_not_agree", NOON, device_id=None)
        said = [one.words for one in alert_steps.steps_of(task.id) if one.kind == "again"]

    assert [one.partition(": ")[0] for one in said] == ["Dev does not agree"]


def test_nobody_else_sees_or_says_it_for_him(world: World) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    ana = Tablet(world, world.cast.house_tablet, world.cast.ana)

    assert "That was an old page." in ana.open(f"/tablet/agreements/{version_id}")
    assert ana.at == "/tablet/agreements"
    assert standing(world, version_id) == NotShown()


def test_staff_note_a_talk_with_how_and_who(world: World) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    desk = Desk(world, "priya")
    with world.app.app_context():
        address = f"/staff/agreements/{agreements.version(version_id).id}"
    desk.open(address)

    page = desk.press("/talked", view="does_not_agree", how="At home, with pictures, and his mum")

    assert "Dev does not agree" in page
    assert "written down by Priya: At home, with pictures, and his mum" in page
    says = standing(world, version_id)
    assert isinstance(says, Says)
    assert says.noted_by == world.cast.priya
    with world.app.app_context():
        say_view(version_id, "agrees", NOON + minutes(9), device_id=None)
        assert list(faults()) == []


def test_a_noted_no_leaves_the_task_open_and_goes_to_who_leads(world: World) -> None:
    world.go_to(NOON)
    version_id, cast = version_of(world), world.cast
    with world.app.app_context():
        say_view(version_id, "does_not_agree", NOON, device_id=None)
        for view, how in (
            ("does_not_agree", "At home"),
            ("agrees", "At work"),
            ("agrees", "Again"),
        ):
            say_view(version_id, view, NOON, staff_id=cast.priya, how=how)
        (task,) = db.session.query(AlertRow).filter_by(kind=NEEDS_A_TALK)
        told = [one.words for one in alert_steps.steps_of(task.id) if one.kind == "telling"]
        assert task.state == "open"
        assert told[-1] == "On the list of Jo."
        assert agreement_views.standing_of(version_id).view == "does_not_agree"

        say_view(version_id, "agrees", NOON, staff_id=cast.jo, how="With his mum")
    his = Tablet(world, cast.devs_phone)
    assert "Jo wrote down: you agree." in his.open(f"/tablet/agreements/{version_id}")
    assert "You said: I agree." not in his.words

    assert [one.state for one in tasks(world)] == ["closed"]
    assert standing(world, version_id).noted_by == cast.jo


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"how": ""}, "Write how you talked about it, and who was there."),
        ({"how": "At home " * 100}, "Write at most 500 letters."),
        ({"view": ""}, "Pick what they said."),
        ({"version": "another"}, "This is another version."),
    ],
)
def test_a_talk_that_cannot_be_kept_says_why_and_keeps_what_was_typed(
    world: World, changed, fault
) -> None:
    world.go_to(NOON)
    version_id = version_of(world)
    desk = Desk(world, "priya")
    with world.app.app_context():
        address = f"/staff/agreements/{agreements.version(version_id).id}"
    desk.open(address)
    form = next(one for one in desk.page.forms.values() if one.action.endswith("/talked"))
    typed = {"view": "does_not_agree", "how": "At home, with his mum", **changed}

    answer = desk.client.post(f"{address}/talked", data={**dict(form.fields), **typed})

    html = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert fault in html
    assert typed["how"].strip() in html
    assert standing(world, version_id) == NotShown()


def test_a_page_of_what_is_no_more_agreed_leads_to_what_is(world: World) -> None:
    world.go_to(NOON)
    tablet = Tablet(world, world.cast.devs_phone)
    address = f"/tablet/agreements/{version_of(world)}"
    tablet.open(address)
    old = tablet.page
    with world.app.app_context():
        other = agreements.agreements_of(world.cast.ana, NOON)[0].version_id
    hers = f"/tablet/agreements/{other}"

    assert "That was an old page. Go on here. What we agreed." in tablet.open(hers)
    tablet.page = old
    tablet.client.post(
        hers, data={**tablet.page.forms[next(iter(old.forms))].fields.to_dict(), "view": "agrees"}
    )
    with world.app.app_context():
        assert db.session.query(AgreementViewRow).filter_by(view="agrees").count() == 0


def test_what_is_new_has_a_card_on_his_page_until_he_said_what_he_thinks(world: World) -> None:
    world.go_to(NOON)
    tablet = Tablet(world, world.cast.devs_phone)

    seen = [tablet.open("/tablet/my-page")]
    while CARD in tablet.words:
        tablet.follow(CARD)
        if tablet.at == "/tablet/agreements":
            tablet.follow("New. What do you think?")
        tablet.press("", ("view", "agrees"))
        seen.append(tablet.open("/tablet/my-page"))

    assert [CARD in words for words in seen] == [True] * (len(seen) - 1) + [False]
    assert len(seen) > 1


def test_what_is_changed_has_a_card_again_which_is_heard(world: World) -> None:
    world.go_to(NOON)
    ana = Tablet(world, world.cast.house_tablet, world.cast.ana)
    with world.app.app_context():
        for one in agreements.agreements_not_over(NOON, world.cast.ana):
            say_view(one.version_id, "agrees", NOON, device_id=None)
    answered = ana.open("/tablet/my-page")
    with world.app.app_context():
        (old, *_) = agreements.agreements_of(world.cast.ana, NOON)
        new = old.agreement.model_copy(update={"title": "How was your morning"})
        change_agreement(new, world.cast.priya, NOON)
    changed = ana.open("/tablet/my-page")

    assert (CARD in answered, CARD in changed) == (False, True)
    assert re.search(r'data-sound="[^"]+">New: what we agreed\.<', ana.page.html)
    ana.follow(CARD)
    assert "This is different now. What do you think?" in ana.words

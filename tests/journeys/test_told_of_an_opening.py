"""Whoever looks at an opening is told of it by a text, and never opened the same."""

import pytest

from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, MessageRow, db
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import kept
from tests.journeys.test_opened_with_a_reason import WHY, opens, says_how_her_week_was

JO_READS = (
    "Lena opened what Ana said to others. It is on your list. Read why. Ask Ana if that was right."
)
LOOK = "opened_words"


@pytest.fixture
def week(tablet: Tablet) -> str:
    return says_how_her_week_was(tablet)


def test_jo_gets_one_text_at_once(world: World, week: str):
    opens(Desk(world, "lena"), week)
    world.settle()

    assert world.texts(JO)[-1:] == [JO_READS]
    assert not [words for words in world.texts(MARCUS) if "opened" in words]


@pytest.mark.parametrize("words", ["ok ana", "ok"])
def test_rung_for_help_meanwhile_jo_takes_that_by_text(
    world: World, tablet: Tablet, week: str, words: str
):
    opens(Desk(world, "lena"), week)
    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))
    world.go_to("2026-10-19 15:10")  # nobody took it: Jo is rung
    Phone(world, JO).text("2026-10-19 15:11", words)

    (help_,) = kept(world, AlertRow, kind="help_or_not_ok")
    assert help_.taken_by == world.cast.jo
    assert world.texts(JO)[-1].startswith(f"You have it: {help_.title}")


def test_in_the_night_the_text_waits_for_the_day_and_the_page_says_so(world: World, week: str):
    world.go_to("2026-10-19 23:00")
    lena = Desk(world, "lena")
    lena.open(week)
    assert "who gets a text on Tue 20 Oct at 07:30." in lena.words

    opens(lena, week)
    world.settle()

    assert JO_READS not in world.texts(JO)
    world.go_to("2026-10-20 07:31")
    assert JO_READS in world.texts(JO)


def test_of_who_has_no_phone_no_text_is_promised(world: World, week: str):
    with world.app.app_context():
        staff_kept.staff(world.cast.jo).phone = None
        db.session.commit()
    lena = Desk(world, "lena")

    lena.open(week)

    assert "It goes on the list of Jo." in lena.words
    assert "gets a text" not in lena.words


def test_lena_who_opened_the_same_is_not_the_one_to_look_at_what_jo_opened(world: World, week: str):
    opens(Desk(world, "lena"), week)
    opens(Desk(world, "jo"), week, "Lena asked me to read it too")
    (jos,) = [one for one in kept(world, AlertRow, kind=LOOK) if one.title.startswith("Jo")]

    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{jos.id}")

    assert not [form for form in lena.page.forms.values() if form.action.endswith("/take")]
    world.go_to("2026-10-21 12:00")
    assert not [words for words in world.texts(LENA) if "Jo opened" in words]


def test_jo_who_opened_the_same_is_not_asked_to_look_at_what_lena_opened(world: World, week: str):
    opens(Desk(world, "jo"), week)
    lena = Desk(world, "lena")
    lena.open(week)
    assert "It goes on the list of Marcus" in lena.words
    assert "Those outside this house get a text now." in lena.words

    opens(lena, week)

    (lenas,) = [one for one in kept(world, AlertRow, kind=LOOK) if one.title.startswith("Lena")]
    assert lenas.for_staff == world.cast.marcus
    told = [one for one in kept(world, MessageRow, about=LOOK) if "Lena opened" in one.body]
    assert {one.staff_id for one in told} == {world.cast.safeguarding, world.cast.advocacy}


def test_the_card_says_the_reason_and_when_it_was_opened(world: World, week: str):
    opens(Desk(world, "lena"), week)
    world.go_to("2026-10-19 17:10")
    opens(Desk(world, "lena"), week, "I want to read it again")

    jo = Desk(world, "jo")

    assert f'Opened on Monday 19 October at 15:00. Lena wrote why: "{WHY}"' in jo.words
    assert "Opened on Monday 19 October at 17:10." in jo.words


def is_late(jo: Desk, card: str) -> bool:
    """Say whether Jo's list calls it late."""
    jo.open("/staff/")
    _, after = jo.page.html.split(f'href="{card}"', 1)
    return "Late:" in after.split("</li>", 1)[0]


@pytest.mark.parametrize("at", ["2026-10-19 15:00", "2026-10-19 21:20", "2026-10-20 07:06"])
def test_it_is_not_late_for_a_day_and_nobody_is_texted_of_it_again_or_by_night(
    world: World, week: str, at: str
):
    world.go_to(at)
    opens(Desk(world, "lena"), week)
    world.go_to("2026-10-20 07:35")

    jo = Desk(world, "jo")
    jo.follow("Lena opened what Ana said")
    card = jo.at
    assert "To do by" in jo.words
    assert "For the next talk" not in jo.words
    assert not is_late(jo, card)
    world.go_to("2026-10-21 22:00")
    assert is_late(Desk(world, "jo"), card)
    told = [one for one in world.sent if "opened what Ana said" in one.body]
    assert [(one.number, one.body) for one in told] == [(JO, JO_READS)]


def test_opened_just_before_the_day_the_text_comes_when_the_page_says(world: World, week: str):
    world.go_to("2026-10-20 07:06")
    lena = Desk(world, "lena")
    lena.open(week)
    assert "who gets a text at 07:30." in lena.words

    opens(lena, week)
    world.go_to("2026-10-20 07:29")
    assert not [words for words in world.texts(JO) if "opened" in words]
    world.go_to("2026-10-20 07:31")

    assert [words for words in world.texts(JO) if "opened" in words] == [JO_READS]
    assert "to do by Wed 21 Oct, 07:30" in Desk(world, "jo").words

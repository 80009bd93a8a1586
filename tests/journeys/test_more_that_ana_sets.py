"""How she answers, where she goes, her words, who helps and her goal: what she sets is so."""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.storage import circles, people
from checkin.storage.tables import OwnSetRow, RecordRow
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_how_i_use_this import PAGE, newest, opens

GROUP_DAYS = ("sat",)


def ways(tablet: Tablet) -> list[str]:
    """Return the ways to say it that the page offers, in their order."""
    words = tablet.words
    return sorted((one for one in ("Write", "Talk", "Photo") if one in words), key=words.index)


def sets_line(tablet: Tablet, what: str, words: str) -> None:
    tablet.open(f"{PAGE}/{what}")
    tablet.press(f"/{what}")
    tablet.write(words)
    tablet.do("send")
    tablet.pick("self")


def test_who_picks_talk_finds_it_on_the_next_page_and_first(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    tablet.pick("talk")
    tablet.do("my_words")
    first = tablet.words
    tablet.follow("Another way")
    others = ways(tablet)

    assert "Record a sound" in first
    assert others == ["Talk", "Write", "Photo"]
    page = Desk(world, "marcus").open("/staff/handover")
    assert "I like to answer by: talking. NEW" in page
    (noted,) = kept(world, RecordRow, kind="how_asked_changed", by=f"person:{world.cast.ana}")
    assert noted.what == '{"answers_by":"talk"}'


def test_who_taps_pictures_is_asked_in_which_way_as_before(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("my_words")

    assert ways(tablet) == ["Write", "Talk", "Photo"]
    assert "Another way" not in tablet.words


def test_how_she_answers_is_put_back_on_her_page(world: World, tablet: Tablet):
    opens(world, tablet)
    tablet.open(f"{PAGE}/answers_by")
    tablet.press("/answers_by", ("choice", "write"))
    tablet.press("", ("choice", "self"))
    before = tablet.words
    tablet.press("/how-i-use-this", ("undo", str(newest(world))))

    assert "How do you like to answer? Write" in before
    assert "How do you like to answer? Tap pictures" in tablet.words


@pytest.mark.parametrize(
    ("what", "words", "on_the_card"),
    [
        ("places", "Oak Lane Cafe, 12 Oak Lane", "Where I go when things are hard"),
        ("words", "Fizzy means too much noise", "Words I use"),
    ],
)
def test_her_own_words_stand_on_the_handover_and_go_when_put_back(
    world: World, tablet: Tablet, what: str, words: str, on_the_card: str
):
    opens(world, tablet)
    sets_line(tablet, what, words)
    card = Desk(world, "marcus").open("/staff/handover")
    tablet.open(PAGE)
    shown = tablet.words
    tablet.press("/how-i-use-this", ("undo", str(newest(world))))

    assert f"{on_the_card}: {words}. NEW Ana set this on their own." in card
    assert words in shown
    assert words not in Desk(world, "marcus").open("/staff/handover")


def places_of_dev(world: World) -> list[str]:
    with world.app.app_context():
        return [one.name for one in circles.places_of(world.cast.dev)]


def test_texts_go_by_the_places_he_set_and_by_those_of_before_once_put_back(world: World):
    world.go_to("2026-10-19 15:00")
    tablet = Tablet(world, world.cast.devs_phone)
    before = places_of_dev(world)
    sets_line(tablet, "places", "The art hall\nMums")
    after = places_of_dev(world)
    tablet.press("/take-back")
    taken_back = places_of_dev(world)
    sets_line(tablet, "places", "The art hall")
    tablet.open(PAGE)
    number = max(one.number for one in kept(world, OwnSetRow, person_id=world.cast.dev))
    tablet.press("/how-i-use-this", ("undo", str(number)))

    assert before == ["The library", "Oak Lane Cafe"] == taken_back == places_of_dev(world)
    assert after == ["The art hall", "Mums"]


def test_who_shall_help_stands_on_the_handover(world: World):
    world.go_to("2026-10-19 15:00")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.open(f"{PAGE}/helper")
    tablet.press("/helper")
    tablet.pick(world.cast.sam)
    tablet.do("send")
    tablet.pick("self")

    assert "I want help from: Sam. NEW" in Desk(world, "marcus").open("/staff/handover")


def test_a_goal_that_she_wants_to_change_is_another_once_it_is_sent(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    with world.app.app_context():
        begin(world.cast.ana, "what_matters", "tablet", clock.now())
    tablet.begin("My week")
    while "Your goal is: cook pasta for my friends." not in tablet.words:
        tablet.do("skip")
    tablet.pick("change_it")
    tablet.write("Swim on Fridays")
    while "Here is what you said." not in tablet.words:
        tablet.do("skip")
    tablet.do("send")

    assert "What is your goal now? Swim on Fridays" in tablet.open(PAGE)
    desk = Desk(world, "priya")
    desk.open(f"/staff/people/{world.cast.ana}/how-asked")
    assert "Swim on Fridays" in desk.page.html
    assert "Swim on Fridays" not in desk.open("/staff/handover")


def test_a_way_that_is_not_theirs_any_more_is_not_the_first(world: World, tablet: Tablet):
    opens(world, tablet)
    tablet.open(f"{PAGE}/answers_by")
    tablet.press("/answers_by", ("choice", "talk"))
    with world.app.app_context(), kept_together():
        people.change(world.cast.ana, can_talk=False)
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("my_words")

    assert ways(tablet) == ["Write", "Photo"]

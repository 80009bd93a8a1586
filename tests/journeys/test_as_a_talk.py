"""Ana has her pages as a talk: what was said stands above the question, and a tap changes it."""

from checkin.agreements.how_asked import ShowAs
from checkin.storage import people
from checkin.storage.tables import AnswerRow, RecordRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_a_telling_is_of_its_sitting import next_one_taps_her_photo

ABOVE = '<section class="above'
REPLY = "Thank you for telling us. That was not your plan."


def as_a_talk(world: World, tablet: Tablet) -> None:
    """Ana sets it on her own page."""
    world.go_to("2026-10-20 10:35")
    tablet.open("/tablet/how-i-use-this/show_as")
    tablet.press("/show_as", ("choice", "talk"))
    tablet.press("", ("choice", "self"))


def to_the_third(world: World, tablet: Tablet) -> None:
    """Ana answers two questions."""
    as_a_talk(world, tablet)
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    tablet.pick("not_today")


def above(tablet: Tablet) -> str:
    """Return what stands above the question that waits."""
    return tablet.page.html.partition(ABOVE)[2]


def test_she_sets_it_puts_it_back_and_staff_are_told(world: World, tablet: Tablet):
    as_a_talk(world, tablet)
    set_now = shown_as(world)
    card = Desk(world, "marcus").open("/staff/handover")
    tablet.open("/tablet/how-i-use-this")
    undo = next(
        one for form in tablet.page.forms.values() for one in form.buttons if one[0] == "undo"
    )
    tablet.press("/how-i-use-this", undo)

    assert set_now == ShowAs.TALK
    assert "Their pages: As a talk." in card
    assert shown_as(world) == ShowAs.ONE_THING
    notes = kept(world, RecordRow, kind="how_asked_changed", by=f"person:{world.cast.ana}")
    assert [one.what for one in notes if "show_as" in one.what] == [
        '{"show_as":"talk"}', '{"show_as":"one_thing"}',
    ]  # fmt: skip


def test_what_was_said_stands_above_with_both_sides(world: World, tablet: Tablet):
    to_the_third(world, tablet)

    assert "How was your morning?" in above(tablet)
    assert 'value="change:daily_how"' in above(tablet)
    assert tablet.words.count(REPLY) == 1  # said with the question that waits
    assert REPLY not in above(tablet)


def test_a_tap_on_her_first_answer_changes_it_and_what_was_sent_is_right(
    world: World, tablet: Tablet
):
    to_the_third(world, tablet)
    tablet.press("", ("do", "change:daily_how"))
    asked_again = tablet.page.html.partition(ABOVE)[0]
    tablet.pick("good")
    tablet.pick("noise")
    read_back, whole = above(tablet), tablet.page.html
    tablet.press("", ("do", "change:daily_diff"))
    tablet.pick("rushed")
    tablet.do("send")

    assert "How was your morning?" in asked_again
    assert REPLY in read_back
    assert whole.index(ABOVE) < whole.index('value="send"')  # it is read before it is sent
    sent = {one.step: one.choices for one in kept(world, AnswerRow) if one.sent_at}
    assert sent == {"daily_how": ["good"], "daily_kept": ["not_today"], "daily_diff": ["rushed"]}


def test_two_taps_on_change_and_change_from_an_old_page_lose_nothing(world: World, tablet: Tablet):
    to_the_third(world, tablet)
    third = tablet.page
    tablet.press("", ("do", "change:daily_how"))
    tablet.page = third
    again = tablet.press("", ("do", "change:daily_how"))
    tablet.pick("good")
    tablet.page = third  # its question waits again
    tablet.press("", ("do", "change:daily_kept"))
    tablet.page = third
    old = tablet.pick("noise")

    assert "How was your morning?" in again
    assert "That was an old page." not in again
    assert "That was an old page." in old
    assert "Did staff keep to your plan?" in tablet.words
    assert not [one for one in kept(world, AnswerRow) if one.step == "daily_diff"]


def test_what_was_sent_on_a_tablet_of_many_stands_on_it_no_more(world: World, tablet: Tablet):
    to_the_third(world, tablet)
    tablet.pick("noise")
    tablet.do("send")

    assert ABOVE not in tablet.page.html
    assert ABOVE not in tablet.pick("self")


def test_what_was_said_in_a_sitting_before_stands_above_no_more(world: World, tablet: Tablet):
    to_the_third(world, tablet)
    next_one_taps_her_photo(tablet)
    tablet.follow("How was my morning?")
    tablet.follow("Go on")

    assert "What was different?" in tablet.words
    assert ABOVE not in tablet.page.html
    assert "Not today" not in tablet.words


def test_on_one_thing_a_page_nothing_stands_above(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")

    assert ABOVE not in tablet.page.html


def shown_as(world: World) -> ShowAs:
    with world.app.app_context():
        return people.the_person(world.cast.ana).show_as

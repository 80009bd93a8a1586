"""The tablet is turned away and let in again while Ana writes: what she keeps is kept, or said not to be."""

from checkin import clock
from checkin.actions.enrol_device import make_code
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.records import kept
from tests.journeys.test_begun_and_left import OUTSIDE
from tests.journeys.test_own_devices import HARD
from tests.journeys.test_turned_away_while_she_writes import (
    KEPT,
    told_that_she_began,
    turns_away,
    writes,
)

NOT_KEPT = "It is not your fault. Your words are not kept."


def lets_in_again(world: World, tablet: Tablet, label: str = "Lounge") -> None:
    """Marcus types a new code there; her page is left open beside it."""
    page, at = tablet.page, tablet.at
    tablet.open("/tablet/enrol")
    with world.app.app_context():
        code = make_code(world.cast.house, label, world.cast.marcus, clock.now())
    tablet.press("/enrol", code=code)
    tablet.client.delete_cookie("tablet_device", path="/tablet")  # a browser has the new one alone
    assert "Who is here?" in tablet.open("/tablet/")
    tablet.page, tablet.at = page, at


def words_kept(world: World) -> list[str]:
    return [one.words for one in kept(world, AnswerRow) if one.words]


def test_her_words_are_kept_and_told_outside_at_once(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    lets_in_again(world, tablet)
    tablet.press("way=write", words=HARD)

    assert KEPT in tablet.words
    assert HARD not in tablet.page.html
    assert words_kept(world) == [HARD]
    world.go_to("2026-10-19 15:02")
    assert told_that_she_began(world) == OUTSIDE


def test_so_they_are_where_it_was_turned_away_twice(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    lets_in_again(world, tablet)
    token = tablet.client.get_cookie("tablet_device", path="/tablet/")
    assert token
    turns_away(world, token.value)
    lets_in_again(world, tablet, "Kitchen")
    tablet.press("way=write", words=HARD)

    assert words_kept(world) == [HARD]


def test_so_they_are_though_dev_sits_there_now(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    lets_in_again(world, tablet)
    page, at = tablet.page, tablet.at
    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", world.cast.dev))
    tablet.page, tablet.at = page, at
    tablet.press("way=write", words=HARD)

    (said,) = [one for one in kept(world, AnswerRow) if one.words]
    assert (said.words, said.person_id) == (HARD, world.cast.ana)
    assert "Ana" not in tablet.open("/tablet/my-page")


def test_a_second_time_they_are_put_with_the_first(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    lets_in_again(world, tablet)
    page, at = tablet.page, tablet.at
    tablet.press("way=write", words=HARD)
    tablet.page, tablet.at = page, at
    tablet.press("way=write", words="and it was not the first time")
    world.go_to("2026-10-19 16:30")

    assert words_kept(world)[-1] == f"{HARD}\nand it was not the first time"
    assert len(kept(world, AlertRow, kind="left_unsent")) == 1


def test_what_is_pressed_there_is_kept_and_sent(world: World, tablet: Tablet):
    writes(tablet)
    tablet.press("way=write", words=HARD)
    tablet.do("skip")
    tablet.pick("listen")
    turns_away(world)
    lets_in_again(world, tablet)
    tablet.do("send")

    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert row.sent_at
    assert KEPT in tablet.words


def test_what_is_pressed_on_a_page_before_does_not_count_and_says_so(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("dont_know")
    page, at = tablet.page, tablet.at
    tablet.pick("wrong")
    turns_away(world)
    lets_in_again(world, tablet)
    tablet.page, tablet.at = page, at
    tablet.press("", ("choice", "hurt"), status=400)

    assert KEPT not in tablet.words
    assert "It is not your fault." in tablet.words


def test_what_ana_begins_there_now_is_hers_as_ever(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    lets_in_again(world, tablet)
    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", world.cast.ana))
    writes(tablet)
    tablet.press("way=write", words=HARD)

    assert KEPT not in tablet.words
    assert words_kept(world) == [HARD]


def test_an_hour_later_they_are_not_kept_and_it_says_so(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    lets_in_again(world, tablet)
    world.go_to("2026-10-19 16:01")
    tablet.press("way=write", words=HARD, status=400)

    assert words_kept(world) == []
    assert NOT_KEPT in tablet.words
    assert HARD in tablet.page.html


def test_a_page_of_another_browser_is_not_taken_in_this_one(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    with world.app.app_context():
        code = make_code(world.cast.house, "Kitchen", world.cast.marcus, clock.now())
    other = Tablet(world, "")
    other.open("/tablet/enrol")
    other.press("/enrol", code=code)
    other.page, other.at = tablet.page, tablet.at
    other.press("way=write", words=HARD, status=400)

    assert words_kept(world) == []
    assert NOT_KEPT in other.words


def test_with_our_script_it_shows_nothing_of_hers_either(world: World, tablet: Tablet):
    writes(tablet)
    tablet.press("way=write", words=HARD)
    turns_away(world)
    form = next(one for one in tablet.page.forms.values() if ("do", "skip") in one.buttons)
    answer = tablet.client.post(
        form.action,
        data={**form.fields, "do": "skip"},
        headers={"Accept": "application/vnd.checkin.next-page+html"},
        follow_redirects=True,
    )

    html = answer.get_data(as_text=True)
    assert KEPT in html
    assert str(form.fields["at"]) not in html
    assert "/so-far" not in html

"""Ana tells about Priya while Priya is signed in on the same tablet: nothing of it is lost or shown."""

import io

import pytest
from flask import url_for
from werkzeug.routing import Rule

from checkin.channels.tablet.beside import BESIDE
from checkin.storage.tables import AlertRow, AnswerRow, AnswerToStaffRow, CheckInRow, MediaRow
from tests.conftest import PASSWORD, World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.pages import Page
from tests.journeys.records import kept
from tests.journeys.test_a_telling_is_of_its_sitting import (
    HARD,
    NOT_SHOWN,
    begin,
    next_one_taps_her_photo,
    signed_in,
)
from tests.journeys.test_who_answered import csrf
from tests.staff.happenings import six_seconds

HERE = "Staff are signed in here."
KEPT = f"{HERE} We kept what you said. Nobody has read it."
ASKED = "Who is here?"
OUT = "Sign them out and go on"
UNSEEN = "What you told is kept. It is not shown on this page."


@pytest.fixture
def beside(world: World) -> Tablet:
    """The tablet in the lounge, at which Ana sits, and Priya has signed in before her."""
    beside = signed_in(world, "priya", world.cast.house_tablet)
    next_one_taps_her_photo(beside)
    return beside


def signs_in_here(tablet: Tablet, who: str = "priya") -> None:
    """In another tab of the same browser; the page that is open stays as it is."""
    other = Desk.__new__(Desk)
    other.__dict__.update(tablet.__dict__)
    other.open("/staff/sign-in")
    other.press("/sign-in", email=f"{who}@willow-court.example", password=PASSWORD)


def signs_out(tablet: Tablet) -> str:
    signs_out_only(tablet)
    if ASKED not in tablet.words:
        return tablet.words
    return tablet.press("/tablet/", ("person", tablet.world.cast.ana))


def signs_out_only(tablet: Tablet) -> str:
    """Press it, and leave what is asked then."""
    return tablet.press("/sign-staff-out", next(
        button
        for form in tablet.page.forms.values()
        if form.action.endswith("/sign-staff-out")
        for button in form.buttons
    ))  # fmt: skip


def so_far(world: World, asks: str = "tell_someone") -> str:
    (row,) = kept(world, CheckInRow, asks=asks)
    return row.so_far or ""


def at_her_words(tablet: Tablet) -> str:
    """Tell as far as the page on which she writes more, and leave it open."""
    left = begin(tablet, tablet.world.cast.priya)
    tablet.open(f"{left}/own-words?way=write")
    return left


def test_whom_she_keeps_it_from_is_kept_and_she_reads_so(world: World, beside: Tablet):
    beside.press("/tell-someone")
    beside.do("start")
    beside.pick(world.cast.priya)

    assert KEPT in beside.words
    assert "Priya" not in beside.words
    assert world.cast.priya in so_far(world)
    assert UNSEEN in signs_out(beside)
    beside.follow("Go on")
    assert "What do you want to tell us?" in beside.words
    beside.pick("hurt")
    assert "Hello Ana." not in beside.words


def test_her_words_on_an_open_page_are_kept_when_priya_signs_in_beside_her(
    world: World, tablet: Tablet
):
    at_her_words(tablet)
    signs_in_here(tablet)

    tablet.press("", words="and again on Sunday")

    assert KEPT in tablet.words
    assert "Sunday" not in tablet.words
    assert "and again on Sunday" in so_far(world)
    assert "and again on Sunday" not in "".join(one.title for one in kept(world, AlertRow))


def test_all_she_writes_on_a_page_that_was_left_open_is_kept(world: World, tablet: Tablet):
    at_her_words(tablet)
    page, at = tablet.page, tablet.at
    signs_in_here(tablet)
    tablet.press("", words="and again on Sunday")
    tablet.page, tablet.at = page, at

    tablet.press("", words="and on Monday")

    assert KEPT in tablet.words
    assert "and again on Sunday" in so_far(world)
    assert "and on Monday" in so_far(world)


def test_her_voice_is_kept_too(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    tablet.open(f"{left}/own-words?way=talk")
    signs_in_here(tablet)

    tablet.press("", sound=(io.BytesIO(six_seconds()), "ana.wav"))

    assert KEPT in tablet.words
    (voice,) = kept(world, MediaRow)
    assert voice.id in so_far(world)


def test_signed_out_she_sends_what_she_told(world: World, tablet: Tablet):
    left = at_her_words(tablet)
    signs_in_here(tablet)
    tablet.press("", words="and again on Sunday")

    signs_out(tablet)

    assert UNSEEN in tablet.words
    assert UNSEEN in tablet.open(left)
    tablet.do("skip")
    tablet.do("skip")
    tablet.press("/stop", ("choice", "finish_now"))
    assert {HARD, "and again on Sunday"} <= {one.words for one in kept(world, AnswerRow)}
    assert "Sign in" in tablet.open("/staff/")


def test_what_is_not_shown_is_said_in_the_same_words_of_whatever_it_is(
    world: World, tablet: Tablet
):
    """Whoever looks beside her learns nothing from it: not that it is kept from them."""
    told = at_her_words(tablet)
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    for press in ("good", "all"):
        tablet.pick(press)
    tablet.do("send")
    tablet.pick("self")
    morning = tablet.at
    beside = signed_in(world, "priya", world.cast.house_tablet)
    next_one_taps_her_photo(beside)

    pages = [beside.open(address) for address in (told, morning)]

    assert pages[0] == pages[1]
    assert NOT_SHOWN in pages[0]
    assert "kept" not in pages[0]


def test_signed_out_by_priya_another_sitting_shows_nothing(world: World, tablet: Tablet):
    told = at_her_words(tablet)
    beside = signed_in(world, "priya", world.cast.house_tablet)
    next_one_taps_her_photo(beside)
    beside.open(told)

    assert "Hello Ana." in signs_out(beside)
    assert HARD not in beside.open(told)


def test_what_is_pressed_on_an_open_page_changes_nothing_there_and_she_reads_so(
    world: World, beside: Tablet
):
    beside.press("/tell-someone")
    beside.do("start")
    page, at = beside.page, beside.at
    beside.pick(world.cast.priya)
    before = so_far(world)
    beside.page, beside.at = page, at

    beside.pick("no_one")

    assert f"{HERE} So this did not count." in beside.words
    assert so_far(world) == before


def test_whom_it_is_kept_from_is_not_said_to_have_helped(world: World, beside: Tablet):
    beside.press("/tell-someone")
    beside.do("start")
    (before,) = kept(world, CheckInRow, asks="tell_someone")
    beside.pick(world.cast.priya)
    (after,) = kept(world, CheckInRow, asks="tell_someone")

    assert (before.done, before.helper) == ("helped", "Priya")
    assert (after.done, after.helper) == (None, None)


def test_words_beside_marcus_were_not_written_alone(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    check_in_id = tablet.at.split("/")[3]
    tablet.open(f"{tablet.at}/own-words?way=write")
    signs_in_here(tablet, "marcus")
    tablet.press("", words="it was loud")
    (row,) = kept(world, CheckInRow, id=check_in_id)

    assert (row.done, row.helper) == ("helped", "Marcus")


@pytest.mark.parametrize("words", ["Priya hit me", "she hit me"])
def test_who_hurts_her_in_another_flow_does_not_see_it_beside_her(
    world: World, beside: Tablet, words: str
):
    beside.press("/begin", ("flow", "how_i_am"))
    beside.do("start")
    beside.do("skip")
    at = beside.at

    beside.write(words)

    assert KEPT in beside.words
    assert words in so_far(world, "how_i_am")
    assert NOT_SHOWN in beside.open(at)
    assert UNSEEN in signs_out(beside)
    assert words not in beside.open(f"{at}/so-far")


def test_my_page_beside_whom_her_begun_words_name_is_as_beside_any_other(
    world: World, tablet: Tablet
):
    """That its card were gone, or its page another one, would tell Priya that it is of her."""
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write("priya hit me")
    left, pages = tablet.at, []
    for who in ("priya", "lena"):
        beside = signed_in(world, who, world.cast.house_tablet)
        next_one_taps_her_photo(beside)
        pages.append([beside.words, beside.open(left)])

    assert pages[0] == pages[1]
    assert "You have begun" in pages[0][0]
    assert UNSEEN in pages[0][1]
    assert "hit" not in "".join(pages[0])


def test_a_telling_is_no_card_beside_whomever(world: World, tablet: Tablet):
    at_her_words(tablet)

    for who in ("priya", "lena"):
        beside = signed_in(world, who, world.cast.house_tablet)
        next_one_taps_her_photo(beside)
        assert "You began to tell us something" not in beside.words


def test_her_name_is_not_among_those_who_may_have_helped(world: World, tablet: Tablet):
    begin(tablet, world.cast.priya)
    tablet.do("skip")
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("helped")

    assert "Marcus" in tablet.words
    assert "Priya" not in tablet.words


def test_no_page_takes_a_press_beside_staff_but_those_that_are_named(world: World, beside: Tablet):
    for rule in presses(world):
        given = dict.fromkeys(rule.arguments, "0")
        with world.app.test_request_context():
            address = url_for(rule.endpoint, **given)
        data = {**csrf(beside), "person": world.cast.ana}
        page = beside.client.post(address, data=data).get_data(as_text=True)
        refused = "So this did not count." in page
        assert refused == (rule.endpoint.removeprefix("tablet.") not in BESIDE), rule


def test_what_is_named_is_a_press_of_the_tablet(world: World):
    assert BESIDE.keys() <= {one.endpoint.removeprefix("tablet.") for one in presses(world)}


def presses(world: World) -> list[Rule]:
    """Every address of the tablet at which something can be pressed; the one that signs out is last."""
    found = [
        one
        for one in world.app.url_map.iter_rules()
        if one.endpoint.startswith("tablet.") and "POST" in (one.methods or ())
    ]
    ends = ("tablet.it_is_me", "tablet.not_me", "tablet.sign_staff_out")
    return sorted(found, key=lambda one: one.endpoint in ends)


def test_what_staff_press_beside_her_is_not_taken_back(world: World, beside: Tablet):
    world.go_to("2026-10-20 10:35")
    beside.begin("How was my morning?")
    for press in ("good", "all"):
        beside.pick(press)
    beside.do("send")
    beside.pick("helped")
    beside.press("/who-helped/helped", ("choice", "Marcus"))
    beside.press("/take-back")

    assert f"{HERE} So this did not count." in beside.words
    assert "It is sent." in signs_out(beside)
    assert "Take it back" not in beside.words


def test_what_she_answers_staff_is_given_back_beside_priya(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    check_in_id = tablet.at.split("/")[3]
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/check-ins/{check_in_id}")
    marcus.press("/say", words="Is it better?")
    tablet.open(tablet.at)
    tablet.follow("Answer Marcus")
    answer = tablet.page.link("Write")
    signs_in_here(tablet)
    data = {**csrf(tablet), "words": "not yet"}

    page = tablet.client.post(answer, data=data).get_data(as_text=True)

    assert "So this did not count." in page
    assert "not yet</textarea>" in page
    assert kept(world, AnswerToStaffRow) == []


def test_where_nobody_was_picked_to_keep_it_from_it_is_closed_beside_staff(
    world: World, tablet: Tablet
):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("skip")
    at = tablet.at
    tablet.pick("hurt")
    signs_in_here(tablet)

    assert NOT_SHOWN in tablet.open(at)


TAPPED = {"Sec-Fetch-Site": "same-origin"}  # as a browser says of a page of ours


def taps(tablet: Tablet, choice: str, headers: dict[str, str] = TAPPED) -> str:
    """Tap an answer of the page that is open, as a browser sends it."""
    form = next(one for one in tablet.page.forms.values() if one.offers(choice))
    data = {**form.fields.to_dict(), "choice": choice}
    page = tablet.client.post(form.action or tablet.at, data=data, headers=headers)
    return Page(page.get_data(as_text=True)).words


def at_what_happened(tablet: Tablet) -> str:
    """Tell as far as the page that asks what happened, and leave it open."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(tablet.world.cast.priya)
    return tablet.at


def test_what_she_taps_on_an_open_page_is_kept_when_priya_signs_in_beside_her(
    world: World, tablet: Tablet
):
    left = at_what_happened(tablet)
    signs_in_here(tablet)

    assert KEPT in taps(tablet, "hurt")
    assert '"hurt"' in so_far(world)
    assert KEPT in taps(tablet, "hurt")  # tapped twice
    assert "So this did not count." in taps(tablet, "wrong")
    signs_out_at(tablet, left)
    tablet.follow("Go on")
    assert tablet.at == left
    assert "What do you want to tell us?" not in tablet.words


def test_her_tap_counts_after_priya_has_signed_out_again(world: World, tablet: Tablet):
    at_what_happened(tablet)
    signs_in_here(tablet)
    tablet.client.post("/staff/sign-out", data=desk_token(tablet))
    assert "Sign in" in Page(tablet.client.get("/staff/", follow_redirects=True).text).words

    assert ASKED in taps(tablet, "hurt")

    assert '"hurt"' in so_far(world)


def test_in_another_talk_her_tap_counts_beside_marcus(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    check_in_id = tablet.at.split("/")[3]
    signs_in_here(tablet, "marcus")

    taps(tablet, "good")

    (row,) = kept(world, CheckInRow, id=check_in_id)
    assert '"good"' in (row.so_far or "")
    assert (row.done, row.helper) == ("helped", "Marcus")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_tap_that_may_come_from_elsewhere_needs_the_token_of_its_page(
    world: World, tablet: Tablet, headers: dict[str, str]
):
    at_what_happened(tablet)
    signs_in_here(tablet)

    assert "This page is old." in taps(tablet, "hurt", headers)
    assert '"hurt"' not in so_far(world)


def test_a_browser_that_says_only_where_its_page_is_from_is_believed(world: World, tablet: Tablet):
    at_what_happened(tablet)
    signs_in_here(tablet)

    assert KEPT in taps(tablet, "hurt", {"Origin": "http://localhost"})


def test_what_ends_it_is_not_taken_beside_priya_and_she_reads_so(world: World, tablet: Tablet):
    left = at_what_happened(tablet)
    tablet.open(f"{left}/stop")
    signs_in_here(tablet)

    assert "So this did not count." in taps(tablet, "finish_now")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert row.sent_at is None


def test_whoever_signs_priya_out_is_asked_who_they_are_before_anything_is_shown(
    world: World, tablet: Tablet
):
    at_her_words(tablet)
    signs_in_here(tablet)
    tablet.press("", words="and again on Sunday")
    signs_out_only(tablet)

    assert ASKED in tablet.words
    tablet.press("/tablet/", ("person", world.cast.dev))
    assert "Hello Dev." in tablet.words
    tablet.press("/not-me")
    tablet.press("/tablet/", ("person", world.cast.ana))
    assert "You began to tell us something" not in tablet.words


@pytest.mark.parametrize("address", ["{left}", "{left}/so-far", "{left}/stop", "/tablet/my-page"])
def test_nothing_is_shown_before_it_is_said_who_is_here(world: World, tablet: Tablet, address: str):
    left = at_her_words(tablet)
    signs_in_here(tablet)
    tablet.client.post("/staff/sign-out", data=desk_token(tablet))

    assert ASKED in tablet.open(address.format(left=left))
    assert HARD not in tablet.words


def test_what_was_kept_beside_priya_is_reached_from_my_page_after_finish(
    world: World, tablet: Tablet
):
    at_her_words(tablet)
    signs_in_here(tablet)
    tablet.press("", words="and again on Sunday")
    tablet.open("/tablet/my-page")  # Finish
    assert "You began to tell us something" not in tablet.words

    assert ASKED in signs_out_only(tablet)
    tablet.press("/tablet/", ("person", world.cast.ana))
    assert "You began to tell us something" in tablet.words
    tablet.follow("Go on")
    assert UNSEEN in tablet.words
    assert "Sunday" not in tablet.words


def test_a_tap_before_it_is_said_who_is_here_is_kept_and_not_shown(world: World, tablet: Tablet):
    at_what_happened(tablet)
    signs_in_here(tablet)
    tablet.client.post("/staff/sign-out", data=desk_token(tablet))

    assert f"We kept what you said. Nobody has read it. {ASKED}" in taps(tablet, "hurt")
    assert '"hurt"' in so_far(world)


def signs_out_at(tablet: Tablet, address: str) -> None:
    tablet.open(address)
    signs_out(tablet)


def desk_token(tablet: Tablet) -> dict[str, str]:
    page = Page(tablet.client.get("/staff/").text)
    return {"csrf_token": next(iter(page.forms.values())).fields["csrf_token"]}

"""Staff were signed in at the tablet of many: whoever taps Ana's photo then reads nothing she said."""

import pytest

from checkin.storage.tables import AnswerRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import (
    HARD,
    begin,
    next_one_taps_her_photo,
    put_a_photo,
)
from tests.journeys.test_begun_and_left import BEGAN, MONDAY, OUTSIDE, told
from tests.journeys.test_beside_staff import desk_token, signs_in_here, signs_out_only
from tests.journeys.test_who_answered import ALONE, csrf

GROUP_DAYS = ("sat",)  # Dev stays at home

KEPT = "What you told is kept. It is not shown on this page."
HURT = "Someone hurt me"
SAID = (HARD, HURT, "Priya", "did the right thing")


def staff_come_and_go(tablet: Tablet, who: str = "priya") -> None:
    """Somebody of staff signs in on this tablet, and signs out."""
    signs_in_here(tablet, who)
    signs_out(tablet)


def signs_out(tablet: Tablet) -> None:
    tablet.client.post("/staff/sign-out", data=desk_token(tablet))


def taps_her_photo(tablet: Tablet) -> None:
    tablet.press("/tablet/", ("person", tablet.world.cast.ana))


@pytest.fixture
def left(world: World, tablet: Tablet) -> str:
    """Ana told so far; Priya was signed in since, and somebody taps Ana's photo."""
    left = begin(tablet, world.cast.priya)
    staff_come_and_go(tablet)
    tablet.open(left)
    taps_her_photo(tablet)
    return left


def the_telling(world: World) -> CheckInRow:
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    return row


def test_nothing_she_told_is_read_there_whoever_taps_her_photo(tablet: Tablet, left: str):
    assert KEPT in tablet.words
    for address in ("", "/so-far", "/who-sees", "/stop", "/throw-away", "/own-words", "/time"):
        words = tablet.open(f"{left}{address}")
        assert KEPT in words or address in ("/own-words", "/time"), address
        offered = ["Priya"] if "Who should see this?" in words and "Lena" in words else []
        assert [one for one in SAID if one in words] == offered, address
    assert "You began to tell us something. Go on." in tablet.open("/tablet/my-page")
    assert "Throw away" not in tablet.words
    tablet.follow("Go on")
    assert KEPT in tablet.words


@pytest.mark.parametrize(
    ("address", "given"),
    [
        ("/throw-away", {"choice": "throw_away"}),
        ("", {"do": "throw_away"}),
        ("", {"do": "back"}),
        ("", {"do": "change:not_who"}),
        ("/not-now", {"choice": "not_this_time"}),
    ],
)
def test_nobody_throws_it_away_or_changes_it_there(
    world: World, tablet: Tablet, left: str, address: str, given: dict[str, str]
):
    before = the_telling(world).so_far
    at = "steps:who"
    tablet.client.post(f"{left}{address}", data={**csrf(tablet), "at": at, **given})

    assert the_telling(world).so_far == before


def test_she_goes_on_from_the_next_question(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.priya)
    tablet.pick("hurt")
    staff_come_and_go(tablet)
    tablet.open(tablet.at)
    taps_her_photo(tablet)
    tablet.follow("Go on")

    assert "Tell it your way." in tablet.words
    assert not [one for one in SAID if one in tablet.words]
    tablet.write(HARD)
    assert KEPT in tablet.words
    assert HARD not in tablet.words
    assert HARD in (the_telling(world).so_far or "")


@pytest.mark.parametrize("backs", [2, 3, 4])
def test_who_had_gone_back_goes_on_from_the_question_that_was_not_put_yet(
    world: World, tablet: Tablet, backs: int
):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.priya)
    tablet.pick("hurt")
    tablet.write(HARD)
    for _ in range(backs):
        tablet.do("back")
    staff_come_and_go(tablet)
    tablet.open(tablet.at)
    taps_her_photo(tablet)
    before = kept(world, AnswerRow)
    page = tablet.words
    tablet.do("go_on")

    assert KEPT in page
    assert "Who should see this?" in tablet.words
    assert [one.choices for one in kept(world, AnswerRow)] == [one.choices for one in before]
    assert "Send it as it is" in tablet.open(f"{tablet.at}/said-before")


def test_who_had_gone_back_from_the_last_question_has_nothing_to_go_on_with(tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(tablet.world.cast.priya)
    tablet.pick("hurt")
    tablet.write(HARD)
    tablet.do("skip")
    tablet.pick("listen")
    tablet.do("back")
    staff_come_and_go(tablet)
    tablet.open(tablet.at)
    taps_her_photo(tablet)

    assert KEPT in tablet.words
    assert "Go on" not in tablet.words


def test_she_sends_it_as_it_is_and_nobody_there_reads_whose_it_is(
    world: World, tablet: Tablet, left: str
):
    tablet.press("/stop", ("choice", "finish_now"))

    assert "It is sent. How did you do this?" in tablet.words
    assert ALONE not in tablet.words  # who said what is not shown, nobody knows
    assert not [one for one in (*SAID, "Marcus", "Lena", "Take it back") if one in tablet.words]
    assert "someone_hurt" in {one.kind for one in alerts(world)}
    assert "It is sent." in tablet.open(left)
    tablet.client.post(f"{left}/take-back", data=csrf(tablet))
    assert the_telling(world).taken_back_at is None


def test_each_question_that_is_left_is_asked_and_shows_nothing_of_before(
    world: World, tablet: Tablet
):
    cast = world.cast
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(cast.priya, cast.lena)
    staff_come_and_go(tablet)
    tablet.open(tablet.at)
    taps_her_photo(tablet)
    tablet.follow("Go on")
    tablet.pick("hurt")
    tablet.write(HARD)

    assert "Who should see this?" in tablet.words
    for name in ("Priya", "Lena", "Marcus", "Jo"):  # whom she keeps it from, nobody can tell
        assert name in tablet.words
    tablet.pick(cast.priya, cast.marcus)
    assert "What do you want us to do?" in tablet.words
    tablet.pick("listen")
    assert KEPT in tablet.words
    assert "Go on" not in tablet.words
    tablet.press("/stop", ("choice", "finish_now"))
    assert "How did you do this?" in tablet.words
    tablet.pick("helped")
    assert "Priya" in tablet.words
    tablet.press("/who-helped/helped", ("choice", "Priya"))

    assert "It is sent." in tablet.words
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert (row.done, row.helper) == ("helped", None)
    picked = {one.step: one.choices for one in kept(world, AnswerRow) if one.sent_at}
    assert picked["who"] == [cast.marcus]
    assert picked["want"] == ["listen"]


def test_to_pick_one_she_keeps_it_from_alone_picks_nobody(world: World, tablet: Tablet, left: str):
    tablet.follow("Go on")
    tablet.pick(world.cast.priya)

    assert "What do you want us to do?" in tablet.words
    (who,) = [one for one in kept(world, AnswerRow) if one.step == "who"]
    assert (who.choices, who.silence) == ([], "skipped")


HAVE_IT = "The advocacy service and the safeguarding lead"


def test_who_says_more_and_sends_it_reads_who_has_it_and_whoever_comes_next_nothing(
    world: World, tablet: Tablet
):
    tablet.press("/tell-someone")
    tablet.do("start")
    cast = world.cast
    tablet.pick(cast.priya, cast.marcus, cast.lena, cast.jo)
    staff_come_and_go(tablet)
    tablet.open(tablet.at)
    taps_her_photo(tablet)
    tablet.follow("Go on")
    tablet.pick("hurt")
    tablet.write(HARD)
    left = tablet.at
    tablet.do("skip")
    tablet.do("skip")
    assert HAVE_IT not in tablet.words
    tablet.press("/stop", ("choice", "finish_now"))
    tablet.do("skip")
    world.settle()

    assert f"{HAVE_IT} will" in tablet.words
    assert "+44 7700 900301" in tablet.words or "07700 900301" in tablet.words
    assert not [one for one in (*SAID, "Priya", "Marcus") if one in tablet.words]
    signs_in_here(tablet)
    assert HAVE_IT not in tablet.open(left)
    signs_out_only(tablet)
    taps_her_photo(tablet)
    assert HAVE_IT not in tablet.open(left)  # and the second


def test_she_leaves_it_and_those_outside_are_told(world: World, tablet: Tablet, left: str):
    assert "If someone hurt you and you do not send it, we tell people outside" in tablet.words
    tablet.press("/stop", ("choice", "carry_on_later"))
    assert "999" in tablet.words
    assert not [one for one in (HARD, HURT, "Priya") if one in tablet.words]
    world.go_to(f"{MONDAY} 16:00")

    assert told(world) == OUTSIDE
    assert all(BEGAN in one.body for one in world.sent)
    tablet.open(left)
    tablet.press("", ("do", "start"))
    assert KEPT in tablet.words


def test_beside_marcus_who_signed_in_since_it_is_not_shown_either(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    signs_in_here(tablet, "marcus")

    assert KEPT in tablet.open(left)
    assert HARD not in tablet.open(f"{left}/so-far")


def test_what_she_told_beside_marcus_is_not_shown_once_he_is_gone(world: World, tablet: Tablet):
    signs_in_here(tablet, "marcus")
    tablet.open("/tablet/my-page")
    left = begin(tablet, world.cast.priya)
    tablet.do("skip")
    tablet.pick("listen")
    assert HARD in tablet.words
    signs_out(tablet)
    tablet.open(left)
    taps_her_photo(tablet)

    assert KEPT in tablet.words
    assert HARD not in tablet.open(left)


def test_it_is_so_of_her_morning_too_so_that_it_tells_nobody_of_a_hurt(
    world: World, tablet: Tablet
):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("not_good")
    left = tablet.at
    staff_come_and_go(tablet)
    tablet.open(left)
    taps_her_photo(tablet)

    assert KEPT in tablet.words
    assert "Not good" not in tablet.open(f"{left}/so-far")
    tablet.follow("Go on")
    tablet.pick("all")
    assert KEPT in tablet.words
    tablet.press("/stop", ("choice", "finish_now"))
    assert "It is sent." in tablet.words


@pytest.mark.parametrize("words", ["Marcus hit me", "it rained"])
def test_in_the_next_sitting_nothing_said_in_any_flow_is_read(
    world: World, tablet: Tablet, words: str
):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write(words)
    left = tablet.at
    next_one_taps_her_photo(tablet)

    tablet.follow("Carry on")
    assert KEPT in tablet.words
    for address in ("", "/so-far", "/own-words"):
        assert words not in tablet.open(f"{left}{address}")
    tablet.client.post(f"{left}/throw-away", data={**csrf(tablet), "choice": "throw_away"})
    (row,) = kept(world, CheckInRow, asks="how_i_am")
    assert words in (row.so_far or "")


@pytest.mark.parametrize("how", ["a tap", "words"])
def test_going_on_there_shows_nothing_of_before(tablet: Tablet, how: str):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.pick("not_good")
    left = tablet.at
    next_one_taps_her_photo(tablet)
    tablet.follow("Carry on")
    tablet.follow("Go on")
    tablet.do("skip") if how == "a tap" else tablet.write("Marcus hit me")

    assert KEPT in tablet.open(f"{left}/so-far")
    assert not [one for one in ("Not good", "Marcus hit me") if one in tablet.words]


@pytest.mark.parametrize("words", ["Marcus hit me", "it rained"])
def test_the_foot_says_for_whom_it_is_and_the_same_whatever_was_said(tablet: Tablet, words: str):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words=words)
    next_one_taps_her_photo(tablet)
    tablet.follow("Carry on")
    tablet.follow("Go on")

    sees = "Priya, Marcus and other staff will see this. But nobody you keep it from."
    assert sees in tablet.words
    assert KEPT in tablet.words


def test_what_you_said_shows_afterwards_was_not_said_to_be_shown_nowhere(tablet: Tablet):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write("can we go to the sea")
    next_one_taps_her_photo(tablet)
    tablet.follow("Carry on")
    assert KEPT in tablet.words
    tablet.press("/stop", ("choice", "finish_now"))
    next_one_taps_her_photo(tablet)

    assert "can we go to the sea" in tablet.open("/tablet/you-said")


def test_a_photo_she_gave_is_not_shown_either(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    photo = put_a_photo(world, left)
    staff_come_and_go(tablet)
    tablet.open(left)
    taps_her_photo(tablet)

    with tablet.client.get(photo) as answer:
        assert answer.status_code == 404


def test_the_photos_opened_meanwhile_lose_nothing_of_hers(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    signs_in_here(tablet)
    tablet.open("/tablet/")
    signs_out(tablet)
    tablet.open("/tablet/")
    taps_her_photo(tablet)

    assert "You began to tell us something. Go on." in tablet.words
    assert KEPT in tablet.open(left)


def test_her_photo_tapped_beside_priya_loses_nothing_of_hers(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    signs_in_here(tablet)
    next_one_taps_her_photo(tablet)
    assert "You began to tell us something" not in tablet.words
    signs_out_only(tablet)
    taps_her_photo(tablet)

    assert KEPT in tablet.open(left)


def test_the_photo_of_another_ends_it_all_the_same(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    staff_come_and_go(tablet)
    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", world.cast.dev))
    tablet.open("/tablet/")
    taps_her_photo(tablet)

    assert "Hello Ana." in tablet.open(left)
    assert "You began to tell us something" not in tablet.words

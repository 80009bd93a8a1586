"""Housemates share a tablet: each sees their own page, and nothing of the one before (trust.md 7)."""

from checkin.conversation.talking.said import Back, OwnWordsGiven, Picked, Skip, Stop
from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import Lounge


def test_the_start_page_shows_first_names_and_faces_and_no_more(take: Take, lounge: Lounge) -> None:
    page = take(token=lounge.cast.house_tablet).go("/")

    assert [one["name"] for one in measures.rects(page, measures.ANSWERS)] == ["A Ana", "D Dev"]


def test_after_not_me_nothing_of_ana_can_be_reached(take: Take, lounge: Lounge) -> None:
    tablet = take(token=lounge.cast.house_tablet)
    tablet.sit_down("Ana")
    check_in = lounge.begin(lounge.cast.ana)
    tablet.open(check_in, "/own-words?way=write")
    tablet.page.get_by_role("textbox").fill("no hoover")
    tablet.press("Keep it")
    tablet.go("/my-page")

    tablet.press("Not me")
    for _ in range(3):
        tablet.page.go_back()
        assert "no hoover" not in tablet.page.content()
        assert "Hello Ana" not in tablet.page.content()
    tablet.open(check_in)

    assert tablet.page.get_by_role("heading", level=1).inner_text() == "Who is here?"


def test_what_ana_told_in_confidence_is_not_shown_on_a_shared_tablet(
    take: Take, lounge: Lounge
) -> None:
    check_in = lounge.begin(lounge.cast.ana, "tell_someone")
    for reply in (Picked(("no_one",)), Picked(("wrong",)), OwnWordsGiven("He shouts at me")):
        lounge.answer(check_in, reply)
    lounge.answer(check_in, Stop("send"))
    tablet = take(token=lounge.cast.house_tablet)
    tablet.sit_down("Ana")

    assert "He shouts at me" not in tablet.go("/you-said").content()


def test_who_had_gone_back_goes_on_with_the_next_question_in_another_sitting(
    take: Take, lounge: Lounge
) -> None:
    check_in = lounge.begin(lounge.cast.ana, "how_i_am")
    asked = lounge.answer(check_in, Skip()).lines[-1]
    lounge.answer(check_in, Back())
    tablet = take(token=lounge.cast.house_tablet)
    tablet.sit_down("Ana")
    tablet.open(check_in)
    tablet.page.wait_for_timeout(600)  # a press that came sooner is not meant

    tablet.press("Go on")

    assert asked in tablet.page.get_by_role("heading", level=1).inner_text()


def test_dev_cannot_open_what_is_anas(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.ana)

    devs = take().open(check_in)

    assert "How was your week?" not in devs.content()


def test_a_tablet_that_was_not_let_in_sees_only_the_door(take: Take) -> None:
    stranger = take(token="not a token")

    assert stranger.go("/my-page").url.endswith("/tablet/enrol")

"""Nobody is hurried, nothing moves by itself, nothing is lost (screens.md 28, 29, 30)."""

from datetime import timedelta

from checkin import clock
from checkin.conversation.talking.said import Picked
from tests.browser.conftest import NOON, Take
from tests.browser.tablet import Lounge


def test_dev_answers_thirty_hours_later(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    hands = take()
    hands.page.clock.install(time=NOON)
    page = hands.open(check_in)

    page.clock.fast_forward("30:00:00")
    clock.stop_at(NOON + timedelta(hours=30))
    page.get_by_label("OK").check()
    hands.press("Next")

    assert page.get_by_role("heading", level=1).inner_text() == "What was good?"
    assert lounge.now_asked(check_in).number == 2


def test_a_minute_of_quiet_changes_nothing(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    hands = take()
    hands.page.clock.install(time=NOON)
    hands.page.add_init_script("addEventListener('playing', () => window.played = true, true)")
    page = hands.open(check_in)
    before, address = page.content(), page.url

    page.clock.run_for(60_000)

    assert page.content() == before
    assert page.url == address
    assert not page.evaluate("window.played ?? false")
    moving = "document.getAnimations().filter((one) => !one.effect.pseudoElement).length"
    assert not page.evaluate(moving)  # the sheet that takes no tap on a new page cannot be seen


def test_dev_comes_back_to_the_same_question_after_the_tab_was_closed(
    take: Take, lounge: Lounge
) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    first = take()
    first.open(check_in).get_by_label("Not good").check()
    first.press("Next")
    first.context.close()

    again = take()
    again.open(check_in)

    assert again.page.get_by_role("heading", level=1).inner_text() == "What was not good?"
    again.press("Back")
    assert again.page.get_by_label("Not good").is_checked()


def test_a_page_left_open_never_answers_another_question(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    hands = take()
    page = hands.open(check_in)
    lounge.answer(check_in, Picked(("not_good",)))

    page.get_by_label("Good", exact=True).check()
    hands.press("Next")

    assert page.get_by_role("heading", level=1).inner_text() == "What was not good?"
    assert lounge.now_asked(check_in).given is None


def test_the_hello_page_gives_way_to_the_photos_and_a_question_does_not(
    take: Take, lounge: Lounge
) -> None:
    hands = take(token=lounge.cast.house_tablet)
    hands.page.clock.install(time=NOON)
    page = hands.sit_down("Ana")

    page.clock.run_for(121_000)

    page.wait_for_url("**/tablet/")
    assert page.get_by_role("heading", level=1).inner_text() == "Who is here?"

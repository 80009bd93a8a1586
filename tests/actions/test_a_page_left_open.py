"""Two pages of one check-in are open: only the question that is asked now is answered."""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import NotNow, OwnWordsGiven, Picked, Start
from checkin.storage import answers
from checkin.storage.tables import CheckInRow
from checkin.storage.which_check_ins import check_ins_of
from tests.conftest import World, london
from tests.journeys.doors import Tablet


def _begin(world: World) -> tuple[Tablet, Tablet]:
    world.go_to("2026-10-20 08:31")
    now, old = Tablet(world, world.cast.devs_phone), Tablet(world, world.cast.devs_phone)
    now.begin("Group day: am I ready?")
    now.pick("going")
    old.open(now.at)
    return now, old


def _check_in(world: World) -> CheckInRow:
    day = check_ins_of(world.cast.dev, london("2026-10-20 08:00"), london("2026-10-20 09:00"))
    return next(row for row in day if row.asks == "group_day")


def test_a_second_tap_on_a_page_left_open_answers_no_question_nobody_saw(world: World) -> None:
    now, old = _begin(world)
    now.pick("not_yet")

    old.pick("not_yet")  # which the next question, about food, offers as well

    with world.app.app_context():
        given = [one.step for one in answers.answers_of(_check_in(world).id)]
    assert given == ["going", "tablets"]
    assert old.at == now.at


def test_the_same_page_sent_three_times_leaves_the_next_question_open(world: World) -> None:
    now, old = _begin(world)
    third = Tablet(world, world.cast.devs_phone)
    third.open(now.at)

    for page in (now, old, third):
        page.pick("not_yet")

    with world.app.app_context():
        steps = [one.step for one in answers.answers_of(_check_in(world).id)]
    assert steps == ["going", "tablets"]


@pytest.mark.parametrize(
    "said", [OwnWordsGiven("i feel ill"), OwnWordsGiven(None, media=("a voice note",))]
)
def test_own_words_from_a_page_left_open_are_kept_after_later_too(
    world: World, said: OwnWordsGiven
) -> None:
    with world.app.app_context():
        check_in = begin(world.cast.ana, "what_matters", "tablet", clock.now()).id
        step = take_answer(check_in, Start(), clock.now()).so_far.step
        take_answer(check_in, NotNow("today"), clock.now())

        take_answer(check_in, said, clock.now(), at_step=step)

        kept = [(one.asked, one.words, tuple(one.media)) for one in answers.answers_of(check_in)]
    assert kept == [("late words", said.words, said.media)]


def test_of_two_taps_at_the_same_moment_the_second_finds_another_question(world: World) -> None:
    _begin(world)
    with world.app.app_context():
        check_in = _check_in(world).id
        for _ in range(2):
            turn = take_answer(check_in, Picked(("not_yet",)), clock.now(), at_step="tablets")

        given = [one.step for one in answers.answers_of(check_in)]
    assert given == ["going", "tablets"]
    assert turn.prompt.step == "food"

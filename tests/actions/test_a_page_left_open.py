"""Two pages of one check-in are open: only the question that is asked now is answered."""

import pytest

from checkin import clock
from checkin.actions.keep_media import keep_media
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import NotNow, OwnWordsGiven, Picked, Start, Stop
from checkin.storage import alert_steps, answers, loops, which_alerts
from checkin.storage.tables import CheckInRow
from checkin.storage.which_check_ins import check_ins_of
from tests.conftest import World, london
from tests.journeys.doors import Tablet
from tests.journeys.pages import Page


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


OLD = "That was an old page. Go on here."


def test_a_tap_that_comes_too_late_is_told_so_once(world: World) -> None:
    now, old = _begin(world)
    now.pick("not_yet")

    assert OLD in old.pick("done")
    assert '<h1 class="short" aria-describedby="old-page">' in old.page.html
    assert OLD not in old.pick("not_yet")


def test_a_tap_on_an_old_page_is_told_so_where_all_is_read_back(world: World) -> None:
    now, old = _begin(world)
    while "Here is what you said" not in now.words:
        now.do("skip")

    assert OLD in old.pick("done")


def test_a_tap_that_comes_twice_was_heard_and_is_told_nothing(world: World) -> None:
    now, old = _begin(world)
    now.pick("not_yet")

    assert OLD not in old.pick("not_yet")


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

        kept = [(one.step, one.words, tuple(one.media)) for one in answers.answers_of(check_in)]
    assert kept == [(step, said.words, said.media)]


def _tell_someone(world: World) -> tuple[Tablet, str, str]:
    """Ana writes at "Tell it your way"; the page stays open in another tab."""
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    with world.app.app_context():
        check_in = begin(world.cast.ana, "tell_someone", "tablet", clock.now()).id
    tablet.open(f"/tablet/check-in/{check_in}")
    tablet.do("start")
    tablet.do("skip")
    tablet.pick("wrong")
    tablet.open(f"/tablet/check-in/{check_in}/own-words?way=write")
    return tablet, check_in, tablet.page.html


def _from_the_old_page(tablet: Tablet, html: str, words: str) -> str:
    tablet.page = Page(html)
    return tablet.press("/own-words?way=write", words=words)


def test_what_is_said_on_the_page_still_open_is_read_back_and_sent_too(world: World) -> None:
    tablet, check_in, old = _tell_someone(world)

    for words in ("FIRSTONE", "SECONDONE and i fell down the stairs", "FIRSTONE"):
        _from_the_old_page(tablet, old, words)

    both = "FIRSTONE\nSECONDONE and i fell down the stairs"
    tablet.open(f"/tablet/check-in/{check_in}/so-far")
    assert "SECONDONE and i fell down the stairs" in tablet.words
    with world.app.app_context():
        take_answer(check_in, Stop("send"), clock.now())
        sent = {one.step: one.words for one in answers.sent_answers_of(check_in)}
    assert sent["words"] == both


def test_what_is_said_there_once_it_was_sent_is_shown_as_said_afterwards(world: World) -> None:
    tablet, check_in, old = _tell_someone(world)
    _from_the_old_page(tablet, old, "FIRSTONE")
    with world.app.app_context():
        take_answer(check_in, Stop("send"), clock.now())

    said = _from_the_old_page(tablet, old, "SECONDONE")

    assert "This was sent before." in said
    assert "Tell someone has room for more." in said
    with world.app.app_context():
        last = answers.sent_answers_of(check_in)[-1]
        raised = [one.kind for one in which_alerts.alerts_of_person(world.cast.ana)]
    assert (last.asked, last.words) == ("Said afterwards.", "SECONDONE")
    assert "free_message" in raised


def test_sound_and_words_that_come_after_it_was_sent_are_each_read_and_each_a_loop(
    world: World,
) -> None:
    _, check_in, _ = _tell_someone(world)
    with world.app.app_context():
        first, second = (
            keep_media(world.cast.ana, check_in, "audio", b"ID3" + sound, clock.now())
            for sound in (b"one", b"two")
        )
        note, another = OwnWordsGiven(None, media=(first,)), OwnWordsGiven(None, media=(second,))
        take_answer(check_in, OwnWordsGiven("one line"), clock.now())
        take_answer(check_in, Stop("send"), clock.now())

        for late in (note, another, OwnWordsGiven("another line"), note):
            take_answer(check_in, late, clock.now(), at_step="words")

        raised = [one.media_id or one.words for one in loops.loops_of(world.cast.ana)]
        (task,) = (
            one for one in which_alerts.alerts_of_person(world.cast.ana)
            if one.kind == "free_message"
        )  # fmt: skip
        told = [one.kind for one in alert_steps.steps_of(task.id)]
    assert sorted(raised) == sorted([first, second, "another line", "one line"])
    assert told.count("again") == 2


def test_what_was_thrown_away_is_told_to_be_closed(world: World) -> None:
    tablet, check_in, old = _tell_someone(world)
    with world.app.app_context():
        take_answer(check_in, Stop("throw_away"), clock.now())

    said = _from_the_old_page(tablet, old, "SECONDONE")

    assert "This was closed before." in said
    with world.app.app_context():
        assert not answers.sent_answers_of(check_in)


@pytest.mark.parametrize("step", ["who", "no such step"])
def test_a_recording_goes_beside_the_words_of_its_step_while_that_stands(
    world: World, step: str
) -> None:
    _, check_in, _ = _tell_someone(world)
    with world.app.app_context():
        take_answer(check_in, OwnWordsGiven("i fell"), clock.now())
        for sound in ("one", "two"):
            voice = OwnWordsGiven(None, media=(sound,))
            take_answer(check_in, voice, clock.now(), at_step="words")
        take_answer(check_in, OwnWordsGiven("more"), clock.now(), at_step=step)

        given = answers.answers_of(check_in)
        newest = {one.step: (one.words, tuple(one.media)) for one in given}
    assert newest["words"] == ("i fell", ("one", "two"))
    assert newest[step] == ("more", ())


def test_of_two_taps_at_the_same_moment_the_second_finds_another_question(world: World) -> None:
    _begin(world)
    with world.app.app_context():
        check_in = _check_in(world).id
        for _ in range(2):
            turn = take_answer(check_in, Picked(("not_yet",)), clock.now(), at_step="tablets")

        given = [one.step for one in answers.answers_of(check_in)]
    assert given == ["going", "tablets"]
    assert turn.prompt.step == "food"

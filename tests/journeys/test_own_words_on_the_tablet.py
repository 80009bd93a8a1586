"""Ana says it in her own words where a picture was meant: somebody reads them once they are sent."""

import pytest

from checkin.storage.tables import AlertRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept

WAITED = "i waited so long and nobody came"
TOUCHED = "someone touched me"


def own_words(tablet: Tablet, words: str) -> None:
    """Say it in her own words where one tap picks a picture."""
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words=words)


def tell_in_own_words(tablet: Tablet) -> None:
    """Begin to tell someone, say it in her own words, stop there and send."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    own_words(tablet, TOUCHED)
    tablet.do("next")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "finish_now"))


def morning(world: World, tablet: Tablet) -> None:
    """Say it where the first question of her morning has pictures, and send."""
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    own_words(tablet, WAITED)
    tablet.do("next")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "finish_now"))


def to_read(world: World) -> list[AlertRow]:
    return [one for one in alerts(world, task=True) if one.kind == "free_message"]


def test_words_where_a_picture_was_meant_are_read_once_they_are_sent(world: World, tablet: Tablet):
    tell_in_own_words(tablet)

    (task,) = to_read(world)
    assert task.level == "today"
    assert [one.words for one in kept(world, LoopRow)] == [TOUCHED]
    priya = Desk(world, "priya")
    priya.follow(task.title)
    assert TOUCHED in priya.follow("What Ana sent")


def test_words_beside_the_first_question_of_her_morning_wait_for_us(world: World, tablet: Tablet):
    morning(world, tablet)

    (task,) = to_read(world)
    assert task.for_staff == world.cast.priya
    assert WAITED not in " ".join(task.what)  # she can take it back until somebody opens it
    assert WAITED in [one.words for one in kept(world, LoopRow)]


def test_nobody_closes_the_work_to_read_words_that_it_does_not_show(world: World, tablet: Tablet):
    morning(world, tablet)
    priya = Desk(world, "priya")
    priya.take(to_read(world)[0].title)

    assert "It is on the list until somebody read it." in priya.words
    assert "Close this alert" not in priya.words
    assert WAITED in priya.follow("Read it")


def test_words_beside_a_picture_are_read_with_the_picture(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    own_words(tablet, WAITED)
    tablet.pick("not_good")
    tablet.pick("all")
    tablet.do("send")

    assert to_read(world) == []


def test_taking_it_back_leaves_nothing_to_read(world: World, tablet: Tablet):
    morning(world, tablet)
    tablet.pick("self")

    tablet.press("/take-back")

    (task,) = to_read(world)
    assert (task.state, task.outcome) == ("closed", "taken back")
    assert WAITED not in tablet.open("/tablet/you-said")
    assert WAITED not in Desk(world, "priya").open(f"/staff/alerts/{task.id}")


def test_whom_ana_keeps_it_from_is_not_given_the_words_to_read(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.priya)
    own_words(tablet, TOUCHED)
    tablet.do("next")
    tablet.do("skip")
    tablet.do("skip")
    tablet.do("skip")
    tablet.do("send")

    (task,) = to_read(world)
    assert task.for_staff != world.cast.priya
    assert task.title not in Desk(world, "priya").words
    assert task.title in Desk(world, "marcus").words


def test_nothing_is_read_before_it_is_sent(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    own_words(tablet, TOUCHED)
    tablet.do("stop")
    tablet.press("/stop", ("choice", "carry_on_later"))

    assert to_read(world) == []
    assert kept(world, LoopRow) == []


def breaks(*_: object, **__: object) -> None:
    raise OSError("There is no room on the disc.")


def test_words_that_could_not_be_kept_are_given_back_and_not_called_kept(
    world: World, tablet: Tablet, monkeypatch: pytest.MonkeyPatch
):
    world.app.config["PROPAGATE_EXCEPTIONS"] = False
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.do("my_words")
    tablet.follow("Write")
    form = next(one for one in tablet.page.forms.values() if "at" in one.fields)
    monkeypatch.setattr("checkin.channels.tablet.own_words.take_answer", breaks)

    data = {**form.fields.to_dict(), "words": TOUCHED}
    broken = tablet.client.post(form.action or tablet.at, data=data)

    assert broken.status_code == 500
    assert TOUCHED in broken.text
    assert "kept" not in broken.text.replace("What you wrote: not kept", "")
    assert "Please look, and do it again." in broken.text

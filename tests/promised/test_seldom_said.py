"""What is seldom said: late, taken back, changed, decided otherwise, read by two. Each sentence is held."""

from datetime import timedelta

import pytest

from checkin import clock
from checkin.actions.judge_promise import say_impact
from checkin.actions.loops import decide_loop, mark_done, read_loop
from checkin.storage.tables import LoopRow
from tests.journeys.doors import Desk
from tests.promised.happened import Happened
from tests.promised.reader import Reader
from tests.promised.roads import Presses, Road
from tests.promised.sentences import of_page
from tests.promised.small import Small
from tests.promised.test_looking_back import Looks
from tests.promised.test_who_has_it_now import Last

A_WEEK = timedelta(days=7)


@pytest.fixture
def looks(small: Small) -> Looks:
    return Looks(small)


def problems(reader: Reader, happened: Happened) -> str:
    reader.hold_all(happened)
    return "\n".join(reader.problems)


def test_not_now_then_not_at_all_is_said_as_it_was_decided(small: Small):
    last, looks = Last(small, "how_i_am", feel="ok", want="no_one"), Looks(small)
    said, marcus = last.happened.rows(LoopRow)[0], small.ids["Marcus"]
    for decision, words, says in (
        ("later", "In spring.", "Not yet: In spring."),
        ("cannot", "There is no money.", "Why we cannot: There is no money."),
    ):
        with small.app.app_context():
            decide_loop(said.id, marcus, decision, words, clock.now())
        assert says in last.again()
        looks.at("you-said")

    assert "We said: In spring." in looks.tablet.words
    assert last.problems == ""
    assert "\n".join(looks.problems) == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("i would like to go swimming", "Priya will read what you want by Tuesday."),
        ("when is art?", "Priya will read your question by Tuesday."),
    ],
)
def test_her_own_words_are_met_as_what_they_are(small: Small, words: str, says: str):
    last = Last(small, "how_i_am", feel="ok", more=words, want="no_one")

    assert says in last.again()
    assert problems(last.road.reader, last.happened) == ""


def test_whom_it_is_kept_from_is_said_where_it_is_asked_and_read_back(small: Small):
    cast, picks = small.cast, {"not_who": (small.ids["Priya"],), "kind": ("good",), "who": ()}
    road = Road(small, "tell_someone", cast.ana, cast.house_tablet, Presses(), picks=picks).walk()

    assert problems(road.reader, road.happened) == ""


def test_what_is_to_be_done_and_what_did_not_happen_are_said_so(small: Small):
    last, marcus = Last(small, "how_i_am", feel="ok", want="no_one"), small.ids["Marcus"]
    said = last.happened.rows(LoopRow)[0]
    day = clock.now().date() + A_WEEK
    with small.app.app_context():
        decide_loop(said.id, marcus, "do", "Green kettle.", clock.now(), due_on=day)
    assert "We will: Green kettle. Marcus, by Monday 26 October." in last.again()

    with small.app.app_context():
        mark_done(said.id, marcus, "Green kettle came.", clock.now())
        say_impact(said.id, "not_done", clock.now())
    assert "We said we did: Green kettle." in last.again()
    assert last.problems == ""


def test_whoever_read_it_and_whoever_opened_it_are_both_named(small: Small, looks: Looks):
    said = looks.say_something()
    with small.app.app_context():
        read_loop(said.id, small.ids["Jo"], clock.now())
    small.desks["Marcus"].open(f"/staff/check-ins/{said.check_in_id}")

    assert "Jo and Marcus have read it." in looks.at("you-said").tablet.words
    assert "\n".join(looks.problems) == ""


def test_all_who_closed_it_looked_at_it(small: Small):
    last = Last(
        small, "tell_someone", not_who="no_one", kind="complain", who="Priya Lena", want="advocate"
    )
    for who, title in (("priya", "I want to complain"), ("lena", "asks for their advocate")):
        desk = Desk(small, who)
        desk.take(title)
        desk.close("Done")

    assert "Lena and Priya have looked at this." in last.again()
    assert last.problems == ""


def test_a_talk_that_is_late_is_said_to_be(small: Small):
    last = Last(small, "how_i_am", feel="not_good", want="talk")
    small.go_to("2026-10-21 12:00")

    assert "Nobody has talked to you yet. We are asking" in last.again()
    assert last.problems == ""


def test_what_nobody_looked_at_in_time_is_said_to_be(small: Small):
    last = Last(
        small, "tell_someone", not_who="no_one", kind="complain", who="Priya", want="listen"
    )
    for at in ("2026-10-20 12:00", "2026-10-22 12:00"):  # since then it is said to be unread, too
        small.go_to(at)
        assert "Nobody has looked at this yet. We are asking" in last.again()
    assert last.problems == ""


def test_whoever_took_what_is_late_is_named_without_a_day(small: Small):
    last = Last(small, "tell_someone", not_who="no_one", kind="idea", want="advocate")
    small.go_to("2026-10-19 23:40")
    Desk(small, "jo").take("Ana asks for their advocate.")
    small.go_to("2026-10-20 00:05")
    assert "Jo will ring your advocate." in last.again()

    last = Last(small, "what_matters", talk="talk_soon")
    small.go_to("2026-10-21 23:40")
    Desk(small, "jo").take("Ana asked to talk")
    small.go_to("2026-10-22 00:05")
    assert "Jo will talk to you." in last.again()
    assert last.problems == ""


def test_what_is_taken_back_stands_on_a_list_where_nobody_was_texted(small: Small):
    cast, picks = small.cast, {"feel": ("ok",), "want": ("talk",)}
    road = Road(
        small, "how_i_am", cast.ana, cast.house_tablet, Presses(), picks, ending="take_back"
    ).walk()

    assert "Staff can see that you said something." in road.tablet.words
    assert problems(road.reader, road.happened) == ""


def test_words_of_a_hurt_that_were_changed_are_told_outside(small: Small):
    cast, reader = small.cast, Reader("changed, then sent")
    tablet = Looks(small).at("my-page").tablet
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write("Priya hit me")
    tablet.do("back")
    tablet.write("nice day")
    tablet.do("skip")
    happened = Happened(small, cast.ana, tablet.at.split("/")[3], hurt=True)
    reader.read(of_page(tablet.page.html), "before it is sent", happened)
    tablet.do("send")
    tablet.pick("self")
    happened.sent_at = clock.now()
    small.settle()
    reader.read(of_page(tablet.page.html), "end", happened)
    small.go_to(clock.now() + timedelta(minutes=61))

    assert problems(reader, happened.anew()) == ""

"""Ana calls on a page in words that name Marcus and are not plainly good: others are asked, without her words."""

import pytest

from checkin.agreements.how_asked import Sound
from checkin.storage import people
from checkin.storage.tables import MessageRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World
from tests.journeys.doors import MARCUS, Desk, Tablet
from tests.journeys.records import alerts
from tests.journeys.test_a_telling_is_of_its_sitting import signed_in
from tests.journeys.test_calls_on_the_tablet import begin, say
from tests.journeys.test_hurt_said_elsewhere import MONDAY, told
from tests.journeys.test_named_in_a_call import CALLS, WISHES
from tests.journeys.test_the_only_one_picked import ADVOCACY, LEAD

GROUP_DAYS = ("sat",)  # Dev stays at home


def of_ana(world: World) -> str:
    """Return all that Marcus meets of Ana, and of each call of hers."""
    desk, ana = Desk(world, "marcus"), world.cast.ana
    calls = (f"alerts/{one.id}" for one in alerts(world) if not one.check_in_id)
    pages = ("", "handover", f"people/{ana}", f"people/{ana}/said", *calls)
    return "\n".join(desk.open(f"/staff/{page}") for page in pages)


def goes_on(tablet: Tablet) -> None:
    """Go on from her own words to Send."""
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")


@pytest.mark.parametrize(("words", "level"), CALLS.items())
def test_whoever_is_named_meets_nothing_of_it_and_others_are_asked_once(
    world: World, tablet: Tablet, words: str, level: str
):
    begin(tablet)
    before = of_ana(world)
    page = tablet.write(words)
    world.go_to(f"{MONDAY} 15:01")
    asked, after = told(world), of_ana(world)
    goes_on(tablet)
    world.go_to(f"{MONDAY} 15:03")

    assert len(asked) >= 2
    assert MARCUS not in told(world)
    assert after == before
    assert words not in of_ana(world)
    assert "We are telling" in page
    assert "Marcus" not in page + tablet.words
    (alert,) = alerts(world)  # sent, they tell nobody a second time
    assert (alert.kind, alert.level) == ("told", level)
    assert Desk(world, "marcus").client.get(f"/staff/alerts/{alert.id}").status_code == 404
    assert words in Desk(world, "jo").open(f"/staff/check-ins/{alert.check_in_id}")


def test_whoever_takes_it_is_named_and_the_same_words_another_time_ask_again(
    world: World, tablet: Tablet
):
    say(tablet, "call me not marcus")
    world.go_to(f"{MONDAY} 15:01")
    Desk(world, "jo").take("Read Ana's own words")
    tablet.follow("Look again")
    assert "Jo knows." in tablet.words
    world.sent.clear()
    goes_on(tablet)
    assert not told(world)
    say(tablet, "call me not marcus")
    world.go_to(f"{MONDAY} 15:05")

    assert told(world)
    assert MARCUS not in told(world)
    assert [one.kind for one in alerts(world)] == ["told"]


@pytest.mark.parametrize(
    "words",
    [
        "call me but dont tell marcus",
        "im scared of marcus can someone come",
        "marcus hit me. call me",
        "help marcus is on top of me",
    ],
)
def test_who_asks_for_somebody_in_words_of_a_hurt_is_heard_before_she_sends(
    world: World, tablet: Tablet, words: str
):
    begin(tablet)
    before = of_ana(world)
    page = tablet.write(words)
    world.go_to(f"{MONDAY} 15:01")

    assert "We are telling" in page
    assert len(told(world)) >= 2
    assert MARCUS not in told(world)
    assert of_ana(world) == before
    (alert,) = alerts(world)
    assert (alert.kind, alert.level) == ("someone_hurt", "now")
    said = Desk(world, "lena").open(f"/staff/alerts/{alert.id}")
    assert "Ana calls for help." in said
    assert "Wrote it on" in said


@pytest.mark.parametrize(("takes", "knows"), [("lena", True), ("marcus", False), (None, True)])
def test_that_whoever_is_rung_besides_does_not_see_her_words_is_said_where_it_is_so(
    world: World,
    tablet: Tablet,
    takes: str | None,
    knows: bool,  # noqa: FBT001
):
    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))
    if takes:
        Desk(world, takes).take("Ana asked for help or is not OK.")
    begin(tablet)
    page = tablet.write("help marcus is on top of me")

    assert (takes or "marcus").capitalize() in page
    assert ("They will not see your words." in page) != knows


def test_left_unsent_nobody_is_told_that_nobody_can_read_what_was_told_at_once(
    world: World, tablet: Tablet
):
    begin(tablet)
    tablet.write("help marcus is on top of me")
    world.go_to(f"{MONDAY} 18:00")

    assert [one.kind for one in alerts(world) if one.kind == "left_unsent"] == []


@pytest.mark.parametrize("end", ["thrown away", "changed"])
def test_what_was_told_at_once_is_no_words_that_nobody_can_read(
    world: World, tablet: Tablet, end: str
):
    begin(tablet)
    tablet.write("help marcus is on top of me")
    tablet.follow("Back")
    assert "They cannot read it." not in tablet.words
    if end == "thrown away":
        tablet.open(f"{tablet.at}/throw-away")
        tablet.press("/throw-away")
    else:
        tablet.do("skip")
        tablet.do("send")
    world.go_to(f"{MONDAY} 18:00")

    assert {one.kind for one in alerts(world)} == {"someone_hurt"}


@pytest.mark.parametrize(
    ("words", "reads"),
    [("help marcus is on top of me", "Priya"), ("help priya is hitting me", "Jo")],
)
def test_who_reads_the_rest_is_said_as_it_is(world: World, tablet: Tablet, words: str, reads: str):
    begin(tablet)
    tablet.write(words)
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")

    assert f"{reads} will read this by Tuesday." in tablet.pick("self")


def picks_up_nowhere(world: World) -> None:
    """Every call to staff so far rang, and nobody picked up."""
    with world.app.app_context(), kept_together():
        for one in db.session.query(MessageRow).filter_by(to_person=False):
            one.state = "failed"


@pytest.mark.parametrize("taken", [False, True])
def test_taken_back_it_is_not_said_that_nobody_reads_it(
    world: World, tablet: Tablet, *, taken: bool
):
    begin(tablet)
    tablet.write("help marcus is on top of me")
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    world.go_to(f"{MONDAY} 15:01")
    if taken:
        Desk(world, "lena").take("Read Ana's own words")
    else:
        picks_up_nowhere(world)
    tablet.press("/take-back")

    assert "You took it back." in tablet.words
    assert "Staff will not read it." not in tablet.words
    assert "We told Jo, Lena and Priya already what you wrote." in tablet.words


def test_beside_staff_who_sign_in_after_it_nobody_reads_who_was_told(world: World, tablet: Tablet):
    begin(tablet)
    tablet.write("help marcus is on top of me")
    look_again = tablet.page.link("Look again")
    beside = signed_in(world, "marcus", world.cast.house_tablet)

    assert "We are telling" not in beside.open(look_again)
    assert "We could not tell anyone." not in beside.words


def test_beside_staff_who_sign_in_in_her_browser_nobody_reads_who_was_told(
    world: World, tablet: Tablet
):
    begin(tablet)
    tablet.write("help marcus is on top of me")
    look_again = tablet.page.link("Look again")
    desk = Desk.__new__(Desk)
    desk.__dict__ = {**tablet.__dict__}  # the same browser
    desk.open("/staff/sign-in")
    desk.press("/sign-in", email="marcus@willow-court.example", password=PASSWORD)

    assert "We are telling" not in tablet.open(look_again)


def test_another_hurt_after_what_was_told_at_once_is_not_left_untold(world: World, tablet: Tablet):
    say(tablet, "help marcus is on top of me")
    goes_on(tablet)
    tablet.pick("self")
    begin(tablet)
    tablet.write("lena hits me too")
    world.go_to(f"{MONDAY} 18:00")

    assert {one.kind for one in alerts(world)} == {"someone_hurt", "left_unsent"}


def test_the_page_that_says_so_is_read_aloud_on_a_press_alone(world: World, tablet: Tablet):
    with world.app.app_context(), kept_together():
        people.the_person(world.cast.ana).sound = Sound.ALWAYS
    begin(tablet)
    tablet.write("help marcus is on top of me")
    page = tablet.client.get(tablet.page.link("Look again")).get_data(as_text=True)

    assert 'data-sound="press"' in page


def test_what_she_began_stays_hers_where_staff_say_that_they_are_with_her(
    world: World, tablet: Tablet
):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    desk = Desk(world, "marcus")
    desk.open(f"/staff/people/{world.cast.ana}")
    desk.press("/with-staff")

    assert "Carry on" in tablet.open("/tablet/my-page")
    tablet.follow("How was my morning?")
    tablet.do("skip")
    assert tablet.words


def test_the_same_with_a_capital_and_a_mark_is_written_again_and_no_second_alert(
    world: World, tablet: Tablet
):
    say(tablet, "help marcus is on top of me")
    goes_on(tablet)
    tablet.pick("self")
    say(tablet, "Help Marcus is on top of me! ")
    world.go_to(f"{MONDAY} 15:01")

    (alert,) = alerts(world)
    assert "Ana wrote it again." in Desk(world, "lena").open(f"/staff/alerts/{alert.id}")
    goes_on(tablet)
    tablet.pick("self")
    tablet.press("/take-back")
    assert "We told Jo, Lena and Priya already what you wrote." in tablet.words


def test_a_hurt_alone_waits_for_send(world: World, tablet: Tablet):
    begin(tablet)
    tablet.write("marcus hit me")
    world.go_to(f"{MONDAY} 15:01")

    assert alerts(world) == []


def test_who_has_it_is_not_said_to_another_who_sits_down(world: World, tablet: Tablet):
    begin(tablet)
    tablet.write("call me not marcus")
    look_again = tablet.page.link("Look again")
    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", world.cast.dev))
    tablet.open(look_again)

    assert "We are telling" not in tablet.words
    assert "We could not tell anyone." not in tablet.words


@pytest.mark.parametrize("words", WISHES)
def test_whoever_is_wished_for_is_asked(world: World, tablet: Tablet, words: str):
    say(tablet, words)
    world.go_to(f"{MONDAY} 15:01")

    assert MARCUS in told(world)
    assert words in of_ana(world)


def test_thrown_away_she_reads_who_has_her_words(world: World, tablet: Tablet):
    begin(tablet)
    tablet.write("call me not marcus")
    tablet.follow("Back")
    tablet.open(f"{tablet.at}/throw-away")
    tablet.press("/throw-away")

    assert "We told Jo and Lena already what you wrote." in tablet.words


def test_what_is_told_apart_is_read_back_aloud_on_a_press_alone(world: World, tablet: Tablet):
    with world.app.app_context(), kept_together():
        people.the_person(world.cast.ana).sound = Sound.ALWAYS
    begin(tablet)
    for words, sound in (("i like the bus", "always"), ("priya hit me", "press")):
        tablet.write(words)
        tablet.do("skip")
        assert words in tablet.words
        assert f'data-sound="{sound}"' in tablet.client.get(tablet.at).get_data(as_text=True)
        tablet.do("send")
        tablet.pick("self")
        assert f'data-sound="{sound}"' in tablet.client.get(tablet.at).get_data(as_text=True)
        begin(tablet)


def test_who_answered_what_was_told_at_once_nobody_said(world: World, tablet: Tablet):
    begin(tablet)
    tablet.write("help marcus is on top of me")
    (alert,) = alerts(world)

    page = Desk(world, "jo").open(f"/staff/check-ins/{alert.check_in_id}")
    assert "Ana did not say who pressed." in page


def test_taken_back_in_a_telling_it_is_not_said_that_nobody_reads_it(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("hurt")
    tablet.write("help marcus hit me")
    world.go_to(f"{MONDAY} 15:01")
    tablet.follow("Back")
    while "Send" not in tablet.words:
        tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    world.go_to(f"{MONDAY} 15:03")
    tablet.press("/take-back")

    assert "Staff will not read your words." not in tablet.words
    assert "We told Jo, Lena and Priya already what you wrote." in tablet.words


def test_the_same_words_kept_from_more_are_told_outside_and_ring_none_of_those(
    world: World, tablet: Tablet
):
    def cries(*kept_from: str) -> None:
        tablet.open("/tablet/my-page")
        tablet.press("/tell-someone")
        tablet.do("start")
        tablet.pick(*kept_from)
        tablet.pick("wrong")
        tablet.write("help he is hurting me")

    cries("no_one")
    world.go_to(f"{MONDAY} 15:05")
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    world.sent.clear()
    cast = world.cast
    cries(cast.priya, cast.marcus, cast.lena, cast.jo)
    world.go_to(f"{MONDAY} 15:06")

    assert {LEAD, ADVOCACY} <= told(world)
    assert "advocacy service" in tablet.words
    tablet.follow("Look again")
    assert "Priya" not in tablet.words


def test_kept_from_priya_now_her_phone_does_not_ring_again(world: World, tablet: Tablet):
    begin(tablet)
    tablet.write("help marcus is on top of me")
    world.go_to(f"{MONDAY} 15:01")
    world.sent.clear()
    again = Tablet(world, world.cast.house_tablet, world.cast.ana)
    again.press("/tell-someone")
    again.do("start")
    again.pick(world.cast.priya)
    again.pick("wrong")
    again.write("help marcus is on top of me")
    world.go_to(f"{MONDAY} 15:02")

    assert "Priya" not in again.words
    assert "We are telling" in again.words or "We have told" in again.words


def test_thrown_away_it_is_not_said_that_nobody_could_be_told(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.priya)
    tablet.pick("wrong")
    tablet.write("help me")
    world.go_to(f"{MONDAY} 15:01")
    tablet.follow("Back")
    while "Throw away" not in tablet.words:
        tablet.do("skip")
    tablet.follow("Throw away")
    tablet.press("/throw-away")

    assert "We told Jo, Lena and Marcus already what you wrote." in tablet.words
    assert "We could not tell anyone." not in tablet.words

"""Marcus turns the tablet away while Ana writes: her words are kept and told, and Help rings others."""

import io

from checkin import clock
from checkin.actions.enrol_device import enrol, make_code
from checkin.actions.own_devices import not_mine
from checkin.actions.turn_away_device import turn_away_device
from checkin.storage import devices
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_begun_and_left import BEGAN, LEAD_OFFICE, OUTSIDE, told
from tests.journeys.test_own_devices import HARD, let_in

GROUP_DAYS = ("sat",)  # Dev stays at home
OFF = "Tablet in the lounge was turned off by Marcus at"
KEPT = "All that was said here is kept."
CARD = ("choice", "person")


def turns_away(world: World, token: str | None = None) -> None:
    """Marcus turns it away."""
    with world.app.app_context():
        row = devices.with_token(token or world.cast.house_tablet)
        assert row
        turn_away_device(row.id, world.cast.marcus, clock.now(), why="It is lost.")


def writes(tablet: Tablet) -> None:
    """Come as far as the page for her own words, in a telling kept from nobody she can name."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("dont_know")
    tablet.pick("wrong")
    tablet.follow("Write")


def told_that_she_began(world: World) -> set[str]:
    return {one.number for one in world.sent if BEGAN in one.body}


def test_what_she_posts_then_is_kept_and_told_outside_at_once(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    tablet.press("way=write", words=HARD)

    assert OFF in tablet.words
    assert KEPT in tablet.words
    assert HARD not in tablet.words
    assert [one.words for one in kept(world, AnswerRow) if one.words] == [HARD]
    world.go_to("2026-10-19 15:02")
    assert told_that_she_began(world) == OUTSIDE
    lead = Desk(world, LEAD_OFFICE)
    assert "Ana began to tell something and left it." in lead.words
    (alert,) = kept(world, AlertRow, kind="left_unsent")
    assert "Tablet in the lounge was turned away by Marcus at" in alert.what[1]


def test_a_hurt_that_stood_there_already_is_told_at_once(world: World, tablet: Tablet):
    writes(tablet)
    tablet.press("way=write", words=HARD)
    turns_away(world)
    world.go_to("2026-10-19 15:02")

    assert told_that_she_began(world) == OUTSIDE


def test_her_second_words_are_kept_too_and_told_once(world: World, tablet: Tablet):
    writes(tablet)
    page, at = tablet.page, tablet.at
    turns_away(world)
    tablet.press("way=write", words=HARD)
    tablet.page, tablet.at = page, at
    tablet.press("way=write", words="and it was not the first time")
    world.go_to("2026-10-19 16:30")

    said = [one.words for one in kept(world, AnswerRow) if one.words]
    assert "and it was not the first time" in " ".join(said)
    assert len(kept(world, AlertRow, kind="left_unsent")) == 1


def test_it_shows_nothing_of_hers_any_more(world: World, tablet: Tablet):
    writes(tablet)
    tablet.press("way=write", words=HARD)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    turns_away(world)

    for page in ("", "/own-words?way=write", "/so-far", "/stop", "/help"):
        assert HARD not in tablet.open(f"/tablet/check-in/{row.id}{page}")
    assert f"/tablet/check-in/{row.id}/so-far" not in tablet.page.html
    assert "Ana" not in tablet.open("/tablet/my-page")


def test_nor_where_nothing_is_posted(world: World, tablet: Tablet):
    writes(tablet)
    page, at = tablet.page, tablet.at
    tablet.press("way=write", words=HARD)
    turns_away(world)
    tablet.page, tablet.at = page, at
    tablet.press("way=write", words=" ")

    assert HARD not in tablet.page.html
    assert KEPT in tablet.words


def test_it_says_the_same_whatever_was_said_there(world: World, tablet: Tablet):
    """Marcus may be who holds it: what is on none of his pages leaves no trace here."""
    with world.app.app_context():
        now = clock.now()
        code = make_code(world.cast.house, "Kitchen", world.cast.priya, now)
        token = enrol(code, now, door="kitchen")
    assert token
    kitchen = Tablet(world, token, world.cast.ana)
    writes(tablet)
    tablet.press("way=write", words=HARD)
    turns_away(world)
    turns_away(world, token)

    told, nothing = tablet.open("/tablet/enrol"), kitchen.open("/tablet/enrol")
    assert KEPT in told
    assert nothing == told.replace("Tablet in the lounge", "Kitchen")


def test_an_hour_later_nothing_is_taken_there(world: World, tablet: Tablet):
    writes(tablet)
    turns_away(world)
    world.go_to("2026-10-19 16:01")
    tablet.press("way=write", words=HARD, status=400)

    assert [one.words for one in kept(world, AnswerRow) if one.words] == []
    assert HARD in tablet.page.html
    assert "It is not your fault. Your words are not kept." in tablet.words
    assert "You can ring" in tablet.words
    assert "Let this tablet in" in tablet.open("/tablet/")
    assert KEPT not in tablet.words


def test_a_talk_that_was_not_begun_there_is_not_gone_on_with(world: World, tablet: Tablet):
    tablet.open("/tablet/my-page")
    page, at = tablet.page, tablet.at
    turns_away(world)
    tablet.page, tablet.at = page, at
    tablet.press("/tell-someone")

    assert kept(world, CheckInRow, asks="tell_someone") == []


def test_what_goes_on_elsewhere_is_not_said_more_in_there(world: World, tablet: Tablet):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("my_words")
    tablet.follow("Write")
    with world.app.app_context():
        now = clock.now()
        token = enrol(make_code(world.cast.house, "Kitchen", world.cast.priya, now), now, door="k")
    assert token
    kitchen = Tablet(world, token, world.cast.ana)
    kitchen.open(tablet.at.removesuffix("/own-words"))
    kitchen.do("skip")
    turns_away(world)
    tablet.press("way=write", words="tea", status=400)

    assert "Your words are not kept." in tablet.words
    assert [one.words for one in kept(world, AnswerRow) if one.words] == []


def test_help_there_rings_somebody_else_than_who_turned_it_away(world: World, tablet: Tablet):
    assert "Get Marcus" in tablet.open("/tablet/help")
    turns_away(world)
    tablet.open("/tablet/help")
    assert "Get Lena" in tablet.words
    assert "Marcus" not in tablet.words
    tablet.press("/help", CARD)
    world.go_to("2026-10-19 15:01")

    (call,) = kept(world, AlertRow, kind="help_or_not_ok")
    assert "Tablet in the lounge was turned away by Marcus at" in call.what[0]
    assert told(world)
    assert MARCUS not in told(world)
    assert "We are telling" in tablet.words


def not_me(tablet: Tablet) -> None:
    tablet.open("/tablet/my-page")
    tablet.press("/not-me")


def test_help_where_nobody_sits_is_of_whoever_used_it_last(world: World, tablet: Tablet):
    not_me(tablet)
    turns_away(world)
    tablet.open("/tablet/help")
    tablet.press("/help", CARD)

    (call,) = kept(world, AlertRow, kind="help_or_not_ok")
    assert "Nobody sat there. Ana used it last." in call.what[0]


def test_that_ana_told_something_does_not_make_it_hers(world: World, tablet: Tablet):
    """Dev taps his photo after her, and says nothing: it is his, whatever was said there."""
    writes(tablet)
    tablet.press("way=write", words=HARD)
    not_me(tablet)
    tablet.press("/tablet/", ("person", world.cast.dev))
    not_me(tablet)
    turns_away(world)
    tablet.open("/tablet/help")
    tablet.press("/help", CARD)

    (call,) = kept(world, AlertRow, kind="help_or_not_ok")
    assert call.person_id == world.cast.dev
    assert "Dev used it last." in call.what[0]


def test_a_device_that_was_never_let_in_says_whom_to_ring(world: World):
    nobody = Tablet(world, "")

    assert "You can ring" in nobody.open("/tablet/help")
    assert "What help do you want?" not in nobody.words
    assert "You can ring" in nobody.open("/tablet/enrol")


def test_what_comes_from_one_she_says_is_not_hers_is_not_taken(world: World, tablet: Tablet):
    phone = Tablet(world, let_in(world, world.cast.marcus))
    phone.open("/tablet/my-page")
    writes(phone)
    with world.app.app_context():
        row = devices.devices_of_person(world.cast.ana)[0]
        not_mine(world.cast.ana, row.id, clock.now())
    phone.press("way=write", words=HARD, status=400)

    assert [one.words for one in kept(world, AnswerRow) if one.words] == []
    assert KEPT not in phone.words


def test_what_she_sends_there_is_sent(world: World, tablet: Tablet):
    writes(tablet)
    tablet.press("way=write", words=HARD)
    tablet.do("skip")
    tablet.pick("listen")
    turns_away(world)
    tablet.do("send")

    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert row.sent_at
    assert KEPT in tablet.words


def asks_to_turn_away(world: World) -> str:
    with world.app.app_context():
        row = devices.with_token(world.cast.house_tablet)
        assert row
    return Desk(world, "marcus").open(f"/staff/tablets/{row.id}/turn-away")


def test_that_ana_is_using_it_now_is_said_before(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("good")

    assert "Ana is using it now." in asks_to_turn_away(world)
    world.go_to("2026-10-20 10:46")
    assert "using it now" not in asks_to_turn_away(world)


def test_of_what_she_began_herself_nothing_is_said(world: World, tablet: Tablet):
    before = asks_to_turn_away(world)
    writes(tablet)
    tablet.press("way=write", words=HARD)

    assert asks_to_turn_away(world) == before


def rung(world: World) -> list[str]:
    return [one.number for one in world.sent if one.channel == "call"]


def marcus_takes_it(world: World) -> None:
    """He turns the tablet away on which she called, and takes her call."""
    world.go_to("2026-10-19 15:00:05")
    turns_away(world)
    Desk(world, "marcus").take("Ana asked for help or is not OK.")
    world.sent.clear()


def test_pressed_again_there_it_rings_those_who_lead_though_he_has_it(world: World, tablet: Tablet):
    tablet.open("/tablet/help")
    tablet.press("/help", CARD)
    marcus_takes_it(world)
    tablet.open("/tablet/help")
    tablet.press("/help", CARD)
    world.go_to("2026-10-19 15:00:14")

    assert {LENA, JO} <= set(rung(world))
    assert MARCUS not in rung(world)


def test_pressed_again_elsewhere_it_does_too(world: World, tablet: Tablet):
    phone = Tablet(world, let_in(world, world.cast.jo))
    tablet.open("/tablet/help")
    tablet.press("/help", CARD)
    marcus_takes_it(world)
    phone.open("/tablet/help")
    phone.press("/help", CARD)
    world.go_to("2026-10-19 15:00:14")

    assert {LENA, JO} <= set(rung(world))
    assert MARCUS not in rung(world)


def test_pressed_again_though_he_took_it_in_the_second_it_rang(world: World, tablet: Tablet):
    tablet.open("/tablet/help")
    tablet.press("/help", CARD)
    turns_away(world)
    Desk(world, "marcus").take("Ana asked for help or is not OK.")
    world.go_to("2026-10-19 15:00:08")
    world.sent.clear()
    tablet.open("/tablet/help")
    tablet.press("/help", CARD)
    world.go_to("2026-10-19 15:00:14")

    assert {LENA, JO} <= set(rung(world))


def test_on_a_tablet_that_is_let_in_help_is_nobodys_who_sat_there_before(
    world: World, tablet: Tablet
):
    not_me(tablet)
    tablet.open("/tablet/help")

    assert CARD not in {button for form in tablet.page.forms.values() for button in form.buttons}
    assert "Get " not in tablet.words


def test_a_photo_that_cannot_be_kept_there_is_not_said_to_be_kept(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("dont_know")
    tablet.pick("wrong")
    tablet.follow("Photo")
    turns_away(world)
    tablet.press("way=photo", status=400, photo=(io.BytesIO(b"no photo"), "a.jpg"))

    assert "It is not your fault." in tablet.words
    assert KEPT not in tablet.words

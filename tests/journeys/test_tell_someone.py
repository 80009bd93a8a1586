"""Ana tells us something hard, or asks for help: who is told, who is not, and what can be undone."""

from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, LoopRow
from tests.conftest import World, london
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, at, kept, steps
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

GROUP_DAYS = ("sat",)  # Dev stays at home

PRIYA = "+447700900101"
MONDAY = "2026-10-19"
HARD = "he pushed me in the kitchen"


def tell(tablet: Tablet, *, keep_from: str | None = None) -> None:
    """Tell that someone hurt her, as far as Send; keep it from someone."""
    tablet.press("/tell-someone")
    tablet.do("start")
    if keep_from:
        tablet.pick(keep_from)
    else:
        tablet.pick("no_one")
    tablet.pick("hurt")
    tablet.write(HARD)
    tablet.do("skip")
    tablet.pick("listen")


def told(world: World) -> CheckInRow:
    """Return what Ana began to tell."""
    (found,) = kept(world, CheckInRow, asks="tell_someone")
    return found


def rung(world: World) -> set[str]:
    """Return the numbers that were called."""
    return {one.number for one in world.sent if one.channel == "call"}


def test_someone_hurt_me_calls_all_on_cover_at_once(world: World, tablet: Tablet):
    tell(tablet)
    assert rung(world) == set()
    tablet.do("send")
    world.settle()

    (hurt,) = alerts(world)
    assert (hurt.level, hurt.title) == ("now", "Ana said: Someone hurt me.")
    assert at(hurt.opened_at) == "Mon 15:00:00"
    assert rung(world) == {MARCUS, LENA}
    assert HARD not in "".join(one.body for one in world.sent)
    assert [one.words for one in kept(world, LoopRow)] == [HARD]


def test_whom_ana_keeps_it_from_is_never_told(world: World, tablet: Tablet):
    tell(tablet, keep_from=world.cast.marcus)
    tablet.do("send")
    world.go_to(f"{MONDAY} 17:00")

    assert rung(world) > {LENA, JO}  # in the end all others who may know
    assert not [one for one in world.sent if one.number == MARCUS]
    (hurt,) = alerts(world)
    assert "Marcus" not in " ".join(words for _, _, words in steps(world, hurt))


def test_whom_ana_keeps_it_from_cannot_see_that_it_is_there(world: World, tablet: Tablet):
    tell(tablet, keep_from=world.cast.marcus)
    tablet.do("send")
    (hurt,) = alerts(world)
    ana, row = world.cast.ana, told(world)
    (loop,) = kept(world, LoopRow)

    marcus, lena = Desk(world, "marcus"), Desk(world, "lena")
    for page in ("", "alerts-now", "handover", f"people/{ana}", f"people/{ana}/said"):
        assert "hurt" not in marcus.open(f"/staff/{page}")
        assert HARD not in marcus.words
    for address in (f"alerts/{hurt.id}", f"check-ins/{row.id}"):
        assert marcus.client.get(f"/staff/{address}").status_code == 404
    assert "Someone hurt me" in lena.open("/staff/")
    assert HARD in lena.open(f"/staff/people/{ana}/said")
    assert HARD in lena.open(f"/staff/check-ins/{row.id}")
    assert loop.check_in_id == row.id


def test_a_talk_is_not_given_to_whom_she_keeps_it_from(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.priya)
    tablet.pick("complain")
    tablet.write("too loud at night")
    tablet.do("skip")
    tablet.pick("talk")
    tablet.do("send")

    assert "Ana asked to talk." not in Desk(world, "priya").words
    assert "Ana asked to talk." in Desk(world, "marcus").words
    world.go_to("2026-10-21 12:00")
    assert PRIYA not in {one.number for one in world.sent if "Ana" in one.body}


def test_what_ana_said_is_not_sent_when_she_stops_half_way(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("skip")
    tablet.pick("hurt")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "carry_on_later"))
    world.go_to(f"{MONDAY} 20:00")

    assert "We have not sent your answers." in tablet.words
    assert told(world).sent_at is None
    assert {one.kind for one in kept(world, AlertRow)} == {"left_unsent"}
    assert not [one for one in world.sent if "hurt" in one.body]


def test_thirty_hours_later_nothing_is_lost(world: World, tablet: Tablet):
    """On a device of her own: on a tablet of many it is of the sitting in which it was told."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("skip")
    tablet.pick("hurt")
    tablet.write(HARD)
    left = tablet.words
    world.go_to("2026-10-20 21:00")

    of_her_own(world)
    again = Tablet(world, world.cast.house_tablet)
    again.open("/tablet/my-page")
    assert "You began to tell us something on Monday. Go on." in again.words
    assert again.follow("Tell someone") == left
    tablet.do("skip")  # the page that lay open all the time goes on as well
    tablet.pick("listen")
    tablet.do("send")
    answers = kept(world, AnswerRow, check_in_id=told(world).id)
    given = {one.step for one in answers if one.sent_at and not one.silence}
    assert given == {"kind", "words", "want"}
    assert HARD in [one.words for one in answers if one.sent_at]


def test_what_was_sent_comes_back_until_someone_has_opened_it(world: World, tablet: Tablet):
    tell(tablet)
    tablet.do("send")
    tablet.pick("self")
    tablet.press("/take-back")
    assert "OK. You took it back." in tablet.words
    page = Desk(world, "lena").open(f"/staff/check-ins/{told(world).id}")
    assert HARD not in page
    assert "took this back" in page
    assert HARD not in Desk(world, "lena").open(f"/staff/people/{world.cast.ana}/said")


def test_who_knows_already_stays_true_when_ana_takes_it_back(world: World, tablet: Tablet):
    tell(tablet)
    tablet.do("send")
    world.settle()
    tablet.pick("self")

    tablet.press("/take-back")
    tablet.open(tablet.at)

    assert "Staff will not read it." not in tablet.words
    assert "We told Lena and Marcus already that you said something." in tablet.words
    assert "Someone will still look at it." in tablet.words
    (hurt,) = alerts(world)
    assert hurt.state == "open"
    assert [words for _, _, words in steps(world, hurt)].count(
        "Ana took it back. Act on this alert all the same."
    ) == 1
    page = Desk(world, "lena").open(f"/staff/alerts/{hurt.id}")
    assert "Ana took it back." in page
    assert HARD not in page


def test_taking_it_back_says_nothing_on_her_call_for_help(world: World, tablet: Tablet):
    tell(tablet, keep_from=world.cast.priya)
    tablet.follow("Help")
    tablet.pick("person")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    tablet.open(f"/tablet/check-in/{row.id}")
    tablet.do("send")
    tablet.pick("self")

    tablet.press("/take-back")

    noted = {one.kind: "took it back" in str(steps(world, one)) for one in alerts(world)}
    assert noted == {"help_or_not_ok": False, "someone_hurt": True}


def test_help_pressed_meanwhile_opens_what_she_tells_to_nobody_more(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("skip")
    tablet.pick("complain")
    tablet.write("too loud at night")
    tablet.pick(world.cast.priya)
    tablet.follow("Help")
    tablet.pick("person")
    row = told(world)
    tablet.open(f"/tablet/check-in/{row.id}")
    tablet.pick("listen")
    tablet.do("send")
    world.settle()

    assert LENA in rung(world)  # for the help she asked
    lena, priya = Desk(world, "lena"), Desk(world, "priya")
    assert "too loud at night" in priya.open(f"/staff/check-ins/{row.id}")
    assert "too loud" not in lena.open(f"/staff/people/{world.cast.ana}/said")
    assert lena.client.get(f"/staff/check-ins/{row.id}").status_code == 404


def test_tell_someone_pressed_again_before_an_answer_is_one_telling(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    first = tablet.at
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    assert (len(kept(world, CheckInRow, asks="tell_someone")), tablet.at) == (1, first)

    tablet.do("start")
    tablet.do("skip")  # an answer too
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")

    assert len(kept(world, CheckInRow, asks="tell_someone")) == 2


def test_what_was_opened_cannot_come_back_and_ana_can_say_so(world: World, tablet: Tablet):
    tell(tablet)
    tablet.do("send")
    tablet.pick("self")
    Desk(world, "lena").open(f"/staff/check-ins/{told(world).id}")
    tablet.press("/take-back")  # the button still stood there

    assert told(world).taken_back_at is None
    assert "You took it back" not in tablet.words
    tablet.press("/changed-my-mind")
    assert len(kept(world, CheckInRow, asks="tell_someone")) == 2


def test_help_on_the_tablet_says_who_was_told_and_who_has_answered(world: World, tablet: Tablet):
    tablet.follow("Help")
    tablet.press("/help", ("choice", "person"))
    world.settle()

    assert "We are telling Lena and Marcus now." in tablet.words
    assert "No one has answered yet." in tablet.words
    assert rung(world) == {MARCUS, LENA}
    (asked,) = alerts(world)
    assert (asked.kind, asked.level, at(asked.opened_at)) == (
        "help_or_not_ok", "now", "Mon 15:00:00",
    )  # fmt: skip

    Desk(world, "lena").take("Ana asked for help or is not OK.")
    tablet.follow("Look again")
    assert "Lena knows." in tablet.words
    assert "No one has answered yet." not in tablet.words


def test_pressing_help_again_joins_the_call_that_is_open(world: World, tablet: Tablet):
    for _ in range(2):
        tablet.open("/tablet/help")
        tablet.press("/help", ("choice", "person"))

    (asked,) = alerts(world)
    assert [kind for _, kind, _ in steps(world, asked)] == ["opened", "telling", "again"]


def test_help_by_text_is_answered_truthfully_and_goes_on_until_someone_acts(world: World):
    world.go_to(f"{MONDAY} 15:00")
    Phone(world).arrives("help me")

    assert world.texts(DEV) == [
        "We got your text. We are asking Lena and Marcus to ring you. In danger? Ring 999."
    ]
    assert rung(world) == {MARCUS, LENA}
    world.go_to(f"{MONDAY} 15:02")
    assert JO in rung(world)
    world.go_to(london(f"{MONDAY} 15:29"))
    assert [one.number for one in world.sent].count(JO) == 4


def test_not_ok_is_never_taken_for_ok(world: World):
    world.go_to(f"{MONDAY} 15:00")
    Phone(world).arrives("im not ok")

    assert alerts(world)[0].kind == "help_or_not_ok"
    assert rung(world) == {MARCUS, LENA}

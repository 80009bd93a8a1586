"""Ana keeps something from everybody in the house: somebody outside it is rung, and she knows who."""

import pytest

from checkin.storage.tables import CheckInRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, at, kept

GROUP_DAYS = ("sat",)  # Dev stays at home

PRIYA, LEAD, ADVOCACY = "+447700900101", "+447700900301", "+447700900302"
HOUSE, OUTSIDE = {PRIYA, MARCUS, LENA, JO}, {LEAD, ADVOCACY}
THEM = "The advocacy service and the safeguarding lead"
LEAD_OFFICE, REFERRED = "lead@safeguarding.example", "Safeguarding: referral made"
HARD, LOUD = "he pushed me in the kitchen", "too loud at night"
MONDAY = "2026-10-19"


def everybody(world: World) -> tuple[str, ...]:
    cast = world.cast
    return cast.priya, cast.marcus, cast.lena, cast.jo


def tell(tablet: Tablet, kind: str, *kept_from: str) -> None:
    """Tell it, as far as Send; kept from these, or from whom is not said."""
    tablet.press("/tell-someone")
    tablet.do("start")
    if kept_from:
        tablet.pick(*kept_from)
    else:
        tablet.do("skip")
    tablet.pick(kind)
    tablet.write(HARD if kind == "hurt" else LOUD)
    tablet.do("skip")
    tablet.pick("listen")


def finish(tablet: Tablet) -> str:
    """Send it, done on her own, and return the words of the last page."""
    tablet.do("send")
    return tablet.pick("self")


def rung(world: World) -> set[str]:
    return {one.number for one in world.sent if one.channel == "call"}


def told(world: World) -> set[str]:
    return {one.number for one in world.sent}


@pytest.mark.parametrize("kind", ["hurt", "wrong"])
def test_what_is_kept_from_everybody_here_rings_those_outside_within_a_minute(
    world: World, tablet: Tablet, kind: str
):
    tell(tablet, kind, *everybody(world))

    assert f"{THEM} will be told at once." in tablet.words
    assert f"{THEM} will see this." in tablet.words
    assert f"{THEM} will look at this." in finish(tablet)
    world.go_to(f"{MONDAY} 15:01")

    assert rung(world) == OUTSIDE
    assert not told(world) & HOUSE
    (alert,) = (one for one in alerts(world) if one.level == "now")
    assert at(alert.opened_at) == "Mon 15:00:00"
    world.go_to(f"{MONDAY} 15:30")
    assert not told(world) & HOUSE


def test_a_hurt_is_promised_once_and_by_when_it_is_told(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(*everybody(world))
    tablet.pick("hurt")
    tablet.write(HARD)
    tablet.do("skip")
    tablet.pick("talk")

    assert f"{THEM} will be told at once." in tablet.words
    assert "will look at this by" not in tablet.words


def test_where_it_is_not_clear_from_whom_nobody_here_is_told(world: World, tablet: Tablet):
    tell(tablet, "wrong")
    assert f"{THEM} will see this." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == OUTSIDE
    (alert,) = (one for one in alerts(world) if one.kind == "told_outside")
    assert alert.level == "soon"
    for who in ("priya", "marcus", "lena", "jo"):
        assert LOUD not in Desk(world, who).open(f"/staff/people/{world.cast.ana}/said")


def test_a_call_for_help_after_it_is_for_all_here(world: World, tablet: Tablet):
    tell(tablet, "hurt", *everybody(world))
    tablet.do("send")
    tablet.follow("Help")
    tablet.press("/help", ("choice", "person"))
    world.settle()

    assert rung(world) == OUTSIDE | {MARCUS, LENA}
    help_asked = next(one for one in alerts(world) if one.kind == "help_or_not_ok")
    assert "Ana asked for help" in Desk(world, "marcus").open(f"/staff/alerts/{help_asked.id}")


def test_what_is_kept_from_the_manager_is_told_outside_too(world: World, tablet: Tablet):
    tell(tablet, "wrong", world.cast.jo)
    assert f"{THEM} will be told in a few minutes." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == OUTSIDE | {MARCUS}
    (alert,) = (one for one in alerts(world) if one.kind == "told_outside")
    assert alert.title == "Ana told something, and keeps it from a manager of the house."
    world.go_to(f"{MONDAY} 15:30")
    assert JO not in told(world)


def test_the_lead_takes_it_by_text_and_it_is_theirs(world: World, tablet: Tablet):
    tell(tablet, "hurt", *everybody(world))
    tablet.do("send")
    world.settle()

    Phone(world, LEAD).arrives("ok got it")

    (alert,) = alerts(world)
    assert alert.taken_by == world.cast.safeguarding
    assert kept(world, CheckInRow, asks="tell_someone")
    world.go_to(f"{MONDAY} 15:20")
    assert len([one for one in world.sent if one.number == ADVOCACY]) == 1
    assert DEV not in told(world)


def test_words_where_she_is_asked_whom_to_keep_it_from_are_read_outside_first(
    world: World, tablet: Tablet
):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words=HARD)
    tablet.do("next")
    for _ in range(4):
        tablet.do("skip")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == OUTSIDE
    assert HARD not in Desk(world, "priya").open(f"/staff/people/{world.cast.ana}/said")


def test_the_lead_reads_it_and_decides_with_a_reason(world: World, tablet: Tablet):
    tell(tablet, "hurt", *everybody(world))
    tablet.do("send")
    lead = Desk(world, LEAD_OFFICE)

    assert "Ana said: Someone hurt me." in lead.words
    lead.take("Ana said: Someone hurt me.")
    assert "Willow Court, Ana Whitlock" in lead.words
    assert "Do not question Ana" in lead.words
    assert HARD in lead.follow("What Ana sent")
    lead.follow("All alerts")
    lead.follow("Ana said: Someone hurt me.")
    form = lead._form("/close", None, {})
    refused = lead.client.post(form.action, data=dict(form.fields) | {"outcome": REFERRED})
    assert refused.status_code == 400
    assert "Write what was decided, and why." in refused.get_data(as_text=True)
    lead.open(lead.at)
    lead.close(REFERRED, "Asked the council to look at it. She is with her sister.")
    (alert,) = alerts(world)
    assert alert.state == "closed"


def test_the_lead_meets_nothing_else_of_the_house(world: World, tablet: Tablet):
    tell(tablet, "hurt", world.cast.priya)
    tablet.do("send")
    Phone(world).arrives("help me")
    lead = Desk(world, LEAD_OFFICE)

    assert "No alert is on your list." in lead.words
    for page in (f"people/{world.cast.ana}", f"people/{world.cast.dev}/texts"):
        assert lead.client.get(f"/staff/{page}").status_code == 404
    assert "Ana" not in lead.open("/staff/people")
    assert "Ana" not in lead.open("/staff/handover")
    for alert in alerts(world):
        assert lead.client.get(f"/staff/alerts/{alert.id}").status_code == 404


def test_whom_she_names_in_words_is_shown_as_picked_and_never_told(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words="Not Lena please")
    tablet.do("next", choice=[world.cast.lena])
    tablet.pick("hurt")
    tablet.write(HARD)
    tablet.do("skip")
    tablet.pick("listen")
    assert "Not those you keep it from." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:30")

    assert LENA not in told(world)
    assert MARCUS in told(world)
    assert "Ana" not in Desk(world, "lena").words


def test_the_advocacy_service_she_picks_reads_it_and_nobody_here(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("complain")
    tablet.write(LOUD)
    tablet.pick(world.cast.advocacy)
    tablet.pick("listen")
    assert "The advocacy service will see this." in tablet.words
    assert "The advocacy service will be told in a few minutes." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == {ADVOCACY}
    assert LOUD not in Desk(world, "jo").open(f"/staff/people/{world.cast.ana}/said")
    office = Desk(world, "office@advocacy.example")
    office.follow("Ana told something, and picked somebody outside the house to see it.")
    assert LOUD in office.follow("What Ana sent")


def pick_outside(tablet: Tablet, *kept_from: str) -> None:
    """Tell of something wrong, as far as Send, to the advocacy service alone."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(*(kept_from or ("no_one",)))
    tablet.pick("complain")
    tablet.write(LOUD)
    tablet.pick(tablet.world.cast.advocacy)
    tablet.pick("listen")


@pytest.mark.parametrize(
    ("kind", "kept_from", "closes"),
    [
        ("good", "all", 302),
        ("wrong", "manager", 302),
        ("hurt", "manager", 400),
        ("good", "unclear", 400),
    ],
)
def test_the_advice_of_a_disclosure_is_given_where_she_was_hurt_or_nobody_can_tell(
    world: World, tablet: Tablet, kind: str, kept_from: str, closes: int
):
    whom = {"all": everybody(world), "manager": (world.cast.jo,), "unclear": ()}[kept_from]
    tell(tablet, kind, *whom)
    tablet.do("send")
    (alert,) = (one for one in alerts(world) if one.kind == "told_outside")
    lead = Desk(world, LEAD_OFFICE)
    lead.take(alert.title)

    assert ("Do not question Ana" in lead.words) == (closes == 400)
    form = lead._form("/close", None, {})
    closing = lead.client.post(form.action, data=dict(form.fields) | {"outcome": REFERRED})
    assert closing.status_code == closes  # 400: a reason is asked for


def test_where_whom_she_picked_does_not_answer_the_other_outside_is_told_and_then_who_leads(
    world: World, tablet: Tablet
):
    pick_outside(tablet)
    assert (
        "If nobody answers within the hour, the safeguarding lead and Jo will be told too."
        in tablet.words
    )
    tablet.do("send")

    world.go_to(f"{MONDAY} 15:14")
    assert told(world) == {ADVOCACY}
    assert "No alert is on your list." in Desk(world, LEAD_OFFICE).words
    world.go_to(f"{MONDAY} 15:16")
    assert told(world) == OUTSIDE
    world.go_to(f"{MONDAY} 15:54")
    assert told(world) == OUTSIDE
    assert LOUD not in Desk(world, "jo").open(f"/staff/people/{world.cast.ana}/said")
    world.go_to(f"{MONDAY} 16:00")
    assert told(world) == OUTSIDE | {JO}

    for who in (LEAD_OFFICE, "jo"):
        desk = Desk(world, who)
        desk.follow("Ana told something, and picked somebody outside the house to see it.")
        assert LOUD in desk.follow("What Ana sent")
    assert LOUD not in Desk(world, "lena").open(f"/staff/people/{world.cast.ana}/said")


def test_once_whom_she_picked_has_it_nobody_else_is_told(world: World, tablet: Tablet):
    pick_outside(tablet)
    tablet.do("send")
    world.settle()

    office = Desk(world, "office@advocacy.example")
    office.take("Ana told something, and picked somebody outside the house to see it.")
    world.go_to(f"{MONDAY} 15:24")

    assert told(world) == {ADVOCACY}
    assert "No alert is on your list." in Desk(world, LEAD_OFFICE).words


def test_who_leads_is_never_told_what_is_kept_from_them_however_long_nobody_answers(
    world: World, tablet: Tablet
):
    pick_outside(tablet, world.cast.jo)
    assert "If nobody answers" not in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 17:30")

    assert told(world) == OUTSIDE
    assert LOUD not in Desk(world, "jo").open(f"/staff/people/{world.cast.ana}/said")


def test_whom_she_picks_outside_is_told_too_where_staff_are_called(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("hurt")
    tablet.write(HARD)
    tablet.pick(world.cast.advocacy)
    tablet.pick("listen")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert rung(world) == {MARCUS, LENA}
    assert ADVOCACY in told(world)


def test_own_words_that_tell_of_being_hurt_come_on_the_same_road_from_any_flow(
    world: World, tablet: Tablet
):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words=HARD)
    tablet.do("next")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "finish_now"))
    world.settle()

    (hurt,) = (one for one in alerts(world) if one.kind == "someone_hurt")
    assert hurt.title == "Read Ana's own words now: somebody may be hurt."
    assert rung(world) == OUTSIDE  # "he": nobody can tell who that is
    assert HARD not in "".join(one.body for one in world.sent)


def test_the_lead_answers_what_she_said_and_nobody_here_sees_it(world: World, tablet: Tablet):
    tell(tablet, "hurt", *everybody(world))
    tablet.do("send")
    lead = Desk(world, LEAD_OFFICE)
    lead.follow("Ana said: Someone hurt me.")
    lead.follow("What Ana sent")
    lead.follow("Decide")
    assert "Add what" not in lead.words

    lead.press("/read")
    lead.press(
        "/decide", decision="do", we_did="We will find you another helper", due_on="2026-10-23"
    )

    (loop,) = kept(world, LoopRow)
    assert (loop.decision, loop.owner_id) == ("do", world.cast.safeguarding)
    assert "another helper" in lead.words
    jo = Desk(world, "jo")
    assert jo.client.get(f"/staff/check-ins/{loop.check_in_id}/said").status_code == 404
    assert "another helper" not in jo.open(f"/staff/people/{world.cast.ana}/said")


def test_a_text_of_the_lead_that_takes_nothing_is_not_said_to_be_read(world: World, tablet: Tablet):
    tell(tablet, "hurt", *everybody(world))
    tablet.do("send")
    world.settle()

    Phone(world, LEAD).arrives("what ana told is true")

    said = world.texts(LEAD)[-1]
    assert said == "Nobody reads texts here. Write it on the page. In danger? Ring 999."
    for who in ("marcus", "jo"):
        assert "is true" not in Desk(world, who).open("/staff/texts-from-nobody")

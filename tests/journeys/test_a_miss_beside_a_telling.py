"""Dev told of Marcus, and then does not answer: the miss rings Marcus, and Dev does not stand alone."""

import pytest

from checkin import clock
from checkin.storage import people, which_alerts
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, steps
from tests.journeys.test_hurt_by_text import PRIYA, pages_of

TUESDAY = "2026-10-20"
WITH_HIM = "Lena says that Dev is with Lena, at {}. Dev keeps this from Lena. Go and see."
CRY = "HELP marcus is still here"
RINGS = "Dev did not answer: leave, due 09:15. It rings Marcus."
ASKS = "Hi Dev. We are asking Marcus to ring you."
NOT_TOLD = (
    "We do not tell Marcus what you told us. You need not answer Marcus. In danger? Ring 999."
)


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, as he was asked whether he leaves."""
    world.go_to(f"{TUESDAY} 09:05")
    world.sent.clear()
    return Phone(world)


def rung(world: World) -> set[str]:
    return {one.number for one in world.sent} - {DEV}


def said_of_it(world: World) -> list[str]:
    """Return what the log of what he told says of the miss."""
    told = [one for one in alerts(world) if one.kind in ("told", "someone_hurt")]
    return [words for one in told for words in map(str, steps(world, one)) if RINGS in words]


@pytest.mark.parametrize("cry", [CRY, "marcus hit me"])
def test_who_may_know_is_told_that_it_rings_him_and_dev_that_he_is_told_nothing(
    phone: Phone, cry: str
):
    world = phone.world
    phone.arrives(cry)
    world.go_to(f"{TUESDAY} 09:34")
    world.sent.clear()
    before = pages_of(world, "marcus")
    world.go_to(f"{TUESDAY} 09:36")

    assert {MARCUS, LENA, JO, PRIYA} <= rung(world)
    assert len(said_of_it(world)) == 1
    assert [one for one in world.texts(DEV) if one in (ASKS, NOT_TOLD)] == [ASKS, NOT_TOLD]
    after = pages_of(world, "marcus")
    assert ASKS in after
    assert "what you told us" not in before + after
    assert NOT_TOLD in Desk(world, "lena").open(f"/staff/people/{world.cast.dev}/texts")


def test_it_is_said_once_of_a_miss(phone: Phone):
    world = phone.world
    phone.arrives(CRY)
    world.go_to(f"{TUESDAY} 10:15")
    assert len(said_of_it(world)) == 1
    assert world.texts(DEV).count(NOT_TOLD) == 1


def test_who_tells_while_the_miss_rings_him_reads_it_too(phone: Phone):
    world = phone.world
    world.go_to(f"{TUESDAY} 09:36")
    assert NOT_TOLD not in world.texts(DEV)
    phone.arrives("marcus hit me")
    world.go_to(f"{TUESDAY} 09:37")

    assert len(said_of_it(world)) == 1
    assert NOT_TOLD in world.texts(DEV)


def test_a_miss_that_rings_others_too_says_nothing(phone: Phone):
    world = phone.world
    phone.arrives("priya hit me")
    world.go_to(f"{TUESDAY} 09:40")

    assert ASKS in world.texts(DEV)
    assert not [one for one in world.texts(DEV) if "what you told us. You need" in one]


def test_who_calls_and_is_taken_by_whom_he_fears_reads_that_she_knows_nothing(phone: Phone):
    world = phone.world
    phone.arrives("HELP")
    phone.arrives("not Lena please")
    Phone(world, LENA).arrives("ok")
    world.go_to(f"{TUESDAY} 09:08")

    not_told = NOT_TOLD.replace("Marcus", "Lena")
    assert "Lena will ring you now." in world.texts(DEV)
    assert world.texts(DEV).count(not_told) == 1
    assert not_told not in pages_of(world, "lena")
    world.go_to(f"{TUESDAY} 09:20")
    assert world.texts(DEV).count(not_told) == 1


@pytest.mark.parametrize("cry", ["lena hit me", "HELP lena is still here"])
def test_whom_he_fears_takes_the_miss_and_ends_it_and_others_are_told_and_he(
    phone: Phone, cry: str
):
    world = phone.world
    phone.arrives(cry)
    world.go_to(f"{TUESDAY} 09:36")
    lena, before = Desk(world, "lena"), pages_of(world, "lena")
    lena.take("Dev did not answer: leave, due 09:15.")
    world.go_to(f"{TUESDAY} 09:37")

    told = next(one for one in alerts(world) if one.kind in ("told", "someone_hurt"))
    took = (
        "Lena took Dev's check-in without an answer at 09:36. Dev keeps this from Lena. Go there."
    )
    assert took in str(steps(world, told))
    not_told = NOT_TOLD.replace("Marcus", "Lena")
    assert world.texts(DEV).count(not_told) == 1
    world.go_to(f"{TUESDAY} 09:40")
    assert world.texts(DEV).count(not_told) == 1
    lena.close("Spoke to them", "He is on the bus.")
    world.go_to(f"{TUESDAY} 09:41")

    ended = "Lena closed Dev's check-in without an answer: Spoke to them. Dev keeps this from Lena."
    assert ended in str(steps(world, told))
    for page in (before, pages_of(world, "lena")):
        assert "keeps this" not in page
        assert "what you told us" not in page


def test_who_calls_after_it_reads_that_he_is_told_nothing_though_others_ring_too(phone: Phone):
    world = phone.world
    phone.arrives("marcus hit me")
    before = pages_of(world, "marcus")
    phone.arrives("HELP")
    world.go_to(f"{TUESDAY} 09:06")

    assert any("Lena and Marcus to ring you" in one for one in world.texts(DEV))
    assert world.texts(DEV).count(NOT_TOLD) == 1
    world.go_to(f"{TUESDAY} 09:30")
    assert world.texts(DEV).count(NOT_TOLD) == 1
    assert "what you told us" not in before + pages_of(world, "marcus")


def test_where_nobody_can_tell_who_it_was_those_who_come_are_not_named_so(phone: Phone):
    phone.arrives("a man is following me")
    phone.arrives("HELP")
    phone.world.go_to(f"{TUESDAY} 09:06")

    assert not [one for one in phone.world.texts(DEV) if "You need not answer" in one]


def test_whom_he_fears_says_that_he_is_with_him_and_others_are_told(phone: Phone):
    world = phone.world
    phone.arrives("lena hit me")
    before = pages_of(world, "lena")
    lena = Desk(world, "lena")
    lena.open(f"/staff/people/{world.cast.dev}")
    world.sent.clear()
    lena.press("/with-staff")
    world.go_to(f"{TUESDAY} 09:06")

    told = next(one for one in alerts(world) if one.kind == "someone_hurt")
    says = "Lena says that Dev is with Lena, at 09:05. Dev keeps this from Lena. Go and see."
    assert says in str(steps(world, told))
    assert {MARCUS, JO} <= rung(world)
    assert LENA not in rung(world)
    for page in (before, pages_of(world, "lena")):
        assert "keeps this" not in page


def test_a_miss_that_she_took_is_told_of_as_he_tells_of_her_since(phone: Phone):
    world = phone.world
    world.go_to(f"{TUESDAY} 09:36")
    Desk(world, "lena").take("Dev did not answer: leave, due 09:15.")
    phone.arrives("lena hit me")
    world.go_to(f"{TUESDAY} 09:37")

    told = next(one for one in alerts(world) if one.kind == "someone_hurt")
    assert "Lena took Dev's check-in without an answer at 09:36." in str(steps(world, told))
    assert world.texts(DEV).count(NOT_TOLD.replace("Marcus", "Lena")) == 1


def test_of_a_check_in_that_was_not_asked_it_is_said_so(phone: Phone):
    world = phone.world
    phone.arrives("HELP")
    phone.arrives("a man is following me")
    world.go_to(f"{TUESDAY} 09:40")

    said = " ".join(str(steps(world, one)) for one in alerts(world))
    assert "Dev was not asked: leave, due 09:15. It rings " in said
    assert "did not answer" not in said


def test_one_of_whom_nobody_can_be_told_holds_up_no_other(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
):
    world = phone.world
    phone.arrives(CRY)
    monkeypatch.setattr(
        which_alerts, "rung_for_and_told", lambda *_: ["nobody-has-this-id", world.cast.dev]
    )
    world.go_to(f"{TUESDAY} 09:36")

    assert len(said_of_it(world)) == 1


def told_on_a_page(world: World) -> None:
    his = Tablet(world, world.cast.devs_phone)
    his.press("/tell-someone")
    his.do("start")
    his.pick(world.cast.marcus)
    his.pick("hurt")
    his.write("he hit me")
    while "Send" not in his.words:
        his.do("skip")
    his.do("send")


def test_what_he_told_on_a_page_is_no_matter_of_his_texts(world: World):
    world.go_to(f"{TUESDAY} 09:05")
    told_on_a_page(world)
    world.go_to(f"{TUESDAY} 09:40")

    assert len(said_of_it(world)) == 1
    assert ASKS in world.texts(DEV)
    assert NOT_TOLD not in world.texts(DEV)


def test_what_he_told_on_a_page_is_once_he_goes_on_with_it_by_text(world: World):
    world.go_to(f"{TUESDAY} 09:05")
    told_on_a_page(world)
    world.go_to(f"{TUESDAY} 09:37")
    before = pages_of(world, "marcus")
    Phone(world).arrives("he is still here")
    world.go_to(f"{TUESDAY} 09:38")

    assert len(said_of_it(world)) == 1
    assert world.texts(DEV).count(NOT_TOLD) == 1
    assert "what you told us" not in before + pages_of(world, "marcus")
    Phone(world).arrives("he is still here")
    world.go_to(f"{TUESDAY} 09:45")
    assert world.texts(DEV).count(NOT_TOLD) == 1


def test_of_each_whom_he_fears_and_who_has_his_call_he_reads_it(phone: Phone):
    world = phone.world
    phone.arrives("marcus and lena hit me")
    phone.arrives("HELP")
    for minute, name in ((6, "lena"), (8, "marcus")):
        desk = Desk(world, name)
        desk.take("Dev asked for help or is not OK.")
        world.go_to(f"{TUESDAY} 09:0{minute + 1}")
        assert world.texts(DEV).count(NOT_TOLD.replace("Marcus", name.capitalize())) == 1
        desk.press("/give-back")


def test_while_his_texts_are_paused_he_reads_nothing_of_it(phone: Phone):
    world = phone.world
    phone.arrives(CRY)
    world.go_to(f"{TUESDAY} 09:34")
    with world.app.app_context(), kept_together():
        people.the_person(world.cast.dev).texts_paused_at = clock.now()
    world.go_to(f"{TUESDAY} 09:40")

    assert NOT_TOLD not in world.texts(DEV)


def closes_what_he_told(world: World) -> None:
    """Let Jo close it, with the decision and the reason."""
    jo = Desk(world, "jo")
    told = next(one for one in alerts(world) if one.kind == "someone_hurt")
    jo.open(f"/staff/alerts/{told.id}")
    jo.press("/take")
    jo.close("Safeguarding: referral made", "Lena works elsewhere for now.")


def told_anew(world: World) -> list[tuple[str, str]]:
    return [
        (one.level, one.title)
        for one in alerts(world)
        if one.kind == "someone_hurt" and one.state != "closed"
    ]


def test_once_it_is_closed_others_are_told_soon_that_she_has_his_miss_and_ended_it(phone: Phone):
    world = phone.world
    phone.arrives("lena hit me")
    closes_what_he_told(world)
    world.go_to(f"{TUESDAY} 09:36")
    lena, before = Desk(world, "lena"), pages_of(world, "lena")
    lena.take("Dev did not answer: leave, due 09:15.")
    world.go_to(f"{TUESDAY} 09:37")

    took = (
        "Lena took Dev's check-in without an answer at 09:36. Dev keeps this from Lena. Go there."
    )
    assert told_anew(world) == [("soon", took)]
    lena.close("Spoke to them", "He is on the bus.")
    world.go_to(f"{TUESDAY} 09:38")
    (anew,) = (one for one in alerts(world) if one.title == took)
    assert "closed Dev's check-in without an answer" in str(steps(world, anew))
    assert "keeps this" not in before + pages_of(world, "lena")


def test_once_it_is_closed_he_reads_still_that_she_who_rings_him_is_told_nothing(phone: Phone):
    world = phone.world
    phone.arrives("lena hit me")
    closes_what_he_told(world)
    world.go_to(f"{TUESDAY} 10:05")
    not_told = NOT_TOLD.replace("Marcus", "Lena")
    assert not_told not in world.texts(DEV)
    Desk(world, "lena").take("Dev did not answer: leave, due 09:15.")
    world.go_to(f"{TUESDAY} 10:07")

    assert world.texts(DEV).count(not_told) == 1
    assert "what you told us" not in pages_of(world, "lena")


def test_once_it_is_closed_others_are_told_each_time_that_she_says_she_is_with_him(phone: Phone):
    world = phone.world
    phone.arrives("lena hit me")
    closes_what_he_told(world)
    lena = Desk(world, "lena")
    for at in ("09:06", "09:07"):  # of what is due now, and of what is due next
        world.go_to(f"{TUESDAY} {at}")
        lena.open(f"/staff/people/{world.cast.dev}")
        lena.press("/with-staff")
    world.go_to(f"{TUESDAY} 09:08")

    ((level, title),) = told_anew(world)
    assert (level, title) == ("soon", WITH_HIM.format("09:06"))
    (anew,) = (one for one in alerts(world) if one.title == title)
    assert WITH_HIM.format("09:07") in str(steps(world, anew))
    jo = Desk(world, "jo")
    jo.take(title)
    jo.close("Safeguarding: referral made", "Went there.")
    world.go_to(f"{TUESDAY} 09:20")
    lena.open(f"/staff/people/{world.cast.dev}")
    lena.press("/with-staff")
    assert told_anew(world) == [("soon", WITH_HIM.format("09:20"))]
    assert "keeps this" not in pages_of(world, "lena")


def test_whom_he_fears_writes_down_that_she_is_with_him_and_others_are_told(phone: Phone):
    world = phone.world
    phone.arrives("lena hit me")
    world.go_to(f"{TUESDAY} 09:36")
    lena = Desk(world, "lena")
    lena.take("Dev did not answer: leave, due 09:15.")
    world.go_to(f"{TUESDAY} 09:38")
    world.sent.clear()
    for _ in range(2):  # a second press in one breath is one
        lena.log("with_them", "sat with him")
    world.go_to(f"{TUESDAY} 09:39")

    told = next(one for one in alerts(world) if one.kind == "someone_hurt")
    says = "Lena says that Dev is with Lena, at 09:38. Dev keeps this from Lena. Go and see."
    assert str(steps(world, told)).count(says) == 1
    assert {MARCUS, JO} <= rung(world)
    assert "keeps this" not in pages_of(world, "lena")

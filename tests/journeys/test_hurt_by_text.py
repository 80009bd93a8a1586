"""Dev texts that somebody hurts him: whoever he names meets nothing of it, and he reads who has it."""

import pytest

from checkin import clock
from checkin.actions.loops import decide_loop
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Send, Skip, Start
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, HeardRow, LoopRow, PersonRow, db
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps

PRIYA, LEAD, ADVOCACY = "+447700900101", "+447700900301", "+447700900302"
HOUSE, OUTSIDE = {PRIYA, MARCUS, LENA, JO}, {LEAD, ADVOCACY}
THEM = "the advocacy service and the safeguarding lead"
TUESDAY = "2026-10-20"
TEN = f"{TUESDAY} 10:30"  # his first check-ins are answered
HURT = "You did the right thing to tell us. We are telling {} now. In danger? Ring 999."
MORE = "Thank you for telling us more. We are telling {} now. In danger? Ring 999."
BY_MARCUS, BY_SOMEBODY = "Marcus hit me", "he pushed me"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a Tuesday at half past ten."""
    world.go_to(f"{TUESDAY} 09:10")
    phone = Phone(world)
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:46", "ok")
    world.go_to(TEN)
    world.sent.clear()
    return phone


def told(world: World) -> set[str]:
    """Return which numbers of staff, or outside, rang or got a text."""
    return {one.number for one in world.sent} - {DEV}


def last_text(world: World) -> str:
    return world.texts(DEV)[-1]


def hurts(world: World) -> list[AlertRow]:
    return [one for one in alerts(world) if one.kind == "someone_hurt"]


def pages_of(world: World, who: str) -> str:
    """Return all the words that this one meets about Dev."""
    desk, dev = Desk(world, who), world.cast.dev
    pages = ("", "handover", *(f"people/{dev}{one}" for one in ("", "/texts", "/said")))
    return "\n".join(desk.open(f"/staff/{page}") for page in pages)


def test_whoever_is_named_is_told_nothing_and_finds_nothing(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    reply = last_text(world)
    world.go_to(f"{TUESDAY} 12:00")

    assert reply == HURT.format("Lena")
    assert MARCUS not in told(world)
    assert {LENA, JO} <= told(world)
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    met = pages_of(world, "marcus")
    assert BY_MARCUS not in met
    assert "right thing" not in met
    assert "somebody may be hurt" not in met
    (row,), (loop,) = kept(world, CheckInRow, asks="tell_someone"), kept(world, LoopRow)
    marcus = Desk(world, "marcus")
    for address in (f"alerts/{hurts(world)[0].id}", f"check-ins/{row.id}", f"loops/{loop.id}"):
        assert marcus.client.get(f"/staff/{address}").status_code == 404


def test_whoever_may_reads_his_words_with_the_advice_of_a_telling(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    (alert,), (row,) = hurts(world), kept(world, CheckInRow, asks="tell_someone")
    lena = Desk(world, "lena")

    assert BY_MARCUS in lena.open(f"/staff/check-ins/{row.id}")
    assert "Do not question Dev" in lena.open(f"/staff/alerts/{alert.id}")
    assert BY_MARCUS in lena.open(f"/staff/people/{world.cast.dev}/texts")
    assert HURT.format("Lena") in lena.words
    lena.open(f"/staff/alerts/{alert.id}")
    lena.press("/take")
    world.settle()
    assert (
        last_text(world)
        == "Thank you for telling us. Lena has what you told us. In danger? Ring 999."
    )


def test_where_nobody_can_tell_who_it_was_those_outside_read_it_first(phone: Phone):
    world = phone.world
    phone.arrives(BY_SOMEBODY)
    reply = last_text(world)
    world.go_to(f"{TUESDAY} 11:30")

    assert reply == HURT.format(THEM)
    assert len(reply) <= 160
    assert told(world) == OUTSIDE
    for who in ("priya", "marcus", "lena", "jo"):
        assert BY_SOMEBODY not in pages_of(world, who)


def test_with_all_staff_named_it_rings_those_outside_alone(phone: Phone):
    world = phone.world
    phone.arrives("Priya and Marcus and Lena and Jo hurt me")
    reply = last_text(world)
    world.go_to(f"{TUESDAY} 11:30")

    assert reply == HURT.format(THEM)
    assert told(world) == OUTSIDE


@pytest.mark.parametrize("words", ["help me", "i fell over", "my chest hurts me"])
def test_a_cry_that_names_nobodys_deed_is_a_call_hidden_from_nobody(phone: Phone, words: str):
    world = phone.world
    phone.arrives(words)

    assert [one.kind for one in alerts(world)] == ["help_or_not_ok"]
    assert told(world) == {MARCUS, LENA}
    assert words in "".join(alerts(world)[0].what)


@pytest.mark.parametrize("words", ["help marcus hit me", "HELP marcus is on top of me"])
def test_a_call_that_says_who_hurts_him_is_of_the_telling_and_rings_all_who_may_know(
    phone: Phone, words: str
):
    world = phone.world
    before = pages_of(world, "marcus")
    phone.arrives(words)
    texts = world.texts(DEV)

    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    assert told(world) == {JO, LENA, PRIYA}
    assert texts == [HURT.format("Jo, Lena and Priya")]
    assert pages_of(world, "marcus") == before
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", words)  # and the second time
    assert told(world) == {JO, LENA, PRIYA}


def test_where_it_names_all_who_work_here_those_outside_are_rung(phone: Phone):
    world = phone.world
    phone.arrives("help marcus and lena and jo and priya hit me")

    assert told(world) == OUTSIDE


def test_beside_an_open_call_it_rings_all_who_may_know_and_the_call_stands(phone: Phone):
    world = phone.world
    phone.arrives("help")
    assert told(world) == {MARCUS, LENA}
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", "help marcus hit me")

    assert told(world) == {LENA, JO, PRIYA}
    assert {one.kind for one in alerts(world)} == {"help_or_not_ok", "someone_hurt"}


def test_whoever_took_the_call_and_is_named_then_is_not_rung_about_it(phone: Phone):
    world = phone.world
    phone.arrives("help")
    Phone(world, MARCUS).arrives("ok")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", "help marcus hit me")

    assert told(world) == {LENA, JO, PRIYA}  # who has it is told to all who may know


def test_what_goes_on_now_is_a_call_too(phone: Phone):
    world = phone.world
    phone.arrives("a man is following me")

    assert {one.kind for one in alerts(world)} == {"help_or_not_ok", "someone_hurt"}
    assert told(world) == {MARCUS, LENA} | OUTSIDE


def test_the_same_text_twice_is_one_telling_and_rings_once_more(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS, sid="SM" + "f" * 32)
    phone.arrives(BY_MARCUS, sid="SM" + "f" * 32)
    assert len(kept(world, AnswerRow)) == 2  # as given, and as sent
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", BY_MARCUS)

    assert len(kept(world, CheckInRow, asks="tell_someone")) == 1
    (hurt,) = hurts(world)
    assert [one.number for one in world.sent if one.number != DEV] == [LENA]
    assert last_text(world) == MORE.format("Lena")
    assert "They texted more." in str(steps(world, hurt))
    assert BY_MARCUS not in pages_of(world, "marcus")


@pytest.mark.parametrize("words", ["Lena hit me", "lena hit me as well", "lena kicked me too"])
@pytest.mark.parametrize("taken", [True, False])
def test_what_is_told_then_of_another_is_kept_from_both_and_so_is_the_first(
    phone: Phone, words: str, *, taken: bool
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    if taken:
        lena_takes_it(world)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:33", words)
    assert {one.taken_by for one in hurts(world)} == {None}
    assert BY_MARCUS not in pages_of(world, "lena")
    phone.text(f"{TUESDAY} 10:34", words)  # and the second time
    assert last_text(world) == MORE.format("Jo")
    world.go_to(f"{TUESDAY} 12:00")

    assert JO in told(world)
    assert not {MARCUS, LENA} & told(world)
    assert not any("Lena" in one or "Marcus" in one for one in world.texts(DEV))
    rows = sorted(kept(world, CheckInRow, asks="tell_someone"), key=lambda one: one.due_at)
    for one in ("marcus", "lena"):
        met = pages_of(world, one)
        assert words not in met
        assert BY_MARCUS not in met
        desk = Desk(world, one)
        for row in rows:
            assert desk.client.get(f"/staff/check-ins/{row.id}").status_code == 404
    assert {one.taken_by for one in hurts(world)} == {None}
    jo = Desk(world, "jo")
    assert [BY_MARCUS in jo.open(f"/staff/check-ins/{row.id}") for row in rows] == [True, False]


def test_whoever_is_named_on_the_tablet_then_meets_nothing_more_of_what_was_told_by_text(
    phone: Phone,
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena_takes_it(world)
    world.sent.clear()
    with world.app.app_context():
        row = begin(world.cast.dev, "tell_someone", "tablet", clock.now())
        words = OwnWordsGiven("lena hit me on the stairs", ())
        for reply in (Start(), Skip(), Picked(("hurt",)), words, Skip(), Skip(), Send()):
            take_answer(row.id, reply, clock.now())
        db.session.commit()
    world.settle()

    (first,) = kept(world, CheckInRow, asks="tell_someone", channel="text")
    assert Desk(world, "lena").client.get(f"/staff/check-ins/{first.id}").status_code == 404
    assert BY_MARCUS not in pages_of(world, "lena")
    assert LENA not in told(world)
    assert JO in told(world)


def test_whoever_is_named_by_text_then_meets_nothing_more_of_what_was_told_on_the_tablet(
    phone: Phone,
):
    world = phone.world
    with world.app.app_context():
        row = begin(world.cast.dev, "tell_someone", "tablet", clock.now()).id
        words, marcus = OwnWordsGiven("he shouts at night", ()), Picked((world.cast.marcus,))
        for reply in (Start(), marcus, Picked(("hurt",)), words, Skip(), Skip(), Send()):
            take_answer(row, reply, clock.now())
        db.session.commit()
    world.settle()
    assert LENA in told(world)
    for minute in (33, 36):  # and the second time
        phone.text(f"{TUESDAY} 10:{minute}", "lena hit me as well")

    lena, jo = Desk(world, "lena"), Desk(world, "jo")
    assert lena.client.get(f"/staff/check-ins/{row}").status_code == 404
    assert "shouts" not in pages_of(world, "lena")
    page = jo.open(f"/staff/check-ins/{row}")
    assert "shouts" in page
    assert "elsewhere" not in page
    assert "as well" not in page


def test_what_is_told_while_nobody_can_tell_who_it_was_is_for_those_outside_too(phone: Phone):
    world = phone.world
    phone.arrives(BY_SOMEBODY)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", "Lena hit me")

    assert told(world) == OUTSIDE


def test_more_of_it_goes_to_what_is_open_though_a_later_one_was_closed(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:31", "Lena hit me")
    jo = Desk(world, "jo")
    jo.open(f"/staff/alerts/{hurts(world)[1].id}")
    jo.press("/take")
    jo.open(f"/staff/alerts/{hurts(world)[1].id}")
    jo.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")
    phone.text(f"{TUESDAY} 10:40", AGAIN)

    first = min(kept(world, CheckInRow, asks="tell_someone"), key=lambda one: one.due_at)
    assert AGAIN in jo.open(f"/staff/check-ins/{first.id}")
    assert AGAIN not in pages_of(world, "marcus")


def test_said_again_after_it_was_closed_it_is_told_anew(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{hurts(world)[0].id}")
    lena.press("/take")
    lena.open(f"/staff/alerts/{hurts(world)[0].id}")
    lena.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:40", BY_MARCUS)

    assert len(hurts(world)) == 2
    assert LENA in told(world)


@pytest.mark.parametrize("words", ["help priya hit me", "priya hit me", "ok"])
def test_after_stop_nobody_is_named_whom_he_may_have_told_of(phone: Phone, words: str):
    phone.arrives(words)
    for _ in range(2):  # and the second time
        phone.text(f"{TUESDAY} 10:31", "STOP")

        assert "Somebody here will ask you what you want." in last_text(phone.world)
    assert not any("Priya" in one for one in phone.world.texts(DEV))


def test_after_stop_he_is_answered_all_the_same(phone: Phone):
    world = phone.world
    phone.arrives("STOP")
    phone.text(f"{TUESDAY} 10:31", BY_MARCUS)

    assert last_text(world) == HURT.format("Lena")
    assert len(hurts(world)) == 1


def test_on_a_phone_that_is_also_staffs_it_is_his(phone: Phone):
    world = phone.world
    with world.app.app_context():
        db.session.get_one(PersonRow, world.cast.dev).phone = LENA
        db.session.commit()
    Phone(world, LENA).arrives(BY_MARCUS)

    assert len(hurts(world)) == 1
    assert [one.meaning for one in kept(world, HeardRow)][-1] == "told"


def test_while_a_checkpoint_asks_it_is_missed_as_ever_and_says_nothing_of_it(phone: Phone):
    world = phone.world
    world.go_to(f"{TUESDAY} 14:31")
    phone.arrives(BY_MARCUS)
    world.go_to(f"{TUESDAY} 16:30")

    missed = [one for one in alerts(world) if one.kind == "missed_checkin"]
    assert missed
    assert all("hit me" not in "".join(one.what) for one in missed)
    assert BY_MARCUS not in pages_of(world, "marcus")


def test_in_two_pieces_it_is_one_telling(phone: Phone):
    world = phone.world
    phone.arrives("its marcus. he")
    phone.text(f"{TUESDAY} 10:30:20", "hit me")

    assert len(hurts(world)) == 1
    assert MARCUS not in {one.number for one in world.sent if one.channel == "call"}


AGAIN = "he did it again"


def test_more_of_it_stands_with_it_and_whoever_has_it_is_told(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", AGAIN)
    assert last_text(world) == MORE.format("Lena")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    world.go_to(f"{TUESDAY} 12:00")

    assert MARCUS not in told(world)
    assert AGAIN not in pages_of(world, "marcus")
    assert AGAIN in Desk(world, "lena").open(f"/staff/check-ins/{row.id}")
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    assert alerts(world, task=True) == []


def lena_takes_it(world: World) -> None:
    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{hurts(world)[0].id}")
    lena.press("/take")
    world.settle()


@pytest.mark.parametrize("more", ["lena did too", "and lena", "it was not marcus it was lena"])
@pytest.mark.parametrize("taken", [True, False])
def test_who_is_named_then_has_it_no_more_and_is_told_no_more(
    phone: Phone, more: str, *, taken: bool
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    if taken:
        lena_takes_it(world)
    world.sent.clear()
    for minute in (33, 36):  # and the second time
        phone.text(f"{TUESDAY} 10:{minute}", more)
        assert last_text(world) == MORE.format("Jo")
    assert JO in told(world)
    world.go_to(f"{TUESDAY} 12:00")

    assert not {MARCUS, LENA} & told(world)
    assert not any("Lena" in one or "Marcus" in one for one in world.texts(DEV))
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    for one in ("marcus", "lena"):
        assert more not in pages_of(world, one)
        assert BY_MARCUS not in pages_of(world, one)
        assert Desk(world, one).client.get(f"/staff/check-ins/{row.id}").status_code == 404
    assert hurts(world)[0].taken_by is None
    assert more in Desk(world, "jo").open(f"/staff/check-ins/{row.id}")


def test_what_who_is_named_promised_is_for_another_to_do(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    (loop,) = kept(world, LoopRow)
    with world.app.app_context():
        decide_loop(loop.id, world.cast.lena, "do", "I come at four", clock.now())
        db.session.commit()
    for minute in (33, 36):  # and the second time
        phone.text(f"{TUESDAY} 10:{minute}", "lena did too")

    (task,) = (one for one in alerts(world, task=True) if one.kind == "promise_owner_left")
    assert task.for_staff == world.cast.jo
    assert task.title == "Lena was to do what we promised Dev, and may not know of it any more."
    assert task.title in Desk(world, "jo").open(f"/staff/alerts/{task.id}")
    for one in ("marcus", "lena"):
        assert task.title not in pages_of(world, one)
        assert Desk(world, one).client.get(f"/staff/alerts/{task.id}").status_code == 404


def test_with_everybody_here_named_one_by_one_those_outside_are_told(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena_takes_it(world)
    phone.text(f"{TUESDAY} 10:33", "so did priya and lena")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:33:30", "jo as well")

    assert told(world) == OUTSIDE
    assert last_text(world) == MORE.format(THEM)
    for who in ("priya", "marcus", "lena", "jo"):
        assert "as well" not in pages_of(world, who)


def test_where_another_did_it_too_who_is_not_named_those_outside_have_it(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena_takes_it(world)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:33", "she did it too")

    assert told(world) == OUTSIDE
    assert last_text(world) == MORE.format(THEM)


def test_who_is_asked_for_by_name_keeps_it(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena_takes_it(world)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:33", "can lena come")

    assert told(world) == {LENA}
    assert "Lena has what you told us" in last_text(world)


def test_a_call_in_its_breath_does_not_ring_who_is_named_after_it(phone: Phone):
    world = phone.world
    phone.arrives("help marcus hit me")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:30:30", "lena did too")

    assert JO in told(world)
    assert not {MARCUS, LENA} & told(world)


@pytest.mark.parametrize("asks", ["im scared of him", "call me", "he took my phone"])
def test_who_asks_for_a_person_then_is_never_sent_whoever_is_named(phone: Phone, asks: str):
    world = phone.world
    phone.arrives(BY_MARCUS)
    for minute in (31, 33):  # and the second time
        phone.text(f"{TUESDAY} 10:{minute}", asks)
    world.go_to(f"{TUESDAY} 12:00")

    assert MARCUS not in told(world)
    assert not any("Marcus" in one for one in world.texts(DEV))
    assert asks not in pages_of(world, "marcus")


def test_who_was_named_since_takes_it_by_no_text(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.arrives("lena did too")

    for _ in range(2):
        Phone(world, LENA).arrives("ok got it")

    assert {one.taken_by for one in hurts(world)} == {None}
    assert "Lena" not in world.texts(DEV)[-1]


def test_what_answers_words_said_there_stands_nowhere_else(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    lena = Desk(world, "lena")
    lena.open(f"/staff/check-ins/{row.id}")
    for minute, asked in ((40, "Shall I come up?"), (50, "Shall I stay?")):
        world.go_to(f"{TUESDAY} 10:{minute}")
        lena.press("/say", words=asked)
        world.settle()
        phone.arrives("he is still downstairs")
    world.go_to(f"{TUESDAY} 18:00")  # he was not heard from at home

    met = pages_of(world, "marcus")
    assert "Lena" in last_text(world) or "Lena" in str(world.texts(DEV))
    assert "still downstairs" not in met
    assert "will read this" not in met
    assert not any(
        "downstairs" in str(one.what) for one in alerts(world) if one.kind == "missed_checkin"
    )


def test_an_hour_later_a_wish_is_read_by_whoever_reads_wishes(phone: Phone):
    world, wish = phone.world, "can i go cafe sat"
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:31", wish)
    assert wish not in pages_of(world, "marcus")  # at once, nobody can tell: it stays with it
    world.sent.clear()
    for minute in (35, 37):  # and the second time
        phone.text(f"{TUESDAY} 11:{minute}", f"{wish} {minute}")

        assert "Priya or Marcus will read" in last_text(world)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    for one in ("priya", "marcus"):
        met = pages_of(world, one)
        assert f"{wish} 35" in met
        assert f"{wish} 37" in met
    assert f"{wish} 3" not in Desk(world, "lena").open(f"/staff/check-ins/{row.id}")


def test_that_another_did_it_too_is_on_no_page_of_a_call_that_came_since(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:32", "help")
    phone.text(f"{TUESDAY} 10:33", "lena did too")

    (call,) = (one for one in alerts(world) if one.kind == "help_or_not_ok")
    for one in ("marcus", "lena"):
        assert "did too" not in pages_of(world, one)
        assert "did too" not in Desk(world, one).open(f"/staff/alerts/{call.id}")


def test_thanks_for_it_rings_nobody_and_is_on_no_list(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", "thanks")

    assert world.sent == []
    assert alerts(world, task=True) == []


def test_more_of_it_rings_those_who_may_know_and_stands_on_no_call(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:31", "HELP")
    (call,) = (one for one in alerts(world) if one.kind == "help_or_not_ok")
    before = steps(world, call)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:32", AGAIN)

    assert told(world) & {LENA, JO, PRIYA}
    assert MARCUS not in told(world)
    assert steps(world, call) == before


def test_an_answer_to_a_checkpoint_that_asks_is_its_answer_all_the_same(phone: Phone):
    world = phone.world
    world.go_to(f"{TUESDAY} 14:31")
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 14:33", "ok")
    world.go_to(f"{TUESDAY} 16:00")

    assert [one.kind for one in alerts(world)] == ["someone_hurt"]


def test_what_comes_after_it_was_closed_is_read_as_ever(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{hurts(world)[0].id}")
    lena.press("/take")
    lena.open(f"/staff/alerts/{hurts(world)[0].id}")
    lena.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")
    phone.text(f"{TUESDAY} 10:40", "can i go to the cafe")

    assert "can i go to the cafe" in pages_of(world, "marcus")


def test_more_of_it_leaves_no_trace_on_a_call_of_before(phone: Phone):
    world = phone.world
    phone.arrives("help")
    phone.text(f"{TUESDAY} 10:31", BY_MARCUS)
    phone.text(f"{TUESDAY} 10:32", AGAIN)

    (call,) = (one for one in alerts(world) if one.kind == "help_or_not_ok")
    assert "texted more" not in str(steps(world, call))


def test_a_hurt_is_not_closed_as_a_silence_that_was_none(phone: Phone):
    world = phone.world
    phone.arrives("marcus hit me")
    jo = Desk(world, "jo")
    jo.open(f"/staff/alerts/{hurts(world)[0].id}")
    jo.press("/take")

    assert "They forgot to answer" not in jo.words
    assert "Safeguarding: referral made" in jo.words


@pytest.mark.parametrize("words", ["ok hurt", "ok help"])
def test_who_takes_the_hurt_by_its_word_calls_for_no_help_though_they_say_it_twice(
    phone: Phone, words: str
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    world.settle()
    for second in ("30", "40"):
        Phone(world, LENA).text(f"{TUESDAY} 10:30:{second}", words)

    (hurt,) = hurts(world)
    assert hurt.taken_by == world.cast.lena
    assert not [one for one in world.sent if "texted for help" in one.body]
    assert MARCUS not in told(world)
    assert [one.startswith("You have it: ") for one in world.texts(LENA)[-2:]] == [True, True]


def test_a_cry_after_two_tellings_rings_neither_of_those_named_and_names_who_is_told(phone: Phone):
    world = phone.world
    phone.arrives("lena hit me")
    phone.text(f"{TUESDAY} 10:31", "marcus hit me")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:32", "help marcus")

    assert told(world) == {JO, PRIYA}
    assert last_text(world).startswith("Thank you for telling us more. We are telling Jo and Priya")


@pytest.mark.parametrize("words", ["call me", "can someone come"])
def test_who_asks_for_somebody_after_a_telling_that_lena_has_rings_all_who_may_know(
    phone: Phone, words: str
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    Desk(world, "lena").take("Read Dev's own words now")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:32", words)

    assert {LENA, JO, PRIYA} <= told(world)
    assert MARCUS not in told(world)
    assert "call" in {one.channel for one in world.sent}


@pytest.mark.parametrize(
    "words", ["marcushit me", "marcushits me", "marcus_hit_me", "marcuspushed me", "marcushitme"]
)
def test_a_name_run_on_to_what_he_did_is_heard_as_apart(phone: Phone, words: str):
    world = phone.world
    phone.arrives(words)

    assert len(hurts(world)) == 1
    assert MARCUS not in told(world)
    assert words not in pages_of(world, "marcus")

"""Dev called for help by text: he is told who comes, as it goes on, and nothing that is not so."""

from dataclasses import replace

import pytest

from checkin.actions.take_alert import take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.storage import people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import MessageRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts

TUESDAY = "2026-10-20"
CRIED = "Dev asked for help or is not OK."
ASKING = "We got your text. We are asking Lena and Marcus to ring you. In danger? Ring 999."
ASKING_MARCUS = "We got your text. We are asking Marcus to ring you. In danger? Ring 999."
TRYING_JO = "Nobody has answered yet. We are trying Jo. In danger? Ring 999."
ASK_LEAVE = "Hi Dev. It's art day. Text OK when you leave. Bus late? Text LATE 20."
ASKING_JO = "We are asking Jo to ring you now. In danger? Ring 999."
MARCUS_CANNOT = f"Marcus cannot. {ASKING_JO}"
NOBODY_CAN = "Nobody can come yet. We are trying Jo. In danger? Ring 999."


@pytest.fixture
def called(world: World) -> World:
    """Dev texts HELP at eight."""
    Phone(world).text(f"{TUESDAY} 08:00", "HELP")
    return world


def told(world: World) -> list[str]:
    """Return what Dev was told."""
    return world.texts(DEV)


def test_for_ten_minutes_nobody_takes_it_and_he_always_knows_who_is_asked(called: World):
    assert told(called) == [ASKING]

    called.go_to(f"{TUESDAY} 08:01:59")
    assert told(called) == [ASKING]

    called.go_to(f"{TUESDAY} 08:10")
    assert told(called) == [ASKING, TRYING_JO]

    Desk(called, "jo").take(CRIED)
    called.settle()
    assert told(called) == [ASKING, TRYING_JO, "Jo will ring you now."]


def test_who_rings_is_said_when_somebody_took_it_and_once(called: World):
    lena = Desk(called, "lena")
    lena.follow(CRIED)
    with called.app.app_context():  # the same press, twice
        for _ in range(2):
            take_alert(lena.at.rpartition("/")[2], called.cast.lena, london(f"{TUESDAY} 08:00"))
    called.settle()

    assert told(called) == [ASKING, "Lena will ring you now."]


def test_what_still_waits_to_be_sent_is_not_sent_when_it_is_past(called: World):
    with called.app.app_context():
        tell_next_contact(london(f"{TUESDAY} 08:02"))
    Desk(called, "lena").take(CRIED)
    called.settle()

    assert told(called) == [ASKING, "Lena will ring you now."]


def test_whoever_took_it_and_cannot_is_not_promised_any_more(called: World):
    marcus = Desk(called, "marcus")
    marcus.take(CRIED)
    called.settle()
    marcus.press("/give-back")
    called.settle()

    assert told(called) == [ASKING, "Marcus will ring you now.", MARCUS_CANNOT]


def test_a_claim_that_runs_out_is_not_promised_any_more(called: World):
    Desk(called, "marcus").take(CRIED)
    called.go_to(f"{TUESDAY} 08:31")

    assert told(called) == [ASKING, "Marcus will ring you now.", ASKING_JO]


def test_when_two_had_answered_he_is_never_told_that_nobody_has(called: World):
    for phone, (took, ran_out) in ((MARCUS, ("08:01", "08:40")), (JO, ("08:41", "09:30"))):
        Phone(called, phone).text(f"{TUESDAY} {took}", "ok got it")
        called.go_to(f"{TUESDAY} {ran_out}")

    assert told(called)[1:3] == ["Marcus will ring you now.", ASKING_JO]
    asking_others = ASKING_JO.replace("Jo", "Lena, Marcus and Priya")
    assert told(called)[3:5] == ["Jo will ring you now.", asking_others]
    assert not [words for words in told(called) if "Nobody has answered" in words]


def test_when_one_said_that_he_cannot_and_the_other_is_silent_he_reads_both(called: World):
    Phone(called, MARCUS).text(f"{TUESDAY} 08:01", "no")
    called.go_to(f"{TUESDAY} 08:10")

    asking_lena = MARCUS_CANNOT.replace("Jo", "Lena")
    assert told(called) == [ASKING, asking_lena, NOBODY_CAN]


def test_when_one_cannot_and_the_other_had_it_a_while_nobody_is_said_to_be_unable(called: World):
    Phone(called, LENA).text(f"{TUESDAY} 08:01", "no")
    Phone(called, MARCUS).text(f"{TUESDAY} 08:02", "ok got it")
    called.go_to(f"{TUESDAY} 08:33")

    assert told(called)[-2:] == ["Marcus will ring you now.", ASKING_JO]


def test_after_more_of_his_own_he_reads_again_that_nobody_can(called: World):
    Phone(called, MARCUS).text(f"{TUESDAY} 08:01", "no")
    called.go_to(f"{TUESDAY} 08:04")
    Phone(called).text(f"{TUESDAY} 08:05", "HELP")
    called.go_to(f"{TUESDAY} 08:14")

    assert told(called)[-2:] == [ASKING.replace("Lena and Marcus", "Jo and Lena"), NOBODY_CAN]


def test_who_is_alone_and_gives_it_back_is_not_asked_in_their_own_place(called: World):
    cast = called.cast
    with called.app.app_context(), kept_together():
        for one in (cast.priya, cast.jo, cast.lena, cast.safeguarding, cast.advocacy):
            staff_kept.change(one, active=False)
    marcus = Desk(called, "marcus")
    marcus.take(CRIED)
    marcus.press("/give-back")
    called.settle()

    assert not [words for words in told(called) if "cannot" in words]


def test_whoever_of_the_two_cannot_is_named_no_more_and_another_is_asked_beside(called: World):
    Phone(called, LENA).text(f"{TUESDAY} 08:01", "no")
    Phone(called).text(f"{TUESDAY} 08:01:30", "HELP")

    lena_cannot = "Lena cannot. We are asking Marcus to ring you now. In danger? Ring 999."
    assert told(called) == [ASKING, lena_cannot, ASKING_MARCUS.replace("Marcus", "Jo and Marcus")]


def test_help_again_while_somebody_has_it_names_them(called: World):
    Desk(called, "marcus").take(CRIED)
    Phone(called).text(f"{TUESDAY} 08:05", "HELP")

    assert told(called)[-1] == (
        "We got your text. Marcus has it, and will ring you. In danger? Ring 999."
    )


@pytest.mark.parametrize(
    ("number", "instead"), [("", ""), ("01632 960001", " You can ring 01632 960001.")]
)
def test_where_nobody_can_be_told_he_is_told_so_and_whom_to_ring(
    world: World, number: str, instead: str
):
    world.app.installation = replace(
        world.app.installation,
        settings=replace(world.app.installation.settings, help_number=number),
    )
    with world.app.app_context(), kept_together():
        house = people.the_person(world.cast.dev).house_id
        for one in (*staff_kept.staff_of_houses([house]), *contacts_of([house])[house]):
            staff_kept.change(one.id, phone=None)

    Phone(world).text(f"{TUESDAY} 08:00", "HELP")

    assert told(world) == [f"Nobody here can be told now.{instead} In danger? Ring 999."]


def test_after_a_stop_he_is_still_told_who_comes(called: World):
    Phone(called).text(f"{TUESDAY} 08:01", "STOP")
    Desk(called, "marcus").take(CRIED)
    called.settle()

    assert told(called)[-1] == "Marcus will ring you now."


SECRET, COVER = "can u get pineapple for tea", "Ok thanks. See you later."


def test_after_the_secret_word_he_reads_of_his_call_what_he_would_have_read(called: World):
    Phone(called).text(f"{TUESDAY} 08:01", SECRET)
    called.go_to(f"{TUESDAY} 08:10")
    assert told(called) == [ASKING, COVER, TRYING_JO]

    Desk(called, "jo").take(CRIED)
    called.go_to(f"{TUESDAY} 08:12")
    assert told(called) == [ASKING, COVER, TRYING_JO, "Jo will ring you now."]


@pytest.mark.parametrize("asks", ["is anyone coming", "please hurry", "who is coming?"])
def test_whoever_asks_after_help_and_the_secret_word_reads_who_comes(called: World, asks: str):
    phone = Phone(called)
    phone.text(f"{TUESDAY} 08:01", SECRET)
    phone.text(f"{TUESDAY} 08:02", asks)
    assert told(called)[-1].startswith(
        "We got your text. We are asking Jo, Lena and Marcus to ring you."
    )

    Desk(called, "lena").take(CRIED)
    phone.text(f"{TUESDAY} 08:04", asks)
    assert (
        told(called)[-1] == "We got your text. Lena has it, and will ring you. In danger? Ring 999."
    )


def test_once_help_is_closed_what_he_asks_of_the_word_gives_nothing_away(called: World):
    phone = Phone(called)
    phone.text(f"{TUESDAY} 08:01", SECRET)
    lena = Desk(called, "lena")
    lena.take(CRIED)
    lena.close("They got the help they asked for", "Rang him.")
    phone.text(f"{TUESDAY} 08:04", "is anyone coming")

    assert told(called)[-1] == COVER


def test_help_after_the_secret_word_goes_on_as_any_other(world: World):
    Phone(world).text(f"{TUESDAY} 08:00", SECRET)
    Phone(world).text(f"{TUESDAY} 08:01", "HELP")
    world.go_to(f"{TUESDAY} 08:10")

    assert told(world) == [COVER, ASKING, TRYING_JO]


def test_of_the_secret_word_itself_nothing_is_said_whoever_takes_it(called: World):
    for minute in (1, 2):  # and the second time
        Phone(called).text(f"{TUESDAY} 08:0{minute}", SECRET)
    before = told(called)
    Desk(called, "marcus").take("Dev: agreed word used.")
    called.settle()

    assert told(called) == before
    assert before[:2] == [ASKING, COVER]


def test_after_the_secret_word_nothing_is_said_of_a_miss(world: World):
    world.go_to(f"{TUESDAY} 09:36")  # he missed one
    before = len(told(world))
    Phone(world).text(f"{TUESDAY} 09:37", SECRET)
    Desk(world, "marcus").take("Dev did not answer: leave, due 09:15.")
    world.settle()

    assert told(world)[before:] == [COVER]


def test_who_asked_for_a_person_is_told_the_same_way(world: World):
    Phone(world).text(f"{TUESDAY} 08:00", "call me")
    world.go_to(f"{TUESDAY} 08:14")
    Desk(world, "marcus").take("Dev asked for a person.")
    world.settle()

    still = "Nobody has answered yet. We are trying Marcus. In danger? Ring 999."
    assert told(world) == [ASKING_MARCUS, still, "Marcus will ring you now."]


def test_after_a_miss_it_names_whom_we_really_ask_and_promises_nothing(world: World):
    Phone(world).text(f"{TUESDAY} 09:16", "OK")
    world.go_to(f"{TUESDAY} 10:21")

    assert told(world)[-1] == "Hi Dev. We are asking Marcus to ring you."


def test_whoever_called_for_help_is_not_asked_and_staff_are_told_so(called: World):
    called.go_to(f"{TUESDAY} 09:36")

    assert not [words for words in told(called) if "Text OK" in words]
    (missed,) = (one for one in alerts(called) if one.kind == "missed_checkin")
    assert missed.title == "Dev was not asked: leave, due 09:15."
    assert "We do not ask while somebody waits for help." in missed.what
    assert not [words for words in told(called) if words.startswith("Hi Dev. We are asking")]


def test_who_was_asked_and_then_calls_for_help_is_not_reminded(world: World):
    Phone(world).text(f"{TUESDAY} 09:20", "HELP")
    world.go_to(f"{TUESDAY} 09:36")

    assert not [words for words in told(world) if "when you can" in words]
    assert not [words for words in told(world) if words.startswith("Hi Dev. We are asking")]
    assert "Dev did not answer: leave, due 09:15." in [one.title for one in alerts(world)]


def test_once_the_call_is_closed_he_is_asked_and_reminded_as_agreed(called: World):
    called.go_to(f"{TUESDAY} 09:16:30")
    marcus = Desk(called, "marcus")
    marcus.take(CRIED)
    marcus.close("They got the help they asked for")
    called.go_to(f"{TUESDAY} 09:26")

    assert told(called)[-2:] == [ASK_LEAVE, "Hi Dev. Text OK when you can, or LATE 20."]


def test_while_a_miss_is_open_he_is_asked_what_comes_and_not_reminded(world: World):
    Phone(world).text(f"{TUESDAY} 09:16", "OK")
    world.go_to(f"{TUESDAY} 16:15")

    all_here = "Jo, Lena, Marcus and Priya"
    assert (
        told(world)[-1] == f"Hi Dev. We are asking {all_here} to ring you. Are you home? Text OK."
    )


def test_too_long_a_wait_names_whom_we_really_ask(world: World):
    world.go_to(f"{TUESDAY} 09:15")
    Phone(world).text(f"{TUESDAY} 09:16", "LATE 90")

    assert told(world)[-1] == ("Thanks Dev. That is a long wait. We are asking Marcus to ring you.")


def test_after_a_miss_it_names_another_where_who_is_on_cover_has_no_phone(world: World):
    Phone(world).text(f"{TUESDAY} 09:16", "OK")
    with world.app.app_context(), kept_together():
        staff_kept.change(world.cast.marcus, phone=None)
    world.go_to(f"{TUESDAY} 10:21")

    assert told(world)[-1] == "Hi Dev. We are asking Jo to ring you."


def test_too_long_a_wait_asked_for_again_still_names_whom_we_ask(world: World):
    world.go_to(f"{TUESDAY} 09:15")
    for minute in (16, 18):
        Phone(world).text(f"{TUESDAY} 09:{minute}", "LATE 90")

    assert told(world)[-1] == "Thanks Dev. That is a long wait. We are asking Marcus to ring you."


# Whoever had it ----------------------------------------------------------------------------------

HAD_IT = f"You had this a while, so we told Jo: {CRIED}"


def test_whoever_had_it_is_told_once_that_it_went_on(called: World):
    Phone(called, MARCUS).text(f"{TUESDAY} 08:01", "ok got it")
    called.go_to(f"{TUESDAY} 09:00")

    assert [words for words in called.texts(MARCUS) if "You had this" in words] == [HAD_IT]


def test_who_alone_is_left_to_be_told_reads_that_it_is_open_again(called: World):
    with called.app.app_context(), kept_together():
        for one in (called.cast.priya, called.cast.jo, called.cast.lena):
            staff_kept.change(one, active=False)
    Phone(called, MARCUS).text(f"{TUESDAY} 08:01", "ok got it")
    called.go_to(f"{TUESDAY} 08:32")

    had = [words for words in called.texts(MARCUS) if "You had this" in words]
    assert had == [f"You had this a while. It is open again: {CRIED}"]


def test_who_works_here_no_more_is_not_told_what_became_of_it(called: World):
    Phone(called, MARCUS).text(f"{TUESDAY} 08:01", "ok got it")
    with called.app.app_context(), kept_together():
        staff_kept.change(called.cast.marcus, active=False)
    called.go_to(f"{TUESDAY} 09:00")

    assert not [words for words in called.texts(MARCUS) if "You had this" in words]


def test_im_lost_rings_again_and_nobody_can_be_told_is_said_only_where_it_is_so(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "call me")
    world.go_to(f"{TUESDAY} 08:01")
    with world.app.app_context():
        failed = {MessageRow.state: "failed"}
        db.session.query(MessageRow).filter(MessageRow.staff_id.is_not(None)).update(failed)
        db.session.commit()
    told_before = [one for one in world.sent if one.number != DEV]
    phone.text(f"{TUESDAY} 08:02", "im lost")

    assert "Nobody here can be told" not in " ".join(world.texts(DEV))
    assert len([one for one in world.sent if one.number != DEV]) > len(told_before)

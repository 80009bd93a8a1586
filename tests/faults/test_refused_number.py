"""The phone company never reaches Jo's number: nobody waits for it, and it is put right."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.actions.change_phone import change_phone_of_staff
from checkin.actions.hear_text import hear_text
from checkin.actions.note_receipt import note_receipt
from checkin.actions.raise_alert import raise_alert
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing, Refused
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.agreements.reached import Reached
from checkin.commands.upkeep import phones_to_put_right
from checkin.door.me import Me
from checkin.staff.on_duty import troubles
from checkin.storage import people
from checkin.storage.record_check import faults
from checkin.storage.tables import Staff, db
from tests.conftest import World, london, minutes
from tests.faults.silences import close_alerts
from tests.journeys.doors import DEV, JO, LENA, MARCUS

LEAD, ADVOCACY = "+447700900301", "+447700900302"
NOON = london("2026-10-20 12:00")
NO_NUMBER, LANDLINE, NO_ANSWER = "21211", "21614", "no-answer"
NO_CALLS = "21216"
NEW = "+447700900199"
SOON = timedelta(seconds=10)


@dataclass
class Company:
    """A phone company that refuses some numbers, each with a code of its own."""

    refuses: dict[str, str]
    now: datetime = NOON
    tried: list[tuple[str, str]] = field(default_factory=list)
    said: list[Outgoing] = field(default_factory=list)

    def __call__(self, one: Outgoing) -> str:
        self.tried.append((one.channel, one.number))
        self.said.append(one)
        code = self.refuses.get(one.number)
        if code and (one.channel == "text" or code != LANDLINE):
            raise Refused("Not this number.", code=code, permanent=True)
        return f"{len(self.tried)}"

    def pass_on(self, until: datetime) -> list[tuple[str, str]]:
        """Let a worker look every ten seconds until then; return what was tried."""
        before = len(self.tried)
        while self.now < until:
            tell_next_contact(self.now)
            send_messages({"call": self, "text": self}, self.now, 50)
            self.now += SOON
        return self.tried[before:]


def _to_put_right(world: World, who: str) -> list[str]:
    """Return whose number is to be put right, as one of staff reads it on every page."""
    me = Me(db.session.get_one(Staff, who), (world.cast.house,), (), 0)
    return [one.words for one in troubles(clock.now(), me) if "Put right" in one.words]


def _soon(world: World, word: str, now: datetime) -> None:
    """Something about Dev is for staff to act on soon, and everybody may know of it."""
    soon = Reached("told", "soon", key=word, group=word, title=f"Dev said a {word} thing.")
    raise_alert(people.the_person(world.cast.dev), soon, now)


def test_once_refused_jo_is_tried_no_more_and_the_next_is_told_at_her_step(world: World) -> None:
    company = Company({JO: NO_NUMBER})
    with world.app.app_context():
        close_alerts()
        call_for_help(world.cast.dev, NOON)
        assert ("call", JO) in company.pass_on(NOON + minutes(3))

        call_for_help(world.cast.ana, company.now)
        tried = company.pass_on(NOON + minutes(60))

        assert JO not in {number for _, number in tried}
        assert {LENA, MARCUS} <= {number for _, number in tried}


def test_that_her_number_is_to_be_put_right_stands_once_with_who_does_it(world: World) -> None:
    company = Company({JO: NO_NUMBER})
    with world.app.app_context():
        close_alerts()
        assert _to_put_right(world, world.cast.lena) == []
        for one in (world.cast.dev, world.cast.ana):
            call_for_help(one, NOON)  # so that she is rung of both in one call
        company.pass_on(NOON + minutes(5))

        (words,) = _to_put_right(world, world.cast.lena)
        assert words.startswith("Put right the number of Jo.")
        assert "calls and texts" in words
        assert words.endswith("has the right one written down.")
        (told,) = [one for one in company.said if "Have the right number" in one.body]
        assert told.number == MARCUS
        assert told.body.startswith(f"Jo works here. The phone company refuses {JO}.")
        assert list(faults()) == []


def test_once_it_is_changed_it_is_rung_and_stands_there_no_more(world: World) -> None:
    company = Company({JO: NO_NUMBER})
    with world.app.app_context():
        close_alerts()
        call_for_help(world.cast.dev, NOON)
        company.pass_on(NOON + minutes(3))

        change_phone_of_staff(world.cast.jo, NEW, company.now)

        assert _to_put_right(world, world.cast.lena) == []
        assert ("call", NEW) in company.pass_on(NOON + minutes(15))
        assert list(faults()) == []


def test_a_landline_is_texted_no_more_and_still_rung(world: World) -> None:
    company = Company({JO: LANDLINE})
    with world.app.app_context():
        close_alerts()
        _soon(world, "first", NOON)
        assert ("text", JO) in company.pass_on(NOON + minutes(8))

        _soon(world, "second", company.now)
        tried = company.pass_on(company.now + minutes(40))

        assert ("text", JO) not in tried
        assert ("call", JO) in tried
        assert "does not take texts to it" in _to_put_right(world, world.cast.lena)[0]


def test_that_a_text_went_to_a_landline_is_known_from_what_came_of_it_too(world: World) -> None:
    company = Company({})
    with world.app.app_context():
        close_alerts()
        _soon(world, "first", NOON)
        company.pass_on(NOON + minutes(6))
        sent = company.tried.index(("text", JO)) + 1

        note_receipt(f"{sent}", "undelivered", "30006", company.now)

        assert "does not take texts to it" in _to_put_right(world, world.cast.lena)[0]


def test_that_nobody_picked_up_is_nothing_to_put_right(world: World) -> None:
    company = Company({JO: NO_ANSWER})
    with world.app.app_context():
        close_alerts()
        call_for_help(world.cast.dev, NOON)
        company.pass_on(NOON + minutes(3))

        assert _to_put_right(world, world.cast.lena) == []
        assert ("call", JO) in company.pass_on(NOON + minutes(30))


def test_what_is_kept_from_marcus_tells_him_by_no_number_that_it_rang_somebody(
    world: World,
) -> None:
    """The number is found again by what he may know of, and only then it is to be put right."""
    company = Company({JO: NO_NUMBER, LENA: NO_NUMBER})
    with world.app.app_context():
        close_alerts()
        hear_text("SM-hurt", DEV, "marcus hit me", NOON)
        tried = company.pass_on(NOON + minutes(8))
        assert {number for _, number in tried} >= {JO, LENA}
        assert _to_put_right(world, world.cast.marcus) == []

        call_for_help(world.cast.ana, company.now)
        company.pass_on(company.now + minutes(8))

        assert len(_to_put_right(world, world.cast.marcus)) == 2


def test_of_what_is_kept_from_marcus_a_number_that_was_refused_is_tried_once(world: World) -> None:
    company = Company({LENA: NO_NUMBER})
    with world.app.app_context():
        close_alerts()
        hear_text("SM-hurt", DEV, "marcus hit me", NOON)
        assert ("call", LENA) in company.pass_on(NOON + minutes(1))

        hear_text("SM-more", DEV, "marcus hit me again", company.now)
        tried = company.pass_on(company.now + minutes(60))

        assert ("call", JO) in tried
        assert LENA not in {number for _, number in tried}
        assert _to_put_right(world, world.cast.marcus) == []
        call_for_help(world.cast.ana, company.now)  # which all may know
        assert ("call", LENA) in company.pass_on(company.now + minutes(8))


def test_a_contact_outside_who_is_never_reached_is_found_and_said_by_the_doctor_alone(
    world: World,
) -> None:
    company = Company({ADVOCACY: NO_NUMBER})
    with world.app.app_context():
        close_alerts()
        hear_text("SM-hurt", DEV, "priya and marcus and lena and jo hit me", NOON)
        company.pass_on(NOON + minutes(30))

        assert company.tried.count(("call", ADVOCACY)) == 1
        assert ("call", LEAD) in company.tried
        me = Me(db.session.get_one(Staff, world.cast.jo), (world.cast.house,), (), 0)
        words = " ".join(one.words for one in troubles(clock.now(), me))
        assert "Put right" not in words
        assert "outside" not in words
        (said,) = phones_to_put_right()
        assert f"the phone company never takes calls and texts to {ADVOCACY}." in said

        change_phone_of_staff(world.cast.advocacy, NEW, company.now)
        assert list(phones_to_put_right()) == []
        hear_text("SM-more", DEV, "priya and marcus and lena and jo hit me again", company.now)
        assert ("call", NEW) in company.pass_on(company.now + minutes(5))


def test_what_is_refused_once_the_number_was_changed_is_not_the_new_one(world: World) -> None:
    company = Company({})
    with world.app.app_context():
        close_alerts()
        _soon(world, "first", NOON)
        company.pass_on(NOON + minutes(6))
        sent = company.tried.index(("text", JO)) + 1
        change_phone_of_staff(world.cast.jo, NEW, company.now)

        note_receipt(f"{sent}", "undelivered", "30006", company.now)

        assert _to_put_right(world, world.cast.lena) == []
        _soon(world, "second", company.now)
        assert ("text", NEW) in company.pass_on(company.now + minutes(40))


def test_refused_for_texts_and_then_for_calls_her_number_is_tried_by_neither(world: World) -> None:
    company = Company({JO: LANDLINE})
    with world.app.app_context():
        close_alerts()
        _soon(world, "first", NOON)
        company.pass_on(NOON + minutes(8))
        company.refuses[JO] = NO_CALLS

        assert ("call", JO) in company.pass_on(NOON + minutes(20))

        assert "calls and texts" in _to_put_right(world, world.cast.lena)[0]
        _soon(world, "second", company.now)
        assert JO not in {number for _, number in company.pass_on(company.now + minutes(40))}

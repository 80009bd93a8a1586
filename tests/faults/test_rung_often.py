"""A person who calls every half minute rings no phone in a storm, and hides nobody else's call."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from checkin.actions.add_house import add_house
from checkin.actions.add_person import add_person
from checkin.actions.add_staff import add_staff
from checkin.actions.call_for_help import call_for_help
from checkin.actions.calls import FOR_HELP
from checkin.actions.hear_text import hear_text
from checkin.actions.raise_alert import raise_alert
from checkin.actions.rings_too_often import MOST_RINGS
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing, Refused
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.agreements.reached import Reached
from checkin.staff.what_was_done import each_thing_done
from checkin.storage import people, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.folded_log import all_of, folded
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World, london, minutes
from tests.faults.silences import close_alerts
from tests.journeys.doors import DEV, JO, LENA, MARCUS

NOON = london("2026-10-20 12:00")
HALF_A_MINUTE = timedelta(seconds=30)
RUTH = "+447700900401"


@dataclass
class Phones:
    """What rings and what comes to whom, while nobody picks up and nobody does anything."""

    now: datetime = NOON
    rung: list[tuple[datetime, str]] = field(default_factory=list)
    texted: list[tuple[datetime, str]] = field(default_factory=list)
    away: bool = False

    def pass_on(self) -> None:
        tell_next_contact(self.now)
        while send_messages({"call": self._took, "text": self._took}, self.now):
            pass

    def storm(self, person_id: str, until: datetime) -> None:
        while self.now < until:
            call_for_help(person_id, self.now)
            self.pass_on()
            self.now += HALF_A_MINUTE

    def left_alone(self, until: datetime) -> None:
        while self.now < until:
            self.pass_on()
            self.now += HALF_A_MINUTE

    def times(self, number: str) -> int:
        return sum(whose == number for _, whose in self.rung)

    def rung_now(self) -> set[str]:
        return {number for when, number in self.rung if when == self.now}

    def _took(self, one: Outgoing) -> str:
        if self.away:
            raise Refused("Too many.", permanent=False)
        (self.rung if one.channel == "call" else self.texted).append((self.now, one.number))
        return f"{len(self.rung)}-{len(self.texted)}"


def test_however_often_dev_calls_no_phone_rings_more_than_three_times_in_ten_minutes(
    world: World,
) -> None:
    phones = Phones()
    with world.app.app_context():
        phones.storm(world.cast.dev, NOON + minutes(30))

    for number in {number for _, number in phones.rung}:
        at = [when for when, whose in phones.rung if whose == number]
        assert all(
            later - one > minutes(10) for one, later in zip(at, at[MOST_RINGS:], strict=False)
        )
    # each of his cries reaches somebody
    assert len({when for when, _ in (*phones.rung, *phones.texted)}) == 60


def test_while_dev_calls_and_calls_ana_rings_the_same_phones_at_once(world: World) -> None:
    phones = Phones()
    with world.app.app_context():
        phones.storm(world.cast.dev, NOON + minutes(5))
        rang_for_dev = {number for _, number in phones.rung}
        phones.pass_on()
        assert phones.rung_now() == set()

        call_for_help(world.cast.ana, phones.now)
        phones.pass_on()

        assert rang_for_dev >= phones.rung_now() >= {MARCUS}


def test_what_rang_lena_of_one_thing_decides_nothing_of_another(world: World) -> None:
    """Marcus reads how Lena was told of Dev's call, and knows nothing of what was told of him."""
    phones = Phones()
    with world.app.app_context():
        close_alerts()
        phones.storm(world.cast.dev, NOON + minutes(5))

        hear_text("SM-hurt", DEV, "marcus hit me", phones.now)
        call_for_help(world.cast.dev, phones.now)
        phones.pass_on()

        assert LENA in phones.rung_now()
        assert MARCUS not in phones.rung_now()
        assert "Text to Lena in place of a call" in _last_lines(world, phones.now)


def test_what_marcus_may_not_know_of_lets_no_call_that_he_may_read_be_a_text(world: World) -> None:
    """The other way round: Lena was rung and rung of what is kept from him, and of Ana's call too."""
    phones = Phones()
    with world.app.app_context():
        close_alerts()
        for number in range(4):
            hear_text(f"SM-hurt-{number}", DEV, "marcus hit me", phones.now)
            phones.pass_on()
            phones.now += HALF_A_MINUTE
        assert phones.times(LENA) == MOST_RINGS

        for _ in range(2):
            call_for_help(world.cast.ana, phones.now)
            phones.pass_on()
            assert LENA in phones.rung_now()
            phones.now += HALF_A_MINUTE


def test_after_three_rings_ana_rings_once_and_what_she_adds_is_a_text(world: World) -> None:
    phones = Phones()
    with world.app.app_context():
        phones.storm(world.cast.dev, NOON + minutes(5))
        call_for_help(world.cast.ana, phones.now)
        phones.pass_on()
        phones.now += HALF_A_MINUTE

        call_for_help(world.cast.ana, phones.now)
        phones.pass_on()

        assert MARCUS not in phones.rung_now()
        assert (phones.now, MARCUS) in phones.texted


def test_after_three_rings_what_is_soon_is_a_text(world: World) -> None:
    phones = Phones(NOON - minutes(10))
    with world.app.app_context():
        close_alerts()
        _soon(world, "first", phones.now)
        phones.left_alone(NOON)
        phones.storm(world.cast.dev, NOON + minutes(5))
        assert phones.times(JO) == MOST_RINGS

        phones.pass_on()  # the manager is rung of what is soon after fifteen minutes

        assert JO not in phones.rung_now()
        assert (phones.now, JO) in phones.texted


def test_what_rang_ruth_of_one_house_lets_no_call_of_another_be_a_text(world: World) -> None:
    phones = Phones(NOON - minutes(10))
    with world.app.app_context():
        close_alerts()
        with kept_together():
            for one in (world.cast.priya, world.cast.marcus, world.cast.lena, world.cast.jo):
                staff_kept.change(one, active=False)
        rose_lodge, _ = add_house("Rose Lodge")
        add_staff(
            "ruth@rose-lodge.example", "Ruth Bell", "Ruth", "manager", rose_lodge, PASSWORD,
            NOON, phone=RUTH,
        )  # fmt: skip
        sam = add_person(rose_lodge, "Sam Hill", "Sam", None, NOON)
        soon = Reached("told", "soon", key="sam", group="sam", title="Sam said a thing.")
        raise_alert(people.the_person(sam), soon, phones.now)
        phones.left_alone(NOON)
        phones.storm(world.cast.dev, NOON + minutes(5))
        assert phones.times(RUTH) == MOST_RINGS

        phones.pass_on()  # the manager is rung of what is soon after fifteen minutes

        assert RUTH in phones.rung_now()


def test_what_waited_for_the_phone_company_and_went_as_one_call_is_one_ring(world: World) -> None:
    phones = Phones(away=True)
    with world.app.app_context():
        phones.storm(world.cast.dev, NOON + minutes(3))
        phones.away = False
        for _ in range(MOST_RINGS):
            phones.now += minutes(1)
            call_for_help(world.cast.dev, phones.now)
            phones.pass_on()

            assert MARCUS in phones.rung_now()


def test_five_alerts_left_alone_ring_no_phone_more_than_twelve_times_in_an_hour(
    world: World,
) -> None:
    phones = Phones()
    with world.app.app_context():
        close_alerts()
        for number in range(5):
            _soon(world, str(number), NOON + minutes(7) * number)
        phones.left_alone(NOON + minutes(150))

    for number in {number for _, number in phones.rung}:
        at = [when for when, whose in phones.rung if whose == number]
        assert all(sum(one <= when < one + minutes(60) for when in at) <= 12 for one in at)
        assert all(sum(one <= when < one + minutes(10) for when in at) <= MOST_RINGS for one in at)
    in_the_end = {when for when, _ in phones.rung if when > NOON + minutes(120)}
    assert {when.minute % 5 for when in in_the_end} == {0}


def test_how_often_each_phone_rang_is_counted_on_the_page_and_all_of_it_is_kept(
    world: World,
) -> None:
    phones = Phones()
    with world.app.app_context():
        close_alerts()
        _soon(world, "first", NOON)
        phones.left_alone(NOON + minutes(90))
        (row,) = which_alerts.live_of_person(world.cast.dev)

        done, each = folded(row.id), all_of(row.id, None)

        for again, by_itself in ((done.steps, each.steps), (done.messages, each.messages)):
            assert sum(one.times for one in again) == len(by_itself)
        (calls,) = [
            one
            for one in done.messages
            if (one.last[0].address, one.last[0].channel) == (JO, "call")
        ]
        assert calls.times == phones.times(JO)


def _soon(world: World, word: str, now: datetime) -> None:
    """Something about Dev is for staff to act on soon, and everybody may know of it."""
    soon = Reached("told", "soon", key=word, group=word, title=f"Dev said a {word} thing.")
    raise_alert(people.the_person(world.cast.dev), soon, now)


def _last_lines(world: World, now: datetime) -> set[str]:
    """Return how staff read what was sent of Dev's call just now."""
    (call,) = [one for one in which_alerts.live_of_person(world.cast.dev) if one.kind in FOR_HELP]
    return {one.what for one in each_thing_done(all_of(call.id, None), now) if one.at == now}


def test_two_calls_left_alone_ring_some_phone_at_least_every_ten_minutes(world: World) -> None:
    phones = Phones(now=NOON + minutes(0.1))
    with world.app.app_context():
        call_for_help(world.cast.dev, phones.now)
        call_for_help(world.cast.ana, phones.now + timedelta(seconds=4))
        phones.left_alone(NOON + minutes(60))

    at = [NOON, *sorted({when for when, _ in phones.rung})]
    assert max(later - one for one, later in pairwise(at)) <= minutes(10.5)

"""A person who calls every half minute rings no phone in a storm, and hides nobody else's call."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from checkin.actions.call_for_help import call_for_help
from checkin.actions.calls import FOR_HELP
from checkin.actions.few_messages import MOST_RINGS
from checkin.actions.hear_text import hear_text
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.staff.what_was_done import each_thing_done
from checkin.storage import which_alerts
from checkin.storage.folded_log import all_of
from tests.conftest import World, london, minutes
from tests.faults.silences import close_alerts
from tests.journeys.doors import DEV, LENA, MARCUS

NOON = london("2026-10-20 12:00")
HALF_A_MINUTE = timedelta(seconds=30)


@dataclass
class Phones:
    """What rings and what comes to whom, while nobody picks up and nobody does anything."""

    now: datetime = NOON
    rung: list[tuple[datetime, str]] = field(default_factory=list)
    texted: list[tuple[datetime, str]] = field(default_factory=list)

    def pass_on(self) -> None:
        tell_next_contact(self.now)
        while send_messages({"call": self._took, "text": self._took}, self.now):
            pass

    def storm(self, person_id: str, until: datetime) -> None:
        while self.now < until:
            call_for_help(person_id, self.now)
            self.pass_on()
            self.now += HALF_A_MINUTE

    def rung_now(self) -> set[str]:
        return {number for when, number in self.rung if when == self.now}

    def _took(self, one: Outgoing) -> str:
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


def _last_lines(world: World, now: datetime) -> set[str]:
    """Return how staff read what was sent of Dev's call just now."""
    (call,) = [one for one in which_alerts.live_of_person(world.cast.dev) if one.kind in FOR_HELP]
    return {one.what for one in each_thing_done(all_of(call.id, None), now) if one.at == now}

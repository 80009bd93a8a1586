"""Several alerts go to one phone as one text, and the line breaks while it goes."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from checkin.actions.raise_alert import raise_alert
from checkin.actions.sending import Outgoing, Refused, Unknown
from checkin.agreements.reached import Reached
from checkin.storage import messages, people
from checkin.storage.tables import AlertRow, MessageRow, db
from checkin.storage.transaction import kept_together
from checkin.worker.look import send_all
from tests.conftest import World, london
from tests.faults.silences import close_alerts
from tests.journeys.doors import JO

NOON = london("2026-10-20 12:00")
SECOND = timedelta(seconds=1)
WORDS = ("first", "second", "third", "fourth", "fifth")


@dataclass
class Company:
    """A phone company whose line breaks, until a test says otherwise."""

    breaks: bool = True
    tried: list[Outgoing] = field(default_factory=list)

    def __call__(self, one: Outgoing) -> str:
        self.tried.append(one)
        if self.breaks:
            raise Unknown("The line broke.")
        return f"SM{len(self.tried)}"

    @property
    def said(self) -> list[str]:
        return [one.body.partition(" Take")[0] for one in self.tried]


@pytest.fixture
def company(world: World) -> Company:
    """Jo is to be told of five things about Dev, in one text."""
    with world.app.app_context():
        close_alerts()
        for number, word in enumerate(WORDS):
            soon = Reached("told", "soon", key=word, group=word, title=f"Dev said a {word} thing.")
            raise_alert(people.the_person(world.cast.dev), soon, NOON + number * SECOND)
    return Company()


def _sent(company: Company, seconds: float) -> None:
    send_all({"text": company, "call": company}, NOON + timedelta(seconds=seconds))


def _kept_from_jo(world: World, *words: str) -> None:
    for alert in db.session.scalars(select(AlertRow).where(AlertRow.key.in_(words))).all():
        with kept_together():
            messages.cancel_for_others(alert.id, [world.cast.lena], NOON + 6 * SECOND)


def test_what_broke_as_one_is_tried_again_as_one_at_whatever_moment(
    world: World, company: Company
) -> None:
    with world.app.app_context():
        _sent(company, 5)
        company.breaks = False
        for tenths in range(60, 100):
            _sent(company, tenths / 10)

    assert company.said == ["SOON. Dev said a first thing. And 4 more."] * 2


def test_what_jo_may_not_know_any_more_is_in_no_second_try(world: World, company: Company) -> None:
    with world.app.app_context():
        _sent(company, 5)
        _kept_from_jo(world, "first")
        _sent(company, 15)
        _kept_from_jo(world, *WORDS[1:4])
        _sent(company, 60)
        company.breaks = False
        _sent(company, 130)
        rows = db.session.scalars(select(MessageRow).where(MessageRow.address == JO)).all()

    assert company.said[1:] == ["SOON. Dev said a second thing. And 3 more."] + 2 * [
        "SOON. Dev said a fifth thing."
    ]
    assert sorted(one.state for one in rows)[:2] == ["accepted", "cancelled"]
    assert len([one for one in rows if one.state == "accepted"]) == 1


def test_what_was_taken_while_a_worker_died_over_it_is_not_in_the_next_try(
    world: World, company: Company
) -> None:
    def dies(_: Outgoing) -> str:
        raise SystemExit

    with world.app.app_context():
        with pytest.raises(SystemExit):
            send_all({"text": dies}, NOON + 5 * SECOND)
        _kept_from_jo(world, "first")
        company.breaks = False
        _sent(company, 40)

    assert company.said == ["SOON. Dev said a second thing. And 3 more."]


def test_a_call_for_help_does_not_wait_for_what_waits_to_be_tried_again(
    world: World, company: Company
) -> None:
    def takes_none(_: Outgoing) -> str:
        raise Refused("Too many.", permanent=False)

    now = Reached("help_or_not_ok", "now", key="help", group="help", title="Dev asks for help.")
    with world.app.app_context():
        for seconds in range(5, 60):
            send_all({"text": takes_none, "call": takes_none}, NOON + seconds * SECOND)
        raise_alert(people.the_person(world.cast.dev), now, NOON + 60 * SECOND)
        company.breaks = False
        _sent(company, 60)

    assert (company.tried[0].channel, company.tried[0].number) == ("call", JO)

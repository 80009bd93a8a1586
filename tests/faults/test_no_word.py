"""A text to staff goes, and no word comes that it arrived: we ask, ring them, and tell the next."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from checkin.actions.ask_what_became import WAITS
from checkin.actions.call_for_help import call_for_help
from checkin.actions.sending import Outgoing, Unknown
from checkin.actions.take_alert import take_alert
from checkin.actions.telling import URGENCY
from checkin.storage.tables import AlertRow, AlertStepRow, MessageRow, Staff, db
from checkin.storage.transaction import kept_together
from checkin.worker.look import look, send_all
from tests.conftest import World, london
from tests.faults.silences import put_an_alert_about_dev
from tests.journeys.doors import JO, MARCUS

NOW = london("2026-10-20 10:20:01")
SECOND = timedelta(seconds=1)


@dataclass
class Company:
    """A phone company that takes everything, and says of a text what a test lets it say."""

    says: tuple[str, str | None] | None = ("sent", None)
    sent: list[Outgoing] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    rung_when_asked: int = 0

    def __call__(self, one: Outgoing) -> str:
        self.sent.append(one)
        return f"SM{len(self.sent)}"

    def what_became(self, provider_id: str) -> tuple[str, str | None]:
        self.asked.append(provider_id)
        self.rung_when_asked = len(self.rung)
        if self.says is None:
            raise Unknown("The line broke.")
        return self.says

    @property
    def rung(self) -> list[str]:
        return [one.number for one in self.sent if one.channel == "call"]


@pytest.fixture
def pass_on(world: World) -> Callable[[Company, datetime], None]:
    with world.app.app_context():
        put_an_alert_about_dev(NOW)

    def until(company: Company, now: datetime) -> None:
        with world.app.app_context():
            look(now)
            send_all({"text": company, "call": company}, now)

    return until


Pass = Callable[[Company, datetime], None]


def the_alert(world: World) -> AlertRow:
    return db.session.scalars(select(AlertRow).where(AlertRow.state.in_(["open", "claimed"]))).one()


@pytest.mark.parametrize("says", [("sent", None), ("queued", None), None])
def test_after_two_minutes_without_word_marcus_is_rung_and_the_next_is_told(
    world: World, pass_on: Pass, says
) -> None:
    company = Company(says)
    pass_on(company, NOW)
    pass_on(company, NOW + WAITS - SECOND)
    assert (company.asked, company.rung) == ([], [])

    pass_on(company, NOW + WAITS)
    pass_on(company, NOW + WAITS + SECOND)

    assert company.asked == ["SM1"]
    assert company.rung == [MARCUS]
    with world.app.app_context():
        words = db.session.scalars(select(AlertStepRow.words)).all()
    assert "No word came that this message arrived. Ringing them." in words


def test_what_the_company_says_when_it_is_asked_counts_as_a_receipt(
    world: World, pass_on: Pass
) -> None:
    company = Company(("delivered", None))
    pass_on(company, NOW)

    pass_on(company, NOW + WAITS)
    pass_on(company, NOW + 2 * WAITS)

    with world.app.app_context():
        (text,) = db.session.scalars(select(MessageRow)).all()
    assert (text.state, company.asked, company.rung) == ("delivered", ["SM1"], [])


def test_where_the_call_rings_in_vain_the_next_is_told_at_once(world: World, pass_on: Pass) -> None:
    company = Company()
    pass_on(company, NOW)
    pass_on(company, NOW + WAITS)
    company.says = ("failed", "no-answer")

    pass_on(company, NOW + 2 * WAITS)

    with world.app.app_context():
        assert the_alert(world).next_at == NOW + 2 * WAITS


def test_the_next_is_on_another_phone_than_the_one_that_was_texted_and_rung_in_vain(
    world: World, pass_on: Pass
) -> None:
    company = Company()
    pass_on(company, NOW)
    pass_on(company, NOW + WAITS)
    company.says = ("failed", "no-answer")
    pass_on(company, NOW + 2 * WAITS)
    company.sent.clear()

    pass_on(company, NOW + 2 * WAITS + SECOND)

    assert [one.number for one in company.sent] == [JO]


def test_nobody_is_rung_for_an_alert_that_somebody_took(world: World, pass_on: Pass) -> None:
    company = Company()
    pass_on(company, NOW)
    with world.app.app_context():
        marcus = db.session.scalars(select(Staff).where(Staff.phone == MARCUS)).one()
        take_alert(the_alert(world).id, marcus.id, NOW + SECOND)

    pass_on(company, NOW + WAITS)

    assert company.rung == []


def test_who_may_not_know_of_it_any_more_is_not_rung_and_the_next_is_told(
    world: World, pass_on: Pass
) -> None:
    company = Company()
    pass_on(company, NOW)
    with world.app.app_context(), kept_together():
        db.session.execute(update(Staff).where(Staff.phone == MARCUS).values(active=False))

    pass_on(company, NOW + WAITS)

    assert company.rung == []
    with world.app.app_context():
        assert the_alert(world).next_at == NOW + WAITS


def test_where_a_text_stood_in_for_a_call_nobody_is_said_to_be_rung(
    world: World, pass_on: Pass
) -> None:
    company = Company()
    with world.app.app_context(), kept_together():
        db.session.execute(
            update(MessageRow).values(key=func.replace(MessageRow.key, ":text", ":call"))
        )
    pass_on(company, NOW)

    pass_on(company, NOW + WAITS)

    assert company.rung == []
    with world.app.app_context():
        words = db.session.scalars(select(AlertStepRow.words)).all()
    assert "No word came that this message arrived. Going on to the next." in words


def test_nobody_is_rung_for_what_is_to_be_done_today(world: World, pass_on: Pass) -> None:
    company = Company()
    with world.app.app_context(), kept_together():
        db.session.execute(update(MessageRow).values(urgency=URGENCY["today"]))
    pass_on(company, NOW)

    pass_on(company, NOW + WAITS)

    assert (company.asked, company.rung) == ([], [])


def test_a_call_for_help_goes_before_anybody_asks_after_a_text(world: World, pass_on: Pass) -> None:
    company = Company()
    pass_on(company, NOW)
    with world.app.app_context():
        call_for_help(world.cast.dev, NOW + WAITS)

    pass_on(company, NOW + WAITS)

    assert company.rung_when_asked > 0

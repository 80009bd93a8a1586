"""How the last check-ins of each agreement went, asked of the database once for all of them."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from checkin.actions.raise_alert import raise_alert
from checkin.agreements.reached import Reached
from checkin.storage import people
from checkin.storage.last_check_ins import missed_before
from checkin.storage.tables import (
    AgreementRow,
    AgreementVersionRow,
    AlertRow,
    CheckInRow,
    db,
    new_id,
)
from checkin.storage.transaction import kept_together
from tests.conftest import World, london

NOON = london("2026-10-20 12:00")
LONG_AGO = NOON - timedelta(weeks=12)
TALK = "repeated_missed"


def _versions(world: World) -> list[tuple[str, str, str]]:
    """Return agreement, version and person of each that the example people have."""
    found = select(AgreementRow.id, AgreementVersionRow.id, AgreementRow.person_id).join(
        AgreementVersionRow, AgreementVersionRow.agreement_id == AgreementRow.id
    )
    return [tuple(one) for one in db.session.execute(found.order_by(AgreementRow.id))]


def _went(version_id: str, person_id: str, went: str) -> CheckInRow:
    """Keep how each of its check-ins went, a day each, the newest first; return the newest."""
    states = {"m": "missed", "a": "answered", "d": "declined"}
    rows = [
        CheckInRow(
            id=new_id(),
            person_id=person_id,
            agreement_version_id=version_id,
            key="daily",
            asks="my_morning",
            channel="text",
            local_slot="2026-10-20T09:00",
            state=states[one],
            due_at=NOON - timedelta(days=days),
            early_from=NOON - timedelta(days=days),
        )
        for days, one in enumerate(went)
    ]
    db.session.add_all(rows)
    db.session.flush()
    return rows[0]


def _two(world: World, one: str, other: str) -> tuple[list[str], Sequence[CheckInRow]]:
    """Return two agreements (ids), and a check-in of each, of which these went so."""
    versions = _versions(world)
    mine = versions[0]
    its = next(each for each in versions if each[0] != mine[0])
    return [mine[0], its[0]], [_went(*mine[1:], one), _went(*its[1:], other)]


def test_of_each_agreement_its_own_last_are_asked_for_and_no_more(world: World) -> None:
    with world.app.app_context(), kept_together():
        (one, other), rows = _two(world, "madmam", "aamm")

        assert missed_before(rows, LONG_AGO, 3, TALK) == {
            one: (True, False, True),
            other: (False, False, True),
        }
        assert missed_before(rows, LONG_AGO, 9, TALK) == {
            one: (True, False, True, False, True),
            other: (False, False, True, True),
        }


def test_what_was_due_before_the_talk_that_was_closed_last_counts_no_more(world: World) -> None:
    with world.app.app_context(), kept_together():
        (one, other), rows = _two(world, "mam", "m")
        person = people.the_person(rows[0].person_id)
        for days in (5, 1):
            talk = Reached(TALK, "plan", f"{TALK}:{days}", f"{TALK}:{days}", "A talk.", task=True)
            raise_alert(person, talk, NOON)
            row = db.session.scalars(select(AlertRow).where(AlertRow.key == talk.key)).one()
            row.state, row.closed_at = "closed", NOON - timedelta(days=days)
            db.session.flush()

        found = missed_before(rows, LONG_AGO, 9, TALK)

        assert found[one] == (True,)
        assert found[other] == (True,)

"""The next version of an agreement is kept: versions are added and never changed."""

from datetime import datetime

from sqlalchemy import select

from checkin.agreements.agreement import Agreement
from checkin.lives.record import Entry, by_staff
from checkin.storage import facts, record
from checkin.storage.agreements import agreement_called
from checkin.storage.tables import AgreementRow, AgreementVersionRow, db, new_id


def put_version(
    agreement: Agreement, staff_id: str | None, now: datetime, in_force_from: datetime
) -> str:
    """Keep the next version; the one before ends when it begins. Return its id."""
    row = agreement_called(agreement.key)
    if row is None:
        row = AgreementRow(id=new_id(), key=agreement.key, person_id=agreement.person)
        db.session.add(row)
        db.session.flush()
    _end(row, staff_id, now, in_force_from)
    made = AgreementVersionRow(
        id=new_id(),
        agreement_id=row.id,
        version=agreement.version,
        document=agreement.model_dump_json(),
        in_force_from=in_force_from,
        review_on=agreement.review_on,
        made_by=staff_id,
        made_at=now,
    )
    db.session.add(made)
    db.session.flush()
    _note(made, row, staff_id, now)
    return made.id


def _end(row: AgreementRow, staff_id: str | None, now: datetime, at: datetime) -> None:
    """Let the version before the next one end as it begins."""
    newest = select(AgreementVersionRow).where(
        AgreementVersionRow.agreement_id == row.id, AgreementVersionRow.in_force_to.is_(None)
    )
    for before in db.session.scalars(newest, execution_options={"populate_existing": True}):
        before.in_force_to = at
        _note(before, row, staff_id, now)
    db.session.flush()


def _note(
    version: AgreementVersionRow, agreement: AgreementRow, staff_id: str | None, now: datetime
) -> None:
    """Tell how a version stands now."""
    name, what = f"agreement_version:{version.id}", facts.of_version(version, agreement)
    record.note([Entry(now, by_staff(staff_id), "agreed", name, what, agreement.person_id)])

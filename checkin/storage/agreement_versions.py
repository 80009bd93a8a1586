"""The next version of an agreement is kept: versions are added, and what they say is never changed."""

from datetime import datetime

from sqlalchemy import select

from checkin.agreements.agreement import Agreement
from checkin.agreements.in_force import Lasts, ends_by_itself, over_at
from checkin.lives.record import Entry, by_staff
from checkin.storage import facts, record
from checkin.storage.agreements import agreement_called, read
from checkin.storage.tables import AgreementRow, AgreementVersionRow, db, new_id


def put_version(
    agreement: Agreement, staff_id: str | None, now: datetime, in_force_from: datetime
) -> str:
    """Keep the next version; those whose place it takes are over as it begins. Return its id."""
    row = agreement_called(agreement.key)
    if row is None:
        row = AgreementRow(id=new_id(), key=agreement.key, person_id=agreement.person)
        db.session.add(row)
        db.session.flush()
    made = AgreementVersionRow(
        id=new_id(),
        agreement_id=row.id,
        version=agreement.version,
        document=agreement.model_dump_json(),
        in_force_from=in_force_from,
        in_force_to=ends_by_itself(agreement),
        review_on=agreement.review_on,
        made_by=staff_id,
        made_at=now,
    )
    db.session.add(made)
    db.session.flush()
    _note(made, row, staff_id, now)
    settle(row, staff_id, now)
    return made.id


def settle(row: AgreementRow, staff_id: str | None, now: datetime) -> None:
    """Keep from when on each version is over, as they stand beside one another now."""
    kept = select(AgreementVersionRow).where(AgreementVersionRow.agreement_id == row.id)
    rows = db.session.scalars(kept, execution_options={"populate_existing": True}).all()
    lasting = {one.id: Lasts(read(one.document), one.in_force_from) for one in rows}
    for one in rows:
        over = over_at(lasting[one.id], lasting.values())
        if one.in_force_to != over:
            one.in_force_to = over
            _note(one, row, staff_id, now)
    db.session.flush()


def _note(
    version: AgreementVersionRow, agreement: AgreementRow, staff_id: str | None, now: datetime
) -> None:
    """Tell how a version stands now."""
    name, what = f"agreement_version:{version.id}", facts.of_version(version, agreement)
    record.note([Entry(now, by_staff(staff_id), "agreed", name, what, agreement.person_id)])

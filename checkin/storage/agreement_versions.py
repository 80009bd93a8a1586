"""The next version of an agreement is kept: versions are added, and what they say is never changed."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select

from checkin.agreements.agreement import Agreement
from checkin.agreements.in_force import Lasts, ends_by_itself, over_at
from checkin.lives.record import Entry, by_staff
from checkin.storage import agreement_views, facts, record
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


def settle(row: AgreementRow, staff_id: str | None, now: datetime) -> bool:
    """Keep from when on each version is over, as they stand now; say whether something changed.

    One that was held up and no longer is begins now, where its day has passed.
    """
    kept = select(AgreementVersionRow).where(AgreementVersionRow.agreement_id == row.id)
    rows = db.session.scalars(kept, execution_options={"populate_existing": True}).all()
    before = {one.id: (one.in_force_from, one.in_force_to) for one in rows}
    for one, over in _over(rows):
        if _never_begins(one) and (over is None or over > one.in_force_from):
            one.in_force_from = max(one.in_force_from, now)
    for one, over in _over(rows):
        one.in_force_to = over
    changed = [one for one in rows if before[one.id] != (one.in_force_from, one.in_force_to)]
    for one in changed:
        _note(one, row, staff_id, now)
    db.session.flush()
    return bool(changed)


def _over(
    rows: Sequence[AgreementVersionRow],
) -> list[tuple[AgreementVersionRow, datetime | None]]:
    """Return each version with when it is over for good."""
    held = agreement_views.held_up({one.id: one.in_force_from for one in rows})
    lasting = {one.id: _lasts(one, held) for one in rows}
    return [(one, over_at(lasting[one.id], lasting.values())) for one in rows]


def _lasts(row: AgreementVersionRow, held: Collection[str]) -> Lasts:
    """Return a version as it counts; what a manager decided, with a reason, is held up by nobody."""
    agreement = read(row.document)
    holds = row.id in held and agreement.view_of_person == "agrees"
    return Lasts(agreement, row.in_force_from, holds)


def _never_begins(row: AgreementVersionRow) -> bool:
    return row.in_force_to is not None and row.in_force_to <= row.in_force_from


def _note(
    version: AgreementVersionRow, agreement: AgreementRow, staff_id: str | None, now: datetime
) -> None:
    """Tell how a version stands now."""
    name, what = f"agreement_version:{version.id}", facts.of_version(version, agreement)
    record.note([Entry(now, by_staff(staff_id), "agreed", name, what, agreement.person_id)])

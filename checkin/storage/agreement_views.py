"""What the person saw and said of a version of an agreement: added, never changed."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select

from checkin.agreements.own_view import Seen, Standing, standing, waits_for_yes
from checkin.lives.record import Entry, by_staff, digest
from checkin.storage import record
from checkin.storage.staff import staff_by_id
from checkin.storage.tables import AgreementRow, AgreementVersionRow, AgreementViewRow, Staff, db

_Seen = tuple[Seen, datetime, str | None, str]


@dataclass(frozen=True, slots=True)
class NewView:
    """What was seen or said: on which device, or written down by whom, and how that talk was."""

    version_id: str
    view: Seen
    at: datetime
    device_id: str | None = None
    staff_id: str | None = None
    how: str = ""


def put(new: NewView) -> int:
    """Keep it beside the version, and in the record; return its number, from 1."""
    rows = select(func.count()).where(AgreementViewRow.version_id == new.version_id)
    number = (db.session.scalar(rows) or 0) + 1
    db.session.add(AgreementViewRow(**asdict(new), number=number))
    db.session.flush()
    person_id = db.session.scalars(
        select(AgreementRow.person_id)
        .join(AgreementVersionRow, AgreementVersionRow.agreement_id == AgreementRow.id)
        .where(AgreementVersionRow.id == new.version_id)
    ).one()
    by = by_staff(new.staff_id) if new.staff_id else f"device:{new.device_id}"
    what = {"view": new.view, "how": digest(new.how)}
    row = f"agreement_version:{new.version_id}"
    record.note([Entry(new.at, by, "own_view", row, what, person_id)])
    return number


def standing_of(version_id: str) -> Standing:
    """Return where one version stands with the person."""
    return standings([version_id])[version_id]


def standings(version_ids: Collection[str]) -> dict[str, Standing]:
    """Return by version where it stands with the person."""
    kept, leads = _kept(version_ids)
    return {one: standing(kept[one], leads) for one in version_ids}


def held_up(begins: Mapping[str, datetime]) -> set[str]:
    """Return which versions wait for the person's yes. `begins`: by version, when it was to begin."""
    kept, leads = _kept(begins)
    return {one for one, at in begins.items() if waits_for_yes(kept[one], at, leads)}


def _kept(
    version_ids: Collection[str],
) -> tuple[Mapping[str, list[_Seen]], set[str]]:
    """Return by version what was seen and said, the oldest first, and who of staff noted it and leads."""
    kept: dict[str, list[_Seen]] = defaultdict(list)
    rows = select(AgreementViewRow).where(AgreementViewRow.version_id.in_(version_ids))
    for row in db.session.scalars(rows.order_by(AgreementViewRow.number)):
        kept[row.version_id].append((row.view, row.at, row.staff_id, row.how))
    noted = [staff_id for rows in kept.values() for *_, staff_id, _ in rows if staff_id]
    leads = {one.id for one in staff_by_id(noted).values() if _leads(one)}
    return kept, leads


def _leads(one: Staff) -> bool:
    return any(role.name in {"team_lead", "manager"} for role in one.roles)

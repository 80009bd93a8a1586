"""What was agreed, and what of it is in force."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, select

from checkin.agreements.agreement import Agreement
from checkin.agreements.older import with_todays_words
from checkin.storage.tables import AgreementRow, AgreementVersionRow, db


@dataclass(frozen=True, slots=True)
class InForce:
    """An agreement as it stands: which one, which version, and what it says."""

    id: str
    version_id: str
    agreement: Agreement
    made_at: datetime
    in_force_from: datetime
    in_force_to: datetime | None = None
    made_by: str | None = None  # a staff id; None: it follows what the person set themselves


@lru_cache(maxsize=4096)
def _read(document: str) -> Agreement:
    return Agreement.model_validate(with_todays_words(json.loads(document)))


def _in_force(row: AgreementVersionRow) -> InForce:
    return InForce(
        row.agreement_id,
        row.id,
        _read(row.document),
        row.made_at,
        row.in_force_from,
        row.in_force_to,
        row.made_by,
    )


def _not_over(now: datetime) -> ColumnElement[bool]:
    until = AgreementVersionRow.in_force_to
    return AgreementRow.ended_at.is_(None) & (until.is_(None) | (until > now))


_joined = select(AgreementVersionRow).join(
    AgreementRow, AgreementRow.id == AgreementVersionRow.agreement_id
)


def agreements_of(person_id: str, now: datetime) -> list[InForce]:
    """Return what is agreed with a person and in force now."""
    rows = db.session.scalars(
        _joined.where(
            AgreementRow.person_id == person_id,
            _not_over(now),
            AgreementVersionRow.in_force_from <= now,
        ).order_by(AgreementRow.key)
    )
    return [_in_force(row) for row in rows]


def agreements_of_people(person_ids: Collection[str], now: datetime) -> dict[str, list[InForce]]:
    """Return by person what is agreed and in force now, in one question."""
    rows = db.session.execute(
        select(AgreementRow.person_id, AgreementVersionRow)
        .join(AgreementRow, AgreementRow.id == AgreementVersionRow.agreement_id)
        .where(
            AgreementRow.person_id.in_(person_ids),
            _not_over(now),
            AgreementVersionRow.in_force_from <= now,
        )
        .order_by(AgreementRow.key)
    )
    found: dict[str, list[InForce]] = {}
    for person_id, row in rows:
        found.setdefault(person_id, []).append(_in_force(row))
    return found


def agreements_not_over(now: datetime, person_id: str | None = None) -> list[InForce]:
    """Return every version in force now or to come: of everyone, or of one person."""
    of_whom = () if person_id is None else (AgreementRow.person_id == person_id,)
    return [_in_force(row) for row in db.session.scalars(_joined.where(_not_over(now), *of_whom))]


def version(version_id: str) -> InForce:
    """Return one version, in force or not."""
    return _in_force(db.session.get_one(AgreementVersionRow, version_id))


def versions(version_ids: Sequence[str]) -> dict[str, InForce]:
    """Return several versions by id, in one question."""
    rows = db.session.scalars(
        select(AgreementVersionRow).where(AgreementVersionRow.id.in_(set(version_ids)))
    )
    return {row.id: _in_force(row) for row in rows}


def versions_of(agreement_id: str) -> list[InForce]:
    """Return all versions of an agreement, newest first."""
    rows = db.session.scalars(
        select(AgreementVersionRow)
        .where(AgreementVersionRow.agreement_id == agreement_id)
        .order_by(AgreementVersionRow.version.desc())
    )
    return [_in_force(row) for row in rows]


def agreement_called(key: str) -> AgreementRow | None:
    """Return an agreement by its key, such as dev-group-days."""
    return db.session.scalar(select(AgreementRow).where(AgreementRow.key == key))


def held(key: str) -> AgreementRow | None:
    """Return an agreement by its key, held until the transaction ends."""
    return db.session.scalar(
        select(AgreementRow).where(AgreementRow.key == key).with_for_update(),
        execution_options={"populate_existing": True},
    )


def stands_now(versions: Sequence[InForce], now: datetime) -> InForce:
    """Return the version in force now; where none is, the newest.

    A newer one may be to come: what a person did not agree to ends, and what they did agree to
    is then in force again.
    """
    return next(
        (
            one
            for one in versions
            if one.in_force_from <= now and (one.in_force_to is None or now < one.in_force_to)
        ),
        versions[0],
    )


def each_once(found: Sequence[InForce]) -> list[InForce]:
    """Return each agreement once: what is to come, unless it comes back after what they did not agree to."""
    by_id: dict[str, InForce] = {}
    for one in sorted(found, key=lambda each: each.agreement.version):
        before = by_id.get(one.id)
        if before is None or before.agreement.view_of_person == "agrees":
            by_id[one.id] = one
    return list(by_id.values())

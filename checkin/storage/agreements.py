"""What was agreed, and what of it is in force."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, select

from checkin.agreements.agreement import Agreement
from checkin.agreements.in_force import ends_by_itself, in_force_at, is_over, spans, waits
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
    in_force_to: datetime | None = None  # over for good from then on
    made_by: str | None = None  # a staff id; None: it follows what the person set themselves


@lru_cache(maxsize=4096)
def read(document: str) -> Agreement:
    """Return what one version says."""
    return Agreement.model_validate(with_todays_words(json.loads(document)))


def _in_force(row: AgreementVersionRow) -> InForce:
    return InForce(
        row.agreement_id,
        row.id,
        read(row.document),
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
    return agreements_of_people([person_id], now).get(person_id, [])


def agreements_of_people(person_ids: Collection[str], now: datetime) -> dict[str, list[InForce]]:
    """Return by person what is agreed and in force now, in one question."""
    found: dict[str, list[InForce]] = {}
    for one in agreements_in_force(now, AgreementRow.person_id.in_(person_ids)):
        found.setdefault(one.agreement.person, []).append(one)
    return found


def agreements_in_force(now: datetime, *of_whom: ColumnElement[bool]) -> list[InForce]:
    """Return the version of each agreement that is in force now."""
    each = (in_force_at(versions, now) for versions in by_agreement(now, *of_whom))
    return [one for one in each if one]


def agreements_not_over(now: datetime, person_id: str | None = None) -> list[InForce]:
    """Return every version that is in force now or will be: of everyone, or of one person."""
    of_whom = () if person_id is None else (AgreementRow.person_id == person_id,)
    return [one for versions in by_agreement(now, *of_whom) for one in acting(versions, now)]


def acting(versions: Sequence[InForce], now: datetime) -> list[InForce]:
    """Return those of one agreement's versions that are in force now or will be."""
    acts = {one.version for one in spans(versions) if one.until is None or one.until > now}
    return [one for one in versions if one.agreement.version in acts]


def by_agreement(now: datetime, *of_whom: ColumnElement[bool]) -> list[list[InForce]]:
    """Return the versions that are not over, those of one agreement together."""
    rows = db.session.scalars(_joined.where(_not_over(now), *of_whom).order_by(AgreementRow.key))
    return _together(_in_force(row) for row in rows)


def _together(versions: Iterable[InForce]) -> list[list[InForce]]:
    found: dict[str, list[InForce]] = {}
    for one in versions:
        found.setdefault(one.id, []).append(one)
    return list(found.values())


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
    """Return the version in force now; where none is, the newest."""
    return in_force_at(versions, now) or versions[0]


def changed_from(versions: Sequence[InForce], now: datetime) -> InForce:
    """Return the version that a change starts from: the newest that acts or will."""
    acts = acting(versions, now)
    return _newest(acts) if acts else versions[0]


def on_their_page(person_id: str, now: datetime) -> list[InForce]:
    """Return each agreement of a person once: the newest version that is not over, or waits for their yes."""
    rows = db.session.scalars(
        _joined.where(AgreementRow.person_id == person_id, AgreementRow.ended_at.is_(None))
    )
    every = _together(_in_force(row) for row in rows)
    stand = [[one for one in each if _is_theirs(one, each, now)] for each in every]
    return [_newest(each) for each in stand if each]


def _is_theirs(one: InForce, versions: Sequence[InForce], now: datetime) -> bool:
    return not is_over(one, now) or waits(one, versions, now)


def _newest(versions: Sequence[InForce]) -> InForce:
    """Older databases keep, with what ends by itself, a copy of what goes on after: that is nothing new."""
    last, *older = sorted(versions, key=lambda one: one.agreement.version, reverse=True)
    at_once = older and older[0].made_at == last.made_at and not ends_by_itself(last.agreement)
    return older[0] if at_once and ends_by_itself(older[0].agreement) else last

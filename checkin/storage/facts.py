"""What the record tells of each row, as the row says it now: both must say the same.

An entry tells what changed; the entries of a row together tell all of this. Words by digest only.
"""

from collections.abc import Sequence

from checkin.lives.alert import StepKind
from checkin.lives.record import What, by_staff, digest, moment
from checkin.storage.alert_life import life_of, standing
from checkin.storage.new_alert import NewAlert
from checkin.storage.outside import is_outside
from checkin.storage.tables import (
    AgreementRow,
    AgreementVersionRow,
    AlertRow,
    AlertStepRow,
    DeviceRow,
    PersonRow,
    PhoneChangeRow,
    Staff,
)


def of_person(row: PersonRow) -> What:
    """Tell of a person; how they are asked is not compared."""
    return {
        "house": row.house_id,
        "name": digest(row.name),
        "called": digest(row.called),
        "phone": digest(row.phone),
        "texts_stopped": moment(row.texts_stopped_at),
        "texts_paused": moment(row.texts_paused_at),
        "keyworker": row.keyworker_id,
    }


def of_phone_change(row: PhoneChangeRow) -> What:
    """Tell of a change of a person's phone, and who checked it."""
    return {
        "person": row.person_id,
        "was": digest(row.was),
        "phone": digest(row.phone),
        "changed_by": row.changed_by,
        "used": moment(row.used_from),
        "checked": moment(row.checked_at),
        "checked_by": row.checked_by,
    }


def of_staff(row: Staff, houses: Sequence[str], outside: Sequence[str] = ()) -> What:
    """Tell of a member of staff, or a contact outside houses: who they are, and what they may."""
    return {
        "house": together(houses),
        **({"outside": together(outside)} if is_outside(row) else {}),
        "role": ",".join(sorted(role.name for role in row.roles)),
        "active": int(row.active),
        "name": digest(row.name),
        "called": digest(row.called),
        "address": digest(row.email),
        "phone": digest(row.phone),
        "refused": row.phone_refused,
    }


def together(ids: Sequence[str]) -> str:
    """Return several ids as the record writes them: in no order of ours."""
    return ",".join(sorted(ids))


def of_device(row: DeviceRow) -> What:
    """Tell of a device: whose it is and who says so, what it holds, until when it was let in."""
    return {
        "house": row.house_id,
        "person": row.person_id,
        "token": digest(row.token_hash),
        **as_known(row),
        "denied": row.denied,
        "revoked": moment(row.revoked_at),
    }


def as_known(row: DeviceRow) -> What:
    """Tell who said that a device is a person's own, and whether it still waits for that."""
    return {
        "waits": moment(row.waits_since),
        "theirs": moment(row.theirs_at),
        "cleared": moment(row.cleared_at),
        "cleared_by": row.cleared_by,
    }


def of_version(row: AgreementVersionRow, agreement: AgreementRow) -> What:
    """Tell of one version of an agreement."""
    return {
        "version": row.version,
        "document": digest(row.document),
        "person": agreement.person_id,
        "review_on": str(row.review_on),
        "from": moment(row.in_force_from),
        "until": moment(row.in_force_to),
        "ended": moment(agreement.ended_at),
    }


def as_said(what: Sequence[str]) -> str:
    """Return what stands for the lines of what happened."""
    return digest("\n".join(what))


def as_raised(one: AlertRow | NewAlert) -> What:
    """Tell what an alert says from its opening on, and what decides who may see it."""
    return {
        "title": digest(one.title),
        "what": as_said(one.what),
        "level": one.level,
        "kind": one.kind,
        "check_in": one.check_in_id,
        "person": one.person_id,
        "house": one.house_id,
        **({"from": digest(one.from_number)} if one.from_number else {}),
        **({"tells_of": together(one.tells_of)} if one.tells_of else {}),
    }


def of_alert(row: AlertRow) -> What:
    """Tell of an alert: what it says, where it stands, and who has it or had it last."""
    return {
        **as_raised(row),
        **standing(life_of(row)),
        "owner": row.taken_by,
        "known": moment(row.known_at),
    }


def as_step(kind: StepKind, words: str) -> What:
    """Tell of a step of an alert; the entry says when, and who took it."""
    return {"step": kind, "words": digest(words)}


def of_step(row: AlertStepRow) -> What:
    """Tell of a step that is kept."""
    return {**as_step(row.kind, row.words), "at": moment(row.at), "by": by_staff(row.staff_id)}

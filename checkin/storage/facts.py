"""What the record tells of each row, as the row says it now: both must say the same.

An entry tells what changed; the entries of a row together tell all of this. Words by digest only.
"""

from collections.abc import Sequence
from datetime import datetime

from checkin.lives.alert import StepKind
from checkin.lives.new_words import NewAnswer, NewWords
from checkin.lives.record import What, by_staff, digest, moment
from checkin.storage.alert_life import life_of, standing
from checkin.storage.new_alert import NewAlert
from checkin.storage.outside import is_outside
from checkin.storage.tables import (
    AgreementRow,
    AgreementVersionRow,
    AlertRow,
    AlertStepRow,
    AnswerToStaffRow,
    DeviceRow,
    LoopDecisionRow,
    LoopRow,
    PersonRow,
    Staff,
    WordsOfStaffRow,
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


def of_loop(row: LoopRow) -> What:
    """Tell what a person said and where, who read it first, and whether what was done helped."""
    return {
        "person": row.person_id,
        "check_in": row.check_in_id,
        "closed": moment(row.closed_at),
        "raised": digest(row.words),
        "media": row.media_id,
        "read": moment(row.read_at),
        "read_by": row.read_by,
        "impact": row.impact,
        "asked": row.asked or None,
    }


def of_decision(row: LoopDecisionRow) -> What:
    """Tell of a decision that is kept."""
    return {
        **as_decision(row.decision, row.words, row),
        "at": moment(row.at),
        "by": by_staff(row.staff_id),
        "impact": row.impact,
    }


def of_newest(row: LoopRow) -> What:
    """Tell the same of the decision that acts."""
    return {
        **as_decision(row.decision, row.we_did, row),
        "at": moment(row.decided_at),
        "by": by_staff(row.decided_by),
    }


def as_decision(decision: str | None, words: str | None, row: LoopDecisionRow | LoopRow) -> What:
    """Tell of a decision, whose it is, and what became of it; the entry says when and by whom."""
    return {
        "decision": decision,
        "words": digest(words),
        "owner": row.owner_id,
        "due_on": str(row.due_on or ""),
        **done(row.done_at, row.done_by, row.done_how),
        "told": moment(row.told_at),
    }


def done(at: datetime | None, by: str | None, how: str | None) -> What:
    """Tell when a promise was kept, by whom and how."""
    return {"done": moment(at), "done_by": by, "how": None if how is None else digest(how)}


def as_said_by_staff(one: NewWords | WordsOfStaffRow) -> What:
    """Tell what staff said to a person, where and how it was to be read."""
    return {
        "said": digest(one.words),
        "check_in": one.check_in_id,
        "staff": one.staff_id,
        "person": one.person_id,
        "way": one.way,
    }


def read_on_a_page(row: WordsOfStaffRow) -> What:
    """Tell when the person went on from it, and what waited then."""
    return {"read": moment(row.read_at), "before": row.before_step}


def of_words(row: WordsOfStaffRow) -> What:
    """Tell of words of staff that are kept."""
    return {**as_said_by_staff(row), **read_on_a_page(row)}


def as_answered(number: int, one: NewAnswer | AnswerToStaffRow) -> What:
    """Tell what the person answered to them."""
    return {
        "number": number,
        "answer": digest(one.words),
        "media": one.media_id,
        "heard": one.heard_id,
    }

"""What was answered on a device of a person's own, and whether that is known to be theirs now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from checkin.storage.tables import AnswerRow, AnswerToStaffRow, CheckInRow, DeviceRow, db

NOT_KNOWN = DeviceRow.person_id.is_not(None) & (
    DeviceRow.waits_since.is_not(None) | DeviceRow.denied.is_not(None)
)
"""Of a device of one person: that it is not known to be theirs, or they say that it is not."""


NOT_THEIRS = DeviceRow.denied.is_not(None) | (
    DeviceRow.waits_since.is_not(None) & DeviceRow.revoked_at.is_not(None)
)
"""Of a device of one person: they say that it is not theirs, or it was turned away before that was known."""


COUNTS = AnswerRow.number > func.coalesce(CheckInRow.begun_anew, -1)
"""Of an answer: that it was not given before its check-in was begun anew on another device."""


def is_not_known(device_id: str) -> bool:
    """Say whether this one is not known to be the person's own, as it is now."""
    asked = select(DeviceRow.id).where(DeviceRow.id == device_id, NOT_KNOWN)
    return db.session.scalar(asked) is not None


def who_answers_what_was_agreed(device_id: str, since: datetime) -> frozenset[str]:
    """Return the people (ids) who answered on it since then in what was agreed, and did not send it."""
    asked = (
        select(AnswerRow.person_id)
        .join(CheckInRow, CheckInRow.id == AnswerRow.check_in_id)
        .where(
            AnswerRow.device_id == device_id,
            AnswerRow.at > since,
            CheckInRow.plan_key.is_not(None),
            CheckInRow.sent_at.is_(None),
        )
    )
    return frozenset(db.session.scalars(asked))


class GivenOn(NamedTuple):
    """An answer, and the device on which it was given."""

    answer: AnswerRow
    device: DeviceRow


def given_on_one_not_known(check_in_ids: Collection[str]) -> list[GivenOn]:
    """Return the answers in these check-ins that came from devices not known to be the person's own."""
    if not check_in_ids:
        return []
    asked = (
        select(AnswerRow, DeviceRow)
        .join(DeviceRow, DeviceRow.id == AnswerRow.device_id)
        .join(CheckInRow, CheckInRow.id == AnswerRow.check_in_id)
        .where(AnswerRow.check_in_id.in_(check_in_ids), NOT_KNOWN, COUNTS)
        .order_by(AnswerRow.at, AnswerRow.number)
    )
    return [GivenOn(*row) for row in db.session.execute(asked)]


def let_in_what_is_not_theirs(check_in_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return by check-in who (staff ids) let in the devices it came from that are not the person's."""
    if not check_in_ids:
        return {}
    asked = (
        select(AnswerRow.check_in_id, DeviceRow.enrolled_by)
        .join(DeviceRow, DeviceRow.id == AnswerRow.device_id)
        .join(CheckInRow, CheckInRow.id == AnswerRow.check_in_id)
        .where(
            AnswerRow.check_in_id.in_(check_in_ids),
            COUNTS,
            NOT_THEIRS,
            DeviceRow.enrolled_by.is_not(None),
        )
        .distinct()
    )
    found: defaultdict[str, set[str]] = defaultdict(set)
    for check_in_id, by in db.session.execute(asked):
        found[check_in_id].add(by or "")
    return {key: frozenset(by) for key, by in found.items()}


def answered_staff_on_one_not_known(words_ids: Collection[str]) -> dict[tuple[str, int], DeviceRow]:
    """Return the same of answers to these words of staff, by words and number."""
    if not words_ids:
        return {}
    asked = (
        select(AnswerToStaffRow.words_id, AnswerToStaffRow.number, DeviceRow)
        .join(DeviceRow, DeviceRow.id == AnswerToStaffRow.device_id)
        .where(AnswerToStaffRow.words_id.in_(words_ids), NOT_KNOWN)
    )
    return {(key, number): device for key, number, device in db.session.execute(asked)}


def given_beside(check_in_ids: Collection[str]) -> Sequence[AnswerRow]:
    """Return what was said in these check-ins where somebody of staff was signed in, in each turn."""
    if not check_in_ids:
        return []
    asked = select(AnswerRow).where(
        AnswerRow.check_in_id.in_(check_in_ids),
        AnswerRow.beside.is_not(None),
        AnswerRow.sent_at.is_(None),
    )
    return db.session.scalars(asked.order_by(AnswerRow.at, AnswerRow.number)).all()


def sent_from(device_id: str) -> dict[str, tuple[CheckInRow, list[AnswerRow]]]:
    """Return by id what was answered on this device and sent, and not taken back, oldest first."""
    asked = (
        select(CheckInRow, AnswerRow)
        .join(AnswerRow, AnswerRow.check_in_id == CheckInRow.id)
        .where(
            AnswerRow.device_id == device_id,
            COUNTS,
            CheckInRow.sent_at.is_not(None),
            CheckInRow.taken_back_at.is_(None),
        )
        .order_by(CheckInRow.sent_at, CheckInRow.id, AnswerRow.number)
    )
    found: dict[str, tuple[CheckInRow, list[AnswerRow]]] = {}
    for check_in, answer in db.session.execute(asked):
        found.setdefault(check_in.id, (check_in, []))[1].append(answer)
    return found

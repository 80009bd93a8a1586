"""The latest check-ins of a person, and what was sent in them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select

from checkin.storage.tables import AgreementVersionRow, AlertRow, AlertStepRow, CheckInRow, db
from checkin.storage.which_check_ins import due_in

NEEDED = ("needed", "too late")


def last_check_ins(person_id: str, since: datetime, until: datetime) -> Sequence[CheckInRow]:
    """Return a person's check-ins due or begun in this time, the newest first."""
    newest_first = (CheckInRow.due_at.desc(), CheckInRow.key)
    return db.session.scalars(due_in(person_id, since, until).order_by(*newest_first)).all()


def missed_since(person_ids: Sequence[str], since: datetime) -> Sequence[CheckInRow]:
    """Return which check-ins of these people were missed since then, in order."""
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.person_id.in_(person_ids),
            CheckInRow.state == "missed",
            CheckInRow.missed_at >= since,
        )
        .order_by(CheckInRow.missed_at, CheckInRow.key)
    ).all()


def missed_before(
    rows: Collection[CheckInRow], since: datetime, most: int, talk: str
) -> Mapping[str, tuple[bool, ...]]:
    """Return, by agreement (id), whether each of its last `most` check-ins was missed, the newest first.

    `rows`: check-ins of these agreements. Answered or missed, and due since then, and since its
    person's last alert of the kind `talk` was closed.
    """
    talked = (
        select(func.max(AlertRow.closed_at))
        .where(AlertRow.person_id == CheckInRow.person_id, AlertRow.kind == talk)
        .scalar_subquery()
    )
    ids = {row.agreement_version_id for row in rows}
    theirs = select(AgreementVersionRow.agreement_id).where(AgreementVersionRow.id.in_(ids))
    newest_first = (CheckInRow.due_at.desc(), CheckInRow.key)
    nth = func.row_number().over(
        partition_by=AgreementVersionRow.agreement_id, order_by=newest_first
    )
    counted = (
        select(AgreementVersionRow.agreement_id, CheckInRow.state, nth.label("nth"))
        .join(CheckInRow, CheckInRow.agreement_version_id == AgreementVersionRow.id)
        .where(
            CheckInRow.person_id.in_({row.person_id for row in rows}),
            CheckInRow.due_at >= since,
            AgreementVersionRow.agreement_id.in_(theirs),
            CheckInRow.state.in_(("answered", "missed")),
            or_(talked.is_(None), CheckInRow.due_at > talked),
        )
        .subquery()
    )
    last = select(counted).where(counted.c.nth <= most).order_by(counted.c.nth)
    missed: defaultdict[str, list[bool]] = defaultdict(list)
    for one in db.session.execute(last):
        missed[one.agreement_id].append(one.state == "missed")
    return {key: tuple(each) for key, each in missed.items()}


def judged(person_id: str) -> dict[str, bool]:
    """Return the check-ins of which staff said whether the alert was needed as they closed it.

    Too late is needed; of several alerts, one that was is enough.
    """
    rows = db.session.execute(
        select(AlertRow.check_in_id, AlertStepRow.words)
        .join(AlertStepRow, AlertStepRow.alert_id == AlertRow.id)
        .where(
            AlertRow.person_id == person_id,
            AlertRow.check_in_id.is_not(None),
            AlertStepRow.kind == "judged",
        )
    )
    found: dict[str, bool] = {}
    for check_in_id, words in rows:
        key = check_in_id or ""
        found[key] = found.get(key, False) or words in NEEDED
    return found

"""Check-ins of Dev that nobody answers, as many as a test asks for."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select, update

from checkin.actions.notice_silence import notice_silence
from checkin.lives.message import WAITING
from checkin.storage import agreements, check_ins
from checkin.storage.tables import AlertRow, CheckInRow, MessageRow, PersonRow, db, new_id
from checkin.storage.transaction import kept_together

WAIT = timedelta(minutes=20)
SECOND = timedelta(seconds=1)


def put_silent(
    number: int, deadline: datetime, *, name: str = "silent", state: str = "reminded"
) -> list[str]:
    """Keep so many check-ins of Dev whose wait ends then, and return their ids."""
    dev = db.session.scalars(select(PersonRow).where(PersonRow.called == "Dev")).one()
    row = agreements.agreement_called("dev-group-days")
    assert row
    version = agreements.versions_of(row.id)[0].version_id
    rows = [
        {
            "id": new_id(),
            "plan_key": f"{name}:{one}:{deadline.isoformat()}",
            "person_id": dev.id,
            "agreement_version_id": version,
            "key": "arrive",
            "asks": "ask_arrive",
            "leg": "out",
            "channel": "text",
            "local_slot": "2026-10-20T10:00",
            "state": state,
            "due_at": deadline - WAIT,
            "early_from": deadline - WAIT,
            "remind_at": deadline - WAIT / 2,
            "deadline_at": deadline,
            "next_at": deadline if state == "reminded" else deadline - WAIT,
            "late_minutes": 0,
            "turns": 0,
        }
        for one in range(number)
    ]
    with kept_together():
        db.session.execute(insert(CheckInRow), rows)
    return [str(one["id"]) for one in rows]


def still_to_do() -> bool:
    """Say whether a check-in is still to be judged or a message to be sent."""
    silent = select(func.count()).where(
        CheckInRow.plan_key.like("silent:%"), CheckInRow.next_at.is_not(None)
    )
    unsent = select(func.count()).where(MessageRow.state.in_(WAITING))
    return bool(db.session.scalar(silent) or db.session.scalar(unsent))


def put_an_alert_about_dev(now: datetime) -> None:
    """Dev was silent: one alert is open, and its first text to Marcus is all that waits."""
    close_alerts()
    put_silent(1, now - SECOND)
    notice_silence(now)
    db.session.query(MessageRow).filter_by(to_person=True).delete()
    db.session.commit()


def close_alerts() -> None:
    """Close everything, and let nothing else of the example people become due."""
    with kept_together():
        db.session.execute(delete(CheckInRow).where(CheckInRow.state == "planned"))
        db.session.execute(update(AlertRow).values(state="closed", next_at=None))
        waiting = update(CheckInRow).where(CheckInRow.state.in_(check_ins.WAITING))
        db.session.execute(waiting.values(state="cancelled"))
        db.session.execute(update(CheckInRow).values(next_at=None))

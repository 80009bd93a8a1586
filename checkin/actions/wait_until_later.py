"""Not now, or stopped: when we ask again, if at all. Never a missed check-in by itself."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from checkin.conversation.talking.said import Until
from checkin.conversation.talking.standing import End
from checkin.storage import agreements, check_ins
from checkin.storage.tables import CheckInRow, new_id

LATER = timedelta(hours=2)
TOMORROW = timedelta(days=1)


def not_now(
    check_in: CheckInRow, end: End, until: Until | None, at_step: str | None, now: datetime
) -> None:
    """Write down how a conversation was left."""
    check_in.facts = {**check_in.facts, "end": end, "until": until, "stopped_at": at_step}
    match end:
        case "declined" | "thrown_away":
            _decline(check_in)
        case "later" if until == "tomorrow":
            _decline(check_in)
            _ask_tomorrow(check_in)
        case "later" if until == "today":
            check_in.next_at = _later_today(check_in, now)
        case "later" | "sent":
            pass


def _decline(check_in: CheckInRow) -> None:
    if check_in.state != "missed":
        check_in.state = "declined"
    check_in.next_at = None


def _later_today(check_in: CheckInRow, now: datetime) -> datetime | None:
    """Ask again at the agreed later time; where none is agreed, in two hours. A deadline stands."""
    if check_in.deadline_at and check_in.deadline_at < now + LATER:
        return check_in.next_at
    later_at = check_in.facts.get("later_at")
    if not later_at:
        return now + LATER
    hour, minute = later_at.split(":")
    zone = ZoneInfo(_zone(check_in))
    asked = now.astimezone(zone).replace(hour=int(hour), minute=int(minute), second=0)
    return max(asked, now + timedelta(minutes=1))


def _zone(check_in: CheckInRow) -> str:
    version = check_in.agreement_version_id
    return agreements.version(version).agreement.zone if version else "Europe/London"


def _ask_tomorrow(check_in: CheckInRow) -> None:
    due_at = check_in.due_at + TOMORROW
    deadline = check_in.deadline_at
    check_ins.put_planned(
        [
            {
                "id": new_id(),
                "plan_key": f"again:{check_in.id}",
                "person_id": check_in.person_id,
                "agreement_version_id": check_in.agreement_version_id,
                "key": check_in.key,
                "asks": check_in.asks,
                "channel": check_in.channel,
                "local_slot": check_in.local_slot,
                "state": "planned",
                "due_at": due_at,
                "early_from": check_in.early_from + TOMORROW,
                "deadline_at": deadline + TOMORROW if deadline else None,
                "next_at": due_at,
                "facts": {},
            }
        ]
    )

"""Not now, or stopped: when we ask again, if at all. Never a missed check-in by itself."""

from datetime import datetime, time, timedelta

from checkin.agreements.expected import CheckInState, Expected
from checkin.agreements.times import local, moment, slot_of
from checkin.conversation.talking.said import Until
from checkin.conversation.talking.standing import End
from checkin.lives.check_in import asked_again_at, planned
from checkin.lives.check_in_moved_by_person import Declined, PutOff
from checkin.lives.check_in_moved_by_staff import Cancelled
from checkin.lives.new_check_in import NewCheckIn
from checkin.storage import agreements, check_ins, houses, people, which_check_ins
from checkin.storage.tables import CheckInRow

DAY = timedelta(days=1)
MORNING = time(9)
"""When tomorrow is, for what no agreement plans."""


def not_now(
    check_in: CheckInRow, end: End, until: Until | None, at_step: str | None, now: datetime
) -> None:
    """Write down how a conversation was left."""
    check_in.left_until, check_in.left_at_step = until, at_step
    match end:
        case "declined" | "thrown_away":
            check_ins.move(check_in, Declined())
        case "later" if until == "tomorrow":
            check_ins.move(check_in, Declined())
            _ask_tomorrow(check_in, now)
        case "later" if until == "today":
            again = asked_again_at(check_ins.life_of(check_in), now, _agreed_later(check_in, now))
            check_ins.move(check_in, PutOff(now, again))
        case "later" | "sent":
            pass


def answered_after_all(check_in: CheckInRow) -> None:
    """It was left until tomorrow, and is answered today: nobody is asked it again tomorrow."""
    again = check_ins.planned_as(_again(check_in))
    if again is not None and again.state == CheckInState.PLANNED:
        check_ins.move(again, Cancelled())


def _again(check_in: CheckInRow) -> str:
    return f"again:{check_in.id}"


def _agreed_later(check_in: CheckInRow, now: datetime) -> datetime | None:
    """Return the time of day that was agreed for "later today", where one was."""
    if check_in.later_at is None:
        return None
    zone = _zone(check_in)
    return moment(local(now, zone).date(), check_in.later_at, zone)


def _zone(check_in: CheckInRow) -> str:
    version = check_in.agreement_version_id
    if version:
        return agreements.version(version).agreement.zone
    return houses.house(people.the_person(check_in.person_id).house_id).zone


def _tomorrow(check_in: CheckInRow, now: datetime) -> datetime:
    """Return its time of day on the next day; what the person began comes in the morning."""
    zone = _zone(check_in)
    at = local(check_in.due_at, zone).time() if check_in.agreement_version_id else MORNING
    return moment(local(now, zone).date() + DAY, at, zone)


def _is_asked_anyway(check_in: CheckInRow, due_at: datetime) -> bool:
    """Say whether the same is asked on that day as agreed: nobody is asked twice."""
    midnight = moment(local(due_at, _zone(check_in)).date(), time(), _zone(check_in))
    rows = which_check_ins.check_ins_of(check_in.person_id, midnight, midnight + DAY)
    agreed = (row for row in rows if row.agreement_version_id and row.key == check_in.key)
    return any(check_ins.still_open(row) for row in agreed)


def _ask_tomorrow(check_in: CheckInRow, now: datetime) -> None:
    due_at = _tomorrow(check_in, now)
    if _is_asked_anyway(check_in, due_at):
        return
    later = due_at - check_in.due_at
    waits = Expected(
        "",
        CheckInState.PLANNED,
        due_at,
        None,
        check_in.deadline_at and check_in.deadline_at + later,
    )
    again = NewCheckIn(
        plan_key=_again(check_in),
        person_id=check_in.person_id,
        agreement_version_id=check_in.agreement_version_id,
        key=check_in.key,
        asks=check_in.asks,
        channel=check_in.channel,
        local_slot=slot_of(local(due_at, _zone(check_in))),
        life=planned(waits, check_in.early_from + later),
    )
    check_ins.put_planned([again])

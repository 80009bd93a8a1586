"""Not going today: the day's check-ins by text do not happen, and nobody is alarmed. Taken back, they do.

Whoever has left already is out: then nothing is called off, and a person rings.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.actions.about import cover_agreement
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.zones import zone_of
from checkin.agreements.expected import CheckInState
from checkin.agreements.times import local
from checkin.lives.check_in import is_in_time
from checkin.lives.check_in_taken_back import CalledOff, GoingAfterAll, TextsStopped
from checkin.storage import check_ins, people, which_check_ins
from checkin.storage.tables import CheckInRow

WAY_BACK = "back"


def cancel_today(person_id: str, now: datetime) -> bool:
    """Call off what is still to be asked or answered by text today; False where they are out."""
    rows = texts_of_today(person_id, now)
    if _are_out(rows):
        return False
    check_ins.move_many((row, CalledOff(now)) for row in rows if check_ins.still_open(row))
    return True


def open_today_again(person_id: str, now: datetime) -> bool:
    """Let texts that were called off come after all, where there is time to answer; False: none does."""
    return _open_again(texts_of_today(person_id, now), now)


def take_back_calling_off(person_id: str, now: datetime, said_at: datetime) -> None:
    """Let happen after all what was called off then, by text or on a page."""
    rows = which_check_ins.held_check_ins(person_id, *_today(person_id, now))
    _open_again([row for row in rows if row.called_off_at == said_at], now)


def _open_again(rows: Sequence[CheckInRow], now: datetime) -> bool:
    """Let these be asked where they still can be. Where texts are stopped, staff ring as for the rest."""
    again = [row for row in rows if _can_be_asked(row, now)]
    for row in again:
        check_ins.move(row, GoingAfterAll(now))
        stopped_at = people.the_person(row.person_id).texts_stopped_at
        if stopped_at and row.channel == "text":
            check_ins.move(row, TextsStopped(stopped_at))
    return bool(again)


def asks_today(person_id: str, now: datetime) -> bool:
    """Say whether anything is still to be asked or answered by text today."""
    return any(check_ins.still_open(row) for row in texts_of_today(person_id, now))


def _can_be_asked(row: CheckInRow, now: datetime) -> bool:
    off = row.state == CheckInState.CANCELLED and row.called_off_at is not None
    return off and is_in_time(check_ins.life_of(row), now)


def texts_of_today(person_id: str, now: datetime) -> Sequence[CheckInRow]:
    """Return the check-ins by text of the day where the person lives, held."""
    return which_check_ins.text_check_ins(person_id, *_today(person_id, now))


def _today(person_id: str, now: datetime) -> tuple[datetime, datetime]:
    agreement = cover_agreement(person_id, now)
    here = local(now, zone_of(agreement, people.the_person(person_id).house_id))
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight, midnight + timedelta(days=1)


def _are_out(rows: Sequence[CheckInRow]) -> bool:
    """Say whether they are known to have left, and not to be back, with something still to come."""
    flows = flows_in_use().flows
    known = [row.leg for row in rows if row.asks not in flows and _is_known(row)]
    to_come = any(check_ins.still_open(row) for row in rows)
    return to_come and bool(known) and WAY_BACK not in known


def _is_known(row: CheckInRow) -> bool:
    """Say whether they answered, in time or late, or somebody told us how they are."""
    return any((row.answered_at, row.answered_late_at, row.confirmed_at))

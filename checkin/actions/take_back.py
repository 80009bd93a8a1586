"""A person changes their mind after sending: it comes back, until someone has opened it."""

from datetime import datetime

from checkin.lives.check_in_moves import TakenBack
from checkin.storage import check_ins
from checkin.storage.transaction import kept_together


def take_back(check_in_id: str, now: datetime) -> bool:
    """Take sent answers back; False once staff have opened them. Nothing is ever deleted."""
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if check_in.sent_at is None or check_in.seen_at is not None:
            return False
        check_ins.move(check_in, TakenBack(now))
    return True


def open_answers(check_in_id: str, staff_id: str, now: datetime) -> None:
    """Staff open sent answers: from now on they can no longer be taken back."""
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if check_in.seen_at is None:
            check_in.seen_at, check_in.seen_by = now, staff_id

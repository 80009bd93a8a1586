"""Somebody of staff is signed in where answers are sent: it was not done alone."""

from checkin.storage.tables import CheckInRow


def helped_by(check_in: CheckInRow, called: str) -> None:
    """Keep that they helped, until somebody says who did it; inside the transaction that holds it."""
    if check_in.done is None:
        check_in.done, check_in.helper = "helped", called


def not_helped(check_in: CheckInRow, called: str) -> None:
    """It is kept from this one, who was noted before that was said: they had no part in it."""
    if check_in.helper == called and not check_in.sent_at:
        check_in.done = check_in.helper = None

"""Somebody of staff is signed in where answers are sent: it was not done alone."""

from checkin.storage.tables import CheckInRow


def helped_by(check_in: CheckInRow, called: str) -> None:
    """Keep that they helped, until somebody says who did it; inside the transaction that holds it."""
    if check_in.done is None:
        check_in.done, check_in.helper = "helped", called

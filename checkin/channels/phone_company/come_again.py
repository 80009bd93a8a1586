"""When we cannot keep what the phone company says, it is asked to come again: nothing is lost."""

from flask import Blueprint, Response

from checkin.storage.out_of_reach import OUT_OF_REACH

# After an address, it makes the phone company try up to five times, whatever went wrong. It is
# not part of what is signed (trust.md A4: by itself it comes once).
TRIES = "#rc=5&rp=all"
NAMED = "m"


def receipts_at(doors: str, name: str) -> str:
    """Return where word of a message is brought: its name comes back with it, whatever breaks."""
    return f"{doors}?{NAMED}={name}{TRIES}" if name else f"{doors}{TRIES}"


def ask_to_come_again(doors: Blueprint) -> None:
    """Answer 503 at these doors while the database is out of reach."""
    for fault in OUT_OF_REACH:
        doors.register_error_handler(fault, _soon)


def _soon(_: Exception) -> Response:
    return Response("Come again soon.", 503, {"Retry-After": "5"})

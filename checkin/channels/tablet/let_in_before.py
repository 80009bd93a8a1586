"""A browser is let in again: a page left open there is of the device it was, for an hour more."""

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.still_taken import still_taken
from checkin.storage import at_device, devices
from checkin.storage.at_device import STILL_TAKEN_FOR

BEFORE = "tablet_devices_before"  # their tokens, the newest first
BETWEEN = "."
MOST = 4


def keep_which_it_was(entered: AnyResponse, token: str, *, secure: bool, path: str) -> None:
    """Let this browser know for an hour which devices it was. `token`: of the one it was just now."""
    known = [one for one in (token, *_tokens()) if one]
    if not known:
        return
    entered.set_cookie(
        BEFORE,
        BETWEEN.join(known[:MOST]),
        max_age=STILL_TAKEN_FOR,
        httponly=True,
        secure=secure,
        samesite="Lax",
        path=path,
    )


def of_a_page_left_open() -> at_device.AtDevice | None:
    """Return of whom and which device the posted page is, where this browser was that one before.

    It shows nothing.
    """
    check_in_id = (request.view_args or {}).get("check_in_id")
    if (away := still_taken()) is None:
        return None
    return at_device.who_was_at(request.form.get("on", ""), which_it_was(), check_in_id, away)


def which_it_was() -> list[str]:
    """Return the tokens of the devices that this browser was, as they are kept."""
    return [devices.hashed(one) for one in _tokens()]


def _tokens() -> list[str]:
    return [one for one in request.cookies.get(BEFORE, "").split(BETWEEN) if one]

"""A browser is let in again: a page left open there is of the device it was, for an hour more."""

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.still_taken import FOR, still_taken
from checkin.storage import at_device, check_ins, devices

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
        max_age=FOR,
        httponly=True,
        secure=secure,
        samesite="Lax",
        path=path,
    )


def of_a_page_left_open() -> at_device.AtDevice | None:
    """Return of whom and which device the posted page is, where this browser was that one before.

    It is taken as on a tablet that was turned away, and shows nothing.
    """
    away, check_in_id = still_taken(), (request.view_args or {}).get("check_in_id")
    tokens = {devices.hashed(one): one for one in _tokens()}
    if away is None or not check_in_id or not tokens:
        return None
    row = devices.device(request.form.get("on", ""))
    check_in = check_ins.as_it_stands(check_in_id)
    if row is None or check_in is None or row.token_hash not in tokens:
        return None
    found = at_device.who_is_at(tokens[row.token_hash], check_in.person_id, away)
    return found and found._replace(turned_away=True)


def _tokens() -> list[str]:
    return [one for one in request.cookies.get(BEFORE, "").split(BETWEEN) if one]

"""Before a tablet is turned away: who uses it now, what is left to the house, and why it goes."""

from collections.abc import Iterator

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from checkin import clock, wording
from checkin.actions.turn_away_device import is_last, turn_away_device, used_now, who_is_told
from checkin.door.me import me
from checkin.door.needs import LEADS, needs
from checkin.staff.desk import show, staff
from checkin.staff.forms.tablets import TurnAwayForm
from checkin.storage import devices
from checkin.storage.tables import DeviceRow


@staff.get("/tablets/<device_id>/turn-away")
@needs(LEADS)
def ask_turn_away(device_id: str) -> Response:
    """Ask once, with a reason."""
    return _page(_let_in(device_id), TurnAwayForm(formdata=None))


@staff.post("/tablets/<device_id>/turn-away")
@needs(LEADS)
def turn_away(device_id: str) -> Response:
    """Let a tablet in no more."""
    form, row = TurnAwayForm(), _let_in(device_id)
    if not form.validate():
        return _page(row, form, 400)
    turn_away_device(row.id, me().id, clock.now(), why=form.why.data)
    return redirect(url_for("staff.tablets"))


def _let_in(device_id: str) -> DeviceRow:
    row = devices.device(device_id)
    if row is None or row.revoked_at:
        abort(404)
    return row


def _page(row: DeviceRow, form: TurnAwayForm, status: int = 200) -> Response:
    return show("turn_away", status, device=row, form=form, lines=[*_lines(row)])


def _lines(row: DeviceRow) -> Iterator[str]:
    now = clock.now()
    if names := used_now(row.id, now):
        yield f"{wording.in_a_row(names)} {'is' if len(names) == 1 else 'are'} using it now."
    if is_last(row):
        yield "No other tablet or phone is let in here."
    told = [one.called for one in who_is_told(row.house_id, me().id)]
    if told:
        yield f"We text {wording.in_a_row(told)} at once that you turned it away."

"""On which devices somebody called, as staff read it: each once, with its last time."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from checkin.actions.call_for_help import PRESSED
from checkin.actions.own_devices import as_not_known
from checkin.agreements.where_pressed import CameOn
from checkin.staff.times import at
from checkin.storage.help_presses import PressedOn, presses_of


def where_pressed(alert_ids: Collection[str], now: datetime) -> Mapping[str, tuple[CameOn, ...]]:
    """Return by call the devices on which they called, the newest first; none of other alerts."""
    return {key: _each_once(found, now) for key, found in presses_of(alert_ids).items()}


def besides(what: Iterable[str]) -> tuple[str, ...]:
    """Return what else happened, where it is said of each press on which device it was."""
    return tuple(line for one in what if (line := one.removeprefix(PRESSED).strip()))


def _each_once(presses: Iterable[PressedOn], now: datetime) -> tuple[CameOn, ...]:
    newest: dict[tuple[str, bool], PressedOn] = {}
    for one in presses:
        newest.setdefault((one.device.id, one.wrote), one)
    return tuple(_came_on(one, now) for one in newest.values())


def _came_on(press: PressedOn, now: datetime) -> CameOn:
    device = press.device
    not_known = as_not_known(device) if press.not_known else None
    own = device.person_id is not None
    return CameOn(device.label, at(press.at, now), own, not_known, press.wrote)

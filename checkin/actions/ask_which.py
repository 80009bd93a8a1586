"""A member of staff texts, and it could be about more than one alert: they are asked which."""

from collections.abc import Callable, Sequence
from datetime import datetime

from checkin.actions.answer_staff import answer_staff
from checkin.for_whom.staff_meant import Told, WhichOne, WhichToRefuse
from checkin.installation import here
from checkin.storage.outside import is_outside
from checkin.storage.tables import HeardRow, Staff


def ask_which(staff: Staff, heard: HeardRow, said: WhichOne | WhichToRefuse, now: datetime) -> None:
    """Ask which one they take, by its number or on the page; or which one they cannot do, by text."""
    by_name = len({one.about for one in said.alerts if one.about}) == len(said.alerts)
    match said:
        case WhichOne():
            message, shown = "staff_which", _with_link
        case _ if by_name:
            message, shown = "staff_which_not", _about
        case _:
            message, shown = "staff_which_not_link", _with_link
    if len(said.alerts) > 1:
        answer_staff(staff, heard, message, now, **listed(said.alerts, shown))
    else:
        unsure = "outside_unsure" if is_outside(staff) else "staff_unsure"
        answer_staff(staff, heard, unsure, now, alert=_about(said.alerts[0]))


def listed_in(body: str, alert_ids: Sequence[str]) -> list[str]:
    """Return which of these alerts a question of ours listed, in its order: by their links."""
    at = {one: body.find(here().addresses.alert(one)) for one in alert_ids}
    return sorted((one for one, place in at.items() if place >= 0), key=lambda one: at[one])


def listed(alerts: Sequence[Told], shown: Callable[[Told], str] | None = None) -> dict[str, str]:
    """Return the first two as a text lists them, `shown` each with its link, and how many more there are."""
    first, *more = alerts
    shown = shown or _with_link
    values = {"alert": shown(first)}
    return {**values, "alert_2": shown(more[0]) + _and_more(more[1:])} if more else values


def _with_link(alert: Told) -> str:
    """Return its title with whom it is about, and where it is taken."""
    return f"{_about(alert)} {here().addresses.alert(alert.alert_id)}"


def _about(alert: Told) -> str:
    about = "" if alert.about in alert.title else f"{alert.about}: "
    return f"{about}{alert.title}"


def _and_more(alerts: Sequence[Told]) -> str:
    return f" And {len(alerts)} more: {here().addresses.alerts()}" if alerts else ""

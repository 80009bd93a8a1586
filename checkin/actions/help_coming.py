"""Who was told of a call, for help or for somebody, and who has it."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin.lives.alert import LIVE
from checkin.lives.message import MessageState
from checkin.storage import alert_steps, nobody_told, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, MessageRow

ASKED_FOR = "person_asked_for"  # how the group of calls for somebody begins


@dataclass(frozen=True, slots=True)
class HelpComing:
    """Who was told, who is being told, who was tried and not reached, and who has it (None: nobody).

    `was_answered`: somebody took it or said that they cannot, and nobody has it now.
    `nobody`: the last that was done for it could tell nobody, whoever was told before.
    `over`: somebody closed it: nobody comes any more for this call. `apart`: it is kept from somebody.
    """

    told: tuple[str, ...]
    answered_by: str | None
    telling: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    was_answered: bool = False
    over: bool = False
    apart: bool = False
    nobody: bool = False


def help_coming(person_id: str) -> HelpComing:
    """Return who was told of a person's last call, for help or for somebody, and who has it."""
    last = last_call(person_id)
    return coming_of(last) if last else HelpComing((), None)


def coming_of(last: AlertRow) -> HelpComing:
    """Return who was told of this call, and who has it."""
    made = what_was_sent.messages_of_alert(last.id)
    sent = [one for one in made if one.state not in what_was_sent.NOT_TOLD]
    has_it = staff_kept.staff(last.taken_by) if last.taken_by else None
    cannot = alert_steps.who_cannot([last.id])[last.id]
    may_come = [one for one in sent if one.staff_id not in cannot] or sent
    told = _names(one for one in may_come if one.sent_at)
    return HelpComing(
        told,
        has_it.called if has_it else None,
        tuple(one for one in _names(may_come) if one not in told),
        _names(one for one in made if one.state == MessageState.FAILED),
        was_answered=not has_it and bool(last.first_taken_at or cannot),
        over=last.state not in LIVE,
        nobody=not has_it and last.state in LIVE and nobody_told.is_so(last.id),
    )


def last_call(person_id: str) -> AlertRow | None:
    """Return the call that is there, first the one for help; where none is, the last there was."""
    groups = (group_of_help(person_id), f"{ASKED_FOR}:{person_id}")
    calls = [one for one in which_alerts.alerts_of_person(person_id) if one.group_key in groups]
    return min(
        calls,
        key=lambda one: (one.state not in LIVE, one.state in LIVE and one.group_key != groups[0]),
        default=None,
    )


def live_call(person_id: str) -> AlertRow | None:
    """Return the call that is there, and was not closed; None: there is none."""
    last = last_call(person_id)
    return last if last and last.state in LIVE else None


def _names(sent: Iterable[MessageRow]) -> tuple[str, ...]:
    """Return to whom these messages are, by name."""
    staff = staff_kept.staff_by_id(one.staff_id for one in sent if one.staff_id)
    return tuple(sorted(one.called for one in staff.values()))


def group_of_help(person_id: str) -> str:
    """Return the group in which the rules put every call for help of a person."""
    return f"help:{person_id}"

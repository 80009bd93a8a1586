"""Someone presses Help and asks for a person: raise it at once, and say truthfully who was told."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.about import on_cover_now
from checkin.actions.raise_reached import raise_reached
from checkin.actions.told_if_sent import would_tell
from checkin.agreements.happened import HelpAsked
from checkin.lives.alert import LIVE
from checkin.storage import alert_steps, alerts, check_ins, people, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, MessageRow, PersonRow, Staff, new_id
from checkin.storage.transaction import kept_together

ASKED_FOR = "person_asked_for"  # how the group of calls for somebody begins
PRESSED = "Pressed Help on the tablet."


@dataclass(frozen=True, slots=True)
class HelpComing:
    """Who was told, who is being told, and who has it (None: nobody).

    `was_answered`: somebody took it or said that they cannot, and nobody has it now.
    `over`: somebody closed it: nobody comes any more for this call.
    """

    told: tuple[str, ...]
    answered_by: str | None
    telling: tuple[str, ...] = ()
    was_answered: bool = False
    over: bool = False


def call_for_help(
    person_id: str, now: datetime, *, check_in_id: str | None = None, how: str = PRESSED
) -> HelpComing:
    """Raise a call for help. Pressing again joins the one that is open. `how`: as staff read it.

    A check-in of somebody else, or none at all, is left out: the call is theirs all the same.
    """
    with kept_together():
        person = people.the_person(person_id)
        happened = HelpAsked(new_id(), how=how)
        raise_reached(person, happened, now, check_in_id=_own(check_in_id, person_id))
    return help_coming(person_id)


@dataclass(frozen=True, slots=True)
class WouldCome:
    """Whom to offer of those who would be told of a call, and all of them; or it rings again."""

    first: Staff | None
    told: tuple[Staff, ...]
    again: bool


def who_would_come(
    person: PersonRow, now: datetime, *, not_these: Collection[str] = ()
) -> WouldCome:
    """Return who would be told at once of a call for help: first who is on cover now.

    `not_these`: from whom the person keeps what they are telling (ids). They are not offered; the
    call itself is kept from nobody, and all who are told are named.
    """
    told = [one for each in would_tell(person, HelpAsked(""), now) for one in each.staff]
    on_cover = on_cover_now(person, now)
    first = [one for one in told if on_cover and one.id == on_cover.id]
    offered = next((one for one in (*first, *told) if one.id not in not_these), None)
    again = alerts.live_in_group(_group(person.id)) is not None
    return WouldCome(offered, tuple(dict.fromkeys(told)), again)


def help_coming(person_id: str) -> HelpComing:
    """Return who was told of a person's last call, for help or for somebody, and who has it."""
    last = last_call(person_id)
    if last is None:
        return HelpComing((), None)
    sent = [
        one
        for one in what_was_sent.messages_of_alert(last.id)
        if one.state not in what_was_sent.NOT_TOLD
    ]
    has_it = staff_kept.staff(last.taken_by) if last.taken_by else None
    cannot = alert_steps.who_cannot([last.id])[last.id]
    may_come = [one for one in sent if one.staff_id not in cannot] or sent
    told = _names(one for one in may_come if one.sent_at)
    return HelpComing(
        told,
        has_it.called if has_it else None,
        tuple(one for one in _names(may_come) if one not in told),
        was_answered=not has_it and bool(last.first_taken_at or cannot),
        over=last.state not in LIVE,
    )


def last_call(person_id: str) -> AlertRow | None:
    """Return the call that is there, first the one for help; where none is, the last there was."""
    groups = (_group(person_id), f"{ASKED_FOR}:{person_id}")
    calls = [one for one in which_alerts.alerts_of_person(person_id) if one.group_key in groups]
    return min(
        calls,
        key=lambda one: (one.state not in LIVE, one.state in LIVE and one.group_key != groups[0]),
        default=None,
    )


def calls_for_help(person_id: str) -> bool:
    """Say whether a call for help is there: who asks for somebody then joins it, and rings no second."""
    return alerts.held_in_group(_group(person_id)) is not None


def _names(sent: Iterable[MessageRow]) -> tuple[str, ...]:
    """Return to whom these messages are, by name."""
    staff = staff_kept.staff_by_id(one.staff_id for one in sent if one.staff_id)
    return tuple(sorted(one.called for one in staff.values()))


def _own(check_in_id: str | None, person_id: str) -> str | None:
    found = check_ins.check_in(check_in_id) if check_in_id else None
    return found.id if found and found.person_id == person_id else None


def _group(person_id: str) -> str:
    """Return the group in which the rules put every call for help of a person."""
    return f"help:{person_id}"

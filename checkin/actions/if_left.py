"""What happens where somebody tells that they were hurt and does not send it, as they are told it.

Worked out as the alert itself works it out, before it is there; and from what was sent, after.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from checkin import wording
from checkin.actions.all_that_was_said import all_that_was_said
from checkin.actions.around import arounds
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.gone_unseen import is_changed, is_told
from checkin.actions.kept_so_far import kept_out_so_far
from checkin.actions.nobody_told import IN_DANGER, nobody_told, those_outside_to_ring
from checkin.actions.said_in import said_in
from checkin.actions.told_already import is_to_tell
from checkin.actions.told_if_sent import would_tell
from checkin.agreements.happened import LeftUnsent
from checkin.agreements.left_unsent import LEFT_UNSENT, key_of
from checkin.agreements.seen import NOBODY
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.engine import turn
from checkin.conversation.talking.facts import Sent
from checkin.conversation.talking.manner import TABLET
from checkin.conversation.talking.said import Stop
from checkin.conversation.talking.standing import SoFar
from checkin.storage import people, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow, Staff

BEFOREHAND = "If someone hurt you and you do not send it, we tell people outside your home."
IF_THROWN_AWAY = "If you throw it away, we tell {names} that you began."
THROWN_AWAY = "We let people outside your home know that you began."
IF_LEFT = "If you do not send it, we tell {names} within the hour that you began."
IF_CHANGED = "Some words were changed. If you send it so, we tell {names}."
WAS_CHANGED = "We let people outside your home know that words were changed."
OLD_NOT_READ = "They cannot read the old words."
WERE_TOLD = "We told {names} that you began to tell us something."
NOT_READ = "They cannot read it."


def said_beforehand(check_in: CheckInRow, now: datetime) -> tuple[str, ...]:
    """Return the sentence of the first page of a telling; none where nobody would be told."""
    return (BEFOREHAND,) if _would_be_told(check_in, NOBODY, now) else ()


def if_left(check_in: CheckInRow, flow: Flow, so_far: SoFar, now: datetime) -> tuple[str, ...]:
    """Return who is told that it was begun, where it tells of somebody being hurt; else nothing."""
    said = all_that_was_said(check_in, so_far)
    if not is_to_tell(check_in.person_id, flow, said):
        return ()
    kept_from = kept_out_so_far(check_in.person_id, flow, said)
    told = (
        _were_told(check_in) if check_in.left_told_at else _would_be_told(check_in, kept_from, now)
    )
    says = WERE_TOLD if check_in.left_told_at else IF_LEFT
    return (says.replace("{names}", _names(told)), NOT_READ) if told else nobody_told()


def if_thrown_away(
    check_in: CheckInRow, flow: Flow, so_far: SoFar, now: datetime
) -> tuple[str, ...]:
    """Return who is told that it was begun, if it is thrown away; nothing where nobody is."""
    said = all_that_was_said(check_in, so_far)
    if not is_told(check_in.person_id, flow, said):
        return ()
    told = _would_be_told(check_in, kept_out_so_far(check_in.person_id, flow, said), now)
    return (IF_THROWN_AWAY.replace("{names}", _names(told)), NOT_READ) if told else nobody_told()


def if_changed(check_in: CheckInRow, flow: Flow, so_far: SoFar, now: datetime) -> tuple[str, ...]:
    """Return who is told that words of a hurt were changed, if it is sent as it stands."""
    facts = turn(flow, so_far, Stop("send"), TABLET, flows_in_use().frame).facts
    sent = next((fact.answers for fact in facts if isinstance(fact, Sent)), ())
    if not is_changed(check_in, flow, so_far, sent):
        return ()
    said = all_that_was_said(check_in, so_far)
    told = _would_be_told(check_in, kept_out_so_far(check_in.person_id, flow, said), now)
    return (IF_CHANGED.replace("{names}", _names(told)), OLD_NOT_READ) if told else nobody_told()


def once_changed(check_in: CheckInRow) -> tuple[str, ...]:
    """Return that they were told, where words of a hurt were changed before it was sent."""
    raised = which_alerts.alerts_of_check_in(check_in.id)
    changed = any(row.key == key_of(LeftUnsent(check_in.id, "changed")) for row in raised)
    return (WAS_CHANGED, OLD_NOT_READ) if changed else ()


def once_thrown_away(check_in: CheckInRow) -> tuple[str, ...]:
    """Return that they are told, where it was thrown away."""
    return (THROWN_AWAY, NOT_READ) if check_in.left_told_at else ()


def numbers_to_ring(check_in: CheckInRow) -> tuple[str, ...]:
    """Return whom outside the house the person can ring, a sentence each, and 999."""
    house = people.the_person(check_in.person_id).house_id
    return (*those_outside_to_ring(house), IN_DANGER)


def _would_be_told(
    check_in: CheckInRow, kept_from: frozenset[str], now: datetime
) -> Sequence[Staff]:
    person = people.the_person(check_in.person_id)
    said = said_in({check_in.id}, now)[check_in.id]
    around = arounds({person.id}, now)[person.id]
    whole = replace(said, around=around, kept_from=kept_from)
    told = would_tell(person, LeftUnsent(check_in.id), now, said={check_in.id: whole})
    return tuple(one for each in told for one in each.staff)


def _were_told(check_in: CheckInRow) -> Sequence[Staff]:
    told = {
        one.staff_id
        for row in which_alerts.alerts_of_check_in(check_in.id)
        if row.kind == LEFT_UNSENT
        for one in what_was_sent.messages_of_alert(row.id)
        if one.staff_id and one.sent_at and one.state not in what_was_sent.NOT_TOLD
    }
    return staff_kept.staff_by_name(told)


def _names(told: Iterable[Staff]) -> str:
    return wording.in_a_row([one.called for one in told])

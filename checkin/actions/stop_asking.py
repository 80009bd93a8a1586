""" "Do not ask me": no other flow is asked that day. The texts of a journey go on, as agreed."""

from datetime import datetime, timedelta

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import is_begun
from checkin.agreements.times import local
from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.lives.check_in_taken_back import CalledOff
from checkin.storage import answers, check_ins, flows, houses, people, which_check_ins
from checkin.storage.tables import CheckInRow, PersonRow

HANDED_ON = timedelta(hours=12)
"""So long what somebody said is read at a handover, though it is over: whoever comes was not there."""


def stop_asking(said_in: CheckInRow, now: datetime) -> None:
    """Call off what flows would still ask this person today; what they have begun stays theirs."""
    midnight = _midnight(people.the_person(said_in.person_id), now)
    today = which_check_ins.check_ins_of(said_in.person_id, midnight, midnight + timedelta(days=1))
    in_use = flows_in_use().flows
    check_ins.move_many(
        (row, CalledOff(now))
        for row in today
        if row.id != said_in.id
        and row.asks in in_use
        and check_ins.still_open(row)
        and not is_begun(row)
    )


def asking_is_stopped(person: PersonRow, now: datetime) -> bool:
    """Say whether this person said today that nothing is asked, and did not take it back."""
    sent = which_check_ins.sent_since(person.id, _midnight(person, now))
    return any(map(_stops_asking, sent))


def was_stopped_last_night(person: PersonRow, now: datetime) -> bool:
    """Say whether they said it on the day before, so late that whoever comes in the morning was not there."""
    midnight = _midnight(person, now)
    sent = which_check_ins.sent_since(person.id, min(midnight, now - HANDED_ON))
    return any(_stops_asking(one) for one in sent if one.sent_at and one.sent_at < midnight)


def _stops_asking(sent: CheckInRow) -> bool:
    if not sent.flow_version_id:
        return False
    flow = flows.version(sent.flow_version_id)
    stops = {
        (step, choice)
        for step, one in every_step(flow.steps, flow)
        for choice, what in choices_of(flow, one).items()
        if what.does == "stops_asking"
    }
    if not stops:
        return False
    given = answers.sent_answers_of(sent.id)
    return any((row.step.rpartition(".")[2], one) in stops for row in given for one in row.choices)


def _midnight(person: PersonRow, now: datetime) -> datetime:
    zone = houses.house(person.house_id).zone
    return local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)

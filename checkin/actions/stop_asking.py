""" "Do not ask me": no other flow is asked that day. The texts of a journey go on, as agreed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import is_begun
from checkin.agreements.times import local
from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.flow import Flow
from checkin.lives.check_in_taken_back import CalledOff
from checkin.storage import answers, check_ins, flows, houses, people, which_check_ins
from checkin.storage.tables import CheckInRow, PersonRow

HANDED_ON = timedelta(days=1)
"""So long what somebody said is read at a handover, though it is over: all who come in that time were not there."""


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


class Stopped(NamedTuple):
    """Whether a person said that nothing is asked, and did not take it back: of today, and of the day before.

    `yesterday`: a day ago at most. It is over, and is handed on.
    """

    today: bool
    yesterday: bool


def stopped_for(those: Collection[PersonRow], now: datetime) -> Mapping[str, Stopped]:
    """Return by person whether their asking is stopped, for all in the same few questions."""
    midnights = {one.id: _midnight(one, now) for one in those}
    since = min([*midnights.values(), now - HANDED_ON])
    stops = _that_stop(which_check_ins.sent_since(midnights, since))
    at = {
        key: [one.sent_at for one in stops if one.person_id == key and one.sent_at]
        for key in midnights
    }
    return {
        key: Stopped(
            today=any(one >= midnight for one in at[key]),
            yesterday=any(now - HANDED_ON <= one < midnight for one in at[key]),
        )
        for key, midnight in midnights.items()
    }


def _that_stop(sent: Collection[CheckInRow]) -> Sequence[CheckInRow]:
    """Return those of what was sent in which it was said that nothing is asked."""
    version_of = {one.id: one.flow_version_id for one in sent if one.flow_version_id}
    stops = {one: _stops_of(flows.version(one)) for one in set(version_of.values())}
    could = [key for key, version in version_of.items() if stops[version]]
    said = {
        given.check_in_id
        for given in answers.sent_answers_of(*could)
        for choice in given.choices
        if (given.step.rpartition(".")[2], choice) in stops[version_of[given.check_in_id]]
    }
    return [one for one in sent if one.id in said]


def _stops_of(flow: Flow) -> frozenset[tuple[str, str]]:
    """Return at which steps which choices stop the asking."""
    return frozenset(
        (step, choice)
        for step, one in every_step(flow.steps, flow)
        for choice, what in choices_of(flow, one).items()
        if what.does == "stops_asking"
    )


def _midnight(person: PersonRow, now: datetime) -> datetime:
    zone = houses.house(person.house_id).zone
    return local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)

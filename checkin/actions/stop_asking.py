""" "Do not ask me": no other flow is asked that day. The texts of a journey go on, as agreed."""

from datetime import datetime, timedelta

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import is_begun
from checkin.agreements.times import local
from checkin.lives.check_in_taken_back import CalledOff
from checkin.storage import check_ins, houses, people, which_check_ins
from checkin.storage.tables import CheckInRow


def stop_asking(said_in: CheckInRow, now: datetime) -> None:
    """Call off what flows would still ask this person today; what they have begun stays theirs."""
    zone = houses.house(people.the_person(said_in.person_id).house_id).zone
    midnight = local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    today = which_check_ins.check_ins_of(said_in.person_id, midnight, midnight + timedelta(days=1))
    flows = flows_in_use().flows
    check_ins.move_many(
        (row, CalledOff(now))
        for row in today
        if row.id != said_in.id
        and row.asks in flows
        and check_ins.still_open(row)
        and not is_begun(row)
    )

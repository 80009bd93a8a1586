"""Somebody else is named as who does what was promised: they are told, and so is who was named before."""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.flows_in_use import wording
from checkin.actions.hours_of import hours_of
from checkin.actions.raise_alert import raise_alert
from checkin.actions.settle_task import settle_task
from checkin.actions.telling import URGENCY
from checkin.agreements.cover import Hours
from checkin.agreements.named_to_do import left_group, named_group, named_to_do
from checkin.conversation.flows.gsm7 import plain
from checkin.lives.new_message import NewMessage
from checkin.lives.reach import reach
from checkin.storage import messages, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import LoopRow, PersonRow, Staff


def tell_owner(row: LoopRow, before: str | None, by: str, now: datetime) -> None:
    """Tell whoever is named now, and whoever was before; each of what they did not decide themselves.

    Do this with the decision that names them. `by`, `before`: staff ids.
    """
    end_naming(row, "decided", "Decided anew who does it.", now, by)
    person = people.the_person(row.person_id)
    hours = hours_of(person, now)
    named = staff_kept.staff_by_id({by, before or by, row.owner_id or by})
    if row.owner_id and row.owner_id != by:
        owner = named[row.owner_id]
        _put_on_list(row, person, named[by], owner, hours, now)
        _text(
            row,
            owner,
            "staff_named",
            hours,
            now,
            staff=named[by].called,
            name=people.name_of(person),
        )
    if before and before not in (by, row.owner_id):
        does = named[row.owner_id].called if row.owner_id else "Nobody"
        _text(
            row,
            named[before],
            "staff_not_named",
            hours,
            now,
            staff=does,
            name=people.name_of(person),
        )


def end_naming(
    row: LoopRow, outcome: str, words: str, now: datetime, staff_id: str | None = None
) -> None:
    """Nothing is left to do for whoever was named, nor for who was to name somebody else."""
    for group in (named_group(row.id), left_group(row.id)):
        settle_task(group, outcome, words, now, staff_id)


def _put_on_list(
    row: LoopRow, person: PersonRow, by: Staff, owner: Staff, hours: Hours, now: datetime
) -> None:
    task = named_to_do(
        row.id,
        row.decisions,
        as_person(person, people.name_of(person)),
        by=by.called,
        who=owner.called,
        staff_id=owner.id,
        due_on=row.due_on,
        do_by=hours.ends(row.due_on) if row.due_on else None,
    )
    raise_alert(person, task, now, check_in_id=row.check_in_id)


def _text(
    row: LoopRow, to: Staff, message: str, hours: Hours, now: datetime, *, staff: str, name: str
) -> None:
    where = reach(to, "text")
    if where is None or not to.active:
        return
    text = NewMessage(
        key=f"loop:{row.id}:{row.decisions}:{message}:{to.id}",
        to=where,
        to_person=False,
        about=message,
        body=plain(wording(message, {"staff": staff, "name": name})),
        urgency=URGENCY["plan"],
        made_at=now,
        staff_id=to.id,
        not_before=hours.wait_until(now),
    )
    messages.put([text])

"""The page of what a person said and what became of it, with its forms as they stand."""

from collections.abc import Mapping, Sequence
from datetime import date

from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.may_see import who_may_own
from checkin.agreements.times import local
from checkin.door.kept_from_me import for_me, open_to
from checkin.door.me import me, works_with
from checkin.staff.desk import show
from checkin.staff.forms.loops import DecisionForm, DoneForm, TalkForm, as_it_stands
from checkin.staff.loop_lines import loop_lines
from checkin.staff.times import ZONE
from checkin.staff.waits_elsewhere import wait_elsewhere
from checkin.storage import loops, people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import LoopRow, Staff


def said_page(
    person_id: str,
    loop_id: str = "",
    *,
    decision: DecisionForm | None = None,
    done: DoneForm | None = None,
    talk: TalkForm | None = None,
    problem: str | None = None,
    note: str | None = None,
) -> Response:
    """Show it; a form that was sent and is not right stands where it was, with its problems."""
    person = people.the_person(person_id)
    said, now = loops.loops_of(person_id), clock.now()
    rows = open_to(me(), said)
    lines, may_do = loop_lines(rows, now), may_do_each(rows)
    given = [form for form in (decision, done, talk) if form is not None]
    problems = [*([problem] if problem else []), *(one for form in given for one in form.problems)]
    going_on = [line for line in lines if not line.over]
    return show(
        "said",
        400 if problems else 200,
        person=person,
        works_here=works_with(person),
        going_on=going_on,
        over=[line for line in lines if line.over],
        mine=for_me(rows),
        elsewhere=wait_elsewhere(said, now),
        decisions={line.loop.id: _decision(line.loop, may_do[line.loop.id]) for line in lines}
        | ({loop_id: decision} if decision else {}),
        dones={line.loop.id: _done(line.loop) for line in going_on}
        | ({loop_id: done} if done else {}),
        talk=talk or TalkForm(formdata=None),
        problems=problems,
        note=note,
        deciding=loop_id if decision else "",
        doing=loop_id if done else "",
    )


def _decision(row: LoopRow, may_do: Sequence[Staff]) -> DecisionForm:
    form = DecisionForm(formdata=None, data=as_it_stands(row, me().id))
    return form.offer(row.id, may_do, today_here())


def _done(row: LoopRow) -> DoneForm:
    return DoneForm(formdata=None, data={"seen": str(row.decisions)}).of(row.id)


def decisions_of(loop_id: str) -> int:
    """Return how many decisions there are by now: what a page saw must be that."""
    found = loops.loop(loop_id)
    return found.decisions if found else 0


def today_here() -> date:
    """Return the day it is for those who work here."""
    return local(clock.now(), ZONE).date()


def may_do_each(rows: Sequence[LoopRow]) -> Mapping[str, Sequence[Staff]]:
    """Return by loop who may see the words once they are theirs to act on."""
    houses = {one.house_id for one in people.people_by_id([row.person_id for row in rows]).values()}
    here = {one.id: one for one in staff_kept.staff_of_houses(sorted(houses))}
    outside = {one.id: one for each in contacts_of(houses).values() for one in each}
    may = who_may_own(rows, here, outside, clock.now())
    everybody = {**here, **outside}.values()
    return {key: [one for one in everybody if one.id in ids] for key, ids in may.items()}


def person_of(loop_id: str) -> str:
    """Return whose words these are; "" where there is no such loop."""
    found = loops.loop(loop_id)
    return found.person_id if found else ""

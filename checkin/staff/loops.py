"""You said, we did: read it, decide, do it, say how one can see that it is done."""

from collections.abc import Mapping, Sequence
from datetime import date

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.loops import (
    KeptAlreadyError,
    NotNowError,
    decide_loop,
    mark_done,
    raise_loop_from_talk,
    read_loop,
    tell_loop,
)
from checkin.actions.may_see import who_may_own
from checkin.agreements.times import local
from checkin.door.kept_from_me import open_to
from checkin.door.me import me, works_with
from checkin.door.needs import STAFF, needs
from checkin.staff.desk import show, staff
from checkin.staff.forms.loops import DecisionForm, DoneForm, TalkForm, ToldForm, as_it_stands
from checkin.staff.loop_lines import loop_lines
from checkin.staff.times import ZONE
from checkin.storage import check_ins, loops, people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import LoopRow, Staff


@staff.get("/people/<person_id>/said")
@needs(STAFF)
def said(person_id: str) -> Response:
    """Show what a person said and what became of it."""
    return _page(person_id)


@staff.get("/check-ins/<check_in_id>/said")
@needs(STAFF)
def said_there(check_in_id: str) -> Response:
    """Show the same to a contact outside the house, who comes from what they may see of it."""
    found = check_ins.check_in(check_in_id)
    return _page(found.person_id) if found else abort(404)


@staff.post("/people/<person_id>/said")
@needs(STAFF)
def said_in_a_talk(person_id: str) -> Response:
    """Add what a person said face to face, in their words."""
    form = TalkForm()
    if not form.validate():
        return _page(person_id, talk=form)
    try:
        raise_loop_from_talk(person_id, me().id, form.words.data, clock.now())
    except KeptAlreadyError as error:
        return _page(person_id, problem=str(error))
    return redirect(url_for("staff.said", person_id=person_id))


@staff.post("/loops/<loop_id>/read")
@needs(STAFF)
def read(loop_id: str) -> Response:
    """Someone read it."""
    read_loop(loop_id, me().id, clock.now())
    return _back(loop_id)


@staff.post("/loops/<loop_id>/decide")
@needs(STAFF)
def decide(loop_id: str) -> Response:
    """Decide: do it, try it, cannot, or later; in words the person will see."""
    person_id, now = _person_of(loop_id), clock.now()
    form = DecisionForm(data={"owner": me().id}).offer(
        loop_id, _may_do([loops.the_loop(loop_id)])[loop_id], _today()
    )
    if not form.validate():
        return _page(person_id, loop_id, decision=form)
    try:
        decide_loop(
            loop_id,
            me().id,
            form.decided,
            form.we_did.data,
            now,
            owner_id=form.owner.data,
            due_on=form.due_on.data,
            seen=form.decisions_seen,
        )
    except NotNowError as error:
        form.seen.data = str(_decisions_of(loop_id))  # which the page shows now
        return _page(person_id, loop_id, decision=form, problem=str(error))
    return _back(loop_id)


@staff.post("/loops/<loop_id>/done")
@needs(STAFF)
def done(loop_id: str) -> Response:
    """It is done, and this is how one can see it."""
    form, person_id = DoneForm().of(loop_id), _person_of(loop_id)
    if not form.validate():
        return _page(person_id, loop_id, done=form)
    try:
        mark_done(loop_id, me().id, form.words.data, clock.now(), seen=form.decisions_seen)
    except NotNowError as error:
        form.seen.data = str(_decisions_of(loop_id))  # which the page shows now
        return _page(person_id, loop_id, done=form, problem=str(error))
    return _back(loop_id)


@staff.post("/loops/<loop_id>/told")
@needs(STAFF)
def told(loop_id: str) -> Response:
    """Someone told the person face to face, what the page showed."""
    try:
        tell_loop(loop_id, clock.now(), seen=ToldForm().decisions_seen)
    except NotNowError as error:
        return _page(_person_of(loop_id), problem=str(error))
    return _back(loop_id)


def _page(
    person_id: str,
    loop_id: str = "",
    *,
    decision: DecisionForm | None = None,
    done: DoneForm | None = None,
    talk: TalkForm | None = None,
    problem: str | None = None,
) -> Response:
    person = people.the_person(person_id)
    rows = open_to(me(), loops.loops_of(person_id))
    lines, may_do = loop_lines(rows, clock.now()), _may_do(rows)
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
        decisions={line.loop.id: _decision(line.loop, may_do[line.loop.id]) for line in lines}
        | ({loop_id: decision} if decision else {}),
        dones={line.loop.id: _done(line.loop) for line in going_on}
        | ({loop_id: done} if done else {}),
        talk=talk or TalkForm(formdata=None),
        problems=problems,
        deciding=loop_id if decision else "",
        doing=loop_id if done else "",
    )


def _decision(row: LoopRow, may_do: Sequence[Staff]) -> DecisionForm:
    form = DecisionForm(formdata=None, data=as_it_stands(row, me().id))
    return form.offer(row.id, may_do, _today())


def _done(row: LoopRow) -> DoneForm:
    return DoneForm(formdata=None, data={"seen": str(row.decisions)}).of(row.id)


def _decisions_of(loop_id: str) -> int:
    found = loops.loop(loop_id)
    return found.decisions if found else 0


def _today() -> date:
    return local(clock.now(), ZONE).date()


def _may_do(rows: Sequence[LoopRow]) -> Mapping[str, Sequence[Staff]]:
    """Return by loop who may see the words once they are theirs to act on."""
    houses = {one.house_id for one in people.people_by_id([row.person_id for row in rows]).values()}
    here = {one.id: one for one in staff_kept.staff_of_houses(sorted(houses))}
    outside = {one.id: one for each in contacts_of(houses).values() for one in each}
    may = who_may_own(rows, here, outside, clock.now())
    everybody = {**here, **outside}.values()
    return {key: [one for one in everybody if one.id in ids] for key, ids in may.items()}


def _person_of(loop_id: str) -> str:
    found = loops.loop(loop_id)
    return found.person_id if found else ""


def _back(loop_id: str) -> Response:
    found, anchor = loops.the_loop(loop_id), f"loop-{loop_id}"
    if works_with(people.the_person(found.person_id)):
        return redirect(url_for("staff.said", person_id=found.person_id, _anchor=anchor))
    return redirect(url_for("staff.said_there", check_in_id=found.check_in_id, _anchor=anchor))

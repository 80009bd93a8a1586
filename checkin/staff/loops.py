"""You said, we did: read it, decide, do it, say how one can see that it is done."""

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.loops import (
    KeptAlreadyError,
    NotNowError,
    decide_loop,
    mark_done,
    read_loop,
    tell_loop,
)
from checkin.actions.more_of_hurt import told_alerts
from checkin.actions.write_down import write_down
from checkin.door.kept_from_me import for_me, open_to
from checkin.door.me import me, works_with
from checkin.door.needs import STAFF, needs
from checkin.staff.desk import staff
from checkin.staff.forms.loops import DecisionForm, DoneForm, TalkForm, ToldForm
from checkin.staff.loops_page import decisions_of, may_do_each, person_of, said_page, today_here
from checkin.storage import check_ins, loops, people

NOT_FOR_YOU = "We kept these words, and tell those they are for. You cannot see them here. In danger? Ring 999."
"""What whoever wrote words down reads, where they are not for this one either."""


@staff.get("/people/<person_id>/said")
@needs(STAFF)
def said(person_id: str) -> Response:
    """Show what a person said and what became of it."""
    return said_page(person_id)


@staff.get("/check-ins/<check_in_id>/said")
@needs(STAFF)
def said_there(check_in_id: str) -> Response:
    """Show the same to a contact outside the house, who comes from what they may see of it."""
    found = check_ins.check_in(check_in_id)
    return said_page(found.person_id) if found else abort(404)


@staff.post("/people/<person_id>/said")
@needs(STAFF)
def said_in_a_talk(person_id: str) -> Response:
    """Add what a person said face to face, in their words; where it is a telling, show who is told."""
    form = TalkForm()
    if not form.validate():
        return said_page(person_id, talk=form)
    try:
        told = write_down(person_id, me().id, form.words.data, clock.now())
    except KeptAlreadyError as error:
        return said_page(person_id, problem=str(error))
    if told is None:
        return redirect(url_for("staff.said", person_id=person_id))
    raised = open_to(me(), told_alerts(told))
    if not raised:
        return said_page(person_id, note=NOT_FOR_YOU)
    return redirect(url_for("staff.alert", alert_id=raised[0].id))


@staff.post("/loops/<loop_id>/read")
@needs(STAFF)
def read(loop_id: str) -> Response:
    """Someone read it; who opened it with a reason reads it for nobody else."""
    if not for_me([loops.the_loop(loop_id)]):
        abort(404)
    read_loop(loop_id, me().id, clock.now())
    return _back(loop_id)


@staff.post("/loops/<loop_id>/decide")
@needs(STAFF)
def decide(loop_id: str) -> Response:
    """Decide: do it, try it, cannot, or later; in words the person will see."""
    person_id, now = person_of(loop_id), clock.now()
    form = DecisionForm(data={"owner": me().id}).offer(
        loop_id, may_do_each([loops.the_loop(loop_id)])[loop_id], today_here()
    )
    if not form.validate():
        return said_page(person_id, loop_id, decision=form)
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
        form.seen.data = str(decisions_of(loop_id))  # which the page shows now
        return said_page(person_id, loop_id, decision=form, problem=str(error))
    return _back(loop_id)


@staff.post("/loops/<loop_id>/done")
@needs(STAFF)
def done(loop_id: str) -> Response:
    """It is done, and this is how one can see it."""
    form, person_id = DoneForm().of(loop_id), person_of(loop_id)
    if not form.validate():
        return said_page(person_id, loop_id, done=form)
    try:
        mark_done(loop_id, me().id, form.words.data, clock.now(), seen=form.decisions_seen)
    except NotNowError as error:
        form.seen.data = str(decisions_of(loop_id))  # which the page shows now
        return said_page(person_id, loop_id, done=form, problem=str(error))
    return _back(loop_id)


@staff.post("/loops/<loop_id>/told")
@needs(STAFF)
def told(loop_id: str) -> Response:
    """Someone told the person face to face, what the page showed."""
    try:
        tell_loop(loop_id, clock.now(), seen=ToldForm().decisions_seen)
    except NotNowError as error:
        return said_page(person_of(loop_id), problem=str(error))
    return _back(loop_id)


def _back(loop_id: str) -> Response:
    found, anchor = loops.the_loop(loop_id), f"loop-{loop_id}"
    if works_with(people.the_person(found.person_id)):
        return redirect(url_for("staff.said", person_id=found.person_id, _anchor=anchor))
    return redirect(url_for("staff.said_there", check_in_id=found.check_in_id, _anchor=anchor))

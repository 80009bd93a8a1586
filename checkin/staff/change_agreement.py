"""An agreement is changed as a new version: look at the difference first, then keep it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from flask import redirect, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.change_agreement import change_agreement, problems_of
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.look_back import look_back
from checkin.agreements.agreement import Agreement
from checkin.agreements.in_force import waits
from checkin.agreements.times import local
from checkin.agreements.what_to_ask import what_to_ask
from checkin.agreements.what_to_count import what_to_count
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.staff.agreement_draft import as_draft
from checkin.staff.agreement_words import passages
from checkin.staff.agreements import names_for
from checkin.staff.desk import show, staff
from checkin.staff.forms.agreement import AgreementForm, agreement_form, as_shown
from checkin.staff.passage import differences
from checkin.staff.threshold_words import KINDS
from checkin.storage import agreements, circles, people
from checkin.storage import staff as staff_kept
from checkin.storage.agreements import InForce, changed_from

A_WEEK = timedelta(days=7)
MANAGER_SETS = (
    "Only a manager may keep what a person did not agree to, or was not asked about. "
    "Talk to your manager."
)


@staff.get("/agreements/<agreement_id>/change")
@needs(STAFF)
def change(agreement_id: str) -> Response:
    """Show the form of the next version, filled with what stands."""
    versions = agreements.versions_of(agreement_id)
    stands = changed_from(versions, clock.now())
    shown = _afresh(stands.agreement, clock.now())
    shown["newest"] = str(versions[0].agreement.version)
    return _form_page(stands, _form(stands.agreement, formdata=None, data=shown))


@staff.post("/agreements/<agreement_id>/change")
@needs(STAFF)
def changed(agreement_id: str) -> Response:
    """Look at the difference first; then keep it."""
    now, versions = clock.now(), agreements.versions_of(agreement_id)
    stands, newest = changed_from(versions, now), versions[0]
    form = _form(stands.agreement)
    if not form.validate():
        return _form_page(stands, form, problems=tuple(form.problems))
    draft, unread = as_draft(form, stands.agreement, what_to_count(flows_in_use()))
    if draft is None:
        return _form_page(stands, form, problems=unread)
    looked_back = look_back(draft, [one.version_id for one in versions], now)
    effect = {"effect_shown": " ".join(looked_back), "version": newest.agreement.version + 1}
    draft = draft.model_copy(update=effect)
    seen = _seen(form, versions)
    problems = (*_of_rank(draft), *problems_of(draft, versions, now, seen))
    if form.do.data != "keep" or problems:
        return _form_page(stands, form, problems=problems, draft=draft)
    if problems := change_agreement(draft, me().id, now, seen=seen):
        return _form_page(stands, form, problems=problems, draft=draft)
    return redirect(url_for("staff.agreement", agreement_id=agreement_id))


def _of_rank(draft: Agreement) -> tuple[str, ...]:
    needs_manager = draft.view_of_person != "agrees" and not me().manages
    return (MANAGER_SETS,) if needs_manager else ()


def _seen(form: AgreementForm, versions: Sequence[InForce]) -> int:
    """Return the newest version that the page showed; 0 where it does not say."""
    numbers = (one.agreement.version for one in versions)
    return next((one for one in numbers if str(one) == form.newest.data), 0)


def _form(agreed: Agreement, **values: Any) -> AgreementForm:
    person = people.the_person(agreed.person)
    staff_here = staff_kept.staff_of_houses([person.house_id])
    form = agreement_form(agreed, **values)
    as_before = {one.asks: one.asks for one in agreed.times}
    asks = {**as_before, **what_to_ask(agreed.channel, flows_in_use().flows)}
    return form.offer(asks, staff_here, circles.circle_of(person.id))


def _form_page(
    stands: InForce,
    form: AgreementForm,
    *,
    problems: tuple[str, ...] = (),
    draft: Agreement | None = None,
) -> Response:
    before = stands.agreement
    names = names_for(before)
    person, now = people.the_person(before.person), clock.now()
    versions = agreements.versions_of(stands.id)
    return show(
        "change_agreement",
        400 if problems else 200,
        person=person,
        stands=stands,
        waiting=[one for one in versions if waits(one, versions, now)],
        number=versions[0].agreement.version + 1,
        form=form,
        problems=problems,
        draft=draft,
        differences=_differences(before, draft, names) if draft else (),
        looked=draft is not None,
        kinds=KINDS,
    )


def _differences(
    before: Agreement, draft: Agreement, names: Mapping[str, str]
) -> tuple[object, ...]:
    return differences(passages(before, names), passages(draft, names))


def _afresh(agreed: Agreement, now: datetime) -> dict[str, Any]:
    """Return what the form shows: agreed today, in force today, reviewed in a week.

    What the person thinks is to be asked anew, never taken for granted.
    """
    today = local(now, agreed.zone).date()
    ahead = agreed.review_on if agreed.review_on > today else today + A_WEEK
    dates = {"agreed_on": today, "valid_from": today, "review_on": ahead}
    return {**as_shown(agreed), **dates, "view_of_person": None, "view_reason": ""}

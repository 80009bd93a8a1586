"""An agreement is changed as a new version: look at the difference first, then keep it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.change_agreement import change_agreement, problems_of
from checkin.actions.flows_in_use import flows_in_use
from checkin.agreements.agreement import Agreement
from checkin.agreements.cover import DAY_NAMES
from checkin.agreements.times import local
from checkin.agreements.what_to_count import what_to_count
from checkin.conversation.flows.leaned_on import TEXTS
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.staff.agreement_form import NEW_TIMES, THRESHOLD_FIELDS, as_agreement
from checkin.staff.agreement_words import KINDS, LADDER, VIEWS, differences, passages
from checkin.staff.agreements import names_for, stands_now
from checkin.staff.desk import show, staff
from checkin.staff.filled_form import Form, as_form
from checkin.staff.would_have import effect_of
from checkin.storage import agreements, people
from checkin.storage import staff as staff_kept
from checkin.storage.agreements import InForce

A_WEEK = timedelta(days=7)
MANAGER_SETS = (
    "Only a manager may keep what a person did not agree to, or was not asked about. "
    "Talk to your manager."
)


CHANGED_MEANWHILE = (
    "Someone else changed this agreement while you wrote. Read what stands now, then write it anew."
)


@staff.get("/agreements/<agreement_id>/change")
@needs(STAFF)
def change(agreement_id: str) -> Response:
    """Show the form of the next version, filled with what stands."""
    stands = stands_now(agreements.versions_of(agreement_id), clock.now())
    return _form_page(stands, _afresh(stands.agreement, clock.now()))


@staff.post("/agreements/<agreement_id>/change")
@needs(STAFF)
def changed(agreement_id: str) -> Response:
    """Look at the difference first; then keep it."""
    now, versions, form = clock.now(), agreements.versions_of(agreement_id), request.form
    stands, newest = stands_now(versions, now), versions[0]
    draft, unread = as_agreement(form, stands.agreement, what_to_count(flows_in_use()))
    if draft is None:
        return _form_page(stands, form, problems=unread)
    effect = effect_of(
        draft.person, [one.version_id for one in versions], draft.missed_after_minutes, now
    )
    draft = draft.model_copy(
        update={"effect_shown": effect, "version": newest.agreement.version + 1}
    )
    problems = (
        *_of_rank(draft),
        *_of_others(newest.agreement),
        *problems_of(draft, newest.agreement, now),
    )
    if form.get("do") != "keep" or problems:
        return _form_page(stands, form, problems=problems, draft=draft)
    if problems := change_agreement(draft, me().id, now):
        return _form_page(stands, form, problems=problems, draft=draft)
    return redirect(url_for("staff.agreement", agreement_id=agreement_id))


def _of_rank(draft: Agreement) -> tuple[str, ...]:
    needs_manager = draft.view_of_person != "agrees" and not me().manages
    return (MANAGER_SETS,) if needs_manager else ()


def _of_others(newest: Agreement) -> tuple[str, ...]:
    seen = request.form.get("newest", str(newest.version))
    return () if seen == str(newest.version) else (CHANGED_MEANWHILE,)


def _form_page(
    stands: InForce,
    form: Form,
    *,
    problems: tuple[str, ...] = (),
    draft: Agreement | None = None,
) -> Response:
    before = stands.agreement
    names = names_for(before)
    person = people.the_person(before.person)
    return show(
        "change_agreement",
        400 if problems else 200,
        person=person,
        stands=stands,
        number=agreements.versions_of(stands.id)[0].agreement.version + 1,
        form=form,
        problems=problems,
        draft=draft,
        differences=_differences(before, draft, names) if draft else (),
        looked=draft is not None,
        rows=range(len(before.times) + NEW_TIMES),
        asks=_asks(before),
        staff_here=staff_kept.staff_of_houses([person.house_id]),
        circle=people.circle_of(person.id),
        ladder=LADDER,
        views=VIEWS,
        kinds=KINDS,
        fields=THRESHOLD_FIELDS,
        days=DAY_NAMES,
    )


def _differences(
    before: Agreement, draft: Agreement, names: Mapping[str, str]
) -> tuple[object, ...]:
    plain = {"effect_shown": ""}  # said by itself, above
    old, new = before.model_copy(update=plain), draft.model_copy(update=plain)
    return differences(passages(old, names), passages(new, names))


def _afresh(agreed: Agreement, now: datetime) -> Form:
    """Return the form of the next version: agreed today, in force today, reviewed in a week."""
    today = local(now, agreed.zone).date()
    ahead = agreed.review_on if agreed.review_on > today else today + A_WEEK
    form = as_form(
        agreed.model_copy(update={"agreed_on": today, "valid_from": today, "review_on": ahead})
    )
    form["view_of_person"] = ""  # to be asked anew, never taken for granted
    form["view_reason"] = ""
    return form


def _asks(agreed: Agreement) -> dict[str, str]:
    flows = flows_in_use().flows
    fixed = flows[TEXTS].messages if agreed.channel == "text" else ()
    asked = {name: f"Text: {name[4:]}" for name in fixed if name.startswith("ask_")}
    held = {
        name: flow.title
        for name, flow in flows.items()
        if name != TEXTS and agreed.channel in flow.channels
    }
    return {**{one.asks: one.asks for one in agreed.times}, **asked, **held}

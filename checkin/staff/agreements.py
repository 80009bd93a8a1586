"""What was agreed with a person, to read: each version, and how its review stands."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.look_back import look_back
from checkin.actions.show_agreement import say_view
from checkin.agreements.agreement import Agreement
from checkin.agreements.in_force import spans
from checkin.agreements.own_view import Standing, of_their_own
from checkin.agreements.review import review_state
from checkin.agreements.times import local
from checkin.agreements.when_it_counts import when_it_counts
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.staff.agreement_words import passages
from checkin.staff.desk import show, staff
from checkin.staff.forms.own_views import ANOTHER, VIEWS, TalkedForm
from checkin.staff.goes_by import called
from checkin.staff.own_views import own_view
from checkin.storage import agreement_views, agreements, circles, people
from checkin.storage import staff as staff_kept
from checkin.storage.agreements import InForce, stands_now
from checkin.storage.staff import called_of

REVIEW = {"ahead": "Review is ahead.", "due": "Review is due today.", "over": "Review is overdue."}


@staff.get("/agreements/<agreement_id>")
@needs(STAFF)
def agreement(agreement_id: str) -> Response:
    """Read an agreement, with its versions."""
    versions = agreements.versions_of(agreement_id)
    wanted = request.args.get("version", type=int)
    stands = stands_now(versions, clock.now())
    shown = next((one for one in versions if one.agreement.version == wanted), stands)
    return _page(shown, TalkedForm(formdata=None, data={"version": shown.version_id}))


@staff.post("/agreements/<agreement_id>/talked")
@needs(STAFF)
def talked(agreement_id: str) -> Response:
    """Write down what the person said of the version that the page showed, how and with whom."""
    form, versions = TalkedForm(), agreements.versions_of(agreement_id)
    shown = next((one for one in versions if one.version_id == form.version.data), None)
    if not form.validate() or shown is None:
        shown = shown or stands_now(versions, clock.now())
        form.version.errors = [] if form.version.data == shown.version_id else [ANOTHER]
        form.version.data = shown.version_id
        return _page(shown, form)
    view = next(one for one in VIEWS if one == form.view.data)
    say_view(shown.version_id, view, clock.now(), staff_id=me().id, how=form.how.data)
    number = shown.agreement.version
    return redirect(
        url_for("staff.agreement", agreement_id=agreement_id, version=number, _anchor="view")
    )


def _page(shown: InForce, talked: TalkedForm) -> Response:
    versions = agreements.versions_of(shown.id)
    agreed = shown.agreement
    person = people.the_person(agreed.person)
    today = local(clock.now(), agreed.zone).date()
    return show(
        "agreement",
        400 if talked.problems else 200,
        person=person,
        shown=shown,
        versions=versions,
        spans=spans(versions),
        stands=shown.version_id == stands_now(versions, clock.now()).version_id,
        passages=passages(agreed, names_for(agreed)),
        looked_back=look_back(agreed, [one.version_id for one in versions], clock.now()),
        review=REVIEW[review_state(agreed, today)],
        state=review_state(agreed, today),
        told=_on_their_page(shown, versions),
        own_view=own_view(_standing(shown), called(person)),
        talked=talked,
    )


def _on_their_page(shown: InForce, versions: Sequence[InForce]) -> tuple[str, ...]:
    """Return what the person reads there of when it counts; nothing of a version that is not there."""
    now = clock.now()
    theirs = agreements.on_their_page(shown.agreement.person, now)
    if shown.version_id not in {one.version_id for one in theirs}:
        return ()
    return when_it_counts(shown, versions, _standing(shown), called_of(shown.made_by), now)


def _standing(shown: InForce) -> Standing:
    stands = agreement_views.standing_of(shown.version_id)
    return of_their_own(stands, shown.made_at, shown.made_by)


def names_for(agreed: Agreement) -> dict[str, str]:
    """Return the names of staff and of the circle, by id."""
    person = people.the_person(agreed.person)
    here = {one.id: one.called for one in staff_kept.staff_of_houses([person.house_id])}
    return here | {one.id: one.name for one in circles.circle_of(person.id)}

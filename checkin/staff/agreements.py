"""What was agreed with a person, to read: each version, and how its review stands."""

from flask import request
from werkzeug.wrappers import Response

from checkin import clock
from checkin.agreements.agreement import Agreement
from checkin.agreements.review import review_state, words_for_person
from checkin.agreements.times import local
from checkin.door.needs import STAFF, needs
from checkin.staff.agreement_words import passages
from checkin.staff.desk import show, staff
from checkin.staff.forms.own_views import TalkedForm
from checkin.staff.goes_by import called
from checkin.staff.own_views import own_view
from checkin.storage import agreement_views, agreements, people
from checkin.storage import staff as staff_kept
from checkin.storage.agreements import stands_now

REVIEW = {"ahead": "Review is ahead.", "due": "Review is due today.", "over": "Review is overdue."}


@staff.get("/agreements/<agreement_id>")
@needs(STAFF)
def agreement(agreement_id: str) -> Response:
    """Read an agreement, with its versions."""
    versions = agreements.versions_of(agreement_id)
    wanted = request.args.get("version", type=int)
    stands = stands_now(versions, clock.now())
    shown = next((one for one in versions if one.agreement.version == wanted), stands)
    agreed = shown.agreement
    person = people.the_person(agreed.person)
    today = local(clock.now(), agreed.zone).date()
    return show(
        "agreement",
        person=person,
        shown=shown,
        versions=versions,
        stands=shown is stands,
        passages=passages(agreed, names_for(agreed)),
        review=REVIEW[review_state(agreed, today)],
        state=review_state(agreed, today),
        told=words_for_person(agreed, today),
        own_view=own_view(agreement_views.standing_of(shown.version_id), called(person)),
        talked=TalkedForm(formdata=None, data={"version": shown.version_id}),
    )


def names_for(agreed: Agreement) -> dict[str, str]:
    """Return the names of staff and of the circle, by id."""
    person = people.the_person(agreed.person)
    here = {one.id: one.called for one in staff_kept.staff_of_houses([person.house_id])}
    return here | {one.id: one.name for one in people.circle_of(person.id)}

"""The people of one's houses, and the page of one person."""

from datetime import timedelta

from flask import abort, redirect, send_file, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.change_photo import change_photo, photo_path
from checkin.actions.own_sets_for import places_for
from checkin.actions.start_check_in import given_at_once, is_begun
from checkin.actions.stop_asking import stopped_for
from checkin.door.kept_from_me import as_viewer, first_open_to, for_me_to_read, open_to
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.installation import here
from checkin.lives.check_in import with_staff_from
from checkin.pictures.photos import PhotoError
from checkin.staff.alert_lines import alert_lines
from checkin.staff.desk import show, staff
from checkin.staff.forms.photo import PhotoForm
from checkin.staff.how_it_stands import what_it_asks
from checkin.staff.loop_lines import loop_lines
from checkin.staff.own_phone import phone_waits
from checkin.staff.texts_read import texts_with
from checkin.staff.whence import how_it_stands_there
from checkin.storage import agreements, check_ins, circles, houses, loops, people, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.last_check_ins import last_check_ins
from checkin.storage.tables import CheckInRow

WEEK = timedelta(days=7)
MOST_ALERTS = 50
OK, WRONG, ENDED = 200, 400, 409
HALF_A_DAY = timedelta(hours=12)
PHOTOGRAPHED = ("am", "home", "life", "phone", "thing", "travel", "who")  # kinds of ideas


@staff.get("/people")
@needs(STAFF)
def people_list() -> Response:
    """Show the people of one's houses."""
    found = people.people_of_houses(me().house_ids)
    keyworkers = staff_kept.staff_by_id(one.keyworker_id for one in found if one.keyworker_id)
    homes = {house_id: houses.house(house_id).name for house_id in me().house_ids}
    return show("people", people=found, keyworkers=keyworkers, houses=homes)


@staff.get("/people/<person_id>")
@needs(STAFF)
def person(person_id: str) -> Response:
    """Show one person: what is open, the last days, what they said, what was agreed."""
    return person_page(person_id)


@staff.get("/people/<person_id>/photo")
@needs(STAFF)
def photo(person_id: str) -> Response:
    """Show a person's own photo."""
    name = people.the_person(person_id).photo
    if not name or not photo_path(name).is_file():
        abort(404)
    return send_file(photo_path(name), mimetype="image/webp")


@staff.post("/people/<person_id>/photo")
@needs(STAFF)
def put_photo(person_id: str) -> Response:
    """Keep a new photo of a person, or say what is wrong with it."""
    form = PhotoForm().offer(people.the_person(person_id).called, ideas())
    if not form.validate():
        return person_page(person_id, photo=form)
    try:
        change_photo(person_id, form.picture, form.concept.data or None, me().id, clock.now())
    except PhotoError as error:
        form.photo.errors = [str(error)]
        return person_page(person_id, photo=form)
    return redirect(url_for("staff.person", person_id=person_id))


def person_page(
    person_id: str, *, problem: str | None = None, photo: PhotoForm | None = None
) -> Response:
    """Show a person's page, with what stands in the way of what was just tried."""
    now, one = clock.now(), people.the_person(person_id)
    rows = open_to(me(), last_check_ins(person_id, now - WEEK, now + HALF_A_DAY))
    known = first_open_to(
        me(), lambda most, after: which_alerts.alerts_of_person(person_id, most, after), MOST_ALERTS
    )
    keyworker = staff_kept.staff(one.keyworker_id) if one.keyworker_id else None
    return show(
        "person",
        ENDED if problem else WRONG if photo else OK,
        person=one,
        keyworker=keyworker,
        phone_waits=phone_waits(one),
        asks_nothing=stopped_for([one], now)[one.id].today,
        circle=circles.circle_of(person_id),
        places=places_for(as_viewer(me()), person_id, now),
        alerts=alert_lines([row for row in known if row.state != "closed"], me(), now),
        past_alerts=[row for row in known if row.state == "closed"],
        check_ins=[(row, what_it_asks(row), how_it_stands_there(row, now)) for row in rows],
        begun=given_at_once,
        still_open=check_ins.still_open,
        with_staff_from={row.id: with_staff_from(check_ins.life_of(row), now) for row in rows},
        talk_to_say_in=for_me_to_read([row for row in rows if _goes_on(row)]),
        loops=loop_lines(open_to(me(), loops.loops_of(person_id)), now),
        agreements=agreements.agreements_of(person_id, now),
        texts=texts_with(one, now - WEEK, me(), now)[-8:],
        problems=photo.problems if photo else [problem] if problem else [],
        photo=photo or PhotoForm(formdata=None).offer(one.called, ideas()),
    )


def _goes_on(row: CheckInRow) -> bool:
    """Say whether the person is in this talk now, as far as we know."""
    return is_begun(row) and check_ins.still_open(row)


def ideas() -> dict[str, str]:
    """Return the ideas that a person may have a photo of their own for, by name, with their words."""
    concepts = here().symbols.concepts
    named = {
        name: one.label for name, one in concepts.items() if name.partition(".")[0] in PHOTOGRAPHED
    }
    return dict(sorted(named.items(), key=lambda one: one[1]))

"""The list of alerts, and one alert: take it, log what was done, close it."""

import hashlib

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.close_alert import NotYoursError, close_alert, log_step
from checkin.actions.ends_with_promise import StillOpenError
from checkin.actions.give_back import gave_back_last, give_back, refuse
from checkin.actions.take_alert import TakenBy, take_alert
from checkin.actions.unseen_steps import UnseenError
from checkin.actions.who_may_take import ForOthers
from checkin.actions.whose_it_was import whose_it_was
from checkin.door.me import me
from checkin.door.needs import BY_ITSELF, STAFF, needs
from checkin.staff.alert_lines import alert_list_of
from checkin.staff.alert_page import alert_page, began, close_form, each_page
from checkin.staff.desk import show, staff
from checkin.staff.forms.alerts import StepForm
from checkin.staff.on_duty import troubles
from checkin.storage.alert_steps import newest_step


@staff.get("/")
@needs(STAFF)
def alert_list() -> Response:
    """Show what is open in the houses of whoever is signed in."""
    now = clock.now()
    return show("alerts", listed=alert_list_of(me(), now), troubles=troubles(now, me()))


@staff.get("/alerts-now")
@needs(BY_ITSELF)
def alerts_now() -> Response:
    """Return the list alone, or that nothing changed; counts without names for nobody."""
    now = clock.now()
    page = render_template(
        "staff/alerts_now.html",
        listed=alert_list_of(me(), now),
        troubles=troubles(now, me()),
        away=g.away,
    )
    response = Response(page, mimetype="text/html")
    response.set_etag(hashlib.sha256(page.encode()).hexdigest()[:32])
    return response.make_conditional(request.environ)


@staff.get("/alerts/<alert_id>")
@needs(STAFF)
def alert(alert_id: str) -> Response:
    """Show one alert."""
    return alert_page(alert_id)


@staff.get("/alerts/<alert_id>/each")
@needs(STAFF)
def each_thing(alert_id: str) -> Response:
    """Show each thing that was done about an alert, so many at once; `before` a step, by its number."""
    return each_page(alert_id, _before(alert_id))


def _before(alert_id: str) -> int | None:
    """Return the step that an address names; None where it names none that the alert has."""
    asked = request.args.get("before", type=int)
    return asked if asked and 0 < asked <= newest_step(alert_id).number else None


@staff.post("/alerts/<alert_id>/take")
@needs(STAFF)
def take(alert_id: str) -> Response:
    """Take an alert; whoever comes second, or may not, sees who has it and whose it is."""
    match take_alert(alert_id, me().id, clock.now()):
        case TakenBy() as other:
            return alert_page(alert_id, taken_by=other)
        case ForOthers():
            return alert_page(alert_id, refused=True)
        case _:
            return redirect(url_for("staff.alert", alert_id=alert_id))


@staff.post("/alerts/<alert_id>/give-back")
@needs(STAFF)
def give_it_back(alert_id: str) -> Response:
    """Give back what one took and cannot do; who is told, or has it by now, stands on the page."""
    if give_back(alert_id, me().id, clock.now()) is None and not gave_back_last(alert_id, me().id):
        return alert_page(alert_id, too_late=True)
    return redirect(url_for("staff.alert", alert_id=alert_id, _anchor="log"))


@staff.post("/alerts/<alert_id>/refuse")
@needs(STAFF)
def refuse_it(alert_id: str) -> Response:
    """Say of one that nobody has that one cannot do it; who has it by now stands on the page."""
    asked = refuse(alert_id, me().id, clock.now())
    if asked is None or asked.when == "has_it":
        return alert_page(alert_id, too_late=True)
    return redirect(url_for("staff.alert", alert_id=alert_id, _anchor="log"))


@staff.post("/alerts/<alert_id>/step")
@needs(STAFF)
def step(alert_id: str) -> Response:
    """Log what was done."""
    now = clock.now()
    form = StepForm(began(alert_id), now)
    if not form.validate():
        return alert_page(alert_id, step=form)
    try:
        log_step(alert_id, me().id, form.step, form.said, now, seen=form.steps_seen)
    except NotYoursError:
        return alert_page(alert_id, step=form, too_late=True)
    except UnseenError:
        return alert_page(alert_id, step=form, unseen=True)
    return redirect(url_for("staff.alert", alert_id=alert_id, _anchor="log"))


@staff.post("/alerts/<alert_id>/whose")
@needs(STAFF)
def whose(alert_id: str) -> Response:
    """Keep who it was that texted from a number of nobody."""
    try:
        whose_it_was(alert_id, request.form.get("person", ""), me().id, clock.now())
    except NotYoursError:
        return alert_page(alert_id, too_late=True)
    return redirect(url_for("staff.alert", alert_id=alert_id))


@staff.post("/alerts/<alert_id>/close")
@needs(STAFF)
def close(alert_id: str) -> Response:
    """Close an alert with its outcome, and how we know."""
    now = clock.now()
    form = close_form(alert_id, now)
    if not form.validate():
        return alert_page(alert_id, closing=form)
    try:
        close_alert(
            alert_id,
            me().id,
            form.outcome.data,
            form.words.data,
            now,
            seen=form.steps_seen,
            needed=form.needed.data or "",
            known_at=form.known,
            confirmed_by=form.confirmed_by.data or None,
            confirmed_how=form.confirmed_how.data or None,
            also=form.ticked,
        )
    except NotYoursError:
        return alert_page(alert_id, closing=form, too_late=True)
    except UnseenError:
        return alert_page(alert_id, closing=form, unseen=True)
    except StillOpenError:
        return alert_page(alert_id, closing=form, still_open=True)
    return redirect(url_for("staff.alert_list"))

"""Staff sign in with their own name, and sign out everywhere at once."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.try_to_sign_in import note_sign_in, sign_out_everywhere
from checkin.door import sessions
from checkin.door.ask_again import Ask, begin
from checkin.door.me import me
from checkin.door.needs import ANYONE, STAFF, needs
from checkin.door.password import know_this_browser, try_password
from checkin.staff.desk import show, staff, too_old, written
from checkin.staff.example_staff import example_staff
from checkin.staff.forms.sign_in import SignInForm

NOT_LET_IN = 401


@staff.get("/sign-in")
@needs(ANYONE)
def sign_in() -> Response:
    """Ask who it is."""
    return _page(SignInForm(formdata=None))


@staff.post("/sign-in")
@needs(ANYONE)
def signed_in() -> Response:
    """Let in whoever has the right password; say what to do where it is not."""
    form = SignInForm()
    if not form.validate():
        return _page(form, NOT_LET_IN)
    tried = try_password(form.email.data, form.password.data, clock.now())
    if tried.staff is None:
        form.password.errors = [tried.problem]
        return _page(form, tried.status)
    sessions.let_in(tried.staff, clock.now())
    begin(clock.now())
    note_sign_in(tried.staff.id, clock.now())
    response = redirect(_next())
    know_this_browser(response, tried.staff, path=str(staff.url_prefix))
    return response


def to_sign_in() -> Response:
    """Send on to sign in, and from there to what was asked for; show what was written."""
    if any(written()):
        return too_old(NOT_LET_IN)
    asked = request.full_path if request.method == "GET" else url_for("staff.alert_list")
    return redirect(url_for("staff.sign_in", next=asked.rstrip("?")))


def ask_for_password(ask: Ask) -> Response:
    """Ask for the password again, on a page that keeps what was being sent."""
    asked = request.full_path.rstrip("?")
    looked = request.method == "GET"
    return show(
        "again",
        ask.status,
        action=url_for("staff.again") if looked else asked,
        waiting=[("next", asked)] if looked else ask.waiting,
        problem=ask.problem,
        lost_file=request.files,
    )


@staff.post("/again")
@needs(STAFF)
def again() -> Response:
    """The password was right: back to the page that was asked for."""
    return redirect(_next())


@staff.post("/sign-out")
@needs(STAFF)
def sign_out() -> Response:
    """Sign out: a copy of this session anywhere is worth nothing from now on."""
    sign_out_everywhere(me().id, clock.now())
    sessions.let_out()
    return redirect(url_for("staff.sign_in"))


def _page(form: SignInForm, status: int = 200) -> Response:
    return show("sign_in", status, form=form, next=_next(), examples=example_staff())


def _next() -> str:
    """Return the staff page to go on to, and never an address elsewhere."""
    asked = request.values.get("next", "")
    plain = asked.isprintable() and "\\" not in asked and "//" not in asked
    return asked if plain and asked.startswith("/staff/") else url_for("staff.alert_list")

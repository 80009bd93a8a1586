"""Staff sign in with their own name, and sign out everywhere at once."""

from flask import Flask, redirect, request, session, url_for
from flask_security import Security, SQLAlchemyUserDatastore, login_user, logout_user
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.add_staff import AT_ONCE, KIBIBYTES, TIMES
from checkin.actions.try_to_sign_in import sign_out_everywhere
from checkin.staff.ask_again import begin
from checkin.staff.desk import show, staff
from checkin.staff.example_staff import example_staff
from checkin.staff.me import me
from checkin.staff.needs import ANYONE, STAFF, needs
from checkin.staff.password import TOO_OFTEN, WRONG, know_this_browser, try_password
from checkin.storage.tables import Role, Staff, db


def set_up_sign_in(app: Flask) -> None:
    """Join Flask-Security to our tables. Its own pages stay off: these here are ours."""
    app.config.update(
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106 (the name of a method)
        SECURITY_PASSWORD_SCHEMES=["argon2"],
        SECURITY_PASSWORD_SINGLE_HASH=True,  # as `add_staff` hashes: once, by argon2 alone
        SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS={
            "argon2__time_cost": TIMES,
            "argon2__memory_cost": KIBIBYTES,
            "argon2__parallelism": AT_ONCE,
        },
        SECURITY_REGISTERABLE=False,
        SECURITY_RECOVERABLE=False,
        SECURITY_DEFAULT_REMEMBER_ME=False,
    )
    Security(app, SQLAlchemyUserDatastore(db, Staff, Role), register_blueprint=False)


@staff.get("/sign-in")
@needs(ANYONE)
def sign_in() -> Response:
    """Ask who it is."""
    return show("sign_in", next=_next(), examples=example_staff())


@staff.post("/sign-in")
@needs(ANYONE)
def signed_in() -> Response:
    """Let in whoever has the right password; say what to do where it is not."""
    email = request.form.get("email", "")
    tried = try_password(email, request.form.get("password", ""), clock.now())
    if tried.staff is None:
        problem, status = (WRONG, 401) if tried.may_try else (TOO_OFTEN, 429)
        return show(
            "sign_in", status, problem=problem, email=email, next=_next(), examples=example_staff()
        )
    session.clear()  # nothing of whoever was here before goes along
    login_user(tried.staff)
    begin(clock.now())
    response = redirect(_next())
    know_this_browser(response, tried.staff)
    return response


@staff.post("/again")
@needs(STAFF)
def again() -> Response:
    """The password was right: back to the page that was asked for."""
    return redirect(_next())


@staff.post("/sign-out")
@needs(STAFF)
def sign_out() -> Response:
    """Sign out: a copy of this session anywhere is worth nothing from now on."""
    sign_out_everywhere(me().id)
    logout_user()
    session.clear()
    return redirect(url_for("staff.sign_in"))


def _next() -> str:
    """Return the staff page to go on to, and never an address elsewhere."""
    asked = request.values.get("next", "")
    ours = asked.startswith("/staff/") and "\\" not in asked and "//" not in asked
    return asked if ours else url_for("staff.alert_list")

"""A press that comes as its page has just been given was meant for the page before it.

The clear sheet of `static/person.css` takes such a tap where styles come; here it is known without
them. The form of a page that ends or sends something at once says when it was given.
"""

from flask import request
from itsdangerous import BadData, URLSafeSerializer

from checkin import clock
from checkin.installation import here

FIELD = "given"
NOT_SEEN = 0.5  # seconds: a hand that taps twice, or shakes, is still on the page before


def given() -> str:
    """Return what the form of a page carries: when it was given, so that nobody else can say it."""
    return str(_seal().dumps(clock.watch()))


def is_too_soon() -> bool:
    """Say whether nobody can have seen the page whose form was posted; one that says nothing is an old one."""
    posted = request.form.get(FIELD)
    if posted is None:
        return False
    try:
        at = float(_seal().loads(posted))
    except BadData:
        return True
    return clock.watch() - at < NOT_SEEN


def _seal() -> URLSafeSerializer:
    return URLSafeSerializer(here().settings.secret_key, salt="when a page was given")

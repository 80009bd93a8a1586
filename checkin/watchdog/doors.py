"""`/health`: do we answer? `/ready`: does the database? For whatever stands in front of us, with no words of anybody."""

import logging

from flask import Blueprint, Response

from checkin import clock
from checkin.storage import beats

log = logging.getLogger(__name__)

health = Blueprint("health", __name__)


@health.get("/health")
def answers() -> Response:
    """Say that this process answers."""
    return Response("I am here.\n", mimetype="text/plain")


@health.get("/ready")
def ready() -> Response:
    """Say whether pages can be served: the database can be read."""
    try:
        beats.last_beat(clock.now())
    except Exception:  # whatever it is, nothing can be read
        log.exception("The database cannot be read.")
        return Response("The database cannot be read.\n", 503, mimetype="text/plain")
    return Response("Ready.\n", mimetype="text/plain")

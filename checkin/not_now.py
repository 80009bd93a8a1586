"""While the database is held, full or gone: what a page says then, and whom to ring instead."""

from flask import Flask, Response, make_response, render_template

from checkin.installation import here
from checkin.phone_numbers.reading import as_people_write
from checkin.storage.out_of_reach import OUT_OF_REACH

SECONDS = 10.0  # for which a page waits for its turn to keep something


def say_so_when_out_of_reach(app: Flask) -> None:
    """Show a page that needs no database where a press could not be kept, on every page of ours.

    The doors of the phone company say it in their own way.
    """
    for fault in OUT_OF_REACH:
        app.register_error_handler(fault, _not_now)


def _not_now(_: Exception) -> Response:
    settings = here().settings
    number = as_people_write(settings.help_number, settings.countries)
    answer = make_response(render_template("shared/not_now.html", number=number), 503)
    answer.headers["Retry-After"] = "60"
    return answer

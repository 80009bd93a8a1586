"""One page, shown as the person has set it, and kept by no browser on the way."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, make_response, render_template

from checkin import clock, wording
from checkin.agreements.how_asked import Sound
from checkin.channels.tablet.controls import button, icon, way
from checkin.channels.tablet.drawings import drawing
from checkin.channels.tablet.here import Here, is_alone
from checkin.channels.tablet.page_words import (
    in_one_breath,
    kind_of_file,
    photo_url,
    say,
    sentences,
    symbol_of,
    tint_of,
)
from checkin.channels.tablet.profile import Profile
from checkin.channels.tablet.quiet_time import QuietTime, quiet_time
from checkin.channels.tablet.turned_away import KEPT, not_here
from checkin.door.just_given import given
from checkin.door.no_copies import keep_no_copy
from checkin.storage import houses

tablet = Blueprint("tablet", __name__, url_prefix="/tablet")
tablet.after_request(keep_no_copy)


STILL_SHOWN = ("help", "help_coming")  # on a tablet that was turned away


def show(template: str, here: Here | None = None, **values: Any) -> Response:
    """Render `templates/person/NAME.html` for who is here; where it is turned away, nothing of theirs."""
    if here and here.turned_away and template not in STILL_SHOWN:
        return shown_turned_off()
    return make_response(
        render_template(
            f"person/{template}.html",
            **{
                **_what_pages_use(),
                "profile": here.profile if here else Profile(),
                "person": here.person if here else None,
                "shared": here.shared if here else True,
                "own_photos": here.own_photos if here else {},
                "now": None,
                "check_in_id": None,
                "above": (),
                "to_ring": (),
                "alone": is_alone,
                **_quiet(here),
                **values,
            },
        )
    )


def shown_turned_off() -> Response:
    """Say that what was said on a tablet that was turned off is kept, and whom to ring."""
    here = not_here()
    return show("turned_off", kept=KEPT, lines=(*here.said[:1], *here.to_ring))


def _quiet(here: Here | None) -> dict[str, Any]:
    """Return when it is quiet time, if that is set; while it is, nothing on a page has a sound."""
    quiet = quiet_time_of(here) if here else None
    if here is None or quiet is None or not quiet.is_now:
        return {"quiet": quiet}
    silent = replace(here.profile, sound=Sound.NEVER)
    return {"quiet": quiet, "sound": lambda *_, **__: None, "profile": silent}


def quiet_time_of(here: Here) -> QuietTime | None:
    """Return when it is quiet for who is here; None where no quiet time is set."""
    if here.person.quiet_from is None:
        return None
    return quiet_time(here.person, clock.now(), houses.house(here.person.house_id).zone)


def _what_pages_use() -> dict[str, Any]:
    return {
        "say": say,
        "sentences": sentences,
        "in_one_breath": in_one_breath,
        "symbol_of": symbol_of,
        "drawing": drawing,
        "icon": icon,
        "button": button,
        "way": way,
        "photo_url": photo_url,
        "tint_of": tint_of,
        "given": given,
        "kind_of_file": kind_of_file,
    }


@tablet.app_template_filter("in_a_row")
def _in_a_row(names: list[str]) -> str:
    return wording.in_a_row(list(names))


tablet.app_template_filter("begun")(wording.begun)
tablet.app_template_filter("plain_date")(wording.plain_date)
tablet.app_template_filter("plain_time")(wording.plain_time)

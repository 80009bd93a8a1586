"""Who looked: who opened what was said to others, with their reason, and who looks at what is sent."""

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.who_looked import looks_of, opened_of
from checkin.channels.tablet.here import is_asked_whose, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.who_is_here import ask_who_is_here
from checkin.wording import in_a_row

CARDS = 3  # on one page


@tablet.get("/who-looked")
def who_looked() -> AnyResponse:
    """Show each who opened something, the newest first; nothing of it beside staff."""
    here, now = who_is_here(), clock.now()
    if is_asked_whose(here):
        return ask_who_is_here()
    page = max(request.args.get("page", 1, type=int), 1)
    after = (page - 1) * CARDS
    opened = opened_of(here.person, now, CARDS + 1, after)
    looks = looks_of(here.person, now) if page == 1 else ()
    return show(
        "who_looked",
        here,
        opened=opened[:CARDS],
        looks=looks,
        readers=in_a_row([one.staff.called for one in looks]),
        page=page,
        more=page + 1 if len(opened) > CARDS else None,
    )

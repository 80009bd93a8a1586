"""A press counts where it comes from a page of ours: its token changes as staff sign in or out.

No tap of the person may be lost by that. Where the browser says that the page is ours, it is; where
it says nothing, the token of the page must be right.
"""

from flask import current_app, request

from checkin.channels.tablet.page import tablet
from checkin.door.from_elsewhere import from_here

LOOK_FOR_THEMSELVES = ("get_a_person", "keep_own_words")


@tablet.before_request
def comes_from_a_page_of_ours() -> None:
    """Refuse what may come from a page of somebody else."""
    view = (request.endpoint or "").rpartition(".")[2]
    if request.method == "POST" and view not in LOOK_FOR_THEMSELVES and not from_here():
        current_app.extensions["csrf"].protect()

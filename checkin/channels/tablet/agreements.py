"""What is agreed with the person, on their own page: the new beside the old, and what they say."""

from collections.abc import Iterable
from typing import get_args

from flask import redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.look_back import look_back
from checkin.actions.show_agreement import say_view, show_agreement
from checkin.actions.who_talks import who_talks
from checkin.agreements.few_words import Line, as_it_stands, side_by_side
from checkin.agreements.in_force import in_force_until
from checkin.agreements.own_view import OwnView, Says, SetIt, Standing, of_their_own
from checkin.agreements.when_it_counts import when_it_counts
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.here import Here, is_alone, the_device, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.storage import agreement_views, agreements
from checkin.storage.agreements import InForce
from checkin.storage.staff import called_of

VIEWS: dict[str, OwnView] = {one: one for one in get_args(OwnView)}
PRESSED: dict[OwnView, str] = {
    "agrees": "You said: I agree.",
    "does_not_agree": "You said: I do not agree.",
    "talk_first": "You said: talk to me first.",
}
WRITTEN_DOWN: dict[OwnView, str] = {
    "agrees": "{staff} wrote down: you agree.",
    "does_not_agree": "{staff} wrote down: you do not agree.",
    "talk_first": "{staff} wrote down: you want to talk first.",
}
"""What others wrote down of a talk is never said as the person's own voice."""


@tablet.get("/agreements")
def what_we_agreed() -> AnyResponse:
    """List what is agreed, what they have not spoken about first."""
    here = who_is_here()
    found = _of(here)
    stands = _where_each_stands(found)
    found.sort(key=lambda one: isinstance(stands[one.version_id], Says | SetIt))
    return show("agreements", here, found=found, stands=stands, old_page=in_address("old"))


@tablet.get("/agreements/<version_id>")
def one_agreement(version_id: str) -> AnyResponse:
    """Show one: from now on it was shown to them, where no staff look at it. What is over is shown no more."""
    here, shown = who_is_here(), _one(version_id)
    if shown is None:
        return go_to("tablet.what_we_agreed", old="yes")
    if is_alone():
        show_agreement(version_id, clock.now(), device_id=the_device().id)
    kept = agreement_views.standing_of(version_id)
    stands = of_their_own(kept, shown.made_at, shown.made_by)
    before = _before(shown)
    return show(
        "agreement",
        here,
        shown=shown,
        lines=_lines(here, shown, before),
        looked_back=_looked_back(here, shown),
        changed=before is not None,
        theirs=isinstance(stands, SetIt),
        told=when_it_counts(
            shown,
            agreements.versions_of(shown.id),
            stands,
            called_of(shown.made_by),
            clock.now(),
        ),
        talks=who_talks(version_id, here.person, clock.now()),
        pressed=stands.view if isinstance(stands, Says) and not stands.noted_by else "",
        said=_said(stands),
    )


@tablet.post("/agreements/<version_id>")
def say_what_i_think(version_id: str) -> AnyResponse:
    """Keep whether they agree, with which device it was pressed on."""
    view = VIEWS.get(request.form.get("view", ""))
    if view and _one(version_id):
        say_view(version_id, view, clock.now(), device_id=the_device().id)
    return redirect(url_for("tablet.one_agreement", version_id=version_id))


def not_spoken_about(here: Here) -> list[str]:
    """Return the versions that are new to them, which they have not said what they think of."""
    stands = _where_each_stands(_of(here))
    return [version for version, stand in stands.items() if not isinstance(stand, Says | SetIt)]


def _where_each_stands(found: Iterable[InForce]) -> dict[str, Standing]:
    by_id = {one.version_id: one for one in found}
    kept = agreement_views.standings(by_id)
    return {key: of_their_own(kept[key], one.made_at, one.made_by) for key, one in by_id.items()}


def _said(stands: Standing | None) -> tuple[str, ...]:
    """Say what they pressed, and what was written down of a talk, as what it is."""
    if not isinstance(stands, Says):
        return ()
    staff = called_of(stands.noted_by)
    said = WRITTEN_DOWN[stands.view].format(staff=staff) if staff else PRESSED[stands.view]
    return (said, *_said(stands.beside))


def _of(here: Here) -> list[InForce]:
    return agreements.on_their_page(here.person.id, clock.now())


def _one(version_id: str) -> InForce | None:
    found = (one for one in _of(who_is_here()) if one.version_id == version_id)
    return next(found, None)


def _before(shown: InForce) -> InForce | None:
    """Return the version whose place this one takes."""
    every = agreements.versions_of(shown.id)
    older = [one for one in every if one.agreement.version < shown.agreement.version]
    return in_force_until(older, shown.in_force_from) or next(iter(older), None)


def _looked_back(here: Here, shown: InForce) -> tuple[str, ...]:
    agreed = shown.agreement.on_a_shared_screen if here.shared else shown.agreement
    every = [one.version_id for one in agreements.versions_of(shown.id)]
    return look_back(agreed, every, clock.now())


def _lines(here: Here, shown: InForce, before: InForce | None) -> tuple[Line, ...]:
    new = shown.agreement
    old = before.agreement if before else None
    if here.shared:
        new, old = new.on_a_shared_screen, old and old.on_a_shared_screen
    return side_by_side(old, new) if old else as_it_stands(new)

"""You said, we did: what became of what a person told us, a few cards at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import get_args

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.advocates import you_can_ring_too
from checkin.actions.from_which_device import loops_from
from checkin.actions.judge_promise import ask_if_it_helped, say_impact
from checkin.actions.loops import tell_loop
from checkin.actions.promises import told_to_all
from checkin.actions.what_became import (
    answered_wholly,
    readers_of,
    what_became,
    who_answered,
    who_read,
)
from checkin.actions.what_we_do import not_right, stands, who_and_when
from checkin.actions.who_cannot import who_cannot
from checkin.actions.who_looks import who_rings_advocate
from checkin.actions.who_will import said_of, who_will
from checkin.agreements.own_devices import not_from_you
from checkin.channels.tablet.here import Here, is_alone, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.conversation.flows.does import Verdict
from checkin.lives.loop import Done
from checkin.storage import check_ins, loops, openings, people
from checkin.storage.tables import LoopRow, Staff
from checkin.storage.written_down import who_wrote_down

CARDS = 3  # on one page (screens.md C10)
IMPACTS: dict[str, Verdict] = {one: one for one in get_args(Verdict)}


@tablet.get("/you-said")
def you_said() -> Response:
    """Show their words on the left, never changed, and what we did on the right."""
    here, now = who_is_here(), clock.now()
    page = max(request.args.get("page", 1, type=int), 1)
    said = loops.loops_of(here.person.id)
    rows = _there(here, said, now)
    shown = rows[(page - 1) * CARDS : page * CARDS]
    if is_alone():
        _tell(shown, now)
    before = {key: rows[:-1] for key, rows in loops.decisions_of([row.id for row in shown]).items()}
    more = page + 1 if len(rows) > page * CARDS else None
    return show(
        "you_said",
        here,
        loops=shown,
        lives={row.id: type(loops.life_of(row)).__name__ for row in shown},
        stands=stands,
        who_and_when=who_and_when,
        not_right={row.id: not_right(row, now) for row in shown},
        before=before,
        read={row.id: who_read(row) for row in shown} | who_answered(shown),
        answered=answered_wholly(shown),
        opened=openings.openers_of([row.check_in_id for row in shown if row.check_in_id]),
        will={row.id: _who_will(here, row, now) for row in shown},
        cannot=who_cannot({row.check_in_id for row in shown if row.check_in_id}, now),
        not_theirs=_not_theirs(shown),
        wrote={key: wrote_down(one) for key, one in who_wrote_down(shown).items()},
        advocate=_of_advocate(here, now) if page == 1 else (),
        page=page,
        more=more,
        held_back=not here.shared and len(rows) < len(said),
    )


def _not_theirs(rows: Sequence[LoopRow]) -> dict[str, tuple[str, ...]]:
    """Return by loop what is said of words from a device that is not known to be theirs."""
    return {
        key: tuple(dict.fromkeys(map(not_from_you, of))) for key, of in loops_from(rows).items()
    }


def wrote_down(by: Staff) -> str:
    """Say whose hand it is: words of a talk are never the person's own voice."""
    return f"{by.called} wrote this down."


def _tell(rows: Sequence[LoopRow], now: datetime) -> None:
    """They read here what we do, and are asked if what we did helped."""
    for row in rows:
        if row.decided_at and not row.told_at:
            tell_loop(row.id, now)
    ask_if_it_helped([row.id for row in rows if isinstance(loops.life_of(row), Done)], now)


def _who_will(here: Here, row: LoopRow, now: datetime) -> tuple[str, ...]:
    """Say who has it, as the last page does; on a tablet of many the next may not know of it."""
    sent = check_ins.check_in(row.check_in_id) if row.check_in_id else None
    if sent is None or here.shared:
        return ()
    values = {"name": people.name_of(here.person)}
    became = replace(what_became(sent, here.person, now), read=readers_of(row))
    has_it, to_read = who_will(became, here.person, values, now)
    return (*has_it, *to_read)


def _of_advocate(here: Here, now: datetime) -> tuple[str, ...]:
    """Say who rings their advocate, whom they asked for by text: on a device of theirs alone."""
    if here.shared or not is_alone():
        return ()
    values = {"name": people.name_of(here.person)}
    asked = who_rings_advocate(here.person.id, now)
    said = said_of(asked, here.person, values, now)
    return (*said, *you_can_ring_too(here.person.id)) if asked else ()


def _stands(here: Here, row: LoopRow, now: datetime) -> bool:
    """Say whether it stands on this page here, so that whoever sits here may judge it."""
    return bool(_there(here, [row], now))


def _there(here: Here, rows: Sequence[LoopRow], now: datetime) -> list[LoopRow]:
    """Leave out what was told in confidence: on a tablet of many, and before this device was let in."""
    apart = [row for row in rows if here.shared or row.raised_at < here.since]
    told = {row.id for row in told_to_all(apart, now)}
    return [row for row in rows if row not in apart or row.id in told]


@tablet.post("/you-said/<loop_id>")
def did_it_help(loop_id: str) -> AnyResponse:
    """Keep whether it helped, or happened: the person closes it, or opens it again."""
    here = who_is_here()
    row, impact, now = loops.loop(loop_id), IMPACTS.get(request.form.get("impact", "")), clock.now()
    if row is not None and row.person_id == here.person.id and impact and _stands(here, row, now):
        say_impact(loop_id, impact, now)
    return redirect(url_for("tablet.you_said"))

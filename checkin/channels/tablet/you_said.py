"""You said, we did: what became of what a person told us, a few cards at a time."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import get_args

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.judge_promise import ask_if_it_helped, say_impact
from checkin.actions.loops import tell_loop
from checkin.actions.notice_late_promises import late_now
from checkin.actions.promises import told_to_all
from checkin.actions.who_cannot import who_cannot
from checkin.actions.who_has_promise import WhoHasIt, who_has_promises
from checkin.agreements.open_again import group_of
from checkin.channels.tablet.here import Here, is_alone, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.conversation.flows.does import Verdict
from checkin.lives.loop import Done
from checkin.lives.promise_late import late_group, words_for_person
from checkin.storage import check_ins, loops, openings
from checkin.storage import staff as staff_kept
from checkin.storage.tables import LoopRow, Staff

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
    has = who_has_promises([group_of(row.id) for row in shown])
    staff = staff_kept.staff_by_id(row.owner_id for row in shown if row.owner_id)
    before = {key: rows[:-1] for key, rows in loops.decisions_of([row.id for row in shown]).items()}
    more = page + 1 if len(rows) > page * CARDS else None
    return show(
        "you_said",
        here,
        loops=shown,
        lives={row.id: type(loops.life_of(row)).__name__ for row in shown},
        late={row.id: _late(row, staff) for row in shown if late_now(row, now)},
        has={row.id: has[group_of(row.id)].words for row in shown if group_of(row.id) in has},
        before=before,
        opened=_opened(shown),
        cannot=who_cannot({row.check_in_id for row in shown if row.check_in_id}, now),
        staff=staff,
        page=page,
        more=more,
        held_back=not here.shared and len(rows) < len(said),
    )


def _tell(rows: Sequence[LoopRow], now: datetime) -> None:
    """They read here what we do, and are asked if what we did helped."""
    for row in rows:
        if row.decided_at and not row.told_at:
            tell_loop(row.id, now)
    ask_if_it_helped([row.id for row in rows if isinstance(loops.life_of(row), Done)], now)


def _stands(here: Here, row: LoopRow, now: datetime) -> bool:
    """Say whether it stands on this page here, so that whoever sits here may judge it."""
    return bool(_there(here, [row], now))


def _there(here: Here, rows: Sequence[LoopRow], now: datetime) -> list[LoopRow]:
    """Leave out what was told in confidence: on a tablet of many, and before this device was let in."""
    apart = [row for row in rows if here.shared or row.raised_at < here.since]
    told = {row.id for row in told_to_all(apart, now)}
    return [row for row in rows if row not in apart or row.id in told]


def _opened(rows: Sequence[LoopRow]) -> set[str]:
    """Return which of these were opened where they were sent: read, though nobody said so here."""
    with_reason = openings.openers_of([row.check_in_id for row in rows if row.check_in_id])
    return {
        row.id
        for row in rows
        if row.check_in_id
        and (sent := check_ins.check_in(row.check_in_id)) is not None
        and (sent.seen_at is not None or sent.id in with_reason)
    }


def _late(row: LoopRow, staff: Mapping[str, Staff]) -> tuple[str, ...]:
    """Say which day we named, and who has it; where nobody took it, who promised and works here."""
    group, owner = late_group(row.id), staff.get(row.owner_id or "")
    has = who_has_promises([group]).get(group, WhoHasIt())
    promised = f"{owner.called} promised it." if owner and owner.active else has.words
    return words_for_person(row.due_on or date.max, has.words if has.took else promised)


@tablet.post("/you-said/<loop_id>")
def did_it_help(loop_id: str) -> AnyResponse:
    """Keep whether it helped, or happened: the person closes it, or opens it again."""
    here = who_is_here()
    row, impact, now = loops.loop(loop_id), IMPACTS.get(request.form.get("impact", "")), clock.now()
    if row is not None and row.person_id == here.person.id and impact and _stands(here, row, now):
        say_impact(loop_id, impact, now)
    return redirect(url_for("tablet.you_said"))

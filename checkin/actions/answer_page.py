"""A page is sent back: one reading of the check-in says what was asked, takes it, shows what is next."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from checkin.actions.start_check_in import Opened, open_here, opened_at, scene_of
from checkin.actions.take_answer import resume, take
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.said import Reply
from checkin.storage import check_ins
from checkin.storage.answers import NOWHERE, Where
from checkin.storage.transaction import kept_together


def answer_page(
    person_id: str,
    check_in_id: str,
    said: Callable[[Opened], Reply | None],
    now: datetime,
    *,
    who_was_there: Callable[[datetime], Collection[str]] = lambda _: (),
    where: Where = NOWHERE,
) -> tuple[Opened, Turn | None] | None:
    """Take what `said` makes of the page, and return how it stands then, and what was taken.

    `said` sees the conversation as nobody else can change it any more, so that two presses of one
    page are one answer. None where there is no such check-in of this person. `who_was_there`:
    who of staff (ids) was signed in there since a moment.
    """
    with kept_together():
        check_in = check_ins.held(check_in_id)
        if check_in is None or check_in.person_id != person_id:
            return None
        open_here(check_in, now, where.device_id)
        scene = scene_of(check_in)
        opened = opened_at(scene, check_in)
        reply = said(opened)
        if reply is None:
            return opened, None
        resume(check_in, reply)
        turn = take(
            check_in, scene, reply, now, beside=who_was_there(check_in.early_from), where=where
        )
    return replace(opened, so_far=turn.so_far, prompt=turn.prompt), turn

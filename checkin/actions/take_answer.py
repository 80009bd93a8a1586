"""A person answers: keep it as given, say what comes next, see whether someone should know.

The answer, what it raised and what must be sent are one transaction; sending is another.
"""

from collections.abc import Collection
from datetime import datetime

from checkin.actions.all_that_was_said import all_that_was_said
from checkin.actions.gone_unseen import gone_unseen
from checkin.actions.hear_and_follow import hear_and_follow
from checkin.actions.left_open import too_late
from checkin.actions.note_hurt import note_hurt, settle_left
from checkin.actions.start_check_in import carry_on, open_in, scene_of, so_far_of
from checkin.actions.tell_of_thrown_away import note_it, tell_of_unseen, with_whom_it_is_kept_from
from checkin.actions.who_hurts import around_as_told
from checkin.conversation.talking.engine import taking
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.keeping import to_json
from checkin.conversation.talking.said import OwnWordsGiven, Reply, Said, Start
from checkin.conversation.talking.scene import Scene
from checkin.for_whom.page import was_left_open
from checkin.lives.check_in import is_put_off
from checkin.lives.check_in_moved_by_person import CarriedOn
from checkin.storage import check_ins
from checkin.storage.answers import NOWHERE, Where
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together


def take_answer(
    check_in_id: str,
    reply: Reply,
    now: datetime,
    *,
    at_step: str | None = None,
    where: Where = NOWHERE,
) -> Turn:
    """Take one reply. `at_step` is the step the page asked: a reply to another changes nothing."""
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if not check_in.so_far:
            open_in(check_in, now)
        if was_left_open(at_step, so_far_of(check_in), reply):
            return too_late(check_in, reply, at_step or "", now, where)
        resume(check_in, reply)
        return take(check_in, scene_of(check_in), reply, now, where=where)


def resume(check_in: CheckInRow, reply: Reply) -> None:
    """Words that come after "later" answer where it was left: it is open, and hears."""
    if is_put_off(check_ins.life_of(check_in)):
        if isinstance(reply, Said):
            carry_on(check_in)
        if isinstance(reply, Said | Start):
            check_ins.move(check_in, CarriedOn())


def take(
    check_in: CheckInRow,
    scene: Scene,
    reply: Reply,
    now: datetime,
    *,
    beside: Collection[str] = (),
    where: Where = NOWHERE,
) -> Turn:
    """Take a reply where the conversation stands, inside the transaction that holds it.

    `beside`: who of staff (ids) was signed in there since it began.
    """
    taken = taking(_with_who_is_around(check_in, scene, reply), reply)
    unseen = gone_unseen(check_in, scene, taken)
    if unseen:
        said = all_that_was_said(check_in, scene.so_far)
        taken = with_whom_it_is_kept_from(taken, check_in.person_id, scene.flow, said)
        note_it(check_in, now)
    check_ins.keep_turn(check_in, to_json(taken.so_far), device_id=where.device_id)
    hear_and_follow(check_in, taken.facts, now, where)
    if unseen:
        tell_of_unseen(check_in, unseen, beside, now)
    if taken.so_far.end == "sent":
        settle_left(check_in, now, changed=unseen == "changed")
    note_hurt(check_in, scene.flow, taken, now)
    return taken


def _with_who_is_around(check_in: CheckInRow, scene: Scene, reply: Reply) -> Scene:
    """Let it be known who may be named, where these words, or those before, may tell of them."""
    words = reply.words if isinstance(reply, OwnWordsGiven) else None
    said = [Given(step="", asked="", words=words), scene.given]
    told = around_as_told(check_in.person_id, [one for one in said if one])
    return scene._replace(around=told)

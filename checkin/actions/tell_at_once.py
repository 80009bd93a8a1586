"""What a person tells is told at once, as a telling of theirs, wherever they said it.

Where it calls for help in the same breath, all who may know of it are rung. Source: thresholds.md
T15, trust.md A2.
"""

from collections.abc import Collection
from datetime import datetime

from checkin.actions.calls import is_a_call, is_missed
from checkin.actions.came_on import keep_where
from checkin.actions.close_telling import open_tellings
from checkin.actions.follow_turn import follow
from checkin.actions.more_of_hurt import CRIES, told_alerts
from checkin.actions.start_check_in import begin, open_in, scene_of
from checkin.actions.tell_of_call import tell_all
from checkin.actions.tell_who_called import HURT
from checkin.actions.told_already import told_already
from checkin.agreements.kept_on import kept_on
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.flows.level import LEVELS, Level
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.keeping import to_json
from checkin.conversation.talking.told_at_once import told_at_once
from checkin.for_whom.hurt_told import HurtTold
from checkin.for_whom.of_somebody import OfSomebody
from checkin.storage import check_ins, people, what_was_sent, which_alerts
from checkin.storage.answers import NOWHERE, Where
from checkin.storage.kept_from import confided
from checkin.storage.staff import staff_by_id
from checkin.storage.tables import AlertRow, CheckInRow
from checkin.storage.written_down import written_down_among

AGAIN = "{person} wrote it again."


def tell_at_once(
    person_id: str, said: OfSomebody, kept_out: Collection[str], now: datetime, where: Where
) -> CheckInRow:
    """Tell words that call, and are of somebody they name, to those who may know; return the telling.

    `kept_out`: from whom the talk in which they stand is kept besides (ids). The same words once
    more, while somebody is to act on them, tell all of them again, unless it is kept from more now.
    """
    name, named = people.held(person_id).called, said.told.by.named
    before = told_already(person_id, said.words)
    if before and _is_kept_from(before, {*named, *kept_out}):
        _tell_all(before, AGAIN.format(person=name), where, now)
        return before
    by = said.told.by._replace(named=(*named, *sorted(set(kept_out).difference(named))))
    level = as_soon_as_their_call(person_id, said.told).level
    told = tell(person_id, said.words, and_those_before(person_id, by), now, where, level)
    if said.told.calls:
        _tell_all(told, CRIES.format(person=name), where, now)
    else:
        _keep_where(told, where, now)
    return told


def _is_kept_from(told: CheckInRow, those: Collection[str]) -> bool:
    kept = confided([told.id]).get(told.id)
    return not those or (kept is not None and all(kept.is_closed_to(one) for one in those))


def _tell_all(told: CheckInRow, words: str, where: Where, now: datetime) -> None:
    tell_all(told_alerts(told), words, now, by="call")
    _keep_where(told, where, now)


def _keep_where(told: CheckInRow, where: Where, now: datetime) -> None:
    for alert in told_alerts(told)[:1]:
        keep_where(alert.group_key, where.device_id, now, wrote=True)


def as_soon_as_their_call(person_id: str, told: HurtTold) -> HurtTold:
    """Let words of somebody ask as soon as a call that is open, or a miss of which that one was told: "not Marcus"."""
    live = which_alerts.live_of_person(person_id)
    of_them = [
        one.level
        for one in live
        if is_a_call(one) or (is_missed(one) and _came(one).intersection(told.by.named))
    ]
    return told._replace(asks=min([told.asks, *of_them], key=LEVELS.index))


def _came(miss: AlertRow) -> set[str]:
    """Return who has it or was told of it at any time (staff ids): whoever was not reached yet may come too."""
    return what_was_sent.told_of([miss.id])[miss.id] | {miss.taken_by or ""}


def and_those_before(person_id: str, by: HurtBy) -> HurtBy:
    """Return it with all from whom what they told before is kept: "Lena hit me too".

    What staff wrote down that they said closes nothing that they tell themselves: whoever is accused
    could close it to all others.
    """
    open_ = open_tellings(person_id)
    told = {**confided(which_alerts.raised_of_person(person_id, HURT)), **open_}
    by_hand = written_down_among(told.keys())
    besides = kept_on({key: one for key, one in told.items() if key not in by_hand}, open_)
    kept = sorted(besides.those.difference(by.named))
    return HurtBy((*by.named, *kept), by.unclear or besides.unclear, by.hurts)


def tell(
    person_id: str,
    words: str,
    by: HurtBy,
    now: datetime,
    where: Where = NOWHERE,
    level: Level = "now",
    asked: str = "",
) -> CheckInRow:
    """Keep words as a telling of theirs, sent as it came; `by` says from whom it is kept.

    `where`: on which device they were written, or who of staff wrote them down, as said to them.
    `level`: how soon others are told. `asked`: what they answer, where we wrote it.
    """
    check_in = begin(person_id, TELL_SOMEONE, "text", now)
    open_in(check_in, now)
    if where.beside:
        check_in.done = "by_other"
        check_in.helper = staff_by_id([where.beside])[where.beside].called
    turn = told_at_once(scene_of(check_in), words, hurts=by.hurts, level=level, asked=asked)
    check_ins.keep_turn(check_in, to_json(turn.so_far), device_id=where.device_id)
    hurt = {one.step: by for one in turn.so_far.answers.values()}
    follow(check_in, turn.facts, now, hurt=hurt, where=where)
    return check_in

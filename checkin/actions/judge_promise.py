"""The person says whether what we did helped: it is closed, or open again and staff are told.

Whoever promised it and the manager are told once, in the transaction in which it opens again.
"""

from collections.abc import Iterable
from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.actions.settle_task import settle_task
from checkin.agreements.open_again import group_of, open_again
from checkin.agreements.times import local
from checkin.conversation.flows.does import Verdict
from checkin.lives.loop import Ask, Closed, Done, FallSilent, Reopened, SayImpact
from checkin.lives.loop_due import ASK_TIMES, SILENT_AFTER, is_silent
from checkin.lives.loop_moves import moved
from checkin.storage import alerts, houses, loop_moves, loops, people
from checkin.storage.tables import LoopRow
from checkin.storage.transaction import kept_together

HELPED = "The person says that it is better."


def say_impact(loop_id: str, impact: Verdict, now: datetime) -> None:
    """The person says whether it helped, or happened; nothing where nothing was done."""
    with kept_together():
        row = loops.the_loop(loop_id)
        life = loops.life_of(row)
        if not isinstance(life, Done | Reopened | Closed):
            return
        stands = moved(SayImpact(life, impact))
        loop_moves.note_impact(row, impact, now, closes=isinstance(stands, Closed))
        if isinstance(stands, Closed):
            settle_task(group_of(row.id), "better", HELPED, now)
        elif not isinstance(life, Reopened):
            _tell(row, impact, now)


def ask_if_it_helped(loop_ids: Iterable[str], now: datetime) -> None:
    """The person is asked whether it helped: counted once a day, where something was done."""
    with kept_together():
        for loop_id in loop_ids:
            row = loops.the_loop(loop_id)
            life = loops.life_of(row)
            if isinstance(life, Done) and not _asked_today(row, now):
                moved(Ask(life))
                loop_moves.note_asked(row, now)


def notice_silent_promises(now: datetime) -> None:
    """Close what they were asked about as often as we ask, and said nothing of."""
    for loop_id in loops.asked_and_silent(ASK_TIMES, now - SILENT_AFTER):
        with kept_together():
            row = loops.the_loop(loop_id)
            life = loops.life_of(row)
            if isinstance(life, Done) and row.asked_at and is_silent(life, row.asked_at, now):
                moved(FallSilent(life))
                loop_moves.note_silent(row, now)


def _asked_today(row: LoopRow, now: datetime) -> bool:
    zone = houses.house(people.the_person(row.person_id).house_id).zone
    return row.asked_at is not None and local(row.asked_at, zone).date() == local(now, zone).date()


def _tell(row: LoopRow, why: Verdict, now: datetime) -> None:
    person = people.the_person(row.person_id)
    about = as_person(person, people.name_of(person))
    number = alerts.raised_in_group(group_of(row.id)) + 1
    reached = open_again(row.id, number, why, row.owner_id, about)
    raise_alert(person, reached, now, check_in_id=row.check_in_id)

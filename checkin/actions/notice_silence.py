"""Look at every check-in whose time has come: ask, remind, or say that nobody answered.

Claimed in batches and written together with the alerts and messages it asks for, so that a kill
at any point loses nothing and doubles nothing (alerts.md 2, transaction T1).
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.actions.as_rules_see import as_person
from checkin.actions.calls import MISSED
from checkin.actions.count_answers import count_answers
from checkin.actions.due_check_ins import DueCheckIns
from checkin.actions.have_words_read import have_the_rest_read
from checkin.actions.raise_alert import Raised, raise_alerts
from checkin.actions.start_check_in import ask_afresh, is_begun
from checkin.actions.texts_of_check_ins import TextsOfCheckIns
from checkin.actions.texts_of_misses import Noticed, TextsOfMisses
from checkin.actions.turned_away import turned_away
from checkin.agreements.happened import Happened, LeftUnsent, Silent
from checkin.agreements.happened_by_text import CannotBeTexted, WhyNoText
from checkin.agreements.silence import Ask, Miss, Remind, Wait
from checkin.agreements.thresholds import reached
from checkin.conversation.saying.as_text import all_as_text
from checkin.lives import check_in_moved_by_time as moves
from checkin.lives.check_in_due import AskAgain, Count, LetGo, RingInstead, TellOfLeft
from checkin.lives.check_in_moved_by_person import Declined
from checkin.lives.reach import reach
from checkin.storage import check_ins, messages, which_check_ins
from checkin.storage.tables import CheckInRow, HeardRow
from checkin.storage.transaction import kept_together

BATCH = 500
TRY_AGAIN = timedelta(minutes=1)

log = logging.getLogger(__name__)


def notice_silence(now: datetime, most: int = BATCH) -> int:
    """Take up to `most` check-ins that are due a step further; return how many there were."""
    with kept_together():
        rows = which_check_ins.due(now, most)
        if rows:
            _take_further(rows, now)
    return len(rows)


def _take_further(rows: Sequence[CheckInRow], now: datetime) -> None:
    steps = _Steps(DueCheckIns(rows, now))
    noticed = [_noticed(steps, row) for row in rows]
    check_ins.move_many(move for one in noticed for move in one.moves)
    told = raise_alerts([raised for one in noticed for raised in one.raised], now)
    texts = [text for one in noticed for text in one.texts]
    messages.put(texts + steps.of_misses.texts(noticed, told))


def _noticed(steps: "_Steps", row: CheckInRow) -> Noticed:
    """Take one further; one that cannot be, such as a lost flow, must not hold up the others."""
    noticed = Noticed()
    try:
        steps.take_further(row, noticed)
    except Exception:  # whatever it is, it is this one's alone
        log.exception("Check-in %s cannot be taken further; it is tried again soon.", row.id)
        return Noticed([(row, moves.LookAgain(steps.now + TRY_AGAIN))])
    return noticed


class _Steps:
    """What is done about each check-in of a batch."""

    def __init__(self, batch: DueCheckIns) -> None:
        self.now = batch.now
        self.batch = batch
        self.texts = TextsOfCheckIns(batch)
        self.of_misses = TextsOfMisses(batch, self.texts)

    def take_further(self, row: CheckInRow, noticed: Noticed) -> None:
        match self.batch.steps[row.id]:
            case Ask() | AskAgain() | Remind() if self._cannot_be_asked(row):
                self._ring_instead(row, noticed)
            case Ask():
                self._ask(row, noticed)
            case AskAgain():
                self._ask_again(row, noticed)
            case Remind():
                self._remind(row, noticed)
            case Miss(down_from=down_from):
                self._miss(row, noticed, down_from)
            case RingInstead():
                self._ring_instead(row, noticed)
            case Wait() | LetGo() | Count() | TellOfLeft() as unheard:
                self._go_on_unheard(row, unheard, noticed)

    def _go_on_unheard(
        self, row: CheckInRow, unheard: Wait | LetGo | Count | TellOfLeft, noticed: Noticed
    ) -> None:
        match unheard:
            case Wait(until=until):
                noticed.moves.append((row, moves.LookAgain(until)))
            case LetGo():
                have_the_rest_read(row, self.now)
                noticed.moves.append((row, Declined()))
            case Count():
                count_answers(row, self.now)
            case TellOfLeft():
                self._tell_of_left(row, noticed)

    def _cannot_be_asked(self, row: CheckInRow) -> bool:
        """Say whether no text can reach who was not asked yet: that is no silence of theirs."""
        put_to_them = row.asked_at is not None and row.put_off_until is None
        return row.channel == "text" and not put_to_them and self._why(row) != "stopped"

    def _why(self, row: CheckInRow) -> WhyNoText:
        """Return why a check-in by text is not asked by text."""
        person = self.batch.people[row.person_id]
        if not reach(person, "text"):
            return "no_phone"
        return "paused" if person.texts_paused_at else "stopped"

    def _ask(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.Asked(self.now)))
        noticed.texts += self.texts.asking(row, self.texts.question(row))

    def _ask_again(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.AskedAgain(self.now)))
        asked = ask_afresh(row)
        if asked:  # on a tablet it waits there
            body = all_as_text(asked.prompts)
            again = f":{self.now.isoformat()}"
            noticed.texts += self.texts.asking(row, body, again=again)

    def _remind(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.Reminded(self.now)))
        noticed.texts += self.texts.text(row, "remind")

    def _miss(self, row: CheckInRow, noticed: Noticed, down_from: datetime | None) -> None:
        noticed.moves.append((row, moves.Missed(self.now)))
        have_the_rest_read(row, self.now)
        happened = Silent(
            row.id,
            row.key,
            self.batch.dated(row, row.due_at),
            in_doubt=tuple(self._said(row, one) for one in self.batch.in_doubt.get(row.id, ())),
            undelivered=self.batch.undelivered.get(row.id, 0),
            down_from=self.batch.dated(row, down_from) if down_from else None,
            begun=is_begun(row),
            not_asked=self.of_misses.why_not_asked(row),
            before=self.batch.before(row),
        )
        if MISSED in self._raise(row, happened, noticed):
            noticed.missed = row

    def _tell_of_left(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.LeftTold(self.now)))
        away = turned_away(row.device_id)
        self._raise(row, LeftUnsent(row.id, turned_away=away.said if away else ""), noticed)

    def _ring_instead(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.RungInstead()))
        call_by = row.deadline_at or row.due_at
        label = self.batch.label(row, row.due_at)
        happened = CannotBeTexted(row.id, row.key, label, call_by, why=self._why(row))
        self._raise(row, happened, noticed)

    def _raise(self, row: CheckInRow, happened: Happened, noticed: Noticed) -> set[str]:
        """Raise what it asks for; return its kinds."""
        agreed = self.batch.agreed(row)
        person = self.batch.people[row.person_id]
        found = reached(
            [agreed.agreement] if agreed else [],
            happened,
            self.now,
            person=as_person(person, self.batch.names[person.id], agreed),
        )
        noticed.raised += [Raised(person, one, agreed, row.id) for one in found]
        return {one.kind for one in found}

    def _said(self, row: CheckInRow, heard: HeardRow) -> str:
        return f'Texted {self.batch.label(row, heard.at)}: "{heard.words}"'

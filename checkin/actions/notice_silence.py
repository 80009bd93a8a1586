"""Look at every check-in whose time has come: ask, remind, or say that nobody answered.

Claimed in batches and written together with the alerts and messages it asks for, so that a kill
at any point loses nothing and doubles nothing (alerts.md 2, transaction T1).
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from checkin.actions.about import text_values
from checkin.actions.as_rules_see import as_person
from checkin.actions.count_answers import count_answers
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.have_words_read import have_the_rest_read
from checkin.actions.raise_alert import Raised, raise_alerts
from checkin.actions.start_check_in import ask_afresh, is_begun, open_in
from checkin.actions.text_person import text_to
from checkin.agreements.happened import CannotBeTexted, Happened, Silent, WhyNoText
from checkin.agreements.silence import Ask, Down, Miss, Remind, Wait
from checkin.agreements.thresholds import reached
from checkin.agreements.times import in_words
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.saying.as_text import all_as_text
from checkin.lives import check_in_moved_by_time as moves
from checkin.lives.check_in_due import AskAgain, Count, Due, LetGo, RingInstead, due
from checkin.lives.check_in_moved_by_person import Declined
from checkin.lives.check_in_moves import Move
from checkin.lives.new_message import NewMessage
from checkin.storage import (
    agreements,
    beats,
    check_ins,
    messages,
    people,
    texts_heard,
    what_was_sent,
    which_check_ins,
)
from checkin.storage.tables import CheckInRow, HeardRow
from checkin.storage.transaction import kept_together

BATCH = 500
MOST_LETTERS = 40
WILL_RING = "will_ring"
TRY_AGAIN = timedelta(minutes=1)

log = logging.getLogger(__name__)


@dataclass
class Noticed:
    """What one check-in asks for, gathered before anything is written."""

    moves: list[tuple[CheckInRow, Move]] = field(default_factory=list)
    texts: list[NewMessage] = field(default_factory=list)
    raised: list[Raised] = field(default_factory=list)


def notice_silence(now: datetime, most: int = BATCH) -> int:
    """Take up to `most` check-ins that are due a step further; return how many there were."""
    with kept_together():
        rows = which_check_ins.due(now, most)
        if rows:
            _take_further(rows, now)
    return len(rows)


def _take_further(rows: Sequence[CheckInRow], now: datetime) -> None:
    batch = _Batch(rows, now)
    noticed = [_noticed(batch, row) for row in rows]
    check_ins.move_many(move for one in noticed for move in one.moves)
    messages.put([text for one in noticed for text in one.texts])
    raise_alerts([raised for one in noticed for raised in one.raised], now)


def _noticed(batch: "_Batch", row: CheckInRow) -> Noticed:
    """Take one further; one that cannot be, such as a lost flow, must not hold up the others."""
    noticed = Noticed()
    try:
        batch.take_further(row, noticed)
    except Exception:  # whatever it is, it is this one's alone
        log.exception("Check-in %s cannot be taken further; it is tried again soon.", row.id)
        return Noticed([(row, moves.LookAgain(batch.now + TRY_AGAIN))])
    return noticed


class _Batch:
    """What the rows of one batch need to know, asked once for all of them."""

    def __init__(self, rows: Sequence[CheckInRow], now: datetime) -> None:
        self.now = now
        self.down = _last_down()
        self.agreed = agreements.versions(
            [row.agreement_version_id for row in rows if row.agreement_version_id]
        )
        self.people = people.people_by_id([row.person_id for row in rows])
        self.names = people.known_as(one.house_id for one in self.people.values())
        self.values: dict[tuple[str, str | None], Mapping[str, str]] = {}
        self.steps = {row.id: self.step(row) for row in rows}
        missed = [row for row in rows if isinstance(self.steps[row.id], Miss)]
        self.last_heard = texts_heard.last_heard([row.person_id for row in missed])
        self.in_doubt = texts_heard.in_doubt([row.id for row in missed])
        self.undelivered = what_was_sent.without_receipt([row.id for row in missed])

    def step(self, row: CheckInRow) -> Due:
        # A tablet shows what waits whenever it is opened: nothing there is asked too late.
        down = self.down if row.channel != "tablet" else None
        return due(check_ins.life_of(row), self.now, down=down)

    def take_further(self, row: CheckInRow, noticed: Noticed) -> None:
        match self.steps[row.id]:
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
            case Wait() | LetGo() | Count() as unheard:
                self._go_on_unheard(row, unheard, noticed)

    def _go_on_unheard(
        self, row: CheckInRow, unheard: Wait | LetGo | Count, noticed: Noticed
    ) -> None:
        match unheard:
            case Wait(until=until):
                noticed.moves.append((row, moves.LookAgain(until)))
            case LetGo():
                have_the_rest_read(row, self.now)
                noticed.moves.append((row, Declined()))
            case Count():
                count_answers(row, self.now)

    def _cannot_be_asked(self, row: CheckInRow) -> bool:
        """Say whether no text can reach who was not asked yet: that is no silence of theirs."""
        put_to_them = row.asked_at is not None and row.put_off_until is None
        return row.channel == "text" and not put_to_them and self._why(row) != "stopped"

    def _why(self, row: CheckInRow) -> WhyNoText:
        """Return why a check-in by text is not asked by text."""
        person = self.people[row.person_id]
        if not person.phone:
            return "no_phone"
        return "paused" if person.texts_paused_at else "stopped"

    def _ask(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.Asked(self.now)))
        self._text(row, row.asks, noticed, body=self._question(row))

    def _ask_again(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.AskedAgain(self.now)))
        asked = ask_afresh(row)
        if asked:  # on a tablet it waits there
            body = all_as_text(asked.prompts)
            self._text(row, row.asks, noticed, body=body, again=f":{self.now.isoformat()}")

    def _remind(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.Reminded(self.now)))
        self._text(row, "remind", noticed)

    def _miss(self, row: CheckInRow, noticed: Noticed, down_from: datetime | None) -> None:
        noticed.moves.append((row, moves.Missed(self.now)))
        have_the_rest_read(row, self.now)
        heard = self.last_heard.get(row.person_id)
        happened = Silent(
            row.id,
            row.key,
            self._label(row, row.due_at),
            last_heard=f"{self._label(row, heard.at)} {_words(heard)}" if heard else None,
            in_doubt=tuple(self._said(row, one) for one in self.in_doubt.get(row.id, ())),
            undelivered=self.undelivered.get(row.id, 0),
            down_from=self._label(row, down_from) if down_from else None,
            begun=is_begun(row),
        )
        if self._raise(row, happened, noticed):
            self._text(row, WILL_RING, noticed)

    def _ring_instead(self, row: CheckInRow, noticed: Noticed) -> None:
        noticed.moves.append((row, moves.RungInstead()))
        call_by = row.deadline_at or row.due_at
        label = self._label(row, row.due_at)
        happened = CannotBeTexted(row.id, row.key, label, call_by, why=self._why(row))
        self._raise(row, happened, noticed)

    def _raise(self, row: CheckInRow, happened: Happened, noticed: Noticed) -> bool:
        agreed = self.agreed.get(row.agreement_version_id or "")
        person = self.people[row.person_id]
        found = reached(
            [agreed.agreement] if agreed else [],
            happened,
            self.now,
            person=as_person(person, self.names[person.id], agreed),
        )
        ours = isinstance(happened, Silent) and happened.down_from is not None
        noticed.raised += [Raised(person, one, agreed, row.id, after_outage=ours) for one in found]
        return bool(found)

    def _said(self, row: CheckInRow, heard: HeardRow) -> str:
        return f'Texted {self._label(row, heard.at)}: "{heard.words}"'

    def _label(self, row: CheckInRow, moment: datetime) -> str:
        agreed = self.agreed.get(row.agreement_version_id or "")
        return in_words(moment, agreed.agreement.zone if agreed else "Europe/London")

    def _question(self, row: CheckInRow) -> str | None:
        """Return the first question of a flow that is held by text; None for a fixed text."""
        flow = flows_in_use().flows.get(row.asks)
        held_by_text = flow is not None and row.channel == "text"
        if not held_by_text:
            return None
        opened = open_in(row, self.now)
        sees = " ".join(flows_in_use().frame["who_sees"].say)
        return all_as_text(opened.prompts, fill(sees, opened.so_far.about.values))

    def _text(
        self,
        row: CheckInRow,
        message: str,
        noticed: Noticed,
        *,
        body: str | None = None,
        again: str = "",
    ) -> None:
        person = self.people[row.person_id]
        if row.channel != "text" or person.texts_paused_at or not person.phone:
            return
        key = (row.person_id, row.agreement_version_id)
        if key not in self.values:
            agreed = self.agreed.get(row.agreement_version_id or "")
            self.values[key] = text_values(person, agreed.agreement if agreed else None, self.now)
        noticed.texts.append(
            text_to(
                person,
                message,
                self.values[key],
                self.now,
                key=f"check_in:{row.id}:{message}{again}",
                body=body,
                check_in_id=row.id,
                # A question is pointless after its deadline; "will ring you" begins there.
                not_after=None if message == WILL_RING else row.deadline_at,
            )
        )


def _words(heard: HeardRow) -> str:
    return "(private)" if heard.private else heard.words[:MOST_LETTERS]


def _last_down() -> Down | None:
    outage = beats.last_outage()
    return Down(outage.since, outage.until) if outage else None

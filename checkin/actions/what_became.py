"""What became of what a person sent, as they read it at its end and on "You said, we did".

First who has what is open; then what was decided, and who does it; who closed it; who read it; and
where nobody did, who is to, by the day after which it is late. Both pages say it from here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from checkin import wording
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.said_in import said_in
from checkin.actions.until_read import read_on
from checkin.actions.what_we_do import as_decided, who_does
from checkin.actions.who_hurts import around_them
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.who_looks import Looks, reader, who_looks
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.own_words import OwnWordsAre, own_words_are
from checkin.lives.loop import Loop, Promised, Read, Reopened, Unread
from checkin.storage import alert_steps, check_ins, loops
from checkin.storage import staff as staff_kept
from checkin.storage.answered_in_words import answers_in_words, is_all
from checkin.storage.kept_from import confided
from checkin.storage.tables import AlertRow, CheckInRow, LoopRow, PersonRow, Staff

READ_IT = "read it"


@dataclass(frozen=True, slots=True)
class Became:
    """What stands of one check-in that was sent.

    has_it: who has what is open. decided: what was. waits: words that wait for
    that. looked: who closed what it raised, once nothing is open. read: who opened it, or read its
    words. to_read: who may, where nobody did anything. by: the day after which that is late.
    """

    has_it: tuple[Looks, ...]
    decided: tuple[LoopRow, ...]
    waits: bool
    goes_on: bool  # words wait for a decision, or what was promised to be done
    looked: tuple[Staff, ...]
    read: tuple[Staff, ...]
    to_read: tuple[Staff, ...]
    by: date | None
    words_are: OwnWordsAre | None = None  # what the words are that wait to be read
    said_of_decided: tuple[str, ...] = ()
    answered: tuple[Staff, ...] = ()  # who answered words that wait for nothing more

    @property
    def those(self) -> tuple[Staff, ...]:
        """Everybody who is named in what is said of it, each once."""
        named = (
            *(one for each in self.has_it for one in each.staff),
            *filter(None, map(who_does, self.decided)),
            *(self.looked if self._says_closed else ()),
            *self.answered,
            *(self.read if self._says_read else ()),
            *self.to_read,
        )
        return tuple({one.id: one for one in named}.values())

    @property
    def lines(self) -> tuple[str, ...]:
        """What is said beside who has what is open, and who is to read it."""
        return (
            *self.said_of_decided,
            *((_did(self.looked, "looked at this"),) if self._says_closed else ()),
            *((_answered(self.answered),) if self.answered else ()),
            *((_did(self.read, READ_IT),) if self._says_read else ()),
        )

    @property
    def _says_closed(self) -> bool:
        return bool(self.looked) and not self.decided and not (self.waits and self.read)

    @property
    def _says_read(self) -> bool:
        return bool(self.read) and (
            self.waits or not (self.decided or self.looked or self.answered)
        )


def what_became(check_in: CheckInRow, person: PersonRow, now: datetime) -> Became:
    """Return what stands of a check-in that was sent, and was not taken back."""
    said = loops.all_said_in(check_in.id)
    answers = answers_in_words([row.id for row in said])
    over = {row.id for row in said if is_all(loops.life_of(row), answers.get(row.id))}
    open_yet = [row for row in said if row.id not in over]
    waits = [row for row in open_yet if isinstance(loops.life_of(row), Unread | Read)]
    has_it = who_looks(check_in, now)
    looked = () if has_it else _who_closed(raised_by_answers(check_in.id))
    unseen = any(_opened_by(row, check_in) is None for row in waits)
    opened = None if unseen else check_in.seen_by
    read = _named({opened, *(row.read_by for row in said)})
    untouched = not (has_it or read or ((said or looked) and not waits))
    decided = tuple(row for row in open_yet if row not in waits)
    return Became(
        has_it,
        decided,
        waits=bool(waits),
        goes_on=any(_goes_on(loops.life_of(row)) for row in open_yet),
        looked=looked,
        read=read,
        to_read=tuple(_who_reads(check_in, person, now)) if untouched else (),
        by=min(map(read_on, waits)) if untouched and waits else None,
        words_are=words_are(waits, person),
        said_of_decided=tuple(
            dict.fromkeys(line for row in decided for line in as_decided(row, now))
        ),
        answered=_named(answers[key].staff_id for key in over),
    )


def _who_reads(check_in: CheckInRow, person: PersonRow, now: datetime) -> Sequence[Staff]:
    return reader(said_in({check_in.id}, now)[check_in.id], person)


def _goes_on(loop: Loop) -> bool:
    return isinstance(loop, Unread | Read | Promised | Reopened)


def words_are(waits: Sequence[LoopRow], person: PersonRow) -> OwnWordsAre:
    """Return what words are that wait, as by text: a worry, a wish, a question, thanks."""
    words = "\n".join(filter(None, (row.words for row in waits)))
    journey = OnAJourney(flows_in_use().library.language, around=around_them(person.id))
    return own_words_are(words, journey)


def _who_closed(raised: Iterable[AlertRow]) -> tuple[Staff, ...]:
    closed = [one.id for one in raised if one.state == "closed"]
    return _named(alert_steps.newest_step(one).staff_id for one in closed)


def _named(ids: Iterable[str | None]) -> tuple[Staff, ...]:
    return staff_kept.staff_by_name(one for one in ids if one)


def who_answered(rows: Sequence[LoopRow]) -> dict[str, str]:
    """Say by loop who answered its words in words of their own, where somebody did."""
    answers = answers_in_words([row.id for row in rows])
    return {key: _answered(_named([one.staff_id])) for key, one in answers.items()}


def answered_wholly(rows: Sequence[LoopRow]) -> set[str]:
    """Return which of these (ids) were answered so, and wait for nothing more."""
    answers = answers_in_words([row.id for row in rows])
    return {row.id for row in rows if is_all(loops.life_of(row), answers.get(row.id))}


def who_read(row: LoopRow) -> str:
    """Say who read these words, or opened since where they were said; nothing where nobody did."""
    read = readers_of(row)
    return _did(read, READ_IT) if read else ""


def readers_of(row: LoopRow) -> tuple[Staff, ...]:
    """Return who read these words, or opened since where they were said."""
    sent = check_ins.check_in(row.check_in_id) if row.check_in_id else None
    return _named({row.read_by, _opened_by(row, sent) if sent else None})


def _opened_by(row: LoopRow, sent: CheckInRow) -> str | None:
    """Return who opened these words where they were sent (staff id): not who looked before they came.

    What was told apart since is read by itself.
    """
    told = confided({sent.id}).get(sent.id)
    if sent.seen_at is None or (told and told.came_later(row.raised_at)):
        return None
    return sent.seen_by if sent.seen_at >= row.raised_at else None


def _answered(staff: Sequence[Staff]) -> str:
    return f"{wording.in_a_row([one.called for one in staff])} answered you."


def _did(staff: Sequence[Staff], what: str) -> str:
    names = wording.begun(wording.in_a_row([one.called for one in staff]))
    return f"{names} {'has' if len(staff) == 1 else 'have'} {what}."

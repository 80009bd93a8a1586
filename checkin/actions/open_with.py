"""Gather all that is open with a person, as the rule sees it that says for whom a text is."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from checkin.actions.calls import AGREED_WORD, PRESSING, is_a_call, is_missed
from checkin.actions.checkpoints import checkpoints_of
from checkin.actions.close_telling import kept_out_now
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.more_of_hurt import told_alerts, told_and_open, told_before, told_on_a_page
from checkin.actions.said_with_them import said_with_them
from checkin.actions.say_to_person import is_apart, is_told_apart
from checkin.actions.start_check_in import so_far_of
from checkin.actions.text_conversation import question_of
from checkin.actions.zones import zone_of
from checkin.agreements.expected import CheckInState
from checkin.agreements.left_unsent import LEFT_UNSENT
from checkin.agreements.times import local
from checkin.agreements.words_of_staff import asks
from checkin.conversation.flows.level import Level
from checkin.conversation.talking.answering import SEVERAL
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.standing import own_words_before
from checkin.for_whom.one_thought import LAST_MINUTE, Earlier
from checkin.for_whom.open_with import (
    ANSWERED_FOR,
    NOTE_FOR,
    Checkpoint,
    Conversation,
    LiveAlert,
    OpenWith,
    SaidWithThem,
    Stands,
    Telling,
    WordsOfStaff,
)
from checkin.lives.check_in import asks_now, can_be_answered, is_in_time, is_put_off
from checkin.storage import (
    agreements,
    check_ins,
    people,
    texts_heard,
    what_was_sent,
    which_alerts,
    which_check_ins,
    words_of_staff,
)
from checkin.storage.kept_from import confided
from checkin.storage.tables import AlertRow, CheckInRow, HeardRow

AT_ONCE: Level = "now"
LOOKED_AT = 20  # texts of what was told, the last ones
NOT_ASKED = (CheckInState.CANCELLED, CheckInState.WITH_STAFF)
NOT_UNDERSTOOD = ("free", "automatic", "nothing", "unclear", "alert", None)


def open_with(person_id: str, now: datetime) -> OpenWith:
    """Return what is open; check-ins by text are held until the transaction ends."""
    points = checkpoints_of(person_id, now)
    talks = _conversations(person_id)
    spoke = what_was_sent.last_spoke([row.id for row in (*points, *(row for row, _ in talks))])
    of_them = which_alerts.live_of_person(person_id)
    live, rung = _open_to_all(of_them), {one.check_in_id for one in filter(is_missed, of_them)}
    return OpenWith(
        day_off=any(row.called_off_at and _is_today(row, now) for row in points),
        checkpoints=tuple(_checkpoints(points, spoke, rung, now)),
        conversations=tuple(_as_conversation(*talk, spoke, now) for talk in talks),
        alerts=tuple(
            LiveAlert(
                one.id,
                one.opened_at,
                calls=is_a_call(one),
                at_once=one.level == AT_ONCE,
                by_word=one.kind == AGREED_WORD,
            )
            for one in live
        ),
        of_staff=_of_staff(person_id, now),
        telling=_telling(person_id),
        said_with=_said_with(person_id, now),
        hurt_before=told_before(person_id),
    )


def without_hidden(here: OpenWith, hides: Callable[[datetime], bool]) -> OpenWith:
    """Return it without what was told to some alone at a time which hides it from who texts."""
    telling, words = here.telling, here.of_staff
    if telling and hides(_begun(telling.id)):
        here = replace(here, telling=None)
    if words and words.apart and hides(_begun(words.apart)):
        here = replace(here, of_staff=None)
    return here


def _begun(check_in_id: str) -> datetime:
    return check_ins.the_check_in(check_in_id).due_at


def _telling(person_id: str) -> Telling | None:
    """Return what they told to some alone while somebody is to act on it: by text, or else on a page."""
    by_text = told_and_open(person_id)
    told = by_text or told_on_a_page(person_id)
    if told is None:
        return None
    spoke = what_was_sent.last_spoke([told.id])
    return Telling(
        told.id,
        spoke.get(told.id, told.due_at),
        kept_out_now(person_id),
        by_text is not None,
        rings=told_alerts(told)[0].level in PRESSING,
        texts=tuple((one.at, one.words) for one in texts_heard.texts_in([told.id])[-LOOKED_AT:]),
    )


def _said_with(person_id: str, now: datetime) -> SaidWithThem | None:
    said = said_with_them(person_id, now)
    last = next((one.confirmed_at for one in said), None)
    names = tuple(one.confirmed_by or "" for one in said)
    return SaidWithThem(last, names) if last else None


def _of_staff(person_id: str, now: datetime) -> WordsOfStaff | None:
    found = words_of_staff.texted_last(person_id, now - ANSWERED_FOR)
    if found is None:
        return None
    words, sent_at = found
    apart = words.check_in_id if is_apart(words, now) else None
    return WordsOfStaff(words.id, sent_at, asks=asks(words.words), apart=apart)


def _open_to_all(live: Sequence[AlertRow]) -> list[AlertRow]:
    """Leave out what was told in confidence: what joined it would be missed by who may not see it."""
    ids = {one.check_in_id for one in live if one.check_in_id}
    hidden = confided(ids)
    apart = (one for one in live if one.kind != LEFT_UNSENT)
    return [one for one in apart if is_a_call(one) or one.check_in_id not in hidden]


def is_asking(person_id: str, now: datetime) -> bool:
    """Say whether a checkpoint waits for an answer now."""
    rows = checkpoints_of(person_id, now)
    return any(asks_now(check_ins.life_of(row), now) for row in rows)


def texts_before(heard: HeardRow) -> tuple[Earlier, ...]:
    """Return the texts of the last minute that came before this one, the oldest first."""
    found = texts_heard.texts_from(heard.person_id or "", heard.at - LAST_MINUTE)
    rows = [row for row in found if row.id != heard.id]
    said_in = words_of_staff.texts_said_in(rows)
    apart = {one for one in set(said_in.values()) if _is_apart(one, heard.at)}
    return tuple(
        Earlier(
            row.words,
            row.at,
            taken=row.meaning not in NOT_UNDERSTOOD,
            apart=said_in.get(row.id) in apart,
        )
        for row in rows
    )


def _is_apart(check_in_id: str, now: datetime) -> bool:
    talk = check_ins.as_it_stands(check_in_id)
    return talk is not None and is_told_apart(talk, now)


def _checkpoints(
    rows: Sequence[CheckInRow],
    spoke: dict[str, datetime],
    rung: Collection[str | None],
    now: datetime,
) -> Iterator[Checkpoint]:
    for row in rows:
        stands = _stands(row, now)
        if stands:
            asked_at = spoke.get(row.id) or row.reminded_at or row.asked_at
            today = _is_tonight(row, now)
            yield Checkpoint(
                row.id,
                stands,
                row.due_at,
                row.early_from,
                asked_at,
                today=today,
                answered_at=row.answered_at or row.answered_late_at,
                in_time=is_in_time(check_ins.life_of(row), now),
                rung=row.id in rung,
                late=row.late_minutes > 0,
            )


def _stands(row: CheckInRow, now: datetime) -> Stands | None:
    life = check_ins.life_of(row)
    if asks_now(life, now):
        return "asks"
    if can_be_answered(life) and life.due_at > now:
        return "to_come"
    return "over" if row.state not in NOT_ASKED else None


def _is_tonight(row: CheckInRow, now: datetime) -> bool:
    """Say whether its day is the person's today; a night is of the day that it began in, too."""
    return _is_today(row, now) or abs(row.due_at - now) <= NOTE_FOR


def _is_today(row: CheckInRow, now: datetime) -> bool:
    version = row.agreement_version_id
    agreement = agreements.version(version).agreement if version else None
    zone = zone_of(agreement, people.the_person(row.person_id).house_id)
    return local(row.due_at, zone).date() == local(now, zone).date()


def _conversations(person_id: str) -> list[tuple[CheckInRow, Prompt]]:
    """Return the conversations by text that ask something, or were put off, with the question."""
    flows = flows_in_use().flows
    rows = [row for row in which_check_ins.open_by_text(person_id) if row.asks in flows]
    return [(row, question) for row in rows if (question := question_of(row))]


def _as_conversation(
    row: CheckInRow, question: Prompt, spoke: dict[str, datetime], now: datetime
) -> Conversation:
    before = own_words_before(so_far_of(row))
    return Conversation(
        row.id,
        asked_at=spoke.get(row.id) or row.asked_at or now,
        options=question.options,
        many=question.kind in SEVERAL,
        put_off=is_put_off(check_ins.life_of(row)),
        kept=(before.words or "") if before else "",
    )

"""Own words on a page are heard as a text is, and as they are written: a call waits for no Send.

A cry rings at once, as a press of Help does; who asks for a person is rung soon. Either stands by
itself, and quotes what everybody here may read; whom it names, and does not plainly wish for, meets
nothing of it: it is told at once to those who may know. What is told to some alone is told with the
rest, once it is sent (conversation/talking/heard_in_words.py): there a cry alone rings, wordless;
where that is kept from all who work here, its words are told to those outside at once.
Source: texts.md B.4, thresholds.md T4 and T15.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.call_for_help import calls_for_help
from checkin.actions.came_on import keep_where
from checkin.actions.hearing import journey_of
from checkin.actions.help_coming import ASKED_FOR, group_of_help
from checkin.actions.kept_so_far import (
    keeps_anybody_out,
    kept_from_all,
    kept_out_in,
    known_to_be_kept_out,
)
from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_in import said_in
from checkin.actions.say_to_person import is_told_apart
from checkin.actions.start_check_in import so_far_of
from checkin.actions.tell_at_once import tell_at_once
from checkin.agreements.happened import HelpAsked
from checkin.agreements.happened_by_text import PersonAskedFor
from checkin.agreements.seeing import for_all_at
from checkin.conversation.flows.every_step import every_step
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.meaning import Help
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import call_in
from checkin.for_whom.hurt_told import HurtTold, asks_beside, hurt_told
from checkin.for_whom.of_somebody import OfSomebody, named_in_call
from checkin.lives.record import digest
from checkin.storage import agreements, answers, flows, people
from checkin.storage.answers import Where
from checkin.storage.tables import CheckInRow, PersonRow

WROTE = "Wrote it on a page. Not everybody here may read the words."
SHORT = 16  # letters of a digest that tell one answer of a step from the next

ForAll = HelpAsked | PersonAskedFor  # a call that everybody here may know of


@dataclass(frozen=True, slots=True)
class _Talk:
    """Where something is written, and what decides how it is heard.

    check_in: none where it belongs to no talk; that is for all. apart: it is told to some alone, as
    far as they have come.
    """

    check_in: CheckInRow | None
    person: PersonRow
    journey: OnAJourney
    now: datetime
    apart: bool = False


def hear_own_words(
    check_in: CheckInRow,
    given: Iterable[Given],
    now: datetime,
    *,
    asked_by: str | None = None,
    device_id: str | None = None,
) -> None:
    """Raise what they call for, before they are kept: words that stand already are heard once.

    `asked_by`: whose words they answer (staff id), here and below. `device_id`: on which they were
    written.
    """
    new = [one for one in given if one.words and one.words != _stands(check_in, one)]
    talk = _talk(check_in, now, asked_by) if new else None
    for one in new:
        match talk and _called_by(talk, one):
            case OfSomebody() as said:
                out = kept_out_in(check_in)
                tell_at_once(check_in.person_id, said, out, now, Where(device_id))
            case HelpAsked() as happened:
                raise_for_all(check_in.person_id, happened, device_id, now)
                _tell_those_outside(check_in, one, now, Where(device_id))
            case PersonAskedFor() as happened:
                raise_for_all(check_in.person_id, happened, device_id, now)
            case _:
                pass


def _tell_those_outside(check_in: CheckInRow, cry: Given, now: datetime, where: Where) -> None:
    """Tell a cry with its words to those outside, where what it stands in is kept from all here."""
    if by := kept_from_all(check_in):
        said = OfSomebody(cry.words or "", HurtTold(by, calls=True, asks="now"))
        tell_at_once(check_in.person_id, said, (), now, where)


def raise_for_all(person_id: str, happened: ForAll, device_id: str | None, now: datetime) -> None:
    """Raise what words call for, and keep with it on which device they were written."""
    raise_reached(people.the_person(person_id), happened, now)
    is_help = isinstance(happened, HelpAsked)
    group = group_of_help(person_id) if is_help else f"{ASKED_FOR}:{person_id}"
    keep_where(group, device_id, now, wrote=True)


def _stands(check_in: CheckInRow, given: Given) -> str | None:
    """Return what was written at the same step last."""
    rows = [row for row in answers.answers_of(check_in.id) if row.step == given.step]
    return rows[-1].words if rows else None


def calls_apart(check_in: CheckInRow, words: str, now: datetime, asked_by: str) -> bool:
    """Say whether words in a talk told to some alone call for one of those; a hurt calls them by itself."""
    talk, given = _talk(check_in, now, asked_by), Given("", "", words=words)
    hurt = hurt_told(words, talk.journey)
    return talk.apart and not hurt and call_in(given, talk.journey) is not None


def calls_somebody(
    check_in: CheckInRow, words: str, now: datetime, *, at: str = "", asked_by: str | None = None
) -> bool:
    """Say whether words that are written there call for somebody at once or soon, for all to hear.

    `at`: the step at which they are written.
    """
    called = _called_by(_talk(check_in, now, asked_by), Given(at, "", words=words))
    return isinstance(called, ForAll)


def call_of_no_talk(
    person_id: str, words: str, source: str, now: datetime, asked_by: str | None = None
) -> ForAll | OfSomebody | None:
    """Return what words that belong to no talk call for. `source`: what tells them from any others."""
    person = people.the_person(person_id)
    return _called_by(
        _Talk(None, person, _journey(person, now, asked_by), now), Given(source, "", words=words)
    )


def is_called_from(check_in: CheckInRow, now: datetime) -> bool:
    """Say whether anything that was written there so far called for somebody."""
    written = [answers.as_given(row) for row in answers.answers_of(check_in.id) if row.words]
    talk = _talk(check_in, now) if written else None
    return any(talk and isinstance(_called_by(talk, one), ForAll) for one in written)


def _talk(check_in: CheckInRow, now: datetime, asked_by: str | None = None) -> _Talk:
    person = people.the_person(check_in.person_id)
    apart = is_told_apart(check_in, now) or _says_apart(check_in)
    return _Talk(check_in, person, _journey(person, now, asked_by), now, apart)


def _journey(person: PersonRow, now: datetime, asked_by: str | None = None) -> OnAJourney:
    return journey_of(person, agreements.agreements_of(person.id, now), now, asked_by)


def _says_apart(check_in: CheckInRow) -> bool:
    """Say whether something of a hurt was written there, sent or not."""
    if not check_in.so_far or check_in.flow_version_id is None:
        return False
    flow = flows.version(check_in.flow_version_id)
    return keeps_anybody_out(check_in.person_id, flow, so_far_of(check_in))


def _called_by(talk: _Talk, given: Given) -> ForAll | OfSomebody | None:
    likes = _sets_a_line(talk.check_in, given.step)
    call = call_in(given, replace(talk.journey, of_how_they_like_it=likes))
    if call is None:
        return None
    told = hurt_told(given.words or "", talk.journey)
    if told:  # by what they did or by fear of them: the hurt is told apart
        return _beside_a_hurt(talk, given, told)
    by, is_cry = named_in_call(call, talk.journey), isinstance(call, Help)
    if not is_cry and _waits_for_send(talk, by):
        return None
    if by is None and is_cry and not _is_for_all(talk, given):
        by = _of_those(talk)
    if by is None:
        return _for_all(talk, given, is_cry=is_cry)
    return OfSomebody(
        given.words or "", HurtTold(by, calls=is_cry, asks="now" if is_cry else "soon")
    )


def _for_all(talk: _Talk, given: Given, *, is_cry: bool) -> ForAll:
    """Return a call that everybody here may know of, with its words where they may read them."""
    words, how = (given.words or "", "") if _is_for_all(talk, given) else ("", WROTE)
    if is_cry or calls_for_help(talk.person.id):
        return HelpAsked(_key(talk, given), words, how)
    return PersonAskedFor(_key(talk, given), words, how)


def _waits_for_send(talk: _Talk, by: HurtBy | None) -> bool:
    """Say whether who asks for a person there is rung once it is sent: not where words alone keep it apart."""
    if by is None or talk.check_in is None:
        return talk.apart
    return is_told_apart(talk.check_in, talk.now)


def _of_those(talk: _Talk) -> HurtBy | None:
    """Return that it is of those from whom what is told there is kept, where others here may know."""
    out = known_to_be_kept_out(talk.check_in) if talk.check_in else ()
    return HurtBy(tuple(sorted(out)), unclear=False, hurts=False) if out else None


def _sets_a_line(check_in: CheckInRow | None, at: str) -> bool:
    """Say whether what is written at a step is how they like things, and stands on their pages."""
    version = check_in.flow_version_id if check_in else None
    flow = flows.version(version) if version else None
    step = dict(every_step(flow.steps, flow)).get(at.rpartition(".")[2]) if flow else None
    return step is not None and step.sets is not None


def _is_for_all(talk: _Talk, given: Given) -> bool:
    if talk.check_in is None:
        return True
    of = talk.check_in.id
    return not talk.apart and for_all_at(said_in({of}, talk.now)[of], given.step)


def _beside_a_hurt(talk: _Talk, given: Given, told: HurtTold) -> HelpAsked | OfSomebody | None:
    """Return what it calls for beside a hurt, or that it goes on now: where it is known of whom, it is told."""
    words = given.words or ""
    by = told.by if told.by.is_known else _of_those(talk)  # "he" is whom that is kept from
    if by and (told.calls or asks_beside(words, talk.journey)):
        return OfSomebody(words, HurtTold(by._replace(hurts=True), calls=True))
    if not told.calls:
        return None
    return HelpAsked(_key(talk, given), how=WROTE, not_first=told.by.named)


def _key(talk: _Talk, given: Given) -> str:
    """Return what tells these words from those of any other turn: written again, they call again."""
    if talk.check_in is None:
        return given.step
    same = digest(given.words or "")[:SHORT]
    return f"{talk.check_in.id}:{talk.check_in.turns}:{given.step}:{same}"

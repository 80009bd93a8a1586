"""Something happened: does an agreement ask for someone, who, and how soon?

Words for staff say what happened and what to do; they never say how a person is, and never rate
anyone. Where no agreement speaks, a call for help is still a call for help.
Source: thresholds.md C.0, T1, T3, T4; scenarios.md D14 and D23.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from checkin.agreements.agreement import Agreement, Cover
from checkin.agreements.answers import from_answers
from checkin.agreements.cover import shift_ends
from checkin.agreements.done_alone import done_alone
from checkin.agreements.happened import (
    AgreementNarrowed,
    AnswersSent,
    DoneAlone,
    Happened,
    HelpAsked,
    LeftUnsent,
    OwnDevice,
    OwnPhone,
    Person,
    Silent,
    ToldOutside,
    WhyNotAsked,
    WordsFromBefore,
    WordsOpened,
    WordUsed,
    WroteOfThemself,
)
from checkin.agreements.happened_by_text import AboutTexts
from checkin.agreements.in_force import agreed, thresholds_on
from checkin.agreements.left_unsent import left_unsent
from checkin.agreements.missed_often import missed_often
from checkin.agreements.opened_words import words_opened
from checkin.agreements.own_devices import own_device
from checkin.agreements.reached import Reached, VersionOf
from checkin.agreements.tasks import from_texts
from checkin.agreements.threshold import (
    AgreedWord,
    HelpOrNotOk,
    MissedCheckIn,
    RepeatedMissed,
    Threshold,
)
from checkin.agreements.times import local
from checkin.agreements.told_outside import told_outside
from checkin.agreements.words_to_read import said_by

FIRST: Mapping[str, str] = {
    "ring": "Ring {name}.",
    "come": "Go to {name}.",
    "ring_chat_first": "Ring {name} and chat first.",
    "police": "Ring 999.",
}

WHY_NOT_ASKED: Mapping[WhyNotAsked, str] = {
    "waits_for_help": "We do not ask while somebody waits for help.",
    "ours": "We did not ask.",
}


def reached(
    agreements: Sequence[Agreement], happened: Happened, now: datetime, *, person: Person
) -> tuple[Reached, ...]:
    """Return what staff must know or do because of it; often nothing.

    `agreements` are those of the person in force; for what happened to one check-in, only the
    version that judges it. What is for TODAY is to be done by the end of the shift that is on.
    """
    thresholds = thresholds_on(agreements, local(now, person.zone).date())
    cover = agreements[0].cover if agreements else Cover()
    by_shift_end = shift_ends(cover, now, person.zone)
    return tuple(
        replace(
            one,
            do_by=one.do_by or (by_shift_end if one.level == "today" else None),
            version=_who_spoke(agreements, one.threshold),
        )
        for one in _asked_for(thresholds, happened, now, person)
    )


def _who_spoke(agreements: Sequence[Agreement], threshold: Threshold | None) -> VersionOf | None:
    """Return the version this very threshold stands in: others may have one just like it."""
    for one in agreements:
        if any(threshold is each for each in one.thresholds):
            return VersionOf(one.key, one.version)
    return None


def _asked_for(
    thresholds: Sequence[Threshold], happened: Happened, now: datetime, person: Person
) -> tuple[Reached, ...]:
    match happened:
        case Silent():
            return tuple(_from_silence(thresholds, happened, now, person))
        case WordUsed():
            word = agreed(thresholds, AgreedWord) or AgreedWord()
            return (_word_used(word, happened, person),)
        case HelpAsked():
            help_asked = agreed(thresholds, HelpOrNotOk) or HelpOrNotOk()
            return (_help_asked(help_asked, happened, person),)
        case AnswersSent():
            return from_answers(thresholds, happened, now, person)
        case _:
            return (_whatever_is_agreed(happened, person),)


def _from_silence(
    thresholds: Sequence[Threshold], silent: Silent, now: datetime, person: Person
) -> Iterator[Reached]:
    missed, often = agreed(thresholds, MissedCheckIn), agreed(thresholds, RepeatedMissed)
    if missed:
        yield _missed(missed, silent, person)
    if often and (talk := missed_often(often, silent, now, person)):
        yield talk


def _whatever_is_agreed(
    happened: ToldOutside | LeftUnsent | OwnDevice | DoneAlone | WordsOpened | AboutTexts,
    person: Person,
) -> Reached:
    match happened:
        case ToldOutside():
            return told_outside(happened, person)
        case LeftUnsent():
            return left_unsent(happened, person)
        case OwnDevice():
            return own_device(happened, person)
        case OwnPhone() | WordsFromBefore() | AgreementNarrowed() | WroteOfThemself():
            return done_alone(happened, person)
        case WordsOpened():
            return words_opened(happened, person)
        case _:
            return from_texts(happened, person)


def _missed(threshold: MissedCheckIn, silent: Silent, person: Person) -> Reached:
    key = f"missed_checkin:{silent.check_in_id}"
    did = "was not asked" if silent.not_asked else "did not answer"
    if silent.begun:
        did = "began, and did not finish"
    return Reached(
        kind=threshold.kind,
        level=threshold.level,
        key=key,
        group=key,
        title=f"{person.name} {did}: {silent.check_in_key}, due {silent.due_local_label}.",
        what=_what_is_known(silent),
        agreed_words=threshold.agreed_words,
        threshold=threshold,
    )


def _what_is_known(silent: Silent) -> tuple[str, ...]:
    """Return what does not change any more; who was heard since is read when somebody looks."""
    lines = [*silent.in_doubt]
    if silent.undelivered:
        texts = "text" if silent.undelivered == 1 else f"{silent.undelivered} texts"
        lines += [f"Last {texts} not delivered.", "Phone may be off."]
    if silent.not_asked:
        lines.append(WHY_NOT_ASKED[silent.not_asked])
    if silent.down_from:
        lines.append(f"The system was down from {silent.down_from}.")
    return tuple(lines)


def _word_used(threshold: AgreedWord, used: WordUsed, person: Person) -> Reached:
    lines = [FIRST[threshold.first_action].replace("{name}", person.name)]
    if threshold.opening_line:
        lines.append(f'Say: "{threshold.opening_line}"')
    if used.near:
        lines.append("The word was spelt nearly as agreed.")
    return Reached(
        kind=threshold.kind,
        level=threshold.level,
        key=f"agreed_word:{used.message_id}",
        group=f"agreed_word:{person.id}",
        title=f"{person.name}: agreed word used.",
        what=tuple(lines),
        agreed_words=threshold.agreed_words,
        threshold=threshold,
        said_privately=True,
    )


def _help_asked(threshold: HelpOrNotOk, asked: HelpAsked, person: Person) -> Reached:
    return Reached(
        kind=threshold.kind,
        level=threshold.level,
        key=f"help:{asked.source_id}",
        group=f"help:{person.id}",
        title=f"{person.name} asked for help or is not OK.",
        what=(asked.how,) if asked.how else said_by(person, asked.words),
        not_first=asked.not_first,
        agreed_words=threshold.agreed_words,
        threshold=threshold,
    )

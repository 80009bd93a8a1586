"""Answers were sent: what the agreements make of them.

A choice's own `tell` is what happens where no agreement speaks about that answer; a `tell` of
NOW ("someone hurt me") stands whatever was agreed.
Source: thresholds.md T6, T8, T10, T12, T15; flow-language.md "marks"; scenarios.md A05 and A07.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import assert_never

from checkin.agreements.answers_that_tell import asks_for_help, is_about, told_by_flow
from checkin.agreements.counted import Counted, Run, run_of, steps_of
from checkin.agreements.happened import AnswersSent, Person
from checkin.agreements.marks_sent import talk_asked_at
from checkin.agreements.reached import PastAnswer, Reached
from checkin.agreements.threshold import (
    AskToTalk,
    ChecklistGap,
    ConfidenceDrop,
    FeelingRun,
    PlanNotKept,
    Threshold,
)
from checkin.agreements.times import local
from checkin.agreements.working_days import working_days_on
from checkin.wording import plain_date, plain_day

WEEK = timedelta(days=7)


def from_answers(
    thresholds: Sequence[Threshold], sent: AnswersSent, now: datetime, person: Person
) -> tuple[Reached, ...]:
    """Return what these answers reach: what was agreed first, then what no agreement covers."""
    found: dict[str, Reached] = {}
    agreed = _with_talk(thresholds)
    for one in (*_agreed(agreed, sent, now, person), *told_by_flow(agreed, sent, person)):
        found.setdefault(one.key, one)
    return tuple(found.values())


def _with_talk(thresholds: Sequence[Threshold]) -> list[Threshold]:
    """Add the plain agreement for who asks to talk where none was made: nobody asks in vain."""
    talk = [] if any(isinstance(one, AskToTalk) for one in thresholds) else [AskToTalk()]
    return [*thresholds, *talk]


def _agreed(
    thresholds: Sequence[Threshold], sent: AnswersSent, now: datetime, person: Person
) -> Iterator[Reached]:
    for threshold in thresholds:
        if isinstance(threshold, AskToTalk) and talk_asked_at(sent):
            yield _talk(threshold, sent, now, person)
        if isinstance(threshold, ChecklistGap) and asks_for_help(threshold, sent):
            yield _help_today(threshold, sent, person)
        if isinstance(threshold, Counted) and is_about(threshold, sent):
            run = run_of(threshold, sent.history, now)
            if run:
                yield _counted(threshold, run, now, person)


def _talk(threshold: AskToTalk, sent: AnswersSent, now: datetime, person: Person) -> Reached:
    return Reached(
        kind=threshold.kind,
        level=threshold.level,
        key=f"ask_to_talk:{sent.check_in_id}",
        group=f"ask_to_talk:{sent.check_in_id}",
        title=f"{person.name} asked to talk.",
        agreed_words=threshold.agreed_words,
        threshold=threshold,
        task=True,
        do_by=working_days_on(now, threshold.within_working_days, person.zone),
        for_staff=sent.picked_staff or threshold.with_staff or person.keyworker,
    )


def _help_today(threshold: ChecklistGap, sent: AnswersSent, person: Person) -> Reached:
    return Reached(
        kind="checklist_help",
        level="soon",
        key=f"checklist_help:{sent.check_in_id}:{threshold.item}",
        group=f"checklist_help:{sent.check_in_id}:{threshold.item}",
        title=f"{person.name} wants help: {threshold.item}.",
        what=(f"Offer help before {person.name} leaves.",),
        agreed_words=threshold.agreed_words,
        threshold=threshold,
    )


def _counted(threshold: Counted, run: Run, now: datetime, person: Person) -> Reached:
    return Reached(
        kind=threshold.kind,
        level=threshold.level,
        key=f"{threshold.kind}:{run[-1].key}",
        group=f"{threshold.kind}:{person.id}:{steps_of(threshold)[0]}",
        title=_title(threshold, run, now, person),
        what=tuple(f"{_day(one, now, person)}: {', '.join(one.labels)}." for one in run),
        agreed_words=threshold.agreed_words,
        threshold=threshold,
        about="service" if isinstance(threshold, PlanNotKept) else "person",
    )


def _title(threshold: Counted, run: Run, now: datetime, person: Person) -> str:
    match threshold:
        case FeelingRun(mark=mark):
            return f"{person.name} said {mark} {len(run)} times."
        case ChecklistGap(item=item):
            return f"{person.name}: {item} not done {len(run)} times."
        case ConfidenceDrop(mark=mark, was=was) if was in run[0].marks:
            return f"{person.name} said {was}, and then {mark}."
        case ConfidenceDrop(mark=mark):
            return f"{person.name} said {mark} {len(run)} times."
        case PlanNotKept():
            days = ", ".join(f"{_day(one, now, person)} {_chosen(one)}" for one in run)
            return f"The morning plan was not kept: {days}."
        case _:
            assert_never(threshold)


def _day(answer: PastAnswer, now: datetime, person: Person) -> str:
    day = local(answer.at, person.zone).date()
    if local(now, person.zone).date() - day < WEEK:
        return plain_day(day)
    return plain_date(day)


def _chosen(answer: PastAnswer) -> str:
    return " and ".join(choice.replace("_", " ") for choice in answer.choices)

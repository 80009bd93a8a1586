"""Answers were sent: what the agreements make of them.

A choice's own `tell` is what happens where no agreement speaks about that answer; a `tell` of
NOW ("someone hurt me") stands whatever was agreed.
Source: thresholds.md T6, T8, T10, T12, T15; flow-language.md "marks"; scenarios.md A05 and A07.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.agreements.agreed import agreed, most_urgent
from checkin.agreements.agreement import (
    AskToTalk,
    ChecklistGap,
    FeelingRun,
    PlanNotKept,
    Threshold,
)
from checkin.agreements.counted import Run, checklist_gap, feeling_run, plan_not_kept
from checkin.agreements.happened import AnswersSent, Person
from checkin.agreements.reached import PastAnswer, Reached
from checkin.agreements.times import local, moment
from checkin.agreements.working_days import after_working_days
from checkin.conversation.talk import Marked, Tell

WEEK = timedelta(days=7)


def from_answers(
    thresholds: Sequence[Threshold], sent: AnswersSent, now: datetime, person: Person
) -> tuple[Reached, ...]:
    """Return what these answers reach: agreed thresholds first, then what no agreement covers."""
    found: list[Reached] = []
    for threshold in thresholds:
        match threshold:
            case FeelingRun():
                found += _feeling_run(threshold, sent, now, person)
            case ChecklistGap():
                found += _checklist_gap(threshold, sent, now, person)
            case PlanNotKept():
                found += _plan_not_kept(threshold, sent, now, person)
            case _:
                pass
    talk = most_urgent(agreed(thresholds, AskToTalk) or [AskToTalk()])
    found += _ask_to_talk(talk, sent, now, person)
    found += _told([*thresholds, talk], sent, person)
    return tuple({one.key: one for one in found}.values())


def _feeling_run(
    threshold: FeelingRun, sent: AnswersSent, now: datetime, person: Person
) -> list[Reached]:
    run = feeling_run(threshold, sent.history) if _marked(sent, threshold) else ()
    if not run:
        return []
    return [
        Reached(
            kind=threshold.kind,
            level=threshold.level,
            key=f"feeling_run:{run[-1].key}",
            group=f"feeling_run:{person.id}",
            title=f"{person.name} answered {threshold.mark} {len(run)} times.",
            what=_answers_in_words(run, now, person),
            agreed_words=threshold.agreed_words,
        )
    ]


def _checklist_gap(
    threshold: ChecklistGap, sent: AnswersSent, now: datetime, person: Person
) -> list[Reached]:
    found = []
    if threshold.same_day_help and _tells(sent, threshold.step):
        found.append(_help_today(threshold, sent, person))
    run = checklist_gap(threshold, sent.history) if _marked(sent, threshold) else ()
    if run:
        found.append(
            Reached(
                kind=threshold.kind,
                level=threshold.level,
                key=f"checklist_gap:{run[-1].key}",
                group=f"checklist_gap:{person.id}:{threshold.item}",
                title=f"{person.name}: {threshold.item} not done {len(run)} of the last {threshold.of_last} times.",
                what=_answers_in_words(run, now, person),
                agreed_words=threshold.agreed_words,
            )
        )
    return found


def _help_today(threshold: ChecklistGap, sent: AnswersSent, person: Person) -> Reached:
    key = f"checklist_help:{sent.check_in_id}:{threshold.item}"
    return Reached(
        kind="checklist_help",
        level="soon",
        key=key,
        group=key,
        title=f"{person.name} wants help: {threshold.item}.",
        what=("Offer help before they leave.",),
        agreed_words=threshold.agreed_words,
    )


def _plan_not_kept(
    threshold: PlanNotKept, sent: AnswersSent, now: datetime, person: Person
) -> list[Reached]:
    run = plan_not_kept(threshold, sent.history, now) if _marked(sent, threshold) else ()
    if not run:
        return []
    times = ", ".join(f"{_day(one, now, person)} {_chosen(one)}" for one in run)
    return [
        Reached(
            kind=threshold.kind,
            level=threshold.level,
            key=f"plan_not_kept:{run[-1].key}",
            group=f"plan_not_kept:{person.id}",
            title=f"The morning plan was not kept: {times}.",
            agreed_words=threshold.agreed_words,
            about="service",
        )
    ]


def _ask_to_talk(
    threshold: AskToTalk, sent: AnswersSent, now: datetime, person: Person
) -> list[Reached]:
    if not any(isinstance(fact, Marked) and fact.mark == threshold.mark for fact in sent.facts):
        return []
    here = local(now, person.zone).replace(second=0, microsecond=0)
    day = after_working_days(here.date(), threshold.within_working_days)
    key = f"ask_to_talk:{sent.check_in_id}"
    return [
        Reached(
            kind=threshold.kind,
            level=threshold.level,
            key=key,
            group=key,
            title=f"{person.name} asked to talk.",
            agreed_words=threshold.agreed_words,
            task=True,
            do_by=moment(day, here.time(), person.zone),
            for_staff=sent.picked_staff or threshold.with_staff or person.keyworker,
        )
    ]


def _told(thresholds: Sequence[Threshold], sent: AnswersSent, person: Person) -> list[Reached]:
    return [
        Reached(
            kind="told",
            level=fact.level,
            key=f"told:{sent.check_in_id}:{fact.step}",
            group=f"told:{sent.check_in_id}:{fact.step}",
            title=f"{person.name} said: {fact.label}.",
        )
        for fact in sent.facts
        if isinstance(fact, Tell)
        and (fact.level == "now" or not any(_speaks(one, sent, fact) for one in thresholds))
    ]


def _speaks(threshold: Threshold, sent: AnswersSent, tell: Tell) -> bool:
    """Say whether an agreement speaks about the very answer that tells someone."""
    marks = {
        fact.mark for fact in sent.facts if isinstance(fact, Marked) and fact.step == tell.step
    }
    step = _full(sent, tell.step)
    match threshold:
        case FeelingRun(steps=steps, mark=mark):
            return step in steps and mark in marks
        case PlanNotKept(step=counted, mark=mark):
            return step == counted and mark in marks
        case ChecklistGap(step=counted, same_day_help=help_today):
            return step == counted and help_today
        case AskToTalk(mark=mark):
            return mark in marks
        case _:
            return False


def _marked(sent: AnswersSent, threshold: FeelingRun | ChecklistGap | PlanNotKept) -> bool:
    """Say whether what was just sent is one of the answers the threshold counts."""
    steps = threshold.steps if isinstance(threshold, FeelingRun) else (threshold.step,)
    return any(
        isinstance(fact, Marked) and fact.mark == threshold.mark and _full(sent, fact.step) in steps
        for fact in sent.facts
    )


def _tells(sent: AnswersSent, step: str) -> bool:
    return any(isinstance(fact, Tell) and _full(sent, fact.step) == step for fact in sent.facts)


def _full(sent: AnswersSent, step: str) -> str:
    return f"{sent.flow}.{step}"


def _answers_in_words(run: Run, now: datetime, person: Person) -> tuple[str, ...]:
    return tuple(f"{_day(one, now, person)}: {', '.join(one.labels)}." for one in run)


def _day(answer: PastAnswer, now: datetime, person: Person) -> str:
    day = local(answer.at, person.zone).date()
    if local(now, person.zone).date() - day < WEEK:
        return f"{day:%A}"
    return f"{day:%A} {day.day} {day:%B}"


def _chosen(answer: PastAnswer) -> str:
    return " and ".join(choice.replace("_", " ") for choice in answer.choices)

"""What was agreed, in plain sentences: the person's words with the numbers beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checkin.agreements.agreement import (
    AgreedWord,
    Agreement,
    AskToTalk,
    ChecklistGap,
    CheckTime,
    FeelingRun,
    HelpOrNotOk,
    MissedCheckIn,
    PlanNotKept,
    Threshold,
)
from checkin.agreements.cover import DAY_NAMES
from checkin.staff.plain import LEVELS, minutes
from checkin.wording import in_a_row, plain_date, plain_time

LADDER: Mapping[str, str] = {
    "text_again": "Text again",
    "ring_me": "Ring the person",
    "ring_group": "Ring the group",
    "come": "Go there",
}
VIEWS: Mapping[str, str] = {
    "agrees": "They agree",
    "does_not_agree": "They do not agree",
    "not_asked": "They were not asked",
}
KINDS: Mapping[str, str] = {
    "missed_checkin": "No answer",
    "agreed_word": "The secret word",
    "help_or_not_ok": "Asking for help",
    "feeling_run": "Not good, several times",
    "ask_to_talk": "Asking to talk",
    "checklist_gap": "Something on the list not done",
    "plan_not_kept": "Staff did not keep to the plan",
}
EVERY_DAY = 7


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of an agreement: its heading, the person's words if there are any, sentences."""

    title: str
    lines: tuple[str, ...]
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one part said before, and what it says now."""

    title: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


def passages(agreement: Agreement, names: Mapping[str, str]) -> tuple[Passage, ...]:
    """Return an agreement as it is read. `names`: of staff and of the circle, by id."""
    return (
        Passage("What they said", (), agreement.agreed_words),
        Passage("When we ask", tuple(_time(one) for one in agreement.times)),
        Passage("When there is no answer", tuple(_silence(agreement))),
        Passage("What staff do, in this order", tuple(_ladder(agreement, names))),
        Passage("Who acts", tuple(_cover(agreement, names))),
        *(_threshold(one, names) for one in agreement.thresholds),
        Passage("How it was agreed", tuple(_agreed(agreement))),
    )


def differences(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Difference, ...]:
    """Say in words what changes from one version to the next."""
    titles = dict.fromkeys(one.title for one in (*before, *after))
    old, new = ({one.title: _said(one) for one in part} for part in (before, after))
    found = (
        Difference(
            title,
            tuple(line for line in old.get(title, ()) if line not in new.get(title, ())),
            tuple(line for line in new.get(title, ()) if line not in old.get(title, ())),
        )
        for title in titles
    )
    return tuple(one for one in found if one.gone or one.new)


def _said(passage: Passage) -> tuple[str, ...]:
    quote = (f'"{passage.quote}"',) if passage.quote else ()
    return (*quote, *passage.lines)


def _time(one: CheckTime) -> str:
    said = f"{one.key}: at {plain_time(one.at)}, {_days(one)}."
    if one.second_time:
        said += " The second time, when the clocks go back."
    if one.early_minutes:
        said += f" May be answered {minutes(one.early_minutes)} early."
    if one.later_at:
        said += f' "Later today" asks again at {plain_time(one.later_at)}.'
    if one.open_until:
        said += f" Stays open until {plain_time(one.open_until)}."
    return said


def _days(one: CheckTime) -> str:
    if one.on:
        return f"on {plain_date(one.on)} only"
    if len(one.days) == EVERY_DAY:
        return "every day"
    return in_a_row([DAY_NAMES[day] for day in one.days])


def _silence(agreement: Agreement) -> Iterator[str]:
    remind, missed = agreement.remind_after_minutes, agreement.missed_after_minutes
    yield f"We remind after {minutes(remind)}." if remind else "We do not remind."
    if missed:
        yield f"After {minutes(missed)} without an answer, someone acts."
    else:
        yield "Silence raises no alert."
    late = agreement.late
    if agreement.channel == "text":
        yield (
            f"LATE means {minutes(late.default)} more. At most {late.max_each} each time, and "
            f"{late.max_total_per_leg} on one way."
        )
        yield "We text thanks." if agreement.send_thanks else "No thank-you texts."


def _ladder(agreement: Agreement, names: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{number}. {LADDER[one]}" for number, one in enumerate(agreement.ladder, 1))
    allowed = [names.get(one, "someone") for one in agreement.contact_ok]
    if agreement.ladder:
        yield f"Staff may ring: {in_a_row(allowed) if allowed else 'nobody else'}."


def _cover(agreement: Agreement, names: Mapping[str, str]) -> Iterator[str]:
    cover = agreement.cover
    by_day, by_night = names.get(cover.day or "", "nobody"), names.get(cover.night or "", "nobody")
    yield f"From {plain_time(cover.day_from)}: {by_day}. From {plain_time(cover.night_from)}: {by_night}."
    if cover.team_lead:
        yield f"Team lead: {names.get(cover.team_lead, 'nobody')}."
    yield f"Manager: {names.get(cover.manager or '', 'nobody')}."


def _threshold(one: Threshold, names: Mapping[str, str]) -> Passage:
    level, means = LEVELS[one.level]
    return Passage(
        KINDS[one.kind], (*_numbers(one, names), f"{level}: {means.lower()}."), one.agreed_words
    )


def _numbers(one: Threshold, names: Mapping[str, str]) -> tuple[str, ...]:
    said: tuple[str, ...] = ()
    match one:
        case MissedCheckIn():
            said = ("No answer in the time we wait.",)
        case AgreedWord():
            said = _of_word(one)
        case HelpOrNotOk():
            own = f" Also: {', '.join(one.own_help_words)}." if one.own_help_words else ""
            said = (f"HELP, SOS, not OK.{own}",)
        case FeelingRun():
            said = (f"{one.in_a_row} in a row, or {one.count} of the last {one.of_last}.",)
        case AskToTalk():
            said = (_of_talk(one, names),)
        case ChecklistGap():
            said = (f"{one.item}: not done {one.not_done} of the last {one.of_last} times.",)
        case PlanNotKept():
            said = (f"{one.count} of the last {one.of_last} days, by their own answer.",)
    return said


def _of_word(one: AgreedWord) -> tuple[str, ...]:
    paused = ("Texts to them stop until it is closed.",) if one.pause_texts else ()
    opening = (f'Staff begin with: "{one.opening_line}"',) if one.opening_line else ()
    return (f'We answer: "{one.cover_reply}"', *opening, *paused)


def _of_talk(one: AskToTalk, names: Mapping[str, str]) -> str:
    within = one.within_working_days
    days = "1 working day" if within == 1 else f"{within} working days"
    with_whom = f" With {names.get(one.with_staff, 'staff')}" if one.with_staff else ""
    away = f", or {names.get(one.if_away, 'staff')} if away" if one.if_away else ""
    return f"Within {days}.{with_whom}{away}{'.' if with_whom else ''}"


def _agreed(agreement: Agreement) -> Iterator[str]:
    with_whom = in_a_row(list(agreement.agreed_with)) if agreement.agreed_with else "nobody named"
    yield f"On {plain_date(agreement.agreed_on)}, with {with_whom}."
    why = f": {agreement.view_reason}" if agreement.view_reason else ""
    yield f"{VIEWS[agreement.view_of_person]}{why}."
    yield f"In force from {plain_date(agreement.valid_from)}."
    reason = f" Why: {agreement.review_reason}" if agreement.review_reason else ""
    yield f"We look at it again on {plain_date(agreement.review_on)}.{reason}"
    if agreement.effect_shown:
        yield f"Shown to them: {agreement.effect_shown}"

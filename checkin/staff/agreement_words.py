"""What was agreed, in plain sentences: the person's words with the numbers beside them."""

from collections.abc import Iterator, Mapping

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.cover import DAY_NAMES
from checkin.staff.passage import Passage
from checkin.staff.threshold_words import passage_of
from checkin.staff.times import minutes
from checkin.wording import in_a_row, plain_date, plain_time

LADDER: Mapping[str, str] = {
    "text_again": "Text again",
    "ring_me": "Ring the person",
    "ring_group": "Ring the group",
    "come": "Go there",
}
VIEWS: Mapping[str, str] = {
    "agrees": "Written down then: they agree",
    "does_not_agree": "Written down then: they do not agree",
    "not_asked": "Written down then: they were not asked",
}
EVERY_DAY = 7


def passages(agreement: Agreement, names: Mapping[str, str]) -> tuple[Passage, ...]:
    """Return an agreement as it is read. `names`: of staff and of the circle, by id."""
    return (
        Passage("What they said", tuple(_since(agreement)), agreement.agreed_words),
        Passage("When we ask", tuple(_time(one) for one in agreement.times)),
        Passage("When there is no answer", tuple(_silence(agreement))),
        Passage("What staff do, in this order", tuple(_ladder(agreement, names))),
        Passage("Who acts", tuple(_cover(agreement, names))),
        *(passage_of(one, names) for one in agreement.thresholds),
        Passage("How it was agreed", tuple(_agreed(agreement))),
    )


def _since(agreement: Agreement) -> Iterator[str]:
    if agreement.time_is_their_own:
        yield "They said this before they set the time themselves."


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
    remind, acts = agreement.remind_after_minutes, agreement.acts_after_minutes
    yield f"We remind after {minutes(remind)}." if remind else "We do not remind."
    if acts:
        yield f"After {minutes(acts)} without an answer, someone acts."
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


def _agreed(agreement: Agreement) -> Iterator[str]:
    with_whom = in_a_row(list(agreement.agreed_with)) if agreement.agreed_with else "nobody named"
    yield f"On {plain_date(agreement.agreed_on)}, with {with_whom}."
    why = f": {agreement.view_reason}" if agreement.view_reason else ""
    yield f"{VIEWS[agreement.view_of_person]}{why}."
    if agreement.time_is_their_own:
        yield "They set the time themselves since."
    yield f"In force from {plain_date(agreement.valid_from)}."
    reason = f" Why: {agreement.review_reason}" if agreement.review_reason else ""
    yield f"We look at it again on {plain_date(agreement.review_on)}.{reason}"

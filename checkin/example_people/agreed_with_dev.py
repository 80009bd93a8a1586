"""What Dev agreed: his group days and his checklist, as scenarios.md has them."""

from datetime import date, time, timedelta
from typing import Any

from checkin.agreements.agreement import Agreement, CheckTime, Cover, Day
from checkin.agreements.threshold import (
    AgreedWord,
    AskToTalk,
    ChecklistGap,
    HelpOrNotOk,
    MissedCheckIn,
    Threshold,
)
from checkin.example_people.cast import Cast

GROUP_DAYS: tuple[Day, ...] = ("tue", "thu", "fri", "sun")
EVERY_DAY: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REVIEW_AFTER = timedelta(days=28)


def group_days_of_dev(
    cast: Cast, today: date, days: tuple[Day, ...] = GROUP_DAYS, **changes: object
) -> Agreement:
    """Return what Dev agreed about his texts on group days."""
    agreed: dict[str, Any] = {
        "key": "dev-group-days",
        "title": "Texts on group days",
        "group_name": "art",
        "channel": "text",
        "times": _times_out(days),
        "remind_after_minutes": 10,
        "missed_after_minutes": 20,
        "send_thanks": True,
        "ladder": ("text_again", "ring_me", "ring_group", "come"),
        "contact_ok": (cast.sam,),
        "thresholds": _thresholds_out(cast),
        "agreed_words": (
            "If I don't text back, text me again. Then ring me. Then ring the group. "
            "Don't ring my mum first."
        ),
    }
    return _agreed_with_priya(cast, cast.dev, today, **(agreed | changes))


def _times_out(days: tuple[Day, ...]) -> tuple[CheckTime, ...]:
    return (
        CheckTime(
            key="leave",
            at=time(9, 15),
            days=days,
            asks="ask_leave",
            leg="out",
            early_minutes=30,
        ),
        CheckTime(
            key="arrive", at=time(10), days=days, asks="ask_arrive", leg="out", early_minutes=20
        ),
        CheckTime(
            key="home", at=time(16), days=days, asks="ask_home", leg="back", early_minutes=60
        ),
    )


def _thresholds_out(cast: Cast) -> tuple[Threshold, ...]:
    return (
        MissedCheckIn(agreed_words="If I don't text back, text me again. Then ring me."),
        AgreedWord(
            agreed_words="If I say the word, ring me and chat first. Then tell me where to go.",
            opening_line="Hi Dev. How was art?",
        ),
        HelpOrNotOk(agreed_words="If I text HELP, ring me. Do not send questions."),
        AskToTalk(with_staff=cast.priya, if_away=cast.marcus),
    )


def checklist_of_dev(cast: Cast, today: date, days: tuple[Day, ...] = GROUP_DAYS) -> Agreement:
    """Return what Dev agreed about getting ready on group days."""
    return _agreed_with_priya(
        cast,
        cast.dev,
        today,
        key="dev-getting-ready",
        title="Am I ready? On group days",
        group_name="art",
        channel="tablet",
        times=(
            CheckTime(
                key="ready", at=time(8, 30), days=days, asks="group_day",
                early_minutes=60, open_until=time(12),
            ),
        ),
        thresholds=(
            ChecklistGap(
                item="tablets",
                step="group_day.tablets",
                mark="tablets not taken",
                agreed_words="If I miss tablets 2 times, a worker comes with me next time."
            ),
        ),
        agreed_words="Ask me in the morning if I am ready. I decide if I go.",
    )  # fmt: skip


def _agreed_with_priya(cast: Cast, person: str, today: date, **words: Any) -> Agreement:
    """Return a first version that Priya wrote down today, and the person agrees to."""
    agreed = {
        "version": 1,
        "person": person,
        "cover": cover_of(cast),
        "agreed_with": ("Priya",),
        "view_of_person": "agrees",
        "agreed_on": today,
        "valid_from": today,
        "review_on": today + REVIEW_AFTER,
    }
    return Agreement.model_validate(agreed | words)


def cover_of(cast: Cast) -> Cover:
    """Return who is on cover at Willow Court."""
    return Cover(day=cast.marcus, night=cast.lena, team_lead=cast.marcus, manager=cast.jo)

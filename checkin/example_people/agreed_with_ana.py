"""What Ana agreed: her mornings and her weeks, as scenarios.md has them."""

from datetime import date, time

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.threshold import AskToTalk, FeelingRun, PlanNotKept
from checkin.example_people.agreed_with_dev import EVERY_DAY, _agreed_with_priya
from checkin.example_people.cast import Cast


def mornings_of_ana(cast: Cast, today: date) -> Agreement:
    """Return what Ana agreed about her mornings: two taps a day, no alarm when she says nothing."""
    return _agreed_with_priya(
        cast,
        cast.ana,
        today,
        key="ana-mornings",
        title="My morning",
        channel="tablet",
        times=(
            CheckTime(
                key="daily", at=time(10, 30), days=EVERY_DAY, asks="my_morning_daily",
                later_at=time(13), open_until=time(13, 30),
            ),
        ),
        thresholds=(
            PlanNotKept(
                step="my_morning_daily.daily_kept",
                mark="plan not kept",
                agreed_words="If you forget my quiet time 2 times, the boss has to sort it."
            ),
            FeelingRun(
                steps=("my_morning_daily.daily_how", "what_matters.week"),
                mark="not good",
                agreed_words="3 sad faces means come and sit with me. Don't make it a big thing.",
            ),
        ),
        agreed_words="Ask me at half past ten. I will tell you how it was.",
    )  # fmt: skip


def weeks_of_ana(cast: Cast, today: date) -> Agreement:
    """Return what Ana agreed about her weeks: Wednesdays at five, and whom she talks to."""
    return _agreed_with_priya(
        cast,
        cast.ana,
        today,
        key="ana-weeks",
        title="My week",
        channel="tablet",
        times=(
            CheckTime(
                key="week", at=time(17), days=("wed",), asks="what_matters", open_until=time(21)
            ),
        ),
        thresholds=(
            AskToTalk(
                with_staff=cast.priya, if_away=cast.marcus,
                agreed_words="If I ask for Priya, don't send someone else unless she is on holiday.",
            ),
        ),
        agreed_words="Ask me about my week on Wednesdays.",
    )  # fmt: skip

"""What Dev and Ana agreed (scenarios.md D.1 and D.2), and moments written the short way."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from checkin.agreements.agreement import Agreement, CheckTime, Cover
from checkin.agreements.happened import Person
from checkin.agreements.in_force import MIDNIGHT, Lasts, over_at
from checkin.agreements.threshold import (
    AgreedWord,
    AskToTalk,
    ChecklistGap,
    ConfidenceDrop,
    FeelingRun,
    HelpOrNotOk,
    MissedCheckIn,
    PlanNotKept,
)
from checkin.agreements.times import moment

LONDON = "Europe/London"
DEV = Person(id="dev", name="Dev", keyworker="priya")
ANA = Person(id="ana", name="Ana", keyworker="priya")
STAFF = {"marcus": "Marcus", "lena": "Lena", "jo": "Jo", "priya": "Priya"}
COVER = Cover(day="marcus", night="lena", manager="jo", team_lead="marcus")
GROUP_DAYS = ("tue", "thu", "fri", "sun")

LEAVE = CheckTime(
    key="leave", at=time(9, 15), days=GROUP_DAYS, asks="ask_leave", leg="out", early_minutes=30
)
ARRIVE = CheckTime(
    key="arrive", at=time(10), days=GROUP_DAYS, asks="ask_arrive", leg="out", early_minutes=20
)
HOME = CheckTime(
    key="home", at=time(16), days=GROUP_DAYS, asks="ask_home", leg="back", early_minutes=60
)
DISCO_HOME = CheckTime(
    key="disco_home", at=time(1, 30), on=date(2026, 10, 25), asks="ask_home", early_minutes=60
)
MISSED = MissedCheckIn(
    agreed_words="If I don't text back, text me again. Then ring me. Don't ring my mum first."
)
WORD = AgreedWord(agreed_words="If I say the word, ring me and chat first.")
HELP = HelpOrNotOk(agreed_words="If I text HELP, ring me. Do not send questions.")
TALK = AskToTalk(with_staff="priya", agreed_words="If I ask for Priya, don't send someone else.")
TABLETS = ChecklistGap(
    item="tablets",
    step="group_day.tablets",
    mark="tablets not taken",
    agreed_words="If I miss tablets 2 times, a worker comes with me next time.",
)
SURE = ConfidenceDrop(
    mark="not sure",
    was="sure",
    steps=("group_day.sure",),
    agreed_words="If I am not sure 2 times, we practise again.",
)
FACES = FeelingRun(
    mark="not good",
    steps=("my_morning_daily.daily_how",),
    agreed_words="3 sad faces means come and sit with me.",
)
PLAN = PlanNotKept(
    step="my_morning_daily.daily_kept",
    mark="plan not kept",
    agreed_words="If you forget my quiet time 2 times, the boss has to sort it.",
)


def dev_agreement(**changes) -> Agreement:
    """Return Dev's group days, version 1, or with some of it changed."""
    agreed = {
        "key": "dev-group-days",
        "version": 1,
        "person": "dev",
        "title": "Texts on group days",
        "group_name": "the hall",
        "channel": "text",
        "times": (LEAVE, ARRIVE, HOME),
        "remind_after_minutes": 10,
        "missed_after_minutes": 20,
        "ladder": ("text_again", "ring_me", "ring_group", "come"),
        "contact_ok": ("sam-art-hall",),
        "cover": COVER,
        "thresholds": (MISSED, WORD, HELP, TALK, TABLETS),
        "agreed_words": "Text me on group days. Don't ring my mum first.",
        "view_of_person": "agrees",
        "agreed_on": date(2026, 10, 5),
        "valid_from": date(2026, 10, 5),
        "review_on": date(2026, 11, 2),
    }
    return Agreement(**{**agreed, **changes})


def ana_agreement(**changes) -> Agreement:
    """Return Ana's daily check, or with some of it changed."""
    daily = CheckTime(
        key="daily",
        at=time(10, 30),
        days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        asks="my_morning_daily",
        later_at=time(13),
        open_until=time(13, 30),
    )
    agreed = {
        "key": "ana-mornings",
        "version": 1,
        "person": "ana",
        "title": "My morning",
        "channel": "tablet",
        "times": (daily,),
        "cover": COVER,
        "thresholds": (FACES, TALK, PLAN),
        "agreed_words": "One voice. Quiet first.",
        "view_of_person": "agrees",
        "agreed_on": date(2026, 11, 2),
        "valid_from": date(2026, 11, 2),
        "review_on": date(2026, 11, 30),
    }
    return Agreement(**{**agreed, **changes})


def utc(moment: str) -> datetime:
    """Read "2026-10-25 00:30:00" as UTC."""
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


def london(moment: str) -> datetime:
    """Read "2026-10-22 10:20" as the clock in London shows it; the moment in UTC."""
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(LONDON)).astimezone(UTC)


def as_kept(*agreements: Agreement) -> list[Lasts]:
    """Return versions as they are kept, each from its first midnight on."""
    kept = [Lasts(one, moment(one.valid_from, MIDNIGHT, LONDON)) for one in agreements]
    return [replace(one, in_force_to=over_at(one, kept)) for one in kept]

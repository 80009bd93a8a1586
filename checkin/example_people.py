"""The people of the demo and of the tests: Dev, Ana and the staff of Willow Court.

All are made up; the phone numbers are of the range kept for dramas. Source: scenarios.md.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from checkin.actions.add_staff import add_staff
from checkin.actions.change_agreement import change_agreement
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.actions.set_secret_word import set_secret_word
from checkin.agreements.agreement import (
    AgreedWord,
    Agreement,
    AskToTalk,
    ChecklistGap,
    CheckTime,
    Cover,
    Day,
    FeelingRun,
    HelpOrNotOk,
    MissedCheckIn,
    PlanNotKept,
)
from checkin.agreements.how_asked import Lines, Sound
from checkin.storage import devices, own, people
from checkin.storage.tables import CircleRow, DeviceRow, HouseRow, PersonRow, new_id
from checkin.storage.transaction import kept_together

GROUP_DAYS: tuple[Day, ...] = ("tue", "thu", "fri", "sun")
EVERY_DAY: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SECRET_WORD = "pineapple"  # noqa: S105 (of the demo alone)
REVIEW_AFTER = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone's ids, and the tokens of the two devices."""

    house: str
    dev: str
    ana: str
    priya: str
    marcus: str
    lena: str
    jo: str
    mum: str
    sam: str
    house_tablet: str
    devs_phone: str


def put_example_people(
    now: datetime, agreed_on: date, password: str, *, group_days: tuple[Day, ...] = GROUP_DAYS
) -> Cast:
    """Keep the example people, what was agreed with them that day, and their devices."""
    with kept_together():
        house = HouseRow(id=new_id(), name="Willow Court")
        people.put(house)
        staff = {
            called: add_staff(
                f"{called.lower()}@willow-court.example", name, called, role, house.id, password, now,
                phone=phone,
            )
            for called, name, role, phone in (
                ("Priya", "Priya Shah", "support_worker", "+447700900101"),
                ("Marcus", "Marcus Bell", "team_lead", "+447700900102"),
                ("Lena", "Lena Novak", "support_worker", "+447700900103"),
                ("Jo", "Jo Okafor", "manager", "+447700900104"),
            )
        }  # fmt: skip
        dev = _put_dev(house.id, staff["Priya"])
        ana = _put_ana(house.id, staff["Priya"])
        mum, sam = _put_circle_of_dev(dev)
        tokens = [_put_device(house.id, None, "Tablet in the lounge", now)]
        tokens.append(_put_device(house.id, dev, "Dev's own phone", now))
        cast = Cast(
            house.id, dev, ana, staff["Priya"], staff["Marcus"], staff["Lena"], staff["Jo"],
            mum, sam, *tokens,
        )  # fmt: skip
        set_secret_word(dev, SECRET_WORD, now)
        for agreement in (
            group_days_of_dev(cast, agreed_on, group_days),
            checklist_of_dev(cast, agreed_on, group_days),
            mornings_of_ana(cast, agreed_on),
            weeks_of_ana(cast, agreed_on),
        ):
            problems = change_agreement(agreement, staff["Priya"], now)
            if problems:
                raise ValueError("; ".join(problems))
        plan_check_ins(now)
    return cast


def group_days_of_dev(
    cast: Cast, today: date, days: tuple[Day, ...] = GROUP_DAYS, **changes: object
) -> Agreement:
    """Return what Dev agreed about his texts on group days."""
    agreed: dict[str, object] = {
        "key": "dev-group-days",
        "version": 1,
        "person": cast.dev,
        "title": "Texts on group days",
        "group_name": "art",
        "channel": "text",
        "times": (
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
        ),
        "remind_after_minutes": 10,
        "missed_after_minutes": 20,
        "send_thanks": True,
        "ladder": ("text_again", "ring_me", "ring_group", "come"),
        "contact_ok": (cast.sam,),
        "cover": _cover(cast),
        "thresholds": (
            MissedCheckIn(agreed_words="If I don't text back, text me again. Then ring me."),
            AgreedWord(
                agreed_words="If I say the word, ring me and chat first. Then tell me where to go.",
                opening_line="Hi Dev. How was art?",
            ),
            HelpOrNotOk(agreed_words="If I text HELP, ring me. Do not send questions."),
            AskToTalk(with_staff=cast.priya, if_away=cast.marcus),
        ),
        "agreed_words": (
            "If I don't text back, text me again. Then ring me. Then ring the group. "
            "Don't ring my mum first."
        ),
        "agreed_with": ("Priya",),
        "view_of_person": "agrees",
        "effect_shown": "If we wait 20 minutes, we would have rung you 4 times.",
        "agreed_on": today,
        "valid_from": today,
        "review_on": today + REVIEW_AFTER,
    }
    return Agreement.model_validate(agreed | changes)


def checklist_of_dev(cast: Cast, today: date, days: tuple[Day, ...] = GROUP_DAYS) -> Agreement:
    """Return what Dev agreed about getting ready on group days."""
    return Agreement(
        key="dev-getting-ready",
        version=1,
        person=cast.dev,
        title="Am I ready? On group days",
        group_name="art",
        channel="tablet",
        times=(
            CheckTime(
                key="ready", at=time(8, 30), days=days, asks="group_day",
                early_minutes=60, open_until=time(12),
            ),
        ),
        cover=_cover(cast),
        thresholds=(
            ChecklistGap(
                item="tablets",
                step="group_day.tablets",
                mark="tablets not taken",
                agreed_words="If I miss tablets 2 times, a worker comes with me next time."
            ),
        ),
        agreed_words="Ask me in the morning if I am ready. I decide if I go.",
        agreed_with=("Priya",),
        view_of_person="agrees",
        agreed_on=today,
        valid_from=today,
        review_on=today + REVIEW_AFTER,
    )  # fmt: skip


def mornings_of_ana(cast: Cast, today: date) -> Agreement:
    """Return what Ana agreed about her mornings: two taps a day, no alarm when she says nothing."""
    return Agreement(
        key="ana-mornings",
        version=1,
        person=cast.ana,
        title="My morning",
        channel="tablet",
        times=(
            CheckTime(
                key="daily", at=time(10, 30), days=EVERY_DAY, asks="my_morning_daily",
                later_at=time(13), open_until=time(13, 30),
            ),
        ),
        cover=_cover(cast),
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
        agreed_with=("Priya",),
        view_of_person="agrees",
        agreed_on=today,
        valid_from=today,
        review_on=today + REVIEW_AFTER,
    )  # fmt: skip


def weeks_of_ana(cast: Cast, today: date) -> Agreement:
    """Return what Ana agreed about her weeks: Wednesdays at five, and whom she talks to."""
    return Agreement(
        key="ana-weeks",
        version=1,
        person=cast.ana,
        title="My week",
        channel="tablet",
        times=(
            CheckTime(
                key="week", at=time(17), days=("wed",), asks="what_matters", open_until=time(21)
            ),
        ),
        cover=_cover(cast),
        thresholds=(
            AskToTalk(
                with_staff=cast.priya, if_away=cast.marcus,
                agreed_words="If I ask for Priya, don't send someone else unless she is on holiday.",
            ),
        ),
        agreed_words="Ask me about my week on Wednesdays.",
        agreed_with=("Priya",),
        view_of_person="agrees",
        agreed_on=today,
        valid_from=today,
        review_on=today + REVIEW_AFTER,
    )  # fmt: skip


def _cover(cast: Cast) -> Cover:
    return Cover(day=cast.marcus, night=cast.lena, team_lead=cast.marcus, manager=cast.jo)


def _put_dev(house_id: str, keyworker: str) -> str:
    dev = PersonRow(
        id=new_id(),
        house_id=house_id,
        name="Dev Rahman",
        called="Dev",
        phone="+447700900001",
        keyworker_id=keyworker,
    )
    people.put(dev)
    for field in ("asks_about_tablets", "asks_about_food", "travels_alone"):
        own.put_field(dev.id, field, "yes")
    own.put_lines(dev.id, Lines.GOAL, ["go to the cafe on my own after art"])
    own.put_places(dev.id, ["The library", "Oak Lane Cafe"])
    return dev.id


def _put_ana(house_id: str, keyworker: str) -> str:
    ana = PersonRow(
        id=new_id(),
        house_id=house_id,
        name="Ana Whitlock",
        called="Ana",
        keyworker_id=keyworker,
        one_tap=True,
        sound=Sound.ALWAYS,
        quiet_from=time(8, 30),
        quiet_minutes=5,
    )
    people.put(ana)
    own.put_lines(ana.id, Lines.GOAL, ["cook pasta for my friends"])
    plan = ["Start at half past 8", "5 minutes quiet first", "One voice: Priya"]
    own.put_lines(ana.id, Lines.PLAN, plan)
    return ana.id


def _put_circle_of_dev(dev: str) -> tuple[str, str]:
    mum = CircleRow(
        id=new_id(), person_id=dev, name="Mum", relation="mother", phone="+447700900201"
    )
    sam = CircleRow(
        id=new_id(), person_id=dev, name="Sam", relation="art hall", phone="+447700900202"
    )
    people.put(mum)
    people.put(sam)
    return mum.id, sam.id


def _put_device(house_id: str, person_id: str | None, label: str, now: datetime) -> str:
    token = new_id() + new_id()
    devices.put(
        DeviceRow(
            id=new_id(),
            house_id=house_id,
            person_id=person_id,
            label=label,
            token_hash=devices.hashed(token),
            enrolled_at=now,
        )
    )
    return token

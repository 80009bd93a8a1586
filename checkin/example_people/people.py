"""Dev, Ana and the staff of Willow Court; the phone numbers are of the range kept for dramas."""

from datetime import date, datetime, time

from checkin.actions.add_outside_contact import add_outside_contact
from checkin.actions.add_person import add_person
from checkin.actions.add_staff import add_staff
from checkin.actions.change_agreement import change_agreement
from checkin.actions.enrol_device import add_device
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.actions.set_secret_word import set_secret_word
from checkin.actions.start_check_in import begin_again_or_go_on
from checkin.agreements.agreement import Day
from checkin.agreements.how_asked import Lines, Sound
from checkin.example_people.agreed_with_ana import mornings_of_ana, weeks_of_ana
from checkin.example_people.agreed_with_dev import GROUP_DAYS, checklist_of_dev, group_days_of_dev
from checkin.example_people.cast import Cast
from checkin.lives.record import CHECKIN
from checkin.storage import own, own_sets, people
from checkin.storage.tables import CircleRow, HouseRow, new_id
from checkin.storage.transaction import kept_together

SECRET_WORD = "pineapple"  # noqa: S105 (of the demo alone)


class ExampleError(Exception):
    """The example people cannot be kept with the flows here; the message says why."""


def put_example_people(
    now: datetime, agreed_on: date, password: str, *, group_days: tuple[Day, ...] = GROUP_DAYS
) -> Cast:
    """Keep the example people, what was agreed with them that day, and their devices."""
    with kept_together():
        house = HouseRow(id=new_id(), name="Willow Court")
        people.put(house)
        staff = _put_staff(house.id, password, now)
        safeguarding, advocacy = _put_outside(house.id, password, now)
        dev = _put_dev(house.id, staff["Priya"], now)
        ana = _put_ana(house.id, staff["Priya"], now)
        mum, sam = _put_circle_of_dev(dev)
        lounge = add_device(house.id, None, "Tablet in the lounge", staff["Priya"], now)
        devs_phone = add_device(house.id, dev, "Dev's own phone", staff["Priya"], now)
        cast = Cast(
            house.id, dev, ana, staff["Priya"], staff["Marcus"], staff["Lena"], staff["Jo"],
            safeguarding, advocacy, mum, sam, lounge, devs_phone,
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
                raise ExampleError(
                    f"The example agreement '{agreement.title}' does not fit the flows here. "
                    f"{' '.join(problems)} Put back what it counts, or start the demo with the "
                    "flows that ship (take CHECKIN_FLOWS away)."
                )
        plan_check_ins(now)
    return cast


def ask_at_once(cast: Cast, now: datetime) -> None:
    """Let something wait for both as soon as the demo is opened, at whatever hour."""
    for person in (cast.ana, cast.dev):
        begin_again_or_go_on(person, "what_matters", now)


def _put_staff(house_id: str, password: str, now: datetime) -> dict[str, str]:
    return {
        called: add_staff(
            f"{called.lower()}@willow-court.example", name, called, role, house_id, password, now,
            phone=phone,
        )
        for called, name, role, phone in (
            ("Priya", "Priya Shah", "support_worker", "+447700900101"),
            ("Marcus", "Marcus Bell", "team_lead", "+447700900102"),
            ("Lena", "Lena Novak", "support_worker", "+447700900103"),
            ("Jo", "Jo Okafor", "manager", "+447700900104"),
        )
    }  # fmt: skip


def _put_outside(house_id: str, password: str, now: datetime) -> tuple[str, ...]:
    """Keep two offices outside the house, not two people."""
    return tuple(
        add_outside_contact(email, name, name, role, house_id, password, now, phone=phone)
        for email, name, role, phone in (
            ("lead@safeguarding.example", "the safeguarding lead", "safeguarding_lead",
             "+447700900301"),
            ("office@advocacy.example", "the advocacy service", "outside", "+447700900302"),
        )
    )  # fmt: skip


def _put_dev(house_id: str, keyworker: str, now: datetime) -> str:
    phone = "+447700900001"
    dev = add_person(house_id, "Dev Rahman", "Dev", phone, now, keyworker_id=keyworker)
    for field in ("asks_about_tablets", "asks_about_food", "travels_alone"):
        own.put_field(dev, field, "yes")
    own_sets.put_lines(dev, Lines.GOAL, ["go to the cafe on my own after art"], CHECKIN, now)
    own.put_places(dev, ["The library", "Oak Lane Cafe"])
    return dev


def _put_ana(house_id: str, keyworker: str, now: datetime) -> str:
    ana = add_person(house_id, "Ana Whitlock", "Ana", None, now, keyworker_id=keyworker)
    people.change(
        ana, one_tap=True, sound=Sound.ALWAYS, quiet_from=time(8, 30), quiet_minutes=5
    )  # fmt: skip
    own_sets.put_lines(ana, Lines.GOAL, ["cook pasta for my friends"], CHECKIN, now)
    plan = ["Start at half past 8", "5 minutes quiet first", "One voice: Priya"]
    own_sets.put_lines(ana, Lines.PLAN, plan, CHECKIN, now)
    return ana


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

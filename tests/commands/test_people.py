"""Whoever sets Checkin up lets the first people in from the command line."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import delete

from checkin import clock
from checkin.actions.find_person import find_person, find_staff
from checkin.app import create_app
from checkin.commands.people import people
from checkin.commands.upkeep import doctor
from checkin.settings import SettingsError, read_settings
from checkin.storage import agreements
from checkin.storage import staff as staff_kept
from checkin.storage.circles import circle_of
from checkin.storage.houses import house_named
from checkin.storage.people import change, everyone
from checkin.storage.phones import phones
from checkin.storage.record_check import faults
from checkin.storage.tables import db, outside_contacts
from checkin.storage.transaction import kept_together
from tests.conftest import BEGINS

EXAMPLE = Path(__file__).parents[2] / "docs" / "agreement.yaml"

DEV = ["add-person", "--house", "Willow Court", "--name", "Dev Rahman", "--phone", "+447700900001"]
JO = ["add-staff", "--house", "Willow Court", "--name", "Jo Okafor", "--role", "manager"]
PASSWORD = ["--password", "a sentence to keep in mind"]
JO_SIGNS_IN = [*JO, "--email", "jo@willow-court.example"]


@pytest.fixture
def run(tmp_path, monkeypatch, sqlite_template):
    monkeypatch.setenv("CHECKIN_SECRET_KEY", "a secret of the tests alone")
    monkeypatch.setenv("CHECKIN_DATA", str(tmp_path))
    shutil.copy(sqlite_template.database, tmp_path / "checkin.db")  # up to date already
    clock.stop_at(BEGINS)

    def run(*words, typed=""):
        return CliRunner().invoke(people, words, input=f"{typed}\n{typed}\n" if typed else None)

    yield run
    clock.stop_at(None)


OUTSIDE = {
    "safeguarding_lead": ("lead@safeguarding.example", "07700 900301"),
    "outside": ("office@advocacy.example", "07700 900302"),
}


def add_outside(run, house="Willow Court", *roles):
    """Let a house have the contacts outside it without which it does not open."""
    for role in roles or OUTSIDE:
        email, phone = OUTSIDE[role]
        options = ["--name", f"The {role} office", "--role", role, "--email", email]
        done = run("add-outside", "--house", house, *options, "--phone", phone, typed=PASSWORD[1])
        assert done.exit_code == 0, done.output


def test_jo_can_sign_in_once_she_was_added(run):
    done = run(*JO_SIGNS_IN, "--password", "a sentence to keep in mind")

    assert (done.exit_code, "Jo Okafor can sign in" in done.output) == (0, True)


A_STAFF = {
    "--house": "Willow Court", "--name": "Jo Okafor", "--called": "Jo",
    "--email": "jo@willow-court.example",
}  # fmt: skip


@pytest.mark.parametrize("option", A_STAFF)
@pytest.mark.parametrize("typed", ["", "  ", "Jo\0", "Jo\nOkafor", "\u200b", "J" * 10_000])
def test_what_cannot_be_kept_or_read_is_refused_with_what_to_write(run, option, typed):
    options = {**A_STAFF, "--role": "manager", option: typed}

    done = run("add-staff", *(word for pair in options.items() for word in pair), *PASSWORD)

    assert done.exit_code == 1
    assert option in done.output
    assert "Write" in done.output
    with create_app(read_settings()).app_context():
        assert not everyone()
        assert not staff_kept.staff_by_email(A_STAFF["--email"])
        assert house_named("Willow Court") is None


@pytest.mark.parametrize(
    "typed", ["jo", "jo@", "@willow", "jo willow@court.example", "a@b@c.example"]
)
def test_an_address_that_is_none_is_refused_with_one_to_follow(run, typed):
    done = run(*JO, "--email", typed, *PASSWORD)

    assert (done.exit_code, "such as jo@willow-court.example" in done.output) == (1, True)


def test_a_house_and_a_name_are_kept_with_single_spaces(run):
    assert run("add-person", "--house", " Willow  Court", "--name", " Dev  Rahman ").exit_code == 0

    with create_app(read_settings()).app_context():
        assert [one.name for one in everyone()] == ["Dev Rahman"]
        assert house_named("willow court").name == "Willow Court"


def test_a_house_written_almost_right_is_no_second_house(run):
    run(*DEV)
    almost = ["add-person", "--house", "Wilow court", "--name", "Zed Ash"]

    done = run(*almost)
    with create_app(read_settings()).app_context():
        assert [one.name for one in everyone()] == ["Dev Rahman"]
        assert house_named("Wilow court") is None

    assert (done.exit_code, "The houses here: Willow Court." in done.output) == (1, True)
    assert run(*almost, "--new-house").exit_code == 0
    assert run(*almost[:2], "The Beeches", "--name", "Ana Whitlock").exit_code == 0


def test_what_cannot_be_read_in_an_agreement_is_said_with_its_line_and_what_to_write(run, tmp_path):
    add_outside(run)
    run(*DEV)
    for called in ("marcus", "lena", "jo"):
        staff = ["add-staff", "--house", "Willow Court", "--name", called, "--role", "manager"]
        run(*staff, "--email", f"{called}@willow-court.example", *PASSWORD)
    wrong = EXAMPLE.read_text().replace("at: 09:15", "at: 0915").replace("\ncover:", "\ncovr:")
    file = tmp_path / "agreement.yaml"
    file.write_text(wrong.replace("review_on: 2026-11-02", "review_on: 05.10.2026"))

    done = run("agree", str(file))

    lines = [number for number, line in enumerate(file.read_text().splitlines(), 1)
             for each in ("at: 0915", "review_on", "covr") if each in line]  # fmt: skip
    assert done.exit_code == 1
    said = done.output.replace("Error: ", "").splitlines()
    assert sorted(said) == sorted([
        f"line {lines[1]}: times.0.at: Write a time such as 09:15.",
        f"line {lines[0]}: review_on: Write a date such as 2026-10-05.",
        f"line {lines[2]}: covr: Did you mean cover?",
    ])  # fmt: skip


@pytest.mark.parametrize("option", ["--name", "--relation"])
def test_who_is_around_dev_is_written_on_one_line(run, option):
    run(*DEV)
    options = {"--person": "Dev Rahman", "--name": "Mum", "--relation": "mother", option: "M\num"}

    done = run("add-circle", *(word for pair in options.items() for word in pair))

    assert (done.exit_code, option in done.output) == (1, True)


def test_a_short_password_is_refused_with_what_to_do(run):
    done = run(*JO_SIGNS_IN, "--password", "short")

    assert (done.exit_code, "15 to 128" in done.output) == (1, True)


def test_two_people_cannot_text_from_one_number(run):
    assert run(*DEV).exit_code == 0

    again = run(*DEV)

    assert (again.exit_code, "Give another number" in again.output) == (1, True)


def kept_phones():
    with create_app(read_settings()).app_context():
        return {one.name: one.phone for one in phones()}


@pytest.mark.parametrize(
    "typed", ["07700 900001", "+44 (0)7700 900001", "0044 7700 900001", "(07700) 900-001"]
)
def test_a_phone_typed_in_any_spelling_is_the_one_that_texts_come_from(run, typed):
    done = run(*DEV[:-1], typed)

    assert done.exit_code == 0, done.output
    assert kept_phones() == {"Dev Rahman": "+447700900001"}


@pytest.mark.parametrize("typed", ["not a phone", "999", "0117 496 0123", "07700 90000", "61016"])
def test_what_is_no_mobile_is_refused_with_what_to_write(run, typed):
    person, staff = run(*DEV[:-1], typed), run(*JO_SIGNS_IN, *PASSWORD, "--phone", typed)

    for done in (person, staff):
        assert (done.exit_code, "Write" in done.output, typed in done.output) == (1, True, True)
    assert kept_phones() == {}


def test_four_spellings_of_one_phone_are_one_phone(run):
    run(*DEV)

    for typed in ("07700 900001", "+44 (0)7700 900001", "0044 7700 900001", "447700900001"):
        ana = run(
            "add-person", "--house", "Willow Court", "--name", "Ana Whitlock", "--phone", typed
        )
        assert (ana.exit_code, "somebody else here already" in ana.output) == (1, True)
    assert kept_phones() == {"Dev Rahman": "+447700900001"}


def test_two_of_the_staff_cannot_be_told_on_one_phone(run):
    run(*JO_SIGNS_IN, *PASSWORD, "--phone", "07700 900104")

    lena = run(
        "add-staff", "--house", "Willow Court", "--name", "Lena Novak", "--role", "support_worker",
        "--email", "lena@willow-court.example", *PASSWORD, "--phone", "+44 7700 900104",
    )  # fmt: skip

    assert (lena.exit_code, "somebody else here already" in lena.output) == (1, True)


def test_a_persons_phone_is_not_taken_for_staff(run):
    run(*DEV)

    new = run(*JO_SIGNS_IN, *PASSWORD, "--phone", "07700 900001")
    run(*JO_SIGNS_IN, *PASSWORD)
    changed = run(
        "change-phone", "--staff", "jo@willow-court.example", "--phone", "07700 900001"
    )  # fmt: skip

    for done in (new, changed):
        assert (done.exit_code, "somebody who does check-ins here" in done.output) == (1, True)
    assert kept_phones() == {"Dev Rahman": "+447700900001"}


def test_a_phone_of_staff_is_not_taken_for_a_person(run):
    run(*JO_SIGNS_IN, *PASSWORD, "--phone", "07700 900001")

    new = run(*DEV)
    run(*DEV[:-2])
    changed = run("change-phone", "--person", "Dev", "--phone", "07700 900001")

    for done in (new, changed):
        assert (done.exit_code, "somebody who works here" in done.output) == (1, True)
    assert kept_phones() == {"Jo Okafor": "+447700900001"}


def test_a_name_of_blanks_is_refused_with_what_to_write(run):
    done = run("add-person", "--house", "Willow Court", "--name", "   ")

    assert (done.exit_code, "Write a name." in done.output) == (1, True)


def test_dev_has_a_new_phone_and_then_none(run):
    run(*DEV)

    run("change-phone", "--person", "dev", "--phone", "07700 900009")
    assert kept_phones() == {"Dev Rahman": "+447700900009"}

    again = run("change-phone", "--person", "dev", "--phone", "07700 900009")
    assert again.exit_code == 0, again.output
    run("change-phone", "--person", "Dev Rahman", "--phone", "")
    assert kept_phones() == {}


def test_a_landline_of_the_circle_can_be_rung(run):
    run(*DEV)

    done = run(
        "add-circle", "--person", "Dev", "--name", "Sam", "--relation", "art hall",
        "--phone", "0117 496 0123",
    )  # fmt: skip

    assert done.exit_code == 0, done.output
    with create_app(read_settings()).app_context():
        assert [one.phone for one in circle_of(find_person("dev").id)] == ["+441174960123"]


def a_second_dev(run, house="Oak Lane", name="Dev Novak"):
    run(*DEV)
    return run("add-person", "--house", house, "--name", name, "--phone", "07700 900008")


def staff_of_the_example(run):
    for who, role in (("marcus", "team_lead"), ("lena", "support_worker"), ("jo", "manager")):
        run(
            "add-staff", "--house", "Willow Court", "--name", who.title(), "--role", role,
            "--email", f"{who}@willow-court.example", *PASSWORD,
        )  # fmt: skip


def agreement_for(tmp_path, who):
    file = tmp_path / "agreement.yaml"
    file.write_text(EXAMPLE.read_text().replace("person: Dev Rahman", f"person: {who}"))
    return str(file)


def test_an_agreement_for_one_of_two_devs_is_refused_with_how_to_say_which(run, tmp_path):
    add_outside(run)
    a_second_dev(run)
    staff_of_the_example(run)

    done = run("agree", agreement_for(tmp_path, "Dev"))

    assert done.exit_code == 1
    assert "Dev Novak, Oak Lane; Dev Rahman, Willow Court" in done.output
    assert run("agree", agreement_for(tmp_path, "dev,  willow court")).exit_code == 0


def test_two_with_the_same_name_in_one_house_are_told_apart_by_their_ids(run, tmp_path):
    add_outside(run)
    a_second_dev(run, house="Willow Court", name="Dev Rahman")
    staff_of_the_example(run)

    refused = run("agree", agreement_for(tmp_path, "Dev Rahman"))
    ids = re.findall(r"id ([0-9a-f]{32})", refused.output)

    assert (refused.exit_code, len(ids)) == (1, 2)
    assert run("agree", agreement_for(tmp_path, f'"{ids[0]}"')).exit_code == 0


def test_a_first_agreement_is_kept_from_the_file_in_the_documents(run, house):

    kept = run("agree", str(EXAMPLE))

    assert (kept.exit_code, "It is kept" in kept.output) == (0, True), kept.output
    assert {"leave 09:15", "arrive 10:00", "home 16:00"} == agreed_times()


def test_a_flow_for_the_tablet_is_not_agreed_to_be_held_by_text(run, house, tmp_path):
    file = tmp_path / "agreement.yaml"
    file.write_text(EXAMPLE.read_text().replace("asks: ask_leave", "asks: tell_someone"))

    done = run("agree", str(file))

    said = "tell_someone cannot be held by text, only by tablet. Ask another flow."
    assert (done.exit_code, said in done.output) == (1, True), done.output


@pytest.fixture(scope="module")
def a_house_set_up(tmp_path_factory):
    """Where the first house that was set up is kept, to be copied."""
    return tmp_path_factory.mktemp("house") / "checkin.db"


@pytest.fixture
def house(run, tmp_path, a_house_set_up):
    """Willow Court with its staff, Dev and the contacts outside."""
    if a_house_set_up.exists():
        shutil.copy(a_house_set_up, tmp_path / "checkin.db")
    else:
        add_outside(run)
        run(*DEV)
        staff_of_the_example(run)
        with closing(sqlite3.connect(tmp_path / "checkin.db")) as first:
            first.execute("VACUUM INTO ?", (str(a_house_set_up),))


def agreed_with_change(run, tmp_path, old, new):
    """Agree the file of the documents with something changed in it."""
    file = tmp_path / "agreement.yaml"
    assert old in EXAMPLE.read_text()
    file.write_text(EXAMPLE.read_text().replace(old, new))
    return run("agree", str(file))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "asks: ask_leave",
            "asks: ask_leav",
            "line 18: times.0.asks: There is no 'ask_leav'. Did you mean ask_leave?",
        ),
        (
            "review_on: 2026-11-02",
            "review_on: 2026-10-04",
            "line 16: review_on: The review date is too early. Pick a date from",
        ),
        (
            "night: lena@willow-court.example",
            "night: lead@safeguarding.example",
            "line 26: cover.night: lead@safeguarding.example does not work in Willow Court. Name",
        ),
        (
            "kind: ask_to_talk",
            "kind: ask_to_talk, with_staff: lead@safeguarding.example",
            "line 33: thresholds.3.with_staff: lead@safeguarding.example does not work",
        ),
        (
            "kind: ask_to_talk",
            "kind: ask_to_talk, if_away: nobody@willow-court.example",
            "line 33: thresholds.3.if_away: Nobody signs in as nobody@willow-court.example.",
        ),
        ("person: Dev Rahman", "person: Devv", "person: Nobody here is called 'Devv'."),
        (
            "night: lena@willow-court.example",
            "night: nobody@willow-court.example",
            "line 26: cover.night: Nobody signs in as nobody@willow-court.example.",
        ),
        (
            "channel: text ",
            "contact_ok: Sam\nchannel: text ",
            "Write a list of names, such as [Sam",
        ),
        (
            "channel: text ",
            "contact_ok: [Sam]\nchannel: text ",
            "contact_ok.0: 'Sam' is not in Dev's circle. Add them first.",
        ),
        (
            "kind: ask_to_talk",
            "kind: checklist_gap, item: t, step: group_day.tablts, mark: tablets not taken",
            "Did you mean 'group_day.tablets'?",
        ),
        ("channel: text ", "zone: Europe/Londn\nchannel: text ", 'no time zone "Europe/Londn"'),
        ("cover:  ", "cover: marcus\nthe_cover:  ", "cover: Look in docs/agreement.yaml"),
    ],
)
def test_what_cannot_be_agreed_is_told_with_its_line(run, house, tmp_path, old, new, said):
    done = agreed_with_change(run, tmp_path, old, new)

    assert (done.exit_code, said in done.output) == (1, True), done.output


def test_dev_is_not_asked_the_same_by_two_agreements(run, house, tmp_path):
    assert agreed_with_change(run, tmp_path, "title: Texts on group days", "title: To art").output
    second = tmp_path / "second.yaml"
    second.write_text(EXAMPLE.read_text().replace("key: dev-group-days", "key: dev-again"))

    done = run("agree", str(second))

    said = "line 18: times.0: ask_leave at 09:15 is agreed already, in To art."
    assert (done.exit_code, said in done.output) == (1, True), done.output


def test_the_same_file_a_second_time_changes_nothing(run, house):
    run("agree", str(EXAMPLE))

    again = run("agree", str(EXAMPLE))

    assert (again.exit_code, "Nothing changed" in again.output) == (0, True), again.output
    with create_app(read_settings()).app_context():
        (agreed,) = agreements.agreements_not_over(clock.now())
        assert len(agreements.versions_of(agreed.id)) == 1


def agreed_times():
    app = create_app(read_settings())
    with app.app_context():
        (agreed,) = agreements.agreements_not_over(clock.now())
        return {f"{one.key} {one.at:%H:%M}" for one in agreed.agreement.times}


def test_a_file_older_than_what_is_agreed_by_now_takes_nothing_back(run, house, tmp_path):
    file = tmp_path / "agreement.yaml"

    def agreed(title: str, *more: str):
        changed = EXAMPLE.read_text().replace("Texts on group days", title)
        file.write_text("\n".join((changed, *more)))
        return run("agree", str(file))

    assert agreed("Texts").exit_code == 0
    unread = agreed("Texts to art")
    assert (unread.exit_code, "version 1, Texts, is agreed by now" in unread.output) == (1, True)
    assert agreed("Texts to art", "version: 1").exit_code == 0

    old, as_old = agreed("Texts of May"), agreed("Texts of May", "version: 1")

    for one in (old, as_old):
        assert (one.exit_code, "version 2, Texts to art, is agreed by now" in one.output) == (
            1,
            True,
        )
        assert "version: 2" in one.output
    assert agreed("Texts of June", "version: 2").exit_code == 0
    assert agreed("Texts of July", "version: soon").exit_code == 1


def test_another_wait_is_kept_where_the_person_can_see_what_it_would_have_done(
    run, house, tmp_path
):
    agreed_with_change(run, tmp_path, "title: ", "title: ")
    file = tmp_path / "agreement.yaml"
    longer = EXAMPLE.read_text().replace("missed_after_minutes: 20", "missed_after_minutes: 30")
    file.write_text(f"{longer}version: 1\n")

    done = run("agree", str(file))

    assert done.exit_code == 1
    assert done.output == (
        "Error: line 22: missed_after_minutes: Show them what the new wait would have done, "
        "on the person's staff page, and keep it there.\n"
    )


def test_an_agreement_with_somebody_unknown_says_whom_to_add(run):
    done = run("agree", str(EXAMPLE))

    assert (done.exit_code, "Add them first" in done.output) == (1, True)


def test_doctor_lists_the_phones_to_put_right_until_they_are(run):
    run(*DEV)
    run(*JO_SIGNS_IN, *PASSWORD)
    run("add-person", "--house", "Willow Court", "--name", "Ana Whitlock")
    with create_app(read_settings()).app_context(), kept_together():
        staff_kept.change(find_staff("jo@willow-court.example").id, phone="+447700900001")
        change(find_person("Ana Whitlock").id, phone_unread="not a phone")

    said = CliRunner().invoke(doctor).output
    assert "Ana Whitlock: the phone 'not a phone' is no number" in said
    assert "Dev Rahman and Jo Okafor (staff) have the same phone" in said

    run("change-phone", "--person", "Ana", "--phone", "07700 900009")
    run("change-phone", "--staff", "jo@willow-court.example", "--phone", "07700 900104")
    said = CliRunner().invoke(doctor).output
    assert "is no number" not in said
    assert "the same phone" not in said


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("CHECKIN_HELP_NUMBER", "999", "emergency services"),
        ("CHECKIN_TWILIO_NUMBER", "not a phone", "Write only its digits"),
        ("CHECKIN_COUNTRY", "UK", "two letters"),
    ],
)
def test_a_setting_that_is_no_number_or_country_says_what_to_set(name, value, said):
    with pytest.raises(SettingsError, match=name) as error:
        read_settings({"CHECKIN_SECRET_KEY": "a secret of the tests alone", name: value})

    assert said in str(error.value)


def test_the_numbers_of_the_settings_are_kept_in_one_spelling():
    typed = {
        "CHECKIN_SECRET_KEY": "a secret of the tests alone",
        "CHECKIN_TWILIO_NUMBER": "07700 900000",
        "CHECKIN_HELP_NUMBER": "111",
        "CHECKIN_COUNTRY": "gb, ie",
    }

    kept = read_settings(typed)

    assert (kept.twilio_number, kept.help_number) == ("+447700900000", "111")
    assert kept.countries == ("GB", "IE")


def test_a_house_is_the_same_however_it_is_spaced_and_a_new_one_is_said(run):
    first = run(*DEV)
    again = run(*JO_SIGNS_IN, *PASSWORD, "--house", " willow  court ")
    other = run("add-person", "--house", "The Beeches", "--name", "Ana Petrova")

    assert "New house made: Willow Court." in first.output
    assert (again.exit_code, "New house" in again.output) == (0, False)
    assert "New house made: The Beeches." in other.output


NO_PHONE = "Dev Rahman has agreed texts and has no phone. Staff are asked to ring"


def test_who_agreed_texts_and_has_no_phone_any_more_is_named_until_they_have_one(run, house):
    run("agree", str(EXAMPLE))

    taken_away = run("change-phone", "--person", "Dev", "--phone", "")
    assert (taken_away.exit_code, NO_PHONE in taken_away.output) == (0, True), taken_away.output
    assert NO_PHONE in CliRunner().invoke(doctor).output

    back = run("change-phone", "--person", "Dev", "--phone", "07700 900001")
    assert back.output == "It is kept.\n"
    assert NO_PHONE not in CliRunner().invoke(doctor).output


def test_texts_are_not_agreed_with_somebody_who_has_no_phone(run):
    add_outside(run)
    run(*DEV[:-2])
    staff_of_the_example(run)

    done = run("agree", str(EXAMPLE))

    said = "Dev has no phone to be texted on. Write down their mobile first."
    assert (done.exit_code, said in done.output) == (1, True), done.output


def test_a_house_does_not_open_before_two_outside_it_can_be_rung(run, tmp_path):
    run(*DEV)
    staff_of_the_example(run)
    assert "Willow Court has fewer than 2 contacts outside it." in CliRunner().invoke(doctor).output
    for role in OUTSIDE:
        refused = run("agree", agreement_for(tmp_path, "Dev"))
        assert (refused.exit_code, "Willow Court cannot open yet" in refused.output) == (1, True)
        add_outside(run, "Willow Court", role)

    assert "contacts outside it" not in CliRunner().invoke(doctor).output
    assert "cannot open yet" not in run("agree", agreement_for(tmp_path, "Dev")).output


def test_one_office_is_outside_of_several_houses_and_of_none_it_works_in(run):
    run(*DEV)
    run(*JO_SIGNS_IN, *PASSWORD)
    add_outside(run)
    lead = OUTSIDE["safeguarding_lead"][0]

    for _ in range(2):
        again = run("add-outside", "--house", "Oak House", "--email", lead)
        assert (again.exit_code, "contact outside Oak House" in again.output) == (0, True)
    works_here = run("add-outside", "--house", "Willow Court", "--email", "jo@willow-court.example")
    assert (works_here.exit_code, "They work in a house" in works_here.output) == (1, True)
    unknown = run("add-outside", "--house", "Oak House", "--email", "new@advocacy.example")
    assert (unknown.exit_code, "Write --name, --phone" in unknown.output) == (1, True)
    with create_app(read_settings()).app_context():
        assert [*faults()] == []


def test_a_house_that_is_open_goes_on_with_nobody_outside(run, house, tmp_path):
    file = Path(agreement_for(tmp_path, "Dev"))
    assert run("agree", str(file)).exit_code == 0
    with create_app(read_settings()).app_context(), kept_together():
        db.session.execute(delete(outside_contacts))

    file.write_text(f"{file.read_text().replace('Texts on group days', 'Texts')}\nversion: 1\n")

    assert "cannot open" not in run("agree", str(file)).output


def test_a_contact_without_a_phone_lets_no_house_open(run, house, tmp_path):
    with create_app(read_settings()).app_context(), kept_together():
        staff_kept.change(find_staff(OUTSIDE["outside"][0]).id, phone=None)

    refused = run("agree", agreement_for(tmp_path, "Dev"))

    assert (refused.exit_code, "cannot open yet" in refused.output) == (1, True)


def test_an_office_is_called_by_its_whole_name(run, tmp_path):
    add_outside(run, "Willow Court", "outside")

    with closing(sqlite3.connect(tmp_path / "checkin.db")) as database:
        assert database.execute("SELECT called FROM staff").fetchall() == [("The outside office",)]


NEW_OFFICE = ["add-outside", "--house", "Oak House", "--email", "new@advocacy.example"]
TO_BE_TOLD = "They are rung and texted: write the number of a mobile, such as 07700 900301."


def test_only_what_is_missing_of_an_office_outside_is_asked_for(run):
    done = run(*NEW_OFFICE, "--name", "The office", "--role", "outside")

    said = f"Nobody is known as new@advocacy.example yet. Write --phone too. {TO_BE_TOLD}"
    assert done.output == f"Error: {said}\n"
    no_name = run(*NEW_OFFICE, "--phone", "07700 900301", "--role", "outside")
    assert no_name.output.endswith("Write --name too.\n")


def test_an_office_outside_needs_a_phone_that_gets_texts(run):
    named = ["--name", "The office", "--role", "outside"]

    done = run(*NEW_OFFICE, *named, "--phone", "020 7946 0302")

    said = f"--phone '020 7946 0302': This phone can be rung, but not texted. {TO_BE_TOLD}"
    assert done.output == f"Error: {said}\n"

"""Whoever sets Checkin up lets the first people in from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from checkin import clock
from checkin.app import create_app
from checkin.commands.people import people
from checkin.settings import read_settings
from checkin.storage import agreements
from tests.conftest import BEGINS

EXAMPLE = Path(__file__).parents[2] / "docs" / "agreement.yaml"

DEV = ["add-person", "--house", "Willow Court", "--name", "Dev Rahman", "--phone", "+447700900001"]
JO = ["add-staff", "--house", "Willow Court", "--name", "Jo Okafor", "--role", "manager"]
JO_SIGNS_IN = [*JO, "--email", "jo@willow-court.example"]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKIN_SECRET_KEY", "a secret of the tests alone")
    monkeypatch.setenv("CHECKIN_DATA", str(tmp_path))
    clock.stop_at(BEGINS)
    yield lambda *words: CliRunner().invoke(people, words)
    clock.stop_at(None)


def test_jo_can_sign_in_once_she_was_added(run):
    done = run(*JO_SIGNS_IN, "--password", "a sentence to keep in mind")

    assert (done.exit_code, "Jo Okafor can sign in" in done.output) == (0, True)


def test_a_short_password_is_refused_with_what_to_do(run):
    done = run(*JO_SIGNS_IN, "--password", "short")

    assert (done.exit_code, "15 to 128" in done.output) == (1, True)


def test_two_people_cannot_text_from_one_number(run):
    assert run(*DEV).exit_code == 0

    again = run(*DEV)

    assert (again.exit_code, "Give another number" in again.output) == (1, True)


def test_a_first_agreement_is_kept_from_the_file_in_the_documents(run):
    run(*DEV)
    for who, role in (("marcus", "team_lead"), ("lena", "support_worker"), ("jo", "manager")):
        run(
            "add-staff", "--house", "Willow Court", "--name", who.title(), "--role", role,
            "--email", f"{who}@willow-court.example", "--password", "a sentence to keep in mind",
        )  # fmt: skip

    kept = run("agree", str(EXAMPLE))

    assert (kept.exit_code, "It is kept" in kept.output) == (0, True), kept.output
    assert {"leave 09:15", "arrive 10:00", "home 16:00"} == agreed_times()


def agreed_times():
    app = create_app(read_settings())
    with app.app_context():
        (agreed,) = agreements.agreements_not_over(clock.now())
        return {f"{one.key} {one.at:%H:%M}" for one in agreed.agreement.times}


def test_an_agreement_with_somebody_unknown_says_whom_to_add(run):
    done = run("agree", str(EXAMPLE))

    assert (done.exit_code, "Add them first" in done.output) == (1, True)

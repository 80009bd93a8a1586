"""Whoever sets Checkin up lets the first people in from the command line."""

import pytest
from click.testing import CliRunner

from checkin.commands.people import people

DEV = ["add-person", "--house", "Willow Court", "--name", "Dev Rahman", "--phone", "+447700900001"]
JO = ["add-staff", "--house", "Willow Court", "--name", "Jo Okafor", "--role", "manager"]
JO_SIGNS_IN = [*JO, "--email", "jo@willow-court.example"]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKIN_SECRET_KEY", "a secret of the tests alone")
    monkeypatch.setenv("CHECKIN_DATA", str(tmp_path))
    return lambda *words: CliRunner().invoke(people, words)


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

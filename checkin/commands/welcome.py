"""What is said when the pages start: where to go, and in the demo who can sign in."""

from checkin.settings import Settings


def where_to_go(settings: Settings) -> str:
    """Return the line for whoever set it up."""
    at = settings.public_url
    return f"Checkin is running. Staff: {at}/staff/. Tablets: {at}/. Stop with Ctrl+C."


def welcome(settings: Settings, password: str) -> str:
    """Return the first lines a newcomer reads."""
    at = settings.public_url
    return f"""
Checkin is running with example people. Nothing leaves this machine.

  Begin at  {at}/

  Phones    {at}/phone
            Text as Dev. Push the clock forward and see what happens when nobody answers.
  Tablet    {at}/demo/lounge
            Tap Ana or Dev and answer with pictures and sound.
  Staff     {at}/staff/
            Sign in as marcus@willow-court.example (or priya@, lena@, jo@)
            Password: {password}

An alert in a minute: open Phones, press "To the next check-in", then "10 minutes later" three
times. Dev has not answered; Marcus's phone shows the alert; take it on the staff page.

Stop with Ctrl+C.
"""

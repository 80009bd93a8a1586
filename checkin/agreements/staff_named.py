"""Which staff an agreement names to act, and who of them does not work in the person's house.

Source: thresholds.md C.0 "Cover rule".
"""

from collections.abc import Iterator, Mapping

from checkin.agreements.agreement import Agreement
from checkin.agreements.problem import Problem
from checkin.agreements.threshold import AskToTalk
from checkin.conversation.flows.faults import Path

IN_COVER = ("day", "night", "team_lead", "manager")
TO_TALK = ("with_staff", "if_away")


def staff_named(agreement: Agreement) -> Iterator[tuple[Path, str]]:
    """Yield where in the agreement somebody is named, and their staff id."""
    for role in IN_COVER:
        if staff := getattr(agreement.cover, role):
            yield ("cover", role), staff
    for number, threshold in enumerate(agreement.thresholds):
        if isinstance(threshold, AskToTalk):
            for role in TO_TALK:
                if staff := getattr(threshold, role):
                    yield ("thresholds", number, role), staff


def not_of_the_house(
    agreement: Agreement, house: str, strangers: Mapping[str, str]
) -> Iterator[Problem]:
    """Refuse who cannot know of this person: `strangers` are their addresses, by staff id."""
    for at, staff in staff_named(agreement):
        if staff in strangers:
            yield Problem(
                f"{strangers[staff]} does not work in {house}. Name somebody who does.", *at
            )

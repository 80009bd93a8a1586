"""Dev calls for help, and nobody takes it for nine minutes: at every minute he knows who has it."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from checkin.actions.sending import Outgoing
from tests.conftest import london, minutes
from tests.journeys.doors import DEV, MARCUS, Phone, Tablet
from tests.promised.happened import Happened
from tests.promised.reader import Reader
from tests.promised.sentences import of_page, of_words
from tests.promised.small import Small

CALLS = london("2026-10-20 09:20")
TEXTED = {
    0: (DEV, "HELP"),
    3: (DEV, "HELP"),
    5: (DEV, "call me"),
    9: (MARCUS, "ok"),
    10: (MARCUS, "cant do it"),
}
LAST_MINUTE = 15
DANGER = " In danger? Ring 999."
HE_IS_TEXTED = {
    0: [f"We got your text. We are asking Lena and Marcus to ring you.{DANGER}"],
    2: [f"Nobody has answered yet. We are trying Jo.{DANGER}"],
    3: [f"We got your text. We are asking Jo, Lena and Marcus to ring you.{DANGER}"],
    4: [f"Nobody has answered yet. We are trying Jo.{DANGER}"],
    5: [f"We got your text. We are asking Jo, Lena and Marcus to ring you.{DANGER}"],
    7: [f"Nobody has answered yet. We are trying Jo.{DANGER}"],
    9: ["Marcus will ring you now."],
    10: [f"Marcus cannot. We are asking Jo, Lena, Priya and Ruth to ring you now.{DANGER}"],
}
HE_READS = {  # on the page of his call, from that minute on
    0: ("We have told Lena and Marcus.", "No one has answered yet."),
    2: ("We have told Jo, Lena and Marcus.", "No one has answered yet."),
    9: ("Marcus knows.", "Marcus will come to you or ring you."),
    10: ("We have told Jo, Lena, Priya and Ruth.", "No one has it now."),
}


class Calling:
    """Dev with his phone in his hand: what it says, and what stands on the page of his call."""

    def __init__(self, small: Small) -> None:
        small.go_to(CALLS)
        self.small, self.reader = small, Reader("ten minutes of help")
        self.page = Tablet(small, small.cast.devs_phone)
        self.texts: list[str] = []
        small.listens = self._hear

    @property
    def happened(self) -> Happened:
        """Return what there is of his call."""
        return Happened(self.small, self.small.cast.dev, sent_at=CALLS)

    def at(self, minute: int) -> Sequence[str]:
        """Let it be that minute; return what the page says then."""
        self.texts.clear()
        self.small.go_to(_at(minute))
        if minute in TEXTED:
            number, words = TEXTED[minute]
            Phone(self.small, number).arrives(words)
        self.page.open("/tablet/help/coming")
        said = of_page(self.page.page.html)
        self.reader.read(said, "the page", self.happened)
        return said[:2]

    def _hear(self, went: Outgoing) -> None:
        if went.number == DEV:
            self.texts.append(went.body)
            self.reader.read(of_words(went.body), "the phone", self.happened)


@pytest.fixture
def calling(small: Small) -> Calling:
    return Calling(small)


def test_each_minute_says_what_is_so(calling: Calling):
    page, texts = {}, {}
    for minute in range(LAST_MINUTE + 1):
        page[minute] = calling.at(minute)
        texts[minute] = list(calling.texts)

    assert {minute: said for minute, said in texts.items() if said} == HE_IS_TEXTED
    for minute, said in page.items():
        assert said == HE_READS[max(one for one in HE_READS if one <= minute)], minute
    assert calling.happened.raised[0].taken_by is None
    calling.reader.hold_all(calling.happened)
    assert "\n".join(calling.reader.problems) == ""


def test_all_of_it_is_one_call(calling: Calling):
    for minute in TEXTED:
        calling.at(minute)

    (call,) = calling.happened.raised
    assert (call.kind, call.level) == ("help_or_not_ok", "now")


def _at(minute: int) -> datetime:
    return CALLS + minutes(minute)

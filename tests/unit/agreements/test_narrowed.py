"""Marcus writes a version of what Dev agreed, by which he alone is told: what it takes away."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from checkin.agreements.agreement import Agreement, CheckTime, Cover
from checkin.agreements.done_alone import writer_of
from checkin.agreements.happened import AgreementNarrowed, Person
from checkin.agreements.narrowed import taken_away
from checkin.agreements.threshold import HelpOrNotOk, MissedCheckIn
from checkin.agreements.thresholds import reached

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
DEV = Person("dev", "Dev")
NAMES = {"marcus": "Marcus", "lena": "Lena", "jo": "Jo"}
HIM = Cover(day="marcus", night="marcus", team_lead="marcus", manager="marcus")
BY_DAY = HIM.model_copy(update={"night": "lena"})  # nothing is asked by night
ALL = Cover(day="marcus", night="lena", team_lead="lena", manager="jo")
OUT, ON_SATURDAY = (
    CheckTime(key="leave", at=time(9, 15), days=("tue", "thu"), asks="ask_leave"),
    CheckTime(key="cafe", at=time(11), on=date(2026, 10, 24), asks="ask_arrive"),
)


def agreed(**fields: Any) -> Agreement:
    stands: dict[str, Any] = {
        "key": "k", "version": 1, "person": "dev", "title": "Texts", "channel": "text",
        "cover": HIM, "agreed_words": "Text me.", "view_of_person": "agrees",
        "agreed_on": NOON.date(), "valid_from": NOON.date(), "review_on": NOON.date(),
        "times": (OUT, ON_SATURDAY), "missed_after_minutes": 20, "thresholds": (HelpOrNotOk(), MissedCheckIn()),
    }  # fmt: skip
    return Agreement(**{**stands, **fields})


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [
        ({}, {}, ()),
        ({"cover": ALL}, {}, ("Not told any more: Jo and Lena.",)),
        ({}, {"thresholds": (MissedCheckIn(),)}, ("Something is not watched any more.",)),
        (
            {},
            {"thresholds": (HelpOrNotOk(),)},
            ("Something is not watched any more.", "Someone acts later than before, or never."),
        ),
        ({}, {"times": (OUT,)}, ("Not asked any more at some of the times.",)),
        ({}, {"missed_after_minutes": 240}, ("Someone acts later than before, or never.",)),
        ({}, {"missed_after_minutes": None}, ("Someone acts later than before, or never.",)),
        ({}, {"missed_after_minutes": 10}, ()),
        ({"missed_after_minutes": None}, {}, ()),
        ({"times": (OUT,), "thresholds": ()}, {}, ()),
        ({"cover": ALL}, {"cover": ALL.model_copy(update={"team_lead": "marcus"})}, ()),
        ({"cover": ALL}, {"cover": BY_DAY}, ("Not told any more: Jo.",)),
        (
            {"cover": ALL},
            {"cover": BY_DAY, "missed_after_minutes": 12 * 60 + 30},  # missed while Lena is on
            (),
        ),
        ({"cover": BY_DAY}, {"cover": ALL, "missed_after_minutes": 30}, ()),
        (
            {"cover": BY_DAY},
            {"cover": BY_DAY, "missed_after_minutes": 240},
            ("Someone acts later than before, or never.",),
        ),
    ],
)
def test_what_it_takes_away_is_said(before: dict[str, Any], after: dict[str, Any], less: tuple):
    assert taken_away(agreed(**before), agreed(**after), "marcus", NAMES) == less


def test_what_another_wrote_is_not_looked_at():
    assert taken_away(agreed(cover=ALL), agreed(), "jo", NAMES) == ()


def test_another_reads_it_with_dev_and_it_says_who_wrote_it():
    happened = AgreementNarrowed("v", "Texts", "marcus", "Marcus", ("Less.",), "jo")
    (task,) = reached([], happened, NOON, person=DEV)

    assert task.title == "Marcus changed what is agreed with Dev, and alone is told now."
    assert task.what == ("Texts.", "Less.", "Ask Dev: is that what you want?")
    assert (task.task, task.for_staff, writer_of(task.kind, task.key)) == (True, "jo", "marcus")
    assert writer_of("help_or_not_ok", "help:h") is None

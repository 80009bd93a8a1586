"""Ana asks for her advocate: whoever is told reads whom to ring, or that nobody is known."""

from dataclasses import replace

from checkin.agreements.advocate import Advocate, advice_where_asked, knows_whom_to_ring
from checkin.agreements.happened import AnswersSent, Person
from checkin.agreements.happened_by_text import AdvocateAsked
from checkin.agreements.reached import Reached
from checkin.agreements.thresholds import reached
from checkin.conversation.talking.facts import Tell
from tests.conftest import london

ANA = Person("ana", "Ana")
ASKS = Tell("today", "want", "Ring my advocate", advocate=True)


def asked(*advocates: Advocate) -> Reached:
    sent = AnswersSent("c1", "tell_someone", (ASKS,), advocates=advocates)
    (alert,) = reached([], sent, london("2026-11-11 12:00"), person=ANA)
    return alert


def test_whoever_is_told_reads_each_whom_to_ring():
    alert = asked(Advocate("Sam", "07700 900202"), Advocate("Jo", "07700 900104"))

    assert (alert.kind, alert.level) == ("advocate_asked", "today")
    assert alert.title == "Ana asks for their advocate."
    assert alert.what == (
        "Ring the advocate for Ana. Sam: 07700 900202.",
        "Ring the advocate for Ana. Jo: 07700 900104.",
    )
    assert knows_whom_to_ring(alert.kind, alert.what)


def test_where_nobody_is_known_they_ask_ana():
    alert = asked()

    assert alert.what[0] == "No advocate is written down."
    assert not knows_whom_to_ring(alert.kind, alert.what)
    assert advice_where_asked("Ana")[0] == ("Ring the advocate today. Say that Ana asks for them.")


def test_by_text_it_is_today_and_quotes_what_was_sent():
    asks = AdvocateAsked("t1", "ring my advocate", (Advocate("Sam", "07700 900202"),))
    (alert,) = reached([], asks, london("2026-11-11 12:00"), person=ANA)

    assert (alert.kind, alert.level, alert.title) == (
        "advocate_asked", "today", "Ana asks for their advocate.",
    )  # fmt: skip
    assert alert.what == (
        'Ana: "ring my advocate"',
        "Ring the advocate for Ana. Sam: 07700 900202.",
    )
    (again,) = reached([], replace(asks, message_id="t2"), london("2026-11-11 12:00"), person=ANA)
    assert (again.group, again.key == alert.key) == (alert.group, False)

"""Texts and calls leave through the phone company's own client, whatever the company does."""

from dataclasses import replace
from datetime import datetime, timedelta
from threading import Thread

import pytest

from checkin import clock
from checkin.actions.sending import Outgoing, Refused, Unknown
from checkin.channels.call.sender import CallSender
from checkin.channels.text.sender import TextSender
from checkin.channels.text.stand_in import Fails, Hangs, KeepsThenHangs, StandIn
from checkin.lives.new_message import ContactPoint
from checkin.settings import SettingsError
from tests.texts.conftest import DEV, MARCUS, NOON, OURS

NAME = "0f" * 16
PATIENCE = 0.5  # seconds, instead of ten


def to_dev(words: str = "Hi Dev. Are you there? Text OK.", **more: object) -> Outgoing:
    return replace(Outgoing("ask:1", ContactPoint("text", DEV), words, 2), **more)


def to_marcus(**more: object) -> Outgoing:
    return replace(Outgoing("tell:1", ContactPoint("call", MARCUS), "Dev needs you.", 0), **more)


def refused(sender: TextSender, text: Outgoing) -> Refused:
    with pytest.raises(Refused) as caught:
        sender(text)
    return caught.value


def test_a_text_to_dev_goes_out_as_written_from_our_number(company: StandIn):
    given = TextSender(company.settings)(to_dev("It's Oak day.\nText OK."))

    (sent,) = company.of(DEV)
    assert (sent.sid, sent.to, sent.from_) == (given, DEV, OURS)
    assert sent.body == "It's Oak day.\nText OK."
    assert sent.receipts_to == "http://localhost/texts/status#rc=5&rp=all"


def test_a_text_waits_on_its_way_only_as_long_as_it_makes_sense(company: StandIn):
    clock.stop_at(NOON)
    try:
        TextSender(company.settings)(to_dev(not_after=NOON + timedelta(minutes=20)))
        TextSender(company.settings)(to_dev(not_after=NOON + timedelta(days=2)))
        TextSender(company.settings)(to_dev(not_after=NOON - timedelta(minutes=1)))
        TextSender(company.settings)(to_dev())
    finally:
        clock.stop_at(None)

    assert [text.valid_for for text in company.of(DEV)] == [1200, 14400, 1, None]


@pytest.mark.parametrize(
    ("status", "code", "permanent"),
    [
        (400, 21211, True),  # no such number
        (400, 21610, True),  # this phone sent STOP
        (401, 20003, False),  # our token: it may be put right
        (400, 21611, False),  # too much of ours waits
        (404, 20404, False),  # no such account
        (429, 20429, False),
        (500, 20500, False),
        (503, 20503, False),
    ],
)
def test_a_refusal_says_why_and_whether_to_try_again(company: StandIn, status, code, permanent):
    company.faults.append(Fails(status, code))

    fault = refused(TextSender(company.settings), to_dev())

    assert (fault.code, fault.permanent) == (str(code), permanent)
    assert company.of(DEV) == []


def test_a_number_that_is_none_is_refused_for_good(company: StandIn):
    fault = refused(TextSender(company.settings), to_dev(to=ContactPoint("text", "Dev")))

    assert (fault.code, fault.permanent) == ("21211", True)


def test_a_phone_company_that_is_not_there_may_be_tried_again(settings, nobody_listens):
    gone = replace(settings, twilio_api=nobody_listens())

    fault = refused(TextSender(gone), to_dev())

    assert not fault.permanent


def test_silence_after_asking_leaves_it_unknown_and_holds_nobody_up(company: StandIn):
    company.faults.append(Hangs(2 * PATIENCE))
    before = datetime.now(tz=NOON.tzinfo)

    with pytest.raises(Unknown):
        TextSender(company.settings, PATIENCE)(to_dev())

    assert datetime.now(tz=NOON.tzinfo) - before < timedelta(seconds=3 * PATIENCE)


@pytest.mark.parametrize("fault", [KeepsThenHangs, Hangs], ids=["may have gone", "did not go"])
def test_a_text_is_looked_for_and_sent_once_at_the_second_try(company: StandIn, fault):
    company.faults.append(fault(2 * PATIENCE))
    sender = TextSender(company.settings, PATIENCE)
    with pytest.raises(Unknown):
        sender(to_dev())

    given = sender(to_dev(tried_at=NOON))

    assert [text.sid for text in company.of(DEV)] == [given]


@pytest.mark.parametrize(
    "earlier",
    [
        {"body": "Thanks Dev."},  # other words
        {"to": ContactPoint("text", MARCUS)},  # another phone
    ],
)
def test_another_text_is_not_taken_for_the_one_that_was_tried(company: StandIn, earlier):
    sender = TextSender(company.settings)
    sender(to_dev(**earlier))

    sender(to_dev(tried_at=NOON))

    assert len(company.kept) == 2


@pytest.mark.parametrize("to", [to_dev, to_marcus])
def test_it_is_found_behind_a_burst_of_others(company: StandIn, to):
    sender = {"text": TextSender, "call": CallSender}[to().channel](company.settings)
    given = sender(to())
    others = [sender(to(body=f"Text {number}.")) for number in range(120)]

    assert sender(to(tried_at=NOON, not_these=frozenset(others))) == given


def test_each_receipt_of_it_comes_with_its_name(company: StandIn):
    TextSender(company.settings)(to_dev(name=NAME))
    CallSender(company.settings)(to_marcus(name=NAME))

    assert [one.receipts_to for one in company.kept] == [
        f"http://localhost/texts/status?m={NAME}#rc=5&rp=all",
        f"http://localhost/calls/status?m={NAME}#rc=5&rp=all",
    ]


def test_the_same_words_of_an_hour_ago_are_not_taken_for_the_one_that_was_tried(company: StandIn):
    sender = TextSender(company.settings)
    sender(to_dev())

    sender(to_dev(tried_at=NOON + timedelta(hours=1)))

    assert len(company.kept) == 2


@pytest.mark.parametrize("to", [to_dev, to_marcus])
def test_what_another_of_ours_has_is_not_taken_for_the_one_that_was_tried(company: StandIn, to):
    sender = {"text": TextSender, "call": CallSender}[to().channel](company.settings)
    anothers = sender(to())

    given = sender(to(tried_at=NOON, not_these=frozenset({anothers})))

    assert given != anothers
    assert len(company.kept) == 2


def test_marcus_is_rung_with_the_same_few_words_and_nothing_about_dev(company: StandIn):
    given = CallSender(company.settings)(to_marcus())

    (call,) = company.of(MARCUS)
    assert (call.kind, call.sid) == ("call", given)
    assert "Someone needs you now." in call.body
    assert 'language="en-GB"' in call.body
    assert "Dev" not in call.body
    assert call.receipts_to == "http://localhost/calls/status#rc=5&rp=all"


def test_a_call_that_may_have_rung_is_not_made_twice(company: StandIn):
    company.faults.append(KeepsThenHangs(2 * PATIENCE))
    sender = CallSender(company.settings, PATIENCE)
    with pytest.raises(Unknown):
        sender(to_marcus())

    given = sender(to_marcus(tried_at=NOON))

    assert [call.sid for call in company.of(MARCUS)] == [given]


def test_many_texts_may_leave_at_once_through_one_sender(company: StandIn):
    sender = TextSender(company.settings)
    threads = [Thread(target=sender, args=[to_dev(f"Text {n}.")]) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert {text.body for text in company.of(DEV)} == {f"Text {n}." for n in range(20)}


def test_without_an_account_we_say_what_to_set(settings):
    with pytest.raises(SettingsError, match="CHECKIN_TWILIO_ACCOUNT"):
        TextSender(replace(settings, twilio_token=""))


def test_a_wrong_token_is_told_apart_from_a_wrong_number(company: StandIn):
    fault = refused(TextSender(replace(company.settings, twilio_token="stale")), to_dev())

    assert (fault.code, fault.permanent) == ("20003", False)


def test_nothing_of_a_text_reaches_a_log(company: StandIn, caplog):
    caplog.set_level(0)

    TextSender(company.settings)(to_dev(tried_at=NOON))

    assert "Are you there" not in caplog.text
    assert DEV not in caplog.text


def test_what_became_of_a_text_and_of_a_call_can_be_asked(company: StandIn):
    texts, calls = TextSender(company.settings), CallSender(company.settings)
    company.receipts = ("sent", "delivered")
    arrived = texts(to_dev())
    company.switch_off(DEV)
    company.switch_off(MARCUS)
    waits, rang_in_vain = texts(to_dev("Are you there?")), calls(to_marcus())

    assert texts.what_became(arrived) == ("delivered", None)
    assert texts.what_became(waits) == ("sent", None)
    assert calls.what_became(rang_in_vain) == ("failed", "no-answer")
    with pytest.raises(Refused):
        texts.what_became("SM" + "0" * 32)

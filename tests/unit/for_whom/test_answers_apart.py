"""What answers staff who asked in a talk told to some alone: it stays there, but for a cry that is one."""

from dataclasses import replace

import pytest
from test_addressee import (
    CALL,
    CALL_SINCE,
    DEV,
    LEAVE,
    LIST,
    LIST_JUST_NOW,
    NEW_ALERT,
    NOW,
    NOW_CALL,
    TOLD,
    at,
    open_with,
)

from checkin.conversation.replies.meaning import CallMe, Help
from checkin.conversation.replies.on_a_journey import hear
from checkin.for_whom.addressee import addressee
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAll,
    ForCheckpoint,
    ForConversation,
    ForStaff,
    ForTelling,
)
from checkin.for_whom.one_thought import Earlier
from checkin.for_whom.open_with import LiveAlert, WordsOfStaff
from tests.unit.for_whom.test_addressee import talk

JO = WordsOfStaff("jo", at("9:13"), asks=True, apart="telling")
STATES = WordsOfStaff("jo", at("9:13"), apart="telling")
TOOK = "yes she took my statement about him"
PHONE = "he took my phone"


def heard(words: str, *things: object, of: WordsOfStaff = JO) -> Addressee:
    here = replace(open_with(*things), telling=TOLD, of_staff=of)
    return addressee(words, (), here, DEV, NOW)


@pytest.mark.parametrize("of", [JO, STATES])
@pytest.mark.parametrize("words", [TOOK, "police", "im scared of him", "call me"])
def test_what_only_may_be_a_call_is_told_to_who_asked(words: str, of: WordsOfStaff):
    assert heard(words, of=of) == ForStaff("jo", words, calls=True)


def test_our_own_answer_in_that_talk_changes_nothing_for_the_second():
    later = replace(TOLD, spoke_at=at("9:15"))
    here = replace(open_with(), telling=later, of_staff=JO)

    assert addressee(TOOK, (), here, DEV, NOW) == ForStaff("jo", TOOK, calls=True)


@pytest.mark.parametrize(
    "cry", ["help", "i fell", "he hit me", "cant breathe he took my inhaler", "took my bag 🆘"]
)
def test_a_cry_that_is_surely_one_is_for_all(cry: str):
    assert heard(cry) == ForAll(Help(cry))


@pytest.mark.parametrize("things", [(CALL_SINCE,), (NEW_ALERT,), (LIST_JUST_NOW,), (LEAVE,)])
def test_where_something_else_spoke_since_a_cry_is_for_all(things):
    assert heard(TOOK, *things) == ForAll(Help(TOOK))


def test_where_another_telling_spoke_since_it_hears_it():
    another = replace(TOLD, id="another", spoke_at=at("9:15"))
    here = replace(open_with(), telling=another, of_staff=JO)

    assert addressee(TOOK, (), here, DEV, NOW) == ForTelling("another", TOOK)


def test_what_was_told_on_a_page_since_takes_nothing_from_who_asked():
    on_a_page = replace(TOLD, id="page", spoke_at=at("9:15"), by_text=False)
    here = replace(open_with(), telling=on_a_page, of_staff=JO)

    assert addressee("it was dark", (), here, DEV, NOW) == ForStaff("jo", "it was dark")


def test_a_new_thought_behind_another_telling_is_for_who_asked_and_on_no_alert():
    another = replace(TOLD, id="another", spoke_at=at("8:40"))
    asked = replace(STATES, sent_at=at("8:30"))
    here = replace(open_with(OLD), telling=another, of_staff=asked)
    wish = "can i go cafe sat"

    assert addressee(wish, (), here, DEV, NOW) == ForStaff("jo", wish)


@pytest.mark.parametrize(
    ("spoke", "hears"), [("8:47", ForTelling(TOLD.id, PHONE)), ("8:45", ForAll(Help(PHONE)))]
)
def test_what_may_be_more_of_a_telling_is_so_for_half_an_hour(spoke: str, hears: Addressee):
    here = replace(open_with(), telling=replace(TOLD, spoke_at=at(spoke)))

    assert addressee(PHONE, (), here, DEV, NOW) == hears


@pytest.mark.parametrize(
    ("words", "hears"),
    [("STOP", ForAll(hear("STOP", DEV))), ("it is dark", ForStaff("jo", "it is dark"))],
)
def test_what_comes_right_after_such_words_is_not_read_with_them(words: str, hears: Addressee):
    here = replace(open_with(), telling=TOLD, of_staff=JO)
    before = [Earlier(PHONE, at("9:15:50"), taken=False, apart=True)]

    assert addressee(words, before, here, DEV, NOW) == hears


def test_where_staff_asked_all_a_cry_is_for_all():
    assert heard(TOOK, of=replace(JO, apart=None)) == ForAll(Help(TOOK))
    assert addressee("call me", (), open_with(), DEV, NOW) == ForAll(CallMe("call me"))


OLD = LiveAlert("old", at("6:00"))


@pytest.mark.parametrize("things", [(), (CALL,), (NOW_CALL, CALL), (OLD,), (LIST,)])
def test_words_stay_there_while_a_call_or_another_alert_is_open(things):
    words = "come at 10 not him"

    assert heard(words, *things) == ForStaff("jo", words)


def test_words_after_a_call_that_came_since_join_it():
    assert heard("i am by the library", CALL_SINCE) == ForAlert(
        "since", "i am by the library", calls=True
    )


def test_ok_with_more_words_stays_there_where_jo_asked_last_and_else_answers_the_checkpoint():
    asked = replace(LEAVE, asked_at=at("9:12"))

    assert heard("ok on the bus", asked) == ForStaff("jo", "ok on the bus")
    assert isinstance(heard("ok on the bus", asked, of=STATES), ForCheckpoint)
    assert heard("ok", asked) == ForStaff("jo", "ok", courtesy=True)
    assert isinstance(heard("ok on the bus", LEAVE), ForCheckpoint)


@pytest.mark.parametrize(
    ("first", "then"), [("im not", "ok"), ("ok", "im not"), ("he says im not", "safe")]
)
@pytest.mark.parametrize("spoke", ["9:12", "9:16"])
@pytest.mark.parametrize("taken", [True, False])
def test_a_cry_of_two_texts_is_heard_and_says_nothing_of_what_went_to_some_alone(
    first: str, then: str, spoke: str, *, taken: bool
):
    before = [Earlier(first, at("9:15:50"), taken=taken, apart=True)]
    here = replace(open_with(LEAVE), telling=replace(TOLD, spoke_at=at(spoke)))

    assert addressee(then, before, here, DEV, NOW) == ForAll(Help(then))


def test_half_a_thought_takes_nothing_with_it_that_went_to_some_alone():
    before = [Earlier("it was in his room", at("9:15:50"), taken=False, apart=True)]

    whom = addressee("i dont feel", before, open_with(NEW_ALERT), DEV, NOW)

    assert whom == ForAlert("new", "i dont feel")


@pytest.mark.parametrize("first", ["he took my", "lena hit me and my", "im scared of"])
def test_a_call_that_went_to_some_alone_is_whole_though_it_ends_open(first: str):
    before = [Earlier(first, at("9:15:50"), taken=False, apart=True)]

    assert addressee("STOP", before, open_with(), DEV, NOW) == ForAll(hear("STOP", DEV))


def test_what_went_to_some_alone_goes_on_in_no_other_talk():
    said = "it was in the kitchen"
    here = open_with(talk("list", "9:15:55", "Done", "Not yet", kept=f"no. {said}"))
    apart = [Earlier(said, at("9:15:50"), taken=False, apart=True)]
    for_all = [Earlier(said, at("9:15:50"), taken=False)]

    goes_on = ForConversation("list", "by the fridge", "goes_on")
    assert addressee("by the fridge", for_all, here, DEV, NOW) == goes_on
    assert addressee("by the fridge", apart, here, DEV, NOW) != goes_on

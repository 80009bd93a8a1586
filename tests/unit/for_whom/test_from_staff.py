"""What a text of Marcus's is for: the alert he was told of, which one, or nobody's but the leads'."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from checkin.conversation.replies.meaning import Free, Help, Late, Ok
from checkin.for_whom.addressees import ForAlert, ForAll, ForAReader, ForCheckpoint, ForConversation
from checkin.for_whom.from_staff import from_staff, leaves_to_staff
from checkin.for_whom.staff_meant import (
    CannotDoAny,
    FromStaff,
    GivesBack,
    HasIt,
    LeadsRead,
    NeedsHelp,
    NothingToTake,
    Refuses,
    Starts,
    Stops,
    Takes,
    TakesEach,
    Told,
    WhichOne,
    WhichToRefuse,
)
from tests.english import ENGLISH

AT = datetime(2026, 10, 20, 9, tzinfo=UTC)
DEV = Told("dev", "Dev did not answer: arrive, due 10:00.", "Dev", AT)
ANA = Told("ana", "Ana asked for help or is not OK.", "Ana", AT + timedelta(minutes=5))
MARCUS_HAS_ANA = Told("ana", ANA.title, "Ana", ANA.told_at, taken_by="marcus", is_theirs=True)
JO_HAS_ANA = Told("ana", ANA.title, "Ana", ANA.told_at, taken_by="jo")


@pytest.mark.parametrize(
    "words",
    [
        "ok got it", "OK", "taking it", "mine", "on it", "I've got this", "got it thanks", "yes",
        "ok ill ring dev", "\N{THUMBS UP SIGN}", "OK \N{THUMBS UP SIGN}", "Ok will do", "im on it now", "got dev",
        "take", "TAKE", "Take.", "1", "taking", "i'll go", "take dev",
        "ok got it ringing him", "ringing him now", "ok calling dev", "im ringing her", "got it and going there now",
        "I'll ring him",
    ],
)  # fmt: skip
def test_whoever_says_so_takes_the_one_they_were_told_of(words: str):
    assert from_staff(words, [DEV], ENGLISH) == Takes(DEV)


@pytest.mark.parametrize(
    "words",
    [
        "ok?", "who is it", "no idea", "no, he is here", "no problem", "yes no", "hi can i swap shifts", "",
        "ok but i am at the hospital", "\N{CRYING FACE}", "dev", "who is ringing him", "not ringing him",
        "jo is ringing him", "ringing mum", "him", "ok going home",
    ],
)  # fmt: skip
def test_anything_else_is_for_the_team_leads_to_read(words: str):
    assert from_staff(words, [DEV], ENGLISH) == LeadsRead()


@pytest.mark.parametrize(
    "words",
    [
        "cant do it", "Sorry i can't do it", "I cannot do it", "not me", "give it back", "cant take it please",
        "i cant", "cant do it ana", "someone else please", "can't go now",
    ],
)  # fmt: skip
def test_whoever_has_it_and_cannot_do_it_gives_it_back(words: str):
    assert from_staff(words, [DEV, MARCUS_HAS_ANA], ENGLISH) == GivesBack(MARCUS_HAS_ANA)


@pytest.mark.parametrize(
    "words", ["cant do it dev", "i cant do it?", "cant do it before noon", "i cant find him", "ok"]
)
def test_what_says_more_or_another_gives_nothing_back(words: str):
    assert not isinstance(from_staff(words, [DEV, MARCUS_HAS_ANA], ENGLISH), GivesBack)


def test_of_two_they_have_only_the_one_they_name_is_given_back():
    both = [replace(DEV, taken_by="marcus", is_theirs=True), MARCUS_HAS_ANA]

    assert from_staff("cant do it", both, ENGLISH) == WhichToRefuse((MARCUS_HAS_ANA, both[0]))
    assert from_staff("cant do it ana", both, ENGLISH) == GivesBack(MARCUS_HAS_ANA)


def test_what_another_has_is_refused_for_when_they_give_it_back():
    dev = replace(DEV, taken_by="jo", told_at=JO_HAS_ANA.told_at - timedelta(minutes=1))

    assert from_staff("cant do it", [JO_HAS_ANA], ENGLISH) == Refuses(JO_HAS_ANA)
    assert from_staff("cant do it", [dev, JO_HAS_ANA], ENGLISH) == Refuses(JO_HAS_ANA)
    assert from_staff("cant do it dev", [dev, JO_HAS_ANA], ENGLISH) == Refuses(dev)
    assert from_staff("cant do both", [dev, JO_HAS_ANA], ENGLISH) == CannotDoAny((JO_HAS_ANA, dev))
    assert from_staff("cant do both", [DEV, JO_HAS_ANA], ENGLISH) == CannotDoAny((JO_HAS_ANA, DEV))


def test_where_nobody_can_be_sure_that_it_is_refused_it_is_said_who_has_it():
    assert from_staff("i cant do it?", [JO_HAS_ANA], ENGLISH) == HasIt(JO_HAS_ANA)


@pytest.mark.parametrize("words", ["cant do it", "i cant", "cant do it sorry"])
def test_who_has_one_and_was_told_of_another_since_is_asked_which(words: str):
    since = replace(DEV, told_at=AT + timedelta(minutes=9))
    took_it_since = replace(MARCUS_HAS_ANA, taken_at=AT + timedelta(minutes=10))

    assert from_staff(words, [since, MARCUS_HAS_ANA], ENGLISH) == WhichToRefuse(
        (since, MARCUS_HAS_ANA)
    )
    assert from_staff(words, [since, took_it_since], ENGLISH) == GivesBack(took_it_since)
    assert from_staff(f"{words} ana", [since, MARCUS_HAS_ANA], ENGLISH) == GivesBack(MARCUS_HAS_ANA)
    assert from_staff(f"{words} dev", [since, MARCUS_HAS_ANA], ENGLISH) == Refuses(since)


@pytest.mark.parametrize(
    "words",
    [
        "cant do it", "no", "No sorry", "im busy can someone else", "im busy, can someone else?", "not me",
        "i cant take it", "cant do it dev", "I'm busy", "ok sorry i cant", "\N{THUMBS DOWN SIGN}",
        "no \N{CRYING FACE}", "not available",
    ],
)  # fmt: skip
def test_whoever_was_told_and_cannot_refuses_the_open_one(words: str):
    assert from_staff(words, [DEV, JO_HAS_ANA], ENGLISH) == Refuses(DEV)


@pytest.mark.parametrize("words", ["no", "cant do it", "im busy", "\N{THUMBS DOWN SIGN}"])
def test_of_two_open_ones_none_is_refused_and_it_is_asked_which(words: str):
    assert from_staff(words, [DEV, ANA], ENGLISH) == WhichToRefuse((ANA, DEV))


@pytest.mark.parametrize(
    "words",
    [
        "cant do it dev",
        "cant do Dev",
        "no dev",
        "cant do the arrive one",
        "I can't do Dev's, sorry",
    ],
)
def test_of_two_open_ones_the_one_named_is_refused(words: str):
    assert from_staff(words, [DEV, ANA], ENGLISH) == Refuses(DEV)


@pytest.mark.parametrize(
    "words", ["cant do either", "i cant do any of them", "Cant do both, im with Ana", "im busy all"]
)
def test_whoever_can_do_none_of_them_refuses_each(words: str):
    assert from_staff(words, [DEV, ANA], ENGLISH) == CannotDoAny((ANA, DEV))


@pytest.mark.parametrize("words", ["cant do it either", "im busy all day", "cant do both?"])
def test_what_may_be_said_of_one_alone_is_asked_about(words: str):
    assert from_staff(words, [DEV, ANA], ENGLISH) == WhichToRefuse((ANA, DEV))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("dev", Refuses(DEV)),
        ("the dev one", Refuses(DEV)),
        ("the arrive one", Refuses(DEV)),
        ("both", CannotDoAny((ANA, DEV))),
        ("all of them please", CannotDoAny((ANA, DEV))),
        ("which one?", WhichToRefuse((ANA, DEV))),
        ("dev?", LeadsRead()),
        ("either", LeadsRead()),
        ("is dev there", LeadsRead()),
        ("got dev", Takes(DEV)),
        ("ok dev", Takes(DEV)),
        ("ok", WhichOne((ANA, DEV))),
        ("ok both", WhichOne((ANA, DEV))),
        ("ok all", WhichOne((ANA, DEV))),
        ("both \N{THUMBS UP SIGN}", LeadsRead()),
        ("help me", NeedsHelp()),
    ],
)
def test_a_text_after_our_question_answers_it_where_it_can(words: str, meant: FromStaff):
    assert from_staff(words, [DEV, ANA], ENGLISH, asked="which_not") == meant


@pytest.mark.parametrize(
    "words", ["ok both", "ok all", "both", "all of them", "ok all of them thanks"]
)
def test_who_takes_all_that_we_asked_about_takes_each(words: str):
    assert from_staff(words, [DEV, ANA, OPENED], ENGLISH, asked="which") == TakesEach((ANA, DEV))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("dev", Takes(DEV)),
        ("the arrive one", Takes(DEV)),
        ("sorry dev", LeadsRead()),
        ("thanks both", LeadsRead()),
        ("ok sorry both", WhichOne((ANA, DEV))),
        ("all ok", LeadsRead()),
        ("both?", LeadsRead()),
        ("cant do both", CannotDoAny((ANA, DEV))),
        ("no dev", Refuses(DEV)),
    ],
)
def test_a_text_after_which_one_takes_what_it_surely_names(words: str, meant: FromStaff):
    assert from_staff(words, [DEV, ANA], ENGLISH, asked="which") == meant


def test_both_of_three_takes_none_and_all_takes_each():
    told = [CRIED, DEV, ANA]

    assert from_staff("ok both", told, ENGLISH) == WhichOne((CRIED, ANA, DEV))
    assert from_staff("both", told, ENGLISH, asked="which") == WhichOne((CRIED, ANA, DEV))
    assert from_staff("ok all", told, ENGLISH) == TakesEach((CRIED, ANA, DEV))


def test_both_takes_the_one_that_nobody_took_meanwhile():
    assert from_staff("both", [DEV, JO_HAS_ANA], ENGLISH, asked="which") == Takes(DEV)


@pytest.mark.parametrize("words", ["dev", "both", "which one", "all"])
def test_without_our_question_a_name_alone_refuses_nothing(words: str):
    assert from_staff(words, [DEV, ANA], ENGLISH) == LeadsRead()


def test_both_gives_back_what_they_have_and_refuses_what_nobody_has():
    assert from_staff("both", [DEV, MARCUS_HAS_ANA], ENGLISH, asked="which_not") == CannotDoAny(
        (MARCUS_HAS_ANA, DEV)
    )


CRIED = replace(DEV, alert_id="cry", title="Dev asked for help or is not OK.", level="now")


@pytest.mark.parametrize(
    "words",
    [
        "i cant do the help one", "cant do the help one sorry", "i cant help", "not me for the help call",
        "Cant do dev's help call, im driving",
    ],
)  # fmt: skip
def test_a_cry_word_that_names_the_alert_is_no_cry(words: str):
    holds = replace(CRIED, taken_by="marcus", is_theirs=True)

    assert from_staff(words, [holds], ENGLISH) == GivesBack(holds)
    assert from_staff(words, [CRIED], ENGLISH) == Refuses(CRIED)


HURT = replace(
    DEV, alert_id="hurt", title="Read Dev's own words now: somebody may be hurt.", level="now"
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("ok help", CRIED),
        ("OK help please", CRIED),
        ("ok the help one", CRIED),
        ("ok hurt", HURT),
        ("ok hurt one", HURT),
        ("ok the hurt one", HURT),
    ],
)
def test_ok_and_the_word_of_a_cry_takes_the_alert_that_says_so(words: str, meant: Told):
    assert from_staff(words, [CRIED, HURT, DEV], ENGLISH) == Takes(meant)


@pytest.mark.parametrize("words", ["ok hurt", "ok help", "ok the help one"])
def test_where_no_alert_says_so_it_is_the_one_that_calls_now(words: str):
    asked = replace(ANA, title="Ana asked for a person.", level="now")

    assert from_staff(words, [asked, DEV], ENGLISH) == Takes(asked)
    assert from_staff(words, [DEV], ENGLISH) in {NeedsHelp(), LeadsRead()}


def test_of_two_about_dev_the_help_one_is_the_one_refused_or_taken():
    assert from_staff("cant do the help one", [CRIED, DEV], ENGLISH) == Refuses(CRIED)
    assert from_staff("got the help one", [CRIED, DEV], ENGLISH) == Takes(CRIED)


@pytest.mark.parametrize(
    "words",
    [
        "help me", "HELP", "cant do it, help me", "i cant go on", "i cant take it anymore", "cant do it help",
        "ok help me", "ok hurt me", "ok help ive been hit", "ok help he is hurting me", "ok im hurt", "help", "hurt",
        "Cant do the help one, he is hurting me", "i need the help", "i cant help it he is hurting me",
    ],
)  # fmt: skip
def test_a_cry_beside_a_refusal_is_a_cry(words: str):
    assert from_staff(words, [CRIED], ENGLISH) == NeedsHelp()


@pytest.mark.parametrize(
    "words",
    [
        "Sorry I can't, in a meeting. Can Lena?", "Sorry, I can't, in a meeting.", "cant, ask jo",
        "cant do it im with ana", "im busy until 4", "Can someone else? Im with Ana",
    ],
)  # fmt: skip
def test_what_begins_as_a_refusal_and_goes_on_is_one_of_the_only_alert(words: str):
    holds = replace(DEV, taken_by="marcus", is_theirs=True)

    assert from_staff(words, [DEV], ENGLISH) == Refuses(DEV)
    assert from_staff(words, [holds], ENGLISH) == GivesBack(holds)
    assert from_staff(words, [DEV, CRIED], ENGLISH) == WhichToRefuse((CRIED, DEV))
    assert from_staff(words, [], ENGLISH) == LeadsRead()


@pytest.mark.parametrize(
    "words", ["i cant find him", "cant get through to dev", "I can't do it?", "no im in a meeting"]
)
def test_what_may_be_a_refusal_is_asked_about(words: str):
    assert from_staff(words, [DEV], ENGLISH) == WhichToRefuse((DEV,))
    assert from_staff(words, [], ENGLISH) == LeadsRead()


def test_who_has_it_and_says_they_are_busy_gives_it_back():
    assert from_staff("im busy", [MARCUS_HAS_ANA], ENGLISH) == GivesBack(MARCUS_HAS_ANA)


def test_who_is_off_to_dev_refuses_nothing():
    assert from_staff("im off to dev now", [DEV], ENGLISH) == Takes(DEV)


def test_who_was_told_of_nothing_has_nothing_to_refuse():
    assert from_staff("no", [], ENGLISH) == LeadsRead()


def test_no_of_who_has_it_gives_nothing_back():
    assert from_staff("no", [MARCUS_HAS_ANA], ENGLISH) == LeadsRead((MARCUS_HAS_ANA,))


@pytest.mark.parametrize("words", ["HELP", "help me", "he is hurting me", "ok help"])
def test_a_cry_of_staff_is_a_cry(words: str):
    assert from_staff(words, [DEV], ENGLISH) == NeedsHelp()


def test_stop_of_staff_is_told():
    assert from_staff("STOP", [DEV], ENGLISH) == Stops()


def test_start_of_staff_is_told():
    assert from_staff("START", [DEV], ENGLISH) == Starts()


def test_nobody_takes_what_they_were_not_told_of():
    assert from_staff("ok got it", [], ENGLISH) == NothingToTake()


def test_of_two_open_ones_it_is_asked_which():
    assert from_staff("ok got it", [DEV, ANA], ENGLISH) == WhichOne((ANA, DEV))


def test_the_most_pressing_of_many_is_named_first_and_then_the_newest():
    first = replace(CRIED, told_at=AT - timedelta(minutes=9))

    assert from_staff("ok got it", [first, DEV, ANA], ENGLISH) == WhichOne((first, ANA, DEV))


OPENED = Told(
    "opened",
    "Lena opened what Ana said to Marcus and Priya.",
    "Ana",
    AT + timedelta(minutes=9),
    level="today",
)


@pytest.mark.parametrize("words", ["ok", "ok ana", "got ana", "mine"])
def test_what_rings_is_taken_before_work_of_the_shift_though_that_was_told_of_last(words: str):
    assert from_staff(words, [ANA, OPENED], ENGLISH) == Takes(ANA)
    assert from_staff(words, [replace(ANA, level="now"), OPENED], ENGLISH) == Takes(
        replace(ANA, level="now")
    )


def test_of_two_that_ring_it_is_asked_which_and_work_of_the_shift_is_not_named():
    assert from_staff("ok", [DEV, ANA, OPENED], ENGLISH) == WhichOne((ANA, DEV))
    assert from_staff("ok dev", [DEV, ANA, OPENED], ENGLISH) == Takes(DEV)


def test_of_work_of_the_shift_alone_it_is_asked_which():
    plan = replace(OPENED, alert_id="plan", level="plan")

    assert from_staff("ok", [plan, OPENED], ENGLISH) == WhichOne((OPENED, plan))


@pytest.mark.parametrize("words", ["ok the opened one", "taking the one lena opened"])
def test_work_of_the_shift_that_is_named_is_taken_while_something_rings(words: str):
    assert from_staff(words, [ANA, OPENED], ENGLISH) == Takes(OPENED)


def test_a_name_says_which():
    assert from_staff("got dev", [DEV, ANA], ENGLISH) == Takes(DEV)


def test_what_jo_has_already_is_not_taken_twice():
    assert from_staff("mine ana", [DEV, JO_HAS_ANA], ENGLISH) == HasIt(JO_HAS_ANA)
    assert from_staff("mine", [JO_HAS_ANA], ENGLISH) == HasIt(JO_HAS_ANA)


def test_the_one_told_of_last_is_taken_where_another_has_the_one_before():
    first = Told("dev", DEV.title, "Dev", AT, taken_by="jo")

    assert from_staff("mine", [first, ANA], ENGLISH) == Takes(ANA)


@pytest.mark.parametrize(
    ("theirs", "left"),
    [
        (ForAll(Help("help")), False),
        (ForCheckpoint("leave", Ok()), False),
        (ForCheckpoint("leave", Late(20)), False),
        (ForConversation("list", "1"), False),
        (ForConversation("list", "hm", "unclear"), False),
        (ForCheckpoint("leave", Ok(), "early"), True),
        (ForCheckpoint("leave", Ok(), "note"), True),
        (ForConversation("list", "ok", "courtesy"), True),
        (ForAlert("alert", "ok"), True),
        (ForAReader(Free("mine")), True),
    ],
)
def test_where_staff_draw_on_support_too_what_is_theirs_comes_first(theirs, *, left: bool):
    assert leaves_to_staff(theirs) is left


def test_got_it_takes_the_help_nobody_has_though_a_newer_one_is_jos():
    help_open = replace(DEV, level="now")

    assert from_staff("got it", [help_open, JO_HAS_ANA], ENGLISH) == Takes(help_open)


def test_got_it_said_again_is_answered_with_what_they_took_last():
    taken = AT + timedelta(minutes=6)
    his = replace(DEV, level="now", taken_by="marcus", is_theirs=True, taken_at=taken)

    assert from_staff("got it", [his, JO_HAS_ANA], ENGLISH) == HasIt(his)


def test_got_it_about_a_newer_one_that_is_jos_is_answered_with_jo():
    his = replace(DEV, taken_by="marcus", is_theirs=True, taken_at=AT + timedelta(minutes=1))

    assert from_staff("got it", [his, JO_HAS_ANA], ENGLISH) == HasIt(JO_HAS_ANA)


@pytest.mark.parametrize("words", ["no?", "cant? dev is with me"])
def test_a_question_refuses_nothing(words: str):
    assert not isinstance(from_staff(words, [DEV], ENGLISH), Refuses)
    assert not isinstance(from_staff(words, [MARCUS_HAS_ANA], ENGLISH), GivesBack)


@pytest.mark.parametrize("words", ["ok", "ok thanks", "yes thank you", "\N{THUMBS UP SIGN}"])
def test_thanks_of_who_just_refused_take_nothing(words: str):
    refused = replace(DEV, refused=True)

    assert from_staff(words, [refused], ENGLISH) == LeadsRead()
    assert from_staff(words, [refused, ANA], ENGLISH) != LeadsRead()
    assert from_staff("ok got it", [refused], ENGLISH) == Takes(refused)
    assert from_staff("ok dev", [refused], ENGLISH) == Takes(refused)


DEV_IS_MINE = replace(DEV, taken_by="marcus", is_theirs=True)


@pytest.mark.parametrize("words", ["ok both", "i will take both", "got all of them"])
def test_both_said_again_names_each_of_them_again(words: str):
    both = [DEV_IS_MINE, MARCUS_HAS_ANA]

    assert from_staff(words, both, ENGLISH) == TakesEach((MARCUS_HAS_ANA, DEV_IS_MINE))
    assert from_staff(words, [DEV_IS_MINE, JO_HAS_ANA], ENGLISH) == HasIt(JO_HAS_ANA)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("1", Takes(ANA)),
        ("2", Takes(DEV)),
        ("ok 2", Takes(DEV)),
        ("2 please", Takes(DEV)),
        ("3", LeadsRead()),
        ("2?", LeadsRead()),
        ("2 mins", LeadsRead()),
        ("1 2", LeadsRead()),
        ("ok", WhichOne((ANA, DEV))),
    ],
)
def test_a_number_of_our_list_is_that_one(words: str, meant: FromStaff):
    told, listed = [DEV, ANA], ["ana", "dev"]

    assert from_staff(words, told, ENGLISH, asked="which", listed=listed) == meant


def test_a_number_of_what_somebody_has_since_says_who_has_it_and_of_what_is_over_is_read():
    of = ["ana", "dev"]

    heard = from_staff("1", [DEV, JO_HAS_ANA], ENGLISH, asked="which", listed=of)
    assert heard == HasIt(JO_HAS_ANA)
    assert from_staff("2", [ANA], ENGLISH, asked="which", listed=of) == LeadsRead()
    assert from_staff("2", [DEV, ANA], ENGLISH, listed=of) == Takes(DEV)
    assert from_staff("2", [DEV, ANA], ENGLISH, asked="which_not", listed=of) == LeadsRead()


@pytest.mark.parametrize(("words", "meant"), [("all", Takes(DEV)), ("all right", LeadsRead())])
def test_all_behind_the_first_of_our_list_takes_the_others(words: str, meant: FromStaff):
    assert from_staff(words, [DEV, JO_HAS_ANA], ENGLISH, listed=["ana", "dev"]) == meant


@pytest.mark.parametrize("words", ["all sorted he is home", "i rang him he is fine", "dev is home"])
def test_what_who_has_it_texts_may_be_about_that(words: str):
    assert from_staff(words, [DEV_IS_MINE], ENGLISH) == LeadsRead((DEV_IS_MINE,))


def test_of_several_it_is_the_one_that_is_named_and_none_where_it_is_anothers():
    both = [DEV_IS_MINE, MARCUS_HAS_ANA]

    assert from_staff("dev is home", both, ENGLISH) == LeadsRead((DEV_IS_MINE,))
    assert from_staff("all sorted", both, ENGLISH) == LeadsRead(tuple(both))
    assert from_staff("ana is home", [DEV_IS_MINE, JO_HAS_ANA], ENGLISH) == LeadsRead()


def test_thanks_of_who_has_it_is_only_that():
    assert from_staff("thanks", [DEV_IS_MINE], ENGLISH) == LeadsRead(
        (DEV_IS_MINE,), only_thanks=True
    )
    assert from_staff("thanks", [DEV], ENGLISH) == LeadsRead()

"""Dev answers a question by text in his own way, and is never misunderstood."""

import pytest

from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import (
    AskAgain,
    CarrierWord,
    Command,
    HelpWanted,
    KeptAsOwnWords,
    ReadBack,
    SecretWordUsed,
    StopWanted,
    Taken,
    Understood,
)
from tests.english import understand

GOING = (
    Option("going", "I am going", also=("yes", "going", "coming")),
    Option("not_going", "Not going", also=("staying home",)),
    Option("unsure", "Not sure yet", also=("maybe",)),
)
TABLETS = (
    Option("done", "Done", also=("taken them", "had them", "yes")),
    Option("not_yet", "Not yet", also=("later",)),
    Option("help", "Help me", also=("I need a hand",)),
)
WEEK = (
    Option("good", "Good", also=("fine", "great", "it was good")),
    Option("ok", "OK", also=("so so", "alright")),
    Option("not_good", "Not good", also=("bad", "sad")),
)
BETTER = (Option("better", "Better"), Option("same", "The same"), Option("worse", "Worse"))
WHEN = (Option("m1", "In 1 month"), Option("m3", "In 3 months"), Option("sooner", "Sooner"))
GOOD_BITS = (
    Option("people", "People", also=("my friends",)),
    Option("out", "Going out"),
    Option("home", "Home", also=("my room",)),
    Option("nothing", "Nothing"),
)
CONTROL = (
    Option("me", "Mostly me", also=("me", "I did")),
    Option("others", "Mostly others", also=("staff", "they did not")),
)
HAPPENED = (
    Option("happened", "It happened", also=("it did", "yes")),
    Option("did_not", "It did not", also=("no",)),
)
SAFE_RULE = (
    Option("ok", "I know", also=("ok", "yes")),
    Option("explain", "Tell me more", also=("what does that mean",)),
)


@pytest.mark.parametrize(
    ("said", "options", "choice", "how"),
    [
        ("2", GOING, "not_going", "number"),
        ("1.", GOING, "going", "number"),
        ("number two", GOING, "not_going", "number"),
        ("its 3", GOING, "unsure", "number"),
        ("B please", GOING, "not_going", "number"),
        ("\uff11", GOING, "going", "number"),
        ("२", GOING, "not_going", "number"),
        ("1️⃣", GOING, "going", "number"),
        ("1 👍", GOING, "going", "number"),
        ("I am going", GOING, "going", "exact"),
        ("YESSS!!", GOING, "going", "exact"),
        ("g\u043eing", GOING, "going", "exact"),  # with a Cyrillic o
        ("g\u200boing", GOING, "going", "exact"),
        ("\u202egoing", GOING, "going", "exact"),
        ("I\u2019m going", GOING, "going", "exact"),
        ("yeh im goin thx", GOING, "going", "words"),
        ("yes of course", GOING, "going", "words"),
        ("no not going", GOING, "not_going", "words"),
        ("not going today", GOING, "not_going", "words"),
        ("going :)", GOING, "going", "exact"),
        ("not good 😢", WEEK, "not_good", "exact"),
        ("👍🏿", GOING, "going", "words"),
        ("ive had em ta", TABLETS, "done", "words"),
        ("later", TABLETS, "not_yet", "exact"),
        ("it was really good", WEEK, "good", "words"),
        ("it is good", WEEK, "good", "words"),
        ("so so", WEEK, "ok", "exact"),
        ("😐", WEEK, "ok", "words"),
        ("🙂", WEEK, "good", "words"),
        ("just me", CONTROL, "me", "words"),
        ("they didnt", CONTROL, "others", "exact"),
        ("it did thanks", HAPPENED, "happened", "words"),
        ("what does that mean?!", (*SAFE_RULE, *WEEK), "", ""),
        ("okayy", WEEK, "ok", "exact"),
    ],
)
def test_dev_is_understood(said: str, options: tuple[Option, ...], choice: str, how: str) -> None:
    meaning = understand(said, options)

    assert meaning == (Taken((choice,), how) if choice else AskAgain())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "options", "choice"),
    [
        ("goimg", GOING, "going"),
        ("going so very", GOING, "going"),
        ("i was good", WEEK, "good"),
        ("not yett", TABLETS, "not_yet"),
        ("good because we went swimming", WEEK, "good"),
        ("im done", TABLETS, "done"),
        ("👍", WEEK, "good"),  # good or OK?
        ("3", WHEN, "sooner"),  # the third, or 3 months?
        ("going 🦄", GOING, "going"),
    ],
)
def test_what_dev_may_have_meant_is_read_back(
    said: str, options: tuple[Option, ...], choice: str
) -> None:
    assert understand(said, options) == ReadBack(choice)


@pytest.mark.parametrize(
    ("said", "options", "meaning"),
    [
        ("not good", (Option("good", "Good"), Option("bad", "Bad")), KeptAsOwnWords()),
        ("no im going", GOING, KeptAsOwnWords()),
        ("yes not yet", TABLETS, KeptAsOwnWords()),
        ("yes but", GOING, KeptAsOwnWords()),
        ("yes no", GOING, KeptAsOwnWords()),
        ("going or not going", GOING, KeptAsOwnWords()),
        ("mum says good", WEEK, KeptAsOwnWords()),
        ("good grief", WEEK, KeptAsOwnWords()),
        ("good 😢", WEEK, KeptAsOwnWords()),
        ("good:(", WEEK, KeptAsOwnWords()),
        ("1 😢", GOING, KeptAsOwnWords()),
        ("👍👎", GOING, KeptAsOwnWords()),
        ("no bad", WEEK, KeptAsOwnWords()),
        ("i did but they made me", CONTROL, KeptAsOwnWords()),
        ("good we had a picnic with games music cake singing balloons", WEEK, KeptAsOwnWords()),
        ("is it good", WEEK, AskAgain()),
        ("good?", WEEK, AskAgain()),
        ("good \u203d", WEEK, AskAgain()),
        ('"good"', WEEK, AskAgain()),
        ("\u201cgood\u201d", WEEK, AskAgain()),
        ("1?", GOING, AskAgain()),
        ("42", GOING, AskAgain()),
        ("0", GOING, AskAgain()),
        ("1st", GOING, AskAgain()),
        ("-1", GOING, AskAgain()),
        ("1 and 2", GOING, AskAgain()),
        ("at 1", GOING, AskAgain()),
        ("and 1", GOING, AskAgain()),
        ("tak", GOING, AskAgain()),
        ("lots", (Option("lost", "Lost"),), AskAgain()),
        ("food", WEEK, AskAgain()),
        ("🚌", GOING, AskAgain()),
        ("🙂", GOING, AskAgain()),
        ("😴", GOING, AskAgain()),
        ("", GOING, AskAgain()),
        ("shure", (Option("sure", "Sure"), Option("share", "Share")), AskAgain()),
    ],
)
def test_nothing_is_put_in_devs_mouth(
    said: str, options: tuple[Option, ...], meaning: Understood
) -> None:
    assert understand(said, options) == meaning


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("STOP", CarrierWord("stop")),
        ("opt out", CarrierWord("optout")),
        ("info", CarrierWord("info")),
        ("HELP", HelpWanted()),
        ("🆘", HelpWanted()),
        ("im not ok", HelpWanted()),
        ("my head is fuzzy", HelpWanted()),
        ("2 of them hurt me", HelpWanted()),
        ("please help me with them", HelpWanted()),
        ("can u get pineapple", SecretWordUsed(near=False)),
        ("pine apple", SecretWordUsed(near=True)),
        ("stop texting me", StopWanted(own_words=True)),
        ("stop please", StopWanted(own_words=False)),
        ("stop 👍", StopWanted(own_words=False)),
        ("skip", Command("skip")),
        ("dunno", Command("dont_know")),
        ("?", Command("dont_know")),
        ("again", Command("again")),
        ("back", Command("back")),
        ("call me", Command("call_me")),
        ("pause", Command("pause")),
        ("no more", Command("no_more")),
        ("ask me later", Command("later")),
        ("not fuzzy", AskAgain()),
        ("i dont need help", AskAgain()),
        ("not not ok", AskAgain()),
    ],
)
def test_a_way_out_comes_before_any_answer(said: str, meaning: Understood) -> None:
    found = understand(said, GOING, helps=("fuzzy",), secret_words=("pineapple",))

    assert found == meaning


def test_a_choice_with_the_words_of_a_way_out_is_a_choice() -> None:
    kind = (Option("hurt", "Someone hurt me"), Option("stop", "Stop it"))

    assert understand("someone hurt me", kind) == Taken(("hurt",), "exact")
    assert understand("stop it", kind) == Taken(("stop",), "exact")
    assert understand("help me", TABLETS) == HelpWanted()  # T4 comes first, whatever is asked


def test_a_second_try_is_kept_for_a_person_to_read() -> None:
    assert understand("bananas", GOING, attempt=1) == AskAgain()
    assert understand("bananas", GOING, attempt=2) == KeptAsOwnWords()


@pytest.mark.parametrize("yes", ["yes", "y", "yep thanks", "1", "ok", "k", "👍🏽", "yes 😀"])
def test_yes_to_did_you_mean(yes: str) -> None:
    assert understand(yes, TABLETS, checking="done") == Taken(("done",), "checked")


@pytest.mark.parametrize("no", ["no", "nah", "2", "👎"])
def test_no_to_did_you_mean_asks_again(no: str) -> None:
    assert understand(no, TABLETS, checking="done") == AskAgain()


def test_something_else_said_to_did_you_mean_is_heard_as_it_is() -> None:
    assert understand("not yet", TABLETS, checking="done") == Taken(("not_yet",), "exact")
    assert understand("yes but", TABLETS, checking="done") == KeptAsOwnWords()
    assert understand("yes?", TABLETS, checking="done") == AskAgain()
    assert understand("yes 😢", TABLETS, checking="done") == KeptAsOwnWords()
    assert understand("3", TABLETS, checking="done") == Taken(("help",), "number")


def test_ok_to_did_you_mean_is_asked_again_where_ok_is_a_choice_too() -> None:
    assert understand("ok", WEEK, checking="good") == AskAgain()


def test_ana_may_pick_several_where_several_are_asked_for() -> None:
    several = {"many": True}

    assert understand("1 and 3", GOOD_BITS, **several) == Taken(("people", "home"), "number")
    assert understand("my room and people", GOOD_BITS, **several) == Taken(
        ("home", "people"), "words"
    )
    assert understand("1 1", GOOD_BITS, **several) == AskAgain()
    assert understand("people and nothing", GOOD_BITS, **several) == KeptAsOwnWords()
    assert understand("people but not home", GOOD_BITS, **several) == KeptAsOwnWords()
    assert understand("people and home 🦄", GOOD_BITS, **several) == KeptAsOwnWords()


def test_words_that_could_mean_two_choices_mean_neither() -> None:
    twins = (Option("a", "At home", also=("home",)), Option("b", "My home", also=("home",)))

    assert understand("home", twins) == AskAgain()


def test_a_label_of_signs_alone_is_only_picked_by_number() -> None:
    assert understand("2", (Option("a", "..."), Option("b", "!!!"))) == Taken(("b",), "number")

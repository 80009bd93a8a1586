"""Whatever courtesy, letters, signature or quotation stand around a word, it means what it means."""

from hypothesis import example, given
from hypothesis import strategies as st

from checkin.commands.hear import meaning_of
from checkin.conversation.replies.meaning import (
    Automatic,
    CallMe,
    Free,
    Help,
    Late,
    Ok,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import HelpWanted, Taken
from tests.english import ENGLISH, journey, understand

DEV = journey(secret_words=("pineapple",), checkpoint_open=True, name="Dev")
GOING = (
    Option("going", "I am going", also=("yes", "going")),
    Option("not_going", "Not going"),
    Option("unsure", "Not sure yet", also=("maybe",)),
)

LETTERS = st.sampled_from([str.upper, str.lower, str.title, str.swapcase])
BEFORE = st.sampled_from(["", " ", "\n", "hi ", "Hello, ", "please ", "\u200b"])
AFTER = st.sampled_from(["", " ", ".", "!!", " please", " pls x", " thanks", ", ta", "\n", "…"])
THANKS = st.sampled_from(["", " 👍", " 🙂", " 👍🏽", "🙏", " :)"])
SIGNATURE = st.sampled_from(
    [
        "",
        "\n\nSent from my iPhone",
        "\nSent from my Samsung Galaxy smartphone.",
        "\nSent from Yahoo Mail on Android",
        "\n\nGet Outlook for Android",
        "\n-- \nDev Rahman",
        "\n--\nDev",
        " Sent from my iPad",
    ]
)
OURS = st.sampled_from(
    [
        "Hi Dev. It's art day. Text OK when you leave. Bus late? Text LATE 20.",
        "We got your text. Marcus will ring you now. In danger? Ring 999.",
        "Safe places near you: The library. Boots. Want a call? Text HELP.",
        "OK. We have stopped these texts. Text START to begin again.",
        "OK Dev. No more texts today.",
        "1 I am going\n2 Not going",
        "Ok thanks. See you later.",
    ]
)
ANY_WORDS = st.text(
    st.characters(exclude_characters='"\u201c\u201d\u201e\u00ab\u00bb\0', codec="utf-8"),
    max_size=80,
)
REACTION = st.sampled_from(
    [
        *("Liked", "Disliked", "Loved", "Laughed at", "Emphasised", "Emphasized", "Questioned"),
        *("Reacted 👍 to", "Reacted with ❤️ to", "❤️ to", "👍 to", "😂 to", "Removed a heart from"),
    ]
)
MARKS = st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("“", "")])
EVERYDAY = st.lists(
    st.sampled_from(sorted(ENGLISH.spelling.everyday - ENGLISH.negation.turns)), max_size=8
).map(" ".join)
CRIES = st.sampled_from(
    [
        *("he is hurting me", "i fell over", "i cant breathe", "i want to die", "call the police"),
        *("im not ok", "help me", "im bleeding", "please ring 999", "he has a knife"),
        "kill myself",
    ]
)


@st.composite
def spread(draw: st.DrawFn, word: str) -> str:
    """Write a word in any letters, with whatever changes nothing around it."""
    return draw(BEFORE) + draw(LETTERS)(word) + draw(AFTER) + draw(THANKS) + draw(SIGNATURE)


@given(spread("stop"))
@example("STOP Sent from my Samsung Galaxy smartphone.")
def test_whatever_courtesy_surrounds_it_stop_is_stop(text: str) -> None:
    assert hear(text, DEV) == StopTexts("stop", own_words=False, cancel=False)


@given(st.integers(2, 6), LETTERS, st.sampled_from([" ", ". ", "! ", "\n"]))
def test_however_often_it_is_said_stop_is_stop(times: int, letters, between: str) -> None:
    assert isinstance(hear(between.join([letters("stop")] * times), DEV), StopTexts)


@given(spread("start"))
def test_whatever_courtesy_surrounds_it_start_is_start(text: str) -> None:
    assert hear(text, DEV) == StartTexts()


@given(spread("ok"))
def test_whatever_courtesy_surrounds_it_ok_is_ok(text: str) -> None:
    assert isinstance(hear(text, DEV), Ok)


@given(spread("help"))
def test_whatever_courtesy_surrounds_it_help_is_help(text: str) -> None:
    assert hear(text, DEV) == Help(text)


@given(spread("late 20"))
def test_whatever_courtesy_surrounds_it_late_is_late(text: str) -> None:
    assert hear(text, DEV) == Late(20)


@given(spread("call me"))
def test_whatever_courtesy_surrounds_it_call_me_is_call_me(text: str) -> None:
    assert hear(text, DEV) == CallMe(text)


@given(spread("going"))
def test_whatever_courtesy_surrounds_it_an_answer_is_that_answer(text: str) -> None:
    meaning = understand(text, GOING)

    assert isinstance(meaning, Taken)
    assert meaning.choices == ("going",)


@given(REACTION, MARKS, OURS | ANY_WORDS)
@example("Liked", ("“", "”"), "HELP")
@example("❤️ to", ('"', '"'), "STOP")
def test_whatever_text_is_quoted_a_reaction_is_never_its_words(
    reacted: str, marks: tuple[str, str], quoted: str
) -> None:
    text = f"{reacted} {marks[0]}{quoted}{marks[1]}"
    secret = isinstance(hear(quoted, DEV), SecretWord)

    assert secret or hear(text, DEV) == Free(text)
    assert not isinstance(understand(text, GOING), Taken)


@given(REACTION, MARKS.filter(lambda marks: bool(marks[1])), OURS, CRIES)
def test_whatever_is_quoted_a_cry_behind_it_is_heard(
    reacted: str, marks: tuple[str, str], quoted: str, cry: str
) -> None:
    text = f"{reacted} {marks[0]}{quoted}{marks[1]} {cry}"

    assert hear(text, DEV) == Help(text)


@given(EVERYDAY, CRIES, EVERYDAY)
def test_whatever_surrounds_a_cry_it_is_a_cry(before: str, cry: str, after: str) -> None:
    text = f"{before}. {cry}. {after}"
    without_a_word = journey(checkpoint_open=True, name="Dev")

    assert hear(text, without_a_word) == Help(text)
    assert understand(text, GOING) == HelpWanted()


@given(st.sampled_from(["i dont need help", "no one hurt me", "no help needed"]), CRIES)
def test_whatever_is_denied_a_cry_beside_it_is_heard(denied: str, cry: str) -> None:
    assert isinstance(hear(f"{denied} {cry}", DEV), Help)
    assert isinstance(hear(f"{cry} {denied}", DEV), Help)


@given(
    st.sampled_from(
        ["Automatic reply: out of office.", "This is an automated message.", "Missed call from"]
    ),
    st.sampled_from(["OK", "home", "on my way", "STOP", "LATE 20", "not going", "1", "yes"]),
)
def test_whatever_a_machine_says_it_is_no_answer(machine: str, words: str) -> None:
    text = f"{machine} {words}"

    assert hear(text, DEV) == Automatic(text)
    assert not isinstance(understand(text, GOING), Taken)


@given(
    st.sampled_from(["why did you", "when will you", "have you", "did you", "please dont", "never"])
    | st.sampled_from(["he wont", "mum says", "if you", "who told you to", "dont ever"]),
    st.sampled_from(["stop texting me", "stop the texts", "stop sending texts", "stop my texts"]),
    LETTERS,
)
def test_whatever_is_asked_or_denied_about_stopping_texts_stay_on(
    begins: str, ends: str, letters
) -> None:
    text = letters(f"{begins} {ends}")

    assert not isinstance(hear(text, DEV), StopTexts)


@given(
    # A line that begins with > quotes somebody else, as e-mail does.
    ANY_WORDS.filter(lambda words: ">" not in words),
    st.sampled_from(["\nSent from my ", " sent from ", "\n--\n", " get outlook for "]),
)
def test_whatever_is_signed_a_cry_in_it_is_heard(words: str, signed: str) -> None:
    text = f"ok{signed}{words} he is hurting me"

    assert isinstance(hear(text, DEV), Help | SecretWord)


@given(
    st.sampled_from(["ok", "home", "stop", "help", "late 20", "call me", "not going", "start"]),
    st.sampled_from([0xFEE0, 0x1D5D4 - ord("A"), 0x24B6 - ord("A")]),
)
def test_whatever_letters_a_phone_has_the_words_are_the_same(words: str, shift: int) -> None:
    written = "".join(chr(ord(one) + shift) if one.isalpha() else one for one in words.upper())

    assert meaning_of(hear(written, DEV)) == meaning_of(hear(words, DEV))

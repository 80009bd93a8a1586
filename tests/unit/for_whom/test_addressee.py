"""For whom each text of Dev's is, with this open, after these texts, at sixteen past nine."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.conversation.replies.meaning import (
    Automatic,
    CallMe,
    Free,
    Going,
    Help,
    Late,
    NotGoing,
    Nothing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from checkin.for_whom.addressee import addressee
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAll,
    ForAReader,
    ForCheckpoint,
    ForConversation,
    ForStaff,
    ForTelling,
    TakesBack,
)
from checkin.for_whom.one_thought import Earlier
from checkin.for_whom.open_with import (
    Checkpoint,
    Conversation,
    LiveAlert,
    OpenWith,
    Telling,
    WordsOfStaff,
)
from tests.english import journey

NOW = datetime(2026, 10, 20, 8, 16, tzinfo=UTC)
AROUND = (Option("marcus", "Marcus"), Option("lena", "Lena"))
DEV = journey(secret_words=("pineapple",), around=AROUND)


def at(clock: str) -> datetime:
    """Return a moment of that Tuesday, by the clock on Dev's wall."""
    hour, minute, second = (*map(int, clock.split(":")), 0)[:3]
    return NOW.replace(hour=hour - 1, minute=minute, second=second)


def point(name: str, stands: str, due: str, *, asked: str = "", today: bool = True) -> Checkpoint:
    early_from = at(due) - timedelta(minutes=30)
    return Checkpoint(
        name, stands, at(due), early_from, at(asked) if asked else None, today=today
    )  # fmt: skip


def talk(name: str, asked: str, *labels: str, put_off: bool = False, **more: object):
    options = tuple(Option(label.lower(), label) for label in labels)
    return Conversation(name, at(asked), options, put_off=put_off, **more)


LEAVE = point("leave", "asks", "9:15", asked="9:15")
WITH_STAFF_BY_NOON = point("noon", "over", "12:00")
LEAVE_SOON = point("leave", "to_come", "9:20")
LEAVE_FAR = point("leave", "to_come", "11:15")
LEFT = point("leave", "over", "9:15", asked="9:15")
RUNG_FOR = replace(LEFT, rung=True)
ANSWERED_EARLY = point("leave", "over", "9:20")
LONG_OVER = point("leave", "over", "5:00", asked="5:00")
NOT_YET_ASKED = point("leave", "asks", "9:15")
HOME = point("home", "asks", "9:16", asked="9:16")
HOME_SOON = point("home", "to_come", "9:40")
LATE_HOME = replace(HOME_SOON, late=True)
JUST_LEFT = replace(LEFT, answered_at=at("9:12"))
LEFT_BEFORE = replace(LEFT, answered_at=at("9:00"))
TOMORROW = point("leave", "to_come", "20:00", today=False)
LIST = talk("list", "8:30", "Done", "Not yet", "Help me")
LIST_JUST_NOW = talk("list", "9:16", "Done", "Not yet", "Help me")
KEEP = talk("keep", "8:30", "Keep it", "OK")
KEEP_JUST_NOW = talk("keep", "9:16", "Keep it", "OK")
WORDS = talk("words", "8:30")
LATER = talk("later", "8:30", "Done", "Not yet", put_off=True)
CHECKING = talk("checking", "8:30", "Yes", "No")
ALERT = LiveAlert("alert", at("9:10"))
CALL = LiveAlert("call", at("9:10"), calls=True)
NOW_CALL = LiveAlert("now", at("9:05"), calls=True, at_once=True)
WORD_CALL = LiveAlert("word", at("9:10"), calls=True, at_once=True, by_word=True)
ALERT_OF_THE_ANSWER = LiveAlert("answer", WORDS.asked_at)
NEW_ALERT = LiveAlert("new", at("9:14"))
OLD_ALERT = LiveAlert("old", at("6:00"))
MARCUS = WordsOfStaff("marcus", at("9:15"))
MARCUS_BEFORE = WordsOfStaff("marcus", at("8:00"))


def open_with(*things: object) -> OpenWith:
    """Return these things, each in its place."""
    return OpenWith(
        tuple(one for one in things if isinstance(one, Checkpoint)),
        tuple(one for one in things if isinstance(one, Conversation)),
        tuple(one for one in things if isinstance(one, LiveAlert)),
        next((one for one in things if isinstance(one, WordsOfStaff)), None),
    )


def before(*texts: str) -> tuple[Earlier, ...]:
    """Return texts of the last minute; what was understood carries an exclamation mark."""
    return tuple(
        Earlier(text.rstrip("!"), NOW - timedelta(seconds=8 * (len(texts) - place)), "!" in text)
        for place, text in enumerate(texts)
    )


def short(found: Addressee) -> str:  # noqa: PLR0911 (one for each addressee)
    """Return an addressee in a word or three."""
    match found:
        case ForAll(meaning):
            return {
                Help: "help", CallMe: "call me", SecretWord: "secret", StopTexts: "stop", StartTexts: "start",
                NotGoing: "not going", Place: "place",
            }[type(meaning)]  # fmt: skip
        case ForCheckpoint(name, meaning, how):
            said = f" late {meaning.minutes}" if isinstance(meaning, Late) else ""
            return f"{name} {how}{said}"
        case ForConversation(name, _, how):
            return f"{name} {how}"
        case ForAlert(name, _, courtesy, in_doubt):
            return f"{name}{' courtesy' * courtesy}{f' of {in_doubt}' if in_doubt else ''}"
        case ForStaff(name, _, courtesy, in_doubt, alert):
            also = f"{f' of {in_doubt}' if in_doubt else ''}{f' on {alert}' if alert else ''}"
            return f"to {name}{' courtesy' * courtesy}{also}"
        case ForAReader(Automatic()):
            return "reader of a machine"
        case ForAReader(_, left_open, in_doubt):
            return f"reader{' left open' * left_open}{f' of {in_doubt}' if in_doubt else ''}"


LONG = "i got on the wrong bus and ".rjust(143, "a") + "somebody is hurti"  # 160 letters

TABLE = [
    # OK, in the order of B.4
    ([LEAVE], [], "OK", "leave answer"),
    ([LEAVE], [], "\N{THUMBS UP SIGN}", "leave answer"),
    ([LEAVE, HOME], [], "OK", "leave answer"),
    ([LEAVE], [], "yes", "leave answer"),
    ([NOT_YET_ASKED], [], "OK", "leave answer"),
    ([LEAVE_SOON], [], "OK", "leave early"),
    ([LEFT, LEAVE_SOON], [], "OK", "leave early"),
    ([RUNG_FOR, HOME_SOON], [], "OK", "leave note"),  # late: what is to come still asks
    ([RUNG_FOR, HOME], [], "OK", "home answer"),
    ([JUST_LEFT, HOME_SOON], [], "ok thanks", "leave note"),  # straight behind an OK
    ([JUST_LEFT, HOME_SOON], [], "im home", "home early"),
    ([LEFT_BEFORE, HOME_SOON], [], "ok", "home early"),
    ([LEFT_BEFORE, HOME_SOON, CALL], [], "im ok now", "leave note"),
    ([LEFT_BEFORE, HOME_SOON, CALL], [], "home", "home early"),
    ([RUNG_FOR, LATE_HOME], [], "OK", "home early"),
    ([LEAVE_FAR], [], "OK", "reader"),
    ([LEAVE_FAR, LEFT], [], "OK", "leave note"),
    ([LONG_OVER], [], "OK", "reader"),
    ([WITH_STAFF_BY_NOON], [], "OK", "reader"),  # staff are there: it is over before its time
    ([LEAVE], ["im not!"], "ok", "leave answer"),  # what was understood is whole
    ([ANSWERED_EARLY], [], "OK", "leave note"),
    ([], [], "OK", "reader"),
    ([], [], "yes", "reader"),
    ([LEAVE], [], "OK but the bus was horrid", "leave answer"),
    # LATE
    ([LEAVE], [], "LATE 20", "leave answer late 20"),
    ([LEAVE_FAR], [], "LATE", "leave answer late 15"),
    ([TOMORROW], [], "LATE 20", "reader"),
    ([], [], "LATE 20", "reader"),
    ([LEAVE, LIST], [], "LATE 20", "leave answer late 20"),
    ([LIST], [], "LATE 20", "list unclear"),
    # Two ask: whoever understands it, else the one that asked last
    ([LIST, LEAVE], [], "OK", "leave answer"),
    ([LIST_JUST_NOW, LEAVE], [], "OK", "leave answer"),
    ([KEEP, LEAVE], [], "OK", "leave answer"),
    ([KEEP_JUST_NOW, LEAVE], [], "OK", "keep answer"),
    ([LIST, LEAVE], [], "done", "list answer"),
    ([LIST, LEAVE], [], "1", "list answer"),
    ([LIST, LEAVE], [], "skip", "list answer"),
    ([LIST, LEAVE], [], "the bus is not here", "reader of leave"),
    ([LIST_JUST_NOW, LEAVE], [], "the bus is not here", "list unclear"),
    ([WORDS, LEAVE], [], "on the 42", "reader of leave"),
    ([LIST, LEFT], [], "OK", "leave note"),
    ([LIST_JUST_NOW, LEFT], [], "OK", "list unclear"),
    ([LIST, LEAVE_SOON], [], "OK", "list unclear"),
    ([KEEP, LEAVE_SOON], [], "OK", "keep answer"),
    ([LIST, KEEP_JUST_NOW], [], "1", "keep answer"),
    ([LIST, WORDS], [], "done", "list answer"),
    ([LEAVE, HOME_SOON], [], "OK", "leave answer"),  # what asked hears it before what may come early
    # One conversation
    ([LIST], [], "OK", "list unclear"),
    ([LIST], [], "had toast", "list unclear"),
    ([CHECKING], [], "yes", "checking answer"),
    ([LIST], [], "not yet", "list answer"),
    ([WORDS], [], "with my friend", "words unclear"),
    ([WORDS, ALERT_OF_THE_ANSWER], [], "at ten please", "words unclear"),  # one turn made both
    # Put off until later: it hears only what answers it
    ([LATER], [], "i feel really ill and mum is not here", "reader"),
    ([LATER], [], "1", "later take_up"),
    ([LATER], [], "not yet", "later take_up"),
    ([LATER], [], "OK", "later courtesy"),
    ([LATER], [], "yes", "later courtesy"),
    ([LATER], [], "ok but i am worried", "reader"),
    ([LATER, LEAVE], [], "OK", "leave answer"),
    ([LATER, LEAVE_SOON], [], "OK", "leave early"),
    ([LATER, LEAVE], [], "the bus is not here", "reader of leave"),
    ([LATER, LIST], [], "1", "list answer"),
    # A cry or a command is for all
    ([LIST, LEAVE, ALERT], [], "help", "help"),
    ([LATER], [], "im not ok", "help"),
    ([LEAVE], [], "can u get pineapple for tea", "secret"),
    ([LIST, LEAVE], [], "STOP", "stop"),
    ([LIST, LEAVE], [], "START", "start"),
    ([LIST, LEAVE], [], "not going", "not going"),
    ([LATER], [], "im lost", "call me"),
    ([LIST, LEAVE], [], "call me", "call me"),
    ([LIST, LEAVE, ALERT], [], "I'm driving with Do Not Disturb While Driving turned on.", "reader of a machine"),
    ([LIST], [], "PLACE", "place"),
    ([LIST, LEAVE], [], "", "reader"),
    # Somebody acts on an alert
    ([ALERT], [], "by the library", "alert"),
    ([ALERT], [], "OK", "alert courtesy"),
    ([ALERT, LEFT], [], "OK", "leave note"),
    ([OLD_ALERT, LIST], [], "had toast", "list unclear"),
    ([LIST, ALERT], [], "by the library", "alert"),
    ([LIST, ALERT], [], "done", "list answer"),
    ([LEAVE, ALERT], [], "OK", "leave answer"),
    ([LEAVE, ALERT], [], "by the library", "alert of leave"),
    ([OLD_ALERT, ALERT], [], "by the library", "alert"),
    ([LIST, LEAVE], [], "Liked \N{LEFT DOUBLE QUOTATION MARK}Text OK.\N{RIGHT DOUBLE QUOTATION MARK}", "reader"),
    # The person called for somebody, and goes on
    ([CALL], [], "please hurry", "call"),
    ([CALL], [], "where is marcus", "call"),
    ([CALL], [], "", "call"),
    ([CALL], [], "OK", "call courtesy"),
    ([CALL], [], "LATE 20", "call"),
    ([CALL], ["ok!"], "my mum is", "call"),
    ([CALL, NEW_ALERT], [], "still waiting", "call"),
    ([NOW_CALL, CALL], [], "still waiting", "now"),
    ([NOW_CALL, WORD_CALL], [], "is anyone coming", "now"),
    ([WORD_CALL, CALL], [], "is anyone coming", "word"),
    ([CALL, LIST_JUST_NOW], [], "please hurry", "call"),
    ([CALL, LIST_JUST_NOW], [], "done", "list answer"),
    ([CALL, LEAVE], [], "nobody has rung me", "call of leave"),
    ([CALL, LEAVE], [], "OK", "leave answer"),
    ([CALL, LEAVE], [], "LATE 20", "leave answer late 20"),
    ([CALL], [], "Liked \N{LEFT DOUBLE QUOTATION MARK}We got your text.\N{RIGHT DOUBLE QUOTATION MARK}", "call courtesy"),
    ([CALL], [], "I'm driving with Do Not Disturb While Driving turned on.", "reader of a machine"),
    # Two texts, one thought
    ([LEAVE], [], "im not", "reader left open of leave"),
    ([LEAVE], ["im not"], "ok", "help"),
    ([LIST], ["im not"], "ok", "help"),
    ([], ["im not"], "ok", "help"),
    ([LATER], ["im not"], "ok", "help"),
    ([LEAVE], ["im", "not"], "ok", "help"),
    ([LEAVE], ["no"], "ok", "help"),
    ([LEAVE], ["ok!"], "im not", "help"),
    ([LEFT], ["ok!"], "not", "help"),
    ([LEFT], ["ok!"], "my mum is", "reader left open"),
    ([LEAVE], ["im"], "ok", "leave answer"),
    ([LEAVE], ["hello"], "ok", "leave answer"),
    ([LEFT], ["OK!"], "im home", "leave note"),
    ([LEAVE], ["i dont think im"], "home", "reader of leave"),
    ([LEAVE], ["im not"], "going", "not going"),
    ([LIST], ["not"], "yet", "list answer"),
    ([LIST, LEAVE], ["im not"], "done", "reader of leave"),
    ([LEAVE], ["late!"], "20", "leave answer late 20"),
    ([LEAVE], ["LATE!"], "half an hour", "leave answer late 30"),
    ([LEAVE], ["ok!"], "20", "reader of leave"),
    ([LEAVE], ["late!"], "20 men are here", "reader of leave"),
    ([LIST, LEAVE], ["late!"], "2", "list answer"),
    ([], ["late!"], "20", "reader"),
    ([LEAVE], ["pine"], "apple", "secret"),
    ([LEAVE], ["someone is hurting"], "me", "help"),
    ([LEAVE], ["please dont"], "STOP", "stop"),
    ([LEAVE], ["he wont let me"], "go", "help"),
    ([LIST], ["1!"], "1", "list answer"),
    ([LEAVE], [LONG], "ng me", "help"),
    # Words that answer what a member of staff texted
    ([MARCUS], [], "yes please", "to marcus courtesy"),
    ([MARCUS], [], "cheese please", "to marcus"),
    ([MARCUS], [], "ok", "to marcus courtesy"),
    ([MARCUS], [], "thanks", "to marcus courtesy"),
    ([MARCUS], [], "help me", "help"),
    ([MARCUS], [], "not going", "not going"),
    ([MARCUS], ["im not"], "ok", "help"),
    ([MARCUS], [], "im not", "to marcus"),
    ([MARCUS], [], "", "reader"),
    ([MARCUS, LIST], [], "done", "list answer"),
    ([MARCUS, LIST], [], "cheese please", "to marcus"),
    ([MARCUS, LIST_JUST_NOW], [], "cheese please", "list unclear"),
    ([MARCUS, KEEP], [], "ok", "keep answer"),
    ([MARCUS, LATER], [], "ok", "to marcus courtesy"),
    ([MARCUS_BEFORE, LATER], [], "ok", "later courtesy"),
    ([MARCUS, LEAVE], [], "ok", "leave answer"),
    ([MARCUS, LEAVE], [], "LATE 20", "leave answer late 20"),
    ([MARCUS, LEAVE], [], "by the library", "reader of leave"),
    ([MARCUS, LEFT], [], "ok", "leave note"),
    ([MARCUS, LONG_OVER], [], "ok", "to marcus courtesy"),
    ([MARCUS, LEAVE_SOON], [], "ok", "to marcus courtesy"),
    ([MARCUS, ALERT], [], "by the library", "to marcus on alert"),
    ([MARCUS_BEFORE, ALERT], [], "by the library", "alert"),
    ([MARCUS, CALL], [], "by the library", "call"),
    ([MARCUS, CALL], [], "ok", "call courtesy"),
]  # fmt: skip


@pytest.mark.parametrize(("things", "texts", "words", "whom"), TABLE)
def test_for_whom_it_is(things: list, texts: list[str], words: str, whom: str):
    found = addressee(words, before(*texts), open_with(*things), DEV, NOW)

    assert short(found) == whom


def test_a_text_of_more_than_a_minute_ago_is_a_thought_of_its_own():
    earlier = (Earlier("im not", NOW - timedelta(seconds=61), taken=False),)

    found = addressee("ok", earlier, open_with(LEAVE), DEV, NOW)

    assert found == ForCheckpoint("leave", Ok())


def test_whoever_reads_half_a_thought_sees_both_halves():
    found = addressee("i dont feel", before("thank you!"), open_with(), DEV, NOW)

    assert found == ForAReader(Free("thank you i dont feel"), left_open=True)


def test_a_conversation_is_given_the_whole_thought():
    found = addressee("yet", before("not"), open_with(LIST), DEV, NOW)

    assert found == ForConversation("list", "not yet")


def test_a_picture_alone_is_looked_at_by_a_person():
    assert addressee("", (), open_with(WORDS), DEV, NOW) == ForAReader(Nothing())


# Whatever is open, whatever comes ------------------------------------------------------------

SOME = [
    LEAVE,
    LEAVE_SOON,
    LEFT,
    HOME,
    LIST,
    KEEP_JUST_NOW,
    WORDS,
    LATER,
    CHECKING,
    ALERT,
    CALL,
    MARCUS,
]
SAID = st.one_of(
    st.sampled_from([
        "ok", "im not", "not", "1", "later", "LATE 20", "help", "yes", "STOP", "START", "no",
        "pineapple", "pine", "apple", "not going", "im home", "call me", "the bus", "skip", "",
    ]),
    st.text(max_size=40),
)  # fmt: skip
ANYTHING_OPEN = st.lists(st.sampled_from(SOME), unique_by=id, max_size=6).map(
    lambda things: open_with(*sorted(things, key=lambda one: getattr(one, "due_at", NOW)))
)
ANYTHING_BEFORE = st.lists(
    st.builds(
        Earlier,
        words=SAID,
        at=st.integers(0, 90).map(lambda seconds: NOW - timedelta(seconds=seconds)),
        taken=st.booleans(),
    ),
    max_size=4,
).map(lambda texts: tuple(sorted(texts, key=lambda one: one.at)))


@given(words=SAID, texts=ANYTHING_BEFORE, here=ANYTHING_OPEN)
def test_whatever_is_open_a_cry_for_help_is_help(words, texts, here):
    alone = hear(words, DEV)

    found = addressee(words, texts, here, DEV, NOW)

    if isinstance(alone, Help | SecretWord):
        assert found == ForAll(alone)


@given(words=SAID, texts=ANYTHING_BEFORE, here=ANYTHING_OPEN)
def test_whatever_comes_has_one_addressee_that_is_there_or_a_reader(words, texts, here):
    of_staff = [here.of_staff] if here.of_staff else []
    ids = {one.id for one in (*here.checkpoints, *here.conversations, *here.alerts, *of_staff)}

    match addressee(words, texts, here, DEV, NOW):
        case (
            ForCheckpoint(id=name)
            | ForConversation(id=name)
            | ForAlert(id=name)
            | ForStaff(id=name)
        ):
            assert name in ids
        case ForAReader(in_doubt=name):
            assert name is None or name in ids
        case found:
            assert isinstance(found, ForAll)


@given(texts=ANYTHING_BEFORE, here=ANYTHING_OPEN, ok=st.sampled_from(["ok", "OK", "yes", "k"]))
def test_whatever_is_open_ok_after_im_not_is_never_ok(texts, here, ok):
    texts = (*texts, Earlier("im not", NOW - timedelta(seconds=8), taken=False))

    found = addressee(ok, texts, here, DEV, NOW)

    assert not isinstance(found, ForCheckpoint)


@given(texts=ANYTHING_BEFORE, here=ANYTHING_OPEN)
def test_whatever_is_open_words_after_later_are_never_swallowed(texts, here):
    words = "i feel really ill and mum is not here"
    put_off = OpenWith(here.checkpoints, here.put_off, here.alerts)

    found = addressee(words, texts, put_off, DEV, NOW)

    assert isinstance(found, ForAReader | ForAlert | ForAll)


@pytest.mark.parametrize(
    ("words", "seconds", "how"),
    [
        ("on my own after art", 4, "goes_on"),
        ("on my own after art", 11, "unclear"),
        ("done", 4, "answer"),
        ("skip", 4, "answer"),
    ],
)
def test_own_words_go_on_at_once_unless_they_answer_the_next_question(words, seconds, how):
    cafe = "i want to go to the cafe"
    said = (Earlier(cafe, NOW - timedelta(seconds=seconds), taken=True),)
    here = open_with(talk("list", "9:16", "Done", "Not yet", kept=cafe))

    assert addressee(words, said, here, DEV, NOW) == ForConversation("list", words, how)


@pytest.mark.parametrize(
    ("words", "off", "whom"),
    [
        ("im going after all", True, ForAll(Going())),
        ("ok left", True, ForAll(Going(on_the_way=True))),
        ("im going after all", False, ForAReader(Free("im going after all"))),
        ("ok", True, ForAReader(Free("ok"), nothing_asked=True)),
    ],
)
def test_whoever_called_the_day_off_may_go_after_all(words, off, whom):
    assert addressee(words, (), OpenWith(day_off=off), DEV, NOW) == whom


ARRIVED = Checkpoint(
    "arrive", "over", at("9:00"), at("8:40"), at("9:00"), answered_at=at("9:15:55"), in_time=True
)
TO_COME = point("home", "to_come", "16:00")


@pytest.mark.parametrize(
    ("words", "points", "texts", "taken_back"),
    [
        ("no", (ARRIVED,), (), True),
        ("im not there yet", (ARRIVED, TO_COME), (), True),
        ("not there yet?", (ARRIVED,), (), False),
        ("mum is not home", (replace(ARRIVED, answered_at=at("9:10")),), (), False),
        ("not there yet", (replace(ARRIVED, answered_at=at("9:10")),), (), True),
        ("not there yet", (replace(ARRIVED, answered_at=at("9:10")), TO_COME), (), False),
        ("not there yet", (replace(ARRIVED, answered_at=at("9:10"), in_time=False),), (), False),
        ("no i am fine", (ARRIVED,), (Earlier("im not well", at("9:15:57"), taken=True),), False),
    ],
)
def test_a_no_behind_an_ok_takes_it_back(words, points, texts, taken_back):
    whom = addressee(words, texts, OpenWith(points), DEV, NOW)

    assert isinstance(whom, TakesBack) == taken_back


TOLD = Telling("telling", at("9:12"))
CALL_SINCE = LiveAlert("since", at("9:14"), calls=True)


@pytest.mark.parametrize(
    ("things", "words", "whom"),
    [
        ((), "he did it again", ForTelling("telling", "he did it again")),
        ((), "thanks", ForTelling("telling", "thanks", courtesy=True)),
        ((LEAVE,), "he did it again", ForTelling("telling", "he did it again")),
        ((CALL,), "he did it again", ForTelling("telling", "he did it again")),
        ((MARCUS,), "he did it again", ForStaff("marcus", "he did it again")),
        ((MARCUS_BEFORE,), "he did it again", ForTelling("telling", "he did it again")),
        ((NEW_ALERT,), "it was dark", ForAlert("new", "it was dark")),
        ((), "help", ForAll(Help("help"))),
        ((), "call me", ForTelling("telling", "call me")),
        ((CALL, LEAVE), "im scared of him", ForTelling("telling", "im scared of him")),
        ((CALL_SINCE,), "call me", ForAll(CallMe("call me"))),
    ],
)
def test_what_goes_on_with_a_telling_is_heard_there(things, words: str, whom: Addressee):
    here = replace(open_with(*things), telling=TOLD)

    assert addressee(words, (), here, DEV, NOW) == whom


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("he did it again", ForAll(Help("he did it again"))),
        ("im scared of him", ForAll(Help("im scared of him"))),
        ("i like tea", ForAReader(Free("i like tea"))),
    ],
)
def test_once_it_was_closed_that_it_was_so_again_is_a_hurt_of_its_own(words: str, whom: Addressee):
    here = replace(open_with(), hurt_before=True)

    assert addressee(words, [], here, DEV, NOW) == whom
    assert addressee(words, [], replace(here, telling=TOLD), DEV, NOW) == ForTelling(
        "telling", words
    )


def test_once_it_was_closed_what_may_call_answers_whoever_asked_apart():
    asked = WordsOfStaff("words", at("9:14"), asks=True, apart="telling")
    here = replace(open_with(), hurt_before=True, of_staff=asked)

    answers = ForStaff("words", "im scared of him", calls=True)
    assert addressee("im scared of him", [], here, DEV, NOW) == answers


LONG_AGO = Telling("telling", at("8:40"))
HALF_AN_HOUR_AGO = replace(LONG_AGO, spoke_at=at("8:46"))


@pytest.mark.parametrize(
    "words",
    [
        "can i see lena sat", "is marcus on sat", "can i move to another house", "why did he do it",
        "im still upset can i go cafe sat", "it was in the kitchen", "thanks", "i want to tell police",
        "leena was horrible can i go cafe sat",
    ],
)  # fmt: skip
def test_long_after_a_telling_what_may_be_of_it_stays_with_it(words: str):
    whom = addressee(words, (), replace(open_with(), telling=LONG_AGO), DEV, NOW)

    assert whom == ForTelling("telling", words, courtesy=words == "thanks")


@pytest.mark.parametrize("words", ["can i go cafe sat", "is art on thursday?"])
@pytest.mark.parametrize(("told", "stays"), [(HALF_AN_HOUR_AGO, True), (LONG_AGO, False)])
def test_a_new_thought_goes_where_such_texts_go(words: str, told: Telling, *, stays: bool):
    whom = addressee(words, (), replace(open_with(), telling=told), DEV, NOW)

    assert isinstance(whom, ForTelling if stays else ForAReader)


@pytest.mark.parametrize("words", ["please hurry", "anyone there", "its getting late"])
def test_what_comes_while_a_call_is_open_is_of_that_where_a_telling_is_only_read(words: str):
    told = replace(TOLD, rings=False, spoke_at=at("9:15"))

    assert addressee(words, (), replace(open_with(CALL), telling=told), DEV, NOW) == ForAlert(
        "call", words, calls=True
    )


@pytest.mark.parametrize("words", ["sausages for tea", "can u get milk", "when is art"])
@pytest.mark.parametrize(("more", "stays"), [("chips for tea", False), ("it still hurts", True)])
def test_a_wish_meanwhile_does_not_make_the_next_one_of_it_and_more_of_the_hurt_does(
    words: str, more: str, *, stays: bool
):
    texts = ((at("8:40"), "marcus hit me"), (at("9:00"), more))
    told = Telling("telling", at("9:00"), texts=texts)

    whom = addressee(words, (), replace(open_with(), telling=told), DEV, NOW)

    assert isinstance(whom, ForTelling if stays else ForAReader)


@pytest.mark.parametrize("things", [(CALL_SINCE,), (MARCUS,), (CALL_SINCE, MARCUS), (LEAVE,)])
@pytest.mark.parametrize(
    "words",
    [
        "lena did too",
        "and lena",
        "and lena did",
        "so did jo",
        "she did it too",
        "ok but lena did too",
    ],
)
def test_that_another_did_it_too_is_for_the_telling_whatever_spoke_since(things, words: str):
    here = replace(open_with(*things), telling=TOLD)

    assert addressee(words, (), here, DEV, NOW) == ForTelling("telling", words)


OF_MARCUS = replace(TOLD, out=frozenset({"marcus"}))
ON_A_PAGE = replace(OF_MARCUS, by_text=False)


@pytest.mark.parametrize("told", [OF_MARCUS, ON_A_PAGE])
@pytest.mark.parametrize("things", [(CALL_SINCE,), (CALL,), (NEW_ALERT,), (MARCUS, CALL_SINCE)])
@pytest.mark.parametrize(
    "words",
    [
        "its marcus",
        "marcuss car is outside",
        "im scared he is outside",
        "hes back",
        "ok marcus has gone",
        "late 20 marcus drives",
        "call me he is here",
    ],
)
def test_what_may_be_of_whom_it_is_kept_from_is_no_word_of_a_call(
    told: Telling, things, words: str
):
    here = replace(open_with(*things, LEAVE), telling=told)

    assert addressee(words, (), here, DEV, NOW) == ForTelling("telling", words)


@pytest.mark.parametrize(
    "words", ["i am by the library", "lena is by the shop", "where is lena is she coming", "thanks"]
)
def test_what_is_of_nobody_it_is_kept_from_joins_the_call(words: str):
    here = replace(open_with(CALL_SINCE), telling=OF_MARCUS)

    assert isinstance(addressee(words, (), here, DEV, NOW), ForAlert)


@pytest.mark.parametrize(
    ("words", "whom"),
    [("he is nice", ForAReader), ("marcus is nice", ForTelling), ("call me", ForAll)],
)
def test_what_was_told_on_a_page_hears_no_other_words(words: str, whom: type):
    here = replace(open_with(), telling=ON_A_PAGE)

    assert isinstance(addressee(words, (), here, DEV, NOW), whom)


def test_what_answers_who_asked_apart_stays_there_though_it_names_marcus():
    jo = WordsOfStaff("jo", at("9:15"), asks=True, apart="telling")
    here = replace(open_with(CALL), telling=OF_MARCUS, of_staff=jo)

    assert addressee("marcus is outside", (), here, DEV, NOW) == ForStaff("jo", "marcus is outside")


def test_a_name_that_answers_a_question_of_ours_is_its_answer():
    asked = talk("meeting", "9:14", "Marcus", "Lena", many=True)
    here = replace(open_with(asked), telling=TOLD)

    assert addressee("marcus and lena", (), here, DEV, NOW) == ForConversation(
        "meeting", "marcus and lena"
    )


@pytest.mark.parametrize(
    "words", ["lena", "lena is by the shop too", "im by the shop and lost it too"]
)
def test_what_more_is_said_is_for_the_call_that_came_since(words: str):
    here = replace(open_with(CALL_SINCE), telling=TOLD)

    assert addressee(words, (), here, DEV, NOW) == ForAlert("since", words, calls=True)


def test_ok_answers_what_asks_though_something_was_told():
    assert isinstance(
        addressee("ok", (), replace(open_with(LEAVE), telling=TOLD), DEV, NOW), ForCheckpoint
    )


ASKS_LUNCH = WordsOfStaff("marcus", at("9:16"), asks=True)
LEFT_OPEN = ForStaff("marcus", "yes", courtesy=True, in_doubt="leave")


@pytest.mark.parametrize("said", ["yes", "ok"])
def test_of_two_questions_the_newest_is_answered_and_the_other_stays_in_doubt(said: str):
    heard_by = addressee(said, (), open_with(LEAVE, ASKS_LUNCH), DEV, NOW)

    assert heard_by == replace(LEFT_OPEN, words=said)


def test_a_checkpoint_that_asks_after_staff_did_is_answered():
    asked_before = replace(ASKS_LUNCH, sent_at=at("9:12"))

    heard_by = addressee("yes", (), open_with(LEAVE, asked_before), DEV, NOW)

    assert isinstance(heard_by, ForCheckpoint)


def test_what_asks_nothing_takes_no_ok_from_a_checkpoint_that_asks():
    heard_by = addressee("ok", (), open_with(LEAVE, replace(ASKS_LUNCH, asks=False)), DEV, NOW)

    assert isinstance(heard_by, ForCheckpoint)


def test_what_says_more_than_ok_answers_the_checkpoint_that_asks():
    heard_by = addressee("ok on the bus now", (), open_with(LEAVE, ASKS_LUNCH), DEV, NOW)

    assert isinstance(heard_by, ForCheckpoint)


@pytest.mark.parametrize("things", [(NEW_ALERT,), (ALERT, NEW_ALERT)])
def test_who_asks_for_a_person_after_a_telling_is_heard_by_it_whatever_alert_came_since(things):
    here = replace(open_with(*things), telling=TOLD)

    assert addressee("call me", (), here, DEV, NOW) == ForTelling("telling", "call me")


def test_who_asks_for_a_person_calls_where_what_was_told_before_is_only_read():
    here = replace(open_with(), telling=replace(TOLD, rings=False))

    assert addressee("call me", [], here, DEV, NOW) == ForAll(CallMe("call me"))
    assert isinstance(addressee("he did it again", [], here, DEV, NOW), ForTelling)

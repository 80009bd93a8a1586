"""A version is what is said and asked; how the file is laid out is not."""

import pytest

from checkin.conversation.flows.loading import load
from checkin.conversation.flows.versions import difference_in_words, version_of
from tests.flows.broken import GOOD, LIBRARY


def flow(text=GOOD):
    found = load(text, "dev_day.yaml", LIBRARY)
    assert found.flow, found.faults
    return found.flow


def changed(*edits):
    text = GOOD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return flow(text)


def test_a_version_is_sixty_four_digits_and_stays():
    assert version_of(flow()) == version_of(flow())
    assert len(version_of(flow())) == 64


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("purpose: To try", "purpose:   'To try"),
        ("\nsteps:", "\n# A remark.\n\nsteps:"),
        ("[tablet, text, call]", "\n  - tablet\n  - text\n  - call"),
        ("seen_by: [staff_on_shift]", "seen_by: staff_on_shift"),
        (
            "say: Have a good day.\n    symbol: life.thanks",
            "symbol: life.thanks\n    say: Have a good day.",
        ),
    ],
)
def test_layout_quotes_and_remarks_make_no_new_version(old, new):
    text = GOOD.replace(old, new)
    if "'To" in new:
        text = text.replace("the checks.", "the checks.'")

    assert version_of(flow(text)) == version_of(flow())
    assert difference_in_words(flow(), flow(text)) == ()


def test_the_order_of_steps_and_of_choices_makes_a_new_version():
    food, sure = GOOD.index("  food:"), GOOD.index("  sure:")
    bye = GOOD.index("  bye:")
    other = GOOD[:food] + GOOD[sure:bye] + GOOD[food:sure] + GOOD[bye:]

    assert version_of(flow(other)) != version_of(flow())
    assert difference_in_words(flow(), flow(other)) == ("the steps are in another order",)


def test_a_new_picture_or_recording_in_another_file_makes_a_new_version():
    plain = version_of(flow())

    assert version_of(flow(), {"life.home": "ab12"}) != plain
    assert version_of(flow(), {"a": "1", "b": "2"}) == version_of(flow(), {"b": "2", "a": "1"})


def test_a_change_of_a_scale_makes_a_new_version_of_the_flows_that_use_it():
    new = flow().model_copy(update={"scales": {"sure_3": LIBRARY.scales["sure_2"]}})

    assert version_of(new) != version_of(flow())
    assert difference_in_words(flow(), new) == ("the answer 'A bit sure' is gone (step 'sure')",)


CHANGES = [
    ("title: \"Dev's day\"", "title: My day", "'title' is now 'My day'"),
    ("seen_by:", "may_start: person\nseen_by:", "'may_start' is now 'person'"),
    ("[tablet, text, call]", "[tablet, text]", "'channels' is now 'tablet, text'"),
    ("What about food?", "Have you food?", "step 'food' is reworded: 'What about food?' is now 'Have you food?'"),
    ("  bye:\n    say: Have a good day.\n    symbol: life.thanks\n", "", "step 'bye' is gone"),
    ("  bye:", "  hello:\n    say: Hello.\n    symbol: life.hello\n  bye:", "step 'hello' is new: 'Hello.'"),
    ("label: I have food", "label: I ate", "the answer 'I have food' is reworded: 'I ate' (step 'food')"),
    ("tell: soon", "tell: now", "what follows from the answer 'Help me' changed (step 'food')"),
    ("tell: soon", "tell: soon, reply: OK.", "what is said back to 'Help me' changed (step 'food')"),
    ("[staying in]", "[not today]", "what is understood as 'At home' changed (step 'going')"),
    ("symbol: life.home", "symbol: am.bed", "the picture or the sound of 'At home' changed (step 'going')"),
    ("tell: soon}", "tell: soon, then: {ok: {say: Good., symbol: nav.ok}}}", "step 'ok' is new: 'Good.'"),
    ("with: sure_3", "with: sure_2", "the answer 'A bit sure' is gone (step 'sure')"),
    ("with: sure_2", "with: sure_3", "the answer 'A bit sure' is new (step 'sure')"),
    ("    symbol: sure.yes", "    symbol: sure.yes\n    words: optional", "step 'sure' is asked in another way"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), CHANGES, ids=[one[2] for one in CHANGES])
def test_each_change_is_said_in_words(old, new, said):
    before = flow(GOOD.replace("with: sure_3", "with: sure_2")) if "sure_2" in old else flow()
    after = flow() if "sure_2" in old else changed((old, new))

    assert said in difference_in_words(before, after)
    assert version_of(before) != version_of(after)


def test_choices_in_another_order_are_said():
    first = "      going: {label: I am going, symbol: life.out, also: [going, coming]}\n"
    second = "      staying: {label: At home, symbol: life.home, also: [staying in]}\n"

    after = changed((first + second, second + first))

    assert difference_in_words(flow(), after) == (
        "the answers are in another order (step 'going')",
    )


def test_steps_that_follow_another_answer_are_said():
    before = changed(("tell: soon}", "tell: soon, then: {ok: {say: Good., symbol: nav.ok}}}"))
    after = changed(
        ("symbol: life.food}", "symbol: life.food, then: {ok: {say: Good., symbol: nav.ok}}}")
    )

    said = difference_in_words(before, after)

    assert "other steps follow the answer 'Help me' (step 'food')" in said


def test_changed_piles_and_messages_are_said():
    piles = "sort: Put these in piles.\n    items: {tea: {label: Tea, symbol: thing.cup}}\n    piles: {one: {label: %s, symbol: nav.ok}}"  # fmt: skip
    old, new = (changed(("say: Have a good day.", piles % label)) for label in ("Like", "Love"))

    assert difference_in_words(old, new) == ("the answer 'Like' is reworded: 'Love' (step 'bye')",)

    head = GOOD[: GOOD.index("steps:")]
    old = flow(
        head + "messages:\n  hi: {text: Hi.}\n  late: {text: You are late.}\n  bye: {text: Bye.}\n"
    )
    new = flow(
        head + "messages:\n  hi: {text: Hello.}\n  bye: {text: Bye.}\n  home: {text: Home.}\n"
    )

    assert difference_in_words(old, new) == (
        "message 'hi' is reworded: 'Hello.'", "message 'late' is gone", "message 'home' is new",
    )  # fmt: skip


def test_what_nobody_may_begin_any_more_is_said_in_words():
    may = GOOD.replace("seen_by:", "may_start: person\nseen_by:")
    assert "'may_start' is now 'not there'" in difference_in_words(flow(may), flow())

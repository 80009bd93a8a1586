"""Checks that need more than one broken line: choices, sound, words, texts, languages."""

from dataclasses import replace

import pytest

from checkin.conversation.flows.library import Library, Translation, Words
from checkin.conversation.flows.loading import load, load_library
from tests.flows.broken import GOOD, LIBRARY, loaded
from tests.unit.flows.shipped import shipped_text


def faults(text, library=LIBRARY):
    return [(one.code, one.severity) for one in load(text, "dev_day.yaml", library).faults]


def codes(text, library=LIBRARY):
    return [code for code, _ in faults(text, library)]


def with_choices(count, many=""):
    rows = "".join(f"      c{n}: {{label: Cup {n}, symbol: thing.cup}}\n" for n in range(count))
    begin, end = GOOD.index("      going: {label"), GOOD.index("  food:")
    return (
        (GOOD[:begin] + rows + GOOD[end:])
        .replace("{going: going}", "{going: c1}")
        .replace("    ask: What is your plan?", f"{many}    ask: What is your plan?")
    )


# Replies ------------------------------------------------------------------------------


def test_ten_choices_are_too_many_keys_for_a_call():
    assert ("F304", "error") in faults(with_choices(10))
    assert "F304" not in codes(with_choices(10).replace("text, call", "text"))


def test_stop_may_be_an_answer_where_no_text_goes_out():
    text = GOOD.replace("[staying in]", "[stop]")

    assert "F301" in codes(text)
    assert codes(text.replace("[tablet, text, call]", "[tablet]")) == []


def test_a_choice_that_hurts_to_make_has_a_reply():
    hurts = GOOD.replace("symbol: life.home", "symbol: feel.sad")
    assert ("F309", "warning") in faults(hurts)
    assert "F309" not in codes(hurts.replace("[staying in]", "[staying in], reply: That is OK."))


def test_a_reply_promises_only_what_something_carries_out():
    promises = GOOD.replace("[staying in]", "[staying in], reply: We will ring you.")
    assert ("F310", "error") in faults(promises)
    assert "F310" not in codes(promises.replace("reply:", "tell: soon, reply:"))


def test_hidden_words_that_call_for_help_or_turn_texts_off_never_reach_their_choice():
    assert ("F308", "warning") in faults(GOOD.replace("[staying in]", "[not ok]"))
    assert ("F308", "warning") in faults(GOOD.replace("[staying in]", "[no more texts]"))
    assert "F308" not in codes(GOOD)


def test_yes_may_be_said_and_does_not_stand_alone_on_a_label():
    assert codes(GOOD.replace("[staying in]", '["yes"]')) == []


def test_the_labels_of_a_row_may_be_each_others_opposite():
    text = GOOD.replace("label: At home", "label: I am not going").replace(
        "[staying in]", "[not going]"
    )

    assert codes(text) == ["F503", "F303"], "the hidden 'not going' is not what the button says"
    assert codes(text.replace("I am not", "Not")) == []


def test_the_same_words_in_another_form_are_the_same_words():
    assert codes(GOOD.replace("[staying in]", "[Coming!]")) == ["F302"]


# Choices on a screen ----------------------------------------------------------------


def test_five_choices_are_more_than_a_screen_holds():
    assert faults(with_choices(5)) == [("F509", "warning")]
    assert codes(with_choices(4)) == []


def test_where_several_may_be_picked_a_second_page_is_fine():
    assert codes(with_choices(8, "    many: true\n")) == []
    assert codes(with_choices(9, "    many: true\n")) == ["F509"]


def test_a_person_who_sees_three_at_a_time_has_fewer():
    assert codes(with_choices(4), replace(LIBRARY, on_screen=3)) == ["F509"]
    assert codes(with_choices(5), replace(LIBRARY, on_screen=6)) == ["F509"]


# Sound ----------------------------------------------------------------------------------


def test_a_language_that_no_engine_speaks_needs_recordings():
    text = GOOD.replace("en-GB", "so")
    library = replace(LIBRARY, speaks={"en-GB", "cy"}.__contains__)

    found = load(text, "dev_day.yaml", library).faults

    assert {one.code for one in found} == {"F403"}
    assert len(found) == 4 + 4, "each step and each choice that is written here"
    assert codes(text.replace("symbol:", "audio: a.mp3, symbol:"), library) != []


def test_a_recording_takes_the_place_of_a_voice():
    library = replace(LIBRARY, speaks={"cy"}.__contains__)
    begin = GOOD.index("  going:")
    text = GOOD[:begin] + "  bye:\n    say: Hello.\n    symbol: life.hello\n    audio: hello.mp3\n"

    assert codes(text, library) == []
    assert codes(text.replace("    audio: hello.mp3\n", ""), library) == ["F403"]


def test_a_language_that_is_spoken_here_needs_none():
    assert codes(GOOD, replace(LIBRARY, speaks={"en-GB"}.__contains__)) == []


# Words ----------------------------------------------------------------------------------


def test_words_of_another_language_are_not_measured_as_english():
    text = GOOD.replace("en-GB", "cy").replace("Have a good day.", "No not client.")

    assert codes(text) == []


@pytest.mark.parametrize(
    "words",
    ["An advocate is on your side. Shall we ask yours?", "Privacy means time alone. How is yours?"],
)
def test_a_hard_word_may_be_explained_beside_it(words):
    assert codes(GOOD.replace("Have a good day.", words)) == []


def test_a_hard_word_may_be_explained_in_the_help():
    text = GOOD.replace(
        "Have a good day.", "See your advocate.\n    help: An advocate is on your side."
    )

    assert codes(text) == []


def test_a_hard_word_in_a_label_is_explained_too():
    text = GOOD.replace("label: At home", "label: My advocate")

    assert codes(text) == ["F508"]


def test_a_hard_word_that_was_agreed_on_is_fine():
    words = LIBRARY.words.model_copy(update={"agreed": ("advocate",)})
    text = GOOD.replace("Have a good day.", "See your advocate.")

    assert codes(text, replace(LIBRARY, words=words)) == []


def test_without_a_word_list_no_word_is_banned():
    text = GOOD.replace("Have a good day.", "Thank you, client.")

    assert codes(text) == ["F507"]
    assert codes(text, replace(LIBRARY, words=Words())) == []


def test_help_and_replies_are_held_to_the_same_words():
    text = GOOD.replace("tell: soon", "tell: soon, reply: You are not nothing.").replace(
        "symbol: life.thanks", "symbol: life.thanks\n    help: You should not say no."
    )

    assert codes(text) == ["F505", "F505"]


# Texts ----------------------------------------------------------------------------------


def test_shorter_words_for_a_text_are_measured_in_place_of_the_question():
    long = GOOD.replace("Have a good day.", "Have a good day. " + "w" * 150)

    assert codes(long) == ["F601"]
    assert codes(long.replace("symbol: life.thanks", "symbol: life.thanks\n    text: Bye.")) == []


def test_a_text_is_measured_with_names_of_a_real_length():
    words = "Here: " + "{place_1} " * 6

    assert "F601" in codes(GOOD.replace("Have a good day.", f'"{words}"'))


def test_a_flow_that_never_goes_by_text_is_not_measured_for_it():
    text = GOOD.replace("[tablet, text, call]", "[tablet]").replace("Have a", "Have a\u2019")

    assert codes(text) == []


def test_a_language_with_letters_of_its_own_has_seventy_characters():
    welsh = GOOD.replace("en-GB", "cy").replace("Have a good day.", "Mae'r d\u0175r yn oer.")

    assert codes(welsh) == []
    assert codes(welsh.replace("oer.", "oer. " + "o" * 60)) == ["F601"]


def test_a_message_that_shows_health_on_a_locked_phone_is_refused():
    text = shipped_text("travel_texts").replace("Thanks {name}.", "Thanks {name}. Your tablets?")

    assert ("F603", "error") in faults(text)


def test_the_words_for_a_text_keep_health_off_a_locked_phone():
    text = shipped_text("group_day")
    without = text.replace('    text: "First on your list: is it done?"  # a phone may lie on a table\n', "")  # fmt: skip

    assert text != without
    assert "F603" not in codes(text)
    assert ("F603", "warning") in faults(without)


# Languages ------------------------------------------------------------------------------

SAID = {
    "title": "Dev's day",
    "steps.bye.say": "Have a good day.",
    "steps.food.ask": "What about food?",
    "steps.food.choices.done.label": "I have food",
    "steps.food.choices.help.label": "Help me",
    "steps.going.ask": "What is your plan?",
    "steps.going.choices.going.label": "I am going",
    "steps.going.choices.staying.label": "At home",
    "steps.sure.scale": "How sure do you feel?",
}


def in_welsh(**changes):
    words = {name: {"was": was, "now": f"({was})"} for name, was in SAID.items()} | changes
    whole = {"translates": "dev_day", "language": "cy", "made_by": "Lena", "words": words}
    kept = {("dev_day", "cy"): Translation.model_validate(whole)}
    return replace(LIBRARY, languages=("en-GB", "cy"), translations=kept)


def test_a_language_in_use_has_words_for_everything():
    assert codes(GOOD, in_welsh()) == []


def test_a_language_in_use_without_any_words_is_told_once():
    (fault,) = load(GOOD, "dev_day.yaml", replace(LIBRARY, languages=("cy",))).faults

    assert (fault.code, fault.line) == ("F701", 5)
    assert "flows/translations/dev_day.cy.yaml" in fault.message


def test_words_that_are_missing_are_told_where_the_flow_says_them():
    library = in_welsh()
    welsh = library.translations["dev_day", "cy"]
    words = {name: one for name, one in welsh.words.items() if name != "steps.bye.say"}
    kept = {("dev_day", "cy"): welsh.model_copy(update={"words": words})}

    (fault,) = load(GOOD, "dev_day.yaml", replace(library, translations=kept)).faults

    assert (fault.code, fault.line) == ("F701", 27)


def test_words_made_from_an_older_question_are_told():
    assert codes(GOOD.replace("What is your plan?", "What will you do?"), in_welsh()) == ["F702"]


def test_words_that_lost_a_name_are_told():
    text = GOOD.replace("Have a good day.", "Bye {name}.")
    library = in_welsh(**{"steps.bye.say": {"was": "Bye {name}.", "now": "Hwyl."}})

    assert codes(text, library) == ["F703"]


def test_words_for_what_is_gone_are_told():
    assert codes(GOOD, in_welsh(**{"steps.tea.ask": {"was": "Tea?", "now": "Te?"}})) == ["F704"]


# What is shared -------------------------------------------------------------------------

SCALES = b"""\
scales:
  mood_2:
    topics: [feel]
    points:
      good: {label: Good, symbol: feel.goood, also: [fine]}
      bad: {label: Bad, symbol: feel.sad, also: [fine], reply: Thank you.}
"""


def test_the_scales_are_held_to_the_same_rules():
    _, found = load_library({"scales.yaml": SCALES}, concepts=frozenset({"feel.good", "feel.sad"}))

    assert [(one.file, one.line, one.code) for one in found] == [
        ("scales.yaml", 5, "F402"),
        ("scales.yaml", 6, "F302"),
    ]


def test_a_point_of_a_scale_leads_nowhere():
    text = SCALES.replace(b"also: [fine]}\n      bad", b"go_to: bye}\n      bad")

    _, found = load_library({"scales.yaml": text})

    assert [(one.line, one.code) for one in found] == [(5, "F307")]


def test_a_low_point_of_a_scale_is_met_before_anything_else_is_asked():
    for low in (b"symbol: feel.sad", b"symbol: thumb.down, marks: [not good]"):
        text = SCALES.replace(b", reply: Thank you.", b"").replace(b"symbol: feel.sad", low)
        _, found = load_library({"scales.yaml": text})
        assert (6, "F309", "warning") in {(one.line, one.code, one.severity) for one in found}


def test_a_high_point_that_is_counted_needs_nothing_said_back():
    marks = b"marks:\n  down: {when: Down., falls_from: up}\n  up: {when: Up.}\n"
    high = SCALES.replace(b"symbol: feel.sad", b"symbol: thumb.up, marks: [up]")
    text = high.replace(b", reply: Thank you.", b"")

    _, found = load_library({"scales.yaml": text, "marks.yaml": marks})
    assert "F309" not in {one.code for one in found}

    _, found = load_library(
        {"scales.yaml": text, "marks.yaml": marks.replace(b"from: up", b"from: upp")}
    )
    assert ("marks.yaml", 2, "F116") in {(one.file, one.line, one.code) for one in found}
    assert "F309" in {one.code for one in found}


def test_a_mistyped_key_of_a_scale_is_told():
    _, found = load_library({"scales.yaml": SCALES.replace(b"topics", b"topcis")})

    assert [(one.line, one.code) for one in found] == [(3, "F102")]
    assert "'topics'" in found[0].message


def test_the_lines_around_a_conversation_are_held_to_the_same_rules():
    frame = b"frame:\n  bye: {say: [You cannot do nothing.], symbol: nav.finsh}\n"

    _, found = load_library({"frame.yaml": frame}, concepts=frozenset({"nav.finish"}))

    assert [(one.line, one.code) for one in found] == [(2, "F505"), (2, "F402")]


def test_a_shared_file_that_cannot_be_read_is_left_out():
    library, found = load_library({"scales.yaml": b"scales: [", "words.yaml": b"baned: {}\n"})

    assert library.scales == {}
    assert library.words == Words()
    assert {(one.file, one.code) for one in found} == {
        ("scales.yaml", "F101"),
        ("words.yaml", "F102"),
    }


def test_an_empty_library_still_loads_a_flow_and_misses_its_scale():
    assert codes(GOOD, Library()) == ["F208"]


def test_a_flow_without_a_fault_is_handed_over_whole():
    assert loaded(GOOD).flow.scales.keys() == {"sure_3"}


def test_what_a_person_may_begin_is_for_the_tablet():
    text = GOOD.replace("seen_by:", "may_start: person\nseen_by:")
    assert "F220" not in codes(text)
    assert ("F220", "error") in faults(text.replace("[tablet, text, call]", "[text]"))

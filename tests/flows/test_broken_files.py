"""Whatever is wrong in a flow file, it is said with its place, and nothing falls over."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.conversation.flows.does import WHAT_A_CHOICE_DOES, WHAT_A_STEP_DOES
from checkin.conversation.flows.leaned_on import LEANS
from checkin.conversation.flows.loading import load
from checkin.paths import FLOWS
from tests.flows.broken import GOOD, LIBRARY, broken, loaded
from tests.unit.flows.shipped import FLOW_FILES

GOING = "going: {label: I am going, symbol: life.out, also: [going, coming]}"
STAYING = "staying: {label: At home, symbol: life.home, also: [staying in]}"

# what is written, what it becomes, what is said of it
BROKEN = {
    # F1xx shape
    "a colon in unquoted text": ("What is your plan?", "Dev: your plan?", "10:13 F101 colon"),
    "a colon between brackets": ("{label: At home,", "{label: At home: in,", "14:31 F101 colon"),
    "words cut off by a number": ("Have a good day.", "Take bus #42 home.", "27:18 F101 #42 home."),
    "words cut off by a comment": ("Have a good day.", "Take bus # 42 home.", "27:18 F101 # 42 home."),
    "a tab": ("    with: sure_3", "\twith: sure_3", "24:1 F101 a tab"),
    "a quote left open": ('"Dev\'s day"', '"Dev\'s day', "2:8 F101 never closed"),
    "a bracket left open": ("[staff_on_shift]", "[staff_on_shift", "8:6 F101 colon"),
    "text that begins with @": ("Dev and Marcus", "@Marcus", "4:14 F101 quotes"),
    "a placeholder first": ("say: Have", "say: {name}. Have", "27:16 F101 {placeholder}"),
    "no colon": ("purpose: To try", "purpose To try", "3:1 F101 no colon"),
    "a backslash": ("\"Dev's day\"", '"Dev\\s\\d"', "2:12 F101 backslash"),
    "an invisible character": ("Marcus", "Mar\0cus", "4:25 F101 number 0"),
    "two flows in a file": ("  sure:\n", "---\n  sure:\n", "22:1 F101 one flow in a file"),
    "a mistyped key": ("symbol: life.group", "symbl: life.group", "11:5 F102 Did you mean 'symbol'?"),
    "a mistyped key of a choice": ("{label: At home", "{lable: At home", "14:17 F102 'label'"),
    "a comma in unquoted text": ("At home,", "Home, or out,", "14:30 F102 comma"),
    "two kinds in a step": ("with: sure_3", "with: sure_3\n    ask: Sure?", "25:5 F102 already"),
    "scales in a flow": ("steps:\n", "scales: {a: {topics: [b], points: {}}}\nsteps:\n", "8:1 F102"),
    "a missing key": ("purpose: To try the checks.\n", "", "1:1 F103 purpose"),
    "a missing label": ("{label: At home, ", "{", "14:7 F103 label"),
    "a step that asks nothing": ("    say: Have", "    sya: Have", "27:5 F104 'say'"),
    "a channel that is none": ("[tablet, text, call]", "[tablet, fax]", "6:20 F104 'text'"),
    "neither true nor false": ("    choices:\n      done", "    many: some\n    choices:\n      done", "19:11 F104 true"),
    "words where keys belong": ("  bye:\n    say: Have a good day.\n    symbol: life.thanks", "  bye: Have a good day.", "26:8 F104"),
    "keys where words belong": ("say: Have a good day.", "say: {a: b}", "27:10 F104 words"),
    "a number that does not fit": ("scale: How sure do you feel?\n    with: sure_3", "for_each: One more.\n    of: goals\n    at_most: 99\n    steps: {one: {say: Hello., symbol: life.hello}}", "25:14 F104 1 to 20"),
    "a list that is none": ("also: [staying in]", "also: {a: b}", "14:58 F104 list"),
    "a key twice": ("  food:\n", "  going:\n", "15:3 F105 first in line 9"),
    "an anchor": ("flow: dev_day", "flow: &day dev_day", "1:7 F106 &day"),
    "an alias": ("say: Have a good day.", "say: *day", "27:10 F106 \\*day"),
    "a tag": ("language: en-GB", "language: !!str en-GB", "5:11 F106 tag"),
    "a merge key": ("    say: Have", "    <<: {help: Bye.}\n    say: Have", "27:5 F106 copies"),
    "a key that is a list": ("  sure:\n", "  ? [sure]\n  :\n", "22:5 F106 key"),
    "nothing after the colon": ("say: Have a good day.", "say:", "27:5 F108 Nothing"),
    "a name with a space": ("  food:\n", "  the food:\n", "15:3 F109 not_yet"),
    "steps and messages": ("steps:\n", "messages: {hi: {text: Hello.}}\nsteps:\n", "1:1 F110"),
    "a placeholder that is none": ("say: Have", "say: Hello {nmae}. Have", "27:10 F111 'name'"),
    "a lone brace": ("say: Have", "say: Hello name}. Have", "27:10 F112 lone"),
    "a mark that is none": ("also: [staying in]", "marks: [not goood]", "14:60 F116 'not good'"),
    "nobody at all who sees it": ("[staff_on_shift]", "[]", "7:1 F121 nobody would see it"),
    "nobody who sees it": ("[staff_on_shift]", "[staff_on_shfit]", "7:11 F117 'staff_on_shift'"),
    "a word that does nothing": ("act.help, tell: soon", "act.help, does: ask_to_talk", "21:54 F104 'asks_to_talk'"),
    "a mistyped key of a message": ("steps:\n", "messages: {hi: {txet: Hello.}}\nsteps:\n", "8:17 F102 'text'"),
    # F2xx road
    "going nowhere": (STAYING, STAYING[:-1] + ", go_to: bey}", "14:79 F201 'bye'"),
    "a choice that is none": ("{going: going}", "{going: gone}", "18:22 F203 'going'"),
    "a step that is none": ("{going: going}", "{goin: going}", "18:15 F203 'going'"),
    "a profile field that is none": ("{going: going}", "{profile: has_gaol}", "18:24 F203 'has_goal'"),
    "going back": ("act.help, tell: soon}", "act.help, go_to: going}", "21:55 F204 line 9"),
    "not asked yet": ("{going: going}", "{sure: sure}", "18:15 F205 line 22"),
    "a scale that is none": ("with: sure_3", "with: sure_4", "24:11 F208 sure_"),
    "a list of faces that is none": ("scale: How sure do you feel?\n    with: sure_3", "people: Who helps you?\n    from: sircle", "24:11 F209 'circle'"),
    "faces where there are none": ("with: sure_3", "with: sure_3\n    does: shows_to", "25:11 F210 'people'"),
    "a promise where there is none": ("with: sure_3", "with: sure_3\n    does: judges_promise", "25:11 F210 'for_each'"),
    "a time where there is none": ("act.help, tell: soon", "act.help, does: picks_time", "21:54 F210 'time'"),
    "a promise not kept where there is none": ("act.help, tell: soon", "act.help, does: not_done", "21:54 F210 'for_each'"),
    "a setting nobody knows": ("act.help, tell: soon", "act.help, sets: {sise: large}", "21:55 F215 size"),
    "a time that is none": ("act.help, tell: soon", "act.help, sets: {quiet_from: picked}", "21:67 F216 08:30"),
    "more quiet than there can be": ("act.help, tell: soon", "act.help, sets: {quiet_for: '121'}", "21:66 F216 120"),
    "a setting that cannot be so": ("act.help, tell: soon", "act.help, sets: {size: huge}", "21:61 F216 xlarge"),
    "a line nobody knows": ("with: sure_3", "with: sure_3\n    sets: {line: helsp}", "25:18 F217 helps"),
    "a line that staff on shift may not read": ("with: sure_3", "with: sure_3\n    seen_by: [keyworker]\n    sets: {line: helps}", "26:12 F218 'staff_on_shift'"),
    "a line where nothing is kept": ("say: Have a good day.", "say: Have a good day.\n    sets: {line: helps}", "28:12 F219 keeps none"),
    "kept from somebody too late": ("scale: How sure do you feel?\n    with: sure_3", "people: Who must not see it?\n    from: staff\n    does: keeps_from", "6:11 F211 tablet only"),
    "picked, and may not see it": ("scale: How sure do you feel?\n    with: sure_3", "people: Who should see it?\n    from: staff\n    does: shows_to", "25:11 F212 'who_i_pick'"),
    "picked off the tablet": ("[staff_on_shift]", "[who_i_pick]", "7:1 F214 tablet only"),
    # F3xx replies
    "a word that phone companies take": ("also: [staying in]", "also: [stop]", "14:59 F301 'stop' cannot be"),
    "yes alone as a label": ("label: At home", 'label: "Yes"', "14:24 F301 Yes"),
    "the same word twice": ("[staying in]", "[coming]", "14:59 F302 both 'going' and 'staying'"),
    "the start of another": ("[staying in]", "[coming later]", "13:66 F303 start"),
    "the opposite of another": ("[staying in]", "[not coming]", "14:59 F303 opposite"),
    "one choice": ("\n      help: {label: Help me, symbol: act.help, tell: soon}", "", "15:3 F305 two or more"),
    "a scale for something else": ("symbol: sure.yes", "symbol: am.shower", "24:11 F306 'am'"),
    # F4xx pictures
    "no picture": ("{label: At home, symbol: life.home, ", "{label: At home, ", "14:7 F401 symbol"),
    "a picture that is none": ("symbol: life.group", "symbol: life.gruop", "11:13 F402 'life.group'"),
    # F5xx words
    "a long sentence": ("Have a good day.", "Have a very good day and come back to us as soon as ever you like.", "27:10 F501 16 words"),
    "two questions": ("What is your plan?", "What is your plan? Who comes?", "10:10 F504 2 questions"),
    "a double negative": ("Have a good day.", "You do not want nothing.", "27:10 F505 negatives"),
    "blame": ("What about food?", "Why did you not eat?", "16:10 F506 blame"),
    "a word of the office": ("Have a good day.", "Thank you, service user.", "27:10 F507 person"),
    "a hard word": ("Have a good day.", "See your advocate.", "27:10 F508 on your side"),
    # F6xx texts
    "too long for a text": ("What is your plan?", "Where do you go? " + "w" * 150, "10:10 F601 160"),
    "a curly quote": ("Have a good day.", "It\u2019s a good day.", "27:10 F602 \"'\""),
    "an emoji": ("Have a good day.", "Have a good day \U0001f642", "27:10 F602 Take it away"),
    "a word never taught": ("Have a good day.", "Text CANCEL if you are done.", "27:10 F604 CANCEL"),
}  # fmt: skip

WARNED = {
    "a sentence near its limit": ("Have a good day.", "Have a good day with the group and with all friends.", "27:10 F502 11 words"),
    "a long label": ("label: At home", "label: I stay at home", "14:24 F503 4 words"),
    "two ideas": ("What about food?", "What about food and phone?", "16:10 F504 and"),
    "many choices": ("done: {label", "a: {label: Apple, symbol: life.food}\n      b: {label: Bread, symbol: life.home}\n      c: {label: Cake, symbol: life.out}\n      done: {label", "20:7 F509 5 choices"),
    "much on a screen": ("Have a good day.", "Good. Well. Fine. Bye.", "27:10 F510 4 sentences"),
    "a step without a picture": ("\n    symbol: life.thanks", "", "26:3 F401 symbol"),
    "health on a lock screen": ("What about food?", "What about your tablets?", "16:10 F603 tablets"),
}  # fmt: skip


def test_the_flow_that_is_broken_here_has_no_fault():
    assert loaded(GOOD).faults == ()
    assert loaded(GOOD).flow.steps["sure"].with_ == "sure_3"


def test_a_comment_behind_words_stays_a_comment():
    assert loaded(GOOD.replace("with: sure_3", "with: sure_3  # three faces")).faults == ()


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_says_where_and_what(kind):
    old, new, expected = BROKEN[kind]
    place, code, *words = expected.split(" ", 2)

    faults = broken(old, new)

    errors = [fault for fault in faults if fault.is_error]
    told = [(f"{one.line}:{one.column}", one.code) for one in errors]
    assert told == [(place, code)], [one.as_text() for one in errors]
    assert "".join(words).replace("\\", "") in errors[0].message
    assert errors[0].message.endswith((".", "?"))
    assert loaded(GOOD.replace(old, new)).flow is None


def test_only_staff_can_be_kept_from_what_was_said():
    asked = "people: Who must not see it?\n    from: circle\n    does: keeps_from"
    on_tablet = GOOD.replace("[tablet, text, call]", "[tablet]")

    faults = loaded(
        on_tablet.replace("scale: How sure do you feel?\n    with: sure_3", asked)
    ).faults

    assert [(one.line, one.code) for one in faults if one.is_error] == [(24, "F213")]


@pytest.mark.parametrize("kind", WARNED)
def test_what_could_be_better_is_shown_and_stops_nothing(kind):
    old, new, expected = WARNED[kind]
    place, code, words = expected.split(" ", 2)

    faults = broken(old, new)

    told = [(f"{one.line}:{one.column}", one.code, one.severity) for one in faults]
    assert told == [(place, code, "warning")], [one.as_text() for one in faults]
    assert words in faults[0].message
    assert loaded(GOOD.replace(old, new)).flow is not None


def test_all_faults_are_told_at_once_whatever_kind_they_are():
    text = (
        GOOD.replace("symbol: life.group", "symbl: life.group")
        .replace("purpose: To try the checks.\n", "")
        .replace("[staying in]", "[stop]")
        .replace("symbol: life.home", "symbol: life.hoem")
        .replace("tell: soon}", "go_to: going}")
        .replace("say: Have a good day.", "sya: You do not want nothing.")
    )

    told = [(fault.line, fault.code) for fault in loaded(text).faults]

    assert told == [
        (1, "F103"), (10, "F102"), (13, "F402"), (13, "F301"), (20, "F204"),
        (26, "F104"), (26, "F505"),
    ]  # fmt: skip


def test_what_is_left_out_to_go_on_checking_is_not_told_as_gone():
    text = (
        GOOD.replace("ask: What about food?", "{ask: b}")
        .replace("ask: What is your plan?", "ask: [a]")
        .replace("[staying in]", "[coming, stop]")
    )
    broken_step = GOOD.replace("    ask: What is your plan?\n", "").replace("Help me", "Stop")

    assert [fault.code for fault in loaded(text).faults] == ["F101"]
    assert [fault.code for fault in loaded(broken_step).faults] == ["F104", "F301"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[staff_on_shift]", "[staff_on_shift, {a: b}]"),
        (
            "    say: Have a good day.",
            "    for_each: [a]\n    of: goals\n    steps: {x: {say: Hi., foo: b}}",
        ),
        ("{label: At home,", "{lable: {a: b},"),
        ("  bye:\n    say: Have a good day.\n    symbol: life.thanks", "  bye: [say, hello]"),
        ("steps:\n", "stepps:\n"),
        ("language: en-GB\n", ""),
        ("channels: [tablet, text, call]\n", ""),
        ("seen_by: [staff_on_shift]\n", ""),
    ],
)
def test_a_flow_that_was_mended_for_checking_is_never_used(old, new):
    assert GOOD.count(old) == 1

    result = loaded(GOOD.replace(old, new))

    assert result.flow is None
    assert any(fault.code in ("F102", "F103", "F104") for fault in result.faults)


def test_a_fault_reads_as_one_line():
    (fault,) = broken("symbol: life.group", "symbl: life.group")

    assert fault.as_text() == (
        "dev_day.yaml:11:5: step 'going' has 'symbl'. There is no 'symbl' here. "
        "Did you mean 'symbol'? [F102]"
    )


# Files nobody means to write -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "F101"),
        ("# only a remark", "F101"),
        ("just words", "F104"),
        ("[one, two]", "F104"),
        (b"\xff\xfe\x00", "F101"),
        ("\ud800", "F101"),
        ("[" * 500, "F107"),
        ("a: " + "{b: " * 500, "F107"),
        ("flow: " + "x" * 256_000, "F107"),
        ("%YAML 9.9\n---\na: b", "F101"),
        ("a: {b: [}", "F101"),
        ("a: !<x", "F101"),
    ],
)
def test_a_file_that_is_no_flow_gives_a_fault(text, code):
    result = loaded(text)

    assert result.flow is None
    assert code in {fault.code for fault in result.faults}


def test_a_file_of_aliases_that_would_grow_without_end_is_refused_at_once():
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{c}: &{c} [{', '.join(['*' + b] * 9)}]"
        for b, c in zip("abcdefgh", "bcdefghi", strict=True)
    ]

    codes = {fault.code for fault in loaded("\n".join(lines)).faults}

    assert "F106" in codes


def test_a_flow_of_more_than_two_hundred_steps_is_two_flows():
    steps = "".join(f"  s{n}: {{say: Hello., symbol: life.hello}}\n" for n in range(201))
    head = GOOD[: GOOD.index("  going:")]

    (fault,) = loaded(head + steps).faults

    assert (fault.code, fault.line) == ("F107", 8)


HUGE = {
    "choices": GOOD.replace("      going: {", "".join(f"      c{n}: {{label: C{n}, symbol: nav.ok}}\n" for n in range(5000)) + "      going: {"),
    "replies": GOOD.replace("also: [staying in]", f"also: [{', '.join(f'w{n}' for n in range(20_000))}]"),
    "steps": GOOD + "".join(f"  s{n}: {{say: Hi, symbol: nav.ok}}\n" for n in range(6000)),
    "conditions": GOOD + "".join(f"  s{n}: {{say: Hi, symbol: nav.ok, only_if: {{s{n + 1}: a}}}}\n" for n in range(3000)),
    "mistyped keys": GOOD + "".join(f"  s{n}: {{sya: Hi, symbl: nav.ok}}\n" for n in range(6000)),
    "unknown keys": GOOD + "".join(f"stepz{n}: x\n" for n in range(15_000)),
    "missing labels": GOOD.replace("      going: {", "".join(f"      c{n}: {{lable: C{n}}}\n" for n in range(6000)) + "      going: {"),
    "one long word": GOOD.replace("Have a good day.", "w" * 250_000),
    "many words": GOOD.replace("Have a good day.", "not a n't " * 25_000),
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_file_is_answered_and_does_not_hold_up_the_site(kind):
    result = loaded(HUGE[kind])

    assert result.flow is None
    assert any(fault.is_error for fault in result.faults)


def test_a_byte_order_mark_and_other_line_ends_change_nothing():
    plain = loaded(GOOD).flow

    assert loaded(b"\xef\xbb\xbf" + GOOD.encode()).flow == plain
    assert loaded(GOOD.replace("\n", "\r\n")).flow == plain


@settings(max_examples=300, deadline=None)
@given(st.text() | st.binary())
def test_whatever_is_in_a_file_it_loads_or_says_why_not(text):
    result = loaded(text)

    assert result.flow is not None or any(fault.is_error for fault in result.faults)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_is_done_to_a_good_flow_it_loads_or_says_why_not(data):
    text = data.draw(st.sampled_from(FLOW_FILES)).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(begin, min(len(text), begin + 40)))
        put = data.draw(st.sampled_from(["", " ", "\n", ": ", "\t", "{", "]", "*a", "&a ", "no", "'", '"', "steps:", "then: ", "go_to: bye", text[:200]]) | st.text(max_size=9))  # fmt: skip
        text = text[:begin] + put + text[end:]

    result = loaded(text)

    assert result.flow is not None or any(fault.is_error for fault in result.faults)
    assert all(fault.line >= 1 and fault.column >= 1 for fault in result.faults)


# What the product leans on ------------------------------------------------------------


@pytest.mark.parametrize("lean", LEANS, ids=lambda lean: f"{lean.flow}-{lean.does}")
def test_a_flow_that_lost_what_the_product_leans_on_is_refused_and_says_why(lean):
    text = (FLOWS / f"{lean.flow}.yaml").read_text("utf-8")
    lost = re.sub(rf",? *does: {lean.does}\b", "", text)

    found = load(lost, f"{lean.flow}.yaml", LIBRARY)

    assert found.flow is None
    (fault,) = [one for one in found.faults if one.is_error]
    assert (fault.line, fault.column, fault.code) == (1, 7, "F118")
    assert f"does: {lean.does}" in fault.message
    assert lean.lost in fault.message


def test_a_text_that_is_sent_by_its_name_cannot_be_lost():
    text = (FLOWS / "travel_texts.yaml").read_text("utf-8").replace("  thanks:", "  thank_you:")

    found = load(text, "travel_texts.yaml", LIBRARY)

    assert [one.code for one in found.faults] == ["F118"]
    assert "'thanks'" in found.faults[0].message


def test_who_it_is_kept_from_is_asked_in_every_flow_that_the_product_leans_on_for_it():
    assert {lean.does for lean in LEANS} <= {*WHAT_A_STEP_DOES, *WHAT_A_CHOICE_DOES}


def test_a_promise_is_judged_with_points_that_mean_something():
    text = (FLOWS / "did_it_work.yaml").read_text("utf-8").replace("better_3", "feel_3")

    found = load(text, "did_it_work.yaml", LIBRARY)

    assert "F210" in [one.code for one in found.faults]

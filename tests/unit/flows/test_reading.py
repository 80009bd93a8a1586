"""What is written stays what was written: YAML guesses nothing."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from checkin.conversation.flows import reading
from checkin.conversation.flows.reading import read
from checkin.conversation.flows.written import Place


def test_words_that_yaml_would_change_stay_words():
    text = "a: no\nb: 10:30\nc: 0123\nd: 1.50\ne: ~\nf: 2026-11-22\ng: 0x1F\nno: yes\n"

    assert read(text, "a.yaml").data == {
        "a": "no", "b": "10:30", "c": "0123", "d": "1.50", "e": "~",
        "f": "2026-11-22", "g": "0x1F", "no": "yes",
    }  # fmt: skip


def test_lists_and_mappings_keep_their_order_and_their_places():
    written = read("b: [x, {y: z}]\na: >-\n  two\n  lines\n", "a.yaml")

    assert written.data == {"b": ["x", {"y": "z"}], "a": "two lines"}
    assert list(written.data) == ["b", "a"]
    assert written.key_place(("a",)) == Place(2, 1)
    assert written.place(("b", 1, "y")) == Place(1, 12)
    assert written.place(("b", 7, "gone")) == Place(1, 4), "the nearest thing around it"
    assert written.place(("nowhere",)) == Place(1, 1)
    assert written.at(("b", 1, "y")) == "z"
    assert written.at(("b", 7)) is None
    assert written.at(("a", "x")) is None


def test_the_first_of_two_keys_is_kept_and_the_second_is_told():
    written = read("a: {x: 1}\na: [2]\n", "a.yaml")

    assert written.data == {"a": {"x": "1"}}
    assert [(one.code, one.line) for one in written.faults] == [("F105", 2)]


def test_a_letter_with_two_bytes_counts_as_one_column():
    (fault,) = read("a: [é, *b]", "a.yaml").faults

    assert (fault.code, fault.column) == ("F106", 8)


def test_where_the_fast_parser_is_missing_the_plain_one_reads_the_same(monkeypatch):
    text = "b: [x, {y: 10:30}]\na: >-\n  two\n  lines\n"
    fast = read(text, "a.yaml")

    monkeypatch.setattr(reading, "_Parser", yaml.SafeLoader)
    plain = read(text, "a.yaml")

    assert (plain.data, plain.values, plain.keys) == (fast.data, fast.values, fast.keys)
    assert read("a: b: c", "a.yaml").faults[0].message.startswith("There is a colon")
    assert read("a:\n\tb: c", "a.yaml").faults[0].message.startswith("There is a tab")


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text("abc 123:.-", max_size=20), max_size=4
    )
)
def test_whatever_words_are_quoted_they_come_back_as_they_were(words):
    text = "".join(f"{key}: '{value}'\n" for key, value in words.items())

    assert (read(text, "a.yaml").data or {}) == words

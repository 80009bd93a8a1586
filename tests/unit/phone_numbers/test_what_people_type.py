"""Whatever way a number is written, it is kept in one; what is none says what to write."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.phone_numbers.reading import (
    KEPT,
    Number,
    as_kept,
    as_people_write,
    is_country,
    read_number,
)
from checkin.phone_numbers.refused import (
    Abroad,
    CannotBeTexted,
    CostsExtra,
    Emergency,
    NobodyHasIt,
    NotANumber,
    ShortCode,
    TooLong,
    TooShort,
)

DEV = Number("+447700900001")
BEFORE = ("0", "+44", "+44 (0)", "0044", "0044 (0)", "44", "(0)", " +44", "\u202a+44")
BETWEEN = ("", " ", "-", ".", "\u00a0", " \u2013 ", ") ", "/")
DIGITS = ("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")


@given(
    st.integers(0, 999),
    st.sampled_from(BEFORE),
    st.lists(st.sampled_from(BETWEEN), min_size=3, max_size=3),
    st.sampled_from(DIGITS),
)
def test_whatever_spelling_it_has_a_number_is_kept_in_one(number, before, between, digits):
    groups = zip(("7700", "900", f"{number:03d}"), between, strict=True)
    written = before + "".join(sign + group for group, sign in groups)
    written = written.translate(str.maketrans("0123456789", digits))

    assert read_number(written, "text") == Number(f"+447700900{number:03d}")


@given(st.text() | st.text("0123456789 +()-.", max_size=24) | st.from_regex(r"\+?[0-9 ]{3,20}"))
@example("+100")
def test_whatever_is_typed_it_is_a_number_or_says_what_to_write(typed):
    for use in ("text", "ring", "show"):
        match read_number(typed, use):
            case Number(kept):
                short = use == "show" and re.fullmatch(r"\d{3,6}", kept)
                assert short or KEPT.fullmatch(kept)
            case refused:
                assert "rite" in refused.words


@given(st.text("0123456789 +()-.", max_size=24))
def test_whatever_is_kept_is_read_again_as_itself(typed):
    match read_number(typed, "ring"):
        case Number(kept):
            assert read_number(kept, "ring") == Number(kept)
            assert read_number(as_people_write(kept), "ring") == Number(kept)
            assert as_kept(typed) == kept
        case _:
            assert as_kept(typed) == typed


@given(st.text("0123456789 +()-.", max_size=24))
def test_whatever_gets_texts_can_be_rung(typed):
    match read_number(typed, "text"):
        case Number(_) as number:
            assert read_number(typed, "ring") == number
        case _:
            pass


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("not a phone", NotANumber), ("", NotANumber), ("+", NotANumber),
        ("07700 90000l", NotANumber),  # the letter l
        ("07700 900001 x5", NotANumber), ("07700 900001 or 07700 900002", NotANumber),
        ("07700 90000", TooShort), ("12", TooShort), ("+447700900", TooShort),
        ("07700 9000011", TooLong), ("07700 900001/2", TooLong), ("9" * 50, TooLong),
        ("999", Emergency), ("112", Emergency), ("9 9 9", Emergency), ("+44 999", Emergency),
        ("911", Emergency), ("\uff19\uff19\uff19", Emergency),
        ("101", ShortCode), ("111", ShortCode), ("61016", ShortCode), ("116 123", ShortCode),
        ("0117 496 0123", CannotBeTexted), ("01632 960001", CannotBeTexted),
        ("0300 123 4567", CannotBeTexted), ("0808 157 0123", CannotBeTexted),
        ("0909 879 0000", CostsExtra), ("070 1234 5678", CostsExtra),
        ("+33 6 12 34 56 78", Abroad), ("00353 85 012 3456", Abroad),
        ("076 1234 5678", NobodyHasIt), ("+999 1234567", NobodyHasIt),
    ],
)  # fmt: skip
def test_what_cannot_get_texts_is_told_apart(typed, why):
    assert isinstance(read_number(typed, "text"), why)


def test_a_landline_and_a_phone_abroad_can_be_rung():
    assert read_number("0117 496 0123", "ring") == Number("+441174960123")
    assert read_number("0033 6 12 34 56 78", "ring") == Number("+33612345678")


def test_a_services_short_number_may_be_shown_to_whoever_needs_help():
    assert read_number("111", "show") == Number("111")
    assert isinstance(read_number("999", "show"), Emergency)


def test_a_number_without_a_code_is_of_the_first_country():
    here = ("IE", "GB")

    assert read_number("085 012 3456", "text", here) == Number("+353850123456")
    assert read_number("+44 7700 900001", "text", here) == DEV
    assert is_country("IE")
    assert not is_country("UK")


def test_a_kept_number_is_shown_as_people_write_it():
    assert as_people_write("+447700900001") == "07700 900001"
    assert as_people_write("+33612345678") == "+33 6 12 34 56 78"
    assert as_people_write("111") == "111"

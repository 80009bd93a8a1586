"""A text costs one part, unless one letter in it makes it dear."""

import pytest

from checkin.conversation.flows.gsm7 import is_gsm7, offending, over_one_part, parts, plain


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 7, 2),  # the two halves of a euro sign stay together
        ("ŵ" + "a" * 69, 1),
        ("ŵ" + "a" * 70, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("ŵ" + "a" * 133, 2),
        ("ŵ" + "a" * 134, 3),
    ],
)
def test_parts(text: str, count: int) -> None:
    assert parts(text) == count


def test_the_letters_that_make_it_dear_are_named_with_their_place() -> None:
    assert offending("Ali\u2019s ŵ") == ((3, "\u2019"), (6, "ŵ"))
    assert not is_gsm7("Ali\u2019s")
    assert is_gsm7("Éa[~]€ £5 @ Jo's?\n")


def test_quotes_dashes_and_spaces_become_plain_and_names_stay() -> None:
    assert (
        plain("It\u2019s \u201cOK\u201d \u2013 now\u2026\u00a0Siân") == 'It\'s "OK" - now... Siân'
    )


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("a" * 160, 0),
        ("a" * 162, 2),
        ("\N{EURO SIGN}" * 81, 2),
        ("\N{LATIN SMALL LETTER O WITH DOUBLE ACUTE}" * 71, 1),
        ("\N{THUMBS UP SIGN}" * 36, 2),
    ],
)
def test_whoever_writes_hears_how_many_letters_are_too_many(text: str, over: int):
    assert over_one_part(text) == over
    assert (parts(text) == 1) == (over == 0)

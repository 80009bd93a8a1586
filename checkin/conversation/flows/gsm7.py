"""How many parts a text costs, and which letters make it cost more.

Source: GSM 03.38 (basic alphabet and its extension table), texts.md D.
"""

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("^{}\\[~]|€\f")  # each is sent as two

ONE_PART, EACH_PART = 160, 153
ONE_WIDE_PART, EACH_WIDE_PART = 70, 67

# A no-break space or a curly quote makes the whole text cost twice: send plain ones.
PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "`": "'", "\u00b4": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2026": "...", "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ",
    "\u2022": "-", "\t": " ", "\u200b": "", "\ufeff": "", "\u00ad": "",
}  # fmt: skip
_PLAIN = str.maketrans(PLAIN)


def plain(text: str) -> str:
    """Return the text with plain quotes, dashes and spaces; every other letter stays."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


def is_gsm7(text: str) -> bool:
    """Whether every letter is in the alphabet that costs least."""
    return not offending(text)


def offending(text: str) -> tuple[tuple[int, str], ...]:
    """Return each letter that turns the text into a dear one, with its place from 0."""
    return tuple(
        (place, letter)
        for place, letter in enumerate(text)
        if letter not in BASIC and letter not in EXTENSION
    )


def parts(text: str) -> int:
    """Return how many parts the text is sent in; an empty text is none."""
    if is_gsm7(text):
        return _parts([1 + (letter in EXTENSION) for letter in text], ONE_PART, EACH_PART)
    return _parts([1 + (letter > "\uffff") for letter in text], ONE_WIDE_PART, EACH_WIDE_PART)


def over_one_part(text: str) -> int:
    """Return how many letters too long the text is for one part, each counted as it is sent."""
    wide = not is_gsm7(text)
    sizes = (1 + (one > "\uffff" if wide else one in EXTENSION) for one in text)
    return max(0, sum(sizes) - (ONE_WIDE_PART if wide else ONE_PART))


def _parts(sizes: list[int], alone: int, each: int) -> int:
    """Fill parts in order; a letter of size two is never split over two parts."""
    if sum(sizes) <= alone:
        return min(1, len(sizes))
    count, used = 1, 0
    for size in sizes:
        if used + size > each:
            count, used = count + 1, 0
        used += size
    return count

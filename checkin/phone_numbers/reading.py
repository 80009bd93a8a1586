"""What somebody typed as a phone number, read as the one way it is kept; or what to write instead.

Kept is always E.164: a plus, the country's code, and the rest, without a space (+447700900001).
Only this file knows the library that knows the world's numbers. The numbers that are kept for
dramas (07700 900000 to 900999, from the regulator's list) count as real: examples use them.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType, ValidationResult, shortnumberinfo

from checkin.phone_numbers.refused import (
    Abroad,
    CannotBeTexted,
    CostsExtra,
    Emergency,
    NobodyHasIt,
    NotANumber,
    Refused,
    ShortCode,
    TooLong,
    TooShort,
)

Use = Literal["text", "ring", "show"]  # get texts, be rung, or be shown to whoever needs help

HERE = ("GB",)
GB = 44  # whose numbers that begin with 7 are mobiles
KEPT = re.compile(r"\+[1-9]\d{6,14}")
DRAMA = re.compile(r"\+44(7700900|1632960)\d{3}")
DIGITS_AND_SIGNS = re.compile(r"[\d\s()+./\-‐‑‒–—−]*")  # noqa: RUF001 (dashes as people type them)
LONGEST_TYPED = 60

TEXTED = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
COSTLY = {PhoneNumberType.PREMIUM_RATE, PhoneNumberType.PERSONAL_NUMBER}
TOO_LONG = {ValidationResult.TOO_LONG, ValidationResult.INVALID_LENGTH}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that can be used as was asked; a short one (111) is kept as it is rung."""

    kept: str


def read_number(typed: str, use: Use, countries: tuple[str, ...] = HERE) -> Number | Refused:
    """Read a number as people write it; without a country's code it is of the first of `countries`.

    A number of any country can be rung. Texts go only to mobiles of `countries`.
    """
    plain = _plain(typed)
    if not DIGITS_AND_SIGNS.fullmatch(plain) or len(plain) > LONGEST_TYPED:
        return NotANumber()
    try:
        number = phonenumbers.parse(plain, countries[0])
    except phonenumbers.NumberParseException as fault:
        return _unreadable(fault)
    return _short(number, use, countries) or _judged(number, use, countries)


def as_kept(heard: str, countries: tuple[str, ...] = HERE) -> str:
    """Return a number as it is kept, to look up whose it is; what is none, just as it came."""
    match read_number(heard, "ring", countries):
        case Number(kept):
            return kept
        case _:
            return heard


def can_be_kept(number: str) -> bool:
    """Tell whether this is a whole number as it is kept: a short code or a name is nobody's phone."""
    return KEPT.fullmatch(number) is not None


def is_country(code: str) -> bool:
    """Tell whether this is a country that phones have a code for, such as GB."""
    return code in phonenumbers.SUPPORTED_REGIONS


def as_people_write(kept: str, countries: tuple[str, ...] = HERE) -> str:
    """Return a kept number as people write it: 07700 900001, or +33 6 12 34 56 78 from abroad."""
    if not KEPT.fullmatch(kept):
        return kept
    number = phonenumbers.parse(kept)
    home = number.country_code in _codes(countries)
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, style.NATIONAL if home else style.INTERNATIONAL)


def _plain(typed: str) -> str:
    """Return digits of any script as ours, without the unseen letters that copying brings along."""
    same = unicodedata.normalize("NFKC", typed)
    return "".join(one for one in same if unicodedata.category(one) != "Cf").strip()


def _unreadable(fault: phonenumbers.NumberParseException) -> Refused:
    match fault.error_type:
        case phonenumbers.NumberParseException.TOO_LONG:
            return TooLong()
        case phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
            return NobodyHasIt()
        case _:
            return NotANumber()


def _short(number: PhoneNumber, use: Use, countries: tuple[str, ...]) -> Number | Refused | None:
    """Return what a service's short number is, or None for the number of a phone."""
    digits = phonenumbers.national_significant_number(number)
    if any(shortnumberinfo.is_emergency_number(digits, one) for one in (*countries, "GB", "US")):
        return Emergency()
    if _is_real(number) or not _is_service(digits, countries[0]):
        return None
    return Number(digits) if use == "show" else ShortCode()


def _is_service(digits: str, country: str) -> bool:
    try:
        number = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:  # 00: it begins a call abroad, and ends there
        return False
    return shortnumberinfo.is_valid_short_number_for_region(number, country)


def _judged(number: PhoneNumber, use: Use, countries: tuple[str, ...]) -> Number | Refused:
    if not _is_real(number):
        return _what_is_wrong(number)
    kept = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    kind = phonenumbers.number_type(number)
    if kind in COSTLY:
        return CostsExtra()
    if use == "text" and number.country_code not in _codes(countries):
        return Abroad()
    if use == "text" and not (kind in TEXTED or kept.startswith("+447700900")):
        return CannotBeTexted()
    return Number(kept)


def _is_real(number: PhoneNumber) -> bool:
    kept = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return phonenumbers.is_valid_number(number) or bool(DRAMA.fullmatch(kept))


def _what_is_wrong(number: PhoneNumber) -> Refused:
    """Return what stands out: a mobile that lost a digit has the length of some other number."""
    digits = phonenumbers.national_significant_number(number)
    mobile = number.country_code == GB and digits.startswith("7")
    kind = PhoneNumberType.MOBILE if mobile else PhoneNumberType.UNKNOWN
    reason = phonenumbers.is_possible_number_for_type_with_reason(number, kind)
    if reason in TOO_LONG:
        return TooLong()
    return NobodyHasIt() if reason == ValidationResult.IS_POSSIBLE else TooShort()


def _codes(countries: tuple[str, ...]) -> set[int]:
    return {phonenumbers.country_code_for_region(one) for one in countries}

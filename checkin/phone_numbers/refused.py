"""Why a number is not taken, each with what to write instead."""

from dataclasses import dataclass

EXAMPLE = "07700 900001"  # of the range kept for dramas


@dataclass(frozen=True, slots=True)
class NotANumber:
    """There are no digits, or letters among them."""

    words: str = f"This is not a phone number. Write only its digits, such as {EXAMPLE}."


@dataclass(frozen=True, slots=True)
class TooShort:
    """Digits are missing."""

    words: str = f"Digits are missing. Write the whole number, such as {EXAMPLE}."


@dataclass(frozen=True, slots=True)
class TooLong:
    """There are too many digits for one number."""

    words: str = f"These are too many digits. Write one number, such as {EXAMPLE}."


@dataclass(frozen=True, slots=True)
class NobodyHasIt:
    """It has the length of a number, and begins as none does."""

    words: str = "No phone has this number. Look for a digit that is wrong, and write it again."


@dataclass(frozen=True, slots=True)
class Emergency:
    """999 and its like: never told, never texted, never rung by Checkin."""

    words: str = (
        "This rings the emergency services. Checkin never does. "
        f"Write the number of somebody's own phone, such as {EXAMPLE}."
    )


@dataclass(frozen=True, slots=True)
class ShortCode:
    """A service's short number, such as 101 or 61016."""

    words: str = (
        "This is the short number of a service. "
        f"Write the number of somebody's own phone, such as {EXAMPLE}."
    )


@dataclass(frozen=True, slots=True)
class CannotBeTexted:
    """A landline or an office's number: it can be rung, and gets no text."""

    why: str = "This phone can be rung, but not texted."
    words: str = f"{why} Write the number of a mobile, such as {EXAMPLE}, or none."


@dataclass(frozen=True, slots=True)
class CostsExtra:
    """A number that takes money from whoever rings it."""

    words: str = "Ringing this number costs extra. Ask them for an ordinary number, and write that."


@dataclass(frozen=True, slots=True)
class Abroad:
    """A phone of another country, where texts from here may cost much or never come."""

    words: str = (
        "This is a number of another country, and texts are only sent to numbers of this one. "
        "Write a number of here, or add that country to CHECKIN_COUNTRY (such as GB,IE)."
    )


Refused = (
    NotANumber | TooShort | TooLong | NobodyHasIt | Emergency | ShortCode | CannotBeTexted
    | CostsExtra | Abroad
)  # fmt: skip

"""Everyone in the example, by id."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone's ids, and the tokens of the two devices."""

    house: str
    dev: str
    ana: str
    priya: str
    marcus: str
    lena: str
    jo: str
    safeguarding: str  # outside the house, as is the next
    advocacy: str
    mum: str
    sam: str
    house_tablet: str
    devs_phone: str

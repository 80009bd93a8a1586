"""What a person reads where nobody here can be told: the truth, and whom to ring instead."""

from datetime import datetime

from checkin import installation
from checkin.lives.reach import reach
from checkin.phone_numbers.reading import as_people_write
from checkin.storage import houses, to_ring
from checkin.storage.outside import contacts_of
from checkin.storage.to_ring import ToRing

NOBODY = "Nobody here will be told."
NOBODY_YET = "We could not reach anybody yet. We keep trying."
NOBODY_CAN = "Nobody can do this yet. We keep trying."
IN_DANGER = "In danger? Ring 999."


def nobody_told() -> tuple[str, ...]:
    """Return the sentences: that nobody is told, our number if there is one, and 999."""
    return (NOBODY, *_ring_us(), IN_DANGER)


def nobody_reached(house_id: str) -> tuple[str, ...]:
    """Return the sentences where every call failed: that we keep trying, and whom to ring meanwhile."""
    return (NOBODY_YET, *_whom_to_ring(house_id))


def nobody_can(house_id: str) -> tuple[str, ...]:
    """Return the sentences where all said that they cannot: the same, and whom to ring meanwhile."""
    return (NOBODY_CAN, *_whom_to_ring(house_id))


def _whom_to_ring(house_id: str) -> tuple[str, ...]:
    return (*_ring_us(), *those_outside_to_ring(house_id), IN_DANGER)


def those_outside_to_ring(house_id: str) -> tuple[str, ...]:
    """Return a sentence for each contact outside the house who has a phone."""
    return tuple(one.words for one in _outside(house_id))


def _outside(house_id: str) -> tuple[ToRing, ...]:
    countries = installation.here().settings.countries
    return tuple(
        ToRing(one.called, as_people_write(to.address, countries))
        for one in contacts_of([house_id]).get(house_id, ())
        if (to := reach(one, "call"))
    )


def to_ring_with_nobody_here(house_id: str | None) -> tuple[str, ...]:
    """Return whom one can ring on a device of this house, which is not let in.

    None: it never was; then those outside are named where there is one house alone.
    """
    outside = _outside(house_id) if house_id else _outside_the_only_house()
    return (*_ring_us(), *(one.words for one in outside))


def keep_whom_to_ring(_: datetime) -> None:
    """Keep beside the database whom one can ring where nobody knows in which house one is."""
    to_ring.keep(installation.here().settings.data, _outside_the_only_house())


def whom_to_ring_unasked() -> tuple[ToRing, ...]:
    """Return us, where we have a number, and whom it was last known that one can ring; no database is asked."""
    number = help_number()
    us = (ToRing("us", number),) if number else ()
    return (*us, *to_ring.last_known(installation.here().settings.data))


def _outside_the_only_house() -> tuple[ToRing, ...]:
    only = houses.ids()
    return _outside(only[0]) if len(only) == 1 else ()


def _ring_us() -> tuple[str, ...]:
    number = help_number()
    return (f"You can ring {number}.",) if number else ()


def help_number() -> str:
    """Return whom to ring here, as people write it; empty where no number is set."""
    settings = installation.here().settings
    return as_people_write(settings.help_number, settings.countries)

"""What a person reads where nobody here can be told: the truth, and whom to ring instead."""

from checkin import installation
from checkin.phone_numbers.reading import as_people_write

NOBODY = "Nobody here will be told."
IN_DANGER = "In danger? Ring 999."


def nobody_told() -> tuple[str, ...]:
    """Return the sentences: that nobody is told, our number if there is one, and 999."""
    number = help_number()
    return (NOBODY, *((f"You can ring {number}.",) if number else ()), IN_DANGER)


def help_number() -> str:
    """Return whom to ring here, as people write it; empty where no number is set."""
    settings = installation.here().settings
    return as_people_write(settings.help_number, settings.countries)

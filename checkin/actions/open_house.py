"""A house opens with its first tablet or its first agreement; not without anybody outside it.

What a person keeps from everybody in the house must reach somebody (trust.md A2). A house that
is open already goes on: closing it would leave its people unheard. `checkin doctor` says so first.
"""

from checkin.storage import houses, outside


class NotYetError(Exception):
    """The house cannot open yet; the message says what is missing, and what to do."""


def must_be_able_to_open(house_id: str) -> None:
    """Raise NotYetError where a house that is not open yet has too few contacts outside it."""
    if outside.has_too_few(house_id) and not houses.is_open(house_id):
        raise NotYetError(
            f"{houses.house(house_id).name} cannot open yet: it needs {outside.FEWEST} contacts "
            "outside it, whom it rings where somebody keeps something from everybody in the house. "
            "Add them with `checkin people add-outside`."
        )

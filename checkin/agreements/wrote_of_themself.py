"""Staff write down what a person said in a talk: what it says of whoever wrote it, another asks the person.

Source: trust.md A2.
"""

from checkin.agreements.happened import Person, WroteOfThemself
from checkin.agreements.reached import Reached

WROTE = "wrote_of_themself"  # the kind of its task


def wrote_of_themself(wrote: WroteOfThemself, person: Person) -> Reached:
    """Return what another is to do: ask the person whether they said it."""
    key = f"{WROTE}:{wrote.by}:{wrote.loop_key}"
    return Reached(
        kind=WROTE,
        level="today",
        key=key,
        group=key,
        title=f"{wrote.by_name} wrote down what {person.name} said of {wrote.by_name}.",
        what=(f'"{wrote.words}"', f"Ask {person.name}: did you say that?"),
        about="service",
        task=True,
        for_staff=wrote.reader,
    )

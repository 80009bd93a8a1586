"""Who has agreed texts and has no phone: nobody can be texted, and staff ring in place of each."""

from collections.abc import Iterator
from datetime import datetime

from checkin.lives.reach import reach
from checkin.storage import agreements, people


def warning_of(person_id: str, now: datetime) -> str | None:
    """Return the warning about one person, where it is so."""
    return next(warnings(now, person_id), None)


def warnings(now: datetime, person_id: str | None = None) -> Iterator[str]:
    """Say of each person who is waited for by text and has no phone what follows, and what to do."""
    agreed = agreements.agreements_not_over(now)
    by_text = {one.agreement.person for one in agreed if one.agreement.channel == "text"}
    wanted = by_text if person_id is None else by_text & {person_id}
    for one in sorted(people.people_by_id(wanted).values(), key=lambda person: person.name):
        if not reach(one, "text"):
            yield (
                f"{one.name} has agreed texts and has no phone. Staff are asked to ring in place "
                "of each text. Write down their mobile, or agree another way to ask."
            )

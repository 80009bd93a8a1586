"""Who of staff wrote down what a person said in a talk: it stands as that, and not as the person's own words."""

from collections.abc import Iterable, Mapping

from checkin.lives.loop_key import written_down_by
from checkin.storage.staff import staff_by_id
from checkin.storage.tables import LoopRow, Staff


def who_wrote_down(rows: Iterable[LoopRow]) -> Mapping[str, Staff]:
    """Return by loop who wrote its words down, where the person did not say them here."""
    by = {row.id: one for row in rows if (one := written_down_by(row.key))}
    named = staff_by_id(by.values())
    return {key: named[one] for key, one in by.items() if one in named}

"""A person sets something on a page of their own (flows/README.md `sets`): each thing in its own way."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from checkin.actions.change_settings import change_settings
from checkin.actions.set_quiet_time import QUIET, set_quiet_time
from checkin.actions.set_time_of_day import TIME, set_time_of_day
from checkin.agreements.how_asked import AnswersBy, HowAsked, Pictures, ShowAs, Size, Sound
from checkin.lives.record import by_person

SET_IN_FLOWS: Mapping[str, type[Pictures | Size | Sound | ShowAs | AnswersBy]] = {
    "pictures": Pictures,
    "size": Size,
    "sound": Sound,
    "show_as": ShowAs,
    "answers_by": AnswersBy,
}


def set_by_person(
    person_id: str,
    name: str,
    value: str,
    now: datetime,
    *,
    check_in_id: str | None = None,
    undoes: int | None = None,
) -> None:
    """Keep what they set, after what was so. `undoes`: the number of the change it takes back."""
    if name == TIME:
        set_time_of_day(person_id, value, now, check_in_id=check_in_id, undoes=undoes)
    elif name in QUIET:
        set_quiet_time(person_id, name, value, now, check_in_id=check_in_id, undoes=undoes)
    else:
        settings = cast("HowAsked", {name: SET_IN_FLOWS[name](value)})
        by = by_person(person_id)
        change_settings(person_id, settings, {}, by, now, check_in_id=check_in_id, undoes=undoes)

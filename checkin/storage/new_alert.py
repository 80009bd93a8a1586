"""An alert that is to be opened."""

from datetime import datetime
from typing import NamedTuple

from checkin.agreements.reached import About
from checkin.conversation.flows.level import Level
from checkin.lives.alert import Open


class NewAlert(NamedTuple):
    """An alert to be opened: what happened, to whom, and what was agreed about it.

    `person_id` None: to nobody whom we know, who texted from `from_number`. `tells_of`: staff ids.
    """

    id: str
    key: str
    group_key: str
    kind: str
    level: Level
    about: About
    task: bool
    house_id: str
    person_id: str | None
    check_in_id: str | None
    agreement_version_id: str | None
    title: str
    what: tuple[str, ...]
    agreed_words: str
    said_privately: bool
    for_staff: str | None
    do_by: datetime | None
    next_at: datetime
    opened_at: datetime
    from_number: str | None = None
    tells_of: tuple[str, ...] = ()

    @property
    def life(self) -> Open:
        """Where it stands as it is opened."""
        return Open(self.level, self.task, 0, 0, self.next_at, self.do_by)

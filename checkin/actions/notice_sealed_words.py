"""Secret words that cannot be opened: whoever manages each house hears of it, once a day."""

from collections import defaultdict
from datetime import datetime

from checkin.actions.raise_alert import raise_alert
from checkin.actions.set_secret_word import sealed_away
from checkin.agreements.reached import Reached
from checkin.agreements.times import local
from checkin.storage import alerts, houses
from checkin.storage import staff as staff_kept
from checkin.storage.tables import PersonRow
from checkin.wording import in_a_row


def notice_sealed_words(now: datetime) -> None:
    """Ask for new words once in each house, and again the next day if they are not there."""
    by_house: dict[str, list[PersonRow]] = defaultdict(list)
    for person in sealed_away():
        by_house[person.house_id].append(person)
    for house_id, those in by_house.items():
        task = _task(house_id, those, now)
        if not alerts.live_in_group(task.group) and not alerts.alert_with_key(task.key):
            raise_alert(those[0], task, now)


def _task(house_id: str, those: list[PersonRow], now: datetime) -> Reached:
    today = local(now, houses.house(house_id).zone).date()
    whose = f"{len(those)} people" if len(those) > 1 else "1 person"
    names = in_a_row([one.called for one in those])
    return Reached(
        kind="secret_words_sealed",
        level="today",
        key=f"secret_words_sealed:{house_id}:{today}",
        group=f"secret_words_sealed:{house_id}",
        title=f"The secret words of {whose} cannot be read. They must be set again.",
        what=(
            f"Until then, no secret word is heard from {names}.",
            f"Help {names} to pick a new word, or ask who runs Checkin for the old key.",
        ),
        about="service",
        task=True,
        for_staff=next(iter(staff_kept.managers_of(house_id)), None),
    )

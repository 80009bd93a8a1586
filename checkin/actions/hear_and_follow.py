"""What is said on a page is heard as it is written, and then what follows from it is done."""

from collections.abc import Iterable
from datetime import datetime

from checkin.actions.follow_turn import follow
from checkin.actions.hear_own_words import hear_own_words
from checkin.conversation.talking.facts import Answered, Fact
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import MANNERS
from checkin.storage.answers import Where
from checkin.storage.tables import CheckInRow


def hear_and_follow(
    check_in: CheckInRow, facts: tuple[Fact, ...], now: datetime, where: Where
) -> None:
    """Hear what the answers of a turn call for, before they are kept; do what follows from it."""
    hear_on_page(check_in, [one.given for one in facts if isinstance(one, Answered)], now, where)
    follow(check_in, facts, now, where=where)


def hear_on_page(check_in: CheckInRow, given: Iterable[Given], now: datetime, where: Where) -> None:
    """Hear what own words on a page call for; a text was heard before it comes here."""
    if MANNERS[check_in.channel].reads_back:
        hear_own_words(check_in, given, now, device_id=where.device_id)

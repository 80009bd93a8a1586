"""What was kept as own words in a conversation goes to a reader, as a free text does.

It goes at once; where answers are read back, when they are sent. They can still be taken back
then, so that nobody reads them but who opens them. Source: texts.md B.4, flow-library.md B.2.
"""

from datetime import datetime

from checkin.actions.asks_for_nothing import asks_for_nothing, open_loop
from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_in import said_in
from checkin.actions.start_check_in import given_at_once, scene_of
from checkin.actions.who_looks import reader
from checkin.agreements.happened_by_text import OwnWordsKept
from checkin.agreements.seeing import for_all_at
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import MANNERS
from checkin.lives.record import digest
from checkin.storage import flows, people
from checkin.storage.tables import CheckInRow

SHORT = 16  # letters of a digest that tell one answer of a step from the next


def have_words_read(
    check_in: CheckInRow, given: Given, now: datetime, *, afterwards: bool = False
) -> None:
    """Put words or a photo on the list of who reads them, once, and open a loop with them.

    The same words or photo at the same step are once. `afterwards`: the step has an answer of
    before, which this stands beside. On a page thanks are no answer in doubt, and open nothing.
    """
    if MANNERS[check_in.channel].reads_back and asks_for_nothing(check_in, given, now):
        return
    person, said = people.the_person(check_in.person_id), said_in({check_in.id}, now)[check_in.id]
    same = digest("\n".join([given.words or "", *given.media]))[:SHORT]
    quoted = for_all_at(said, given.step) and not MANNERS[check_in.channel].reads_back
    kept = OwnWordsKept(
        check_in.id,
        f"{check_in.id}:{given.step}:{same}",
        flows.version(check_in.flow_version_id or "").title,
        given.asked,
        given.words or "" if quoted else None,
        reader=next((one.id for one in reader(said, person, given.step)), None),
    )
    open_loop(check_in, given, now, apart=same if afterwards else "")
    raise_reached(person, kept, now, check_in_id=check_in.id)


def have_the_rest_read(check_in: CheckInRow, now: datetime) -> None:
    """It ends unfinished: what nobody understood or counted is read all the same."""
    left = [one for one in given_at_once(check_in) if one.needs_reading]
    if not left:
        return
    spots = scene_of(check_in).road.by_key
    for given in left:
        spot = spots.get(given.step)  # none: it led elsewhere since
        if spot is None or not spot.ready.step.you_said:  # else staff have it already
            have_words_read(check_in, given, now)

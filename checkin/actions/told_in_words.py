"""What own words tell of is told to somebody once it counts, now or soon, whomever they name.

Heard as a text is, in any flow: that they are hurt, or afraid of somebody around them.
Source: texts.md B.4, thresholds.md T15.
"""

from collections.abc import Iterator

from checkin.actions.told_already import told_already
from checkin.actions.who_hurts import as_they_speak
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.talking.facts import Answered, Fact, Sent, Tell
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import asks_for_advocate, told_in
from checkin.conversation.talking.manner import Manner


def with_what_words_tell(
    person_id: str, flow: Flow, manner: Manner, facts: tuple[Fact, ...]
) -> tuple[Fact, ...]:
    """Return what follows from a turn, and who is told for what its own words say."""
    written = [one for one in _counting(manner, facts) if one.words]
    return (*facts, *_tells(person_id, flow, written, facts)) if written else facts


def _counting(manner: Manner, facts: tuple[Fact, ...]) -> Iterator[Given]:
    """Yield the answers that begin to count: all at last where they are read back, else each."""
    for fact in facts:
        match fact:
            case Sent(answers=sent) if manner.reads_back:
                yield from sent
            case Answered(given=given) if not manner.reads_back:
                yield given
            case _:
                pass


def _tells(
    person_id: str, flow: Flow, written: list[Given], facts: tuple[Fact, ...]
) -> Iterator[Tell]:
    """Yield who is told; that somebody is hurt once for each answer, picked or written.

    What they told at once, as they wrote it, is told; but a telling has an alert of its own.
    """
    tells = [fact for fact in facts if isinstance(fact, Tell)]
    picked = {one.step for one in tells if one.hurt or not (one.label or one.advocate)}
    advocate = any(one.advocate for one in tells)
    journey = as_they_speak(person_id, written)
    for one in written:
        level = told_in(flow, one, journey)
        if level and not is_telling(flow) and told_already(person_id, one.words or ""):
            continue
        if level and one.step not in picked:
            yield Tell(level, one.step, hurt=level == "now")
        elif not advocate and asks_for_advocate(one, journey):
            advocate = True
            yield Tell("today", one.step, advocate=True)

"""What a flow is held to, one module a group of codes; each check is a small function."""

from collections.abc import Iterator

from checkin.conversation.flows.checks import (
    conditions,
    does,
    feelings,
    languages,
    pictures,
    plain_words,
    replies,
    road,
    sets,
    shape,
    texts,
)
from checkin.conversation.flows.checks.page import Page
from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.written import Written

_EVERYWHERE = (
    *shape.CHECKS,
    *road.CHECKS,
    *conditions.CHECKS,
    *does.CHECKS,
    *sets.CHECKS,
    *replies.CHECKS,
    *feelings.CHECKS,
    *pictures.CHECKS,
    *plain_words.ALWAYS,
    *texts.CHECKS,
    *languages.CHECKS,
)


def check(flow: Flow, written: Written, library: Library) -> Iterator[Fault]:
    """Yield every fault of a flow that has the right shape."""
    page = Page(flow, written, library)
    too_big = list(shape.size(page))
    yield from too_big
    if too_big:
        return  # the other checks would take too long
    for one in (*_EVERYWHERE, *(plain_words.ENGLISH if page.is_english else ())):
        yield from one(page)

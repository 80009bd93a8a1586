"""Go through a whole flow, a page at a time."""

from collections.abc import Iterator

from playwright.sync_api import Page

from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import GoOn, Picked, Reply, Skip
from tests.browser.tablet import SIZES, Hands

# Every kind of step is in the first three.
FLOWS = ("what_matters", "my_morning", "tell_someone", "getting_ready")


def every_question(hands: Hands, person: str, flow: str) -> Iterator[tuple[Page, Prompt]]:
    """Show each question page of a flow in turn; the answers are given elsewhere."""
    check_in = hands.lounge.begin(person, flow)
    prompt = hands.lounge.now_asked(check_in)
    while prompt.stage == "steps":
        yield hands.open(check_in), prompt
        prompt = hands.lounge.answer(check_in, _any_answer(prompt))


def at_each_size(page: Page) -> Iterator[str]:
    """Turn the tablet, then hold a phone instead: the same page at each size."""
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        yield name


def _any_answer(prompt: Prompt) -> Reply:
    if prompt.kind in ("say", "practise"):
        return GoOn()
    if prompt.kind in ("choose", "scale", "choose_many"):
        return Picked((prompt.options[0].key,))
    return Skip()

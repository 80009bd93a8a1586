"""F116 to F118, F121, F210 to F214: marks and readers that are known, and words that can do what they say."""

from collections.abc import Iterator

from checkin.conversation.flows.checks.page import Page, StepAt
from checkin.conversation.flows.does import SEEN_BY, WHO_I_PICK
from checkin.conversation.flows.every_step import choices_of
from checkin.conversation.flows.faults import Fault, Path, nearest
from checkin.conversation.flows.leaned_on import what_is_lost
from checkin.conversation.flows.step import People, Time

OF_PROMISES = "works inside 'for_each' with 'of: promises'."


def marks(page: Page) -> Iterator[Fault]:
    """A mark is one that flows/marks.yaml declares: agreements count it under that name."""
    known = page.library.marks
    for row in page.rows:
        for key, choice in row.choices.items():
            for number, mark in enumerate(choice.marks):
                if known and mark not in known:
                    hint = nearest(mark, known) or " Write it in flows/marks.yaml, with a sentence."
                    message = f"There is no mark '{mark}'.{hint}"
                    yield page.error("F116", (*row.path, key, "marks", number), message)


def seen_by(page: Page) -> Iterator[Fault]:
    """Who sees the answers is someone that Checkin knows how to find."""
    lists: list[tuple[Path, tuple[str, ...]]] = [(("seen_by",), page.flow.seen_by)]
    lists += [((*at.path, "seen_by"), at.step.seen_by) for at in page.steps]
    for path, names in lists:
        for number, name in enumerate(names):
            if name not in SEEN_BY:
                hint = nearest(name, SEEN_BY) or f" Write one of: {', '.join(SEEN_BY)}."
                yield page.error(
                    "F117", (*path, number), f"seen_by: nobody is '{name}' here.{hint}"
                )


def somebody_sees(page: Page) -> Iterator[Fault]:
    """An empty list would send answers that nobody may open."""
    for path in [("seen_by",), *((*at.path, "seen_by") for at in page.steps)]:
        if page.written.at(path) == []:
            message = (
                f"'seen_by' is empty: nobody would see it. Write one of: {', '.join(SEEN_BY)}."
            )
            yield page.error_at_key("F121", path, message)


def nothing_lost(page: Page) -> Iterator[Fault]:
    """A flow still does what the product leans on."""
    for message in what_is_lost(page.flow):
        yield page.error("F118", ("flow",), message)


def can_do_it(page: Page) -> Iterator[Fault]:
    """What a step or a choice says it does, it can do where it stands."""
    for at in page.steps:
        if (does := at.step.does) and (wrong := _wrong_step(page, at)):
            yield page.error("F210", (*at.path, "does"), f"'{does}' {wrong}")
        for row in at.rows:
            for key, choice in row.choices.items():
                if choice.does == "not_done" and not _is_of_promises(page, at):
                    message = f"'not_done' {OF_PROMISES} Move this step there."
                    yield page.error("F210", (*row.path, key, "does"), message)
                if choice.does == "picks_time" and not isinstance(at.step, Time):
                    message = "'picks_time' works in a step with 'time'. Take it away here."
                    yield page.error("F210", (*row.path, key, "does"), message)


def _wrong_step(page: Page, at: StepAt) -> str:
    if at.step.does == "judges_promise":
        return _wrong_judge(page, at)
    return (
        "" if isinstance(at.step, People) else "works in a step with 'people'. Take it away here."
    )


def _is_of_promises(page: Page, at: StepAt) -> bool:
    around = page.written.at(at.loop) if at.loop else None
    return isinstance(around, dict) and around.get("of") == "promises"


def _wrong_judge(page: Page, at: StepAt) -> str:
    if not _is_of_promises(page, at):
        return f"{OF_PROMISES} Move this step there."
    if not any(choice.means for choice in choices_of(page.flow, at.step).values()):
        return "needs choices with 'means', as those of better_3. Use that scale."
    return ""


def kept_from_at_once(page: Page) -> Iterator[Fault]:
    """By text each answer counts when it comes: staff would be told before we know whom not to tell."""
    for at in page.steps:
        if at.step.does == "keeps_from" and set(page.flow.channels) - {"tablet"}:
            message = "'keeps_from' works on the tablet only. Take the other channels away."
            yield page.error("F211", ("channels",), message)


def picked_on_pages_only(page: Page) -> Iterator[Fault]:
    """By text nobody reads beforehand that all see it who pick nobody, or who stop before they pick."""
    if not set(page.flow.channels) - {"tablet"}:
        return
    lists: list[tuple[Path, tuple[str, ...]]] = [(("seen_by",), page.flow.seen_by)]
    lists += [((*at.path, "seen_by"), at.step.seen_by) for at in page.steps]
    for path, names in lists:
        if WHO_I_PICK in names:
            message = f"'{WHO_I_PICK}' works on the tablet only. Take the other channels away."
            yield page.error_at_key("F214", path, message)


def picks_count(page: Page) -> Iterator[Fault]:
    """Whom a person picks is asked for something: who is picked sees it, who is kept out does not."""
    for at in page.steps:
        if not isinstance(at.step, People):
            continue
        if at.step.does == "shows_to" and WHO_I_PICK not in page.flow.seen_by:
            message = (
                "'shows_to' needs 'who_i_pick' in 'seen_by' above: else nobody picked may see it."
            )
            yield page.error("F212", (*at.path, "does"), message)
        if at.step.does == "keeps_from" and at.step.from_ != "staff":
            message = "'keeps_from' works with 'from: staff': it is kept from staff alone."
            yield page.error("F213", (*at.path, "from"), message)


CHECKS = (
    marks, seen_by, somebody_sees, nothing_lost, can_do_it, kept_from_at_once,
    picked_on_pages_only, picks_count
)  # fmt: skip

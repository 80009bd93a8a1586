"""F501 to F510: short sentences, one idea at a time, words that people know.

Source: flow-library.md B.1, screens.md 31 to 33.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checkin.conversation.flows.checks.page import Page
from checkin.conversation.flows.every_step import question
from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.step import Ask, People, Practise, Time

MOST_WORDS, MANY_WORDS = 12, 10  # in a sentence
MOST_IN_A_LABEL = 3
MOST_SENTENCES = 3  # on a screen

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"')]*\s+")
_WORD = re.compile(r"\{\w+\}|\w+(?:['\u2019-]\w+)*")
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|nowhere|neither|nor|cannot|without)\b|n['\u2019]t\b",
    re.I,
)
_TWO_IDEAS = re.compile(r"\b(?:and|or|but)\b", re.I)
_WHY_DID_YOU = re.compile(
    r"\bwhy (?:did|didn['\u2019]t|do|don['\u2019]t|have|haven['\u2019]t|were|are) you\b", re.I
)


def sentences(words: str) -> list[str]:
    """Split what is said into its sentences."""
    return [sentence for sentence in _SENTENCE_ENDS.split(words.strip()) if sentence]


def short_sentences(page: Page) -> Iterator[Fault]:
    """A sentence holds twelve words at most; a person's own words count as one."""
    for path, words in page.spoken:
        for sentence in sentences(words):
            count = len(_WORD.findall(sentence))
            if count > MOST_WORDS:
                message = f"A sentence of {count} words; at most {MOST_WORDS} can be followed."
                yield page.error("F501", path, f"{message} Make two of it.")
            elif count > MANY_WORDS:
                message = f"A sentence of {count} words. {MANY_WORDS} or fewer are easier."
                yield page.warning("F502", path, message)


def short_labels(page: Page) -> Iterator[Fault]:
    """A label is read at a glance."""
    for row in page.rows:
        for key, choice in row.choices.items():
            count = len(_WORD.findall(choice.label))
            if count > MOST_IN_A_LABEL:
                message = (
                    f"'{choice.label}' is {count} words. {MOST_IN_A_LABEL} or fewer are easier."
                )
                yield page.warning("F503", (*row.path, key, "label"), message)


def one_idea(page: Page) -> Iterator[Fault]:
    """A question asks one thing."""
    for at in page.steps:
        asked = [one for one in sentences(question(at.step)) if one.endswith("?")]
        if len(asked) > 1:
            message = f"step '{at.key}' asks {len(asked)} questions. Make a step of each."
            yield page.error("F504", at.asks, message)
        elif page.is_english and asked and (found := _TWO_IDEAS.search(asked[0])):
            message = f"'{found[0]}' often joins two questions. Ask one thing at a time."
            yield page.warning("F504", at.asks, message)


def no_double_negative(page: Page) -> Iterator[Fault]:
    """ "You do not want nothing?" cannot be answered."""
    for path, words in page.spoken:
        if any(len(_NEGATIVE.findall(sentence)) > 1 for sentence in sentences(words)):
            message = "Two negatives in one sentence. Say it the other way round."
            yield page.error("F505", path, message)


def no_blame(page: Page) -> Iterator[Fault]:
    """ "Why did you" sounds like blame."""
    for path, words in page.spoken:
        if found := _WHY_DID_YOU.search(words):
            message = f"'{found[0]}' sounds like blame. Ask what happened, or what it was like."
            yield page.error("F506", path, message)


def no_banned_words(page: Page) -> Iterator[Fault]:
    """Words that belong to the office, with what to write instead."""
    banned = page.library.words.banned
    found_in = _any_of(tuple(banned))
    for path, words in page.spoken:
        for found in found_in.findall(words):
            message = f"'{found}' is not a word we use with people. Write: {banned[found.lower()]}."
            yield page.error("F507", path, message)


def hard_words_explained(page: Page) -> Iterator[Fault]:
    """A hard word is explained in the same step, in its own words or its help."""
    hard, agreed = page.library.words.hard, page.library.words.agreed
    found_in = _any_of(tuple(word for word in hard if word not in agreed))
    for at in page.steps:
        choices = [choice.label for row in at.rows for choice in row.choices.values()]
        said = " ".join([question(at.step), *choices])
        for word in sorted({found.lower() for found in found_in.findall(said)}):
            if not re.search(rf"\b{word}s? (?:means|is|are)\b", f"{said} {at.step.help}", re.I):
                message = f"'{word}' is a hard word. Explain it in 'help': {hard[word]}"
                yield page.error("F508", at.asks, message)


@lru_cache(maxsize=8)
def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return what finds any of these phrases as whole words; none are found where none are given."""
    either = "|".join(re.escape(phrase) for phrase in phrases) or r"(?!)"
    return re.compile(rf"\b({either})s?\b", re.I)


def few_choices(page: Page) -> Iterator[Fault]:
    """More choices than a person sees at once come in pages, and pages are hard to compare.

    Where several may be picked each is weighed alone, so a second page does less harm.
    """
    at_once = min(page.library.on_screen, 4)
    for at in page.steps:
        if isinstance(at.step, Ask | People | Practise | Time):
            several = isinstance(at.step, Ask | People) and at.step.many
            count = len(at.step.choices)
            if count > at_once * (2 if several else 1):
                message = f"step '{at.key}' has {count} choices; {at_once} fit on one screen."
                yield page.warning("F509", (*at.path, "choices"), f"{message} Fewer are easier.")


def little_on_a_screen(page: Page) -> Iterator[Fault]:
    """Three short sentences are enough for one screen."""
    for at in page.steps:
        count = len(sentences(question(at.step)))
        if count > MOST_SENTENCES:
            message = f"step '{at.key}' has {count} sentences; {MOST_SENTENCES} are enough."
            yield page.warning("F510", at.asks, f"{message} Put a 'say' step before it.")


ALWAYS = (short_sentences, short_labels, one_idea, few_choices, little_on_a_screen)
ENGLISH = (no_double_negative, no_blame, no_banned_words, hard_words_explained)

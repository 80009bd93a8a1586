"""F301 to F306, F308: every reply means one thing, and phone companies let it through."""

from collections.abc import Iterator
from itertools import permutations, product

from checkin.conversation.flows.checks.page import Page, Row
from checkin.conversation.flows.faults import Fault, Path
from checkin.conversation.flows.step import Ask, Choice, Practise, Scale
from checkin.conversation.replies.cries import asks_for_help
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.ways_out import CARRIER_WORDS, stops_texts

Said = tuple[str, ...]  # the words of a reply, in a form that can be compared
Reply = tuple[Path, str, Said]  # where it is written, as written, to compare

KEYS_OF_A_PHONE = 9
_SMALL = frozenset(
    {"do", "did", "does", "am", "is", "are", "was"}
)  # "I do not like it": "I like it"


def carrier_words(page: Page) -> Iterator[Fault]:
    """A phone company takes these before we see them, and may block all texts."""
    if "text" not in page.flow.channels:
        return
    for row in page.rows:
        for path, said, words in _replies(row, page.library.language):
            only = words[0] if len(words) == 1 else ""
            if only == "yes" and path[-1] == "label":
                message = (
                    "'Yes' alone cannot be a label by text: phone companies take it. Say more."
                )
                yield page.error("F301", path, message)
            elif said.strip().lower() in CARRIER_WORDS - {"yes"}:
                message = f"'{said}' cannot be an answer by text: phone companies take it"
                yield page.error("F301", path, f"{message} and block all texts. Use other words.")


def heard_first(page: Page) -> Iterator[Fault]:
    """Hidden words that call for help, or turn texts off, never reach their choice."""
    language = page.library.language
    for row in page.rows:
        for path, said, _ in _replies(row, language):
            heard = language.comparable(said)
            first = "a call for help" if asks_for_help(heard, language) else ""
            first = first or ("turning texts off" if stops_texts(heard, language) else "")
            if first and "also" in path:
                message = f"'{said}' is heard as {first} before it is an answer. Take it away."
                yield page.warning("F308", path, message)


def one_meaning(page: Page) -> Iterator[Fault]:
    """The same words never stand for two choices."""
    for row in page.rows:
        meaning: dict[Said, str] = {}
        for path, said, words in _replies(row, page.library.language):
            other = meaning.setdefault(words, str(path[len(row.path)]))
            if other != path[len(row.path)]:
                message = f"'{said}' would mean both '{other}' and '{path[len(row.path)]}'."
                yield page.error("F302", path, f"{message} Each choice needs its own words.")


def far_apart(page: Page) -> Iterator[Fault]:
    """No words for one choice are the start, or the opposite, of words for another.

    What stands on the buttons is seen, so "Good" may stand beside "Not good"; what stands in
    `also` is not.
    """
    for row in page.rows:
        said = {key: list(_words_for(row, key, page.library.language)) for key in row.choices}
        for one, other in permutations(said, 2):
            for reply, another in product(said[one], said[other]):
                yield from _too_close(page, said[other][0], reply, another)


def _too_close(page: Page, shown: Reply, reply: Reply, another: Reply) -> Iterator[Fault]:
    """Yield a fault where a reply is the start of another, or the other is that one turned round.

    `shown` is the label of the choice that `another` is for.
    """
    (path, said, words), (other_path, other, more) = reply, another
    both_shown = path[-1] == other_path[-1] == "label"
    if len(words) < len(more) and more[: len(words)] == words and not both_shown:
        message = f"'{said}' is the start of '{other}', for another choice. Take one away."
        yield page.error("F303", path if path[-1] != "label" else other_path, message)
    elif more != shown[2] and _is_turned_round(words, more, page.library.language):
        message = f"'{other}' is the opposite of '{said}', for another choice. Take one away."
        yield page.error("F303", other_path, message)


def _is_turned_round(words: Said, more: Said, language: Language) -> bool:
    """Tell whether `more` says the same with a "not" in it."""
    turns = language.negation.turns
    if turns.isdisjoint(more) or not turns.isdisjoint(words):
        return False
    left = [word for word in more if word not in turns and word not in _SMALL]
    return bool(left) and left == [word for word in words if word not in _SMALL]


def _replies(row: Row, language: Language) -> Iterator[Reply]:
    for key in row.choices:
        yield from _words_for(row, key, language)


def _words_for(row: Row, key: str, language: Language) -> Iterator[Reply]:
    """Yield what may be said for a choice: its path, as written, and in a form to compare."""
    choice: Choice = row.choices[key]
    path = (*row.path, key)
    yield (*path, "label"), choice.label, _comparable(choice.label, language)
    for number, said in enumerate(choice.also):
        yield (*path, "also", number), said, _comparable(said, language)


def _comparable(said: str, language: Language) -> Said:
    found = language.comparable(said)
    return found.words or found.faces or (said,)


def keys_of_a_phone(page: Page) -> Iterator[Fault]:
    """A call offers one key for each choice."""
    for row in page.rows:
        if "call" in page.flow.channels and len(row.choices) > KEYS_OF_A_PHONE:
            message = (
                f"There are {len(row.choices)} choices, and a phone has {KEYS_OF_A_PHONE} keys."
            )
            yield page.error_at_key("F304", row.path, f"{message} Ask in two steps.")


def a_real_choice(page: Page) -> Iterator[Fault]:
    """One choice is no choice."""
    for at in page.steps:
        if isinstance(at.step, Ask | Practise) and len(at.step.choices) <= 1:
            message = f"step '{at.key}' has {len(at.step.choices)} choices. Give it two or more."
            yield page.error_at_key("F305", at.path, message)


def scale_fits(page: Page) -> Iterator[Fault]:
    """The words of a scale suit the question: its topic is the first part of the symbol."""
    for at in page.steps:
        if isinstance(at.step, Scale) and at.step.symbol and at.step.with_ in page.library.scales:
            topic, topics = at.step.symbol.split(".")[0], page.library.scales[at.step.with_].topics
            if topic not in topics:
                message = (
                    f"Scale '{at.step.with_}' is not for '{topic}', only: {', '.join(topics)}."
                )
                yield page.error("F306", (*at.path, "with"), f"{message} Choose another scale.")


CHECKS = (
    carrier_words,
    heard_first,
    one_meaning,
    far_apart,
    keys_of_a_phone,
    a_real_choice,
    scale_fits,
)

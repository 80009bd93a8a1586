"""In an answer to words of somebody, "you" is whoever said them: a name of theirs, as any other.

"Scared of you" tells of them, and so does "dont touch me"; "can you come" and "i told you" do not.
Source: trust.md A2, thresholds.md T15.
"""

from dataclasses import replace

from checkin.conversation.replies.language import Cries
from checkin.conversation.replies.offered import Offered
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words, holds_any, phrase_at

YOU = ("you", "your")


def as_you(one: Option) -> Option:
    """Return whoever asked, who is "you" in what is answered."""
    return replace(one, also=(*one.also, *YOU))


def not_as_you(one: Option) -> Option:
    """Return them by name alone: "see you later" names nobody."""
    return replace(one, also=tuple(name for name in one.also if name not in YOU))


def pointing(words: Words, offered: Offered) -> Words:
    """Return the words as they point at whoever asked: what names nobody and is of them begins with "you"."""
    if not any((one,) in offered.key_of for one in YOU):
        return words
    known = offered.language.cries
    left = tuple("" if _only_asks(words, at, known) else word for at, word in enumerate(words))
    return (YOU[0], *left) if _is_of_you(left, known) else left


def without_you(words: Words) -> Words:
    """Return the words without "you", which "he" never is."""
    return tuple(word for word in words if word not in YOU)


def _only_asks(words: Words, at: int, known: Cries) -> bool:
    return words[at] in YOU and not known.asks_you.isdisjoint(words[at - 1 : at] if at else ())


def _is_of_you(words: Words, known: Cries) -> bool:
    """Say whether it begins with what was done, or says to let them alone."""
    done = bool(words) and bool(phrase_at(words, 0, known.does_to_me))
    return done or holds_any(words, known.leave_me)

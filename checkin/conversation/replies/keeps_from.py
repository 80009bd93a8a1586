"""Whom somebody asks to leave out, in whatever words of theirs: "dont tell Lena", "no more Lena".

It is kept from them as it is where we ask whom to keep it from. Source: flow-library.md M2, trust.md A2.
"""

from checkin.conversation.replies.asked_for import NAMED, with_names_alike
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.offered import found_in, names_mended, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words, holds_any


def keeps_from(words: Words, people: tuple[Option, ...], language: Language) -> tuple[str, ...]:
    """Return all who are named (keys) where these words keep something from one of them; else none."""
    offered = offered_by(people, language)
    mended = names_mended(words, offered)
    said = with_names_alike(mended, offered)
    return found_in(mended, offered).keys if _keeps(said, language) else ()


def _keeps(said: Words, language: Language) -> bool:
    known = language.cries
    return NAMED in said and (holds_any(said, known.keeps_from) or said in known.keeps_out)

"""An answer in words or emoji: taken where every word is the answer or changes nothing.

Where more was said, or there is a slip of the thumb, the answer is read back; where something
speaks against it, the words are kept for a person. Source: flow-language.md, texts.md D.
"""

from checkin.conversation.replies.by_face import by_face, unless_faces_differ
from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.language import Choices
from checkin.conversation.replies.negation import casts_doubt, is_question, not_meant
from checkin.conversation.replies.normal import Comparable
from checkin.conversation.replies.offered import (
    Found,
    Offered,
    found_in,
    hinted,
    is_bare,
    slips_mended,
)
from checkin.conversation.replies.phrases import Words, holds_any, without_any
from checkin.conversation.replies.understood import (
    AskAgain,
    KeptAsOwnWords,
    ReadBack,
    Taken,
    Understood,
)

LONGEST_READ_BACK = 8  # words beside a hint; a longer reply is a story, and kept as one


def in_words(reply: Comparable, offered: Offered, *, many: bool) -> Understood:
    """The words of a choice, an emoji, or something near to one."""
    if not reply.words:
        return AskAgain() if reply.asks else by_face(senses(reply.faces), offered)
    if reply.asks or reply.quotes:
        return AskAgain()
    key = offered.exact.get(reply.words)
    if key:
        return unless_faces_differ(Taken((key,), "exact"), reply, offered)
    if is_question(reply.words, offered.language):
        return AskAgain()
    return _named(reply, offered, many=many)


def _named(reply: Comparable, offered: Offered, *, many: bool) -> Understood:
    words = _without_frame(reply.words, offered.language.choices)
    found = found_in(words, offered)
    if len(found.keys) > 1 and not many:
        return KeptAsOwnWords()
    if (
        found.keys
        and _changes_nothing(found, words, offered)
        and not holds_any(words, offered.language.choices.uncertain)
    ):
        return unless_faces_differ(Taken(found.keys, "words"), reply, offered)
    mended = slips_mended(words, offered)
    return _nearly(mended, found if mended == words else found_in(mended, offered), reply, offered)


def _nearly(mended: Words, found: Found, reply: Comparable, offered: Offered) -> Understood:
    """One choice may be meant: read it back, unless something speaks against it."""
    if mended in offered.exact:
        return unless_faces_differ(ReadBack(offered.exact[mended]), reply, offered)
    near = hinted(mended, offered) | {
        offered.key_of[by] for by in found.by if not is_bare(by, offered.language)
    }
    if not near:
        return (
            KeptAsOwnWords()
            if found.keys and casts_doubt(found.rest, offered.language)
            else AskAgain()
        )
    turned = offered.language.choices.turned
    rest = tuple(word for word in found.rest if word not in offered.words or word in turned)
    doubtful = (
        casts_doubt(rest, offered.language)
        or not_meant(mended, offered.language)
        or _turned_against(found, mended, offered)
    )
    if len(near | set(found.keys)) > 1 or doubtful or len(rest) > LONGEST_READ_BACK:
        return KeptAsOwnWords()
    return unless_faces_differ(ReadBack(*near), reply, offered)


def _changes_nothing(found: Found, words: Words, offered: Offered) -> bool:
    """Whether the words beside the answer are harmless, and no saying has it in it."""
    known = offered.language.choices
    rest = without_any(
        found.rest[1:] if words[:1] == ("ok",) == found.rest[:1] else found.rest, known.polite
    )
    beside_bare = any(is_bare(by, offered.language) for by in found.by)
    return (
        (
            known.beside_bare.issuperset(rest)
            if beside_bare
            else _harmless(rest, found, words, known)
        )
        and words[-1] not in known.never_last
        and not not_meant(words, offered.language)
        and not _turned_against(found, words, offered)
        and not (len(found.keys) > 1 and offered.turned & set(found.keys))
    )


def _harmless(rest: Words, found: Found, words: Words, known: Choices) -> bool:
    """Whether the words left change nothing; "today" may where something is judged."""
    also = {"yes", "no"}
    if known.judging.isdisjoint(words):
        also.add("today")
    if len(found.keys) > 1:
        also.add("and")
    return all(word in known.harmless or word in also for word in rest)


def _turned_against(found: Found, words: Words, offered: Offered) -> bool:
    """Whether a yes stands beside a no: "no im going", "yes not yet"; "no not yet" is one thing, "no bad" is not bad."""
    known = offered.language.choices
    if "yes" in found.rest:
        return "no" in found.rest or not offered.turned.isdisjoint(found.keys)
    one_thing = offered.turned.issuperset(found.keys) and known.judging.isdisjoint(words)
    begins_with_no = words[0] == "no" and (
        one_thing or all(known.turned.intersection(by) for by in found.by)
    )
    return "no" in found.rest and not begins_with_no


def _without_frame(words: Words, known: Choices) -> Words:
    """Leave "it is" out, and "it was" before a word that judges; "I was sure" stays whole."""
    if words[:1] == ("yes",) != words[1:2]:
        return ("yes", *_without_frame(words[1:], known))
    if words[:2] == ("it", "is") and _says_what_it_is(words[2:], known):
        return words[2:]
    if known.judging.isdisjoint(words):
        return words
    for frame in known.frames:
        after = words[len(frame) :]
        judges = not known.judging.isdisjoint(after[:3]) and known.now.isdisjoint(after)
        if words[: len(frame)] == frame and judges:
            return after
    return words


def _says_what_it_is(after: Words, known: Choices) -> bool:
    """Whether "it is" leads to what was offered: "charged", "not good"; "it is not going" may not."""
    if not known.judging.isdisjoint(after[:3]):
        return True
    return known.turned.isdisjoint(after[:1]) and not any(
        word.endswith("ing") for word in after[:1]
    )

"""Whether a text really says OK: the words that say it, and all that speaks against it.

Source: texts.md B.4. A wrong OK leaves somebody in trouble unseen; a missed one costs a call.
"""

from itertools import pairwise

from checkin.conversation.replies.negation import NOT, is_question
from checkin.conversation.replies.normal import as_phrases
from checkin.conversation.replies.phrases import Words, by_first_word, each, holds_any, without_any
from checkin.conversation.replies.plans_for_today import USUAL_PLACES
from checkin.conversation.replies.spelling import meant

_GREETINGS = as_phrases(
    "hi there", "hello there", "hi", "hello", "hey", "hiya", "hey there",
)  # fmt: skip
_OK = each("ok here home arrived there")
# They say as plainly as "home" where somebody is. "Fine" and "all good" do not: a person reads them.
_AS_GOOD_AS_HOME = as_phrases(
    "im in", "got in", "im back", "back now", "back ok", "indoors", "made it",
)  # fmt: skip
_BESIDE_IT = as_phrases(
    "with mum", "with my mum", "with dad", "with my dad", "with nan", "with my nan", "with gran", "with staff",
    "no worries", "no problem", "dont worry", "not to worry", "sorry forgot", "sorry i forgot", "forgot to text",
    "in one piece", "and dry", "all good", "all fine", "im fine", "fine", "safe and sound", "safe and well", "im safe", "its ok", "thats ok", "its fine", "thats fine",
    "minutes ago", "ages ago",
)  # fmt: skip
_ON_BOARD = as_phrases(
    "on the bus", "on bus", "on the train", "on train", "on the tram", "on tram",
)  # fmt: skip
_BESIDE_OK = each(
    """i am now all safe safely just got have please thanks at today love sorry reached back finally
    already early last o"""
)
_AT_A_PLACE = by_first_word(
    (at, *the, place)
    for at in ("at", "to")
    for the in ((), ("the",), ("my",))
    for place in USUAL_PLACES
)
_NO_HARM = as_phrases(
    "no worries", "no problem", "no problems", "no rush", "dont worry", "not bad", "not too bad", "see you soon", "forgot to text",
    "see you later", "will do", "thank you", "not long", "no trouble", "was late", "were late", "speak soon", "see you when i get home",
)  # fmt: skip
_AGAINST = as_phrases(
    "for now", "so far", "leave me", "made me", "make me", "go away", "i said", "told me", "in trouble", "my money",
    "my phone off", "get me", "pick me up", "come now", "in a car", "in his", "in her", "on way", "on my way",
    "way there", "way home", "way now", "a bit", "going to be", "if you say", "as told", "you win",
)  # fmt: skip
_DENYING = NOT | each(
    """lost wrong stuck stranded missed miss broke broken crash crashed accident hurt hurts hurting pain sick ill
    poorly fell fallen fight fighting shouting shouted shout screaming crying cry police hospital ambulance
    doctor alone strange stranger strangers man men bloke guy weirdo following followed follow threat threatening
    trapped locked nearly almost soon later until till if unless when whenever waiting wait still maybe might
    perhaps probably think thought guess suppose supposed hope hopefully hoping should could would try trying
    he him his she her hers they them someone somebody who what where why how which whose late stop stopped
    whatever joke joking jk kidding lying lie lied ish sort kind kinda kinda before earlier yesterday used die dying
    dead death kill knife gun blood bleeding drunk drugs drug gang ran running run hiding hide hid danger dangerous emergency
    touch touched touching hit hitting punch kick kicked robbed mugged stole stolen nicked wallet forced yet
    faint fainted dizzy fit seizure breathe breathing upset wish want wants bad worse worst
    pretend pretending sarcastic yeah somewhere nowhere elsewhere dark far down tell
    cannot confused forgot forgotten different another else coming come behind near outside give hurry fall tripped trip cut cuts pinched pinch pushed push shoved chased chasing laughing
    laugh laughed said told duress nok forget leave early car van driving drive drives off"""
)


def without_greeting(words: Words, name: Words) -> Words:
    """Leave "hi there" out, which is no "there", and "Dev here" where that is their own name."""
    words = without_any(words[:2], _GREETINGS) + words[2:]
    for named in (
        ((*name, "here"), ("it", "is", *name), ("this", "is", *name), name) if name else ()
    ):
        if words[: len(named)] == named and len(words) > len(named):
            return words[len(named) :]
    return words


def is_just_ok(words: Words) -> bool:
    """Whether it says OK, here, home or arrived, and nothing besides that counts."""
    said = _OK & set(words)
    if "please" in words and said != {"ok"}:
        return False
    return len(said) == 1 and not is_question(words) and (_OK | _QUIET).issuperset(words)


_QUIET = each("i am now please thanks just all at safe safely got have o")


def is_yes(words: Words) -> bool:
    """Whether it says yes, and no more than that it is so."""
    return "yes" in words and (_BESIDE_OK | _OK | {"yes"}).issuperset(words)


def says_arrived(words: Words) -> bool:
    """Whether it says home, here or arrived, with nothing but what is harmless beside it.

    "home please" and "me home" may ask to be taken there.
    """
    if words[:1] == ("me",) and words[1:2] != ("home",):
        words = words[1:]
    words = tuple(word for word, after in pairwise((*words, "")) if not _counts(word, after))
    if "please" in words and "ok" not in words:
        return False
    if words[-1:] == ("ok",) and not without_any(words[:-1], _ON_BOARD):
        return True
    plain = without_any(without_any(words, _AT_A_PLACE), _BESIDE_IT)
    rest = without_any(plain, _AS_GOOD_AS_HOME)
    says_so = rest != plain or not _OK.isdisjoint(rest)
    return says_so and (_BESIDE_OK | _OK | {"yes"}).issuperset(rest)


def _counts(word: str, after: str) -> bool:
    """Whether it counts minutes, as in "home 10 mins ago"."""
    return word.isdigit() and after == "minutes"


def denies_ok(after: Words) -> bool:
    """Whether the words after an OK put it in doubt, ask something, or tell of trouble."""
    rest = without_any(after, _NO_HARM)
    if rest[:1] == ("to",):  # "ok to go home" asks
        return True
    if rest[-1:] == ("forgot",) and "sorry" in rest:  # "sorry I forgot": to text
        rest = rest[:-1]
    while rest[:1] and rest[0] in {"so", "but", "and", "well", "then", "ok"}:
        rest = rest[1:]
    return is_question(rest) or holds_any(rest, _AGAINST) or any(map(_denies, rest))


def _denies(word: str) -> bool:
    """Whether one word denies it; a time or a bus does, and so does a slip of such a word."""
    return word in _DENYING or word[-1:].isdigit() or meant(word, _LONG_DENYING) is not None


SHORTEST_LONG = 5  # letters; a slip of a shorter word is too often another word
_LONG_DENYING = frozenset(word for word in _DENYING if len(word) >= SHORTEST_LONG)

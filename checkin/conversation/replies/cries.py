"""A cry for help: help, not OK, someone is hurting them, in our words or the person's own.

Source: texts.md B.4, thresholds.md T4 and T15. A cry missed is worse than a call too many.
"""

from collections.abc import Sequence
from functools import lru_cache

from checkin.conversation.replies.negation import NOT
from checkin.conversation.replies.normal import Heard, as_phrases, as_whole, heard
from checkin.conversation.replies.phrases import Phrases, Words, by_first_word, holds_any

_HELP = as_whole(
    "help", "help me", "help please", "please help", "sos", "999", "mayday", "emergency", "help help",
    "help me please", "please help me", "ring 999", "call 999",
    "ok not", "i am ok not", "took too many", "i took too many", "taken too many", "i have taken too many",
    "yes help", "ok help", "help thanks", "help sorry", "help now please", "hi help", "hello help",
)  # fmt: skip
_CRY = as_phrases(
    "help me", "need help", "want help", "get help", "send help", "please help", "help please", "sos",
    "need some help", "need rescuing", "rescue me", "save me", "call the police", "ring the police",
    "call police", "call 999", "ring 999", "need an ambulance", "need the police", "need police",
    "call an ambulance", "help now", "help quick", "help im",
    "hurting me", "hurt me", "hit me", "hitting me", "hits me", "hurts me", "punched me", "kicked me",
    "slapped me", "pushed me", "grabbed me", "grabbing me", "attacked me", "attacking me", "touched me",
    "touching me", "following me", "followed me", "kill me", "kill myself", "want to die", "hurt myself",
    "robbed me", "mugged", "got a knife", "has a knife", "cant breathe", "threatened me",
    "threatening me", "bleeding", "wont let me go", "get off me", "raped", "overdose",
    "touches me", "better off dead", "with a knife", "took too many tablets", "taken too many tablets",
    "had too many tablets", "took all my tablets", "taken all my tablets", "scaring me", "chasing me", "been robbed", "been attacked", "been hit", "locked me in",
)  # fmt: skip
# On a journey these are enough; in an answer at home they may be about something else.
_ALONE_ON_THE_ROAD = as_whole(
    "police", "ambulance", "hospital", "in hospital", "danger", "trapped", "let me go", "i have fallen",
    "locked in", "attacked", "robbed", "i am hurt", "hurt", "not fine", "not good help",
)  # fmt: skip
_ON_THE_ROAD = as_phrases(
    "in danger", "being followed", "am hurt", "been hurt", "got hurt", "was attacked", "got attacked",
    "was robbed", "got robbed", "am trapped", "am locked in", "will not let me", "can not get up",
    "i fell over", "fallen over", "am in hospital", "need ambulance", "am not fine",
)  # fmt: skip
_NOT_OK = as_phrases(
    "not ok", "no ok", "not all right", "not safe", "not very ok", "not really ok", "not feeling ok",
    "not so ok", "not at all ok", "not feeling safe", "dont feel safe", "dont feel ok", "not quite ok",
    "far from ok", "unsafe", "never ok", "dont think i am ok", "dont think im safe",
)  # fmt: skip
_NO_HELP = as_phrases(
    "no help", "do not need help", "not need help", "do not need any help", "do not want help",
    "do not help me", "did not need help", "no need help", "did not help me", "not want any help",
    "not help me", "do not need no help", "never hit me", "did not hit me", "never hurt me", "has not hurt me",
    "never hurts me", "not hurting me", "not hitting me", "not bleeding", "did not hurt me", "no one hurt me",
    "no one hit me", "did not touch me", "does not help me", "helped help me",
    "not in danger", "no danger", "not being followed",
)  # fmt: skip
_HELPED = as_phrases(
    "for your help", "for the help", "for all your help", "thanks for help", "for helping", "can i help",
    "i can help", "will help mum", "no help needed", "with help from", "of help", "ill help", "i will help",
)  # fmt: skip
_NOT_NOT_OK = as_phrases("not not ok", "no ok thanks", "why not ok")


def asks_for_help(said: Heard, helps: Sequence[str] = ()) -> bool:
    """Whether this is help or not OK, in our words or the person's own: T4, before anything else."""
    if said.words in _HELP or said.typed == tuple("help") or "🆘" in said.faces:
        return True
    return not_ok(said.words) or any(_holds_own(said.words, own) for own in helps)


def in_danger(said: Heard) -> bool:
    """Whether somebody calls for help inside a sentence, or is being hurt: T4 and T15."""
    return holds_any(said.words, _CRY) and not holds_any(said.words, _NO_HELP)


def cries_out(said: Heard) -> bool:
    """Whether help is in a text anywhere, or trouble is; on a journey that is enough."""
    words = said.words
    if holds_any(words, _NO_HELP) or holds_any(words, _HELPED):
        return False
    return "help" in words or words in _ALONE_ON_THE_ROAD or holds_any(words, _ON_THE_ROAD)


def not_ok(words: Words) -> bool:
    """Whether it says not OK, in one of the ways people say it; "not not ok" says neither."""
    return holds_any(words, _NOT_OK) and not holds_any(words, _NOT_NOT_OK)


def _holds_own(words: Words, own: str) -> bool:
    """Whether the person's own help words are there, and not turned round ("not fuzzy")."""
    phrases, turning = _own(own)
    return holds_any(words, phrases) and turning.isdisjoint(words)


@lru_cache(maxsize=512)
def _own(words: str) -> tuple[Phrases, frozenset[str]]:
    """Return a person's own help words to look for, and the words that would turn them round."""
    phrase = heard(words).words
    return by_first_word([phrase]), NOT - set(phrase)

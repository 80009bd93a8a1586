"""A cry for help: help, not OK, someone is hurting them, in our words or the person's own.

Source: texts.md B.4, thresholds.md T4 and T15. A cry missed is worse than a call too many.
"""

from collections.abc import Sequence
from functools import lru_cache

from checkin.conversation.replies.bare_words import bare
from checkin.conversation.replies.negation import NOT
from checkin.conversation.replies.normal import Heard, as_phrases, as_whole, heard
from checkin.conversation.replies.phrases import Phrases, Words, by_first_word, holds_any

_HELP = as_whole(
    "help", "help me", "help please", "please help", "sos", "999", "mayday", "emergency", "help help",
    "help me please", "please help me", "ring 999", "call 999",
    "ok not", "i am ok not", "took too many", "i took too many", "taken too many", "i have taken too many",
    "yes help", "ok help", "help now please",
)  # fmt: skip
_CRY = as_phrases(
    "help me", "need help", "want help", "get help", "send help", "please help", "help please", "sos",
    "need some help", "needs help", "need somebody to help", "need someone to help", "need rescuing", "rescue me", "save me", "call the police", "ring the police",
    "call police", "ring police", "phone the police", "need an ambulance", "need the police", "need police", "get the police",
    "call an ambulance", "ring an ambulance", "get an ambulance", "call the ambulance", "help now", "help quick", "help im",
    "call 999", "ring 999", "dial 999", "phone 999", "call 112", "ring 112", "dial 112", "phone 112", "call 911", "ring 911", "dial 911", "phone 911",
    "fell over", "fallen over", "have fallen", "i fell down", "fallen down", "i fell off", "had a fall", "having a fall", "had a bad fall", "i fell and",
    "fell down the stairs", "fell out of bed", "on the floor and can not get up", "can not get off the floor", "can not get back up",
    "can not breathe", "can not breath", "not breathing", "hard to breathe", "hard to breath", "struggling to breathe", "struggling to breath",
    "trouble breathing", "out of breath and", "no breath", "can hardly breathe", "can hardly breath", "can barely breathe", "can barely breath",
    "chest pain", "chest pains", "pain in my chest", "pains in my chest", "chest hurts", "chest is hurting", "my heart hurts", "having a seizure", "having a fit",
    "having a stroke", "heart attack", "passed out", "have fainted", "i fainted", "i am choking", "unconscious", "collapsed",
    "hurting me", "hurt me", "hit me", "hitting me", "hits me", "hurts me", "punched me", "kicked me",
    "slapped me", "pushed me", "grabbed me", "grabbing me", "attacked me", "attacking me", "touched me",
    "touching me", "following me", "followed me", "kill me", "kill myself", "want to die", "hurt myself",
    "robbed me", "mugged", "been mugged", "got a knife", "got a gun", "has a gun", "has a knife", "threatened me",
    "threatening me", "bleeding", "wont let me go", "get off me", "raped", "overdose",
    "touches me", "better off dead", "with a knife", "took too many tablets", "taken too many tablets",
    "had too many tablets", "took all my tablets", "taken all my tablets", "scaring me", "chasing me", "been robbed", "been attacked", "been hit", "locked me in",
)  # fmt: skip
# Wanting to die or be hurt: heard even where it is denied or said in jest, and a person rings.
_CRISIS = as_phrases(
    "kill myself", "killing myself", "cut myself", "cutting myself", "harm myself", "harming myself", "hurt myself",
    "hurting myself", "self harm", "selfharm", "suicide", "suicidal", "end it all", "end my life", "ending my life",
    "end things for good", "take my life", "take my own life", "taking my own life", "no point in living", "no point living",
    "nothing to live for", "no reason to live", "not want to live", "not want to be alive", "not want to be here anymore",
    "not want to be here any more", "not want to wake up", "want to die", "wants to die", "wish i was dead", "wish i were dead",
    "rather be dead", "be better off dead", "better off dead", "better off without me", "want to be dead", "going to die",
    "not live like this", "can not go on anymore", "can not go on any more", "can not go on like this", "can not go on living",
    "can not keep myself safe", "not keep myself safe", "not feel safe with myself", "in crisis", "in a crisis", "having a crisis",
    "jump off a bridge", "jump off the bridge", "jump in front", "hang myself", "hanging myself", "drown myself", "overdose",
    "overdosed", "od on", "took all my tablets", "taken all my tablets", "burn myself", "burning myself", "starve myself",
    "kms", "unalive", "finish it all", "do something stupid", "hate being alive", "sick of living", "tired of living", "tired of life",
)  # fmt: skip
_CRISIS_WHOLE = as_whole("cant go on", "i cant go on", "i just cant go on", "i really cant go on")
_OF_SOMETHING_ELSE = as_phrases(
    "suicide squad", "battery is going to die", "phone is going to die", "going to die of laughing"
)
# On a journey these are enough; in an answer at home they may be about something else.
_ALONE_ON_THE_ROAD = as_whole(
    "police", "ambulance", "hospital", "in hospital", "danger", "trapped", "let me go", "i have fallen",
    "can not get up", "i can not get up", "someone took my money", "i fell", "i have fell", "chest pain",
    "locked in", "attacked", "robbed", "i am hurt", "hurt", "not fine", "not good help",
)  # fmt: skip
_ON_THE_ROAD = as_phrases(
    "in danger", "being followed", "am hurt", "been hurt", "got hurt", "was attacked", "got attacked",
    "someone took my", "somebody took my", "someone stole my", "somebody stole my", "he took my", "she took my", "they took my",
    "he stole my", "she stole my", "they stole my", "someone has taken my", "stolen my", "he has my phone", "nicked my", "took all my money",
    "was robbed", "got robbed", "am trapped", "am locked in", "will not let me", "can not get up",
    "i fell over", "fallen over", "am in hospital", "need ambulance", "am not fine",
)  # fmt: skip
_NOT_OK = as_phrases(
    "no ok", "far from ok", "far from all right", "unsafe", "never ok", "no longer ok", "dont think i am ok", "dont think im safe",
    *(
        f"not {between} {fine}"
        for between in ("", "very", "really", "feeling", "so", "at all", "quite", "been", "doing", "feel", "being", "too", "even",
                        "really feeling", "feeling very", "feeling at all", "been feeling", "been very", "been so", "doing so", "doing too", "a bit",
                        "in any way", "entirely", "totally", "exactly", "one bit")
        for fine in ("ok", "all right", "safe")
    ),
)  # fmt: skip
_NO_HELP = as_phrases(
    "no help", "do not need help", "not need help", "do not need any help", "do not want help",
    "do not help me", "did not need help", "no need help", "did not help me", "not want any help",
    "not help me", "do not need no help", "never hit me", "did not hit me", "never hurt me", "has not hurt me",
    "never hurts me", "not hurting me", "not hitting me", "not bleeding", "did not hurt me", "no one hurt me",
    "no one hit me", "did not touch me", "does not help me", "helped help me",
    "fallen in love", "fallen asleep", "fallen out", "fallen behind", "fallen for", "fallen over laughing", "fell over laughing",
    "not fallen", "not fall over", "not fell", "not had a fall", "not pass out", "not passed out", "phone has fallen", "tree has fallen",
    "not in danger", "no danger", "not being followed",
)  # fmt: skip
_HELPED = as_phrases(
    "for your help", "for the help", "for all your help", "thanks for help", "for helping", "can i help",
    "i can help", "will help mum", "no help needed", "with help from", "of help", "ill help", "i will help",
)  # fmt: skip
_NOT_NOT_OK = as_phrases("not not ok", "no ok thanks", "why not ok")


def asks_for_help(said: Heard, helps: Sequence[str] = ()) -> bool:
    """Whether this is help or not OK, in our words or the person's own: T4, before anything else."""
    if said.words in _HELP or bare(said.words) in _HELP or "🆘" in said.faces:
        return True
    return not_ok(said.words) or any(_holds_own(said.words, own) for own in helps)


def in_danger(said: Heard) -> bool:
    """Whether somebody calls for help inside a sentence, or is being hurt: T4 and T15."""
    if holds_any(said.words, _CRISIS) or bare(said.words) in _CRISIS_WHOLE:
        return not holds_any(said.words, _OF_SOMETHING_ELSE)
    return holds_any(said.words, _CRY) and not holds_any(said.words, _NO_HELP)


def cries_out(said: Heard) -> bool:
    """Whether help is in a text anywhere, or trouble is; on a journey that is enough."""
    words = said.words
    if holds_any(words, _NO_HELP) or holds_any(words, _HELPED):
        return False
    return "help" in words or bare(words) in _ALONE_ON_THE_ROAD or holds_any(words, _ON_THE_ROAD)


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

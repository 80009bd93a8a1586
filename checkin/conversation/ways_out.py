"""Words that come before any answer: a cry for help, stop, and the other ways out of a question.

Source: texts.md B.4 and D ("Ways out"), thresholds.md T4 and T15.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from checkin.conversation.negation import NOT
from checkin.conversation.normal import Heard, heard
from checkin.conversation.phrases import Phrases, Words, by_first_word, each, holds_any

CommandName = Literal["skip", "dont_know", "again", "back", "call_me", "pause", "no_more", "later"]

STOP_WORDS = each("stop stopall unsubscribe end quit cancel revoke optout")
START_WORDS = each("start unstop")
# What phone companies may act on before we see it; never taught as answers.
CARRIER_WORDS = STOP_WORDS | START_WORDS | {"help", "info", "yes", "arret", "td", "remove"}
_CARRIER_BEFORE_ANSWERS = STOP_WORDS | START_WORDS | {"info"}


def _phrases(*lines: str) -> Phrases:
    return by_first_word(heard(line).words for line in lines)


def _whole(*lines: str) -> frozenset[Words]:
    return frozenset(heard(line).words for line in lines)


_HELP = _whole(
    "help", "help me", "help please", "please help", "sos", "999", "mayday", "emergency", "help help",
    "help me please", "please help me", "ring 999", "call 999",
    "ok not", "i am ok not", "took too many", "i took too many", "taken too many", "i have taken too many",
    "yes help", "ok help", "help thanks", "help sorry", "help now please", "hi help", "hello help",
)  # fmt: skip
_CRY = _phrases(
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
_ALONE_ON_THE_ROAD = _whole(
    "police", "ambulance", "hospital", "in hospital", "danger", "trapped", "let me go", "i have fallen",
    "locked in", "attacked", "robbed", "i am hurt", "hurt", "not fine", "not good help",
)  # fmt: skip
_ON_THE_ROAD = _phrases(
    "in danger", "being followed", "am hurt", "been hurt", "got hurt", "was attacked", "got attacked",
    "was robbed", "got robbed", "am trapped", "am locked in", "will not let me", "can not get up",
    "i fell over", "fallen over", "am in hospital", "need ambulance", "am not fine",
)  # fmt: skip
_NOT_OK = _phrases(
    "not ok", "no ok", "not all right", "not safe", "not very ok", "not really ok", "not feeling ok",
    "not so ok", "not at all ok", "not feeling safe", "dont feel safe", "dont feel ok", "not quite ok",
    "far from ok", "unsafe", "never ok", "dont think i am ok", "dont think im safe",
)  # fmt: skip
_NO_HELP = _phrases(
    "no help", "do not need help", "not need help", "do not need any help", "do not want help",
    "do not help me", "did not need help", "no need help", "did not help me", "not want any help",
    "not help me", "do not need no help", "never hit me", "did not hit me", "never hurt me", "has not hurt me",
    "never hurts me", "not hurting me", "not hitting me", "not bleeding", "did not hurt me", "no one hurt me",
    "no one hit me", "did not touch me", "does not help me", "helped help me",
    "not in danger", "no danger", "not being followed",
)  # fmt: skip
_HELPED = _phrases(
    "for your help", "for the help", "for all your help", "thanks for help", "for helping", "can i help",
    "i can help", "will help mum", "no help needed", "with help from", "of help", "ill help", "i will help",
)  # fmt: skip
_NOT_NOT_OK = _phrases("not not ok", "no ok thanks", "why not ok")

_STOP_TEXTS = _phrases(
    "stop texting", "no more texts", "stop the texts", "stop these texts", "stop texts", "dont text me",
    "stop messaging", "no more messages", "stop the messages", "stop sending", "stop my texts",
    "stop all texts", "stop all the texts", "stop your texts", "quit texting", "no texts", "dont want texts",
    "dont want any more texts", "dont want these texts", "stop contacting me", "dont text",
)  # fmt: skip
_STOP_NOW = _whole(
    "stop please", "please stop", "stop now", "i want to stop", "want to stop", "stop this", "stop it",
    "stop here", "can we stop", "can i stop", "lets stop", "let us stop", "i want stop", "stop thanks",
    "no more questions", "stop asking", "stop asking me", "stop the questions", "stop it please",
    "stop", "please stop it", "finish now", "finish", "stop stop", "no stop", "stop it now", "ok stop",
)  # fmt: skip

_COMMANDS: Mapping[CommandName, frozenset[Words]] = {
    "skip": _whole(
        "skip", "skip it", "skip this", "skip that", "pass", "pass thanks", "next", "next question", "skip please",
        "skip this one", "rather not say", "id rather not say", "prefer not to say", "dont want to say",
        "i dont want to say", "i do not want to answer", "dont want to answer", "wont say", "no answer",
        "none of your business", "skip skip", "skip question", "skip the question", "i pass",
        "please skip", "not saying", "im not saying",
    ),
    "dont_know": _whole(
        "dont know", "i dont know", "idk", "dunno", "i dunno", "dont no", "i dont no", "no idea", "not a clue",
        "no clue", "havent a clue", "i have no idea", "who knows", "i do not know", "beats me", "dono",
        "donno", "i dont know sorry", "dont know sorry", "sorry dont know", "really dont know",
        "i really dont know", "no i dont know", "dont really know", "i dont really know", "cant say",
        "cant remember", "i cant remember", "dont remember", "i dont remember", "not got a clue", "ddk",
    ),
    "again": _whole(
        "again", "repeat", "say again", "say it again", "say that again", "pardon", "what", "again please",
        "repeat please", "what did you say", "come again", "repeat that", "please repeat", "eh", "ask again",
        "ask me again", "what was the question", "sorry what", "huh", "what question",
    ),
    "back": _whole("back", "go back", "go back please", "previous", "back please", "last question", "back one"),
    "call_me": _whole(
        "call me", "ring me", "phone me", "call me please", "please call me", "ring me please", "please ring me",
        "can you call me", "can you ring me", "can someone call me", "can someone ring me", "call", "give me a ring",
        "can you phone me", "give me a call", "please phone me", "i want to talk to someone on the phone", "call me now",
        "ring me now", "can u ring me please", "can u call me please",
    ),
    "pause": _whole("pause", "pause today", "pause please", "stop today", "stop for today", "no more today"),
    "no_more": _whole("no more", "no more please", "nomore", "no more thanks", "no more check ins"),
    "later": _whole(
        "later", "not now", "ask me later", "later please", "maybe later", "busy", "im busy", "not right now",
        "ask later", "another time", "later today", "busy now", "do it later", "in a bit", "in a minute",
    ),
}  # fmt: skip
_COMMAND_OF = {words: name for name, lines in _COMMANDS.items() for words in lines}


def carrier_word(said: Heard) -> str | None:
    """Return the word that a phone company would act on, where it is the whole message.

    "s t o p" is, and so is "stop x".
    """
    word = said.words[0] if len(said.words) == 1 else "".join(said.typed)
    return word if word in _CARRIER_BEFORE_ANSWERS and not said.faces else None


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


def stops_texts(said: Heard) -> bool:
    """Whether it asks in own words for the texts to stop."""
    return holds_any(said.words, _STOP_TEXTS)


def stops_now(said: Heard) -> bool:
    """Whether it asks to stop this check-in, and says nothing else."""
    return said.words in _STOP_NOW


def command(said: Heard) -> CommandName | None:
    """Return the way out that this is and nothing else: skip, don't know, again, back ..."""
    if not said.words and said.asks and not said.faces:
        return "dont_know"
    return _COMMAND_OF.get(said.words)


def _holds_own(words: Words, own: str) -> bool:
    """Whether the person's own help words are there, and not turned round ("not fuzzy")."""
    phrases, turning = _own(own)
    return holds_any(words, phrases) and turning.isdisjoint(words)


@lru_cache(maxsize=512)
def _own(words: str) -> tuple[Phrases, frozenset[str]]:
    """Return a person's own help words to look for, and the words that would turn them round."""
    phrase = heard(words).words
    return by_first_word([phrase]), NOT - set(phrase)

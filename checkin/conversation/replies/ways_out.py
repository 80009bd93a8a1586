"""Words that come before any answer: stop, and the other ways out of a question.

Source: texts.md B.4 and D ("Ways out").
"""

from collections.abc import Mapping
from typing import Literal

from checkin.conversation.replies.bare_words import bare
from checkin.conversation.replies.normal import Heard, as_phrases, as_whole
from checkin.conversation.replies.phrases import Words, each, holds_any

CommandName = Literal["skip", "dont_know", "again", "back", "call_me", "pause", "no_more", "later"]

STOP_WORDS = each("stop stopall unsubscribe end quit cancel revoke optout")
START_WORDS = each("start unstop")
# What phone companies may act on before we see it; never taught as answers.
CARRIER_WORDS = STOP_WORDS | START_WORDS | {"help", "info", "yes", "arret", "td", "remove"}
_CARRIER_BEFORE_ANSWERS = STOP_WORDS | START_WORDS | {"info"}

_STOP_TEXTS = as_phrases(
    "stop texting", "no more texts", "stop the texts", "stop these texts", "stop texts", "dont text me",
    "stop messaging", "no more messages", "stop the messages", "stop sending", "stop my texts",
    "stop all texts", "stop all the texts", "stop your texts", "quit texting", "want no texts", "dont want texts",
    "no texts please", "stop the text", "stop text", "cease texting", "end these texts", "end the texts",
    "dont want any more texts", "dont want these texts", "stop contacting me", "dont text",
)  # fmt: skip
_NO_TEXTS = as_whole("no texts", "no messages", "no text")
# "please dont stop texting", "he wont stop texting me", "you sent no texts", "no more texts came"
_NOT_STOPPED = as_phrases(
    "not stop", "never stop", "not quit", "does not stop", "keeps texting", "no more texts came", "no more texts come",
    "no more texts today came", "no more texts from him", "no more texts from her", "no more texts from them",
    "stop texting him", "stop texting her", "stop texting them", "stop texting my", "stop texting mum", "stop texting dad",
    "stop messaging him", "stop messaging her", "stop messaging them", "stopped",
)  # fmt: skip
_ASKS_WHY = each("why when how what who which if")
_ASKS_OF = each("did have has are is am was were do does")
_SOMEBODY = each("you i they it the my he she we these")
_SOMEBODY_SAYS = each("says said say told tells he she they mum dad thinks wants")
_STOP_NOW = as_whole(
    "stop please", "please stop", "stop now", "i want to stop", "want to stop", "stop this", "stop it",
    "stop here", "can we stop", "can i stop", "lets stop", "let us stop", "i want stop", "stop thanks",
    "no more questions", "stop asking", "stop asking me", "stop the questions", "stop it please",
    "stop", "please stop it", "finish now", "finish", "stop stop", "no stop", "stop it now", "ok stop",
)  # fmt: skip

_START_TEXTS = as_whole(
    "start texts", "start texts again", "start texting", "start texting me", "start texting me again", "start texting again",
    "start the texts", "start the texts again", "start my texts", "start my texts again", "start texts now",
    "turn texts on", "turn texts back on", "turn the texts on", "turn the texts back on", "turn my texts on",
    "turn my texts back on", "texts on", "texts back on", "texts on again", "i want texts again", "i want the texts again",
    "unstop texts", "start the texts up again", "start up the texts again",
)  # fmt: skip

_COMMANDS: Mapping[CommandName, frozenset[Words]] = {
    "skip": as_whole(
        "skip", "skip it", "skip this", "skip that", "pass", "pass thanks", "next", "next question", "skip please",
        "skip this one", "rather not say", "id rather not say", "prefer not to say", "dont want to say",
        "i dont want to say", "i do not want to answer", "dont want to answer", "wont say", "no answer",
        "none of your business", "skip skip", "skip question", "skip the question", "i pass",
        "please skip", "not saying", "im not saying",
    ),
    "dont_know": as_whole(
        "dont know", "i dont know", "idk", "dunno", "i dunno", "dont no", "i dont no", "no idea", "not a clue",
        "no clue", "havent a clue", "i have no idea", "who knows", "i do not know", "beats me", "dono",
        "donno", "i dont know sorry", "dont know sorry", "sorry dont know", "really dont know",
        "i really dont know", "no i dont know", "dont really know", "i dont really know", "cant say",
        "cant remember", "i cant remember", "dont remember", "i dont remember", "not got a clue", "ddk",
    ),
    "again": as_whole(
        "again", "repeat", "say again", "say it again", "say that again", "pardon", "what", "again please",
        "repeat please", "what did you say", "come again", "repeat that", "please repeat", "eh", "ask again",
        "ask me again", "what was the question", "sorry what", "huh", "what question",
    ),
    "back": as_whole("back", "go back", "go back please", "previous", "back please", "last question", "back one"),
    "call_me": as_whole(
        "call me", "ring me", "phone me", "call me please", "please call me", "ring me please", "please ring me",
        "can you call me", "can you ring me", "can someone call me", "can someone ring me", "call", "give me a ring",
        "can you phone me", "give me a call", "please phone me", "i want to talk to someone on the phone", "call me now",
        "ring me now", "can u ring me please", "can u call me please",
    ),
    "pause": as_whole("pause", "pause today", "pause please", "stop today", "stop for today", "no more today"),
    "no_more": as_whole("no more", "no more please", "nomore", "no more thanks", "no more check ins"),
    "later": as_whole(
        "later", "not now", "ask me later", "later please", "maybe later", "busy", "im busy", "not right now",
        "ask later", "another time", "later today", "busy now", "do it later", "in a bit", "in a minute",
    ),
}  # fmt: skip
_COMMAND_OF = {words: name for name, lines in _COMMANDS.items() for words in lines}


def carrier_word(said: Heard) -> str | None:
    """Return the word that a phone company would act on, where it is the whole message.

    "s t o p" is, and so is "stop x".
    """
    return _carrier(said.words[0] if len(said.words) == 1 else "".join(said.typed), said)


def courteous_carrier_word(said: Heard) -> str | None:
    """Return that word with courtesy around it too, or said more than once: "stop pls"."""
    words = bare(said.words)
    return carrier_word(said) or (_carrier(words[0], said) if len(words) == 1 else None)


def _carrier(word: str, said: Heard) -> str | None:
    return word if word in _CARRIER_BEFORE_ANSWERS and not said.faces else None


def stops_texts(said: Heard) -> bool:
    """Whether it asks in own words for the texts to stop, and does not ask about it or deny it."""
    words = said.words
    if bare(words) in _NO_TEXTS:
        return True
    if not holds_any(words, _STOP_TEXTS) or holds_any(words, _NOT_STOPPED):
        return False
    asks = words[0] in _ASKS_WHY or (words[0] in _ASKS_OF and words[1] in _SOMEBODY)
    return not asks and _SOMEBODY_SAYS.isdisjoint(words)


def starts_texts(said: Heard) -> bool:
    """Whether it asks in own words for the texts to begin again."""
    return bare(said.words) in _START_TEXTS


def stops_now(said: Heard) -> bool:
    """Whether it asks to stop this check-in, and says nothing else."""
    return said.words in _STOP_NOW


def command(said: Heard) -> CommandName | None:
    """Return the way out that this is and nothing else: skip, don't know, again, back ..."""
    if not said.words and said.asks and not said.faces:
        return "dont_know"
    return _COMMAND_OF.get(said.words)

"""Somebody asks for a person: to be rung, or because they are lost or frightened.

Source: texts.md B.4. No cry, so nobody is rung out of bed; never left for the evening either.
"""

from checkin.conversation.replies.normal import as_phrases
from checkin.conversation.replies.phrases import Words, holds_any

_ASKS = as_phrases(
    "call me", "ring me", "phone me", "call me back", "give me a ring", "give me a call", "give me a bell",
    "call my phone", "ring my phone", "someone call", "someone ring", "someone phone", "speak to someone", "talk to someone",
    "speak to staff", "talk to staff", "speak to a person", "talk to a person", "need someone", "need staff",
    "need to talk", "need to speak", "want to talk", "want to speak", "can we talk", "come and get me", "pick me up",
    "come get me", "get me home", "want to come home now", "fetch me", "collect me", "need picking up",
    "am lost", "got lost", "getting lost", "lost my way", "feel lost", "feeling lost", "think i am lost", "where am i",
    "dont know where i am", "not know where i am", "dunno where i am", "no idea where i am", "not sure where i am",
    "where is safe", "where can i go that is safe",
    "somewhere safe", "where do i go", "where should i go", "what do i do", "what should i do",
)  # fmt: skip
_AFRAID = as_phrases(
    "am scared", "so scared", "really scared", "very scared", "feel scared", "feeling scared", "am frightened", "am afraid",
    "am terrified", "feel frightened", "feel afraid", "got scared", "too scared", "am so frightened",
)  # fmt: skip
_SAYS_NOT = as_phrases(
    "do not call", "do not ring", "do not phone", "never call", "never ring", "no need to ring", "no need to call",
    "will call me", "will ring me", "will phone me", "they call me", "people call me", "did you call me",
    "did you ring me", "did call me", "did ring me", "you call me al", "call me names", "call me dev", "just call me",
    "not lost", "not scared", "not frightened", "not afraid", "not want to talk", "not need to talk", "not need to speak",
    "not want to speak", "not need someone", "was lost", "not too scared", "am afraid not", "am afraid so",
)  # fmt: skip


def asks_for_a_person(words: Words) -> bool:
    """Whether somebody is to ring, come or talk: "can someone call me", "im lost".

    "ok but scared" says OK first; its words are read the same day.
    """
    asks = holds_any(words, _ASKS) or (words[:1] != ("ok",) and holds_any(words, _AFRAID))
    return asks and not holds_any(words, _SAYS_NOT)

"""A face in words: which choice a feeling is, where the words name none."""

from checkin.conversation.replies.faces import Sense, senses
from checkin.conversation.replies.normal import Comparable
from checkin.conversation.replies.offered import Offered
from checkin.conversation.replies.phrases import Words
from checkin.conversation.replies.understood import (
    AskAgain,
    KeptAsOwnWords,
    ReadBack,
    Taken,
    Understood,
)

_FACE_WORDS: dict[Sense, tuple[Words, ...]] = {
    "thumb_up": (("yes",), ("good",), ("ok",)),
    "smile": (("good",),),
    "flat": (("ok",),),
    "sad": (("not", "good"),),
    "thumb_down": (("no",), ("not", "good")),
}


def by_face(feeling: frozenset[Sense], offered: Offered) -> Understood:
    """What an emoji alone picks: the face of a scale, or a thumb for yes or OK."""
    if len(feeling) != 1:
        return KeptAsOwnWords() if feeling else AskAgain()
    (sense,) = feeling
    named = [offered.exact[words] for words in _FACE_WORDS.get(sense, ()) if words in offered.exact]
    if not named:
        return AskAgain()
    return Taken((named[0],), "words") if len(set(named)) == 1 else ReadBack(named[0])


def unless_faces_differ(
    meaning: Taken | ReadBack, reply: Comparable, offered: Offered
) -> Understood:
    """Keep "good" with a crying face for a person to read."""
    if not reply.faces:
        return meaning
    feeling = senses(reply.faces)
    keys = meaning.choices if isinstance(meaning, Taken) else (meaning.choice,)
    fits = {"sad", "thumb_down"} if offered.gloomy & set(keys) else {"thumb_up", "smile"}
    if feeling <= fits:
        return meaning
    unknown = feeling == {"unknown"} and len(keys) == 1
    return ReadBack(*keys) if unknown else KeptAsOwnWords()

"""No more than "ok", "yes" or "thanks": nothing that waits for a decision of ours."""

from dataclasses import replace

from checkin.conversation.replies.all_is_ok import only_thanks
from checkin.conversation.replies.meaning import Ok
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.own_words import own_words_are
from checkin.conversation.replies.phrases import holds_any

OK = "ok"


def is_courtesy(words: str, journey: OnAJourney) -> bool:
    """Say whether words say no more than that."""
    return says_ok(words, journey) == Ok() or only_thanks(words, journey.language)


def is_courtesy_to_us(words: str, journey: OnAJourney) -> bool:
    """Say whether words say no more than that, also to one of those around them: "thank you Lena".

    Where somebody told of a hurt, a name may be of whoever it was: `is_courtesy` knows none.
    """
    return is_courtesy(words, journey) or own_words_are(words, journey) == "thanks"


def says_how_they_are(words: str, journey: OnAJourney) -> bool:
    """Say whether an OK says how somebody is: "im ok now" to who is being rung is more than "ok"."""
    said = journey.language.comparable(words).words
    of_oneself = journey.language.all_is_ok.of_oneself
    return says_ok(words, journey) is not None and not of_oneself.isdisjoint(said)


def says_where(words: str, journey: OnAJourney) -> bool:
    """Say whether an OK says where somebody is: "here", "home", "back now", and no mere OK."""
    said, known = journey.language.comparable(words).words, journey.language.all_is_ok
    places = known.ok - {OK}
    return not places.isdisjoint(said) or holds_any(said, known.as_good_as_home)


def says_ok(words: str, journey: OnAJourney) -> Ok | None:
    """Return the OK that these words are where something asks for one."""
    meaning = hear(words, replace(journey, checkpoint_open=True))
    return meaning if isinstance(meaning, Ok) else None

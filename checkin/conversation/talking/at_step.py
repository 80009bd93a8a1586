"""At a step: a reply is taken and kept, or words are heard and perhaps asked about again."""

from collections.abc import Callable, Mapping

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.names_said import named_to_keep_from, named_to_see
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import AskAgain, KeptAsOwnWords, ReadBack
from checkin.conversation.talking.answering import (
    WORDS_ALONE,
    blank,
    fits,
    with_choices,
    with_more_words,
    with_silence,
    with_words,
)
from checkin.conversation.talking.asked import Asked, asked_at
from checkin.conversation.talking.asking import prompt, showing
from checkin.conversation.talking.consequences import consequences, settings_chosen
from checkin.conversation.talking.ending import leaving
from checkin.conversation.talking.facts import Answered, Fact, PrivateWordGiven, Turn
from checkin.conversation.talking.fixed import said_of
from checkin.conversation.talking.free_words import hear, is_plain_no
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.met import met
from checkin.conversation.talking.moving import change, go_back, go_on
from checkin.conversation.talking.said import (
    Back,
    Change,
    DontKnow,
    GoesOn,
    GoOn,
    OwnWordsGiven,
    Picked,
    Reply,
    Said,
    Skip,
)
from checkin.conversation.talking.scene import Scene
from checkin.conversation.talking.standing import own_words_before


def at_step(now: Scene, reply: Reply) -> Turn:
    """Take a reply at the step where the conversation stands."""
    match reply:
        case Back():
            return go_back(now)
        case Change(step=step):
            return change(now, step)
        case GoOn():
            return _pass_by(now)
        case Said() | GoesOn():
            return _say(now, reply)
        case Picked(choices=("yes" | "no" as choice,)) if now.so_far.checking:
            return _checked(now, meant=choice == "yes")
        case _:
            return _reply(now, reply, asked_at(now, now.here))


def _reply(now: Scene, reply: Reply, asked: Asked) -> Turn:
    return _REPLIES.get(now.here.ready.kind, _answer)(now, reply, asked)


def _say(now: Scene, said: Said | GoesOn) -> Turn:
    if isinstance(said, GoesOn):
        return _go_on_saying(now, said)
    return _hear(now, said, asked_at(now, now.here))


def _go_on_saying(now: Scene, more: GoesOn) -> Turn:
    """Put more words to the answer before: one thought, one answer; the question asked stays."""
    before = own_words_before(now.so_far)
    if before is None:
        return _hear(now, Said(more.words), asked_at(now, now.here))
    spot, given = now.road.at(before.step), with_more_words(before, more.words)
    counts = () if now.manner.reads_back else consequences(now, spot, given)
    return showing(now.having(given), (Answered(given), *counts))


# Hearing free words --------------------------------------------------------------------


def _hear(now: Scene, said: Said, asked: Asked) -> Turn:
    meaning = hear(now, said, asked)
    match meaning:
        case None:
            return showing(now)
        case ReadBack(choice=choice):
            return _ask_back(now, said, asked, checking=choice)
        case AskAgain() if now.so_far.attempt == 1:
            return _ask_back(now, said, asked)
        case AskAgain() | KeptAsOwnWords():
            return _leave_to_a_reader(now, _with_more(now, said, asked))
        case Back():
            return go_back(now)
        case _:
            return leaving(now, meaning) or _reply(now, meaning, asked)


def _ask_back(now: Scene, said: Said, asked: Asked, checking: str | None = None) -> Turn:
    """Check a close match, or ask once more; what was said stays beside the answer to come."""
    given = _with_more(now, said, asked)
    facts = () if given == now.given else (Answered(given),)  # it does not count as yet
    return showing(now.having(given).asking_back(checking), facts)


def _with_more(now: Scene, said: Said, asked: Asked) -> Given:
    """Put the words said to what is kept, but not the no to "Did you mean this?"."""
    given = now.given or blank(asked)
    if now.so_far.checking and is_plain_no(said, prompt(now), now.frame.language):
        return given
    return with_more_words(given, said.words)


def _checked(now: Scene, *, meant: bool) -> Turn:
    """Take yes or no, by tap or key, to "Did you mean this?"."""
    if meant:
        return _answer(
            now, Picked((now.so_far.checking or "",), "checked"), asked_at(now, now.here)
        )
    if now.so_far.attempt > 1:
        return _leave_to_a_reader(now, now.given or blank(asked_at(now, now.here)))
    return showing(now.asking_back(None))


def _leave_to_a_reader(now: Scene, given: Given) -> Turn:
    """Keep words that picked nothing, and say that a person reads them: true once they count."""
    return _take(now, given, said_of(now, "kept_as_words"))


# Answering a step ----------------------------------------------------------------------


def _answer(now: Scene, reply: Reply, asked: Asked) -> Turn:
    given = now.given or blank(asked)
    match reply:
        case Picked(choices=choices) if fits(asked, choices):
            return _take(now, with_choices(given, now, asked, reply))
        case DontKnow():
            return _take(now, with_silence(given, "dont_know"))
        case Skip():
            return _take(now, with_silence(given, "skipped"))
        case OwnWordsGiven(words=words, media=media) if words or media:
            return _take_words(now, with_words(given, words, media))
        case _:
            return showing(now)


def _practise(now: Scene, reply: Reply, asked: Asked) -> Turn:
    """Practise: nothing that is picked is kept; own words always are."""
    match reply:
        case Picked(choices=choices) if fits(asked, choices):
            return _pass_by(now, said_back=with_choices(blank(asked), now, asked, reply).reply)
        case DontKnow() | Skip():
            return _pass_by(now)
        case OwnWordsGiven():
            return _answer(now, reply, asked)
        case _:
            return showing(now)


def _listen(now: Scene, reply: Reply, asked: Asked) -> Turn:
    """Words were only said to the person; what they say to them is kept all the same."""
    match reply:
        case OwnWordsGiven():
            return _answer(now, reply, asked)
        case DontKnow() | Skip():
            return go_on(now)
        case _:
            return showing(now)


def _in_private(now: Scene, reply: Reply, asked: Asked) -> Turn:
    """Hand on a private word; among the answers there is no trace of it."""
    match reply:
        case OwnWordsGiven(words=str(word)) if word.strip():
            passed = _pass_by(now)
            return passed._replace(facts=(PrivateWordGiven(now.here.key, word), *passed.facts))
        case DontKnow() | Skip():
            return _answer(now, reply, asked)
        case _:
            return showing(now)


_REPLIES: Mapping[str, Callable[[Scene, Reply, Asked], Turn]] = {
    "practise": _practise,
    "say": _listen,
    "private_word": _in_private,
}


def _take(now: Scene, given: Given, said_back: str | None = None) -> Turn:
    """Keep an answer, where it differs from the one before, and go on: what hurts is met first."""
    given = _met_anew(now, given)
    said_back = said_back or given.reply
    if given == now.given and now.so_far.attempt == 1:
        return go_on(now, said_back=said_back)
    after = now.having(given)
    return go_on(after, _answered(after, given), said_back)


def _take_words(now: Scene, given: Given) -> Turn:
    """Keep own words; beside a choice the question stays, so that one may still be picked.

    Whom they name where faces are offered is picked by it: the person sees it, and can change it.
    """
    if now.here.ready.kind in WORDS_ALONE:
        return _take(now, given)
    given = _met_anew(now, _naming(now, given))
    after = now.having(given)
    return showing(after, _answered(after, given))


def _met_anew(now: Scene, given: Given) -> Given:
    """Let own words be met as what they are now; what a choice says back comes before that."""
    before = met(now, now.given) if now.given else None
    own = given.reply if given.reply != before else None
    return given if own else given._replace(reply=met(now, given))


def _naming(now: Scene, given: Given) -> Given:
    named = _NAMES.get(now.here.ready.step.does or "")
    if named is None or given.choices or not given.words:
        return given
    asked = asked_at(now, now.here)
    keys = named(given.words, asked.options, now.frame.language)
    return with_choices(given, now, asked, Picked(keys, "words")) if fits(asked, keys) else given


_NAMES: Mapping[str, Callable[[str, tuple[Option, ...], Language], tuple[str, ...]]] = {
    "keeps_from": named_to_keep_from,
    "shows_to": named_to_see,
}


def _answered(now: Scene, given: Given) -> tuple[Fact, ...]:
    """Return the fact of an answer and what it sets; where nothing is read back, it counts at once."""
    counts = () if now.manner.reads_back else consequences(now, now.here, given)
    return (Answered(given), *settings_chosen(now.here, given), *counts)


def _pass_by(now: Scene, said_back: str | None = None) -> Turn:
    """Go past without an answer, and note that the question was put: it is not put again.

    Whom to keep it from, passed by, is skipped: an answer, which closes (agreements/seeing.py).
    """
    if now.here.ready.step.does == "keeps_from" and not now.given:
        return _take(now, with_silence(blank(asked_at(now, now.here)), "skipped"))
    if now.given:
        return go_on(now, said_back=said_back or met(now, now.given))
    if now.here.asks:
        now = now.having(blank(asked_at(now, now.here)))
    return go_on(now, said_back=said_back)

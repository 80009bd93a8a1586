"""The words of one language, ready to be looked for: each list of its files, by the file's name.

The lists stand in `flows/words/en-GB/` and the like, each with a sentence saying what it is for.
Nothing is read here: whoever starts us reads the files (`language_files`) and hands the words in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin.conversation.replies.normal import Comparable, comparable
from checkin.conversation.replies.phrases import Phrases, Set, Whole
from checkin.conversation.replies.spelling import Spelling
from checkin.conversation.replies.staff_words import FromStaff, OfStaff

Pairs = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Cries:
    """Calls for help."""

    whole: Whole
    inside: Phrases
    crisis: Phrases
    crisis_whole: Whole
    no_crisis: Phrases
    alone_on_the_road: Whole
    on_the_road: Phrases
    of_before: Phrases
    help: Set
    not_ok: Phrases
    not_ok_between: Whole
    fine: Whole
    not_not_ok: Phrases
    denied: Phrases
    helped: Phrases
    another_sense: Phrases
    by_somebody: Phrases
    afraid_of: Phrases
    afraid: Phrases
    frightens: Phrases
    done_by: Phrases
    deeds: Phrases
    does_to_me: Phrases
    not_near: Phrases
    not_afraid: Phrases
    for_want: Phrases
    turns_from_fear: Set
    goes_on: Phrases
    asked_for: Phrases
    beside_asked_for: Set
    not_asked_for: Phrases
    asked_instead: Phrases
    joins_names: Set
    did_too: Phrases
    as_well: Set
    did_again: Phrases
    again: Set
    of_a_hurt: Set
    somebody: Set
    he: Set
    him: Set
    undone: Set
    keeps_from: Phrases
    keeps_out: Whole
    leave_me: Phrases
    asks_you: Set
    things: Set


@dataclass(frozen=True, slots=True, eq=False)
class AskingForAPerson:
    """Asking to be rung, or being lost or frightened."""

    whole: Whole
    asks: Phrases
    afraid: Phrases
    not_asked: Phrases
    told_of: Phrases
    advocate: Phrases
    no_advocate: Phrases


@dataclass(frozen=True, slots=True, eq=False)
class ByThePhone:
    """What a phone writes by itself."""

    signed: Whole
    device: Set
    reactions: Set
    reaction_words: Set
    reacted_to: Set
    automatic: Phrases
    automatic_first: Phrases
    advice: Phrases


@dataclass(frozen=True, slots=True, eq=False)
class Stopping:
    """Asking for the texts to stop, or to begin again."""

    courtesy: Set
    texts: Phrases
    no_texts: Whole
    not_stopped: Phrases
    asks_why: Set
    asks_of: Set
    somebody: Set
    somebody_says: Set
    start_texts: Whole
    stop_now: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Commands:
    """Ways out of a question."""

    skip: Whole
    dont_know: Whole
    again: Whole
    back: Whole
    call_me: Whole
    pause: Whole
    no_more: Whole
    later: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Negation:
    """Words that turn an answer round or put it in doubt."""

    turns: Set
    but: Set
    doubt: Set
    others: Set
    asking: Set
    asking_of: Set
    asked_of: Set
    not_meant: Phrases


@dataclass(frozen=True, slots=True, eq=False)
class AllIsOk:
    """What says OK, and all that speaks against it."""

    greetings: Phrases
    before_own_name: Whole
    after_own_name: Set
    ok: Set
    quiet: Set
    of_oneself: Set
    as_good_as_home: Phrases
    beside_it: Phrases
    on_board: Phrases
    beside_ok: Set
    at: Whole
    no_harm: Phrases
    and_then: Set
    thanking: Set
    beside_thanks: Set
    thanked_for: Phrases
    against: Phrases
    denying: Set


@dataclass(frozen=True, slots=True, eq=False)
class Lateness:
    """Asking for more time."""

    late: Set
    with_late: Set
    not_just_late: Set
    numbered: Set
    numbers: Pairs


@dataclass(frozen=True, slots=True, eq=False)
class PlansForToday:
    """Not going today, and where the safe places are."""

    places: Set
    to_a_place: Whole
    not_going: Phrases
    going: Whole
    why: Whole
    beside_not_going: Set
    place: Set
    beside_place: Set


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """Words around an answer to a question."""

    harmless: Set
    turned: Set
    gloomy: Set
    before: Set
    after: Set
    no_hint: Set
    too_bare: Set
    judging: Set
    now: Set
    frames: Whole
    uncertain: Phrases
    polite: Phrases
    beside_bare: Set
    never_last: Set
    keeping: Set
    denied: Set
    showing: Set
    yes: Whole
    no: Whole
    number_words: tuple[str, ...]
    beside_numbers: Set
    between_numbers: Set


@dataclass(frozen=True, slots=True, eq=False)
class SecretWords:
    """What cannot be a secret word, besides everyday words."""

    our_words: Set


@dataclass(frozen=True, slots=True, eq=False)
class OneThought:
    """Texts that come in pieces, or take back what was said."""

    takes_back: Phrases
    leaves_open: Set


@dataclass(frozen=True, slots=True, eq=False)
class TimeOfDay:
    """A time that was asked for."""

    beside: Set
    half: Set
    past: Set
    to: Set
    parts: Pairs
    moments: Pairs
    numbers: Pairs


@dataclass(frozen=True, slots=True, eq=False)
class OwnWords:
    """What own words are: a worry, a wish, a question."""

    worries: Phrases
    no_worries: Phrases
    wishes: Phrases
    asking: Set
    meals: Phrases


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. Two are the same only if they are one: told apart quickly, kept once."""

    spelling: Spelling
    cries: Cries
    asking_for_a_person: AskingForAPerson
    by_the_phone: ByThePhone
    stopping: Stopping
    commands: Commands
    negation: Negation
    all_is_ok: AllIsOk
    lateness: Lateness
    plans_for_today: PlansForToday
    choices: Choices
    secret_word: SecretWords
    from_staff: FromStaff
    one_thought: OneThought
    time_of_day: TimeOfDay
    own_words: OwnWords
    of_staff: OfStaff

    def comparable(self, said: str) -> Comparable:
        """Read what was said in this language."""
        return comparable(said, self.spelling)

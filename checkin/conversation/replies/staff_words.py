"""The words of staff: what they text about an alert, and what is plainly good to say of one of them."""

from dataclasses import dataclass

from checkin.conversation.replies.phrases import Phrases, Set


@dataclass(frozen=True, slots=True, eq=False)
class FromStaff:
    """What staff text about an alert."""

    takes: Phrases
    thanks: Set
    gives_back: Phrases
    refuses: Phrases
    no_refusal: Phrases
    just_no: Phrases
    unfinished: Phrases
    all_of_them: Phrases
    of_two: Set
    doubts_all: Set
    any_of_them: Phrases
    asks_which: Phrases
    names_a_cry: Phrases
    cries: Set
    points_from: Set
    points_to: Set
    beside: Set
    a_lead: Set
    a_manager: Set


@dataclass(frozen=True, slots=True, eq=False)
class OfStaff:
    """What is plainly good to say of one of staff; whoever is named in other words does not read them."""

    denies: Set
    no_denial: Phrases
    not_with_me: Phrases
    is_alone: Phrases
    quiet: Set
    he: Set
    cries: Set
    asks: Phrases
    good: Phrases
    where: Phrases
    beside: Set
    doubtful: Phrases

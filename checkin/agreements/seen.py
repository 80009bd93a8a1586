"""What may be seen, and who looks: the facts that `seeing` decides by, and nothing else does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Someone who works here, and in which houses (ids); or is a contact outside some."""

    id: str
    houses: frozenset[str]
    outside_of: frozenset[str] = NOBODY


@dataclass(frozen=True, slots=True)
class ThePerson:
    """The person whose words these may be."""

    id: str


@dataclass(frozen=True, slots=True)
class OfTheCircle:
    """Family, a friend or an advocate of a person: sees what was shared with them, nothing yet."""

    id: str
    of: str


Viewer = StaffMember | ThePerson | OfTheCircle


@dataclass(frozen=True, slots=True)
class Team:
    """Who is who around one person: ids of active staff of their house, and what they are here."""

    staff: frozenset[str] = NOBODY
    keyworker: str | None = None
    cover: frozenset[str] = NOBODY  # named for day or night, or as lead or manager, by an agreement
    word_cover: frozenset[str] = NOBODY  # named so by the agreement that has the secret word
    team_leads: frozenset[str] = NOBODY
    managers: frozenset[str] = NOBODY
    owners: frozenset[str] = NOBODY  # of what was decided about their words
    outside: frozenset[str] = NOBODY  # contacts outside the house


@dataclass(frozen=True, slots=True)
class Around:
    """Whose it is, and who is around them."""

    person: str
    house: str
    team: Team = field(default_factory=Team)


@dataclass(frozen=True, slots=True)
class Was:
    """What became of one errand of a check-in, by staff ids: apart from what was said."""

    told: frozenset[str] = NOBODY
    refused: frozenset[str] = NOBODY
    waited: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """One check-in, as far as it decides who may see what was said in it."""

    around: Around
    seen_by: tuple[str, ...] = ()
    kept_from: frozenset[str] = NOBODY  # staff ids; hers or his to say, and above all else
    picked: frozenset[str] = NOBODY  # staff ids the person picked to see it
    unclear: bool = False  # nobody can tell from whom it is kept, or to whom it is shown
    on_pages: bool = True  # there it is said that all see it where nobody is picked
    sent: bool = True
    begun: bool = False  # what it asks is not sent; `sent` then says that something was told in it
    hurt_since: datetime | None = None  # when that was first told
    told_later: bool = False  # what is kept from somebody was told once it was sent, or is begun
    urgent: bool = (
        False  # it called for somebody at once (T15), or by text soon: no pick narrows it
    )
    called: bool = False  # those outside were called at once, whom the person picked or not
    unanswered: int = 0  # the step of the ladder outside the house: so often nobody took it
    refused: frozenset[str] = NOBODY  # were told of the words, and said that they cannot do it
    waited: int = 0  # the step of the ladder here, where nobody took it
    told: frozenset[str] = NOBODY  # were told of, or took, an alert that carries its words
    errands: Mapping[str, Was] = field(default_factory=dict)  # by alert: asked for beside the words
    promises: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # by loop: who was told of it
    named: frozenset[str] = (
        NOBODY  # are named in its own words (ids): it is never handed on to them
    )
    let_in_by: frozenset[str] = NOBODY  # who let in a device it came from that is not the person's
    hurt: bool = False  # somebody hurting them was told in it
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # whose `seen_by` differs
    not_told: frozenset[str] = NOBODY  # from whom outside it is kept what was never sent


@dataclass(frozen=True, slots=True)
class OfAPerson:
    """What everybody sees who works with a person: their page, photo, card, texts, agreements."""

    around: Around


@dataclass(frozen=True, slots=True)
class CheckIn:
    """That there is a check-in, and how it stands."""

    said: Said


@dataclass(frozen=True, slots=True)
class Words:
    """What was said in a check-in: its answers, notes beside them, voices, photos, drawings.

    `step`: at which step, where it is one answer. `opened`: for whom it is open now with a reason
    (staff ids), though it is for others. `page`: the page of it as a whole, on which what is kept
    from somebody is left out.
    """

    said: Said
    step: str = ""
    opened: frozenset[str] = NOBODY
    page: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert. `said`: the check-in it came from, if it came from one.

    `asked`: whom its ladder asked so far (staff ids), where an answer raised it and it can wait.
    `called_in`: who was told of it from beyond the house (staff ids), since nobody there could be.
    """

    around: Around
    said: Said | None = None
    calls_for_help: bool = False  # a call for help, or the secret word
    for_outside: bool = False  # it is there for the contacts outside the house alone
    left_unsent: bool = False  # it says that something was begun and left, and not what it was
    asked: frozenset[str] | None = None
    called_in: frozenset[str] = NOBODY
    tells_of: frozenset[str] = NOBODY  # a cry of nobody whom we know says that they do it


@dataclass(frozen=True, slots=True)
class Loop:
    """What a person said and what became of it. `said`: None for words of a text or a talk.

    `opened`: for whom it is open now with a reason (staff ids), as its words are.
    """

    around: Around
    said: Said | None = None
    step: str = ""
    concerns: frozenset[str] = NOBODY  # who read it, decided it, or does it
    opened: frozenset[str] = NOBODY


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """A text that holds the secret word."""

    around: Around


Thing = OfAPerson | CheckIn | Words | Alert | Loop | PrivateWords

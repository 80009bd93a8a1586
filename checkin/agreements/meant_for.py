"""For whom what was said is, by the words of `seen_by`: which of those who work here they name."""

from collections.abc import Mapping
from dataclasses import replace

from checkin.agreements.seen import NOBODY, Said, Team
from checkin.conversation.flows.does import SeenBy

PICKED: SeenBy = "who_i_pick"
EVERYBODY: SeenBy = "staff_on_shift"  # whoever works here comes on shift, and reads the handover


def at_step(said: Said, step: str) -> Said:
    """Return it as it stands at one step, whose `seen_by` may differ."""
    return replace(said, seen_by=said.steps.get(step.rpartition(".")[2], said.seen_by))


def for_all_here(said: Said) -> bool:
    """Say whether everybody who works here reads it, whoever is who around the person."""
    return not said.seen_by or EVERYBODY in said.seen_by


def is_for_all_somewhere(said: Said) -> bool:
    """Say whether everybody who works here reads some of it."""
    return for_all_here(said) or any(EVERYBODY in words for words in said.steps.values())


def is_for_some(said: Said) -> bool:
    """Say whether some of it is not for everybody who works here."""
    return not for_all_here(said) or bool(said.steps)


def meant_for(said: Said) -> frozenset[str]:
    """Return the staff that `seen_by` names; never nobody while anybody works here.

    A word that nobody knows names nobody: it closes, and does not open. Where nobody is named,
    it is for the managers; where there are none, for all.
    """
    team = said.around.team
    if for_all_here(said):
        return team.staff
    named = frozenset(one for word in said.seen_by for one in _named(word, team)) & team.staff
    away = said.let_in_by
    return (named - away) or (team.managers - away) or (team.staff - away)


def _named(word: str, team: Team) -> frozenset[str]:
    rules: Mapping[str, frozenset[str]] = {
        "cover": team.cover,
        "keyworker": frozenset({team.keyworker} if team.keyworker else ()),
        "team_lead": team.team_leads,
        "manager": team.managers,
        "owner": team.owners,
    }
    return rules.get(word, NOBODY)

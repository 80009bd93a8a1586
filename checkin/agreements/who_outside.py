"""Which contacts outside a house see what was said in it, and how it widens while nobody answers.

Those the person picked; all, where it is kept from a manager, where no one here may see it, and
where all who may said that they cannot, or nobody took what calls at once for half an hour, and where a
call for help rang only those from whom it is kept; where those do not answer, all outside; then,
within the hour, who leads here. Whoever was told there sees it still once somebody took it. Where those picked here cannot do it, or do not answer, it is for who leads;
where none of them can, or all of them are named in it, for those outside. Never for whom it is
kept from.
Source: flow-library.md M2, thresholds.md T15, trust.md A2.
"""

from checkin.agreements.ladder import EVERYBODY, OTHERS_OUTSIDE, WHO_LEADS
from checkin.agreements.seen import NOBODY, Said


def those_outside(said: Said, *, nobody_here: bool) -> frozenset[str]:
    """Return which contacts see what was sent in confidence; `nobody_here`: no one is left here."""
    team = said.around.team
    all_there = team.outside - said.kept_from
    named = said.picked & all_there
    if nobody_answers(said):
        return all_there
    if said.called or said.kept_from & team.managers or (nobody_here and not named):
        return all_there
    if not named and nobody_picked_can(said) and not who_leads_instead(said):
        return all_there
    widens = said.unanswered >= OTHERS_OUTSIDE or (said.unclear and said.urgent)
    return all_there if named and widens else named | (said.told & all_there)


def called_in_outside(said: Said) -> frozenset[str]:
    """Return which contacts are told of what was told in confidence, where nobody who may here can be.

    While it can wait, not before those here are asked in the place of whom the person picked.
    """
    waits = bool(said.picked) and not said.urgent and said.waited < OTHERS_OUTSIDE
    return NOBODY if waits else said.around.team.outside - said.kept_from


def told_of_left(said: Said) -> frozenset[str]:
    """Return who is told that something was begun and never sent; nobody reads what it was."""
    return said.around.team.outside - said.kept_from - said.not_told


def nobody_answers(said: Said) -> bool:
    """Say whether it calls at once, and nobody here took it for so long that all are rung."""
    return said.urgent and said.waited >= EVERYBODY


def who_leads_then(said: Said) -> frozenset[str]:
    """Return which managers here it is for, because nobody outside answered for so long.

    Nobody, where nobody can tell from whom it is kept.
    """
    waited = said.unanswered >= WHO_LEADS and not said.unclear
    return _who_leads(said) if waited else NOBODY


def nobody_picked_can(said: Said) -> bool:
    """Say whether those picked here all said that they cannot, or nobody took it for two steps."""
    picked = (said.picked & said.around.team.staff) - said.kept_from
    return bool(picked) and (picked <= said.refused or said.waited >= OTHERS_OUTSIDE)


def who_leads_instead(said: Said) -> frozenset[str]:
    """Return which managers here it is for, where those who were picked here cannot do it.

    Where what was said names them all, it is for those outside: it may be about them.
    """
    return _who_leads(said) - said.refused


def _who_leads(said: Said) -> frozenset[str]:
    """Return which managers it may be handed on to: none of whom it is kept from, or who is named in it.

    Nor who let in the device it came from, which is not the person's.
    """
    return said.around.team.managers - said.kept_from - said.let_in_by - said.named


def is_closed(said: Said) -> bool:
    """Say whether only those picked see it here: where somebody outside can see it in their place."""
    return said.unclear and bool(said.around.team.outside)

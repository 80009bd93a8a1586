"""What a step or a choice does beyond being kept: a closed list of words, each with its sentence.

Code knows these words and no name that a flow gives: a step or a choice may be renamed, and what
it does stays. The table in flows/README.md says the same.
"""

from collections.abc import Mapping
from typing import Literal

StepDoes = Literal["keeps_from", "shows_to", "talks_with", "judges_promise"]
ChoiceDoes = Literal[
    "asks_to_talk",
    "declines_day",
    "stops_asking",
    "says_hurt",
    "rings_advocate",
    "picks_time",
    "not_done",
]
SeenBy = Literal[
    "staff_on_shift", "cover", "keyworker", "team_lead", "manager", "owner", "who_i_pick"
]  # fmt: skip
WHO_I_PICK: SeenBy = "who_i_pick"
ON_SHIFT: SeenBy = "staff_on_shift"  # they read the handover
Judgement = Literal["better", "same", "worse"]  # what a point of a scale says of a promise
Verdict = Literal["better", "same", "worse", "not_done"]  # what a person may say of one
CountsFor = Literal["feeling_run", "checklist_gap", "confidence_drop", "plan_not_kept"]
"""Thresholds that count marks."""

WHAT_A_STEP_DOES: Mapping[StepDoes, str] = {
    "keeps_from": "Who is picked here never sees this, and is told nothing of it.",
    "shows_to": "Who is picked here may see this.",
    "talks_with": "The person wants to talk with who is picked here.",
    "judges_promise": "Says whether what we did helped: that closes the promise, or opens it again.",
}
WHAT_A_CHOICE_DOES: Mapping[ChoiceDoes, str] = {
    "asks_to_talk": "Staff are asked to talk with the person.",
    "declines_day": "The person is not going: nothing more is asked by text that day.",
    "stops_asking": "No other flow is asked that day. The texts of a journey go on.",
    "says_hurt": "Somebody was hurt: staff are told now, whatever was agreed.",
    "rings_advocate": "Somebody rings the person's advocate: whoever is told reads whom, and the number.",
    "not_done": "What we said we did did not happen: the promise is open again.",
    "picks_time": "The person picks a time of their own.",
}

SEEN_BY: Mapping[SeenBy, str] = {
    "staff_on_shift": "The staff who are on shift.",
    "keyworker": "The staff who knows the person best.",
    "cover": "Who answers at that time.",
    "owner": "Who took on the promise.",
    "team_lead": "The team lead.",
    "manager": "The manager.",
    "who_i_pick": "Who the person picks, and nobody else.",
}

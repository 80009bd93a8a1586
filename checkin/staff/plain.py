"""Levels and roles in the plain words of the staff pages."""

from collections.abc import Mapping

LEVELS: Mapping[str, tuple[str, str]] = {
    "now": ("NOW", "Act at once"),
    "soon": ("SOON", "Act in minutes"),
    "today": ("TODAY", "Act this shift"),
    "plan": ("PLAN", "For the next talk"),
}
ROLES: Mapping[str, str] = {
    "support_worker": "support worker",
    "team_lead": "team lead",
    "manager": "manager",
}

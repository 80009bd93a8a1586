"""How soon somebody must act: at once, in minutes, this shift, at the next talk.

Source: thresholds.md C.0 "Levels".
"""

from typing import Literal

Level = Literal["now", "soon", "today", "plan"]
LEVELS: tuple[Level, ...] = ("now", "soon", "today", "plan")
"""The soonest first."""

"""A phone company on this machine, for the demo and the tests; it speaks Twilio's protocol."""

from checkin.channels.text.stand_in.company import Fails, Hangs, KeepsThenHangs, Kept, StandIn
from checkin.channels.text.stand_in.doors import doors

__all__ = ["Fails", "Hangs", "KeepsThenHangs", "Kept", "StandIn", "doors"]

"""A phone company on this machine, for the demo and the tests; it speaks Twilio's protocol."""

from checkin.channels.text.stand_in.company import StandIn
from checkin.channels.text.stand_in.doors import doors
from checkin.channels.text.stand_in.fault import Fails, Hangs, KeepsThenHangs
from checkin.channels.text.stand_in.kept import Kept

__all__ = ["Fails", "Hangs", "KeepsThenHangs", "Kept", "StandIn", "doors"]

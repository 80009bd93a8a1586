"""What goes wrong at the phone company, in our words: refused, or nobody can say.

Source: alerts.md 2 (T3). A text that may have gone out is looked for before it is sent again.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from requests import ConnectionError as ConnectionBroken
from requests import ConnectTimeout, RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from urllib3.exceptions import NewConnectionError

from checkin.actions.sending import Refused, Unknown

# These speak of our account or of how much we ask, not of this one text: it may go later.
FOR_NOW = frozenset({401, 403, 404, 408, 429})
# The same, said with 400: our own number is not taken, or too much of ours waits there.
OF_OURS = frozenset({21212, 21603, 21606, 21611, 21659})
SERVER_FAULT = 500


@contextmanager
def in_our_words() -> Iterator[None]:
    """Raise `Refused` or `Unknown` for whatever goes wrong in this block."""
    try:
        yield
    except TwilioRestException as fault:
        raise _refused(fault.status, fault.code, fault.msg) from fault
    except TwilioServiceException as fault:
        raise _refused(fault.status, fault.code, fault.title) from fault
    except RequestException as fault:
        if _never_left(fault):
            raise Refused("The phone company cannot be reached.", permanent=False) from fault
        raise Unknown("The line to the phone company broke after we had asked.") from fault
    except (TwilioException, ValueError) as fault:
        raise Unknown("The phone company answered with something we cannot read.") from fault


def _refused(status: int, code: int | None, words: str) -> Refused:
    permanent = status < SERVER_FAULT and status not in FOR_NOW and code not in OF_OURS
    return Refused(f"The phone company says: {words}", code=str(code or ""), permanent=permanent)


def _never_left(fault: RequestException) -> bool:
    if isinstance(fault, ConnectTimeout):
        return True
    reason = getattr(fault.args[0], "reason", None) if fault.args else None
    return isinstance(fault, ConnectionBroken) and isinstance(reason, NewConnectionError)

"""How the database says that it cannot keep anything just now: locked, full or gone."""

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

OUT_OF_REACH = (OperationalError, InterfaceError, NoConnectionFree)

"""The tables, a file for each part of the story; importing this package declares them all."""

from checkin.storage.tables.agreements import AgreementRow, AgreementVersionRow, AgreementViewRow
from checkin.storage.tables.alerts import AlertRow, AlertStepRow, BeatRow, HelpPressRow, OutageRow
from checkin.storage.tables.answers import AnswerRow, MediaRow, NoteRow
from checkin.storage.tables.base import Base, Moment, Phone, db, new_id
from checkin.storage.tables.check_ins import CheckInRow, FlowVersionRow
from checkin.storage.tables.devices import DeviceRow, EnrolCodeRow
from checkin.storage.tables.doors import TryRow
from checkin.storage.tables.loops import LoopDecisionRow, LoopRow
from checkin.storage.tables.messages import (
    BundleRow,
    HeardRow,
    MessageRow,
    NothingGoesOutRow,
    ReceiptRow,
)
from checkin.storage.tables.openings import OpeningRow
from checkin.storage.tables.own import (
    HandoverReadRow,
    OwnLineRow,
    OwnPhotoRow,
    OwnSetRow,
    ProfileFieldRow,
)
from checkin.storage.tables.people import (
    CircleRow,
    HouseRow,
    PersonRow,
    PhoneChangeRow,
    PlaceRow,
    SecretWordRow,
)
from checkin.storage.tables.record import RecordRow
from checkin.storage.tables.staff import Role, Staff, outside_contacts, staff_houses, staff_roles
from checkin.storage.tables.words_of_staff import AnswerToStaffRow, WordsOfStaffRow

__all__ = [
    "AgreementRow",
    "AgreementVersionRow",
    "AgreementViewRow",
    "AlertRow",
    "AlertStepRow",
    "AnswerRow",
    "AnswerToStaffRow",
    "Base",
    "BeatRow",
    "BundleRow",
    "CheckInRow",
    "CircleRow",
    "DeviceRow",
    "EnrolCodeRow",
    "FlowVersionRow",
    "HandoverReadRow",
    "HeardRow",
    "HelpPressRow",
    "HouseRow",
    "LoopDecisionRow",
    "LoopRow",
    "MediaRow",
    "MessageRow",
    "Moment",
    "NoteRow",
    "NothingGoesOutRow",
    "OpeningRow",
    "OutageRow",
    "OwnLineRow",
    "OwnPhotoRow",
    "OwnSetRow",
    "PersonRow",
    "Phone",
    "PhoneChangeRow",
    "PlaceRow",
    "ProfileFieldRow",
    "ReceiptRow",
    "RecordRow",
    "Role",
    "SecretWordRow",
    "Staff",
    "TryRow",
    "WordsOfStaffRow",
    "db",
    "new_id",
    "outside_contacts",
    "staff_houses",
    "staff_roles",
]

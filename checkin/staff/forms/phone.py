"""The phone that a person texts from: the form that changes it."""

from typing import Any

from wtforms import StringField
from wtforms.validators import ValidationError

from checkin.phone_numbers.reading import Number, read_number
from checkin.staff.forms.keeps_others import KeepsOthers


class PhoneForm(KeepsOthers):
    """The phone that a person texts from."""

    phone = StringField("Their mobile")
    kept: str | None = None

    def __init__(self, countries: tuple[str, ...], **values: Any) -> None:
        self.countries = countries
        super().__init__(**values)

    def validate_phone(self, field: StringField) -> None:
        """Read it as it is kept, or say what to write."""
        if not field.raw_data:
            raise ValidationError("Write the number of their mobile, or leave the field empty.")
        if not (field.data or "").strip():
            return
        match read_number(field.data, "text", self.countries):
            case Number(kept):
                self.kept = kept
            case refused:
                raise ValidationError(refused.words)

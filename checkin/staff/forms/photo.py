"""A photo that a person picked, and what it shows."""

from collections.abc import Mapping

from flask_wtf.file import FileField
from wtforms import SelectField

from checkin.staff.forms.fields import choices_of
from checkin.staff.forms.plain import PlainForm


class PhotoForm(PlainForm):
    """Their face, or an idea they want to see as a photo of their own."""

    concept = SelectField("What it shows", default="")
    photo = FileField("A photo that they picked")

    def offer(self, called: str, ideas: Mapping[str, str]) -> "PhotoForm":
        """Offer their face and these ideas, and return the form."""
        self.concept.choices = choices_of({"": f"{called}’s face", **ideas})  # noqa: RUF001 (as pages write it)
        self.photo.label.text = f"A photo that {called} picked"
        return self

    @property
    def picture(self) -> bytes:
        """The bytes of the photo; none where no file came."""
        return self.photo.data.read() if self.photo.data else b""

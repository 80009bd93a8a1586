"""What every part of a flow or an agreement keeps to: no key that is not named, one name or many."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


def one_or_many(value: object) -> object:
    """Read `tablet` as `[tablet]`, so that a list of one may be written plainly."""
    return [value] if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]


class Part(BaseModel):
    """Anything in a flow or an agreement: unchangeable, and with no key that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

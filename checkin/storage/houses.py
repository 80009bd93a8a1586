"""The houses that people live in."""

from sqlalchemy import select

from checkin.storage.tables import AgreementRow, DeviceRow, HouseRow, PersonRow, db


def house(house_id: str) -> HouseRow:
    """Return one house."""
    return db.session.get_one(HouseRow, house_id)


def house_named(name: str) -> HouseRow | None:
    """Return the house with this name, in capitals or not, and however it is spaced."""
    same = _plain_name(name)
    houses = db.session.scalars(select(HouseRow).order_by(HouseRow.name, HouseRow.id))
    return next((one for one in houses if _plain_name(one.name) == same), None)


def names() -> list[str]:
    """Return what the houses are called, by name."""
    return [*db.session.scalars(select(HouseRow.name).order_by(HouseRow.name, HouseRow.id))]


def ids() -> list[str]:
    """Return the ids of the houses."""
    return [*db.session.scalars(select(HouseRow.id).order_by(HouseRow.id))]


def is_open(house_id: str) -> bool:
    """Say whether a house has let a device in, or agreed something with anybody."""
    device = select(DeviceRow.id).where(DeviceRow.house_id == house_id).limit(1)
    agreed = (
        select(AgreementRow.id)
        .join(PersonRow, PersonRow.id == AgreementRow.person_id)
        .where(PersonRow.house_id == house_id)
        .limit(1)
    )
    return any(db.session.scalar(one) is not None for one in (device, agreed))


def _plain_name(name: str) -> str:
    return " ".join(name.split()).casefold()

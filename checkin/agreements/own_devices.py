"""A device of a person's own shows what they say in confidence: a manager looks at each that is let in.

Source: trust.md A2 and row 22.
"""

from checkin.agreements.happened import OwnDevice, Person
from checkin.agreements.reached import Reached

OWN_DEVICE = "own_device"  # the kind of its task


def own_device(device: OwnDevice, person: Person) -> Reached:
    """Return what a manager is to do: ask the person whether it is theirs, or who let it in, why."""
    if device.not_theirs:
        return _not_theirs(device, person)
    return Reached(
        kind=OWN_DEVICE,
        level="plan",
        key=f"{OWN_DEVICE}:{device.device_id}",
        group=group_of(device.device_id),
        title=f"{person.name} has a new device of their own: {device.label}.",
        what=(f"{device.by} let it in.", f"Ask {person.name}: is this yours?"),
        about="service",
        task=True,
        for_staff=device.manager,
    )


def _not_theirs(device: OwnDevice, person: Person) -> Reached:
    key = f"{OWN_DEVICE}:{device.device_id}:not theirs"
    return Reached(
        kind=OWN_DEVICE,
        level="soon",
        key=key,
        group=key,
        title=f"{person.name} says that a device is not theirs: {device.label}.",
        what=(f"{device.by} let it in as {person.name}'s own.", "It was turned away. Ask why."),
        about="service",
        for_staff=device.manager,
    )


def device_of(kind: str, key: str) -> str | None:
    """Return which device an alert with this key is about, if it is about one."""
    return key.split(":")[1] if kind == OWN_DEVICE else None


def group_of(device_id: str) -> str:
    """Return the group of the task about one device."""
    return f"{OWN_DEVICE}:{device_id}"

"""A device of a person's own shows what they say in confidence: not before it is known to be theirs.

They say that it is, on a device which they used before; and so does somebody who leads, who did not
let it in. Until then it shows what was sent from it, and nothing else.
Source: trust.md A2 and rows 5 and 22.
"""

from dataclasses import dataclass
from datetime import timedelta

from checkin.agreements.happened import Denied, OwnDevice, Person
from checkin.agreements.reached import Reached

OWN_DEVICE = "own_device"  # the kind of its task
CODE_LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of whose a device is.

    `by`: who let it in; `elsewhere`: the person can say it, on one let in before its code was made.
    """

    by: str | None
    theirs: bool
    cleared: bool
    elsewhere: bool

    @property
    def is_theirs(self) -> bool:
        """Whether both have said so: it waits no more."""
        return self.theirs and self.cleared

    def may_be_cleared_by(self, staff_id: str) -> bool:
        """Say whether this one, who leads, may say so: never who let it in.

        They read first on which device the person said it, where there is one to say it on.
        """
        asked = self.theirs or not self.elsewhere
        return asked and not self.cleared and staff_id != self.by


def waits_for(known: Known, name: str, by: str) -> tuple[str, ...]:
    """Return for staff what a device waits for; `by`: what who let it in is called."""
    asks = f"{name} to say that it is theirs, on a tablet they used before"
    if not known.elsewhere:
        asks = f"{name} to tell them that it is theirs: there is no other tablet to say so on"
    leads = f"somebody who leads, not {by}, to say so"
    left = [said for said, done in ((asks, known.theirs), (leads, known.cleared)) if not done]
    return (f"Waits for {', and for '.join(left)}.", "It shows only what was sent from it.")


def said_so(name: str, on: str, by: str | None, when: str) -> str:
    """Return for staff on which device the person said it, who let that in, and when ("at 10:05")."""
    let_in = f"which {by} let in, " if by else ""
    return f"{name} said that it is theirs on {on}, {let_in}{when}."


def waits_for_you(known: Known, by: str) -> tuple[str, ...]:
    """Return for the person what a device of theirs waits for."""
    you = "Say on a tablet you used before: it is mine."
    if not known.elsewhere:
        you = "Show it to somebody who leads here."
    look = f"Somebody who leads has to look at it. Not {by}."
    return tuple(said for said, done in ((you, known.theirs), (look, known.cleared)) if not done)


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A device that is not known to be the person's own, as it is now.

    `by`: what who let it in is called, and on which day ("Thu 26 Nov"). `denied`: what the person
    said of it; `turned_away`: it is let in no more.
    """

    label: str
    by: str
    day: str
    denied: Denied | None = None
    turned_away: bool = False


def from_whom(device: NotKnown, name: str) -> str:
    """Return for staff what is known of who wrote what was answered on it."""
    let_in = f"From {device.label}, which {device.by} let in on {device.day}."
    nobody = "Nobody knows who wrote this."
    match device:
        case NotKnown(denied="no"):
            return f"{let_in} {name} says that this device is not theirs. {nobody}"
        case NotKnown(denied="dont_know"):
            return f"{let_in} {name} does not know whether this device is theirs. {nobody}"
        case NotKnown(turned_away=True):
            return f"{let_in} It was turned away, and was never known to be {name}'s."
        case _:
            return f"{let_in} It is not known to be {name}'s."


def whose_is(device: NotKnown, name: str) -> str:
    """Return for staff what is known of whose it is, where nothing was written on it."""
    match device:
        case NotKnown(denied="no"):
            return f"{name} says that {device.label} is not theirs. Nobody knows who pressed."
        case NotKnown(denied="dont_know"):
            return f"{name} does not know whether {device.label} is theirs."
        case NotKnown(turned_away=True):
            return f"{device.label} was turned away, and was never known to be {name}'s."
        case _:
            return f"{device.label} is not known to be {name}'s."


def not_from_you(device: NotKnown) -> str:
    """Return for the person whether what was answered on it is theirs."""
    match device.denied:
        case "no":
            return "This came from a device that is not yours."
        case "dont_know":
            return "This came from a device. You do not know if it is yours."
        case _:
            return "This came from a device. Nobody knows yet if it is yours."


def you_said_not_yours(label: str, denied: Denied | None) -> tuple[str, ...]:
    """Return for the person that what they said of a device was heard, and what became of it."""
    said = f"You said: {label} is not yours."
    if denied == "dont_know":
        said = f"You said: I do not know if {label} is mine."
    return (said, "It was turned away.")


def own_device(device: OwnDevice, person: Person) -> Reached:
    """Return what a manager is to do: ask the person whether it is theirs, or who let it in, why."""
    if device.denied:
        return _denied(device, person)
    return Reached(
        kind=OWN_DEVICE,
        level="plan",
        key=f"{OWN_DEVICE}:{device.device_id}",
        group=group_of(device.device_id),
        title=f"{person.name} has a new device of their own: {device.label}.",
        what=(
            f"{device.by} let it in.",
            f"Ask {person.name}: is this yours?",
            "Then say so on the page Tablets. Until then it shows only what was sent from it.",
        ),
        about="service",
        task=True,
        for_staff=device.manager,
    )


def _denied(device: OwnDevice, person: Person) -> Reached:
    key = denied_key(device.device_id)
    says = "says that a device is not theirs"
    if device.denied == "dont_know":
        says = "does not know whether a device is theirs"
    return Reached(
        kind=OWN_DEVICE,
        level="soon",
        key=key,
        group=key,
        title=f"{person.name} {says}: {device.label}.",
        what=(f"{device.by} let it in as {person.name}'s own.", "It was turned away. Ask why."),
        about="service",
        for_staff=device.manager,
    )


def denied_key(device_id: str) -> str:
    """Return the key of the alert that a person does not say that a device is theirs."""
    return f"{OWN_DEVICE}:{device_id}:not theirs"


def device_of(kind: str, key: str) -> str | None:
    """Return which device an alert with this key is about, if it is about one."""
    return key.split(":")[1] if kind == OWN_DEVICE else None


def group_of(device_id: str) -> str:
    """Return the group of the task about one device."""
    return f"{OWN_DEVICE}:{device_id}"

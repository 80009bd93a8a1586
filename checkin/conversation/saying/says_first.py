"""A text that asks says first what is so: after its greeting, where it greets by name."""


def says_first(text: str, first: str, name: str) -> str:
    """Return the text with this said first: "Hi Dev. Marcus will ring you. Are you there?"."""
    greeting, called, asks = text.partition(f"{name}. ")
    if not called or "." in greeting:
        return f"{first} {text}"
    return f"{greeting}{called}{first} {asks}"

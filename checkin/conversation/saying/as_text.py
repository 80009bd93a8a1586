"""What is said next in a conversation, as one text: the question, then what can be picked."""

from collections.abc import Sequence

from checkin.conversation.flows.gsm7 import plain
from checkin.conversation.talking.prompt import Prompt


def as_text(prompt: Prompt, who_sees: str = "") -> str:
    """Return a prompt as a text, a sentence a line, each choice with the number that picks it.

    A flow may give a question shorter words for a text. `who_sees` ("Marcus will see this.") is
    said with the first question (screens.md check 48). Letters that cost double become plain.
    """
    said = [prompt.text] if prompt.text else [*prompt.lines]
    picks = [f"{number} {option.label}" for number, option in enumerate(prompt.options, start=1)]
    first = prompt.number == 1 and prompt.attempt == 1
    sees = [who_sees] if who_sees and first else []
    back = [prompt.said_back] if prompt.said_back else []
    return plain("\n".join([*back, *said, *picks, *sees]))


def all_as_text(prompts: Sequence[Prompt], who_sees: str = "") -> str:
    """Return all that is said in one turn as one text: words that need no answer come first."""
    return "\n".join(as_text(prompt, who_sees) for prompt in prompts)

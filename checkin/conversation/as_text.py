"""What is said next, as one text to a phone: the question, then what can be answered.

Source: texts.md section D "Outgoing text".
"""

from checkin.conversation.gsm7 import plain
from checkin.conversation.talk import Prompt


def as_text(prompt: Prompt) -> str:
    """Return a prompt as plain words: a line for each sentence, numbered options last."""
    said = (prompt.said_back,) if prompt.said_back else ()
    if prompt.text and prompt.attempt == 1:
        return plain("\n".join((*said, prompt.text)))
    numbered = [f"{number} {one.label}" for number, one in enumerate(prompt.options, start=1)]
    return plain("\n".join((*said, *prompt.lines, *numbered)))

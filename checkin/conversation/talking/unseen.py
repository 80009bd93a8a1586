"""A question where nothing is shown of what was said before it: it offers the same, whatever that was."""

from collections.abc import Sequence
from dataclasses import replace

from checkin.conversation.replies.option import Option
from checkin.conversation.talking.about import Listed
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import Picked, Reply, Skip


def unseen(prompt: Prompt, everybody: Sequence[Listed], said_back: str) -> Prompt:
    """Return it so. `everybody`: whose faces it offers, with those it left out; nobody where it leaves out none."""
    faces = tuple(Option(one.key, one.label, picture=one.picture) for one in everybody)
    keys = {one.key for one in faces}
    others = tuple(one for one in prompt.options if one.key not in keys)
    return prompt._replace(given=None, said_back=said_back, options=(*faces, *others))


def as_offered(reply: Reply | None, prompt: Prompt, shown: Prompt) -> Reply | None:
    """Return a reply to what was shown so without those the question leaves out: to pick them picks nobody."""
    if not isinstance(reply, Picked):
        return reply
    left_out = {one.key for one in shown.options} - {one.key for one in prompt.options}
    if left_out.isdisjoint(reply.choices):
        return reply
    choices = tuple(one for one in reply.choices if one not in left_out)
    return replace(reply, choices=choices) if choices else Skip()

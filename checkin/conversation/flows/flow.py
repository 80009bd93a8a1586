"""What a flow is: the shape of a conversation as a support worker writes it in YAML.

Source: flow-language.md. Every scalar arrives as a string; models such as these convert and refuse.
A loaded flow carries its scales, so that one version holds all it needs.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from checkin.conversation.flows.part import Names, Part, one_or_many
from checkin.conversation.flows.step import Choice, Step

Channel = Literal["tablet", "text", "call"]


class ScalePart(Part):
    """A scale of the library: its points from good to not good, and the topics it suits."""

    topics: Names
    points: Mapping[str, Choice]


class Message(Part):
    """A text that is no conversation: a reminder, a thank-you, "we will ring you"."""

    text: str
    note: str | None = None


class Flow(Part):
    """One conversation, or one file of messages."""

    flow: str
    title: str
    purpose: str
    agreed_with: str
    language: str
    channels: Annotated[tuple[Channel, ...], BeforeValidator(one_or_many)]
    seen_by: Names
    may_start: Literal["person"] | None = None  # who may begin it, besides as agreed
    steps: Mapping[str, Step] = Field(default_factory=dict)
    messages: Mapping[str, Message] = Field(default_factory=dict)
    scales: Mapping[str, ScalePart] = Field(default_factory=dict)  # filled when loaded

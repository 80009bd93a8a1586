"""What a phone writes by itself: a signature, a reaction that quotes us, an automatic answer.

None of it is the person speaking. What they sent is kept whole; only the reading leaves it out.
Source: texts.md B.4.
"""

import re
import unicodedata

from checkin.conversation.replies.normal import LONGEST_READ, as_phrases, heard
from checkin.conversation.replies.phrases import Words, each, holds_any, phrase_at, without_any

_SIGNED = re.compile(r"(?:^|(?<=\s))(?:sent (?:from|via|by|with|using)|get outlook for)\b", re.I)
_DEVICE = each(
    """my the a an i phone ipad ipod mac apple watch samsung galaxy smartphone smart android mobile cell device
    tablet huawei pixel google nokia motorola moto oneplus xiaomi redmi honor oppo sony xperia blackberry windows
    yahoo mail gmail outlook aol bt email app for on with from via iphone ee vodafone three giffgaff o2 network
    wireless 4g 5g auto messages message internet pro max mini plus ultra se""",
)
_CUT = re.compile(r"^[-_\u2013\u2014]{2,} ?$", re.MULTILINE)
LONGEST_SIGNATURE = 12  # words below a line of dashes; more is a letter, and read

_QUOTES = '\u201c\u201d\u201e\u00ab\u00bb"'
_REACTION = re.compile(
    r"^\W*(?:(?:dis)?liked|loved|laughed at|emphasi[sz]ed|questioned|removed an? [\w ]{1,20} from"
    r"|(?:reacted|tapped)\b.{0,12}?\bto|reacted with .{1,12}? to|[^\w\s]{1,8}\s*to)"
    rf"\s*(?::\s*)?[{_QUOTES}](?:.*[{_QUOTES}]|.*\Z)",
    re.IGNORECASE | re.DOTALL,
)
_REACTED_TO_A_THING = re.compile(
    r"^\W*(?:(?:dis)?liked|loved|laughed at|emphasi[sz]ed|questioned) (?:an?|\d+) "
    r"(?:photo|image|picture|video|movie|message|voice message|sticker|attachment|gif)s?\W*$",
    re.IGNORECASE,
)
_QUOTED_LINE = re.compile(r"^\s*>.*$|^\s*on .{4,80}\bwrote:\s*$", re.IGNORECASE | re.MULTILINE)


def without_quotes(text: str) -> str:
    """Leave out a reaction with the words it quotes, and the lines of ours that an e-mail repeats."""
    seen = text if text.isascii() else "".join(c for c in text if unicodedata.category(c) != "Cf")
    if _REACTED_TO_A_THING.match(seen[:LONGEST_READ]):
        return ""
    rest, found = _REACTION.subn("", seen[:LONGEST_READ], count=1)
    rest, more = _QUOTED_LINE.subn("", rest)
    return rest if found or more else text


def without_signature(text: str) -> str:
    """Leave out "Sent from my ..." and what stands below a line of dashes.

    Only where nothing but the name of a device follows: "sent from my mums phone help" is words.
    """
    cut = _CUT.search(text)
    if cut and cut.start() and len(heard(text[cut.end() :]).words) <= LONGEST_SIGNATURE:
        text = text[: cut.start()]
    for signed in _SIGNED.finditer(text):
        if _DEVICE.issuperset(heard(text[signed.end() :]).typed):
            return text[: signed.start()]
    return text


_AUTOMATIC = as_phrases(
    "driving with do not disturb", "do not disturb while driving", "sent by android auto", "i am driving right now",
    "not receiving notifications", "have notifications silenced", "has notifications silenced", "notifications turned off",
    "out of office", "out of the office", "away from the office", "on annual leave", "auto reply", "automatic reply",
    "automatic response", "auto response", "autoreply", "automated message", "automated reply", "automated response",
    "this is an automated", "this is an automatic", "run out of credit", "have no credit left", "credit is low", "top up to",
    "top up now", "top up your", "not here right now leave a message", "not here right now please leave", "leave a message after",
    "leave your message", "mailbox is full", "inbox is full", "inbox is not monitored", "number is not monitored",
    "do not reply to this", "cannot reply to this", "can not reply to this", "message could not be delivered",
    "message not delivered", "not able to receive", "does not accept", "cant talk now what is up", "cant talk right now what is up",
    "will see your message when", "will reply as soon as i can", "get back to you as soon as", "thank you for your message we",
    "thanks for your message we", "thanks for contacting", "thanks for texting us", "your call is important",
    "is temporarily unavailable", "your balance is", "your bundle", "your data allowance", "verification code",
    "security code is", "one time passcode",
)  # fmt: skip
_AUTOMATIC_FIRST = as_phrases(
    "missed call from", "missed call", "you have a missed call", "voicemail from", "you have a new voicemail",
    "you have a voicemail", "you have 1 new voicemail", "the person you", "the number you", "this mailbox",
)  # fmt: skip
# A robot tells everybody where to ring; that is no cry.
_ADVICE = as_phrases(
    "in an emergency call 999", "in an emergency ring 999", "in an emergency dial 999", "in emergency call 999",
    "in emergency ring 999", "if it is an emergency call 999", "if it is an emergency ring 999", "if it is an emergency dial 999",
    "if this is an emergency call 999", "if this is an emergency ring 999", "if this is an emergency dial 999",
    "if you are in danger call 999", "if you are in danger ring 999", "for emergencies call 999", "for emergencies ring 999",
    "for an emergency call 999", "for an emergency ring 999", "in an emergency please call 999", "in an emergency please ring 999",
    "if this is an emergency please call 999", "if this is an emergency please ring 999", "if you need urgent help call 999",
    "if you need urgent help ring 999", "if you need help call 999", "if you need help ring 999",
)  # fmt: skip


def is_automatic(words: Words) -> bool:
    """Whether a phone, a network or a robot wrote it: driving, out of office, no credit."""
    return holds_any(words, _AUTOMATIC) or bool(words and phrase_at(words, 0, _AUTOMATIC_FIRST))


def without_advice(words: Words) -> Words:
    """Leave out where a robot tells everybody to ring."""
    return without_any(words, _ADVICE)

"""Promises of when we ask, wait and text."""

from checkin.promised.promise import Promise

WHEN_WE_ASK = (
    Promise(
        "is today",
        ("It is {group} today.",),
        "An agreement in force says so of this day of the week.",
        "checkin.actions.about",
    ),
    Promise(
        "asks at",
        (
            "We ask you again at {time}.",
            "The next one is {day} at {time}.",
            "Your first text is at {time}.",
            "Until someone answers, the text still comes at {time}.",
        ),
        "At that time of that day a text asks.",
        "checkin.storage.which_check_ins",
    ),
    Promise(
        "did not ask",
        ("We did not ask you at {times}.",),
        "No text asked what was planned for that time, and staff are told so.",
        "checkin.actions.texts_of_misses",
    ),
    Promise(
        "waits until",
        ("We will wait until {time}.", "We wait until {time}."),
        "Until then nobody is told that there was no answer; soon after it somebody is.",
        "checkin.agreements.lateness",
    ),
    Promise(
        "no more",
        ("No more texts today.", "We ask nothing today, {who}."),
        "No text asks anything more that day.",
        "checkin.actions.cancel_today",
    ),
    Promise(
        "stopped",
        ("We have stopped these texts.",),
        "No text asks anything, until START.",
        "checkin.actions.stop_texts",
    ),
    Promise(
        "asks what you want",
        ("Somebody here will ask you what you want.",),
        "It stands on the list of somebody here.",
        "checkin.agreements.tasks",
    ),
    Promise(
        "still open",
        ("The one of {time} is still open.",),
        "An OK is taken for it.",
        "checkin.actions.stop_texts",
    ),
    Promise(
        "on again",
        ("Texts are on again today.", "We will text you today, as agreed."),
        "Another text asks that day.",
        "checkin.actions.cancel_today",
    ),
    Promise(
        "asks later",
        ("We will ask you later.",),
        "It stands on My page again, later that day or on the next.",
        "checkin.actions.wait_until_later",
    ),
    Promise(
        "does not ask",
        ("We will not ask this time.", "We will not ask more today."),
        "It does not stand on My page any more that day.",
        "checkin.actions.stop_asking",
    ),
    Promise(
        "quiet until",
        ("It is quiet time until {time}.",),
        "Nothing makes a sound or asks before that time.",
        "checkin.channels.tablet.quiet_time",
    ),
    Promise(
        "how long",
        (
            "{n} questions.",
            "{n} question.",
            "This has {n} questions.",
            "About {n} questions.",
            "This has about {n} questions.",
            "About {n} minutes.",
            "About {n} minute.",
        ),
        "So many questions come. It is about so many where an answer brings more, or leaves some out.",
        "checkin.conversation.talking.road",
    ),
)

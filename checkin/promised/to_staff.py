"""Promises to staff who text us about an alert."""

from checkin.promised.promise import Promise

TO_STAFF = (
    Promise(
        "you have it",
        ("You have it: {words}",),
        "Whoever texted took it, and has it still.",
        "checkin.actions.take_alert",
    ),
    Promise(
        "another has it",
        ("{who} has it already: {words}",),
        "This one took it before.",
        "checkin.actions.take_alert",
    ),
    Promise(
        "tells another",
        (
            "We are telling {who} now: {words}",
            "We are asking {who} too: {words}",
            "We have asked {who} already: {words}",
            "You had this a while, so we told {who}: {words}",
        ),
        "A call or a text about it goes, or went, to these.",
        "checkin.actions.give_back",
    ),
    Promise(
        "asks again",
        (
            "We will ask {who} again: {words}",
            "We will tell you again: {words}",
            "Everybody here was asked.",
            "Nobody else here can be asked.",
        ),
        "While nobody takes it, it comes again to these.",
        "checkin.agreements.ladder",
    ),
)

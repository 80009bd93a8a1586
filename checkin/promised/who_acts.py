"""Promises of who does something about what a person says, and by when."""

from checkin.promised.promise import Promise

WHO_ACTS = (
    Promise(
        "told at once",
        ("{who} will be told at once.",),
        "When it is sent, their phones ring, or a text goes to them, in the same minute.",
        "checkin.actions.effect_of_sending",
    ),
    Promise(
        "told soon",
        ("{who} will be told in a few minutes.",),
        "When it is sent, a text goes to them within five minutes.",
        "checkin.actions.effect_of_sending",
    ),
    Promise(
        "told within the hour",
        ("If nobody answers within the hour, {who} will be told too.",),
        "After an hour without an answer, a text or a call has gone to them as well.",
        "checkin.agreements.ladder",
    ),
    Promise(
        "looks by",
        (
            "{who} will look at this {day}.",
            "{who} will look at this.",
            "{who} will read your words {day}.",
            "{who} will read this {day}.",
            "{who} will read what you want {day}.",
            "{who} will read your question {day}.",
        ),
        "It stands on their list, to be done by that day; or nobody has read the words, and who reads"
        " them is late after that day.",
        "checkin.actions.what_became",
    ),
    Promise(
        "can read",
        ("{who} can read this.",),
        "These can open it. Nothing in it waits to be read or done, so nobody has to.",
        "checkin.actions.what_became",
    ),
    Promise(
        "rings your advocate",
        ("{who} will ring your advocate {day}.", "{who} will ring your advocate."),
        "It stands on their list, to be done by that day, with whom to ring and the number.",
        "checkin.agreements.advocate",
    ),
    Promise(
        "not done yet",
        (
            "Nobody has rung your advocate yet.",
            "Nobody has talked to you yet.",
            "Nobody has looked at this yet.",
            "Nobody has this yet.",
        ),
        "It was to be done by then, is open, and nobody took it.",
        "checkin.actions.who_will",
    ),
    Promise(
        "left unsent",
        (
            "If someone hurt you and you do not send it, we tell {who}.",
            "If you do not send it, we tell {who} within the hour that you began.",
            "If you throw it away, we tell {who} that you began.",
            "We let people outside your home know that you began.",
            "They cannot read it.",
            "If you send it so, we tell {who}.",
            "We let people outside your home know that words were changed.",
            "They cannot read the old words.",
        ),
        "Begun and left, a hurt is told to those outside within the hour, without a word of it; what is thrown away, or changed and then sent, at once.",
        "checkin.agreements.left_unsent",
    ),
    Promise(
        "talks by",
        (
            "{who} will talk to you {day}.",
            "{who} will talk to you.",
            "We will look at your morning plan.",
        ),
        "It stands on the list of whoever leads, to be done by that day.",
        "checkin.channels.tablet.plan_not_kept",
    ),
    Promise(
        "you agreed",
        ("You agreed: {quoted}",),
        "These words stand in an agreement with the person that is in force.",
        "checkin.actions.effect_of_sending",
    ),
    Promise(
        "nobody told",
        ("Nobody here will be told.",),
        "No text and no call goes to anybody who works there.",
        "checkin.actions.nobody_told",
    ),
    Promise(
        "can be rung",
        ("You can ring {who}: {number}.",),
        "This is the number of that contact outside the house, or of their own advocate.",
        "checkin.actions.nobody_told",
    ),
    Promise(
        "must act",
        (
            "If someone hurts you, we must act.",
            "We will tell you first.",
            "If you are not safe, we may have to tell someone.",
            "We will tell you first if we can.",
        ),
        "The page names whom we tell before anything is sent.",
        "checkin.actions.effect_of_sending",
    ),
    Promise(
        "somebody acts",
        (
            "Someone will help you.",
            "Someone will talk with you.",
            "Someone will still look at it.",
            "Staff will talk to you before you go.",
            "We will tell staff when you send this.",
            "We will ask for a talk when you send this.",
            "We will look at it again.",
            "We will look at it with you.",
            "We will help you change it.",
            "We will sit with you and talk about it.",
            "We will talk about it with you.",
            "We will talk with you.",
            "We will talk with you first.",
            "We will talk with you about your tablets.",
        ),
        "Once it is sent, it stands on the list of somebody who works there.",
        "checkin.agreements.thresholds",
    ),
    Promise(
        "plan seen",
        ("Staff will see your plan.",),
        "The plan stands on the handover, in the person's own words.",
        "checkin.staff.handover",
    ),
    Promise(
        "told what we did",
        ("We will tell you what we did.", "We will tell you what we do.", "We have your words."),
        "The words stand on You said, we did, until they are answered there.",
        "checkin.actions.loops",
    ),
)

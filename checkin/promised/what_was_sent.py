"""Promises of what became of a person's answers."""

from checkin.promised.promise import Promise

WHAT_WAS_SENT = (
    Promise(
        "not sent",
        ("We have not sent your answers.", "Nobody will see them."),
        "Nobody who works there can open them.",
        "checkin.actions.wait_until_later",
    ),
    Promise(
        "kept",
        ("Your answers are kept.",),
        "They are there when the person carries on.",
        "checkin.actions.keep_answers",
    ),
    Promise(
        "not read",
        ("Staff will not read it.", "Staff will not read your words."),
        "Nobody who works there can open it any more.",
        "checkin.actions.take_back",
    ),
    Promise(
        "opened before",
        ("{who} opened it before.", "Nobody else will read it."),
        "These opened it with a reason, and nobody who works there can open it any more.",
        "checkin.actions.who_looked",
    ),
    Promise(
        "staff know",
        ("Staff can see that you said something.",),
        "It stands on a list of theirs, without the words.",
        "checkin.actions.who_knows",
    ),
    Promise(
        "was read",
        ("Someone has read them.",),
        "Somebody who works there opened it.",
        "checkin.actions.take_back",
    ),
    Promise(
        "this one read it",
        ("{who} has read it.", "{who} have read it.", "{who} answered you."),
        "These opened it, or marked the words as read, or said something back to them.",
        "checkin.actions.what_became",
    ),
    Promise(
        "looked at",
        ("{who} has looked at this.", "{who} have looked at this."),
        "These closed what it raised, with how it ended, and nothing of it is open.",
        "checkin.actions.what_became",
    ),
    Promise(
        "said to you",
        ("{who} said to you: {quoted}",),
        "This one wrote these very words to the person.",
        "checkin.actions.say_to_person",
    ),
    Promise(
        "nobody read",
        ("Nobody has read this yet.", "Someone will.", "Nobody has read your text yet."),
        "Nobody opened it or marked it as read; it stands where staff read what was said.",
        "checkin.actions.loops",
    ),
    Promise(
        "what we do",
        ("{name}, by {date}", "{name}", "{name}, by {date}.", "{name}."),
        "Staff decided so, and this one has it to do by that day.",
        "checkin.actions.what_we_do",
    ),
    Promise(
        "what we decided",
        ("We will: {words}", "Not yet: {words}", "Why we cannot: {words}"),
        "Staff decided so, in these words, and it is not done.",
        "checkin.actions.what_we_do",
    ),
    Promise(
        "what we said before",
        ("We said: {words}",),
        "Staff decided so before, in these words, and decided again since.",
        "checkin.storage.loops",
    ),
    Promise(
        "what we did",
        ("We did: {words}", "We said we did: {words}", "Let us look at what we did."),
        "Staff wrote it down in these words, and marked it as done.",
        "checkin.actions.promises",
    ),
    Promise(
        "late",
        ("We are late.", "We said {date}."),
        "That day is over, and what was promised is not done.",
        "checkin.actions.notice_late_promises",
    ),
    Promise(
        "written down",
        ("{who} wrote this down.",),
        "This one of staff wrote these words down, as said in a talk.",
        "checkin.storage.written_down",
    ),
    Promise(
        "said on",
        ("{date}",),
        "It was said on that day.",
        "checkin.channels.tablet.you_said",
    ),
)

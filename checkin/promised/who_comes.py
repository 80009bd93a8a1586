"""Promises to somebody who called for help, or asked for a person."""

from checkin.promised.promise import Promise

WHO_COMES = (
    Promise(
        "asks to ring",
        (
            "We are asking {who} to ring you.",
            "We are asking {who} to ring you now.",
            "We are asking {who}.",
            "We are trying {who}.",
            "We are telling {who} now.",
        ),
        "A call or a text about it goes to these at the same time.",
        "checkin.actions.tell_who_called",
    ),
    Promise(
        "asks to read",
        ("We are asking {who} to read it.",),
        "A text about it went to these, or it stands on their list.",
        "checkin.actions.tell_still_unread",
    ),
    Promise(
        "has it",
        (
            "{who} has it, and will ring you.",
            "{who} will ring you now.",
            "{who} will ring you.",
            "{who} knows.",
            "{who} will come to you or ring you.",
            "{who} has it.",
            "{who} has what you told us.",
        ),
        "This one took it, and has it still.",
        "checkin.actions.who_rings",
    ),
    Promise(
        "nobody answered",
        ("Nobody has answered yet.", "No one has answered yet."),
        "Nobody took it, and nobody said that they cannot.",
        "checkin.actions.tell_who_called",
    ),
    Promise(
        "nobody has it",
        ("No one has it now.", "Nobody can come yet."),
        "Somebody took it and gave it back, or cannot; nobody has it.",
        "checkin.actions.call_for_help",
    ),
    Promise(
        "cannot",
        ("{who} cannot.",),
        "This one was asked and said so, or gave it back.",
        "checkin.actions.give_back",
    ),
    Promise(
        "keeps telling",
        ("We keep telling people until someone answers.",),
        "While nobody takes it, the next are told, again and again.",
        "checkin.agreements.ladder",
    ),
    Promise(
        "tells on a press",
        ("We tell {who} at once.", "We ring again at once."),
        "Help is pressed, and these are rung in the same minute.",
        "checkin.actions.call_for_help",
    ),
    Promise(
        "was told",
        (
            "We have told {who}.",
            "We told {who}.",
            "We told {who} already that you said something.",
            "We told {who} already what you wrote.",
            "{who} promised it.",
        ),
        "A call or a text about it went to these.",
        "checkin.storage.what_was_sent",
    ),
    Promise(
        "call waits",
        ("Your call for help is kept.", "We will tell somebody as soon as we can."),
        "The press lies beside the database, which is out of reach, and rings once that takes it.",
        "checkin.actions.take_in",
    ),
    Promise(
        "nobody can be told",
        ("Nobody here can be told now.", "We could not tell anyone."),
        "No call and no text goes to anybody.",
        "checkin.actions.nobody_told",
    ),
    Promise(
        "got it",
        ("We got your text.",),
        "The text is kept, word for word.",
        "checkin.actions.hear_text",
    ),
)

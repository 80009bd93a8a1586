"""Promises of who may read what a person says."""

from checkin.promised.promise import Promise

WHO_SEES = (
    Promise(
        "will see",
        ("{who} will see this.", "{who} will see your answers.", "{who} will see it."),
        "Once it is sent, these can open it, and nobody else who works there without a reason.",
        "checkin.actions.who_will_see",
    ),
    Promise(
        "opened with a reason",
        ("{who} opened it on {date} at {time}, for {n} minutes.",),
        "They could open it for so long, and whoever leads has a task of it, with their reason.",
        "checkin.actions.open_with_reason",
    ),
    Promise(
        "you say who",
        (
            "You say who will see this.",
            "If you pick nobody, {who} can.",
            "If someone hurt you, others can too.",
        ),
        "Those who are picked can open it. Somebody being hurt opens it to those who must act.",
        "checkin.actions.who_sees_picks",
    ),
    Promise(
        "reads instead",
        ("If {who} cannot, {others} will read this.",),
        "Once all who were picked said that they cannot, these can open it; nobody who is named in it.",
        "checkin.actions.told_if_sent",
    ),
    Promise(
        "kept from",
        (
            "We keep this from {who}.",
            "They will not see it.",
            "They will not see your words.",
            "They will not be told.",
            "Not those you keep it from.",
            "We do not tell {who} what you told us.",
            "You need not answer {who}.",
        ),
        "These cannot open it, and nothing about it reaches their phones.",
        "checkin.agreements.seeing",
    ),
    Promise(
        "not the family",
        ("Your family will not see it, unless you say so.",),
        "Nothing about it reaches a phone of somebody in the circle.",
        "checkin.agreements.seeing",
    ),
    Promise(
        "a person reads it",
        (
            "A person will read your text.",
            "A person will read your words.",
            "{who} will read this {by}.",
            "{who} will read what you want {by}.",
            "{who} will read your question {by}.",
        ),
        "The words stand where staff read them, with whoever is named.",
        "checkin.actions.read_words",
    ),
)

"""Words that turn an answer round or put it in doubt: with one of these, a person reads the reply.

Source: flow-language.md "Understanding a reply", texts.md D (the negation guard).
"""

from collections.abc import Sequence

from checkin.conversation.replies.phrases import Words, by_first_word, each, holds_any

NOT = each("not no never none nothing neither nor hardly barely scarcely without nowhere dont un")
BUT = each("""but except although though however unless until till if when whether while or instead rather than
    otherwise only almost nearly before after once yesterday last tomorrow later soon ago anymore yet
    too enough less far of mostly""")
DOUBT = each("""
    maybe might may perhaps probably possibly could would should must think thought thinking guess
    suppose supposed reckon hope hoped hopefully hoping wish wished want wanted try tried trying
    meant mean pretend pretending kidding joking joke jk lmao rofl haha hahaha hehe whatever
    sort kind kinda sorta ish apparently allegedly depends ought need needed used about unsure
    doubt wonder was were been needs poisoning hospital police ambulance cry crying pain nuts bad
    worse worst sad hurt scared worried wrong awful horrible rubbish crap shit hate hated sick
    lost fake fed sake forget forgot forgotten far from anything least
""")
OTHERS = each("""he she they him her his hers their theirs mum dad nan gran brother sister mate friend boss
    staff carer carers worker everyone everybody someone somebody people says said say
    saying told tells tell asked asks thinks reckons who you your""")
_ASKING = each("what who whos why when where how which whose")
_ASKING_OF = each("is are am was were do does did has have can could will would shall should")
_SOMEBODY = each(
    "i it you he she they we that this there the my your any mum dad staff someone anyone"
)
# Said of something else, or not meant: what they seem to say is not the answer.
NOT_MEANT = by_first_word(
    tuple(saying.split())
    for saying in (
        "good morning", "good afternoon", "good evening", "good night", "good day", "good grief",
        "good god", "good lord", "good luck", "good riddance", "good job", "good question",
        "good bye", "good for you", "good one", "good idea", "good point", "good try",
        "good heavens", "good gracious", "good times", "for good", "no good", "too good",
        "so good at", "good at", "so so", "as if", "yes right", "yes yes", "oh yes", "oh good",
        "oh great", "oh really", "ok then", "ok fine", "fine whatever", "going mad",
        "going crazy", "going home", "going out of", "going on", "going under", "going down",
        "going wrong", "going to be", "going to die", "going to kill", "my bad", "sod all",
        "bugger all", "fuck all", "naff all", "have a good", "evening all", "morning all",
        "had better not", "going nowhere", "going anywhere", "get going", "keep going",
        "going off", "going to bed", "going back", "done in", "done for", "done with", "done to",
        "done me", "done nothing", "had it", "had enough", "had a go", "not not", "no no",
        "for sure not", "sure thing", "sure you", "make sure", "sure sure", "know all",
        "know it all", "know better", "god knows", "who knows", "know what", "know nothing",
        "better off", "well well", "oh well", "all over", "all alone", "of course not", "i wish",
        "in your dreams", "charged with", "charged me", "been charged", "got charged",
        "getting charged", "a lot of", "lots of", "better not", "had better", "same old",
        "just the same", "all the same", "home help", "thanks for nothing", "thanks a lot",
        "thanks a bit", "fat lot", "a bit much", "a bit of", "my foot", "fine fine", "fine by me",
        "good good", "ok ok", "do one", "no way", "way out", "which way", "other way", "do me",
        "all right for some", "just great", "just fine", "just perfect", "going spare",
        "going bananas", "me and my", "not half", "not bad",
    )
)  # fmt: skip


def casts_doubt(words: Sequence[str]) -> bool:
    """Whether any of these words, left beside an answer, means that a person must read it."""
    return any(word in NOT or word in BUT or word in DOUBT or word in OTHERS for word in words)


def not_meant(words: Words) -> bool:
    """Whether a saying is in it that sounds like an answer: "good grief", "had enough"."""
    return holds_any(words, NOT_MEANT)


def is_question(words: Words) -> bool:
    """Whether it is asked and not said: "is it good", with or without a question mark."""
    first, second = (*words, "", "")[:2]
    asked_of = first in _ASKING_OF and second in _SOMEBODY
    return first in _ASKING or asked_of

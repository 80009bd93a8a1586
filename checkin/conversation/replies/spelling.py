"""The ways people write everyday words, and how near a typing slip is to a word we asked for."""

import re
from collections.abc import Collection, Iterable
from itertools import groupby

from rapidfuzz.distance import OSA

from checkin.conversation.replies.everyday_words import EVERYDAY_WORDS

_SAME = {
    "yes": "y ye yh yeah yea yeh yer yep yup yess yas ya aye yus yip yepp yupp yeap",
    "no": "n na nah nope naw nay noo nop nooo",
    "ok": "k kk okay okey okie oki 0k okk okei kay oke okays okk ok's 👌",
    "good": "gud gd goood guud",
    "them": "em dem thm tem",
    "you": "u yu ya'll",
    "your": "ur",
    "are": "r",
    "please": "plz pls plse pleas pleese",
    "thanks": "thx thanx ta cheers thankyou tks fanks fanx thnx tx tanks",
    "because": "cos coz cuz bcos becos bc",
    "with": "wiv wit wth",
    "the": "da teh",
    "to": "2",
    "someone": "sum1 some1 sumone somone",
    "tablets": "tabs tablet pills meds tabletts tablits medication meds'",
    "tomorrow": "tmrw tomoz tmoz tomoro tomorow",
    "today": "2day todya tday",
    "text": "txt",
    "texts": "txts",
    "texting": "txting",
    "people": "ppl peeps",
    "way": "wy",
    "charged": "chargd",
    "really": "rly realy rele",
    "very": "v vry",
    "what": "wot wat wht",
    "know": "kno knw",
    "have": "av hav ave",
    "just": "jus jst",
    "help": "halp hlp hepl hlep hellp helpp",
    "late": "l8 lte laet lat",
    "home": "hoem hme hom",
    "here": "heer hre",
    "arrived": "arived arrivd arivd arrved",
    "later": "l8r",
    "mum": "mam mom mummy ma",
    "dad": "daddy da'",
    "minutes": "min mins minute minuets minuites minits",
    "hour": "hr hrs hours",
    "alone": "aloan",
    "everything": "everyfing",
    "nothing": "nothin nuffin nuthin nufin nowt nuffink",
    "something": "summat sumthing somethin",
    "fine": "fyn",
    "and": "& an' +",
    "night": "nite",
    "tonight": "2nite tonite",
    "before": "b4",
    "great": "gr8 grate",
    "going": "goin gowing goign",
    "feeling": "feelin",
    "doing": "doin",
    "coming": "comin cummin",
    "talking": "talkin",
    "taking": "takin",
    "about": "bout",
    "probably": "prolly probs prob",
    "though": "tho",
    "although": "altho",
}  # fmt: skip

_LONGER = {
    "im": "i am", "i'm": "i am", "iam": "i am", "ima": "i am going to", "ive": "i have", "iv": "i have",
    "id": "i would", "ill": "i will", "its": "it is", "thats": "that is", "theyre": "they are",
    "hes": "he is", "shes": "she is", "weve": "we have", "youre": "you are", "theres": "there is",
    "wheres": "where is", "whats": "what is", "whos": "who is", "hows": "how is", "whens": "when is",
    "gonna": "going to", "gunna": "going to", "gona": "going to", "wanna": "want to", "gotta": "got to",
    "lemme": "let me", "gimme": "give me", "dunno": "do not know", "dno": "do not know",
    "idk": "i do not know", "alot": "a lot", "abit": "a bit", "alright": "all right",
    "allright": "all right", "alrite": "all right", "alryt": "all right", "atm": "now",
    "noone": "no one", "nobody": "no one", "notgoing": "not going", "notyet": "not yet",
    "notsure": "not sure", "notgood": "not good", "notok": "not ok", "didn": "did not",
    "omw": "on my way", "cannot": "can not", "cant": "can not", "wont": "will not", "dont": "do not", "dnt": "do not",
    "doesnt": "does not", "didnt": "did not", "dint": "did not", "isnt": "is not", "arent": "are not",
    "aint": "is not", "wasnt": "was not", "werent": "were not", "hasnt": "has not",
    "havent": "have not", "havnt": "have not", "avent": "have not", "hadnt": "had not",
    "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not", "shant": "will not",
    "mustnt": "must not", "neednt": "need not", "nt": "not", "innit": "is it not", "int": "is not",
    "amnt": "am not", "helpme": "help me", "sendhelp": "send help", "needhelp": "need help", "nite": "night", "sos": "sos", "goodnight": "good night",
    "dunnoo": "do not know", "ppls": "people",
}  # fmt: skip

SHORTEST_TYPED, SHORTEST_ASKED = 4, 3  # letters; shorter words slip into each other

USUAL: dict[str, tuple[str, ...]] = {
    **{form: (usual,) for usual, forms in _SAME.items() for form in forms.split() if form != "2"},
    **{form: tuple(usual.split()) for form, usual in _LONGER.items()},
}
_MINUTES_STUCK_ON = re.compile(r"(\d+)(?:mins?|minutes?)")
_STRETCH = re.compile(r"([^\W\d_])\1{2,}")


def canonical(typed: Iterable[str]) -> tuple[str, ...]:
    """Return the words in their usual form: "im goin" becomes i, am, going."""
    words: list[str] = []
    for word in typed:
        words.extend(USUAL.get(word) or _minutes(word) or _last_letter_twice(word))
        if words[-2:] == ["thank", "you"]:
            words[-2:] = ["thanks"]
    return tuple(words)


def _minutes(word: str) -> tuple[str, ...]:
    """Take "5mins" apart."""
    stuck = _MINUTES_STUCK_ON.fullmatch(word) if word[0].isdigit() else None
    return (stuck[1], "minutes") if stuck else ()


def _last_letter_twice(word: str) -> tuple[str, ...]:
    """Read "okayy" as okay, and leave words such as "all" alone."""
    twice = word[-1:] == word[-2:-1] and word not in EVERYDAY_WORDS
    return USUAL.get(word[:-1], (word,)) if twice else (word,)


def unstretched(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Undo letters held down: "yesss" is yes, "goood" is good."""
    return tuple(_unstretched(word) if _STRETCH.search(word) else word for word in typed)


def _unstretched(word: str) -> str:
    twice, once = _STRETCH.sub(r"\1\1", word), _STRETCH.sub(r"\1", word)
    return twice if twice in EVERYDAY_WORDS else once


def squeezed(word: str) -> str:
    """Return the word with every run of one letter as a single letter."""
    return "".join(letter for letter, _ in groupby(word))


def one_slip(typed: str, asked: str) -> bool:
    """Whether one letter was added, lost, changed or swapped with its neighbour."""
    return OSA.distance(typed, asked, score_cutoff=1) == 1


def meant(typed: str, asked: Collection[str]) -> str | None:
    """Return the one asked word that `typed` is a slip of.

    None where it is a word of its own ("lots" is not lost), is short, or could be two.
    """
    if len(typed) < SHORTEST_TYPED or typed in EVERYDAY_WORDS or not typed.isalpha():
        return None
    near = [word for word in asked if len(word) >= SHORTEST_ASKED and one_slip(typed, word)]
    return near[0] if len(near) == 1 else None

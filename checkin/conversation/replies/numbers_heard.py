"""A reply that is a number or a letter of the list and nothing else; never a number in a sentence."""

from checkin.conversation.replies.phrases import Words, each

_NUMBER_WORDS = {
    word: place
    for place, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), start=1
    )
}
_LETTERS = {letter: place for place, letter in enumerate("abcdefgh", start=1)}
_BESIDE = each("please thanks number num nr option answer choice press hi hello hey")
_BETWEEN = frozenset({"and"})


def numbers_in(words: Words) -> tuple[int, ...] | None:
    """Return the numbers, from 1, where the words are numbers and nothing else; 0 is none of ours.

    "2", "number two", "B please" and "1 and 3" are; "2 of them", "1st", "at 1" and "no 1" are not.
    """
    if words[:2] == ("it", "is"):
        words = words[2:]
    said = [word for word in words if word not in _BESIDE]
    numbers = tuple(_number(word) for word in said if word not in _BETWEEN)
    if not numbers or None in numbers or said[0] in _BETWEEN or said[-1] in _BETWEEN:
        return None
    return tuple(number for number in numbers if number is not None)


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        # A bus number or a time, cut short so that no list is as long.
        return int(word) if len(word) == 1 else 99
    return _NUMBER_WORDS.get(word) or _LETTERS.get(word)

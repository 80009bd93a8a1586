"""A reply that is a number or a letter of the list and nothing else; never a number in a sentence."""

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words

_LETTERS = {letter: place for place, letter in enumerate("abcdefgh", start=1)}


def numbers_in(words: Words, language: Language) -> tuple[int, ...] | None:
    """Return the numbers, from 1, where the words are numbers and nothing else; 0 is none of ours.

    "2", "number two", "B please" and "1 and 3" are; "2 of them", "1st", "at 1" and "no 1" are not.
    """
    if words[:2] == ("it", "is"):
        words = words[2:]
    between = language.choices.between_numbers
    said = [word for word in words if word not in language.choices.beside_numbers]
    numbers: list[int] = []
    for word in said:
        if word in between:
            continue
        number = _number(word, language)
        if number is None:
            return None
        numbers.append(number)
    return tuple(numbers) if numbers and between.isdisjoint((said[0], said[-1])) else None


def _number(word: str, language: Language) -> int | None:
    if word.isascii() and word.isdigit():
        # A bus number or a time, cut short so that no list is as long.
        return int(word) if len(word) == 1 else 99
    words = language.choices.number_words
    return words.index(word) + 1 if word in words else _LETTERS.get(word)

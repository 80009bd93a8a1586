"""YAML that cannot be read: where, and what a person most likely did.

Source: flow-language.md "Errors", F1xx: a colon in unquoted text, a tab.
"""

import re

import yaml

from checkin.conversation.flows.written import Place

_BRACE_FIRST = re.compile(r"[:-] \{\w+\}")  # say: {name}, hello


def explained(error: yaml.MarkedYAMLError, words: str) -> tuple[Place, str]:
    """Return where YAML could not be read, and the likely cause in plain English."""
    problem = error.problem or ""
    begun = "could not find expected ':'" in problem or "end of stream" in problem
    mark = error.context_mark if begun else error.problem_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    line = [*words.splitlines(), ""][row : row + 1]
    return Place(row + 1, column + 1), _likely_cause(problem, "".join(line), column)


def _likely_cause(problem: str, line: str, column: int) -> str:
    """Return what a person most likely did, and what to do about it."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "There is a tab here. Use spaces to move words to the right."
    if "mapping values" in problem or line[column : column + 1] == ":":
        return 'There is a colon in unquoted text, or a wrong indent. Put the text in "quotes".'
    if _BRACE_FIRST.search(line):
        return 'Text that begins with a {placeholder} needs "quotes" around it.'
    for hint, message in _CAUSES.items():
        if hint in problem:
            return message
    return "This line cannot be read. Check its indent, its quotes and its brackets."


_CAUSES = {
    "end of stream": "A quote is opened here and never closed. Close it.",
    "cannot start any token": 'Text cannot begin like this. Put the text in "quotes".',
    "could not find expected ':'": "There is no colon after this. Write 'key: words'.",
    "escape": "A backslash in double quotes has a meaning of its own. Use 'single quotes'.",
    "expected ','": "A '{' or '[' is opened and not closed, or a comma is missing.",
}

"""Of what the library refuses, what is worth telling: each slip once, and with something to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.prompts.faults import Fault

_FOR_MESSAGES = (
    (r"^(?:.+\.)?(?P<key>\w+): this key is missing", "add `{key}:` and what belongs there"),
    (r"a choice needs `options`", "add `options: [one, other]` to the field, or make it `type: text`"),
    (r"only a choice has `options`", "drop `options`, or make it `type: choice`"),
    (r"^version: ", "write `version: 1`, and one more after each change"),
    (r"^settings", "drop the key to leave it as it is for every other prompt"),
    (r"at most \d+", "shorten it"),
)
_OTHERWISE = "see README.md of the shipped prompts for what may stand here"
_PLAINER = (
    (r"found character '\\t'", "a tab stands here, and YAML is indented with spaces", "put spaces in place of the tab"),
    (
        "mapping values are not allowed",
        "this colon would begin a second key in the line",
        "put the whole text behind the key in quotes",
    ),
)
"""What PyYAML complains of, in words that say what to look for."""
_SAYS_NOTHING = frozenset({"", "add it"})
_MEANT = re.compile(r"did you mean '(\w+)'")
_LACKS = re.compile(r"the front matter lacks (.+)")


def hinted(fault: Fault) -> Fault:
    """The fault in plain words, with a hint."""
    for pattern, message, hint in _PLAINER:
        if fault.code == "yaml" and re.search(pattern, fault.message):
            return fault.model_copy(update={"message": message, "hint": hint})
    if fault.hint.strip() not in _SAYS_NOTHING:
        return fault
    found = ((re.search(pattern, fault.message), hint) for pattern, hint in _FOR_MESSAGES)
    hint = next((hint.format(**match.groupdict()) for match, hint in found if match), _OTHERWISE)
    return fault.model_copy(update={"hint": hint})


def each_once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults without those that follow from others: a key missing since it is misspelt, a line's second trespass."""
    faults = list(faults)
    meant = {word for fault in faults if fault.code == "unknown-key" for word in _MEANT.findall(fault.hint)}
    trespassed = set[int]()
    for fault in faults:
        lacking = _LACKS.match(fault.message)
        if lacking and meant.issuperset(lacking[1].split(", ")):
            continue
        if fault.code == "sandbox" and fault.line in trespassed:
            continue
        if fault.code == "sandbox":
            trespassed.add(fault.line)
        yield fault

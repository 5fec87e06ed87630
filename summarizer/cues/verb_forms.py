"""How finite verbs look that no table of reporting verbs has: irregular past tenses, and endings by language; pure."""

from __future__ import annotations

import re

_IRREGULAR_PAST = frozenset(
    """became began broke brought built bought came caught chose cut dealt drew drove fell fled flew forgot
    fought froze gave grew held hid hit kept knew laid led left lent lost made meant met paid put quit ran rang
    rose sank sat sent set shook shot shut slept sold sought spent stood stole struck swept swung taught took
    tore threw understood wore withdrew won wound went got did saw ate beat bent bled bore bound burst cost
    crept overran overthrew flung slung slew dug fed felt hung hurt leapt lit rode sang shone slid split spread
    sprang stuck swam woke wept""".split()
)
_NO_PAST = frozenset(
    """red bed shed seed feed need speed breed weed deed creed indeed hundred sacred naked wicked rugged
    beloved embed exceed proceed succeed united""".split()
)
_FINITE_ENDING = {
    "de": re.compile(
        r"(?:[^aeiou]te|[dtn]ete|ten|tet)$|^(?:er|be|ver|ge|ent|zer)?(?:hob|kam|nahm|gab|ging|stand|fand|ließ|hielt|trat|zog|schlug"
        r"|trug|fuhr|fiel|rief|schloss|lor|gann|wann|brach|traf|starb|half|warf|lag|saß|blieb|stieg|griff|bot|lief|riet"
        r"|bleibt|gibt|nimmt|kommt|geht|steht|hält|fährt|will)$"
    ),
    "uk": re.compile(r"(?:[аияії]в|[аиіяу]ла|[аиіяу]ло|[аиіяую]ли|лися|лась|лася|вся|ться|ють|ять|уть)$"),
    "ru": re.compile(r"(?:[аияеу]л|[аияеу]ла|[аияеу]ло|[аияеу]ли|лся|лась|лось|лись|тся|ют|ят|ут)$"),
}


def is_past(lower: str) -> bool:
    """Whether an English word can be a past tense: a known irregular one, or "-ed"."""
    return lower in _IRREGULAR_PAST or (lower.endswith("ed") and len(lower) > 3 and lower not in _NO_PAST)


def is_regular_past(lower: str) -> bool:
    """Whether an English word ends as regular past tenses and participles do."""
    return lower.endswith("ed") and is_past(lower)


def has_finite_ending(lower: str, language: str) -> bool:
    """Whether a German, Ukrainian or Russian word ends as finite verbs do and nouns rarely; else False."""
    ending = _FINITE_ENDING.get(language)
    return ending is not None and len(lower) > 2 and ending.search(lower) is not None

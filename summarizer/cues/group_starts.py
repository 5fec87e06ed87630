"""Where the noun phrase of an unnamed actor begins, past the verbs and bounds before it; pure."""

from __future__ import annotations

from summarizer.cues.lines import Line
from summarizer.cues.phrase_ends import base_start

ACTED_ON = frozenset(
    """killed killing wounded wounding injured injuring hurt shot stabbed kidnapped abducted seized captured
    detained arrested freed released ordered gave give given urged asked warned accused attacked ambushed beat
    evacuated rescued saved displaced sued by against threatened jailed sacked dismissed blamed criticised
    thanked rescue treat treated hit burned accusing urging warning ordering blaming suing attacking arresting
    detaining rescuing pay paid paying suspect suspects suspected""".split()
)
"""Verbs behind which a noun is whom something is done to."""
BOUNDS = frozenset("least most about nearly almost around than".split())
_BEFORE_A_NUMBER = frozenset("other first last next past same some only further additional estimated remaining".split())
_LONGEST_PARENTHESIS = 22
_BEFORE_A_PARTICIPLE = frozenset(", before after while".split())


def start_of_group(line: Line, head: int) -> int:
    """The first word of the phrase, without verbs and bounds before it ("killing at least 22 people")."""
    first = base_start(line, head)
    while first < head and line.lower(first) in BOUNDS:
        first += 1
    for at in range(first, head):
        if at - 2 >= first and line.tag(at) == "number" and _governs_number(line, at - 1):
            first = at  # "The port employs | 3,100 men"
        if _stands_before(line, first, at, head):
            first = at + 1
    return first


def _stands_before(line: Line, first: int, at: int, head: int) -> bool:
    """Whether the word at `at` ends what stands before the phrase."""
    counted = line.tag(at + 1) in ("number", "determiner") and line.lower(at) == "dead"  # "shooting dead | nine men"
    numbered = line.tag(at + 1) == "number" and line.lower(at).endswith("ing")
    relative = line.tag(at - 1) == "relative" and (line.tag(at + 1) == "number" or line.lower(at - 1) == "who")
    # "which runs | 11 hospitals", "who provide | services"; "Tuesday | ’s attack involving | women"
    opens = line.lower(at - 1) in _BEFORE_A_PARTICIPLE or (at == 0 and opens_with_participle(line, head))
    doing = at == first and opens and _is_doing(line, at, head)
    acted_on = line.lower(at) in ACTED_ON and line.tag(at - 1) != "determiner"
    reporting = line.tag(at) == "verb" and line.tag(first) != "determiner"
    cut = counted or numbered or relative or doing or acted_on or reporting
    return cut or line.tag(first) == "possessive" or _is_german_verb(line, first, at)


def opens_with_participle(line: Line, head: int) -> bool:
    """Whether a sentence opens with a participle's clause: "Addressing journalists in Tarn, the union"."""
    end = line.next_mark(head)
    finite = any(line.is_finite(i) for i in range(head + 1, end))
    return line.lower(0).endswith("ing") and line.lower(end) == "," and not finite


def _is_german_verb(line: Line, first: int, at: int) -> bool:
    """Whether a word in lower case before a number is a verb: "fehlen | 40 Beamte"."""
    verbal = line.language == "de" and not line.words[at].capital and line.tag(first) != "determiner"
    return verbal and line.tag(at) == "word" and line.tag(at + 1) == "number"


def _is_doing(line: Line, at: int, head: int) -> bool:
    """Whether a participle before a plural has it as its object: no finite verb follows of which it is the subject."""
    doing = line.lower(at).endswith("ing") and line.tag(at) in ("word", "verb") and line.language == "en"
    many = at < head and line.nouns.singular(line.lower(head)) != line.lower(head)
    return doing and many and not line.is_finite(after_parenthesis(line, head + 1))


def _governs_number(line: Line, at: int) -> bool:
    """Whether the word before a number is an unknown verb behind its subject, no adjective of what is counted."""
    plain = line.tag(at) in ("word", "verb") and line.lower(at) not in _BEFORE_A_NUMBER
    return plain and line.tag(at - 1) in ("name", "word")


def after_parenthesis(line: Line, at: int) -> int:
    """The next word, past what stands between commas or dashes, and past adverbs."""
    if line.lower(at) in (",", "–", "—"):
        closing = line.first_of((line.lower(at),), range(at + 1, min(at + _LONGEST_PARENTHESIS, len(line.words))))
        at = len(line.words) if closing is None else closing + 1
    while line.tag(at) in ("adverb", "negation") and at < len(line.words):
        at += 1
    return at

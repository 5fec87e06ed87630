"""Who says what: the reporting verb of each sentence, its speaker's words and how sure the cues are; pure.

The cues propose; the model confirms, refuses or chooses among them. `Attribution.prior` is on a log-odds scale.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.cues import phrases
from summarizer.cues.names import Name, Token, tokens
from summarizer.cues.reporting import Verb, source_phrase, verbs
from summarizer.cues.words import PRONOUNS
from summarizer.document import Document, Sentence

_OPEN, _CLOSE = "“„«‘\"", "”“»’\""
_QUOTATION = re.compile(r"[“„«\"](?P<inside>[^“”„«»\"]{2,}?)(?:[”“»\"]|$)")
_VIEW = re.compile(r"\bin (?P<speaker>[^,.;]{2,60}?)(?:[’']s?) (?:view|words|opinion|account|telling|estimate)\b", re.I)
_BE = frozenset("is was were are be been being am gets got".split())
_DETERMINER = frozenset("a an the this that these those his her its their our my no any some every each such of in for".split())
_MODALS = frozenset("to must will would shall should may might can could".split())
_CALLS = frozenset("called calls dismissed dismisses described describes".split())
_NEVER_INVERTED = frozenset("told tells tell accused accuses blamed blames urged urges informed informs assured assures called calls".split())
_FIGURE = re.compile(r"^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|least|most|about|some|between)$")

SURE, LIKELY, WEAK, NONE = 4.0, 2.0, 0.0, -4.0
"""Prior log-odds of a sentence: a plain attribution, a quotation without one, a weak verb, no cue."""


@dataclass(frozen=True)
class Attribution:
    """One sentence attributed to somebody: the speaker's span, None where it goes on from another sentence."""

    sentence: int
    speaker: tuple[int, int] | None
    kind: str
    direct: bool
    prior: float
    pronoun: str | None = None
    clause: tuple[int, int] | None = None


def find_attributions(document: Document, names: list[Name]) -> list[Attribution]:
    """One or more attributions a sentence that has cues, in order; a sentence without any has none."""
    open_quotation = _sentences_in_open_quotation(document)
    found: list[Attribution] = []
    for sentence in document.sentences:
        own = _of_sentence(document, sentence, names)
        if not own and (quoted := _quoted_share(document, sentence, sentence.number in open_quotation)):
            own = [Attribution(sentence.number, None, "statement", True, LIKELY if quoted > 0.5 else WEAK)]
        found.extend(own)
    return found


def _of_sentence(document: Document, sentence: Sentence, names: list[Name]) -> list[Attribution]:
    """The attributions of a sentence, at most one sure one a segment (segments end at semicolons and dashes)."""
    quoted = quotations(document.text, sentence)
    words = tokens(document.text, sentence.start, sentence.end)
    segments = _segments(words, quoted)
    found: list[Attribution] = []
    for segment in segments:
        hits = _of_segment(_Scene(document, sentence, words, names, quoted), segment)
        clause = (words[segment.start].start, words[segment.stop - 1].end) if len(segments) > 1 else None
        found.extend(replace(hit, clause=hit.clause or clause) for hit in hits)
    return _distinct(found)


@dataclass(frozen=True)
class _Scene:
    """What the cues of one sentence look at."""

    document: Document
    sentence: Sentence
    words: list[Token]
    names: list[Name]
    quoted: list[tuple[int, int]]


def _of_segment(scene: _Scene, segment: range) -> list[Attribution]:
    """The segment's own attribution, by a phrase ("according to") before a verb, and a rebuttal in a relative clause."""
    hits = _by_phrase(scene, segment)
    for at in segment:
        verb = _verb_at(scene.words, at, scene.document.language)
        if not verb or _within(scene.words[at].start, scene.quoted):
            continue
        relative = _is_rebuttal(scene.words, at, verb) if hits else False
        if hits and not relative:
            continue
        hit = _by_verb(scene, at, verb)
        if hit and relative and hit.speaker:
            hit = replace(hit, clause=_relative_clause(scene.words, at, segment))
        hits += [hit] if hit else []
    return hits


def _segments(words: list[Token], quoted: list[tuple[int, int]]) -> list[range]:
    """The sentence's words cut after each semicolon or colon-free dash that stands outside a quotation."""
    cuts = [i + 1 for i, t in enumerate(words[:-1]) if t.word == ";" and not _within(t.start, quoted)]
    bounds = [0, *cuts, len(words)]
    return [range(s, e) for s, e in zip(bounds, bounds[1:], strict=False) if e > s]


def _verb_at(words: list[Token], at: int, language: str) -> Verb | None:
    table = verbs(language)
    if at + 1 < len(words) and (pair := table.get(f"{words[at].word} {words[at + 1].word}".lower())):
        return pair
    return table.get(words[at].word.lower()) if words[at].word.islower() else None


def _is_rebuttal(words: list[Token], at: int, verb: Verb) -> bool:
    """Whether the verb closes a relative clause that answers the sentence's own claim ("a description that X rejected")."""
    answers = verb.kind == "denial" or words[at].word in _CALLS
    return answers and any(w.word in ("that", "which") for w in words[max(0, at - 6) : at])


def _relative_clause(words: list[Token], at: int, segment: range) -> tuple[int, int]:
    opening = next((i for i in range(at, segment.start, -1) if words[i].word in (",", "–", "—", "-")), segment.start)
    last = segment.stop - 1
    return words[opening + 1].start, words[last - 1 if words[last].word == "." else last].end


def _by_verb(scene: _Scene, at: int, verb: Verb) -> Attribution | None:
    """The attribution that the verb at `words[at]` makes, or None where it is a noun, a passive or has no subject."""
    words, text = scene.words, scene.document.text
    subject = phrases.last_before_adverbs(words, at - 1)
    before = words[subject].word.lower() if subject >= 0 else ""
    quoted = bool(scene.quoted)
    if before in _BE or before in _DETERMINER or (before in _MODALS and not quoted) or before in verbs(scene.document.language):
        return None
    inverted = _follows_quotation(words, at)
    if inverted and words[at].word.lower() not in _NEVER_INVERTED:
        span = phrases.after(text, words, at + 1, scene.names) or phrases.before(text, words, at, scene.names)
    else:
        span = phrases.before(text, words, at, scene.names)
    if span is None or text[span[0] : span[1]].lower().startswith(("no ", "nobody", "neither ")):
        return None
    if verb.weak and not (quoted or inverted or _reports_that(words, at) or _gives_figure(words, at)):
        return None
    return _attribution(scene, span, verb.kind, SURE if (not verb.weak or quoted) else LIKELY)


def _follows_quotation(words: list[Token], at: int) -> bool:
    """Whether nothing but commas and dashes stands between a closed quotation and the verb."""
    last = at - 1
    while last >= 0 and words[last].word in (",", "–", "—", "-"):
        last -= 1
    return last >= 0 and words[last].word in _CLOSE


def _reports_that(words: list[Token], at: int) -> bool:
    return any(w.word.lower() in ("that", "dass", "que", "що", "что", ":") for w in words[at + 1 : at + 4])


def _gives_figure(words: list[Token], at: int) -> bool:
    """Whether a figure follows the verb at once or after "the toll at"."""
    following = [w.word for w in words[at + 1 : at + 9]]
    return bool(following and following[0][0].isdigit()) or any(
        _FIGURE.match(w) and (i == 0 or "at" in following[:i] or "of" in following[:i]) for i, w in enumerate(following)
    )


def _by_phrase(scene: _Scene, segment: range) -> list[Attribution]:
    text, words = scene.document.text, scene.words
    start, end = words[segment.start].start, words[segment.stop - 1].end
    pattern, found = source_phrase(scene.document.language), []
    for match in pattern.finditer(text, start, end) if pattern else ():
        at = next((i for i, t in enumerate(words) if t.start >= match.end()), len(words))
        if not _within(match.start(), scene.quoted) and (span := phrases.after(text, words, at, scene.names)):
            found.append(_attribution(scene, span, "statement", SURE))
    for match in _VIEW.finditer(text, start, end):
        found.append(_attribution(scene, match.span("speaker"), "statement", SURE))
    return found


def _attribution(scene: _Scene, span: tuple[int, int], kind: str, prior: float) -> Attribution:
    word = scene.document.text[span[0] : span[1]].lower()
    return Attribution(scene.sentence.number, span, kind, bool(scene.quoted), prior, word if word in PRONOUNS else None)


def _distinct(found: list[Attribution]) -> list[Attribution]:
    """One attribution a speaker; the surest first kept, two speakers only where both are sure."""
    kept: list[Attribution] = []
    for hit in sorted(found, key=lambda a: -a.prior):
        if not any(hit.speaker == other.speaker for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda a: a.speaker or (0, 0))


def quotations(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """The passages in quotation marks that begin in the sentence, single words left out."""
    return [m.span() for m in _QUOTATION.finditer(text, sentence.start, sentence.end) if " " in m["inside"].strip()]


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(s <= offset < e for s, e in spans)


def _quoted_share(document: Document, sentence: Sentence, is_open: bool) -> float:
    """Which share of the sentence stands in quotation marks, those opened in an earlier sentence included."""
    if is_open:
        return 1.0
    length = sentence.end - sentence.start
    return sum(e - s for s, e in quotations(document.text, sentence)) / length


def _sentences_in_open_quotation(document: Document) -> set[int]:
    """Numbers of the sentences that stand within a quotation opened earlier in their paragraph and not yet closed."""
    inside: set[int] = set()
    paragraph, depth = -1, False
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph, depth = sentence.paragraph, False
        words = document.quote(sentence)
        if depth and not any(mark in words[:1] for mark in _OPEN):
            inside.add(sentence.number)
        depth = _open_after(words, depth)
    return inside


def _open_after(words: str, depth: bool) -> bool:
    for mark in words:
        if mark == '"':
            depth = not depth
        elif mark in "“„«":
            depth = True
        elif mark in "”»":
            depth = False
    return depth


def continued(attributions: list[Attribution], document: Document) -> list[Attribution]:
    """Each unattributed quotation given the speaker of its neighbour in the same paragraph: the one before, else after."""
    by_sentence = {a.sentence: a for a in attributions if a.speaker}
    result = []
    for hit in attributions:
        neighbour = None if hit.speaker else _neighbour(hit.sentence, by_sentence, document)
        result.append(replace(hit, speaker=neighbour.speaker, pronoun=neighbour.pronoun, prior=SURE) if neighbour else hit)
        if neighbour:
            by_sentence[hit.sentence] = result[-1]
    return result


def _neighbour(number: int, known: dict[int, Attribution], document: Document) -> Attribution | None:
    here = document.sentences[number - 1].paragraph
    for other in (number - 1, number + 1, number - 2):
        sentence = document.sentence(other)
        if sentence and sentence.paragraph == here and other in known:
            return known[other]
    return None

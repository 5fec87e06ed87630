"""What stands beside a reporting verb: whether it reports words there, or tells an act; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.reporting import Frame, Use, verbs

_FAR = 12
_STOPS = frozenset(", ; : . ? ! … – — ( )".split())
_AT_NO_FIGURE = frozenset("risk ease home rest odds stake work peace war sea the least first once".split())
_CALLED_TOGETHER = frozenset(
    """election elections meeting vote strike referendum session conference police ambulance witness witnesses
    halt truce time emergency doctor""".split()
)
"""What is called into being, not called something."""
_CLAUSE_OPENING = frozenset(
    "that whether how why who what where when if dass daß ob wie que qu’ si що як чи что ли".split()
)
_NUMBER_AT = frozenset(
    """put place price gauge estimate puts places prices gauges estimates placed priced gauged estimated
    putting placing estimating value valued""".split()
)
_FIGURES = frozenset("no none dozens hundreds thousands scores many several more fewer".split())
_GIVEN = frozenset("give gives gave given giving".split())
_GIVING = _GIVEN | frozenset("raise raises raised revise revises revised lower lowers lowered".split())
_TOLL_NOUNS = frozenset("toll dead deaths killed injured wounded casualties victims fatalities".split())
_FIGURE_NOUNS = frozenset("figure figures number numbers toll count total estimate".split())
_WRITINGS_VERBS = frozenset("show shows showed shown reveal reveals revealed indicate indicates indicated".split())
_BEFORE_A_FIGURE = frozenset("at more about around nearly almost over up".split())
_ARTICLES = frozenset("a an the its his their".split())
_PRONOUN_OBJECTS = frozenset("it them that this her him any all".split())
_NEAR_FIGURE = 4


@dataclass(frozen=True)
class Setting:
    """A reporting verb at `at` and what stands around it.

    `beside_quotation`: a quotation stands next to the attribution; `parenthetical`: the attribution stands between
    commas or at the end, so that what it reports is around it.
    """

    line: Line
    at: int
    subject: Phrase
    beside_quotation: bool
    parenthetical: bool


def use_of(setting: Setting) -> Use | None:
    """The first use of the verb whose particle and need are met."""
    line, at = setting.line, setting.at
    for use in verbs(line.language).get(line.lower(at), ()):
        if _has_particle(line, at, use.particle) and _NEEDS[use.frame](setting):
            return use
    return None


def particle_of(line: Line, at: int) -> tuple[str, ...]:
    """The particle that stands by the verb, () where none does or the language sets it apart."""
    uses = () if line.language == "de" else verbs(line.language).get(line.lower(at), ())
    return next((use.particle for use in uses if use.particle and _has_particle(line, at, use.particle)), ())


def end_of_verb(line: Line, at: int, use: Use) -> int:
    """The last word of the verb, its particle included where that stands right after it."""
    return at + len(use.particle) if line.language != "de" else at


def right_of(line: Line, at: int) -> Iterator[int]:
    """The positions after the verb up to the next comma or stop, at most a dozen; quotations are passed through."""
    for index in range(at + 1, min(at + 1 + _FAR, len(line.words))):
        if line.lower(index) in _STOPS and not line.quoted[index]:
            return
        yield index


def quotes_after(line: Line, at: int) -> bool:
    """Whether a quotation opens before the next comma; right behind the verb where it shows rather than says."""
    if line.lower(at) in _WRITINGS_VERBS:
        return at + 1 < len(line.words) and line.quoted[at + 1]
    return any(line.quoted[index] for index in right_of(line, at))


def reports_clause(line: Line, at: int) -> bool:
    """Whether a that-clause, a question or a clause without a conjunction follows, or a colon."""
    for index in right_of(line, at):
        if line.lower(index) in _CLAUSE_OPENING:
            governed = line.tag(index - 1) in ("determiner", "preposition")
            return index == at + 1 or not (governed or _is_relative(line, at, index))
        if line.tag(index) == "conjunction":
            break
        if line.tag(index) in ("verb", "modal") or (line.tag(index) == "auxiliary" and index > at + 1):
            return index > at + 1
    clause = phrase_from(line, at + 1)
    return line.lower(line.next_mark(at + 1)) == ":" or (clause is not None and line.is_finite(clause.last + 1))


def _is_relative(line: Line, verb: int, at: int) -> bool:
    """Whether "that" after an object opens a relative clause: "found a dog that had"."""
    return line.tag(at - 1) in CONTENT and any(line.lower(i) in _ARTICLES for i in range(verb + 1, at))


def _has_particle(line: Line, at: int, particle: tuple[str, ...]) -> bool:
    """Right after the verb; in German anywhere before the clause ends."""
    if line.language != "de" or not particle:
        return all(line.lower(at + 1 + i) == word for i, word in enumerate(particle))
    for index in range(at + 1, len(line.words)):
        if line.lower(index) == particle[0] and not line.quoted[index]:
            return True
        if line.lower(index) in (";", ":") or line.tag(index) == "subordinator":
            return False
    return False


def _is_said(setting: Setting) -> bool:
    """Any use of such a verb reports words."""
    return setting.at >= 0


def _is_quoted(setting: Setting) -> bool:
    return setting.beside_quotation


def _has_content(setting: Setting) -> bool:
    line, at = setting.line, setting.at
    counted = line.lower(at + 2) in ("a", "an", "one") or line.tag(at + 2) == "number"
    told = line.lower(at + 1) == "of" and counted  # "spoke of a scandal", "of nine dead"
    beside = setting.beside_quotation or setting.parenthetical or quotes_after(line, at)
    return beside or told or reports_clause(line, at)


def _has_figure(setting: Setting) -> bool:
    """A figure soon after the verb; anything after "at" for the verbs that put a number on something."""
    line, at = setting.line, setting.at
    if line.lower(at) in _GIVING:
        phrase = phrase_from(line, at + 1)
        nouns = _FIGURE_NOUNS if line.lower(at) in _GIVEN else _TOLL_NOUNS
        return phrase is not None and any(line.lower(i) in nouns for i in range(phrase.first, phrase.last + 1))
    if line.lower(at) in _NUMBER_AT:
        position = line.first_of(("at",), right_of(line, at))
        return position is not None and line.lower(position + 1) not in _AT_NO_FIGURE
    near = [i for i in right_of(line, at) if i - at <= _NEAR_FIGURE or line.language == "de"]
    return any(line.tag(i) == "number" or line.lower(i) in _FIGURES for i in near)


def _asks(setting: Setting) -> bool:
    """An object and an infinitive: "asked the jury to wait", but "asked to be heard"."""
    line, at = setting.line, setting.at
    if line.lower(at + 1) in ("not", "to"):
        return False
    infinitives = ("word", "verb", "auxiliary")
    return any(
        line.lower(i) == "for" or (line.lower(i) == "to" and line.tag(i + 1) in infinitives) for i in right_of(line, at)
    )


def _has_object(setting: Setting) -> bool:
    line, at = setting.line, setting.at
    counted = line.lower(at + 1) in _BEFORE_A_FIGURE
    return quotes_after(line, at) or counted or line.tag(at + 1) in (*CONTENT, "determiner")


def _has_as(setting: Setting) -> bool:
    """A quotation or "as"; whoever is named as somebody is so told by a name: "named him as Ana Ruiz"."""
    line = setting.line
    named = line.lower(setting.at).startswith("nam")
    return any(
        (line.quoted[i] and not named) or (line.lower(i) == "as" and (not named or line.tag(i + 1) == "name"))
        for i in right_of(line, setting.at)
    )


def _is_about_a_deed(setting: Setting) -> bool:
    """An object that is a deed of violence: "claimed the bombing"."""
    phrase = phrase_from(setting.line, setting.at + 1)
    return phrase is not None and setting.line.nouns.is_deed(setting.line.lower(phrase.head))


def _blames(setting: Setting) -> bool:
    """An object that is said to be guilty: "holds the Front responsible", "holds them to blame"."""
    line, words = setting.line, list(right_of(setting.line, setting.at))
    return any(line.lower(i) in ("responsible", "accountable", "liable") for i in words) or any(
        line.lower(i) == "to" and line.lower(i + 1) == "blame" for i in words
    )


def _is_about_speech(setting: Setting) -> bool:
    """Whether the object is a claim or an idea: the noun after the verb, or what a relative clause is about."""
    line, at, first = setting.line, setting.at, setting.subject.first
    phrase = phrase_from(line, at + 1)
    if quotes_after(line, at) or (phrase and line.nouns.is_speech(line.lower(phrase.head))):
        return True
    if phrase is None and line.lower(at + 1) in _PRONOUN_OBJECTS:
        return True
    antecedent = range(max(0, first - 4), first - 1) if line.lower(first - 1) in ("that", "which") else ()
    return any(line.nouns.is_speech(line.lower(i)) for i in antecedent)


def _tells_of_speech(setting: Setting) -> bool:
    """An object that is speech by its noun or in quotation marks: "sees a threat", not "sees it differently"."""
    pronoun = setting.line.lower(setting.at + 1) in _PRONOUN_OBJECTS
    return _is_about_speech(setting) and (not pronoun or quotes_after(setting.line, setting.at))


def _judges_speech(setting: Setting) -> bool:
    return _is_about_speech(setting) or _has_as(setting)


def _names_it(setting: Setting) -> bool:
    """An object and what it is called: "called the deal a triumph", "called it absurd", "a claim she called absurd"."""
    line, at, before = setting.line, setting.at, setting.subject.first - 1
    if quotes_after(line, at) or _quotes_after_apposition(line, at):
        return True
    if line.tag(before) == "relative" or line.lower(before) == "that":
        return line.tag(at + 1) in (*CONTENT, "determiner", "adverb")
    if line.tag(at + 1) == "pronoun" or line.lower(at + 1) in _PRONOUN_OBJECTS:
        return line.tag(at + 2) in (*CONTENT, "determiner", "adverb")
    phrase = phrase_from(line, at + 1)
    if phrase is None or any(line.lower(i) in _CALLED_TOGETHER for i in range(phrase.first, phrase.last + 1)):
        return False
    articled = line.tag(phrase.first) == "determiner" and line.lower(phrase.first) not in ("a", "an")
    adjective = phrase.last - phrase.first > 1 and not line.nouns.knows(line.lower(phrase.last))
    return line.tag(phrase.last + 1) == "determiner" or (articled and adjective)


def _quotes_after_apposition(line: Line, at: int) -> bool:
    """Whether a quotation follows an object and its apposition: "called her, the last liberal, “a weathervane”"."""
    for index in range(at + 1, min(at + 2 + _FAR, len(line.words))):
        if line.quoted[index]:
            return line.lower(index - 1) == ","
        if line.is_finite(index) or line.lower(index) in (";", ":"):
            return False
    return False


_NEEDS: Mapping[Frame, Callable[[Setting], bool]] = {
    "plain": _is_said,
    "quote": _is_quoted,
    "content": _has_content,
    "asks": _asks,
    "figure": _has_figure,
    "object": _has_object,
    "noun": _tells_of_speech,
    "speech": _judges_speech,
    "as": _has_as,
    "named": _names_it,
    "deed": _is_about_a_deed,
    "guilty": _blames,
}
"""What each frame of `lexicon/reporting.yaml` asks for."""

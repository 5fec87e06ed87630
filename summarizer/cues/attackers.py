"""Who attacked and what was attacked, as spans of the text where the wording names them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.arms import nations, owners
from summarizer.cues.attribution import find_attributions
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.foreign_deeds import german_doers, is_foreign_noun
from summarizer.cues.lines import lines_of
from summarizer.cues.phrases import phrase_from
from summarizer.cues.shown import shown_by, stands_for_another
from summarizer.cues.subjects import subject_before
from summarizer.cues.triggers import attack_words, is_of_assailant, names_means
from summarizer.cues.verb_forms import is_past
from summarizer.cues.vocabulary import names, pattern
from summarizer.cues.words import word_classes
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.violent_acts import Act

_NEAR = 5  # words before a deed among which its doer is named
_SAID_BEFORE = 32  # characters before an assailant that may hold ", said the"
_OFFICIAL_NEAR = 2  # words between police or troops and the deed whose subject they are
_AUXILIARY = 12  # characters before a deed that may hold its auxiliary
_BEFORE_NOUN = 4  # words before a band's noun among which a preposition makes it an object
_NOUN_OF_COUNT = 4  # words from a figure to the noun that it counts
_UNLIKELY = -2.5  # prior of a telling from which on the arms that it names count where nothing else tells
_LEAST_LIKELY = -0.8  # prior of a telling from which on its doers count
_WHERE = re.compile(r"\bwhere(?: the| an?)? $")
_DEED_NOUNS = frozenset("attack attacks raid raids strike strikes assault assaults bombing bombings".split())
_ARTICLES = frozenset("a an the this that".split())
_SAID_NEAR = 24  # characters behind a name within which "said" makes it a source


def agents(backdrop: Backdrop, part: Span, trigger: Span, places: Sequence[Span]) -> frozenset[str]:
    """The states and names just before a deed in the active voice; "Israeli" gives Israel."""
    document = backdrop.document
    before = document.text[part.start : trigger.start]
    near = trigger.start - len(" ".join(before.split(" ")[-_NEAR:]))
    passive = attack_words(document.language, "passive").search(before[-12:])
    deed = document.text[slice(*trigger)]
    if passive or any(attack_words(document.language, noun).fullmatch(deed) for noun in ("mere_noun", "attack")):
        return frozenset()  # a noun has no doer before it: "Kyiv condemned the strike"
    placed = {place.start for place in places}
    forms = [
        name.form
        for name in backdrop.names_in(Span(near, trigger.start))
        if name.start not in placed and _may_do(document, document.text[name.end : trigger.start])
    ]
    words = [word for word in document.text[near : trigger.start].split() if word[:1].isupper()]
    nations = {state for word in words if (state := states.demonym_of(word))}
    return frozenset(states.demonym_of(form) or states.state_of(form) or form for form in forms) | nations


def perpetrators(backdrop: Backdrop, acts: Sequence[Act]) -> tuple[Span, ...]:
    """Who is shown doing it: subjects and agents of its verbs, bands, the nation of what struck; `acts` fullest first.

    Of doers without a name only the first counts: "gunmen" here are "the attackers" there. A nation counts where the
    text tells nobody else, a pronoun where nothing else tells.
    """
    document = backdrop.document
    clear = [(act, shown_by(document, act)) for act in acts if act.prior > _LEAST_LIKELY]
    clear = [(act, spans) for act, spans in clear if spans or act.tells_violence]
    clear = [(act, spans) for act, spans in clear if act is acts[0] or "total" not in act.cues]
    told = [act for act, _ in clear]
    shown = [span for _, spans in clear for span in spans]
    verbs = names(document.language, "violence", "does_to")
    if document.language.startswith("de"):
        shown += [span for act in told for span in german_doers(document, act, main=act is acts[0])]
    named = [] if verbs else [span for act in told for span in _subjects(document, act)]
    bands = [span for act in told for span in _assailants(backdrop, act)]
    of_name = [span for span in (*shown, *bands) if _is_named(backdrop, span)]
    pronouns = [span for span in shown if stands_for_another(document, span)]
    common = [span for span in shown if span not in pronouns]
    of_arms = [] if named or of_name else _of_arms(backdrop, told, common)
    least = [] if named or of_name or of_arms else (*common, *bands, *pronouns)[:1]
    if not least and not of_name and not of_arms:
        of_arms = [span for act in acts if act.prior > _UNLIKELY for span in nations(backdrop, act)]
    found: dict[str, Span] = {}
    told_of = (*named, *of_name, *of_arms, *least)
    for span in told_of:
        if any(s.start <= span.start and span.end <= s.end and s != span for s in told_of):
            continue  # the "Iraq insurgents" of "al Qaeda in Iraq insurgents"
        found.setdefault(document.text[slice(*span)].casefold(), span)
    return tuple(found.values())


def _of_arms(backdrop: Backdrop, acts: Sequence[Act], common: Sequence[Span]) -> list[Span]:
    """Whose arms or attack it was; of an attack that somebody unnamed is shown doing only what its own telling says."""
    fullest = [act for act in acts[:1] if not any(act.clause.start <= s.start < act.clause.end for s in common)]
    by = fullest if common else acts
    return [span for act in by for span in nations(backdrop, act)] or [s for act in by for s in owners(backdrop, act)]


def _is_named(backdrop: Backdrop, span: Span) -> bool:
    """Whether a name stands in the phrase: "Boko Haram fighters"."""
    return bool(backdrop.names_in(span))


def is_passive(document: Document, act: Act, deed: Span) -> bool:
    """Whether the deed is told of whom it was done to."""
    before = document.text[act.clause.start : deed.start][-_AUXILIARY:].lstrip()
    passive = attack_words(document.language, "passive")
    auxiliary = document.text[slice(*deed)].split()[:-1]  # "were shot" is all one deed
    told = f"{auxiliary[0]} " if document.language.startswith("en") and auxiliary else f"{' '.join(auxiliary)} "
    return bool(passive.search(before) or (auxiliary and passive.search(told)))


def _may_do(document: Document, between: str) -> bool:
    """Whether the words between a name and a deed let the name be its doer: "Hezbollah says it fired"."""
    said = attack_words(document.language, "said").search(between)
    return not said or bool(attack_words(document.language, "pronoun").search(between))


def _subjects(document: Document, act: Act) -> Iterator[Span]:
    """The named subject of the deed's verb in the active: "Russia attacked Odesa", "Israel's navy has shelled"."""
    line = lines_of(document)[act.sentence.number - 1]
    for deed in act.deeds:
        at = line.position(deed.start)
        if is_passive(document, act, deed) or not line.is_finite(at) or line.quoted[at]:
            continue
        phrase = subject_before(line, at)
        if phrase and line.tag(phrase.head) == "name" and not _is_weapon(document, line.lower(phrase.head)):
            start, end = line.span(phrase.first, phrase.last)
            if start >= act.clause.start and not any(start <= place.start < end for place in act.places):
                yield Span(start, end)


def _is_weapon(document: Document, word: str) -> bool:
    """Whether the head of a named subject is what it struck with: "a Shahed drone"."""
    return names_means(document.language, word)


def _assailants(backdrop: Backdrop, act: Act) -> Iterator[Span]:
    """The bands that did it, by their name where they have one: before the deed as those who do it, or behind "by"."""
    document = backdrop.document
    text, language = document.text, document.language
    by = re.compile(rf"{attack_words(language, 'by').pattern}\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)
    for match in attack_words(language, "assailant").finditer(text, *act.clause):
        earliest = match.start() if language.startswith("de") else act.clause.start  # German nouns all have capitals
        span = Span(_with_name(text, match.start(), earliest), match.end())
        if _is_source(document, act, span) or _qualifies(document, act, span) or _suffers(document, act, span):
            continue
        before = text[act.clause.start : match.start()]
        behind = by.search(before) and not attack_words(language, "ruled_by").search(before)
        if behind and attack_words(language, "official").fullmatch(match.group()):
            behind = bool(attack_words(language, "suffered_by").search(before)) and not is_of_assailant(
                language, before
            )
        if _does(document, act, span) or behind:
            named = [n for n in backdrop.names_in(span) if not states.demonym_of(n.form)]
            whose = any(states.demonym_of(word) for word in text[slice(*span)].split()) or backdrop.names_in(span)
            if not whose and attack_words(language, "means_airstrike").fullmatch(text, *match.span()):
                yield from _owner_of(document, act, span)
                continue
            yield Span(named[0].start, named[0].end) if named else span


def _owner_of(document: Document, act: Act, arms: Span) -> Iterator[Span]:
    """Whose arms they are, where "of" tells it: "fighter jets of | the coalition"; arms by themselves are nobody."""
    line = lines_of(document)[act.sentence.number - 1]
    at = line.position(arms.end)
    owner = phrase_from(line, at + 1) if line.lower(at) == "of" else None
    if owner and (owner.is_named(line) or line.nouns.kind(line.lower(owner.head)) == "body"):
        yield Span(*owner.span(line))


def _is_source(document: Document, act: Act, span: Span) -> bool:
    """Whether the people only tell it: the police who say so did not do it."""
    text, language = document.text, document.language
    said = [a.speaker for a in find_attributions(document) if a.speaker and a.sentence == act.sentence.number]
    if any(start < span.end and span.start < end for start, end in said):
        return True
    source = [attack_words(language, name) for name in ("said", "accuses")]
    told = re.compile(rf"[,”“\"’]\s*{attack_words(language, 'said').pattern}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
    after = text[span.end : act.clause.end].lstrip()[:_SAID_NEAR]
    return any(words.search(after) for words in source) or bool(told.search(text[: span.start][-_SAID_BEFORE:]))


def _qualifies(document: Document, act: Act, span: Span) -> bool:
    """Whether the noun only qualifies another one: "a terrorist attack", "the police station", "an army officer"."""
    rest = document.text[span.end : act.clause.end]
    after = re.match(r"\s+([a-z][\w-]*)", rest)
    if after is None:
        title, weekday = re.match(r"\s+([A-Z]\w+)", rest), attack_words(document.language, "weekday")
        return bool(re.match(r"[’']s\b|-", rest) or (title and not weekday.fullmatch(title.group(1))))
    language, word = document.language, after.group(1)
    lists = [pattern(language, "casualties", name) for name in ("body_after", "person", "thing")]
    lists += [attack_words(language, name) for name in names(language, "violence", "act_") if word.endswith("s")]
    noun = attack_words(language, "mere_noun").fullmatch(word) or word in _DEED_NOUNS
    return bool(noun) or any(each.fullmatch(word) for each in lists)


def _suffers(document: Document, act: Act, span: Span) -> bool:
    """Whether the people are those whom the deed harmed."""
    harmed = [Span(act.sentence.start + c.start, act.sentence.start + c.end) for c in act.casualties]
    return any(_counts(document, h, span) for h in harmed if h.start <= span.start)


def _counts(document: Document, harmed: Span, span: Span) -> bool:
    """Whether the noun is the counted one, the first behind the figure: "nine soldiers were killed"."""
    between = document.text[harmed.start : span.end]
    prepositions = word_classes(document.language).prepositions
    parted = any(word in prepositions or word.endswith(",") for word in document.text[harmed.end : span.start].split())
    return len(between.split()) <= _NOUN_OF_COUNT and not parted


def _does(document: Document, act: Act, span: Span) -> bool:
    """Whether the people stand before a deed in the active as its subject: "died when gunmen opened fire"."""
    deed = next((d for d in act.deeds if d.end >= span.end and not _is_noun(document, d)), None)
    if deed is None or is_passive(document, act, deed) or _is_object(document, act, span):
        return False
    between = re.sub(r"^,[^,]*,", "", document.text[span.end : max(deed.start, span.end)])
    line = lines_of(document)[act.sentence.number - 1]
    opens = between.find(", ")
    if opens >= 0 and not is_past(line.lower(line.position(deed.start - len(between) + opens + 2))):
        return False  # another subject begins: "where gangs rule, drones struck"
    official = attack_words(document.language, "official").fullmatch(document.text[slice(*span)])
    if official and len(between.split()) > _OFFICIAL_NEAR:
        return False
    if "had" in between.split() and _WHERE.search(document.text[act.clause.start : span.start]):
        return False  # what had happened there before: "where the army had attacked a camp"
    return not attack_words(document.language, "passive_deed").search(between)


def _is_noun(document: Document, deed: Span) -> bool:
    """Whether an article makes the deed a thing: "killed two soldiers in an attack"."""
    before = document.text[: deed.start].split()[-2:]
    if not document.language.startswith("en"):
        return is_foreign_noun(document, deed)
    return document.text[slice(*deed)].casefold() in _DEED_NOUNS and any(w in _ARTICLES for w in before)


def _is_object(document: Document, act: Act, span: Span) -> bool:
    """Whether a preposition or a participle governs the noun: "an attack on soldiers"."""
    before = document.text[act.clause.start : span.start].split()[-_BEFORE_NOUN:]
    language = document.language
    for word in reversed(before):
        if word.endswith(("ing", ",", "–", "—")):
            break
        if attack_words(language, "of_many").fullmatch(word):
            break
        if attack_words(language, "leads_to_object").fullmatch(word.casefold()):
            return not attack_words(language, "quantity_of").search(" ".join(before))
    return False


def _with_name(text: str, start: int, earliest: int) -> int:
    """Where "Israeli warplanes" or "Boko Haram fighters" begins, whose last word alone would be anybody's."""
    before = re.search(r"(?:[^\W\d_a-z][\w’'-]*\s+)+$", text[earliest:start])
    opens = not text[earliest:start].strip() or (before and before.start() == 0 and len(before.group().split()) == 1)
    if before is None or (opens and not states.demonym_of(before.group().split()[-1])):
        return start
    return earliest + before.start()

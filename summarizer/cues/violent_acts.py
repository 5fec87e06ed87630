"""Tellings of violence in one sentence, each with the cues for and against that it is told as having happened; pure.

A telling's `prior` is the sum of the weights of its cues (`act_weights`), on the scale of log-odds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from summarizer.cues.act_weights import VIOLENCE, prior
from summarizer.cues.anaphora import takes_up
from summarizer.cues.attackers import agents
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.casualties import Casualty, find_casualties
from summarizer.cues.clauses import Span, coordinate_parts, trim
from summarizer.cues.deeds import deeds_of
from summarizer.cues.distribution import by_place
from summarizer.cues.doubts import against, unplaced
from summarizer.cues.lines import lines_of
from summarizer.cues.occasions import Occasion, is_within_relative, occasion
from summarizer.cues.other_events import counts_deeds, number_of, parted
from summarizer.cues.places import Whereabouts, find_places, whereabouts
from summarizer.cues.sections import items_of
from summarizer.cues.stems import stem
from summarizer.cues.tolls import source_of
from summarizer.cues.topics import by_topic, told_as_news
from summarizer.cues.triggers import Trigger, attack_words, find_triggers, is_of_assailant, kinds, means
from summarizer.document import Document, Sentence
from summarizer.schema import AttackKind

_OF_THE_SENTENCE = frozenset({"accident", "drill", "fiction", "foiled", "never_came"})
"""Cues that hold for every part of the sentence."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_OPENING = 12  # characters of a clause within which a time is its first word


@dataclass(frozen=True)
class Act:
    """One telling. `clause` is the part of the sentence that tells it; spans are offsets into the document's text.

    `number` tells which of several attacks it is ("second"), `tells_several` that it speaks of several ("raids").

    `trigger` is the first of the words that tell violence, `deeds` are all of them.

    `source` is who gives its figures, `item` the item of a digest that it stands in, 0 for none.

    `definite` when it takes up an earlier telling ("the strike"), `another` when it sets itself off from one ("a second
    raid"), `background` when it looks back ("last March"), `undated` when its day is not that of the news ("recent
    raids"). `agents` are the names and states that did it. `words` are the stems of its words, `taken_up` of those that
    it takes for known ("the depot").
    """

    sentence: Sentence
    clause: Span
    trigger: Span
    deeds: tuple[Span, ...]
    kinds: Counter[AttackKind]
    places: tuple[Span, ...]
    where: Whereabouts
    occasion: Occasion | None
    weapon: Span | None
    casualties: tuple[Casualty, ...]
    cues: frozenset[str]
    definite: bool
    another: bool
    background: bool
    undated: bool
    agents: frozenset[str]
    words: frozenset[str]
    taken_up: frozenset[str]
    source: str = ""
    number: str = ""
    tells_several: bool = False
    item: int = 0

    @property
    def prior(self) -> float:
        """Log-odds, by its cues alone, that it tells violence that happened."""
        return prior(self.cues)

    def going_on(self) -> Act:
        """The same beside the telling of an attack that had other victims elsewhere: "in Tyre six people were hurt"."""
        return replace(self, cues=self.cues | {"goes_on"})

    @property
    def dead(self) -> frozenset[int | None]:
        """The numbers of dead that it counts, shares and older figures left out."""
        told = (c for c in self.casualties if c.kind == "killed" and c.counted and not (c.part or c.old or c.revised))
        return frozenset(casualty.count.low for casualty in told)

    @property
    def tells_violence(self) -> bool:
        """Whether it tells an act and not only its victims."""
        return bool(self.cues & VIOLENCE)


def find_acts(backdrop: Backdrop, sentence: Sentence) -> list[Act]:
    """The tellings of violence or of its victims in the sentence, in order; likely or not."""
    whole = Span(sentence.start, sentence.end)
    own, other = parted(backdrop.document, whole)
    found = _told_in(backdrop, sentence, own) if other else []
    if other and any(act.tells_violence for act in found):
        behind = _act(backdrop, sentence, other)
        return [*found, replace(behind, another=True, background=True, definite=False)] if behind else found
    return _told_in(backdrop, sentence, whole)


def _told_in(backdrop: Backdrop, sentence: Sentence, whole: Span) -> list[Act]:
    """The tellings in a sentence or a part of it."""
    found: list[Act] = []
    for part in coordinate_parts(backdrop.document.text, whole, backdrop.document.language):
        act = _act(backdrop, sentence, part)
        if act is None:
            continue
        if found and _same_telling(backdrop.document, found[-1], act):
            joined = Span(found[-1].clause.start, act.clause.end)
            found[-1] = _act(backdrop, sentence, joined) or found[-1]
        else:
            found.append(act)
    if len(found) == 1 and found[0].clause != whole:
        found = [_within(backdrop, sentence, found[0])]
    return [apart for act in found for apart in by_place(backdrop, act)]


def _within(backdrop: Backdrop, sentence: Sentence, own: Act) -> Act:
    """The telling of the one part that tells violence, with what the others add: "On Thursday, while …, a rocket fell".

    A place and a day of its own stand; what a semicolon parts from it says at most that it was an accident.
    """
    text = backdrop.document.text
    start = max((text.rfind("; ", sentence.start, own.clause.start) + 1, sentence.start))
    end = text.find("; ", own.clause.end, sentence.end)
    whole = _act(backdrop, sentence, trim(text, start, sentence.end if end < 0 else end))
    around = _act(backdrop, sentence, Span(sentence.start, sentence.end))
    if whole is None or around is None:
        return own
    whole = replace(whole, cues=whole.cues | (around.cues & _OF_THE_SENTENCE))
    if own.places:
        whole = replace(whole, places=own.places, where=own.where)
    return replace(whole, occasion=own.occasion or whole.occasion)


def _same_telling(document: Document, first: Act, second: Act) -> bool:
    """Whether two parts of one sentence tell one attack: the second brings no other place and no other time."""
    if second.another and second.tells_violence:
        return False
    if first.tells_violence and second.tells_violence:
        if first.dead and second.dead and first.dead != second.dead:
            return False
        if first.casualties and second.casualties and _differ(first.kinds, second.kinds):
            return False
        if second.places and second.weapon and not second.definite and _differ(first.kinds, second.kinds):
            return False
        return not (first.places and second.places) and not (first.occasion and second.occasion)
    return not (first.places and second.places) or _forms(document, first) == _forms(document, second)


def _differ(first: Counter[AttackKind], second: Counter[AttackKind]) -> bool:
    """Whether each votes for a kind and none is the other's: "shot by gunmen, and three were hurt by a bomb"."""
    return bool(first and second) and not set(first) & set(second)


def _forms(document: Document, act: Act) -> set[str]:
    return {document.text[slice(*place)] for place in act.places}


def _act(backdrop: Backdrop, sentence: Sentence, part: Span) -> Act | None:
    """The telling of one part of the sentence; None where it tells neither violence nor victims."""
    told = _Passage.of(backdrop, sentence, part)
    if told is None:
        return None
    document, language, text = backdrop.document, backdrop.document.language, told.text
    places = tuple(find_places(backdrop, part))
    when = occasion(backdrop, sentence, part, told.trigger)
    weapon = means(language, text) if told.triggers else None
    named = {"place": places, "when": when, "weapon": weapon, "casualty": told.casualties}
    cues = _cues(told, when, {name for name, there in named.items() if there})
    earlier = when is not None and when.onset and "total" in cues  # "the worst since May, when six were killed"
    cues -= {"total"} if earlier else set()
    of_late = counts_deeds(language, text)
    return Act(
        sentence=sentence,
        clause=part,
        trigger=told.trigger,
        deeds=tuple(sorted(_moved(trigger.span, part.start) for trigger in told.triggers)),
        kinds=kinds(backdrop, text),
        places=places,
        where=_where(backdrop, sentence, places, cues),
        occasion=when,
        weapon=_moved(weapon, part.start) if weapon else None,
        casualties=told.casualties,
        cues=cues,
        definite=not earlier
        and (of_late or takes_up(language, text, told.triggers) or _told_by_day(language, document.text, when)),
        another=earlier or (not of_late and bool(attack_words(language, "another").search(text))),
        background=earlier or _looks_back(document, text, told.first),
        undated=bool(attack_words(language, "recent").search(text)),
        agents=agents(backdrop, part, told.trigger, places) if told.triggers else frozenset(),
        words=frozenset(map(stem, _WORD.findall(text))),
        taken_up=_taken_up(language, text),
        source=source_of(document, sentence, part) if told.casualties else "",
        number=number_of(language, text),
        tells_several=bool(attack_words(language, "several_deeds").search(text)),
        item=items_of(document).get(sentence.paragraph, 0),
    )


@dataclass(frozen=True)
class _Passage:
    """A part of a sentence that tells violence or victims; the triggers' offsets are into its `text`."""

    backdrop: Backdrop
    sentence: Sentence
    part: Span
    text: str
    triggers: Sequence[Trigger]
    casualties: tuple[Casualty, ...]

    @classmethod
    def of(cls, backdrop: Backdrop, sentence: Sentence, part: Span) -> _Passage | None:
        """The passage, None where it tells neither."""
        text = backdrop.document.text[slice(*part)]
        casualties = _casualties(backdrop.document, sentence, part)
        triggers = find_triggers(backdrop, text) or _done(backdrop.document, sentence, part, casualties)
        happened = attack_words(backdrop.document.language, "happened").search(text)
        told = triggers or casualties or happened
        return cls(backdrop, sentence, part, text, triggers, casualties) if told else None

    @property
    def first(self) -> Span | None:
        """The first words of violence."""
        return min((trigger.span for trigger in self.triggers), default=None)

    @property
    def trigger(self) -> Span:
        """The same as offsets into the document; where there are none, where the part begins."""
        return _moved(self.first or Span(0, 0), self.part.start)


def _done(document: Document, sentence: Sentence, part: Span, casualties: Sequence[Casualty]) -> list[Trigger]:
    """Verbs of violence by their subject, however far before: attackers, or somebody told before who killed people."""
    line, found = lines_of(document)[sentence.number - 1], []
    killed = any(casualty.kind == "killed" and casualty.count.high != 0 for casualty in casualties)
    for deed in deeds_of(document)[sentence.number - 1]:
        if part.start <= deed.verb.start < part.end:
            pronoun = deed.doer.is_pronoun(line)
            if (pronoun and killed) or is_of_assailant(document.language, line.quote(deed.doer.first, deed.doer.last)):
                found.append(Trigger("assailed", _moved(deed.verb, -part.start), plural=False, quoted=False))
    return found


def _cues(told: _Passage, when: Occasion | None, named: Set[str]) -> frozenset[str]:
    """The cues of what a passage tells, given those of what it names."""
    backdrop, language, text = told.backdrop, told.backdrop.document.language, told.text
    cues = {trigger.sign for trigger in told.triggers} | named
    if attack_words(language, "collective").search(text) and not (when and _is_one_day(when)):
        cues |= {"total"}
    if told.sentence.paragraph in backdrop.summaries and not told.triggers:
        cues |= {"total"}
    cues |= against(backdrop, told.sentence, text, told.triggers)
    cues |= unplaced(language, text, told.triggers, told.casualties, cues)
    cues |= by_topic(backdrop, told.sentence, text, cues)
    return frozenset(cues | told_as_news(backdrop, text, told.trigger, when, cues))


def _moved(span: Span, by: int) -> Span:
    """A span of a part as one of the document."""
    return Span(by + span.start, by + span.end)


def _is_one_day(occasion: Occasion) -> bool:
    """Whether it is a day or a night: what is told of it together is one attack at several places."""
    start, end = occasion.when.start, occasion.when.end
    return bool(start and end and (end - start).days <= 1) or "morning" in occasion.when.text


def _looks_back(document: Document, text: str, deed: Span | None) -> bool:
    """Whether it tells of an earlier time; victims alone only where they open with it ("In May a man was killed")."""
    back = attack_words(document.language, "background").search(text)
    if back is None or deed is None:
        return back is not None and back.start() <= _OPENING
    return not is_within_relative(document, text, deed.end, back.start())


def _told_by_day(language: str, text: str, when: Occasion | None) -> bool:
    """Whether the day tells which deed is meant, as one known: "condemned Friday's bombing"."""
    deed = re.compile(rf"['’]s\s+(?:[\w-]+\s+){{0,2}}?{attack_words(language, 'deed').pattern}", re.IGNORECASE)
    return when is not None and when.possessive and deed.match(text, when.span.end) is not None


def _taken_up(language: str, text: str) -> frozenset[str]:
    """Stems of what the text takes for known ("the depot"), without what any telling of an attack may speak of."""
    known = (match.group(match.lastindex or 0) for match in attack_words(language, "known_thing").finditer(text))
    anybody = attack_words(language, "known_of_any")
    return frozenset(stem(thing) for thing in known if not anybody.fullmatch(thing))


def _where(backdrop: Backdrop, sentence: Sentence, places: Sequence[Span], cues: Set[str]) -> Whereabouts:
    """Its places, that of the paragraph's heading where it names none; a memorial tells another event's."""
    heading = backdrop.headings.get(sentence.paragraph)
    told = places or ([heading] if heading else [])
    return Whereabouts() if "memorial" in cues else whereabouts(backdrop.document, told)


def _casualties(document: Document, sentence: Sentence, part: Span) -> tuple[Casualty, ...]:
    """The figures of the sentence that stand in the part; their offsets stay those of the sentence."""
    first, last = part.start - sentence.start, part.end - sentence.start
    found = find_casualties(document.quote(sentence), document.language)
    return tuple(casualty for casualty in found if first <= casualty.start < last)

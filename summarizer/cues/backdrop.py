"""What a whole text lends to each of its sentences: its names, its topic, the headings of its paragraphs; pure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from summarizer import dates
from summarizer.cues import states
from summarizer.cues.clauses import Span
from summarizer.cues.frames import FrameKind, frames_of
from summarizer.cues.lines import lines_of
from summarizer.cues.names import Name, find_names
from summarizer.cues.sections import datelined, items_of
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document, Sentence

_HEADING = re.compile(r"(?:[^\W\d_a-zà-öø-ÿа-яёіїєґ][\w’'.-]*\s?){1,4}(?=[.:]\s|\s[–—-]\s)")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[:.][0-5]\d\b")
_FEWEST_ENTRIES = 3
_SHORTEST_HEADING = 4
_LONGEST_ENTRY = 8
"""Words behind the day in the heading of an entry: "8 Aug, road 12 near Besk"."""
_DENSE = 0.012
"""Share of a foreign topic's words in a text that is about it."""

_BAND_NEAR = 60
"""Characters beside a name that may tell that it is a band."""

_FEWEST_PRETENCE, _DENSE_PRETENCE, _DIFFERENT_WORDS = 4, 0.008, 3
"""Words of pretence in a text that is about it: in all, as a share of its words, and different ones."""

_LEAD = 2
"""Sentences that tell what a text is about."""

_FEWEST_FOREIGN, _FEWEST_PHYSICAL, _FEWEST_CYBER = 2, 2, 3


@dataclass(frozen=True)
class Backdrop:
    """A document and the day that its relative dates count from, with what is found once for the whole text."""

    document: Document
    published: dt.date | None

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every mention of a name."""
        return tuple(find_names(self.document))

    @cached_property
    def agents(self) -> frozenset[str]:
        """Names that speak or act somewhere in the text, or are told to be a band; states and their seats may."""
        language, text = self.document.language, self.document.text
        acts, band = pattern(language, "violence", "agent_acts"), pattern(language, "violence", "band")
        found = set()
        for name in self.names:
            if states.is_known(name.form):
                continue
            before = text[max(name.start - _BAND_NEAR, 0) : name.start].split()[-1:]
            after = text[name.end : name.end + _BAND_NEAR].lstrip()
            if acts.match(after) or any(band.fullmatch(word) for word in before):
                found.add(name.form)
        return frozenset(found)

    @cached_property
    def is_foreign(self) -> bool:
        """Whether it is about sport, markets or science, which borrow words of violence."""
        dense = max(_FEWEST_FOREIGN, _DENSE * len(self.document.text.split()))
        return any(self._hits(topic) >= dense for topic in ("sport", "market", "science"))

    @cached_property
    def is_accident(self) -> bool:
        """Whether its opening tells an accident or a disaster and no violence."""
        language = self.document.language
        lead = " ".join(self.document.quote(sentence) for sentence in self.document.sentences[:_LEAD])
        hostile = pattern(language, "violence", "hostile")
        return bool(pattern(language, "violence", "mishap").search(lead)) and not hostile.search(lead)

    @cached_property
    def is_pretence(self) -> bool:
        """Whether it is about violence acted out or shown (stage, screen, exercises), far more than about rescue."""
        words = pattern(self.document.language, "violence", "pretence").findall(self.document.text)
        dense = max(_FEWEST_PRETENCE, _DENSE_PRETENCE * len(self.document.text.split()))
        different = len({word.casefold() for word in words})
        return len(words) >= dense and different >= _DIFFERENT_WORDS and len(words) > 2 * self._hits("physical")

    @cached_property
    def is_confirmed(self) -> bool:
        """Whether what was only rumoured is told to have proved true."""
        return bool(pattern(self.document.language, "violence", "confirms").search(self.document.text))

    @cached_property
    def is_political(self) -> bool:
        """Whether it is about party politics, whose own words are those of war."""
        dense = max(_FEWEST_PRETENCE, _DENSE * len(self.document.text.split()))
        return not self.is_physical and self._hits("politics") >= dense

    @cached_property
    def is_physical(self) -> bool:
        """Whether police, hospitals or troops appear in it."""
        return self._hits("physical") >= _FEWEST_PHYSICAL

    @cached_property
    def is_cyber(self) -> bool:
        """Whether it is about computers that are attacked."""
        return self._hits("cyber") >= _FEWEST_CYBER

    @cached_property
    def headings(self) -> dict[int, Span]:
        """Capitals that open a paragraph ("EL HAMRA. Shelling of …"), by its number; not of the first, a dateline."""
        found: dict[int, Span] = {}
        for paragraph, sentences in groupby(self.document.sentences, key=lambda sentence: sentence.paragraph):
            first = next(sentences)
            match = _HEADING.match(self.document.text, first.start)
            words = match.group().strip() if match and paragraph > 0 else ""
            title = pattern(self.document.language, "violence", "section_title").fullmatch(words)
            if items_of(self.document) and (dateline := datelined(self.document, first.start)):
                found[paragraph] = Span(first.start, first.start + len(dateline))
            elif words.isupper() and len(words) >= _SHORTEST_HEADING and not title:
                found[paragraph] = Span(first.start, first.start + len(words))
            elif paragraph > 0 and (place := self._place_of_entry(first)):
                found[paragraph] = place
        return found

    @cached_property
    def entry_days(self) -> dict[int, Span]:
        """The day in the heading of an entry, "8 Aug, Besk.", by the number of its paragraph."""
        found = {}
        for paragraph in self.headings:
            first = next(sentence for sentence in self.document.sentences if sentence.paragraph == paragraph)
            if mention := self._day_first(first):
                found[paragraph] = mention
        return found

    @cached_property
    def summaries(self) -> frozenset[int]:
        """The paragraphs under a heading that names no place but sums up: "KEY FIGURES. 61 civilians killed"."""
        title = pattern(self.document.language, "violence", "section_title")
        found = set()
        for paragraph, sentences in groupby(self.document.sentences, key=lambda sentence: sentence.paragraph):
            match = _HEADING.match(self.document.text, next(sentences).start)
            words = match.group().strip() if match else ""
            if words.isupper() and title.fullmatch(words):
                found.add(paragraph)
        return frozenset(found)

    def _place_of_entry(self, sentence: Sentence) -> Span | None:
        """The last name of a first sentence that is nothing but a day and a place."""
        day = self._day_first(sentence)
        named = self.names_in(Span(day.end, sentence.end)) if day else []
        return Span(named[-1].start, named[-1].end) if named else None

    def _day_first(self, sentence: Sentence) -> Span | None:
        """The day with which a sentence without a verb opens that has a place behind its comma."""
        text = self.document.quote(sentence)
        mention = next(iter(dates.find(text, self.document.language)), None)
        rest = text[mention.end :] if mention and mention.start == 0 else ""
        line = lines_of(self.document)[sentence.number - 1]
        short = rest.startswith((",", ":", " –", " -")) and len(rest.split()) <= _LONGEST_ENTRY
        finite = any(line.is_finite(at) and line.tag(at) != "word" for at in range(len(line.words)))
        if mention is None or not short or finite:
            return None
        return Span(sentence.start, sentence.start + mention.end)

    @cached_property
    def newest_first(self) -> bool:
        """Whether its paragraphs open with times of day that run backwards, as a live ticker's do."""
        firsts = (next(sentences) for _, sentences in groupby(self.document.sentences, key=lambda s: s.paragraph))
        clocks = [match.group() for first in firsts if (match := _CLOCK.match(self.document.text, first.start))]
        falling = sum(one > other for one, other in pairwise(clocks))
        return len(clocks) >= _FEWEST_ENTRIES and falling > len(clocks) / 2

    def frames(self, sentence: Sentence) -> frozenset[FrameKind]:
        """What other statements of the text say of the events that a sentence tells; under headings only its own."""
        governing = (f for f in frames_of(self.document) if f.first <= sentence.number <= f.last)
        apart = bool(self.headings)
        return frozenset(f.kind for f in governing if not apart or f.sentence.paragraph == sentence.paragraph)

    def names_in(self, span: Span) -> list[Name]:
        """The names that stand within `span`."""
        return [name for name in self.names if span.start <= name.start and name.end <= span.end]

    def _hits(self, topic: str) -> int:
        return len(pattern(self.document.language, "violence", topic).findall(self.document.text))

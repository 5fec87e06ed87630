"""All candidate actors of a document, gathered sentence by sentence, and the speakers of its attributions among them; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.cues import identity, states
from summarizer.cues.attribution import Attribution
from summarizer.cues.groups import find_groups
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.names import Name
from summarizer.cues.nouns import Nouns, nouns
from summarizer.cues.phrases import phrase_from, subject_before
from summarizer.cues.referents import antecedents
from summarizer.cues.referents.likeness import acts, learn
from summarizer.cues.referents.pronouns import Presence, is_clear, ranked
from summarizer.cues.referents.referent import Referent, Resolved, Span
from summarizer.cues.referents.roles import head_of, kind_of_phrase, roles_of
from summarizer.cues.words import POSSESSIVES, PRONOUNS
from summarizer.document import Document

_ISSUED = frozenset(
    "statement communiqué communique letter message note email e-mail post memo notice release recording video circular text".split()
)
_COLLECTIVE = frozenset("police staff crew public crowd personnel jury clergy gendarmerie".split())
_MOST_CANDIDATES = 6
_LEAD = 3
"""Sentences at the start of an article in which an unnamed person may be told whose name comes later."""


class Referents:
    """All candidate actors of a document, built from its names; speakers without a name join as they are resolved."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self._known: list[Referent] = []
        self._topics: list[tuple[int, int, Referent]] = []
        self._speakers: list[tuple[int, int, Referent]] = []
        self._starts = [sentence.start for sentence in document.sentences]
        self._nouns: Nouns = nouns(document.language)
        self._groups = find_groups(document, list(names))
        for line in lines_of(document):
            self._gather(line, [n for n in names if n.sentence == line.sentence.number])
            self._note_topic(line)
        self._name_the_unnamed()

    @property
    def all(self) -> list[Referent]:
        """The candidates in the order they were found; unnamed ones once they speak or are joined."""
        return [referent for referent in self._known if not referent.latent]

    def resolve(self, attributions: Sequence[Attribution]) -> list[Resolved]:
        """Each attribution with the referent of its speaker, in text order; one a sentence, speaker and clause."""
        resolved: list[Resolved] = []
        for attribution in attributions:
            hit = self._resolved(attribution)
            if hit.referent:
                hit.referent.speaks, hit.referent.latent = True, False
                sentence = self.document.sentences[attribution.sentence - 1]
                self._speakers.insert(0, (sentence.number, sentence.paragraph, hit.referent))
            resolved.append(hit)
        return _without_repeats(resolved)

    def join_groups(self, groups: Sequence[tuple[Span, str]]) -> None:
        """Take unnamed actors: a phrase that means somebody known adds a form, any other is an actor of its own."""
        for (start, end), _ in groups:
            referent = self._holding(start, end) or self._phrase(start, end)[0]
            referent.acts, referent.latent = True, False

    def of_phrase(self, start: int, end: int) -> Referent:
        """The referent of the noun phrase `text[start:end]`: its name's, its role's, or a new one named as written."""
        referent = self._phrase(start, end)[0]
        referent.latent = False
        return referent

    def _gather(self, line: Line, names: Sequence[Name]) -> None:
        """Note the names and the unnamed actors of a sentence."""
        for name in names:
            first = next(i for i, token in enumerate(line.words) if token.start >= name.start)
            last = line.last_of_name(first)
            told = list(roles_of(line, first, last))
            roles = [self.document.text[slice(*span)] for span in told]
            referent = self._by_name(name, line) or self._new(Referent({}))
            referent.add(name.form, (name.start, name.end))
            referent.held += told
            referent.roles += [role for role in roles if role not in referent.roles]
            learn(referent, line, first, last, roles)
            referent.acts = referent.acts or acts(line, first, last)
        for (start, end), _ in self._groups:
            if line.sentence.start <= start < line.sentence.end and not self._holding(start, end):
                self._gather_group(start, end)

    def _gather_group(self, start: int, end: int) -> None:
        before = len(self._known)
        referent, _ = self._phrase(start, end)
        if len(self._known) > before:
            referent.latent = True

    def _note_topic(self, line: Line) -> None:
        """The subject of the sentence's first clause outside quotations is what the next pronoun is likely to mean."""
        verb = next((i for i in range(1, len(line.words)) if line.is_finite(i) and not line.quoted[i]), None)
        phrase = subject_before(line, verb) if verb is not None else None
        phrase = phrase or (phrase_from(line, 0) if line.words and not line.quoted[0] else None)
        if phrase is None:
            return
        start, end = phrase.span(line)
        whom = PRONOUNS.get(line.lower(phrase.head)) if line.tag(phrase.head) == "pronoun" else None
        topic = (
            self._of_pronoun(line.sentence.number, start, whom)[0]
            if whom
            else self._holding(start, end) or self._named_in(start, end)
        )
        if topic:
            self._topics.insert(0, (line.sentence.number, line.sentence.paragraph, topic))

    def _name_the_unnamed(self) -> None:
        """An unnamed person of the lead becomes the one later named with that role: "A state judge", then "Judge Tallbear"."""
        lead = self.document.sentences[min(_LEAD, len(self.document.sentences)) - 1].end
        for unnamed in [r for r in self._known if r.common and r.person and r.first < lead]:
            head = head_of(next(iter(unnamed.forms)))
            people = [r for r in self._known if r.person and not r.common and r.first > unnamed.first]
            named = [r for r in people if any(head in (head_of(role), role.casefold()) for role in r.roles)]
            if len(named) == 1:
                self._merge(unnamed, named[0])
            elif not named and (follower := self._named_next(unnamed, people)):
                self._merge(unnamed, follower)

    def _named_next(self, unnamed: Referent, people: Sequence[Referent]) -> Referent | None:
        """The first person named, who is the subject right after a sentence about "the prime minister" and has no role."""
        first = min(people, key=lambda r: r.first, default=None)
        if first is None or first.roles or not antecedents.is_definite(next(iter(unnamed.forms))):
            return None
        topics = {number: referent for number, _, referent in reversed(self._topics)}
        told = next((number for number in sorted(topics) if topics[number] is unnamed), None)
        return first if told is not None and topics.get(told + 1) is first else None

    def _merge(self, lost: Referent, kept: Referent) -> None:
        for form, spans in lost.forms.items():
            for span in spans:
                kept.add(form, span)
        kept.acts = kept.acts or lost.acts
        self._known.remove(lost)
        self._topics = [(n, p, kept if r is lost else r) for n, p, r in self._topics]

    def _resolved(self, attribution: Attribution) -> Resolved:
        via = self._phrase(*attribution.via)[0] if attribution.via else None
        if attribution.speaker is None:
            return replace(self._going_on(attribution), via=via)
        start, end = attribution.speaker
        if issuer := self._issuer(start, end):
            return Resolved(attribution, issuer, False, self._bodies(start, issuer), via)
        if attribution.pronoun and (named := self._named_later(attribution)):
            return Resolved(attribution, named, True, (), via)
        if attribution.pronoun:
            referent, sure, candidates = self._of_pronoun(
                attribution.sentence, start, PRONOUNS.get(attribution.pronoun, "any")
            )
            if referent and attribution.pronoun in ("he", "she", "er", "il", "elle", "він", "вона", "он", "она"):
                referent.gender = referent.gender or ("female" if PRONOUNS[attribution.pronoun] == "female" else "male")
            return Resolved(attribution, referent, sure, candidates, via)
        referent, sure = self._phrase(start, end)
        return Resolved(attribution, referent, sure, () if sure else self._bodies(start, referent), via)

    def _issuer(self, start: int, end: int) -> Referent | None:
        """Whoever "the statement" or "a communiqué" speaks for: the latest body that spoke or was spoken of."""
        words = self.document.text[start:end]
        if (
            self._nouns.kind(head_of(words)) != "document"
            or head_of(words) not in _ISSUED
            or self._named_in(start, end)
        ):
            return None
        sentence = self.document.sentence_at(start)
        number = sentence.number if sentence else 0
        near = [r for n, _, r in (*self._speakers, *self._topics) if 0 <= number - n <= 2 and (r.body or not r.person)]
        return next(iter(near), None)

    def _named_later(self, attribution: Attribution) -> Referent | None:
        """The subject of the sentence, where a possessive before it points forward: "By his own account, Leclerc had slept"."""
        sentence = self.document.sentences[attribution.sentence - 1]
        assert attribution.speaker is not None
        start, end = attribution.speaker
        if self.document.text[start:end].casefold() not in POSSESSIVES or start - sentence.start > 12:
            return None
        return next(
            (r for n, _, r in self._topics if n == attribution.sentence and r.last_before(sentence.end) > start), None
        )

    def _going_on(self, attribution: Attribution) -> Resolved:
        """A quotation without any speaker is the last speaker's, or else the last topic's."""
        start = self.document.sentences[attribution.sentence - 1].start
        near = [r for number, _, r in self._speakers if attribution.sentence - number <= 2]
        topics = [r for number, _, r in self._topics if 0 <= attribution.sentence - number <= 1 and r.person]
        referent = next(iter(near + topics), None)
        recent = sorted((r for r in self._known if r.last_before(start) >= 0), key=lambda r: -r.last_before(start))
        return Resolved(attribution, referent, False, tuple(recent[:_MOST_CANDIDATES]))

    def _of_pronoun(
        self, sentence: int, offset: int, whom: str | None
    ) -> tuple[Referent | None, bool, tuple[Referent, ...]]:
        here = self.document.sentences[sentence - 1]
        presence = Presence(sentence, here.paragraph, self._speakers, self._topics)
        scored = ranked(self._known, whom or "any", offset, presence, self._starts)
        chosen = scored[0][1] if scored else None
        return chosen, is_clear(scored), tuple(referent for _, referent in scored[:_MOST_CANDIDATES])

    def _bodies(self, at: int, own: Referent | None) -> tuple[Referent, ...]:
        known = [r for r in self._known if not r.person and not r.plural and r is not own and r.last_before(at) >= 0]
        return tuple(sorted(known, key=lambda r: (not r.speaks, -r.last_before(at)))[:_MOST_CANDIDATES])

    def _phrase(self, start: int, end: int) -> tuple[Referent, bool]:
        """The referent of a noun phrase and whether that is sure."""
        words = self.document.text[start:end]
        if named := self._named_in(start, end):
            return named, True
        if held := self._holding(start, end):
            if held.common and any(s == start for s, _ in held.spans()):
                held.add(words, (start, end))
            return held, True
        before = sorted((r for r in self._known if r.last_before(start) >= 0), key=lambda r: -r.last_before(start))
        found = antecedents.government_of(words, self._known) or next(
            (r for r in before if any(f.casefold() == words.casefold() for f in r.forms)), None
        )
        if found is None and antecedents.is_definite(words):
            found = antecedents.by_role(words, before, self._nouns) or antecedents.by_noun(words, before, self._nouns)
        if found:
            found.add(words, (start, end))
            return found, True
        bodies = antecedents.generic_bodies(words, before, self._nouns)
        if bodies:
            bodies[0].add(words, (start, end))
            return bodies[0], len(bodies) == 1
        return self._common(start, end), True

    def _common(self, start: int, end: int) -> Referent:
        words = self.document.text[start:end]
        kind = kind_of_phrase(words, self._nouns)
        collective = head_of(words) in _COLLECTIVE
        referent = self._new(
            Referent(
                {},
                common=True,
                person=kind == "person",
                body=kind == "body" or collective,
                plural=kind == "people" and not collective,
            )
        )
        told = self._nouns.gender(head_of(words))
        referent.gender = None if told is None else "female" if told == "female" else "male"
        referent.add(words, (start, end))
        return referent

    def _holding(self, start: int, end: int) -> Referent | None:
        """The referent with a mention that begins where the phrase begins, or whose words the phrase is part of."""
        for referent in self._known:
            for s, e in (*referent.spans(), *referent.held):
                if (s == start and referent.common) or (s <= start and end <= e):
                    return referent
        return None

    def _named_in(self, start: int, end: int) -> Referent | None:
        """The referent of the name that is the phrase's head: at its end, or before a preposition; not a possessor."""
        text = self.document.text
        for referent in self._known:
            if referent.common:
                continue
            for s, e in referent.spans():
                if not (start <= s and e <= end):
                    continue
                lead, tail = text[start:s].casefold().split(), text[e:end].strip().casefold()
                if (
                    not tail or (not tail[0].isalnum() and tail[0] not in "’'") or head_of(f"x {tail}") == "x"
                ) and head_of(" ".join([*lead, "x"])) == "x":
                    return referent
        return None

    def _by_name(self, name: Name, line: Line) -> Referent | None:
        """The referent with the same name; of several that may have it, the one that was called so before, else the latest."""
        key = identity.key(name.form)
        known = sorted((r for r in self._known if not r.common), key=lambda r: -r.last_before(name.start))
        exact = next((r for r in known if any(identity.key(form) == key for form in r.forms)), None)
        if exact:
            return exact
        first = next(i for i, token in enumerate(line.words) if token.start >= name.start)
        located = (
            line.lower(first - 1) in ("in", "at", "near", "from", "to", "of", "for")
            and len(key) == 1
            and not states.is_known(name.form)
        )
        alike = [r for r in known if any(identity.same(form, name.form) for form in r.forms)]
        return next((r for r in alike if not located or r.person or r.body), None)

    def _new(self, referent: Referent) -> Referent:
        self._known.append(referent)
        return referent


def _without_repeats(resolved: Sequence[Resolved]) -> list[Resolved]:
    """One attribution a sentence and speaker; what is left alone in its sentence has the whole of it."""
    kept: list[Resolved] = []
    for hit in resolved:
        number = hit.attribution.sentence
        twin = next(
            (
                k
                for k in kept
                if k.attribution.sentence == number and k.referent is not None and k.referent is hit.referent
            ),
            None,
        )
        if twin is None:
            kept.append(hit)
        elif _adjoin(twin.attribution, hit.attribution):
            kept[kept.index(twin)] = replace(
                twin,
                attribution=replace(
                    twin.attribution, clause=None, direct=twin.attribution.direct or hit.attribution.direct
                ),
            )
    return kept


def _adjoin(one: Attribution, other: Attribution) -> bool:
    return one.clause is not None and other.clause is not None

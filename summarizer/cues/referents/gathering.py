"""All candidate actors of a document, gathered sentence by sentence, and its speakers among them; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.cues.attribution import LIKELY, Attribution, find_attributions
from summarizer.cues.coordination import joined_before
from summarizer.cues.groups import find_groups
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.names import Name
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.referents.discourse import Discourse, is_clear
from summarizer.cues.referents.likeness import acts, learn
from summarizer.cues.referents.meanings import Meanings
from summarizer.cues.referents.referent import Referent, Resolved, Span
from summarizer.cues.referents.resolutions import told_of, without_repeats
from summarizer.cues.referents.roles import called_otherwise, first_title, in_brackets, roles_of
from summarizer.cues.referents.roster import Roster
from summarizer.cues.referents.unnamed import name_the_unnamed
from summarizer.cues.referents.writings import Writings
from summarizer.cues.subjects import subject_before
from summarizer.cues.words import COURTESY_TITLES, PRONOUNS, whom_of
from summarizer.document import Document, Sentence

_MOST_CANDIDATES = 6
_LONGEST_CIRCUMSTANCE = 5
_PLACING = frozenset("in at near on".split())
_TELLING_WHICH = frozenset("with of from in on at".split())


class Referents:
    """All candidate actors of a document, built from its names; speakers without a name join as they are resolved."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self._roster = Roster(document)
        self._discourse = Discourse(document)
        self._meanings = Meanings(document, self._roster, self._discourse)
        self._writings = Writings(document, self._discourse)
        told = find_attributions(document)
        groups = find_groups(document)
        for line in lines_of(document):
            number = line.sentence.number
            self._gather(line, [name for name in names if name.sentence == number])
            self._gather_groups(line, [span for span, _ in groups])
            self._note_topic(line)
            self._listen(line, [attribution for attribution in told if attribution.sentence == number])
        self._discourse.forget_speakers()
        name_the_unnamed(self._roster, self._discourse)

    @property
    def all(self) -> list[Referent]:
        """The candidates in the order they were found; unnamed ones once they speak or are joined."""
        return [referent for referent in self._roster.known if not referent.latent]

    def resolve(self, attributions: Sequence[Attribution]) -> list[Resolved]:
        """Each attribution with the referent of its speaker, in text order; one a sentence, speaker and clause."""
        resolved: list[Resolved] = []
        for hit in (found for attribution in attributions for found in self._jointly(attribution, resolved)):
            attribution = hit.attribution
            if hit.referent:
                hit.referent.speaks, hit.referent.latent = True, False
                self._discourse.hear(self._sentence(attribution), hit.referent)
            self._writings.note(hit)
            if hit.via and not hit.via.person:
                hit.via.relays, hit.via.latent = True, False
            resolved.append(hit)
        return without_repeats(resolved)

    def _jointly(self, attribution: Attribution, before: Sequence[Resolved]) -> list[Resolved]:
        """The attribution with its speaker; "they" are those who spoke jointly in the sentence before, each by name."""
        number = attribution.sentence - 1
        joint = [h for h in before if h.attribution.sentence == number and h.referent and h.attribution.speaker]
        one_hit = len({(hit.attribution.clause, hit.attribution.content) for hit in joint}) == 1
        near = number > 0 and self.document.sentences[number - 1].paragraph == self._sentence(attribution).paragraph
        if attribution.pronoun != "they" or len(joint) < 2 or not one_hit or not near:
            return [self._resolved(attribution)]
        return [Resolved(attribution, hit.referent, True) for hit in joint]

    def join_groups(self, groups: Sequence[tuple[Span, str]]) -> None:
        """Take unnamed actors: a phrase that means somebody known adds a form, any other is an actor of its own."""
        for (start, end), _ in groups:
            referent = self._roster.holding(start, end) or self._meanings.of_phrase(start, end)[0]
            referent.acts, referent.latent = True, False
            if referent.common and (whole := self._with_circumstance(start, end)):
                referent.add(self.document.text[slice(*whole)], whole)

    def _with_circumstance(self, start: int, end: int) -> Span | None:
        """The phrase for several people with what tells which they are: "men | with silenced weapons"."""
        line = next(li for li in lines_of(self.document) if li.sentence.start <= start < li.sentence.end)
        phrase = phrase_from(line, line.position(start))
        span = phrase.span(line) if phrase and phrase.name is None else (start, end)
        following = self.document.text[end : span[1]].split()
        if following and following[0] in _PLACING and not line.is_finite(line.position(span[1])):
            return None  # "abducted five children | in the area"
        return span if 1 < len(following) <= _LONGEST_CIRCUMSTANCE and following[0] in _TELLING_WHICH else None

    def of_phrase(self, start: int, end: int) -> Referent:
        """The referent of the noun phrase `text[start:end]`: its name's, its role's, or a new one named as written."""
        referent = self._meanings.of_phrase(start, end)[0]
        referent.latent = False
        return referent

    def whom(self, start: int, end: int, *, besides: Sequence[Referent] = ()) -> Referent | None:
        """The referent of a noun phrase, a pronoun's that means none `besides`; None where it may mean several."""
        whom = whom_of(self.document.text[start:end])
        sentence = self.document.sentence_at(start)
        if whom is None or sentence is None:
            return self.of_phrase(start, end)
        weighed = [(score, r) for score, r in self._meanings.of_pronoun(sentence, start, whom) if r not in besides]
        return weighed[0][1] if is_clear(weighed) else None

    def _sentence(self, attribution: Attribution) -> Sentence:
        return self.document.sentences[attribution.sentence - 1]

    def _gather(self, line: Line, names: Sequence[Name]) -> None:
        """Note the names of a sentence, their roles and what they do."""
        for name in names:
            first = line.position(name.start)
            last = line.last_of_name(first)
            told = list(roles_of(line, first, last))
            roles = [self.document.text[slice(*span)] for span in told]
            same = called_otherwise(line, first) or in_brackets(line, first)
            referent = self._same_as(same, name, line) if same else self._roster.by_name(name, line)
            referent = referent or self._roster.new(Referent())
            form, start = self._with_title(line, name)
            referent.add(form, (start, name.end))
            for span in told:
                referent.hold(span)
            referent.roles += [role for role in dict.fromkeys(roles) if role not in referent.roles]
            learn(referent, line, first, last, roles)
            place = self._roster.is_mere_place(referent, name)
            referent.acts = referent.acts or (not place and acts(line, first, last))

    def _same_as(self, other: Name, name: Name, line: Line) -> Referent | None:
        """Whoever bears the other name, made one with whoever was called by this one before."""
        held, before = self._roster.holding(other.start, other.end), self._roster.by_name(name, line)
        if held and before and held is not before and before.name == name.form:
            self._roster.merge(before, held)
        return held or before

    def _with_title(self, line: Line, name: Name) -> tuple[str, int]:
        """The form of a mention and where it begins: a name of one word has its title with it, "Commander Giovany"."""
        first = line.position(name.start)
        start = first_title(line, first) if " " not in name.form else first
        told = start < first and not any(line.words[i].word.rstrip(".") in COURTESY_TITLES for i in range(start, first))
        begin = line.words[start].start if told else name.start
        return self.document.text[begin : name.end], begin

    def _gather_groups(self, line: Line, groups: Sequence[Span]) -> None:
        """Note the unnamed actors of a sentence, whom a pronoun may mean although nothing else tells of them."""
        known = len(self._roster.known)
        for start, end in groups:
            if line.sentence.start <= start < line.sentence.end and not self._roster.holding(start, end):
                self._meanings.of_phrase(start, end)
        self._set_aside(known)

    def _listen(self, line: Line, told: Sequence[Attribution]) -> None:
        """Note who speaks in a sentence, as whom a pronoun in the next one is likely to mean."""
        known = len(self._roster.known)
        for attribution in told:
            if attribution.speaker and (referent := self._resolved(attribution).referent):
                self._discourse.hear(line.sentence, referent)
        self._set_aside(known)

    def _set_aside(self, known: int) -> None:
        """Let those who were entered since then be latent."""
        for referent in self._roster.known[known:]:
            referent.latent = True

    def _note_topic(self, line: Line) -> None:
        """The subject of the sentence's first clause outside quotations is what the next pronoun is likely to mean."""
        verb = next((i for i in range(1, len(line.words)) if line.is_finite(i) and not line.quoted[i]), None)
        phrase = subject_before(line, verb) if verb is not None else None
        phrase = phrase or (phrase_from(line, 0) if not line.quoted[0] else None)
        if phrase is None or any(joined_before(line, phrase)):
            return
        phrase = self._opening_name(line, phrase) or phrase
        named = line.name_at(phrase.first) if verb is None else None
        start, end = (named.start, named.end) if named else phrase.span(line)
        whom = PRONOUNS.get(line.lower(phrase.head)) if line.tag(phrase.head) == "pronoun" else None
        quoted = [self._roster.holding(n.start, n.end) for n in line.names if line.quoted[line.position(n.start)]]
        others = [referent for referent in quoted if referent]  # of whom the speaker tells
        meant = self._meanings.of_pronoun(line.sentence, start, whom, others)[:1] if whom else []
        topic = (
            next((r for _, r in meant if r not in others), None)
            or self._roster.holding(start, end)
            or self._roster.named_in(start, end)
        )
        if topic:
            self._discourse.tell(line.sentence, topic)

    def _opening_name(self, line: Line, subject: Phrase) -> Phrase | None:
        """The name that opens a sentence whose known verb has a pronoun: "Ana Ruiz wants more: she told parliament"."""
        opening = phrase_from(line, 0) if subject.is_pronoun(line) and subject.first > 0 else None
        return opening if opening and opening.is_named(line) and not line.quoted[0] else None

    def _resolved(self, attribution: Attribution) -> Resolved:
        via = self._meanings.of_phrase(*attribution.via)[0] if attribution.via else None
        if attribution.speaker is None:
            return replace(self._going_on(attribution), via=via)
        start, end = attribution.speaker
        named = self._roster.named_in(start, end)
        issuer = None if named else self._writings.issuer(self.document.text[start:end], attribution.sentence)
        if issuer:
            return Resolved(attribution, issuer, False, self._bodies(start, issuer), via)
        if attribution.pronoun:
            return replace(self._by_pronoun(attribution, start, end, attribution.pronoun), via=via)
        referent, sure = self._meanings.of_phrase(start, end)
        return Resolved(attribution, referent, sure, () if sure else self._bodies(start, referent), via)

    def _by_pronoun(self, attribution: Attribution, start: int, end: int, pronoun: str) -> Resolved:
        sentence = self._sentence(attribution)
        if named := self._meanings.named_later(sentence, start, end):
            return Resolved(attribution, named, True)
        if pronoun == "it" and (issuer := self._writings.just_before(sentence.number)):
            return Resolved(attribution, issuer, True)
        whom = PRONOUNS.get(pronoun, "any")
        weighed = self._meanings.of_pronoun(
            sentence,
            start,
            whom,
            told_of(self._roster.known, attribution, sentence, self.document, self._discourse.topic(sentence.number)),
        )
        candidates = tuple(referent for _, referent in weighed[:_MOST_CANDIDATES])
        return Resolved(attribution, next(iter(candidates), None), is_clear(weighed), candidates)

    def _going_on(self, attribution: Attribution) -> Resolved:
        """A quotation without a speaker: the last speaker's or topic's, a mere term rather its own topic's."""
        sentence = self._sentence(attribution)
        own = self._discourse.topic(sentence.number) if attribution.prior < LIKELY else None
        heard = self._discourse.last_speakers if attribution.direct else self._discourse.speakers_before
        referent = own or next(iter(heard(sentence)), None)
        recent = self._roster.before(sentence.start)[:_MOST_CANDIDATES]
        return Resolved(attribution, referent, False, tuple(recent))

    def _bodies(self, at: int, own: Referent | None) -> tuple[Referent, ...]:
        """The other bodies that were named before, those that speak first."""
        known = [r for r in self._roster.before(at) if not r.person and not r.plural and r is not own]
        return tuple(sorted(known, key=lambda r: not r.speaks)[:_MOST_CANDIDATES])

"""The candidate actors known so far, and how a name, a span or a phrase leads to one of them; pure."""

from __future__ import annotations

from summarizer.cues import identity, states
from summarizer.cues.lines import Line
from summarizer.cues.names import Name
from summarizer.cues.namesakes import Namesakes
from summarizer.cues.nouns import Nouns, nouns
from summarizer.cues.phrases import GENITIVE_ARTICLES
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of, kind_of_phrase
from summarizer.cues.words import NUMBER_WORDS, TITLES, role_words
from summarizer.document import Document

_COLLECTIVE = frozenset("police staff crew public crowd personnel jury clergy gendarmerie".split())
"""Nouns for people that speak as one body."""
_GENITIVE_LANGUAGES = ("uk", "ru", "de")
_LONGEST_MENTION = 200
"""Characters of the longest phrase that is looked into."""
_BEFORE_A_TOLD_NAME = frozenset({"the", "suspected", "alleged", "armed"})
_LONGEST_TOLD = 2
_WITHIN_A_TITLE = frozenset("of for and the".split())
_BEFORE_A_PLACE = frozenset("in at near from to of for".split())


class Roster:
    """Every referent of a document, in the order they were found."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: list[Referent] = []
        self.nouns: Nouns = nouns(document.language)
        self._namesakes = Namesakes(document)

    def new(self, referent: Referent) -> Referent:
        """Enter a referent."""
        self.known.append(referent)
        return referent

    def unnamed(self, start: int, end: int) -> Referent:
        """Enter the noun phrase `text[start:end]` as somebody without a name."""
        words = self.document.text[start:end]
        head, kind = head_of(words), kind_of_phrase(words, self.nouns)
        counted = words.split()[0].casefold() in NUMBER_WORDS or words[:1].isdigit()  # "four police"
        collective = head in _COLLECTIVE and not counted
        if self.nouns.is_either(head) and self.document.text.startswith(" who ", end):
            kind = "person"
        referent = Referent(common=True, person=kind == "person")
        referent.add(words, (start, end))
        referent.body = kind in ("body", "document") or collective
        referent.plural = kind == "people" and not collective
        referent.gender = self.nouns.gender(head)
        return self.new(referent)

    def merge(self, lost: Referent, kept: Referent) -> None:
        """Let one referent be another: its forms, what it does, and what is known of it."""
        for form, spans in lost.forms.items():
            for span in spans:
                kept.add(form, span)
        kept.acts, kept.body = kept.acts or lost.acts, kept.body or lost.body
        kept.person, kept.gender = kept.person or lost.person, kept.gender or lost.gender
        self.known.remove(lost)

    def before(self, offset: int) -> list[Referent]:
        """Whoever was named before an offset, the latest first."""
        dated = [(referent.last_before(offset), referent) for referent in self.known]
        return [referent for at, referent in sorted(dated, key=lambda pair: -pair[0]) if at >= 0]

    def holding(self, start: int, end: int) -> Referent | None:
        """Whoever has a mention that holds the words, or an unnamed one that begins where they begin."""
        for referent in self.known:
            for s, e in referent.mentions_from(start - _LONGEST_MENTION, start + 1):
                if (s == start and referent.common) or (s <= start and end <= e):
                    return referent
        return None

    def named_in(self, start: int, end: int) -> Referent | None:
        """Whose name is the head of the phrase: at its end, or before a preposition; not a possessor."""
        text = self.document.text
        for referent in self.known:
            for s, e in () if referent.common else referent.mentions_from(start, end):
                if e > end or text[s:e] not in referent.forms or self._is_genitive(text[start:s], text[s:e]):
                    continue
                lead, tail = text[start:s], text[e:end]
                role = not tail and lead.strip() in referent.roles  # "Secretary of State Ana Ruiz"
                role = role or (not tail and _is_title(lead))
                if role or _is_head(lead, tail) or self._is_told(referent, lead, tail):
                    return referent
        return None

    def by_name(self, name: Name, line: Line) -> Referent | None:
        """Whoever has the same name; of several that may have it the one that was called so before, else the latest."""
        key = identity.key(name.form)
        known = [referent for referent in self.before(name.start) if not referent.common]
        exact = next((r for r in known if any(identity.key(form) == key for form in r.forms)), None)
        if exact:
            return exact
        alike = [r for r in known if any(self._namesakes.may_be_one(form, name.form) for form in r.forms)]
        placed = line.lower(line.position(name.start) - 1) in _BEFORE_A_PLACE and not states.is_known(name.form)
        maybe_place = placed and len(key) == 1
        return next((r for r in alike if r.person or r.body or not maybe_place), None)

    def is_mere_place(self, referent: Referent, name: Name) -> bool:
        """Whether the text uses the name for a place and tells nobody who bears it; a state is more than that."""
        known = referent.person or referent.body or states.is_known(name.form)
        return not known and self._namesakes.is_place(name.form)

    def _is_told(self, referent: Referent, lead: str, tail: str) -> bool:
        """Whether what follows the name only tells what it is or who fights: "the Halden group", "Halden militants"."""
        words = tail.casefold().split()
        words = words[: next((i for i, word in enumerate(words) if word in _BEFORE_A_PLACE), None)]
        bare = not lead.strip() or lead.strip().casefold() in _BEFORE_A_TOLD_NAME
        somebody = referent.person or any(
            states.state_of(form) or self._namesakes.is_place(form) for form in referent.forms
        )
        telling = role_words("kind_of_body") | role_words("fighters")
        return bare and not somebody and 0 < len(words) <= _LONGEST_TOLD and words[-1] in telling

    def _is_genitive(self, lead: str, name: str) -> bool:
        """Whether a name after a body's noun only tells whose it is: "Міністерство оборони Росії"."""
        words = lead.split()
        german = self.document.language.split("-")[0] == "de" and len(words) > 1
        if german and words[-1] in GENITIVE_ARTICLES and words[-2][:1].isupper():
            return True  # "der Sprecher der Taliban"
        if self.document.language.split("-")[0] not in _GENITIVE_LANGUAGES or len(name.split()) > 1:
            return False
        kinds = {self.nouns.kind(word.casefold()) for word in lead.split()}
        return bool(kinds & {"body", "document"}) and states.state_of(name) is not None


def _is_head(lead: str, tail: str) -> bool:
    """Whether a name with these words before and after it in its phrase is the phrase's head."""
    tail = tail.strip().casefold()
    ends = not tail or not (tail[0].isalnum() or tail[0] in "’'") or head_of(f"x {tail}") == "x"
    return ends and head_of(f"{lead.casefold()} x") == "x"


def _is_title(lead: str) -> bool:
    """Whether what stands before a name is its title of several words: "Minister of State for Trade Prof."."""
    words = lead.split()
    titled = len(words) > 1 and words[0] in TITLES and words[-1].rstrip(".") in TITLES
    return titled and all(word[0].isupper() or word in _WITHIN_A_TITLE for word in words)

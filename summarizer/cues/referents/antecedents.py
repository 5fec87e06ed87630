"""What a noun phrase without a name goes back to: a role told before, the same noun, a body's own noun; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.cues import states
from summarizer.cues.nouns import Nouns
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of, modifiers_of

_DEFINITE = frozenset(
    """the that this these those both der die das dieser diese dieses dem den des le la les l’ ce cette el los las este esta
    цей ця це этот эта""".split()
)
_POSSESSED = frozenset("his her its their our my your".split())
_GOVERNMENT = frozenset("government cabinet authorities administration".split())
_TITLES_OF = {"judge": {"judge", "justice", "magistrate"}, "general": {"general", "gen"}, "colonel": {"colonel", "col"}, "senator": {"senator", "sen"},
              "governor": {"governor", "gov"}, "professor": {"professor", "prof"}, "captain": {"captain", "capt"}, "doctor": {"dr", "doctor"}}  # fmt: skip
_GENERIC_BODY = frozenset(
    "company firm group organisation organization bank airline club manufacturer supplier operator retailer developer agency body".split()
)


def is_definite(phrase: str) -> bool:
    """Whether the phrase points back to somebody known: "the", "this", or a form without an article where a language has none."""
    return phrase.split(maxsplit=1)[0].casefold() in _DEFINITE


def government_of(phrase: str, known: Sequence[Referent]) -> Referent | None:
    """The state whose government the phrase is: "the Malian government", "Mali's government", or the only one of the text."""
    if head_of(phrase) not in _GOVERNMENT:
        return None
    words = [word.strip(".,").removesuffix("’s").removesuffix("'s") for word in phrase.split()]
    told = {state for word in words if (state := states.demonym_of(word) or states.state_of(word))}
    named = [
        (referent, {state for form in referent.forms if (state := states.state_of(form))})
        for referent in known
        if not referent.common
    ]
    if told:
        return next((referent for referent, own in named if own & told), None)
    bare = len(words) == 2 and words[0].casefold() in ("the", "this")
    candidates = [referent for referent, own in named if own]
    return candidates[0] if bare and len(candidates) == 1 else None


def by_role(phrase: str, known: Iterable[Referent], language: Nouns) -> Referent | None:
    """The referent who is told to be that: "the general" after "General Oumar Diallo"; the latest one first."""
    head, modifiers = head_of(phrase), modifiers_of(phrase)
    for referent in known:
        for role in referent.roles:
            if _same_role(role, head, modifiers, phrase, language):
                return referent
    return None


def _same_role(role: str, head: str, modifiers: frozenset[str], phrase: str, language: Nouns) -> bool:
    told = {word.strip(".,").casefold() for word in role.split()}
    titles = _TITLES_OF.get(head, {head})
    alike = head == head_of(role) or bool(titles & told) or (language.are_alike(head, head_of(role)) and not modifiers)
    return alike and modifiers <= told | _loose(modifiers)


def _loose(modifiers: frozenset[str]) -> frozenset[str]:
    """Modifiers that tell nobody from anybody else: "the former", "the same", "the 52-year-old"."""
    return frozenset(
        m for m in modifiers if m in ("same", "former", "new", "two", "three", "late", "other") or m[0].isdigit()
    )


def by_noun(phrase: str, known: Iterable[Referent], language: Nouns) -> Referent | None:
    """The referent with that noun: "the Front" after "Sarhad Liberation Front", "the diplomat" after "a diplomat involved"."""
    head, modifiers = head_of(phrase), modifiers_of(phrase)
    if not head:
        return None
    for referent in known:
        for form in referent.forms:
            own = head_of(form) if referent.common else form.split()[-1].casefold()
            words = {word.casefold() for word in form.split()}
            named = (
                head == own if referent.common else head in words and (referent.body or language.kind(head) == "body")
            )
            if not named and not (referent.common and language.are_alike(own, head) and not modifiers):
                continue
            theirs = modifiers_of(form) if referent.common else {word.casefold() for word in form.split()}
            if modifiers <= theirs | _loose(modifiers) or (
                referent.common and theirs <= modifiers and not _possessed(phrase)
            ):
                return referent
    return None


def _possessed(phrase: str) -> bool:
    return phrase.split(maxsplit=1)[0].casefold() in _POSSESSED


def generic_bodies(phrase: str, known: Iterable[Referent], language: Nouns) -> list[Referent]:
    """The named bodies that "the company" may mean, the likeliest first."""
    head = head_of(phrase)
    if language.kind(head) != "body" or not is_definite(phrase) or len(phrase.split()) > 3:
        return []
    fitting = [r for r in known if not r.person and not r.plural and not r.latent and not _is_state(r)]
    named = [r for r in fitting if not r.common]
    told = [r for r in named if any(language.are_alike(head_of(role), head) for role in r.roles)]
    generic = head in _GENERIC_BODY or any(head in group for group in language.alike)
    return told or ([r for r in named if not _is_other_body(r, head, language)] if generic else [])


def _is_state(referent: Referent) -> bool:
    return any(states.state_of(form) for form in referent.forms)


def _is_other_body(referent: Referent, head: str, language: Nouns) -> bool:
    """Whether the referent's own noun tells another kind of body: "the Ministry" is no company."""
    own = {word.casefold() for form in referent.forms for word in form.split()} | {
        head_of(role) for role in referent.roles
    }
    kinds = {word for word in own if language.kind(word) == "body"}
    return bool(kinds) and not any(language.are_alike(word, head) for word in kinds)

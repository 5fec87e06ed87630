"""What a noun phrase without a name goes back to: a role told before, the same noun, a body's own noun; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.cues import states
from summarizer.cues.identity import is_description
from summarizer.cues.nouns import Nouns
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of, modifiers_of, romance_complement
from summarizer.cues.words import NUMBER_WORDS, role_words

_DEFINITE = frozenset(
    """the that this these those both der die das dieser diese dieses dem den des le la les l’ ce cette el los
    las este esta цей ця це этот эта""".split()
)
_POSSESSED = frozenset("his her its their our my your".split())
_GOVERNMENT = frozenset("government cabinet authorities administration".split())
_TITLES_OF = {
    "judge": {"judge", "justice", "magistrate"},
    "general": {"general", "gen"},
    "colonel": {"colonel", "col"},
    "senator": {"senator", "sen"},
    "governor": {"governor", "gov"},
    "professor": {"professor", "prof"},
    "captain": {"captain", "capt"},
    "doctor": {"dr", "doctor"},
}
_COMPANY = frozenset(
    """company firm group organisation organization body unternehmen konzern firma entreprise société groupe
    empresa compañía""".split()
)
_KIN = frozenset(
    """father mother parents son daughter brother sister husband wife widow widower uncle aunt nephew niece cousin
    grandfather grandmother family vater mutter eltern sohn tochter bruder schwester père mère parents fils fille frère
    sœur padre madre hijo hija hermano hermana батько мати син отец мать сын""".split()
)
_SETTING_APART = frozenset(
    """dead injured wounded slain second third fourth verletzte verletzten getötete getöteten angegriffene angegriffenen
    andere anderen weitere weiteren zweite zweiten dritte dritten tué tuée blessé blessée autre second troisième herido
    herida otro otra segundo segunda""".split()
)
"""Modifiers that tell somebody from another one with the same noun."""
_COLLECTIVE = frozenset("police officers prosecutors".split())
_SPEAKING = frozenset("relations press information communications media".split())
"""What an officer or secretary is of who speaks for others: "public relations officer"."""
_ARMY = frozenset("army military".split())
_OF_A_STATE = frozenset("the army military national royal armed forces defence defense us u.s uk".split())
_LOOSE = frozenset("same former new two three late other".split())


def is_definite(phrase: str) -> bool:
    """Whether the phrase points back to somebody known: "the", "this" and their like."""
    return phrase.split(maxsplit=1)[0].casefold() in _DEFINITE


def is_collective(phrase: str) -> bool:
    """Whether the phrase is a noun without an article that the police of a story go by: "Police", "Officers"."""
    return phrase.casefold() in _COLLECTIVE


def government_of(phrase: str, known: Sequence[Referent]) -> Referent | None:
    """The state whose government the phrase is: "the Malian government", "Mali's government", or the only one."""
    if head_of(phrase) not in _GOVERNMENT:
        return None
    words = [word.strip(".,").removesuffix("’s").removesuffix("'s") for word in phrase.split()]
    lead = " ".join(word for word in words[:-1] if word.casefold() not in ("the", "this"))  # "South Africa's"
    told = {state for word in (*words, lead) if (state := states.demonym_of(word) or states.state_of(word))}
    named = [(referent, _states_of(referent)) for referent in known if not referent.common]
    if told:
        return next((referent for referent, own in named if own & told), None)
    bare = len(words) == 2 and words[0].casefold() in ("the", "this")
    candidates = [referent for referent, own in named if own]
    return candidates[0] if bare and len(candidates) == 1 else None


def is_kin(phrase: str) -> bool:
    """Whether it tells somebody by his family alone: "the father", of whichever child was spoken of last."""
    return head_of(phrase) in _KIN


def by_role(phrase: str, known: Iterable[Referent], language: Nouns) -> Referent | None:
    """The first referent who is told to be that: "the general" after "General Oumar Diallo"."""
    found = [r for r in known if any(_same_role(role, phrase, language) for role in r.roles)]
    own = (r for r in found if any(head_of(role) == head_of(phrase) for role in r.roles))
    return next(own, next(iter(found), None))


def _same_role(role: str, phrase: str, language: Nouns) -> bool:
    head, modifiers = head_of(phrase), modifiers_of(phrase)
    words = [word.strip(".,").casefold() for word in role.split()]
    own = words.index(head_of(role)) + 1 if head_of(role) in words else None
    told = set(words)
    titled = language.kind(head) != "body" and bool(_TITLES_OF.get(head, {head}) & set(words[:own]))
    titled = titled or (head.startswith("spokes") and bool(told & _SPEAKING))
    alike = titled or head == head_of(role) or (not modifiers and language.are_alike(head, head_of(role)))
    return alike and _strict(modifiers) <= told and romance_complement(phrase) <= romance_complement(role)


def _strict(modifiers: frozenset[str]) -> frozenset[str]:
    """The modifiers that tell somebody from others, unlike "the former", "the same", "the 52-year-old"."""
    return frozenset(m for m in modifiers if m not in _LOOSE and not m[0].isdigit())


def by_noun(phrase: str, known: Iterable[Referent], language: Nouns) -> Referent | None:
    """The first referent with that noun: "the Front" after "Liberation Front", "the aide" after "an aide who knew"."""
    if not head_of(phrase):
        return None
    found = [r for r in known if any(_same_noun(r, form, phrase, language) for form in r.forms)]
    own = (r for r in found if any(head_of(form) == head_of(phrase) for form in r.forms))
    return next(own, next(iter(found), None))


def _same_noun(referent: Referent, form: str, phrase: str, language: Nouns) -> bool:
    head, modifiers = head_of(phrase), modifiers_of(phrase)
    words = {word.casefold() for word in form.split()}
    if not referent.common:
        if head in _ARMY and not _is_a_state_s(form):
            return False  # "the military" is no Liberation Army
        body = referent.body or language.kind(head) == "body"
        named = not modifiers and head not in _COMPANY and not is_description(form)
        told = head in words or (named and any(language.are_alike(head, word) for word in words))
        return told and body and _strict(modifiers) <= words
    alike = not modifiers and " of " not in form and language.are_alike(head_of(form), head)
    if (head_of(form) != head and not alike) or modifiers & _SETTING_APART or _is_apart(form, head):
        return False
    theirs, possessed = modifiers_of(form), phrase.split(maxsplit=1)[0].casefold() in _POSSESSED
    told_whose = " of " in form and bool(modifiers)  # "a group of gunmen" is no "local vigilance group"
    return _strict(modifiers) <= theirs or (theirs <= modifiers and not possessed and not told_whose)


def _is_a_state_s(form: str) -> bool:
    """Whether an army's name tells no more than whose it is: "the Indian Army", not "Free Tarn Army"."""
    words = [word.strip(".,").casefold() for word in form.split()]
    return all(word in _OF_A_STATE or states.demonym_of(word) or states.state_of(word) for word in words)


def _is_apart(form: str, head: str) -> bool:
    """Whether a noun that fits cannot mean the form: "the police" the three of them who died, attackers a guard."""
    words = [word.casefold().strip(".,") for word in form.split()]
    counted = head in _COLLECTIVE and (form[:1].isdigit() or words[0] in NUMBER_WORDS)
    violent = role_words("violent")
    guard = head_of(form) == "group" and head in violent and not violent.intersection(words)
    return counted or guard


def generic_bodies(phrase: str, known: Iterable[Referent], language: Nouns) -> list[Referent]:
    """The named bodies that "the company" may mean, the likeliest first."""
    head = head_of(phrase)
    origin = all(states.demonym_of(word) or word.endswith("-based") for word in modifiers_of(phrase))
    if not is_definite(phrase) or not origin or language.kind(head) != "body":
        return []
    named = [r for r in known if not (r.person or r.plural or r.common or _states_of(r))]
    active = [r for r in named if r.body or r.acts or r.speaks]
    told = [r for r in active if any(language.are_alike(head_of(role), head) for role in r.roles)]
    placed = [r for r in active if r.speaks or r.body] if "-based" in phrase else []  # "the London-based watchdog"
    if not told and placed:
        return placed[:1]
    generic = language.are_alike(head, "company") or head in _COMPANY
    return told or [r for r in active if generic and not is_other_body(r, head, language)]


def is_other_body(referent: Referent, head: str, language: Nouns) -> bool:
    """Whether the referent's own noun tells another kind of body: "the Ministry" is no company."""
    own = {word.casefold() for form in referent.forms for word in form.split()}
    own |= {head_of(role) for role in referent.roles}
    kinds = {word for word in own if language.kind(word) == "body"}
    return bool(kinds) and not any(language.are_alike(word, head) for word in kinds)


def _states_of(referent: Referent) -> set[str]:
    return {state for form in referent.forms if (state := states.state_of(form))}

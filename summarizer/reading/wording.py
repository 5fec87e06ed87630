"""Cues → drafts: the text's own words for every field, so that nothing can be invented; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from summarizer.cues import states
from summarizer.cues.attribution import Attribution as Attributed
from summarizer.cues.nouns import Nouns, nouns
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.cues.referents.affiliations import affiliation_of
from summarizer.cues.referents.roles import head_of, kind_of_phrase
from summarizer.cues.vocabulary import deadline_words
from summarizer.cues.words import NUMBER_WORDS, POSSESSIVES, PRONOUNS
from summarizer.document import Document
from summarizer.drafts import ActorDraft, AttackDraft, ClaimDraft, DeadlineDraft, FigureDraft
from summarizer.merge.cast import guess_kind
from summarizer.reading.doers import doers
from summarizer.reading.locating import is_where
from summarizer.reading.telling import further_sentences
from summarizer.schema import ActorKind, ClaimKind

if TYPE_CHECKING:
    from summarizer.cues.limits import DeadlineCue
    from summarizer.cues.tolls import Toll, TollFigure
    from summarizer.cues.violence import AttackCue

Span = tuple[int, int]
_SETTING = frozenset({"demand", "threat", "promise"})
"""Kinds of claim by which a speaker sets a deadline."""
_OF_WHAT_IS_TO_COME = frozenset({"threat", "promise", "demand", "proposal", "prediction"})
"""Kinds of claims about what somebody is to do or may happen, not about what did."""
_SPOKESMAN = "spokes"
_SEVERAL = frozenset("they them".split())
_MANY = frozenset("staff crew public crowd personnel jury clergy".split())
"""Nouns for people who speak as one body."""
_POSSESSED = frozenset("his her their".split())
_MAY_FIGHT = frozenset({"military", "organisation", "government"})
_LOOSE = frozenset("its another other both".split())
"""Words before a role that mean nothing away from their sentence."""
_COUNTED = ("killed", "injured")
_PREPOSITION = re.compile(r"^(?:at|in|on|into|onto|against|near|upon)\s+")


def actor(document: Document, referent: Referent, kind: ActorKind, others: Sequence[Referent]) -> ActorDraft:
    """The actor with all forms that the text has for it."""
    sentence = document.sentence_at(referent.first)
    name = referent.name
    return ActorDraft.model_construct(
        sentence=sentence.number if sentence else 1,
        name=name,
        aliases=[form for form in referent.forms if form != name],
        kind=kind,
        role=_role(referent, kind, nouns(document.language)),
        affiliation=affiliation_of(document, referent, others) if kind == "person" else None,
    )


def _role(referent: Referent, kind: ActorKind, language: Nouns) -> str | None:
    """The first role that says by itself what the actor is: not that of several, nor whose brother he is."""
    for role in referent.roles:
        first, _, rest = role.partition(" ")
        head = head_of(role)
        of_many = kind == "person" and language.singular(head) != head and language.kind(head) == "people"
        if of_many or first.casefold() in _POSSESSED:
            continue
        return rest if first.casefold() in _LOOSE and rest else role
    return None


def claim(document: Document, resolved: Resolved, speaker: Referent) -> ClaimDraft:
    """The claim as its sentence or clause says it, made to stand alone."""
    attribution = resolved.attribution
    sentence = document.sentences[attribution.sentence - 1]
    span = attribution.clause or (sentence.start, sentence.end)
    return ClaimDraft.model_construct(
        sentence=sentence.number,
        quote=document.text[slice(*span)],
        speaker=speaker.name,
        text=_standing_alone(document.text, span, attribution, speaker.name),
        kind=cast("ClaimKind", attribution.kind),
        polarity="denies" if attribution.kind == "denial" else "affirms",
        direct=attribution.direct,
        about=[],
        via=resolved.via.name if resolved.via else None,
        said=_words(document.text, attribution.said),
    )


def _standing_alone(text: str, span: Span, attribution: Attributed, name: str) -> str:
    """The passage with its speaker named: in place of the pronoun, or before a quotation that names nobody."""
    start, end = span
    speaker = attribution.speaker
    if speaker is None or not (start <= speaker[0] and speaker[1] <= end):
        return f"{name}: {text[start:end]}"
    if attribution.pronoun is None:
        return text[start:end]
    if text[slice(*speaker)].lower() in POSSESSIVES or text[: speaker[0]].endswith("-"):
        return f"{name}: {text[start:end]}"  # "in his view", "a-t-il dit": the bare name would not fit there
    return f"{text[start : speaker[0]]}{name}{text[speaker[1] : end]}"


def deadline(
    document: Document, referents: Referents, cue: DeadlineCue, claims: Sequence[Resolved] = ()
) -> DeadlineDraft:
    """The deadline in the words of its clause."""
    text = document.text
    told = _parties(text, referents, cue.set_by)
    paper = deadline_words(document.language, "paper")
    claims = [claim for claim in claims if not (claim.referent and paper.fullmatch(claim.referent.name))]
    set_by = [referent.name for referent in told or _demanding(cue, claims)] or _telling(
        document, referents, cue, claims
    )
    # "giving them 48 hours": the pronoun means anybody but the giver
    others = () if cue.set_by == cue.binding_on else told
    bound = [span for span in cue.binding_on if not _is_mistaken(text, referents, span, cue, others)]
    return DeadlineDraft.model_construct(
        sentence=cue.sentences[0],
        quote=text[slice(*cue.clause)],
        what=text[slice(*cue.clause)],
        due=text[slice(*cue.due)] if cue.due else "",
        set_by=set_by,
        binding_on=[referent.name for referent in _parties(text, referents, bound, besides=others)],
        consequence=_words(text, cue.consequence),
        amount=_words(text, cue.amount),
        status=cue.status,
        previously=[when.text for when in cue.previously],
    )


def _is_mistaken(text: str, referents: Referents, span: Span, cue: DeadlineCue, setters: Sequence[Referent]) -> bool:
    """Whether a noun for whoever is bound was taken for the one who threatens: "if the company does not"."""
    if cue.consequence is None or span in cue.set_by or text[slice(*span)].casefold() in PRONOUNS:
        return False
    return referents.whom(*span, besides=setters) in setters


def _demanding(cue: DeadlineCue, claims: Sequence[Resolved]) -> list[Referent]:
    """Who demands, threatens or promises it in so many words: "It must be done by May," the minister demanded."""
    told = [c for c in claims if c.attribution.sentence == cue.sentences[0] and c.attribution.kind in _SETTING]
    told = [c for c in told if _says(c, cue) and c.attribution.speaker not in cue.binding_on]
    return [told[0].referent] if len(told) == 1 and told[0].referent and told[0].sure else []


def _telling(document: Document, referents: Referents, cue: DeadlineCue, claims: Sequence[Resolved]) -> list[str]:
    """The body that says whom it binds and what follows otherwise, by itself or through a spokesman."""
    told = [c for c in claims if c.attribution.sentence == cue.sentences[0] and c.sure]
    told = [c for c in told if _says(c, cue) or _stands_behind(c, cue)]
    speaker = told[0].referent if len(told) == 1 and (cue.binding_on or cue.consequence) else None
    if speaker is None or speaker in _parties(document.text, referents, cue.binding_on):
        return []
    if not speaker.person:
        return [] if speaker.relays or speaker.plural else [speaker.name]
    speaks_for = any(head_of(role).startswith(_SPOKESMAN) for role in speaker.roles)
    body = affiliation_of(document, speaker, referents.all) if speaks_for else None
    return [body] if body else []


def _says(claim: Resolved, cue: DeadlineCue) -> bool:
    """Whether the due date stands in the claim's own part of the sentence."""
    part = claim.attribution.clause or claim.attribution.content
    return part is None or cue.due is None or part[0] <= cue.due[0] < part[1]


def _stands_behind(claim: Resolved, cue: DeadlineCue) -> bool:
    """Whether the speaker is named behind the due date: "… until Friday, a spokesman for the group told a radio"."""
    speaker = claim.attribution.speaker
    return bool(speaker and cue.due and cue.due[1] <= speaker[0])


def _parties(
    text: str, referents: Referents, spans: Sequence[Span], *, besides: Sequence[Referent] = ()
) -> list[Referent]:
    """Those who set a deadline or are bound by it; where it only happens ("on Sulawesi") is none."""
    meant = [(referents.whom(*span, besides=besides), text[: span[0]].split()[-1:]) for span in spans]
    meant = [(r, before) for (r, before), span in zip(meant, spans, strict=True) if _agrees(text[slice(*span)], r)]
    named = [r for r, before in meant if r and not (r.is_scenery and before and is_where(before[0]))]
    return list(dict.fromkeys(named))


def _agrees(words: str, referent: Referent | None) -> bool:
    """Whether "they" was taken for several, and not for the one body that the text told of last."""
    return referent is None or words.casefold() not in _SEVERAL or referent.plural


def attack(document: Document, referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> AttackDraft:
    """The attack with its places, figures and names as written; a figure is its sentence's speaker's."""
    text = document.text
    perpetrators, attribution = doers(referents, cue, claims)
    told_by = [claim.referent for number in cue.sentences for claim in claims if _reports(claim, number, cue)]
    return AttackDraft.model_construct(
        sentence=cue.sentences[0],
        quote=text[slice(*cue.clause)],
        kind=cue.kind,
        perpetrators=[referent.name for referent in perpetrators],
        attribution=attribution,
        targets=[_PREPOSITION.sub("", text[slice(*span)]) for span in cue.targets],
        places=[text[slice(*span)] for span in cue.places],
        when=_words(text, cue.when_span),
        weapon=_weapon(text, cue),
        strikes=None,
        killed=_standing(cue.killed),
        injured=_standing(cue.injured),
        figures=_figures(cue, referents, claims),
        reported_by=list(
            dict.fromkeys(referent.name for referent in told_by if referent and referent not in perpetrators)
        ),
        also=further_sentences(document, cue),
    )


def _reports(claim: Resolved, number: int, cue: AttackCue) -> bool:
    """Whether a speaker of that sentence tells of the attack; a threat or a demand that speaks of one reports none.

    Of a sentence that others share only what is his: "hours after that strike the Front said that …" tells another.
    """
    attribution = claim.attribution
    if not claim.referent or attribution.sentence != number or attribution.kind in _OF_WHAT_IS_TO_COME:
        return False
    part = attribution.clause or attribution.content
    return part is None or any(part[0] <= telling.start < part[1] for telling in cue.tellings)


def _weapon(text: str, cue: AttackCue) -> str | None:
    """The means; none where the word for it is the doers' own ("gunmen")."""
    named = [text[slice(*span)] for span in cue.perpetrators]
    weapon = _words(text, cue.weapon)
    return None if weapon is None or any(weapon in doer for doer in named) else weapon


def _standing(toll: Toll | None) -> str | None:
    """The words of the figure that stands; None where sources differ, whose figures then give the range."""
    return toll.count.text if toll and not toll.disputed else None


def _figures(cue: AttackCue, referents: Referents, claims: Sequence[Resolved]) -> list[FigureDraft]:
    """Each source's figures; the text's own count of killed and injured stands by itself unless sources dispute it."""
    disputed = {f for toll in (cue.killed, cue.injured) if toll for f in toll.disputed}
    drafts = [(figure, _figure(figure, _source(figure, referents, claims))) for figure in cue.figures]
    return [draft for figure, draft in drafts if draft.by or figure.what not in _COUNTED or figure in disputed]


def _figure(figure: TollFigure, by: Referent | None) -> FigureDraft:
    return FigureDraft.model_construct(
        what=figure.what, count=figure.count.text, by=by.name if by else None, sentence=figure.sentence
    )


def _source(figure: TollFigure, referents: Referents, claims: Sequence[Resolved]) -> Referent | None:
    """Whose figure it is: of whoever is told to give it, else of the speaker whose part of the sentence holds it."""
    if figure.giver:
        return referents.whom(*figure.giver)
    if figure.what == "strikes" and not figure.source:
        return None
    told = [claim for claim in claims if claim.attribution.sentence == figure.sentence and claim.referent]
    own = [c for c in told if c.attribution.kind != "denial" or figure.count.high == 0]  # who denies it gives it not
    parts = [(claim, claim.attribution.clause or claim.attribution.content) for claim in own]
    holding = [claim for claim, part in parts if part and part[0] <= figure.span[0] < part[1]]
    told = holding or [claim for claim, part in parts if part is None]
    if not told:
        return None
    said = told[-1].attribution.content  # of two who say it together the first
    return next(claim.referent for claim in told if claim is told[-1] or claim.attribution.content == said)


def plain_kind(referent: Referent, language: str = "en") -> ActorKind | None:
    """The kind where the cues leave no doubt: a named person with a role, an unnamed actor by its noun."""
    told = referent.common or referent.roles or referent.speaks or referent.acts or referent.told
    if (referent.person and told) or any(_is_one_of_a_band(role, nouns(language)) for role in referent.roles):
        return "person"
    if referent.name.endswith("s") and states.demonym_of(referent.name[:-1]):
        return "people" if referent.acts or referent.speaks else None
    if referent.relays and guess_kind(referent.name) == "person":
        return "media"
    if not (referent.speaks or referent.acts or referent.relays):
        return None
    kind = _kind_told(referent, nouns(language))
    if kind != "person" or not referent.common:
        return kind if kind != "person" else _kind_of_body_told(referent, nouns(language))
    return _kind_of_unnamed(referent)


def _kind_of_unnamed(referent: Referent) -> ActorKind:
    """Of somebody without a name whose noun tells no kind: a body, one of many, or many."""
    if referent.body and head_of(referent.name) not in _MANY:
        return "organisation"
    return "person" if referent.name.casefold().startswith("one of ") else "people"


def _kind_of_body_told(referent: Referent, language: Nouns) -> ActorKind | None:
    """Of a name whose words tell nothing but whose role is a body's: "the trade body Halden Voice"."""
    kinds = {kind_of_phrase(role, language) for role in referent.roles}
    return "organisation" if kinds == {"body"} else None


def _kind_of_many(referent: Referent, language: Nouns) -> ActorKind:
    """Of several without a name: "Five hospitals" are bodies, "opposition politicians" are people."""
    head = head_of(referent.name)
    kind, single = guess_kind(head), language.singular(head)
    before, _, _ = referent.name.casefold().partition(head)
    if guess_kind(f"{before}{head}") == "armed_group" and language.kind(single) == "body":
        return "armed_group"  # "insurgent groups"
    if single != head and language.kind(single) == "body" and single not in _MANY:
        told, either = guess_kind(single), language.is_either(single)
        if either:
            return "company" if told == "company" else "people"
        return "organisation" if told in ("person", "people") else told
    counted = referent.name.split(maxsplit=1)[0].casefold() in NUMBER_WORDS or referent.name[:1].isdigit()
    return kind if kind in ("armed_group", "military", "government") and not counted else "people"


def _is_one_of_a_band(role: str, language: Nouns) -> bool:
    """Whether a role is that of one fighter: "a top Tuareg rebel", but not "rebels", "a rebel group"."""
    head = head_of(role)
    single = role.casefold().startswith(("a ", "an ")) and language.singular(head) == head
    return single and guess_kind(role, head=head) == "armed_group" and language.kind(head) != "body"


def _kind_told(referent: Referent, language: Nouns) -> ActorKind:
    """What the name's own words say, else what it is said to be: "Free Delta Brigade, an armed group"."""
    if referent.common and referent.plural:
        return _kind_of_many(referent, language)
    if not referent.common and guess_kind(referent.name) == "armed_group":
        return "armed_group"  # "the Islamic State group"
    told = [
        kind for role in referent.roles if (kind := guess_kind(role, head=head_of(role))) not in ("person", "people")
    ]
    if told or not referent.common:
        return told[0] if told else _kind_of_named(referent, language)
    head = head_of(referent.name)  # "the energy workers’ union" is no company
    before, _, _ = referent.name.casefold().partition(head)
    return guess_kind(f"{before}{head}" if head else referent.name, head=head)


def _kind_of_named(referent: Referent, language: Nouns) -> ActorKind:
    """What the name's words say, else the common nouns that stand for it: "Vandari insurgents", "the company"."""
    own = guess_kind(referent.name)
    if referent.fights and own in _MAY_FIGHT:
        return "armed_group"  # "Liberation Army militants"
    if own != "person":
        return own
    heads = [(form, head_of(form)) for form in referent.forms if form != referent.name]
    told = [guess_kind(form, head=head) for form, head in heads if language.knows(head) and head in form.split()]
    told += [guess_kind(form.removesuffix(referent.name)) for form, _ in heads if form.endswith(f" {referent.name}")]
    return next((kind for kind in told if kind not in ("person", "people")), own)


def _words(text: str, span: Span | None) -> str | None:
    return text[slice(*span)] if span else None

"""Negations and what they negate, so that a negation dropped, added or moved is seen."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.grounding.vocabulary import content_stems
from summarizer.quantities.phrases import primary

_PLAIN: dict[str, str] = {
    "en": (
        r"not|\w+n['’]t|cannot|no|never|none|nobody|no-one|nothing|neither|nor|nowhere|without|hardly|scarcely"
    ),
    "de": r"nicht|keine?[mnrs]?|nie|niemals|niemand\w*|nichts|weder|nirgends|nirgendwo|ohne|kaum",
    "fr": r"ne|n['’](?=\w)|pas|jamais|aucune?|personne ne|rien|nul(?:le)?|sans|ni",
    "es": r"no|nunca|jamás|nadie|nada|ningún|ningun[oa]s?|tampoco|sin|ni",
    "it": r"non|mai|nessun[oa]?|niente|nulla|neanche|nemmeno|neppure|senza|né",
    "pt": r"não|nunca|jamais|ninguém|nada|nenhum(?:a|as)?|nenhuns|tampouco|sem|nem",
    "uk": r"не|ні|ніколи|ніхто|нікого|нікому|ніщо|нічого|жодн\w+|немає|нема|без|ані",
    "ru": r"не|ни|никогда|никто|никого|никому|ничто|ничего|никак\w+|нет|без",
    "pl": r"nie|nigdy|nikt|nikogo|nikomu|nic|niczego|żad(?:en|n\w+)|bez|ani",
}
# Words that deny by themselves; a paraphrase may trade one for a plain negation.
_INHERENT: dict[str, str] = {
    "en": (
        r"den(?:y|ies|ied|ying|ials?)|refus\w+|reject\w*|dismiss\w*|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|rul(?:e|es|ed|ing) out"
        r"|unable|lack(?:s|ed|ing)?|false(?:ly|hoods?)?|untrue|refut\w+|rebut\w*|yet to|impossible|absen(?:t|ce)|nonsense|baseless|unfounded"
        r"|groundless|fabricat\w+|invention|invented|lies?|disput(?:e|es|ed|ing)|contradict\w*|unaware|fiction|hoax|myth|rubbish|disavow\w*"
    ),
    "de": r"dementier\w+|bestreite\w*|bestritt\w*|verweiger\w+|weiger\w+|lehn\w+ (?:\w+ )*ab|abgelehnt|ablehn\w+|zurück(?:gewiesen|weis\w+)|wies \w*|unmöglich|falsch\w*|unwahr\w*|abgestritten|leugne\w*|geleugnet",
    "fr": r"dément\w*|démenti\w*|ni(?:e|ent|é|ait|er)|refus\w+|rejet\w+|exclu\w*|impossible|fau(?:x|sse)\w*|réfut\w+|contest\w+|mensonge\w*",
    "es": r"neg(?:ó|ar|aron|aba|ado)|nieg\w+|desmint\w+|desment\w+|desmient\w+|rechaz\w+|descart\w+|imposible|fals[oa]s?|mentira|rehus\w+",
    "it": r"neg(?:a|ato|ò|are|ano|ava)|smenti\w+|rifiut\w+|respin\w+|esclu\w+|impossibile|fals[oaie]",
    "pt": r"neg(?:a|ou|aram|ar|ado)|desment\w+|recus\w+|rejeit\w+|descart\w+|impossível|fals[oa]s?|mentira",
    "uk": r"запереч\w+|спросту\w+|відмов\w+|відкину\w+|відкида\w+|неможлив\w+|неправд\w+|брехн\w+",
    "ru": r"отриц\w+|опроверг\w+|отказ\w+|отверг\w+|невозможн\w+|неправд\w+|лож(?:ь|ью)|исключ\w+",
    "pl": r"zaprzecz\w+|odmów\w+|odmaw\w+|odrzuc\w+|wyklucz\w+|niemożliw\w+|nieprawd\w+|kłamst\w+|dementu\w+",
}
# Phrases that hold a negation and negate nothing.
_NEUTRAL: dict[str, str] = {
    "en": (
        r"no (?:later|earlier|sooner|fewer|less|more|greater|bigger|larger|longer) than|not (?:later|earlier|fewer|less|more) than|no less|no fewer"
        r"|not only|not just|not merely|not least|whether or not|or not|if not|no doubt|nothing but|no matter|no\. ?(?=\d)|nos\. ?(?=\d)"
        r"|without delay|not exceeding|last but not least|no-fly|no-confidence|no confidence"
    ),
    "de": r"nicht nur|nicht zuletzt|nicht (?:mehr|weniger|später) als|ohne weiteres",
    "fr": r"ne \w+ que|pas (?:moins|plus) de|non seulement|pas seulement|sans délai|sans tarder",
    "es": r"no solo|no sólo|no (?:más|menos) de|sin embargo|sin demora|no obstante|nada más",
    "it": r"non solo|non (?:più|meno) di|non oltre",
    "pt": r"não só|não apenas|não (?:mais|menos) de|sem demora|nada mais",
    "uk": r"не лише|не тільки|не (?:менше|більше|пізніше|менш|більш)(?: ніж)?|не пізніш|без зволікан\w+",
    "ru": r"не только|не (?:менее|более|позднее|позже|меньше|больше)|тем не менее",
    "pl": r"nie tylko|nie (?:mniej|więcej|później) niż|bez zwłoki",
}
_BOUNDARY = re.compile(
    r"[,;:.!?()–—\n\"“”«»]|(?<!\w)(?:but|and|while|although|though|because|after|before|when|if|unless|aber|sondern|und|während|weil|mais|et|car|pero"
    r"|sino|y|porque|ma|e|mas|але|а|і|та|но|и|ale|lecz|oraz)(?!\w)",
    re.IGNORECASE,
)
_SCOPE_WORDS = 4


class Negation(NamedTuple):
    """A negating expression; `scope` are the stems of the content words that it negates, nearest first."""

    start: int
    end: int
    inherent: bool
    scope: tuple[str, ...]


def find_negations(text: str, language: str = "en") -> list[Negation]:
    """Every negation of `text`; "no later than", "not only" and "No. 10" are none."""
    known = primary(language)
    found: list[Negation] = []
    for tongue in [known] if known in _PLAIN else sorted(_PLAIN):
        neutral = [match.span() for match in _shape(_NEUTRAL[tongue]).finditer(text)]
        for inherent, words in ((False, _PLAIN[tongue]), (True, _INHERENT[tongue])):
            for match in _shape(words).finditer(text):
                if not any(start <= match.start() < end for start, end in neutral):
                    found.append(Negation(*match.span(), inherent, _scope(text, match.span(), tongue)))
    return sorted(set(found))


@cache
def _shape(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _scope(text: str, span: tuple[int, int], language: str) -> tuple[str, ...]:
    """English negates what follows; elsewhere the negation may close its clause, so the whole clause is taken."""
    start, end = span
    following = _BOUNDARY.search(text, end)
    after = content_stems(text[end : following.start() if following else len(text)])
    if language == "en" and after:
        return tuple(after[:_SCOPE_WORDS])
    preceding = [match.end() for match in _BOUNDARY.finditer(text, 0, start)]
    before = content_stems(text[preceding[-1] if preceding else 0 : start])
    return tuple((after + before[::-1])[: 2 * _SCOPE_WORDS])


def turned(content: str, evidence: str, language: str = "en") -> str | None:
    """What was negated on one side only, or None when the two agree.

    A negation of `evidence` counts as dropped when `content` asserts the very words that it negates; a negation of
    `content` counts as added when `evidence` has none, or asserts the very words that it negates.
    """
    said, meant = find_negations(content, language), find_negations(evidence, language)
    return _added(said, meant, evidence) or _dropped(meant, said, content)


def _added(said: list[Negation], meant: list[Negation], evidence: str) -> str | None:
    for negation in said:
        if negation.inherent and not meant and not _is_mild(negation):
            return f"the content denies {_words(negation)}, the evidence has no negation"
        if negation.inherent:
            continue
        if not meant:
            return f"the content negates {_words(negation)}, the evidence has no negation"
        shared = any(set(negation.scope) & set(other.scope) for other in meant)
        if not shared and _asserts(evidence, meant, negation.scope):
            return f"the content negates {_words(negation)}, the evidence asserts it"
    return None


def _is_mild(negation: Negation) -> bool:
    return not negation.scope


def _dropped(meant: list[Negation], said: list[Negation], content: str) -> str | None:
    for negation in meant:
        if said and negation.inherent:
            continue
        if _asserts(content, said, negation.scope):
            return f"the evidence negates {_words(negation)}, the content asserts it"
    return None


def _asserts(text: str, negations: list[Negation], scope: tuple[str, ...]) -> bool:
    """Whether `text` holds most of the nearest words of `scope` outside its own negations."""
    negated = {stem for negation in negations for stem in negation.scope}
    free = set(content_stems(text)) - negated
    nearest = scope[:3]
    return bool(nearest) and sum(stem in free for stem in nearest) * 2 > len(nearest)


def _words(negation: Negation) -> str:
    return " ".join(f"{stem}…" for stem in negation.scope[:3]) or "something"

"""Closed word classes by language, from `lexicon/words.yaml`: what chunker and finder of names stand on; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

_MEANT_BY_PRONOUN = {
    "male": "he him er ihm il lui él він он",
    "female": "she her elle ella вона она",
    "body": "it es воно оно",
    "many": "they we them us wir ils elles nous eux ellos ellas nosotros вони ми они мы",
    "person": "i me ich je yo я",
    "any": "you sie",
    "none": "man on",
}
PRONOUNS = {pronoun: whom for whom, pronouns in _MEANT_BY_PRONOUN.items() for pronoun in pronouns.split()}
"""Personal pronouns of all languages → whom they can stand for: a man, a woman, a person, a body, many, any, none."""

_OWNERS = {
    "male": "his sein seine seinen seinem seiner його его",
    "female": "her її её ее",
    "body": "its",
    "many": "their our leur leurs їхній їхня їх их",
    "person": "my",
    "relative": "whose",
    "any": "ihr ihre ihren ihrem ihrer son sa ses su sus",
}
POSSESSIVES = {word: whom for whom, words in _OWNERS.items() for word in words.split()}
"""Possessive determiners of all languages → who can be the owner."""


def is_pronoun(word: str) -> bool:
    """Whether the word, as written, is a personal pronoun: "us", but neither "US" nor "IT"."""
    return word.casefold() in PRONOUNS and not _is_abbreviation(word)


def whom_of(word: str) -> str | None:
    """Whom a pronoun or a possessive, as written, can stand for; None for any other word."""
    folded = word.casefold()
    return None if _is_abbreviation(word) else PRONOUNS.get(folded) or POSSESSIVES.get(folded)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()


TITLES = frozenset(
    """Mr Mrs Ms Miss Dr Sir Lord Lady Dame President Vice Vice-President Prime Minister Chancellor Premier
    Governor Mayor Senator Representative Congressman Congresswoman Judge Justice Chief General Gen Colonel Col
    Major Maj Captain Capt Lieutenant Lt Sergeant Sgt Corporal Private Admiral Adm Brigadier Brig Commander
    Cmdr Commodore Superintendent Inspector Detective Constable Marshal Secretary Secretary-General Ambassador
    Envoy Professor Prof Father Sister Brother Pope Bishop Archbishop Cardinal Imam Rabbi Sheikh Sultan Emir
    Ayatollah King Queen Prince Princess Duke Gov Sen Rep Rev Reverend Deputy Acting Former Foreign Defence
    Defense Interior Finance Speaker Councillor Commissioner Chairman Chairwoman Director Manager Coach Captain
    Prosecutor Attorney Spokesman Spokeswoman Spokesperson Minister-President Crown Assistant Undersecretary Executive
    Officer MP MEP Me Herr Frau Präsident Präsidentin Minister Ministerin Bundeskanzler Bundeskanzlerin Kanzler
    Kanzlerin Bürgermeister Bürgermeisterin Oberbürgermeister Oberbürgermeisterin Monsieur Madame Mme Mlle Maître
    Président Présidente Señor Señora Don Doña Presidente Presidenta Ministro Ministra Президент Президентка
    Міністр Министр Прем’єр-міністр Премьер-министр""".split()
)
"""Capitalised words before a person's name that are no part of it."""

COURTESY_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lady Dame Herr Frau Monsieur Madame Mme Mlle Señor Señora Don Doña Rev Reverend Prof".split()
)
"""Titles that address a person and tell no role."""

FEMALE_TITLES = frozenset(
    """Mrs Ms Miss Lady Dame Queen Princess Sister Congresswoman Spokeswoman Chairwoman Frau Mme Mlle Madame
    Señora Doña""".split()
)
MALE_TITLES = frozenset(
    """Mr Sir Lord Father Brother King Prince Duke Sultan Emir Imam Congressman Spokesman Chairman Herr
    Monsieur Señor Don""".split()
)

CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays
    Saturdays Sundays Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Easter Christmas
    Ramadan Eid Lent GMT UTC CET BST EST EDT AM PM Montag Dienstag Mittwoch Donnerstag Freitag Samstag
    Sonnabend Sonntag Januar Februar März Mai Juni Juli Oktober Dezember Uhr""".split()
)
"""Days, months and their like, which are capitalised and no names."""

NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen
    dozens hundreds thousands scores several zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert
    tausend dutzende hunderte tausende mehrere deux trois quatre cinq six sept huit neuf dix onze douze vingt
    trente cent mille plusieurs dos tres cuatro cinco seis siete ocho nueve diez once doce veinte cien mil
    varios varias два дві двоє три троє чотири четверо п’ять п’ятеро шість шестеро сім семеро вісім восьмеро
    десятки сотні две двое трое четыре четверо пять пятеро шесть шестеро семь семеро восемь восьмеро сотни""".split()
)


@dataclass(frozen=True)
class WordClasses:
    """The closed classes of one language, all in lower case; see `lexicon/words.yaml`."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    prepositions: frozenset[str]
    attaching: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    complementisers: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    modals: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    oblique: frozenset[str]
    adverb: re.Pattern[str]
    function_words: frozenset[str]


@cache
def word_classes(language: str) -> WordClasses:
    """The classes of a BCP 47 tag's language; those of English for a language without a table."""
    tables = lexicon("words")
    table: dict[str, str] = tables.get(language.split("-", maxsplit=1)[0].lower()) or tables["en"]
    classes = {
        field.name: frozenset(str(table.get(field.name, "")).split())
        for field in fields(WordClasses)
        if field.name not in ("adverb", "function_words")
    }
    ending, exceptions = table.get("adverb_ending"), "|".join(table.get("no_adverbs", "").split())
    adverb = re.compile(rf"^(?!(?:{exceptions})$)\w{{2,}}{ending}$" if ending else r"(?!)")
    return WordClasses(**classes, adverb=adverb, function_words=frozenset().union(*classes.values()))


@cache
def name_words(kind: str) -> frozenset[str]:
    """The words within names that tell what is named, in lower case: kind is institution, place, thing or platform."""
    return frozenset(str(lexicon("name_words")[kind]).split())


@cache
def role_words(name: str) -> frozenset[str]:
    """A list of `lexicon/roles.yaml`: words beside names and in noun phrases that tell what somebody is."""
    return frozenset(str(lexicon("roles")[name]).split())


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicon/<name>.yaml` by language."""
    import yaml  # late: only a document with sentences to read needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load((files("summarizer.cues") / "lexicon" / f"{name}.yaml").read_text("utf-8"), loader)  # noqa: S506
    return data

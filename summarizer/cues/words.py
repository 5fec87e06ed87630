"""Closed word classes by language, from `lexicon/words.yaml`: what the chunker and the finder of names stand on; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

PRONOUNS = {
    "he": "male", "she": "female", "it": "body", "they": "many", "we": "many", "i": "person", "you": "any",
    "him": "male", "her": "female", "them": "many", "us": "many", "me": "person",
    "er": "male", "sie": "any", "es": "body", "wir": "many", "ich": "person", "man": "none", "ihm": "male",
    "il": "male", "elle": "female", "on": "none", "ils": "many", "elles": "many", "nous": "many", "je": "person", "lui": "male", "eux": "many",
    "él": "male", "ella": "female", "ellos": "many", "ellas": "many", "nosotros": "many", "yo": "person",
    "він": "male", "вона": "female", "воно": "body", "вони": "many", "ми": "many", "я": "person",
    "он": "male", "она": "female", "оно": "body", "они": "many", "мы": "many",
}  # fmt: skip
"""Personal pronouns of all languages → whom they can stand for: one man, one woman, a body, many, any, nobody in particular."""

POSSESSIVES = {
    "his": "male", "her": "female", "its": "body", "their": "many", "our": "many", "my": "person", "whose": "relative",
    "sein": "male", "seine": "male", "seinen": "male", "seinem": "male", "seiner": "male", "ihr": "any", "ihre": "any", "ihren": "any",
    "ihrem": "any", "ihrer": "any", "son": "any", "sa": "any", "ses": "any", "leur": "many", "leurs": "many", "su": "any", "sus": "any",
    "його": "male", "її": "female", "їхній": "many", "їхня": "many", "їх": "many", "его": "male", "её": "female", "ее": "female", "их": "many",
}  # fmt: skip
"""Possessive determiners of all languages → who can be the owner."""

TITLES = frozenset(
    """Mr Mrs Ms Miss Dr Sir Lord Lady Dame President Vice Vice-President Prime Minister Chancellor Premier Governor Mayor Senator
    Representative Congressman Congresswoman Judge Justice Chief General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant
    Sgt Corporal Private Admiral Adm Brigadier Brig Commander Cmdr Commodore Superintendent Inspector Detective Constable Marshal
    Secretary Secretary-General Ambassador Envoy Professor Prof Father Sister Brother Pope Bishop Archbishop Cardinal Imam Rabbi Sheikh
    Sultan Emir Ayatollah King Queen Prince Princess Duke Gov Sen Rep Rev Reverend Deputy Acting Former Foreign Defence Defense Interior
    Finance Speaker Councillor Commissioner Chairman Chairwoman Director Manager Coach Captain Prosecutor Attorney Spokesman Spokeswoman Spokesperson
    Minister-President Crown Assistant Undersecretary MP MEP Me
    Herr Frau Präsident Präsidentin Minister Ministerin Bundeskanzler Bundeskanzlerin Kanzler Kanzlerin Bürgermeister Bürgermeisterin
    Oberbürgermeister Oberbürgermeisterin Monsieur Madame Mme Mlle Maître Président Présidente Señor Señora Don Doña Presidente Presidenta
    Ministro Ministra Президент Президентка Міністр Министр Прем’єр-міністр Премьер-министр""".split()
)
"""Capitalised words before a person's name that are no part of it."""

FEMALE_TITLES = frozenset(
    "Mrs Ms Miss Lady Dame Queen Princess Sister Congresswoman Spokeswoman Chairwoman Frau Mme Mlle Madame Señora Doña".split()
)
MALE_TITLES = frozenset(
    "Mr Sir Lord Father Brother King Prince Duke Sultan Emir Imam Congressman Spokesman Chairman Herr Monsieur Señor Don".split()
)

CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Mon Tue Tues
    Wed Thu Thurs Fri Sat Sun January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec Easter Christmas Ramadan Eid Lent GMT UTC CET BST EST EDT AM PM
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar März Mai Juni Juli Oktober Dezember Uhr""".split()
)
"""Days, months and their like, which are capitalised and no names."""

NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
    forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens hundreds thousands scores several
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend dutzende hunderte tausende mehrere
    deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille plusieurs
    dos tres cuatro cinco seis siete ocho nueve diez once doce veinte cien mil varios varias
    два дві двоє три троє чотири четверо п’ять п’ятеро шість шестеро сім семеро вісім восьмеро десятки сотні
    две двое трое четыре четверо пять пятеро шесть шестеро семь семеро восемь восьмеро сотни""".split()
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
def lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicon/<name>.yaml` by language."""
    import yaml  # late: only a document with sentences to read needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load((files("summarizer.cues") / "lexicon" / f"{name}.yaml").read_text("utf-8"), loader)  # noqa: S506
    return data

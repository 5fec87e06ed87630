"""What surrounds a number in each language: bounds, ranges, collectives ("dozen"), scales, vague quantities.

The entries are regular expressions over lower-case text, whole words, a space standing for any run of spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple


@dataclass(frozen=True)
class CountWords:
    """One language's wording around quantities."""

    at_least: str
    at_most: str
    about: str
    or_more: str
    or_fewer: str
    between: str
    to: str
    either: str
    none: str
    magnitudes: str
    few: str
    no_quantity: str
    articles: str
    half: str
    and_a_half: str = r"(?!)"
    collectives: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, int] = field(default_factory=dict)
    decimal: str = ","


EN = CountWords(
    at_least=(
        "at least|no fewer than|not fewer than|no less than|not less than|more than|greater than|upwards of|well over"
        "|just over|slightly over|over|above|exceeding|in excess of|a minimum of|minimum"
    ),
    at_most=(
        "at most|no more than|not more than|up to|as many as|fewer than|less than|under|below|nearly up to"
        "|a maximum of|maximum|not exceeding"
    ),
    about=(
        "about|around|roughly|approximately|approx\\.?|some|nearly|almost|close to|an estimated|estimated|circa|ca\\.?"
        "|exactly|precisely|just|only|another|a total of|a further|the|all|these|those|both|well|as few as"
    ),
    or_more="or more|and more|or over|at least|at the least|plus|\\+",
    or_fewer="or fewer|or less|at most|at the most",
    between="between|from|anywhere from|anywhere between",
    to="to|and|through",
    either="or",
    none="none|no one|no-one|nobody|no casualties|no deaths|no injuries|nil|no",
    magnitudes=(
        "(?:tens|hundreds|thousands|dozens|scores(?= of)|millions|billions)(?: of (?:hundreds|thousands|millions|billions))?"
        "|(?:several|a few|many|some|a couple) (?:dozen|score|hundred|thousand|million|billion)"
    ),
    few="several|a few|few|many|numerous|multiple|countless|a number of|a handful|handful|some",
    no_quantity="unknown|unspecified|undisclosed|uncounted|unclear|not stated|not known|n/a",
    articles="a|an|one|single|a single|the only|sole",
    half="half an?|half",
    and_a_half="and a half",
    collectives={"dozen": 12, "couple": 2, "pair": 2},
    scales={
        "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "mln": 10**6,
        "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12, "hundred": 100,
    },
    fractions={"half": 2, "halves": 2, "quarter": 4, "quarters": 4},
    decimal=".",
)  # fmt: skip

DE = CountWords(
    at_least="mindestens|wenigstens|zumindest|mehr als|über|nicht weniger als",
    at_most="höchstens|maximal|bis zu|weniger als|unter|nicht mehr als",
    about="etwa|rund|ungefähr|circa|ca\\.?|knapp|fast|gut|genau|nur|insgesamt|weitere|schätzungsweise|die|alle",
    or_more="oder mehr|und mehr",
    or_fewer="oder weniger",
    between="zwischen|von",
    to="bis|und",
    either="oder",
    none="keine?|keiner|keinen|niemand",
    magnitudes=(
        "dutzende[nr]?|hunderte[nr]?|tausende[nr]?|zehntausende[nr]?|hunderttausende[nr]?|millionen"
        "|mehrere[nr]? (?:dutzend|hundert|tausend|millionen)"
    ),
    few="mehrere[nr]?|einige[nr]?|viele[nr]?|etliche[nr]?|zahlreiche[nr]?|ein paar|wenige[nr]?",
    no_quantity="unbekannt|unklar",
    articles="ein|eine|einen|einem|einer|eines",
    half="ein halbes|ein halber|eine halbe|halbe?",
    and_a_half="einhalb",
    collectives={"dutzend": 12, "paar": 2},
    scales={
        "tausend": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9,
        "mrd": 10**9, "hundert": 100,
    },
    fractions={"drittel": 3, "viertel": 4, "fünftel": 5, "zehntel": 10},
)  # fmt: skip

FR = CountWords(
    at_least="au moins|plus de|plus d['’]|pas moins de|au minimum",
    at_most="au plus|au maximum|jusqu['’]à|moins de|moins d['’]|pas plus de",
    about="environ|près de|quelque|à peu près|presque|exactement|seulement|les|autour de",
    or_more="ou plus|au moins",
    or_fewer="ou moins|au plus",
    between="entre|de",
    to="à|et",
    either="ou",
    none="aucune?|personne|nul",
    magnitudes=(
        "(?:dizaines|douzaines|vingtaines|trentaines|quarantaines|cinquantaines|centaines|milliers)(?: de (?:milliers|millions))?"
    ),
    few="plusieurs|quelques|de nombreu(?:x|ses)|beaucoup",
    no_quantity="inconnu|indéterminé",
    articles="un|une",
    half="un demi|une demi|demi-?|la moitié",
    and_a_half="et demie?",
    collectives={
        "douzaine": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
        "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "paire": 2,
    },
    scales={"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    fractions={"tiers": 3, "quart": 4, "quarts": 4},
)  # fmt: skip

ES = CountWords(
    at_least="al menos|por lo menos|más de|no menos de|como mínimo|un mínimo de",
    at_most="como máximo|hasta|menos de|no más de|a lo sumo|un máximo de",
    about="unos|unas|alrededor de|aproximadamente|cerca de|casi|exactamente|solo|sólo|los|las|otros|otras",
    or_more="o más",
    or_fewer="o menos",
    between="entre|de",
    to="a|y",
    either="o|u",
    none="ningún|ninguno|ninguna|nadie",
    magnitudes="(?:decenas|docenas|centenares|cientos|miles|millones)(?: de (?:miles|millones))?",
    few="vari[oa]s|algun[oa]s|much[oa]s|numeros[oa]s|un[oa]s cuant[oa]s",
    no_quantity="desconocido|desconocida",
    articles="un|una|uno|unos|unas",
    half="medio|media|la mitad",
    and_a_half="y medio",
    collectives={"docena": 12, "decena": 10, "veintena": 20, "treintena": 30, "centenar": 100, "millar": 1000, "par": 2},
    scales={"mil": 10**3, "millón": 10**6, "millones": 10**6},
    fractions={"tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4},
)

IT = CountWords(
    at_least="almeno|più di|oltre|non meno di|come minimo",
    at_most="al massimo|fino a|meno di|non più di",
    about="circa|quasi|intorno a|esattamente|solo|i|le|gli|altri|altre",
    or_more="o più",
    or_fewer="o meno",
    between="tra|fra|da",
    to="a|e",
    either="o",
    none="nessuno|nessuna|nessun",
    magnitudes="decine|dozzine|centinaia|migliaia|milioni",
    few="divers[ie]|alcun[ie]|molt[ie]|numeros[ie]|parecchi",
    no_quantity="sconosciuto|ignoto",
    articles="un|una|uno",
    half="mezzo|mezza|la metà",
    and_a_half="e mezzo",
    collectives={"dozzina": 12, "decina": 10, "quindicina": 15, "ventina": 20, "trentina": 30, "centinaio": 100, "migliaio": 1000, "paio": 2},
    scales={"mila": 10**3, "milione": 10**6, "milioni": 10**6, "miliardo": 10**9, "miliardi": 10**9},
    fractions={"terzo": 3, "terzi": 3, "quarto": 4, "quarti": 4},
)

PT = CountWords(
    at_least="pelo menos|ao menos|mais de|não menos de|no mínimo",
    at_most="no máximo|até|menos de|não mais de",
    about="cerca de|aproximadamente|quase|uns|umas|por volta de|exatamente|apenas|os|as|outros|outras",
    or_more="ou mais",
    or_fewer="ou menos",
    between="entre|de",
    to="a|e",
    either="ou",
    none="nenhum|nenhuma|ninguém",
    magnitudes="dezenas|dúzias|centenas|milhares|milhões",
    few="vári[oa]s|alguns|algumas|muit[oa]s|numeros[oa]s|divers[oa]s",
    no_quantity="desconhecido|desconhecida",
    articles="um|uma",
    half="meio|meia|metade",
    and_a_half="e meio|e meia",
    collectives={"dúzia": 12, "dezena": 10, "vintena": 20, "centena": 100, "milhar": 1000, "par": 2},
    scales={"mil": 10**3, "milhão": 10**6, "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9},
    fractions={"terço": 3, "terços": 3, "quarto": 4, "quartos": 4},
)

UK = CountWords(
    at_least="щонайменше|принаймні|не менше(?: ніж)?|понад|більше(?: ніж)?|більш ніж|як мінімум",
    at_most="щонайбільше|не більше(?: ніж)?|до|менше(?: ніж)?|менш ніж|максимум",
    about="близько|приблизно|майже|орієнтовно|рівно|лише|ще|всього",
    or_more="або більше|чи більше|і більше",
    or_fewer="або менше|чи менше",
    between="від|між|з",
    to="до|і|та",
    either="або|чи",
    none="жодн(?:ого|ої|а|их)|ніхто|нікого|ніяких",
    magnitudes="десятки|десятків|сотні|сотень|тисячі|тисяч|мільйони|(?:кілька|декілька) (?:десятків|сотень|тисяч)",
    few="кілька|кільком|декілька|багато|чимало",
    no_quantity="невідомо|невідома",
    articles="один|одна|одне|одного|одну|однієї",
    half="пів|половина|половину",
    and_a_half="з половиною",
    collectives={"десяток": 10, "дюжина": 12, "дюжину": 12, "сотня": 100, "сотню": 100, "пара": 2, "пару": 2},
    scales={
        "тис": 10**3, "тисяча": 10**3, "тисячі": 10**3, "тисяч": 10**3, "мільйон": 10**6, "мільйона": 10**6,
        "мільйони": 10**6, "мільйонів": 10**6, "млн": 10**6, "мільярд": 10**9, "мільярди": 10**9, "мільярдів": 10**9, "млрд": 10**9,
    },
    fractions={"третини": 3, "чверті": 4},
)  # fmt: skip

RU = CountWords(
    at_least="как минимум|по меньшей мере|по крайней мере|минимум|не менее|не меньше|более(?: чем)?|больше(?: чем)?|свыше",
    at_most="не более(?: чем)?|не больше|до|менее(?: чем)?|меньше(?: чем)?|максимум",
    about="около|примерно|приблизительно|почти|порядка|ровно|только|еще|ещё|всего|лишь",
    or_more="или более|или больше|и более",
    or_fewer="или менее|или меньше",
    between="от|между|с",
    to="до|и",
    either="или",
    none="ни одного|ни одной|ни один|никто|никого|никаких",
    magnitudes="десятки|десятков|сотни|сотен|тысячи|тысяч|миллионы|несколько (?:десятков|сотен|тысяч)",
    few="несколько|нескольких|много|немало",
    no_quantity="неизвестно|неизвестна",
    articles="один|одна|одно|одного|одну|одной",
    half="пол|половина|половину|полтора",
    and_a_half="с половиной",
    collectives={"десяток": 10, "дюжина": 12, "дюжину": 12, "сотня": 100, "сотню": 100, "пара": 2, "пару": 2},
    scales={
        "тыс": 10**3, "тысяча": 10**3, "тысячи": 10**3, "тысяч": 10**3, "миллион": 10**6, "миллиона": 10**6,
        "миллионов": 10**6, "млн": 10**6, "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9, "млрд": 10**9,
    },
    fractions={"трети": 3, "четверти": 4},
)  # fmt: skip

PL = CountWords(
    at_least="co najmniej|przynajmniej|ponad|więcej niż|nie mniej niż|minimum",
    at_most="co najwyżej|najwyżej|do|mniej niż|poniżej|nie więcej niż|maksymalnie",
    about="około|ok\\.?|blisko|prawie|niemal|mniej więcej|dokładnie|tylko|jeszcze|łącznie",
    or_more="lub więcej|albo więcej|i więcej",
    or_fewer="lub mniej|albo mniej",
    between="od|między|pomiędzy",
    to="do|a|i",
    either="lub|albo|czy",
    none="żaden|żadna|żadnego|żadnej|nikt|nikogo",
    magnitudes="dziesiątki|setki|tysiące|tysięcy|miliony|kilka(?:naście|dziesiąt|set)|kilku(?:nastu|dziesięciu|set)",
    few="kilka|kilku|wiele|wielu|liczne|parę",
    no_quantity="nieznana|nieznany",
    articles="jeden|jedna|jedno|jednego|jedną|jednej",
    half="pół|połowa|połowę|półtora",
    and_a_half="i pół",
    collectives={"tuzin": 12, "setka": 100, "setkę": 100, "para": 2},
    scales={
        "tys": 10**3, "tysiąc": 10**3, "tysiące": 10**3, "tysięcy": 10**3, "milion": 10**6, "miliony": 10**6,
        "milionów": 10**6, "miliona": 10**6, "mln": 10**6, "miliard": 10**9, "miliardy": 10**9, "miliardów": 10**9, "mld": 10**9,
    },
    fractions={"trzecie": 3, "czwarte": 4},
)  # fmt: skip

_BY_LANGUAGE = {"en": EN, "de": DE, "fr": FR, "es": ES, "it": IT, "pt": PT, "uk": UK, "ru": RU, "pl": PL}
LANGUAGES = tuple(_BY_LANGUAGE)
"""The languages whose number words are read."""


class VagueMention(NamedTuple):
    """A quantity without a figure; `word` is its normalised form, offsets are into the text searched.

    `magnitude` tells "dozens" and "several hundred" from "several" and "many".
    """

    word: str
    start: int
    end: int
    magnitude: bool


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag, lower-case: "en-GB" gives "en"."""
    return language.replace("_", "-").partition("-")[0].lower()


def count_words(language: str) -> CountWords:
    """The wording of a language; English where there is no table, since only its figures will be found anyway."""
    return _BY_LANGUAGE.get(primary(language), EN)


@cache
def pattern(expression: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Pattern[str]:
    """Compile alternatives as whole words, a space in them matching any run of white space."""
    return re.compile(before + "(?:" + expression.replace(" ", r"\s+") + ")" + after, re.IGNORECASE)


def find_vague(text: str, language: str = "en") -> list[VagueMention]:
    """Every vague quantity of `text`, left to right: "dozens", "several hundred", "a few"."""
    wording = count_words(language)
    shape = pattern(f"(?P<magnitude>{wording.magnitudes})|{wording.few}")
    return [
        VagueMention(" ".join(m.group().lower().split()), m.start(), m.end(), m["magnitude"] is not None)
        for m in shape.finditer(text)
    ]

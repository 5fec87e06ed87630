"""Weekday and month names, by value: "Friday" and "Fridays" are one day, "Aug. 7" and "August 7" one month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarizer.quantities.count_words import primary

# Seven weekdays from Monday, twelve months from January, as regular expressions over whole words. The inflected
# languages are written with their cases; a bare stem would take "середина" for Wednesday.
_WEEKDAYS: dict[str, str] = {
    "en": "mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?",
    "de": "montags? dienstags? mittwochs? donnerstags? freitags? (?:samstag|sonnabend)s? sonntags?",
    "fr": "lundis? mardis? mercredis? jeudis? vendredis? samedis? dimanches?",
    "es": "lunes martes mi[ée]rcoles jueves viernes s[áa]bados? domingos?",
    "it": "luned[ìi] marted[ìi] mercoled[ìi] gioved[ìi] venerd[ìi] sabat[oi] domenic(?:a|he)",
    "pt": "segundas?-feiras? ter[çc]as?-feiras? quartas?-feiras? quintas?-feiras? sextas?-feiras? s[áa]bados? domingos?",
    "uk": (
        "понеділ(?:ок|ка|ку|ком|ки) вівтор(?:ок|ка|ку|ком) серед(?:а|и|у|і|ою) четвер(?:г|га|гу|гом)? "
        "п['’ʼ]ятниц(?:я|і|ю|ею) субот(?:а|и|у|і|ою) неділ(?:я|і|ю|ею)"
    ),
    "ru": (
        "понедельник(?:а|у|ом|е|и)? вторник(?:а|у|ом|е)? сред(?:а|ы|у|е|ой) четверг(?:а|у|ом|е)? "
        "пятниц(?:а|ы|у|е|ей) суббот(?:а|ы|у|е|ой) воскресень(?:е|я|ю|ем|и)"
    ),
    "pl": (
        "poniedział(?:ek|ku|kiem|kowi) wtor(?:ek|ku|kiem) środ(?:a|y|ę|ie|ą) czwart(?:ek|ku|kiem) "
        "piąt(?:ek|ku|kiem) sobot(?:a|y|ę|cie|ą) niedziel(?:a|i|ę|ą)"
    ),
}
_MONTHS: dict[str, str] = {
    "en": (
        r"(?:january|jan\.) (?:february|feb\.) (?:march|mar\.) (?:april|apr\.) may (?:june|jun\.) (?:july|jul\.) (?:august|aug\.) "
        r"(?:september|sept?\.) (?:october|oct\.) (?:november|nov\.) (?:december|dec\.)"
    ),
    "de": "(?:januar|jänner)s? februars? märz aprils? mais? junis? julis? augusts? septembers? oktobers? novembers? dezembers?",
    "fr": "janvier f[ée]vrier mars avril mai juin juillet ao[ûu]t septembre octobre novembre d[ée]cembre",
    "es": "enero febrero marzo abril mayo junio julio agosto (?:septiembre|setiembre) octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "uk": (
        "січ(?:ень|ня|ні|нем|ню) лют(?:ий|ого|ому|им) берез(?:ень|ня|ні|нем|ню) квіт(?:ень|ня|ні|нем|ню) трав(?:ень|ня|ні|нем|ню) "
        "черв(?:ень|ня|ні|нем|ню) лип(?:ень|ня|ні|нем|ню) серп(?:ень|ня|ні|нем|ню) верес(?:ень|ня|ні|нем|ню) "
        "жовт(?:ень|ня|ні|нем|ню) листопад(?:а|і|ом|у)? груд(?:ень|ня|ні|нем|ню)"
    ),
    "ru": (
        "январ(?:ь|я|е|ём|ем|ю) феврал(?:ь|я|е|ём|ем|ю) март(?:а|е|ом|у)? апрел(?:ь|я|е|ем|ю) ма(?:й|я|е|ем|ю) июн(?:ь|я|е|ем|ю) "
        "июл(?:ь|я|е|ем|ю) август(?:а|е|ом|у)? сентябр(?:ь|я|е|ём|ем|ю) октябр(?:ь|я|е|ём|ем|ю) ноябр(?:ь|я|е|ём|ем|ю) "
        "декабр(?:ь|я|е|ём|ем|ю)"
    ),
    "pl": (
        "stycz(?:eń|nia|niu|niem) lut(?:y|ego|ym) mar(?:zec|ca|cu|cem) kwie(?:cień|tnia|tniu|tniem) maj(?:a|u|em)? "
        "czerw(?:iec|ca|cu|cem) lip(?:iec|ca|cu|cem) sierp(?:ień|nia|niu|niem) wrze(?:sień|śnia|śniu|śniem) "
        "październik(?:a|u|iem)? listopad(?:a|zie|em)? grud(?:zień|nia|niu|niem)"
    ),
}
# Where names of days and months are capitalised, the small word is another one: "may", "march", "august".
_CAPITALISED = frozenset({"en", "de"})


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A weekday ("weekday", 0 is Monday) or a month ("month", 1 is January) and where it stands."""

    kind: str
    index: int
    start: int
    end: int


def find_calendar_words(text: str, language: str = "en") -> list[CalendarWord]:
    """Every weekday and month name of `text`; in a language without a table, those of all tables."""
    known = primary(language)
    found = [
        CalendarWord(kind, index, match.start(), match.end())
        for tongue in ([known] if known in _WEEKDAYS else sorted(_WEEKDAYS))
        for kind, index, shape in _shapes(tongue)
        for match in shape.finditer(text)
        if tongue not in _CAPITALISED or match.group()[0].isupper()
    ]
    return sorted((word for word in found if not _is_verb(text, word)), key=lambda word: word.start)


@cache
def _shapes(language: str) -> list[tuple[str, int, re.Pattern[str]]]:
    weekdays = [("weekday", index, name) for index, name in enumerate(_WEEKDAYS[language].split())]
    months = [("month", index, name) for index, name in enumerate(_MONTHS[language].split(), start=1)]
    return [(kind, index, re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE)) for kind, index, name in weekdays + months]


_NO_MONTH_AFTER = re.compile(r"\s+(?:he|she|it|they|we|you|i|the|god|be|on|to|past|through|into|for)\b")
_OPENS_A_SENTENCE = re.compile(r"(?:^|[.!?:][\"'”’)]*\s+)[\"'“‘]?$")


def _is_verb(text: str, word: CalendarWord) -> bool:
    """Whether an English "May" or "March" opens its sentence as a verb: "March on, he told them"."""
    return bool(
        text[word.start : word.end] in {"May", "March"}
        and _OPENS_A_SENTENCE.search(text, max(0, word.start - 6), word.start)
        and _NO_MONTH_AFTER.match(text, word.end)
    )

"""Words of time in German, French, Spanish, Italian, Portuguese, Polish, Ukrainian and Russian, as tables.

Each word has one meaning in all of these languages, or stands in no table.
"""

from __future__ import annotations

from summarizer.dates.lexicon import Governor

_BY_LANGUAGE: dict[str, dict[Governor, str]] = {
    "de": {
        "on": "am | den | der | dem | am kommenden",
        "by": "bis | bis zum | bis spätestens | bis spätestens zum | spätestens am | spätestens bis zum | bis einschließlich"
        " | bis zum kommenden | bis kommenden | spätestens",
        "before": "vor | vor dem",
        "from": "ab | ab dem | vom",
        "since": "seit | seit dem",
        "after": "nach dem",
    },
    "fr": {
        "on": "le | ce",
        "by": "jusqu'au | jusqu'à | jusqu'en | d'ici | d'ici le | d'ici au | d'ici à | au plus tard le | au plus tard | pas plus tard que le",
        "before": "avant | avant le | avant la | d'avant le",
        "from": "à partir du | à partir de | à compter du | dès le | dès",
        "since": "depuis | depuis le",
        "after": "après le",
    },
    "es": {
        "on": "el | el día | este",
        "by": "hasta | hasta el | hasta el día | para el | a más tardar el | a más tardar | no más tarde del | como máximo el",
        "before": "antes del | antes de | antes del día",
        "from": "a partir del | a partir de | desde el",
        "after": "después del | tras el",
    },
    "it": {
        "on": "il | l'",
        "by": "entro | entro il | entro l' | fino al | fino a | non oltre il | entro e non oltre il | al più tardi il",
        "before": "prima del | prima di",
        "from": "a partire dal | dal",
        "after": "dopo il",
    },
    "pt": {
        "on": "em | no dia | na | no",
        "by": "até | até o dia | até ao dia | até o | até à | até a | o mais tardar até | o mais tardar",
        "before": "antes da | antes do dia",
        "from": "desde | desde o dia",
        "after": "após | depois de",
    },
    "pl": {
        "on": "w | we | dnia | w dniu",
        "by": "do | do dnia | najpóźniej do | najpóźniej | nie później niż do | nie później niż",
        "before": "przed",
        "from": "od | od dnia | począwszy od",
        "after": "po",
    },
    "uk": {
        "on": "у | в",
        "by": "до | не пізніше | не пізніше ніж до | щонайпізніше до",
        "before": "перед",
        "from": "з | із | від | починаючи з",
        "after": "після",
    },
    "ru": {
        "on": "во",
        "by": "не позднее | не позже | к",
        "from": "с | со | начиная с",
        "after": "после",
    },
}


def _governors() -> dict[str, Governor]:
    return {
        phrase.strip(): governor
        for table in _BY_LANGUAGE.values()
        for governor, listed in table.items()
        for phrase in listed.split("|")
    }


GOVERNORS: dict[str, Governor] = _governors()

WEEKDAY_LANGUAGES = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "pl": "poniedziałek/poniedziałku wtorek/wtorku środa/środę/środy czwartek/czwartku piątek/piątku sobota/sobotę/soboty"
    " niedziela/niedzielę/niedzieli",
    "uk": "понеділок/понеділка вівторок/вівторка середа/середу/середи четвер/четверга п'ятниця/п'ятницю/п'ятниці"
    " субота/суботу/суботи неділя/неділю/неділі",
    "ru": "понедельник/понедельника/понедельнику вторник/вторника/вторнику среда/среду/среды/среде"
    " четверг/четверга/четвергу пятница/пятницу/пятницы/пятнице суббота/субботу/субботы/субботе"
    " воскресенье/воскресенья/воскресенью",
}
"""The seven weekdays, Monday first, with the case forms that stand in news."""


def weekdays(*languages: str) -> dict[str, int]:
    """Weekday words of the given languages, Monday is 0."""
    return {
        form: number
        for language in languages
        for number, forms in enumerate(WEEKDAY_LANGUAGES.get(language, "").split())
        for form in forms.split("/")
    }


WEEKDAYS = weekdays(*WEEKDAY_LANGUAGES)

DAYS_FROM_TODAY = {
    "heute": 0, "morgen": 1, "übermorgen": 2, "gestern": -1, "vorgestern": -2,
    "aujourd'hui": 0, "demain": 1, "après-demain": 2, "hier": -1, "avant-hier": -2,
    "hoy": 0, "mañana": 1, "pasado mañana": 2, "ayer": -1, "anteayer": -2,
    "oggi": 0, "domani": 1, "dopodomani": 2, "ieri": -1,
    "hoje": 0, "amanhã": 1, "ontem": -1,
    "dziś": 0, "dzisiaj": 0, "jutro": 1, "jutra": 1, "pojutrze": 2, "wczoraj": -1,
    "сьогодні": 0, "завтра": 1, "післязавтра": 2, "вчора": -1, "позавчора": -2,
    "сегодня": 0, "послезавтра": 2, "вчера": -1, "позавчера": -2,
}  # fmt: skip

LATIN = tuple("de fr es it pt pl nl cs sk hr sl sv da nb fi hu ro tr lt lv et id vi".split())
CYRILLIC = tuple("uk ru be bg sr mk kk".split())
OTHER_SCRIPTS = tuple("el hy he ar fa hi ka th".split())

# Written day first wherever figures alone are used ("03.04.2026").
DAY_FIRST = frozenset("de fr es it pt pl nl cs sk hr sl da nb no fi ro tr et uk ru be bg sr mk el".split())

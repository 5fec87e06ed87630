"""Words of time in German, French, Spanish, Italian, Portuguese, Polish, Ukrainian and Russian, as tables.

Each word has one meaning in all of these languages, or stands in no table.
"""

from __future__ import annotations

from typing import Literal

from summarizer.dates.lexicon import Governor

_GOVERNORS: dict[Governor, str] = {
    "on": """
        am, den, der, dem,  le, ce, au,  el, el día, este,  il, l',  em, no dia, na, no,
        w, we, dnia, w dniu,  у, в,  во
    """,
    "by": """
        bis, bis zum, bis zur, bis spätestens, bis spätestens zum, spätestens, spätestens am, spätestens bis zum,
        bis einschließlich, bis zu,
        jusqu'au, jusqu'à, jusqu'à la, jusqu'en, d'ici, d'ici le, d'ici au, d'ici à, d'ici à la, d'ici la,
        au plus tard, au plus tard le, pas plus tard que le,
        hasta, hasta el, hasta el día, para el, a más tardar, a más tardar el, no más tarde del, como máximo el,
        entro, entro il, entro la, entro l', fino al, fino a, fino alla, non oltre il, entro e non oltre il,
        al più tardi il,
        até, até o dia, até ao dia, até o, até ao, até à, até a, o mais tardar, o mais tardar até,
        do, do dnia, najpóźniej, najpóźniej do, nie później niż, nie później niż do,
        до, не пізніше, не пізніше ніж до, щонайпізніше до,  не позднее, не позже, к
    """,
    "before": """
        vor, vor dem, vor der,  avant, avant le, avant la, d'avant le,  antes del, antes de, antes del día,
        prima del, prima di, prima della,  antes da, antes do dia, antes do,  przed,  перед
    """,
    "from": """
        ab, ab dem, vom,  à partir du, à partir de, à compter du, dès, dès le,  a partir del, a partir de, desde el,
        a partire dal, dal,  desde, desde o dia,  od, od dnia, począwszy od,  з, із, від, починаючи з,
        с, со, начиная с
    """,
    "since": "seit, seit dem, depuis, depuis le",
    "after": "nach dem,  après le,  después del, tras el,  dopo il,  após, depois de,  po,  після,  после",
}


def _listed(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",")]


GOVERNORS: dict[str, Governor] = {word: governor for governor, words in _GOVERNORS.items() for word in _listed(words)}

_WEEKDAYS = {
    "de": "montag, dienstag, mittwoch, donnerstag, freitag, samstag/sonnabend, sonntag",
    "fr": "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
    "es": "lunes, martes, miércoles, jueves, viernes, sábado, domingo",
    "it": "lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica",
    "pt": "segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo",
    "pl": """
        poniedziałek/poniedziałku/poniedziałkiem, wtorek/wtorku/wtorkiem, środa/środę/środy/środą,
        czwartek/czwartku/czwartkiem, piątek/piątku/piątkiem, sobota/sobotę/soboty/sobotą,
        niedziela/niedzielę/niedzieli/niedzielą
    """,
    "uk": """
        понеділок/понеділка/понеділком, вівторок/вівторка/вівторком, середа/середу/середи/середою,
        четвер/четверга/четвергом, п'ятниця/п'ятницю/п'ятниці/п'ятницею, субота/суботу/суботи/суботою,
        неділя/неділю/неділі/неділею
    """,
    "ru": """
        понедельник/понедельника/понедельнику, вторник/вторника/вторнику, среда/среду/среды/среде,
        четверг/четверга/четвергу, пятница/пятницу/пятницы/пятнице, суббота/субботу/субботы/субботе,
        воскресенье/воскресенья/воскресенью
    """,
}
"""The seven weekdays, Monday first, with the case forms that stand in news."""

_MIDDAYS = """
    morgen, früh, vormittag, mittag, nachmittag, abend, nacht,
    matin, soir, midi, après-midi,  por la mañana, por la tarde, por la noche,  mattina, sera, pomeriggio,
    de manhã, à noite, à tarde,  rano, wieczorem,  вранці, увечері, ввечері, удень,  утром, вечером, днем
"""
PARTS_OF_DAY = _listed(_MIDDAYS)
# Written in one word with the weekday: "Freitagabend".
JOINED_PARTS_OF_DAY = _listed("morgen, vormittag, mittag, nachmittag, abend, nacht, früh")
# "In der Nacht zum Dienstag", "dans la nuit de lundi à mardi": two days, of which the second is named last.
NIGHTS = _listed("""
    nacht auf, nacht auf den, nacht zu, nacht zum, nacht von {day} auf, nacht vom {day} auf den, nacht vom {day} zum,
    nuit de {day} à, nuit du {day} au, noche del {day} al, madrugada del {day} al, ніч на, ночь на
""")
# "am kommenden Donnerstag"
COMING = _listed("kommenden, kommender, najbliższy, найближчий, найближчого, ближайший, ближайшую")


def weekdays(*languages: str) -> dict[str, int]:
    """Weekday words of the given languages, of all without one; Monday is 0."""
    return {
        form: number
        for language in languages or _WEEKDAYS
        for number, forms in enumerate(_listed(_WEEKDAYS.get(language, "")))
        for form in forms.split("/")
        if form
    }


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

PERIODS: dict[str, tuple[Literal["week", "month"], int]] = {
    "letzte woche": ("week", -1), "vorige woche": ("week", -1), "nächste woche": ("week", 1),
    "kommende woche": ("week", 1),
    "la semaine dernière": ("week", -1), "la semaine prochaine": ("week", 1),
    "le mois dernier": ("month", -1), "le mois prochain": ("month", 1),
    "la semana pasada": ("week", -1), "la próxima semana": ("week", 1), "la semana que viene": ("week", 1),
    "el mes pasado": ("month", -1), "el próximo mes": ("month", 1),
    "la settimana scorsa": ("week", -1), "la prossima settimana": ("week", 1), "la settimana prossima": ("week", 1),
    "a semana passada": ("week", -1), "na semana passada": ("week", -1), "na próxima semana": ("week", 1),
    "w zeszłym tygodniu": ("week", -1), "w przyszłym tygodniu": ("week", 1),
    "w zeszłym miesiącu": ("month", -1), "w przyszłym miesiącu": ("month", 1),
    "минулого тижня": ("week", -1), "наступного тижня": ("week", 1),
    "минулого місяця": ("month", -1), "наступного місяця": ("month", 1),
    "на прошлой неделе": ("week", -1), "на следующей неделе": ("week", 1),
    "в прошлом месяце": ("month", -1), "в следующем месяце": ("month", 1),
}  # fmt: skip

# In front of a month: "bis Ende April", "jusqu'à la fin d'avril", "до кінця квітня".
ENDS = _listed("""
    ende, fin, la fin de, la fin d', finales de, fines de, el final de, final de, fine, la fine di, o final de, fim de,
    o fim de, końca, koniec, кінця, кінець, конца, конец
""")
# In front of a month that stands for itself: "im April", "у квітні".
IN_MONTH = _listed("im, en, em, nel, ad, a, w, we, у, в")

# "У березні", "в марте": the case that dateparser does not know.
LOCATIVE_MONTHS: dict[str, dict[str, int]] = {
    language: {word: number for number, word in enumerate(_listed(words), start=1)}
    for language, words in {
        "uk": """січні, лютому, березні, квітні, травні, червні, липні, серпні, вересні, жовтні, листопаді, грудні""",
        "ru": """январе, феврале, марте, апреле, мае, июне, июле, августе, сентябре, октябре, ноябре, декабре""",
    }.items()
}

# Languages that may share a month's name, by script; they must agree on what it means.
LATIN = tuple("de fr es it pt pl nl cs sk hr sl sv da nb fi hu ro tr lt lv et id vi".split())
CYRILLIC = tuple("uk ru be bg sr mk kk".split())
OTHER_SCRIPTS = tuple("el hy he ar fa hi ka th".split())

# Written day first wherever figures alone are used ("03.04.2026").
DAY_FIRST = frozenset("de fr es it pt pl nl cs sk hr sl da nb no fi ro tr et uk ru be bg sr mk el".split())

"""The English words of time that several rules share, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from summarizer.dates.arithmetic import Unit
from summarizer.dates.cursor import Phrases, listed, phrases

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
# Safe with a capital alone; the rest ("Sun", "Sat", "Thu") are also words and names: only in front of a date.
WEEKDAY_ABBREVIATIONS = {"tue": 1, "tues": 1, "thur": 3, "thurs": 3, "fri": 4}
WEEKDAYS_BEFORE_DATE = WEEKDAYS | WEEKDAY_ABBREVIATIONS | {"mon": 0, "wed": 2, "weds": 2, "thu": 3, "sat": 5, "sun": 6}

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Also verbs, adjectives or first names: a month only with a capital.
DOUBTFUL_MONTHS = {"march", "may", "august", *MONTH_ABBREVIATIONS}

TOLD_YEARS = listed(
    "that year", "of that year", "the same year", "of the same year", "the following year", "the previous year",
    "the year before", "the next year", "a year earlier", "a year later", "of the following year",
)  # fmt: skip

# Names of particular days ("Good Friday") that are no plain weekday.
WEEKDAY_EPITHETS = {
    "good", "black", "bloody", "super", "palm", "easter", "ash", "holy", "maundy", "cyber", "shrove", "fat", "giving",
    "every", "each", "another", "any", "most", "some", "whit", "orthodox",
}  # fmt: skip

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _numbers() -> dict[str, int]:
    numbers = {word: n for n, word in enumerate(_ONES.split(), start=1)}
    for tens, word in enumerate(_TENS.split(), start=2):
        numbers[word] = tens * 10
        for one, unit in enumerate(_ONES.split()[:9], start=1):
            numbers[f"{word} - {unit}"] = numbers[f"{word} {unit}"] = tens * 10 + one
    dozens = {"a dozen": 12, "half a dozen": 6, "two dozen": 24}
    hundreds = {"a hundred": 100, "one hundred": 100, "two hundred": 200, "three hundred": 300}
    return numbers | dozens | hundreds | {"a": 1, "an": 1, "a single": 1}


NUMBERS = phrases(_numbers())

_ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth"
_ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


def _ordinals() -> dict[str, int]:
    ordinals = {word: n for n, word in enumerate(f"{_ORDINAL_ONES} {_ORDINAL_TEENS}".split(), start=1)}
    for n, word in enumerate(_ORDINAL_ONES.split(), start=1):
        ordinals[f"twenty - {word}"] = ordinals[f"twenty {word}"] = 20 + n
    return ordinals | {"thirtieth": 30, "thirty - first": 31, "thirty first": 31}


ORDINALS = phrases(_ordinals())

UNITS: dict[str, Unit] = {
    "minute": "minute", "minutes": "minute", "mins": "minute", "min": "minute",
    "hour": "hour", "hours": "hour", "hrs": "hour", "hr": "hour",
    "day": "day", "days": "day", "week": "week", "weeks": "week",
    "month": "month", "months": "month", "year": "year", "years": "year",
}  # fmt: skip
PERIOD_UNITS: dict[str, Unit] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
# Their lengths are not on the calendar alone: holidays count, or nobody says how many.
WORKING_DAYS = listed("working day", "working days", "business day", "business days")
VAGUE_AMOUNTS = listed(
    "a few", "several", "a couple of", "a couple", "a number of", "many", "some", "the coming", "the next few",
    "coming", "dozens of", "a matter of", "the next couple of", "the next several",
)  # fmt: skip

SHIFTS = phrases({"this": 0, "the current": 0, "current": 0, "next": 1, "last": -1})
_DAYTIME = (
    "morning", "afternoon", "in the morning", "in the afternoon", "at dawn", "at sunrise", "early morning",
    "late afternoon", "lunchtime", "at lunchtime", "local time",
)  # fmt: skip
_NIGHT = (
    "evening", "night", "at night", "in the evening", "at dusk", "at sunset", "late evening", "late night",
)  # fmt: skip
PARTS_OF_DAY = phrases(dict.fromkeys(_DAYTIME, "day") | dict.fromkeys(_NIGHT, "night"))
_BEFORE_DAYTIME = (
    "early", "late", "later", "earlier", "early on", "late on", "later on", "earlier on",
    "the morning of", "the afternoon of", "the early hours of", "the small hours of",
    "the early morning of", "the early morning hours of", "some time on", "sometime on",
)  # fmt: skip
_BEFORE_NIGHT = ("the evening of", "the night of")
BEFORE_DAY = phrases(dict.fromkeys(_BEFORE_DAYTIME, "day") | dict.fromkeys(_BEFORE_NIGHT, "night"))
# "shortly after noon"
NEAR = listed(
    *(f"{how} {which}" for how in ("shortly", "just", "soon", "immediately", "right") for which in ("before", "after"))
)

SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "winter": "winter"}

Governor = Literal["by", "before", "from", "since", "after", "on"]
_GOVERNORS: dict[Governor, tuple[str, ...]] = {
    "by": (
        "by", "until", "till", "til", "through", "thru", "through to", "up to", "up to and including", "up until",
        "up till", "until and including", "no later than", "not later than", "by no later than", "not after",
        "on or before", "at or before", "by or before", "at latest by", "at the latest by", "at the latest on",
    ),
    "before": ("before", "prior to", "ahead of"),
    "from": (
        "from", "as from", "with effect from", "starting", "starting on", "starting from", "starting in", "beginning",
        "beginning on", "beginning in", "effective", "effective from", "no earlier than", "not earlier than",
        "not before", "no sooner than", "as early as", "as soon as", "on or after", "at the earliest on",
    ),
    "since": ("since", "ever since"),
    "after": ("after",),
    "on": (
        "on", "in", "at", "during", "over", "throughout", "within", "for", "as late as", "sometime", "sometime in",
        "sometime during", "some time", "some time in", "some time during",
    ),
}  # fmt: skip
GOVERNORS = phrases({word: governor for governor, words in _GOVERNORS.items() for word in words})
NIGHTS = listed("in the night", "during the night", "the night", "in the night from", "the night from")
# Prepositions behind which a bare month or year, or a bare time of day, is surely one.
FIRM_BEFORE = {"period": {"in", "during", "throughout", "sometime", "some"}, "clock": {"at"}}
PLANNED = {"scheduled", "planned", "set", "due", "slated", "expected", "postponed", "delayed", "rescheduled"}
AT_THE_LATEST = listed("at the latest", "at latest", "at the very latest", "or earlier")
AROUND = listed("around", "about", "approximately", "roughly", "at around", "at about")
AT_THE_EARLIEST = listed("at the earliest", "at the very earliest", "at least")
# "until 14 March inclusive", "from April 1 onwards"
BEHIND_LIMIT = listed("inclusive", "included", "onwards", "onward")
EVE = listed("the eve of", "eve of")
# "until at least Monday" sets no end.
OPEN_LIMITS = listed(
    "until at least", "at least until", "till at least", "through at least", "at least through", "not until"
)
RANGE_LINKS = listed(
    "to", "through", "thru", "until", "till", "-", "into", "up to", "up until", "and until", "and into"
)

Part = Literal["early", "mid", "late", "start", "end", "first_half", "second_half"]
PARTS: Phrases[Part] = phrases({
    "early": "early", "early in": "early", "the early part of": "early", "early on in": "early",
    "mid": "mid", "mid -": "mid", "the middle of": "mid", "middle of": "mid",
    "late": "late", "late in": "late", "the latter part of": "late",
    "the end of": "end", "end of": "end", "the very end of": "end", "end -": "end", "the close of": "end",
    "the last day of": "end", "the final day of": "end",
    "the start of": "start", "start of": "start", "the beginning of": "start", "beginning of": "start",
    "the first day of": "start", "the very beginning of": "start", "the very start of": "start",
    "the first half of": "first_half", "first half of": "first_half",
    "the second half of": "second_half", "second half of": "second_half", "the latter half of": "second_half",
})  # fmt: skip

# Feasts that fall on the same day wherever they bear this name alone.
FEASTS = phrases({
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "christmas": (12, 25),
    "new year's day": (1, 1), "new year 's day": (1, 1), "new year 's eve": (12, 31), "new year's eve": (12, 31),
})  # fmt: skip

# What a four-digit figure in front of them counts: not a year.
COUNTED_NOUNS = {
    "people", "persons", "men", "women", "children", "soldiers", "troops", "fighters", "civilians", "police",
    "officers", "residents", "families", "homes", "houses", "households", "buildings", "villages", "towns", "cases",
    "dollars", "euros", "pounds", "rubles", "hryvnias", "tons", "tonnes", "miles", "kilometers", "kilometres", "km",
    "meters", "metres", "feet", "drones", "missiles", "rockets", "rounds", "votes", "jobs", "workers", "employees",
    "students", "prisoners", "refugees", "migrants", "customers", "patients", "deaths", "dead", "injured", "wounded",
    "square", "hectares", "acres", "barrels", "megawatts", "mw", "points", "protesters", "members", "of", "vehicles",
    "times", "passengers", "demonstrators", "hostages", "detainees", "marchers", "delegates", "percent", "million",
    "billion", "hours", "hrs", "gmt", "utc", "%",
}  # fmt: skip

INEXACT = listed(
    "more than", "at least", "almost", "nearly", "less than", "fewer than", "about", "around", "roughly", "up to",
    "approximately", "some", "just over", "just under", "well over", "over", "under", "close to",
    "another", "a further", "an additional", "an extra",
)  # fmt: skip
EXACT = listed("only", "just", "exactly")

Bare = Literal["none", "hour", "any"]
"""Which units may follow without a number: "within the hour", "over the next week"."""
_NEXT = ("within", "in", "over", "during", "for")
WITHIN: Phrases[Bare] = phrases({
    **dict.fromkeys((
        "within", "inside", "inside of", "in less than", "in under", "in no more than", "within a period of",
        "within at most", "in at most", "the next", "in a maximum of", "within no more than", "within a maximum of",
    ), "none"),
    "within the": "hour",
    **{f"{word} the {which}": "any" for word in _NEXT for which in ("next", "coming")},
})  # fmt: skip
PAST: Phrases[Bare] = phrases({
    **{f"{word} the past": "any" for word in _NEXT}, "the past": "any",
    **{f"{word} the last": "none" for word in _NEXT}, "the last": "none",
})  # fmt: skip
UNCOUNTED = listed(
    "within", "in the coming", "in coming", "in the next few", "within the coming", "over the coming", "in recent",
    "over the next few", "in the past few", "in the last few", "in the past", "over the past", "in the last",
)  # fmt: skip
CountLink = Literal["from", "on", "after", "before", "now"]
COUNT_LINKS: Phrases[CountLink] = phrases({
    "from": "from", "on": "on", "starting": "from", "starting on": "from", "beginning": "from",
    "after": "after", "following": "after", "before": "before", "prior to": "before", "ahead of": "before",
    "from now": "now", "hence": "now",
})  # fmt: skip
TOLD_LINKS = phrases({"later": 1, "earlier": -1, "before": -1, "after": 1, "beforehand": -1, "afterwards": 1})
FROM_TOLD_DAY = phrases({
    "the following day": 1, "the next day": 1, "the day after": 1, "the previous day": -1, "the day before": -1,
    "the preceding day": -1, "the same day": 0, "that day": 0, "that same day": 0, "that night": 0, "that evening": 0,
    "that morning": 0, "that afternoon": 0, "the following morning": 1, "the next morning": 1, "the night before": -1,
    "the same evening": 0, "the same night": 0,
})  # fmt: skip
WHICH_TOLD_WEEKDAY = phrases({"the following": 1, "the next": 1, "the previous": -1, "the preceding": -1})

# "60 days from receipt of the letter"; other nouns behind "from" are mostly places.
EVENTS_COUNTED_FROM = {
    "the", "receipt", "publication", "notification", "signature", "signing", "delivery", "entry", "receiving",
}  # fmt: skip
# Where the name of an event ends: behind it comes another part of the sentence.
EVENT_STOPS = {
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "to", "that", "which", "who", "and", "or", "but",
    "in", "on", "at", "by", "for", "from", "with", "after", "before", "until", "when", "if", "unless", "as", "because",
    "while", "this", "then", "he", "she", "it", "they", "said", "says", "could", "should", "must", "may", "can",
    *WEEKDAYS, *MONTHS,
}  # fmt: skip

RANGE_OPENERS = phrases({"from": "from", "between": "between"})
NOW = listed("now", "today")

TIME_WORDS = {
    *WEEKDAYS_BEFORE_DATE, *MONTHS, *MONTH_ABBREVIATIONS, *UNITS, *PERIOD_UNITS, *SEASONS, "fall", "today", "tonight",
    "tomorrow", "yesterday", "overnight", "noon", "midday", "midnight", "weekend", "fortnight", "fortnights",
    "christmas", "boxing", "day", "night", "morning", "evening", "afternoon",
}  # fmt: skip
"""Words of which every expression without a date in figures has at least one."""

_TABLES = (
    NUMBERS, ORDINALS, VAGUE_AMOUNTS, SHIFTS, BEFORE_DAY, GOVERNORS, AROUND, NEAR, PARTS, FEASTS, INEXACT, EXACT,
    WITHIN, PAST, UNCOUNTED, NIGHTS, EVE, OPEN_LIMITS, FROM_TOLD_DAY, WHICH_TOLD_WEEKDAY, RANGE_OPENERS,
)  # fmt: skip
OPENERS = {word for table in _TABLES for word in table} | TIME_WORDS | {"half", "the", "close", "end"}
"""Words with which an expression may begin."""


def _inner_words() -> Iterator[str]:
    tables: Iterable[Phrases[object]] = _TABLES  # type: ignore[assignment]
    return (word for table in tables for entries in table.values() for words, _ in entries for word in words)


WORDS = {*_inner_words(), *OPENERS, "of", "on", "in", "business", "trading", ",", ".", "(", ")"}
"""Words that may stand in an expression in front of its first word of time."""

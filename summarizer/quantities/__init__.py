"""Quantities of a sentence: figures and number words as values, counts with their bounds, the names of days and months.

Everything is pure and works on one language at a time; `language` is a BCP 47 tag of which only the primary subtag
counts. Number words are read by text2num (de, en, es, fr, it, nl, pt) and, where it has no grammar, from a lexicon that
num2words spells out (pl, ru, uk); both are loaded at the first word that needs them. In any other language only figures
are read.
"""

from __future__ import annotations

from summarizer.quantities.calendar_words import CalendarWord, find_calendar_words
from summarizer.quantities.count_words import LANGUAGES, VagueMention, find_vague, primary
from summarizer.quantities.counts import CountMention, find_counts, parse_count
from summarizer.quantities.numerals import Number, find_numbers

__all__ = [
    "LANGUAGES",
    "CalendarWord",
    "CountMention",
    "Number",
    "VagueMention",
    "find_calendar_words",
    "find_counts",
    "find_numbers",
    "find_vague",
    "parse_count",
    "primary",
]

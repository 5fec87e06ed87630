"""Rules for amounts counted from a day: "within 72 hours", "90 days from July 1", "two weeks ago", "in three days"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.dates import lexicon
from summarizer.dates.absolute_days import absolute_day
from summarizer.dates.amounts import Amount, amount, later
from summarizer.dates.cursor import Cursor, longest, rule
from summarizer.dates.lexicon import Bare
from summarizer.dates.parts import period_part
from summarizer.dates.scene import Direction, Meaning, Period, Phrase, Scene, UnclearError, unclear
from summarizer.dates.timed import timed

# "the signing of the ceasefire agreement in Doha" is event enough after six words.
_LONGEST_EVENT = 6


@rule
def counted(cursor: Cursor) -> Phrase | None:
    """An amount of time counted from a day: forwards, backwards, or up to it."""
    return longest(cursor, _within, _in, _ago, _from_point, _past, _uncounted, granted)


@rule
def _within(cursor: Cursor) -> Phrase | None:
    """Read "within 72 hours", "over the next two weeks", "within 30 days of March 1", "within a week of the ruling"."""
    one = cursor.take(lexicon.WITHIN)
    if one is None:
        return None
    count = amount(cursor) or _one_unit(cursor, one)
    if count is None:
        return None
    cursor.word("'s", "'")
    if not cursor.word("of", "from", "after", "following"):
        return Phrase(_up_to(count, _origin, exact_day=False))
    anchor = _anchor(cursor)
    return Phrase(unclear if anchor is None else _up_to(count, anchor, exact_day=True))


def _up_to(count: Amount, anchor: Meaning, *, exact_day: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        first = anchor(_counted_from(scene, None))
        last = later(first, count, exact_day=exact_day)
        return Period(first.day, last.end, last.precision, last.time)

    return meaning


def _one_unit(cursor: Cursor, which: Bare) -> Amount | None:
    """One unit without its number: "within the hour", "over the next week"."""
    name = cursor.next().norm
    unit = lexicon.UNITS.get(name)
    if unit is None or name.endswith("s") or which == "none" or (which == "hour" and unit != "hour"):
        return None
    return Amount(1, 1, unit)


@rule
def _in(cursor: Cursor) -> Phrase | None:
    """Read "in two weeks", "in three days' time"; not "in three days of fighting"."""
    count = amount(cursor) if cursor.word("in") else None
    if count is None:
        return None
    timely = cursor.word("'s", "'") and cursor.word("time")
    if cursor.word("of") or cursor.tokens[cursor.at - 1].norm in ("'", "'s"):
        return None
    return Phrase(_ahead(count, certain=bool(timely)))


def _ahead(count: Amount, *, certain: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        # "killed 30 in two days" tells how long it took.
        if certain:
            return later(_today(scene), count, exact_day=False)
        if scene.around.direction() is Direction.PAST:
            raise UnclearError("an amount that may be a duration")
        origin = _origin(scene)
        if origin.day != scene.published and not scene.around.told():
            raise UnclearError("counted from the day named, or from today")
        return later(origin, count, exact_day=False)

    return meaning


def _origin(scene: Scene) -> Period:
    told_day = scene.origin()
    return Period.on(told_day, time=scene.clock if told_day == scene.published else None)


def _today(scene: Scene) -> Period:
    return Period.on(scene.today, time=scene.clock)


@rule
def _ago(cursor: Cursor) -> Phrase | None:
    """Read "two weeks ago"."""
    count = amount(cursor)
    if count is None or not cursor.word("ago"):
        return None
    return Phrase(lambda scene: later(_today(scene), count, exact_day=False, back=True))


@rule
def _from_point(cursor: Cursor) -> Phrase | None:
    """Read "90 days from July 1", "a week on Friday", "two days before Christmas Eve", "48 hours after the ruling"."""
    count = amount(cursor)
    link = cursor.take(lexicon.COUNT_LINKS) if count else None
    if count is None or link is None:
        return None
    if link == "on" and count.unit != "week":  # "a week on Friday", but "for two hours on Friday"
        return None
    if link == "now":
        return Phrase(lambda scene: later(_today(scene), count, exact_day=False))
    named = link in ("after", "before") or cursor.ahead.norm in lexicon.EVENTS_COUNTED_FROM
    anchor = _anchor(cursor) if named else _dated_event(cursor) or _dated_anchor(cursor)
    if anchor is None:
        return None
    lean = Direction.FUTURE if link in ("from", "on") else None
    return Phrase(lambda scene: later(anchor(_counted_from(scene, lean)), count, exact_day=True, back=link == "before"))


def _counted_from(scene: Scene, lean: Direction | None) -> Scene:
    return replace(scene, lean=lean, limit=False, strict=False, anchor=True)


@rule
def _anchor(cursor: Cursor) -> Meaning | None:
    """What an amount is counted from: a point in time, or an event that the surroundings must date."""
    if found := _dated_event(cursor) or _dated_anchor(cursor):
        return found
    event = _event(cursor)
    return None if event is None else lambda scene: Period.on(scene.around.event_day(event))


@rule
def _dated_event(cursor: Cursor) -> Meaning | None:
    """Read "the March 3 ruling", "the fire on 1 March"; "Tuesday's ruling" may be the last or the next."""
    found = _dated_anchor(cursor)
    if found:
        return unclear if cursor.word("'s") and _event(cursor) else None
    date = absolute_day(cursor) if cursor.word("the") else None
    if date:
        return date.meaning if _event(cursor) else None
    date = absolute_day(cursor) if _event(cursor) and cursor.word("on") else None
    return date.meaning if date else None


@rule
def _dated_anchor(cursor: Cursor) -> Meaning | None:
    found = longest(cursor, timed, period_part)
    return found.meaning if found else None


@rule
def _event(cursor: Cursor) -> str | None:
    """Read "the ruling", "the signing of the agreement", "taking office": up to a verb or a preposition."""
    words: list[str] = []
    while cursor.ahead.kind == "word" and cursor.ahead.norm not in lexicon.EVENT_STOPS and len(words) < _LONGEST_EVENT:
        words.append(cursor.next().norm)
    return " ".join(words) if len(words) > (words[:1] == ["the"]) else None


@rule
def _past(cursor: Cursor) -> Phrase | None:
    """Read "over the past 24 hours", "in the last two weeks", "the past week": up to today."""
    one = cursor.take(lexicon.PAST)
    if one is None:
        return None
    count = amount(cursor) or _one_unit(cursor, one)
    if count is None:
        return None
    if cursor.word("of"):
        return Phrase(unclear)
    return Phrase(lambda scene: Period(_back(scene, count).start, scene.today, count.unit))


def _back(scene: Scene, count: Amount) -> Period:
    return later(_today(scene), count, exact_day=False, back=True)


@rule
def _uncounted(cursor: Cursor) -> Phrase | None:
    """Read "within days", "in the coming weeks": genuine, but nothing to resolve."""
    if not cursor.take(lexicon.UNCOUNTED):
        return None
    name = cursor.next().norm
    return Phrase(unclear) if name in lexicon.UNITS and name.endswith("s") else None


@rule
def granted(cursor: Cursor) -> Phrase | None:
    """Read "72 hours", "30-day" in front of "deadline": resolved only where the context grants it to somebody."""
    count = amount(cursor)
    if count is None:
        return None
    named = cursor.word("deadline", "ultimatum", "notice") or cursor.word("longer", "more", "extra")

    def meaning(scene: Scene) -> Period:
        if not scene.around.granted():
            raise UnclearError("a duration")
        return _up_to(count, _origin, exact_day=False)(scene)

    return Phrase(unclear if named else meaning, weak="" if named else "amount")

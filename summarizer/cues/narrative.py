"""The day that news sets once and then leaves unsaid, told of the attacks that name none; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from summarizer.cues.incidents import Incident
from summarizer.cues.violent_acts import Act

_DAYS_OF_NEWS, _NEXT_SENTENCES = 10, 4
"""How old the day is of which news tells, and for how many sentences it goes without saying."""


def tell_days(incidents: Sequence[Incident], published: dt.date | None) -> None:
    """Give incidents that tell no day that of which the text tells: the last one named before, or its only one."""
    days = [act for incident in incidents for act in incident.acts if _tells_day(act, published)]
    days.sort(key=lambda act: act.sentence.number)
    only = len({act.occasion.when.start for act in days if act.occasion}) == 1
    for incident in incidents:
        main = incident.main
        if main.background or main.undated or any(act.occasion for act in incident.acts):
            continue
        before = [act for act in days if act.sentence.number <= main.sentence.number]
        if (
            before
            and not _leads_back(incidents, before[-1], main, published)
            and not _looks_back(incidents, before[-1])
            and (only or main.sentence.number - before[-1].sentence.number <= _NEXT_SENTENCES)
        ):
            incident.acts = [replace(a, occasion=before[-1].occasion) if a is main else a for a in incident.acts]


def _looks_back(incidents: Sequence[Incident], day: Act) -> bool:
    """Whether the day is older than one told before it, so that the story may have gone on to the newer since."""
    told = [act for incident in incidents for act in incident.acts if act.sentence.number < day.sentence.number]
    newer = [act.occasion.when.start for act in told if act.occasion and not act.background]
    last = day.occasion.when.start if day.occasion else None
    return last is not None and any(start and (start - last).days > 1 for start in newer)


def _leads_back(incidents: Sequence[Incident], day: Act, main: Act, published: dt.date | None) -> bool:
    """Whether an older time is told between: "In May 2014 they held up a bus. They killed 30 more at a mill"."""
    between = (act for incident in incidents for act in incident.acts if act.occasion and not act.occasion.possessive)
    return any(
        day.sentence.number < act.sentence.number < main.sentence.number and not _tells_day(act, published)
        for act in between
    )


def _tells_day(act: Act, published: dt.date | None) -> bool:
    """Whether it tells of one day or night in the news, and does not look back at it."""
    when = act.occasion.when if act.occasion else None
    if act.background or when is None or when.start is None or when.end is None or published is None:
        return False
    if act.occasion and act.occasion.possessive:
        return False  # "involved in Sunday's ambush"
    return (when.end - when.start).days <= 1 and (published - when.end).days <= _DAYS_OF_NEWS

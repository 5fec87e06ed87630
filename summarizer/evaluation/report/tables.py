"""What is shown of a verdict, as tables of text, once for all views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.evaluation.annotations import SECTIONS
from summarizer.evaluation.report import formats
from summarizer.evaluation.scores import MACRO, MEASURES, Measure, Scores, SectionScore, median_seconds
from summarizer.evaluation.statistics import OWN, Difference, fewest_cases, proportion_interval
from summarizer.evaluation.verdict import Verdict


@dataclass(frozen=True)
class Table:
    """Cells of text; the first column names the row."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


def tables(verdict: Verdict) -> Iterator[Table]:
    """Every table of a verdict that has something to show, the most important first."""
    yield checks(verdict)
    yield sections(verdict)
    yield fields(verdict)
    yield inventions(verdict)
    yield soundness(verdict)
    yield from (table for table in (groups("Tag", verdict.by_tag), groups("Language", verdict.by_language)))
    yield articles(verdict)


def checks(verdict: Verdict) -> Table:
    """What was asked of the run."""
    rows = [("kept" if check.kept else "FELL", check.name, check.detail) for check in verdict.checks]
    return Table("Verdict", ("", "check", "scored"), rows, _checks_note(verdict))


def _checks_note(verdict: Verdict) -> str:
    if verdict.unheld:
        return "Only part of the run: its thresholds hold for the whole and were not asked of it."
    return "" if verdict.checks else "No threshold and no baseline for this run: nothing was asked of it."


def sections(verdict: Verdict) -> Table:
    """F1 by section with intervals, against baseline and label agreement."""
    found, right = _changes(verdict, "found"), _changes(verdict, "right")
    rows = []
    for name in (*SECTIONS, MACRO):
        intervals = [verdict.intervals.get((name, measure)) for measure in MEASURES]
        ceiling = _both(verdict.ceiling, name)
        values = [
            formats.score(value, interval)
            for value, interval in zip(_pair(verdict.scores, name), intervals, strict=True)
        ]
        rows.append((name, *values, *_detail(verdict.scores, name), found[name], right[name], ceiling))
    for name in verdict.scores.own:
        rows.append(
            (*_own_row(verdict, name), found[f"{OWN}.{name}"], right[f"{OWN}.{name}"], _own_ceiling(verdict, name))
        )
    header = ("section", "found F1", "right F1", "precision", "recall", "labelled", "given")
    return Table("Scores", (*header, "Δ found", "Δ right", "label agreement"), rows, _sections_note(verdict))


def fields(verdict: Verdict) -> Table:
    """Agreement of each field over the found items."""
    ceiling = verdict.ceiling
    rows = [
        (f"{section}.{name}", formats.agreement(share), _field_ceiling(ceiling, section, name))
        for section in SECTIONS
        for name, share in verdict.scores.section(section).tally.fields.items()
    ]
    for section, score in verdict.scores.own.items():
        rows += [
            (f"{section}.{name}", formats.agreement(share), _own_field_ceiling(ceiling, section, name))
            for name, share in score.tally.fields.items()
        ]
    return Table("Fields of found items", ("field", "agreement", "label agreement"), rows)


def inventions(verdict: Verdict) -> Table:
    """Sections that should be empty and are not."""
    rows = []
    own = {name: score for name, score in verdict.scores.own.items() if name not in SECTIONS}
    for name, score in ({name: verdict.scores.section(name) for name in SECTIONS} | own).items():
        tally = score.tally
        interval = proportion_interval(tally.filled, tally.empty)
        if interval:
            bounds = f"{interval.low:.0%}–{interval.high:.0%}"
            rows.append((name, f"{tally.filled} of {tally.empty}", bounds, str(tally.unanswered)))
    header = ("section", "invented in articles without any", "95 %", "no answer")
    return Table("Inventions", header, rows, "" if rows else "Every section has something labelled in every article.")


def soundness(verdict: Verdict) -> Table:
    """Evidence, references, endings, cost."""
    tally = verdict.scores.tally
    usage = tally.usage
    endings = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.outcomes.items()))
    tokens = f"{usage.input_tokens:,} in ({usage.cached_tokens:,} cached), {usage.output_tokens:,} out"
    rows = [
        ("evidence exact", formats.share(tally.exact)),
        ("references that lead to an actor", formats.share(tally.referenced)),
        ("answers", endings or formats.NOTHING),
        ("calls", f"{usage.calls:,} ({usage.reasks:,} asked again)"),
        ("tokens", f"{tokens}{', estimated' if usage.estimated else ''}"),
        ("seconds", f"{formats.seconds(tally.seconds)}, median article {_median(verdict)}"),
    ]
    return Table("Soundness and cost", ("", ""), rows)


def groups(title: str, scored: Mapping[str, Scores]) -> Table:
    """Scores of the cases with each tag, or in each language."""
    rows = [(name, str(scores.cases), *map(formats.score, _pair(scores, MACRO))) for name, scores in scored.items()]
    return Table(f"By {title.lower()}", (title.lower(), "cases", "found F1", "right F1"), rows)


def articles(verdict: Verdict) -> Table:
    """Scores of each case, those without a whole brief named."""
    rows = []
    for tally in verdict.tallies:
        one = Scores(tally, 1)
        by_section = [formats.score(one.section(name).found) for name in SECTIONS]
        endings = ", ".join(outcome for outcome in tally.outcomes if outcome != "done")
        macro = map(formats.score, _pair(one, MACRO))
        rows.append((tally.case, *macro, *by_section, formats.seconds(tally.seconds / tally.answers), endings))
    header = ("case", "found F1", "right F1", *(f"{name} found" for name in SECTIONS), "time", "")
    return Table("By case", header, rows)


def comparison(differences: Sequence[Difference], cases: int) -> Table:
    """Two runs over the same cases."""
    rows = [
        (
            f"{each.section}.{each.measure}",
            formats.score(each.before),
            formats.score(each.after),
            formats.change(each),
            formats.probability(each.p),
            formats.probability(each.corrected),
            formats.score(each.detectable if each.tellable else None),
        )
        for each in differences
    ]
    note = (
        f"{formats.articles(cases)} in both. Paired permutation test over articles, Holm over sections and measures "
        "(* below 0.05). Detectable: the smallest difference that so many articles show four times in five."
    ) + too_few(differences, cases)
    return Table("Comparison", ("score", "before", "after", "Δ", "p", "p (Holm)", "detectable"), rows, note)


def too_few(differences: Sequence[Difference], cases: int) -> str:
    """That no difference can be significant, and how many articles it takes; "" where there are enough."""
    tests = [each for each in differences if each.corrected is not None and not each.section.startswith(OWN)]
    if not tests or any(each.tellable for each in tests):
        return ""
    return (
        f" With {formats.articles(cases)} no difference can be told from chance, however large: "
        f"it takes at least {fewest_cases(len(tests))}."
    )


def _pair(scores: Scores, name: str) -> tuple[float | None, float | None]:
    if name == MACRO:
        return scores.macro("found"), scores.macro("right")
    return scores.section(name).found, scores.section(name).right


def _both(scores: Scores | None, name: str) -> str:
    return formats.NOTHING if scores is None else " / ".join(map(formats.score, _pair(scores, name)))


def _detail(scores: Scores, name: str) -> tuple[str, str, str, str]:
    return ("", "", "", "") if name == MACRO else _counts(scores.section(name))


def _own_row(verdict: Verdict, name: str) -> tuple[str, ...]:
    """A section of one's own, or the own fields of a built-in one: beside the others and in no mean."""
    score = verdict.scores.own[name]
    values = [
        formats.score(getattr(score, measure), verdict.intervals.get((f"{OWN}.{name}", measure)))
        for measure in MEASURES
    ]
    return (own_title(name), *values, *_counts(score))


def _own_ceiling(verdict: Verdict, name: str) -> str:
    score = verdict.ceiling.own.get(name) if verdict.ceiling else None
    return f"{formats.score(score.found)} / {formats.score(score.right)}" if score else formats.NOTHING


def own_title(name: str) -> str:
    """How a section of one's own is called beside the built-in ones."""
    return f"{name}: own fields" if name in SECTIONS else name


def _counts(section: SectionScore) -> tuple[str, str, str, str]:
    return (
        formats.score(section.precision),
        formats.score(section.recall),
        str(section.tally.labelled),
        str(section.tally.given),
    )


def _changes(verdict: Verdict, measure: Measure) -> dict[str, str]:
    changes = {each.section: formats.change(each) for each in verdict.differences if each.measure == measure}
    names = (*SECTIONS, MACRO, *(f"{OWN}.{name}" for name in verdict.scores.own))
    return {name: changes.get(name, formats.NOTHING) for name in names}


def _sections_note(verdict: Verdict) -> str:
    notes = ["In brackets: 95 % bootstrap intervals over articles."]
    if verdict.differences:
        notes.append(
            f"Δ: against the baseline, {formats.articles(verdict.compared)} in both, * significant after Holm."
            + too_few(verdict.differences, verdict.compared)
        )
    if verdict.agreement:
        notes.append(f"Label agreement: a second labelling of {len(verdict.agreement)} articles, found / right.")
    if unscored := verdict.scores.unscored("found"):
        notes.append(f"{len(unscored)} of {len(SECTIONS)} sections unscored, not in the macro: {', '.join(unscored)}.")
    if verdict.scores.own:
        notes.append(f"Not in the macro: {', '.join(map(own_title, verdict.scores.own))}.")
    return " ".join(notes)


def _field_ceiling(ceiling: Scores | None, section: str, name: str) -> str:
    shares = ceiling.section(section).tally.fields if ceiling else {}
    return formats.agreement(shares[name]) if name in shares else formats.NOTHING


def _own_field_ceiling(ceiling: Scores | None, section: str, name: str) -> str:
    score = ceiling.own.get(section) if ceiling else None
    return formats.agreement(score.tally.fields[name]) if score and name in score.tally.fields else formats.NOTHING


def _median(verdict: Verdict) -> str:
    return formats.seconds(median_seconds(verdict.tallies))

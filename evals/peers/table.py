"""What came of newsbrief and its peers on the same articles, as a Markdown table.

    python evals/peers/table.py [--systems newsbrief,instructor,langextract] [--answers evals/peers/answers]

Only articles that all of these were asked about count. An article that ended without a brief is an empty answer: all of
its items are missed. Scores are those of the eval suite, with 95 % intervals over articles.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import kept
from calls import MAX_TOKENS
from kept import MODEL_SHA256, OURS, SYSTEMS, Answers, Raw
from rules import HERE

from summarizer.evaluation.annotations import SECTIONS
from summarizer.evaluation.answers import Answer
from summarizer.evaluation.cases import Case, load_cases
from summarizer.evaluation.scores import MACRO, MEASURES, Measure, Scores, scores
from summarizer.evaluation.statistics import intervals
from summarizer.evaluation.tallies import CaseTally

CASES = HERE.parent / "cases"
TITLES = {OURS: "newsbrief", "instructor": "plain instructor", "langextract": "LangExtract"}
MAY_BE_EMPTY = ("deadlines", "attacks")
NOTHING = "–"


@dataclass(frozen=True)
class Entry:
    """All answers of one system, article by article."""

    raws: Sequence[Raw]
    answers: Sequence[Answer]
    tallies: Sequence[CaseTally]

    @classmethod
    def of(cls, raws: Sequence[Raw], cases: Sequence[Case]) -> Entry:
        answers = [kept.answer(raw, case) for raw, case in zip(raws, cases, strict=True)]
        return cls(raws, answers, [CaseTally.of(case, [each]) for case, each in zip(cases, answers, strict=True)])

    @property
    def scores(self) -> Scores:
        return scores(self.tallies)

    def ended(self, outcome: str) -> int:
        return sum(answer.outcome == outcome for answer in self.answers)

    def median(self, what: str) -> float:
        """Of an article's seconds, or of one of its kinds of tokens."""
        return median(getattr(each if what == "seconds" else each.usage, what) for each in self.answers)


def compared(answers: Answers, cases: Iterable[Case], systems: Sequence[str]) -> tuple[list[Case], dict[str, Entry]]:
    """The cases that all of these systems were asked about, and their answers."""
    found = [(case, {name: answers.read(name, case) for name in systems}) for case in cases]
    whole = [(case, {name: raw for name, raw in raws.items() if raw}) for case, raws in found if all(raws.values())]
    known = [case for case, _ in whole]
    return known, {name: Entry.of([raws[name] for _, raws in whole], known) for name in systems} if known else {}


def table(entries: dict[str, Entry]) -> str:
    head = ["", *(TITLES[name] for name in entries), "ours / best peer"]
    rows = [*score_rows(entries), *count_rows(entries), *cost_rows(entries)]
    return "\n".join(map(line, [head, ["---", *["---:"] * (len(head) - 1)], *rows]))


def score_rows(entries: dict[str, Entry]) -> Iterator[list[str]]:
    """Found and right, over all sections and in each."""
    spread = {name: intervals(entry.tallies) for name, entry in entries.items()}
    for measure in MEASURES:
        values = {name: entry.scores.macro(measure) for name, entry in entries.items()}
        shown = [f"{number(value)}{interval(spread[name][MACRO, measure])}" for name, value in values.items()]
        yield [f"**{measure} F1**, macro", *shown, ratio(values)]
    for section in SECTIONS:
        for measure in MEASURES:
            values = {name: score(entry, section, measure) for name, entry in entries.items()}
            yield [f"{section}, {measure}", *map(number, values.values()), ratio(values)]


def count_rows(entries: dict[str, Entry]) -> Iterator[list[str]]:
    """What can be trusted: evidence, whole answers, sections left empty."""
    each = list(entries.values())
    articles = len(each[0].answers)
    exact = [entry.scores.tally.exact for entry in each]
    yield ["items with exact evidence", *(f"{share.credit:.0f} of {share.of}" for share in exact), ""]
    yield ["articles that ended without a brief", *(f"{entry.ended('crashed')} of {articles}" for entry in each), ""]
    yield ["articles of which a part was lost", *(f"{entry.ended('partial')} of {articles}" for entry in each), ""]
    for section in MAY_BE_EMPTY:
        tallies = [entry.scores.tally.sections[section] for entry in each]
        shown = [
            f"{tally.filled} of {tally.empty}" + (f" ({tally.unanswered} without a brief)" if tally.unanswered else "")
            for tally in tallies
        ]
        yield [f"articles without {section} to which some were invented", *shown, ""]


def cost_rows(entries: dict[str, Entry]) -> Iterator[list[str]]:
    """Tokens and seconds; ratios of seconds are taken by article, as the machine may have been busy at times."""
    for title, what in (("calls", "calls"), ("tokens in", "input_tokens"), ("of them cached", "cached_tokens"),
                        ("tokens out", "output_tokens"), ("seconds", "seconds")):  # fmt: skip
        yield [f"{title}, median an article", *(f"{entry.median(what):,.0f}" for entry in entries.values()), ""]
    ours = entries[OURS]
    paired = {
        name: median(own.seconds / its.seconds for own, its in zip(ours.answers, entries[name].answers, strict=True))
        for name in entries
        if name != OURS
    }
    times = [f"{1 / value:.1f}×" for value in paired.values()]
    yield ["seconds beside newsbrief's, median of the ratios", "1×", *times, f"{max(paired.values()):.2f}"]


def score(entry: Entry, section: str, measure: Measure) -> float | None:
    value: float | None = getattr(entry.scores.section(section), measure)
    return value


def ratio(values: dict[str, float | None]) -> str:
    """Ours to the better of the peers."""
    best = max((value or 0 for name, value in values.items() if name != OURS), default=0)
    own = values[OURS]
    return f"{own / best:.2f}×" if own is not None and best else NOTHING


def number(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.2f}"


def interval(bounds: tuple[float, float] | None) -> str:
    return f" [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else ""


def line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def notes(cases: Sequence[Case], entries: dict[str, Entry]) -> str:
    """When and with what the answers were made."""
    raws = [raw for entry in entries.values() for raw in entry.raws]
    days = sorted(raw["made"][:10] for raw in raws)
    versions = dict(sorted({item for raw in raws for item in raw["versions"].items()}))
    stale = sum(raw["key"] != kept.key(name, case)
                for name, entry in entries.items() for raw, case in zip(entry.raws, cases, strict=True))  # fmt: skip
    told = [
        f"{len(cases)} articles of {', '.join(sorted({case.split for case in cases}))}; {days[0]} to {days[-1]};",
        f"qwen2.5-coder-1.5b, sha256 {MODEL_SHA256[:12]};",
        f"at most {MAX_TOKENS['instructor']} and {MAX_TOKENS['langextract']} tokens a call;",
        ", ".join(f"{name} {version}" for name, version in versions.items()) + ".",
    ]
    if stale:
        told.append(f"{stale} answers were made by other code, prompts or rules than there are now.")
    return " ".join(told)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=Path, default=HERE / "answers")
    parser.add_argument("--systems", default=",".join(SYSTEMS), help="comma-separated, newsbrief among them")
    options = parser.parse_args()
    systems = [name for name in SYSTEMS if name in {OURS, *options.systems.split(",")}]
    cases, entries = compared(Answers(options.answers), load_cases(CASES), systems)
    if not cases:
        print(f"there is no article that {', '.join(systems)} were all asked about: make peers", file=sys.stderr)
        return 1
    print(f"{table(entries)}\n\n{notes(cases, entries)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

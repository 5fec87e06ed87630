"""A verdict as JUnit XML: a test case for each check, and for each article what it scored."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summarizer.evaluation.report import formats
from summarizer.evaluation.scores import Scores
from summarizer.evaluation.tallies import CaseTally
from summarizer.evaluation.verdict import Verdict


def as_junit(verdict: Verdict) -> str:
    """The XML; failures are the checks that fell, and nothing else: there is one verdict."""
    suite = Element(
        "testsuite",
        name=f"summarizer eval {verdict.run}",
        tests=str(len(verdict.checks) + len(verdict.tallies)),
        failures=str(sum(not check.kept for check in verdict.checks)),
        errors="0",
        time=f"{verdict.scores.tally.seconds:.3f}",
    )
    for check in verdict.checks:
        case = SubElement(suite, "testcase", classname=f"eval.{verdict.run}.checks", name=check.name)
        SubElement(case, "system-out" if check.kept else "failure").text = check.detail
    for tally in verdict.tallies:
        _add_article(suite, verdict, tally)
    indent(suite)
    return tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _add_article(suite: Element, verdict: Verdict, tally: CaseTally) -> None:
    time = f"{tally.seconds:.3f}"
    case = SubElement(suite, "testcase", classname=f"eval.{verdict.run}.cases", name=tally.case, time=time)
    one = Scores(tally, 1)
    scored = f"found {formats.score(one.macro('found'))}, right {formats.score(one.macro('right'))}"
    SubElement(case, "system-out").text = f"{scored}; {', '.join(tally.outcomes)}"

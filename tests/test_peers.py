"""The peers' comparison: raw answers become what the scorer takes, and what is done stays done."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "evals" / "peers"
sys.path.insert(0, str(PEERS))  # the scripts are no package

import extractions  # noqa: E402
import kept  # noqa: E402
import mapping  # noqa: E402
import rules  # noqa: E402
import run  # noqa: E402
import schema  # noqa: E402
import table  # noqa: E402

from summarizer.evaluation.annotations import AttackAnnotation, ClaimAnnotation  # noqa: E402
from summarizer.evaluation.cases import Case, Labels, load_cases  # noqa: E402
from summarizer.evaluation.leakage import Leakage  # noqa: E402
from summarizer.evaluation.tallies import CaseTally  # noqa: E402

TEXT = "Two men were shot in Vell on Monday, Ana Roy said. She gave the town until 9 May to act."
FIRST, SECOND = "Two men were shot in Vell on Monday, Ana Roy said.", "She gave the town until 9 May to act."
LABELS: dict[str, Any] = {
    "actors": [
        {"names": ["Ana Roy"], "kind": "person"},
        {"names": ["Two men"], "kind": "people"},
        {"names": ["the town"], "kind": "government"},
    ],
    "claims": [{"speaker": ["Ana Roy"], "quote": FIRST, "kind": "statement", "polarity": "affirms", "direct": False}],
    "deadlines": [{"quote": SECOND, "due": {"start": None, "end": dt.date(2024, 5, 9)}, "status": "pending"}],
    "attacks": [
        {
            "quote": FIRST,
            "kind": "shooting",
            "killed": None,
            "injured": {"low": 2, "high": 2},
            "attribution": "reported",
            "when": None,
        }
    ],
}
CASE = Case(
    id="vell",
    published=dt.date(2024, 5, 1),
    source="local",
    language="en",
    split="dev",
    text=TEXT,
    labels=Labels.model_validate(LABELS),
)
INSTRUCTOR: dict[str, Any] = {
    "actors": [
        {"name": "Ana Roy", "aliases": ["the mayor"], "kind": "person"},
        {"name": "ANA ROY", "aliases": ["Roy"], "kind": "person"},
        {"name": "Ivo Beck", "aliases": [], "kind": "person"},
    ],
    "claims": [
        {"quote": FIRST, "speaker": "Roy", "kind": "statement", "polarity": "affirms", "direct": False},
        {"quote": "Two men were hit in Vell", "speaker": "Ana Roy", "direct": True},
    ],
    "deadlines": [{"quote": SECOND, "due_start": None, "due_end": "2024-05-09", "set_by": ["She"], "binding_on": []}],
    "attacks": [
        {
            "quote": "Two men were shot in Vell on Monday",
            "kind": "shooting",
            "places": ["Vell"],
            "when_start": "2024-04-31",
            "injured_text": "Two men",
            "injured_low": None,
            "injured_high": None,
            "killed_text": None,
        }
    ],
}


def placed(name: str, text: str, start: int | None, end: int | None, **attributes: Any) -> dict[str, Any]:
    return {"class": name, "text": text, "start": start, "end": end, "status": None, "attributes": attributes}


LANGEXTRACT = [
    placed("actor", "Ana Roy", 37, 44, kind="person", aliases=None),
    placed("claim", "Two men were shot in Vell Monday, Ana Roy said", 0, 49, speaker="Ana Roy", direct="true"),
    placed("deadline", "the city has until 9 May", None, None, due_end="2024-05-09"),
    placed("attack", "Two men were shot", 0, 17, injured_low="two", injured_high=2, places="Vell"),
    placed("weather", "Monday", 29, 35),
]


def raw(system: str, answer: Any, **more: Any) -> dict[str, Any]:
    call = {"input": 100, "cached": 40, "output": 10, "finish": "stop", "lost": False}
    return {"system": system, "seconds": 2.0, "calls": [call], "error": None, "versions": {}, "answer": answer} | more


def tally(answer: dict[str, Any]) -> CaseTally:
    return CaseTally.of(CASE, [kept.answer(answer, CASE)])


def counts(tally: CaseTally) -> dict[str, tuple[int, int, int, int]]:
    return {name: (each.found, each.right, each.missed, each.invented) for name, each in tally.sections.items()}


def test_an_instructor_answer_is_scored_as_by_hand() -> None:
    scored = tally(raw("instructor", INSTRUCTOR))
    assert counts(scored) == {
        "actors": (1, 1, 2, 1),  # Ana Roy, twice the same; Ivo Beck stands nowhere
        "claims": (1, 1, 0, 1),  # Roy is Ana Roy by the answer's own actors; the other quote is nowhere
        "deadlines": (1, 1, 0, 0),
        "attacks": (1, 1, 0, 0),  # "Two men" is read, as bounds are missing
    }
    assert scored.exact == (4, 6)
    assert scored.usage.input_tokens == 100
    assert scored.outcomes == {"done": 1}


def test_what_a_quote_does_not_say_is_not_guessed() -> None:
    annotations, _ = mapping.annotations(mapping.of_instructor(INSTRUCTOR, TEXT))
    assert annotations.claims[1] == ClaimAnnotation(
        spans=(), speaker=("Ana Roy", "Ana Roy", "the mayor", "Roy"), direct=True
    )
    (attack,) = annotations.attacks
    assert isinstance(attack, AttackAnnotation)
    assert (attack.when, attack.killed, attack.injured) == (None, None, (2, 2))  # there is no 31 April


def test_a_langextract_answer_is_scored_where_it_was_aligned() -> None:
    scored = tally(raw("langextract", LANGEXTRACT))
    assert counts(scored) == {
        "actors": (1, 1, 2, 0),
        "claims": (1, 1, 0, 0),  # aligned, though not word for word
        "deadlines": (0, 0, 1, 1),  # right, but without a place
        "attacks": (1, 1, 0, 0),
    }
    assert scored.exact == (2, 4)


def test_a_quote_of_nothing_has_no_place() -> None:
    empty = {**INSTRUCTOR, "claims": [{"quote": " ", "speaker": ""}]}
    (claim,) = mapping.annotations(mapping.of_instructor(empty, TEXT))[0].claims
    assert (claim.spans, claim.speaker) == ((), ())


@pytest.mark.parametrize("system", kept.SYSTEMS)
def test_an_article_that_ended_without_a_brief_misses_everything(system: str) -> None:
    scored = tally(raw(system, None, error="IncompleteOutputException: cut"))
    assert scored.outcomes == {"crashed": 1}
    assert [each[2] for each in counts(scored).values()] == [3, 1, 1, 1]


def test_langextract_lost_a_part_or_all() -> None:
    whole, lost = ({"input": 1, "cached": 0, "output": 1, "finish": "stop", "lost": lost} for lost in (False, True))
    assert tally(raw("langextract", LANGEXTRACT, calls=[whole, lost])).outcomes == {"partial": 1}
    assert tally(raw("langextract", [], calls=[lost, lost])).outcomes == {"crashed": 1}


def test_what_is_answered_is_not_asked_again(tmp_path: Path) -> None:
    answers, asked = kept.Answers(tmp_path), []

    def ask(name: str) -> run.Ask:
        return lambda case: asked.append((name, case.id)) or raw(name, INSTRUCTOR if name == "instructor" else [])

    def start(*_: object) -> dict[str, run.Ask]:
        return {name: ask(name) for name in kept.PEERS}

    other = CASE.model_copy(update={"id": "other"})
    for _ in range(2):
        run.run([CASE, other], kept.PEERS, answers, Path(sys.executable), start)
    assert asked == [("instructor", "vell"), ("langextract", "vell"), ("langextract", "other"), ("instructor", "other")]
    changed = CASE.model_copy(update={"text": TEXT + " And more."})
    assert answers.find("instructor", changed) is None
    path = answers.path("instructor", CASE.id)
    path.write_text(path.read_text("utf-8").replace(kept.key("instructor", CASE), "of another model"), encoding="utf-8")
    assert answers.find("instructor", CASE) is None
    assert answers.read("instructor", CASE) is not None


def test_a_broken_answer_is_asked_again(tmp_path: Path) -> None:
    answers = kept.Answers(tmp_path)
    answers.save("instructor", CASE, raw("instructor", INSTRUCTOR))
    assert answers.find("instructor", CASE) is not None
    answers.path("instructor", CASE.id).write_text("{", encoding="utf-8")
    assert answers.find("instructor", CASE) is None


def test_the_table_compares_what_all_were_asked(tmp_path: Path) -> None:
    answers = kept.Answers(tmp_path)
    assert table.compared(answers, [CASE], kept.SYSTEMS) == ([], {})
    answers.save("instructor", CASE, raw("instructor", INSTRUCTOR))
    answers.save("langextract", CASE, raw("langextract", LANGEXTRACT))
    answers.save("newsbrief", CASE, raw("newsbrief", None, error="TimedOut", calls=[]))
    cases, entries = table.compared(answers, [CASE], kept.SYSTEMS)
    lines = table.table(entries).splitlines()
    assert cases == [CASE]
    assert "| items with exact evidence | 0 of 0 | 4 of 6 | 2 of 4 |  |" in lines
    assert "| articles that ended without a brief | 1 of 1 | 0 of 1 | 0 of 1 |  |" in lines
    assert "| deadlines, right | 0.00 | 1.00 | 0.00 | 0.00× |" in lines


def test_the_worked_example_fits_both_schemas() -> None:
    shown, answer = rules.example()
    schema.FlatBrief.model_validate(answer, strict=True)
    told = extractions.example_extractions(shown.text, answer)
    assert {each["extraction_class"] for each in told} == set(extractions.CLASSES)
    assert len(told) == sum(map(len, answer.values()))
    for each in told:
        assert shown.text.count(each["extraction_text"]) >= 1
        section = extractions.CLASSES[each["extraction_class"]]
        wanted = getattr(schema, each["extraction_class"].capitalize()).model_fields
        assert {*each["attributes"], extractions.SAYS_WHERE[section]} == set(wanted)


def test_the_worked_example_says_nothing_that_is_not_in_its_text() -> None:
    shown, answer = rules.example()
    names = {name for actor in answer["actors"] for name in (actor["name"], *actor["aliases"])}
    assert all(name in shown.text for name in names)
    for attack in answer["attacks"]:
        assert all(attack[field] in shown.text for field in ("killed_text", "injured_text", "when_text"))
    assert {claim["speaker"] for claim in answer["claims"]} <= names
    assert all(deadline["due_text"] in shown.text for deadline in answer["deadlines"])


def test_what_peers_are_told_shares_nothing_with_a_case() -> None:
    leakage = Leakage.of(load_cases(ROOT / "evals" / "cases"))
    told = (rules.EXAMPLE.read_text(encoding="utf-8"), rules.instructions())
    assert [each.case for text in told for each in leakage.shared(text)] == []


def test_the_rules_are_those_of_the_prompts_without_sentence_numbers() -> None:
    told = rules.instructions()
    assert "sentence:" not in told
    assert "numbered" not in told
    assert "due_end" in told
    assert "A scheduled event (a meeting, a match, a hearing) is no deadline." in told


def test_no_peer_is_told_a_line_of_template() -> None:
    assert "{%" not in rules.instructions()
    assert "{{" not in rules.instructions()


def test_a_rule_that_changed_is_not_adapted_in_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "claims.md"
    other.write_text("---\nname: sections/claims\n---\nList the claims.\n", encoding="utf-8")
    monkeypatch.setitem(rules.FILES, "claims", other)
    with pytest.raises(ValueError, match="no longer says"):
        rules.instructions()


def test_an_answer_is_kept_in_one_line(tmp_path: Path) -> None:
    answers = kept.Answers(tmp_path)
    answers.save("langextract", CASE, raw("langextract", LANGEXTRACT))
    content = answers.path("langextract", CASE.id).read_text(encoding="utf-8")
    assert content.count("\n") == 1
    assert json.loads(content)["answer"] == LANGEXTRACT

"""Case files: what is accepted, and how a mistake is told."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from summarizer.evaluation.case_schema import FILE, FIRST_LINE, case_schema
from summarizer.evaluation.cases import Case, Selection, load_case, load_cases
from summarizer.evaluation.located_yaml import CaseError

EVALS = Path(__file__).parents[1] / "evals"
SEALED = EVALS / "cases" / "TEST.sha256"

CASE = """\
# yaml-language-server: $schema=../case.schema.json
id: ridge
published: 2025-11-13
source: agency
language: en
split: dev
gate: false
tags: [ultimatum]
title: null
text: |-
  Bangkok has given Cambodia until Saturday.

  “No,” said Sok Dararith. “No,” said Sok Dararith.
labels:
  actors:
    - {names: ["Bangkok"], kind: government, minor: false}
  claims:
    - {speaker: [Sok Dararith], quote: "“No,” said Sok Dararith. “No,”", kind: threat, polarity: affirms, direct: true}
  deadlines:
    - {quote: "Bangkok has given Cambodia until Saturday", due: {start: null, end: 2025-11-15}, status: pending}
  attacks: []
"""


def attack(killed: str) -> str:
    """The label of one, on a line."""
    return f"{{quote: Bangkok, kind: other, {killed}, injured: null, attribution: reported, when: null}}"


def written(folder: Path, content: str, name: str = "ridge") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["bangkok’s", "SOK DARARITH", "Sok  Dararith", "Dararith, Sok"])
def test_a_name_may_be_written_otherwise_than_in_the_text_wherever_the_score_takes_it_for_the_same(
    name: str, tmp_path: Path
) -> None:
    case = load_case(written(tmp_path, CASE.replace('names: ["Bangkok"]', f'names: ["{name}"]')))
    assert case.labels.actors[0].names == [name]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("gate: false", "gates: false", 7, "gates: there is no key of this name"),
        ("source: agency", "source: rumour", 4, "'science' or 'speech', not 'rumour'"),
        ("kind: government", "kind: crown", 16, "labels.actors.0.kind: Input should be 'person'"),
        ('until Saturday", due', 'until Sunday", due', 20, "does not stand in the text"),
        ('“No,” said Sok Dararith. “No,”", kind', '“No,”", kind', 18, "stands in the text 2 times: quote more"),
        ("kind: threat, polarity: affirms", "kind: denial, polarity: affirms", 18, "'denial' does not go with"),
        ("id: ridge", "id: river", 2, "'river' is not the file's name; write 'ridge'"),
        ("title: null", "id: ridge", 9, "id: this key stands here twice"),
        ("published: 2025-11-13\n", "", 1, "published: this key is missing"),
        ("tags: [ultimatum]", "tags: [ultimatum", 9, "did not find expected"),
        ("end: 2025-11-15", "end: 2025-11-35", 20, "labels.deadlines.0.due.end"),
        (CASE, "", 1, "here belong keys with their values, not nothing"),
        ("published: 2025-11-13", "published: 20251113", 3, "published: 20251113 is no day: write it as 2025-08-07"),
        ("published: 2025-11-13", "published: 0", 3, "published: 0 is no day"),
        ("end: 2025-11-15", "end: 2025-11-31", 20, "'2025-11-31' is no day: day is out of range"),
        ("language: en", "language: no", 5, "language: YAML takes this for no: put it in quotes"),
        ("language: en", "language: en_GB", 5, "language: write it as en, de or pt-BR, not 'en_GB'"),
        ("tags: [ultimatum]", "tags: &all [*all]", 8, "tags.0: Input should be a valid string"),
        ("tags: [ultimatum]", f"tags: {'[' * 50_000}", 8, "stand more than 30 deep in each other"),
        ('["Bangkok"]', '["Bangkok ministry"]', 16, "names: 'Bangkok ministry' does not stand in the text"),
        ("[Sok Dararith]", "[Sok Dararit, Sok D]", 18, "speaker: 'Sok Dararit' or 'Sok D' does not stand in the text"),
        ("attacks: []", f"attacks: [{attack('killed: {low: 6, high: 2}')}]", 21, "killed: low 6 is above high 2"),
        ("attacks: []", f"attacks: [{attack('killed: {low: true, high: 2}')}]", 21, "valid integer, not True"),
        (
            "attacks: []",
            "attacks: []\n  extra: {bans: [{quote: Bangkok, values: {by: 3}}]}",
            22,
            "by: this is none of words",
        ),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in CASE
    path = written(tmp_path, CASE.replace(old, new, 1))
    with pytest.raises(CaseError) as raised:
        load_case(path)
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert words in str(raised.value)
    assert raised.value.exit_code == 2


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, CASE.replace("source: agency", "source: rumour").replace("gate: false", "gates: false"))
    with pytest.raises(CaseError) as raised:
        load_case(path)
    assert [line.split(":")[1] for line in str(raised.value).splitlines()] == ["4", "7"]


def test_a_folder_without_cases_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no case"):
        load_cases(tmp_path)


def test_a_text_without_a_word_is_told(tmp_path: Path) -> None:
    head, _, rest = CASE.partition("text: |-")
    path = written(tmp_path, f'{head}text: "  "\nlabels:{rest.partition("labels:")[2]}')
    with pytest.raises(CaseError, match="text: this is blank"):
        load_case(path)


def test_a_name_may_go_over_a_line_and_begin_a_sentence(tmp_path: Path) -> None:
    case = CASE.replace("given Cambodia until", "given\n  the Ministry of\n  Dams until", 1)
    case = case.replace('["Bangkok"]', '["the ministry of dams"]').replace(
        "Bangkok has given Cambodia until", "Dams until"
    )
    assert load_case(written(tmp_path, case)).labels.actors[0].names == ["the ministry of dams"]


def test_a_case_with_another_ending_is_not_overlooked(tmp_path: Path) -> None:
    written(tmp_path, CASE)
    (tmp_path / "river.yml").write_text(CASE, encoding="utf-8")
    with pytest.raises(CaseError, match=r"river\.yml: a case is called NAME\.yaml"):
        load_cases(tmp_path)


def test_what_an_editor_leaves_beside_a_case_is_none(tmp_path: Path) -> None:
    written(tmp_path, CASE)
    (tmp_path / ".#ridge.yaml").symlink_to("somebody@somewhere")
    assert [case.id for case in load_cases(tmp_path)] == ["ridge"]


def test_a_gate_without_a_case_is_told(tmp_path: Path) -> None:
    written(tmp_path, CASE)
    with pytest.raises(CaseError, match="no case has `gate: true`"):
        Selection(gate=True).of(load_cases(tmp_path))


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ridge.yaml"
    path.write_bytes(b"id: \xff")
    with pytest.raises(CaseError, match=r"ridge\.yaml: cannot be read"):
        load_case(path)


def test_labels_are_no_part_of_what_a_brief_is_made_from(tmp_path: Path) -> None:
    case = load_case(written(tmp_path, CASE))
    relabelled = load_case(written(tmp_path, CASE.replace("kind: government", "kind: state")))
    assert relabelled.article_sha256 == case.article_sha256
    assert relabelled.sha256 != case.sha256


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return load_cases(EVALS / "cases")


def test_every_case_of_this_project_is_sound(cases: list[Case]) -> None:
    assert len(cases) >= 40


def test_the_gate_has_a_dozen_short_cases(cases: list[Case]) -> None:
    gate = Selection(gate=True).of(cases)
    assert len(gate) == 12
    assert max(len(case.text.split()) for case in gate) <= 400


def test_the_test_split_is_as_it_was_sealed(cases: list[Case]) -> None:
    sealed = dict(line.split()[::-1] for line in SEALED.read_text(encoding="utf-8").splitlines())
    found = {f"{case.id}.yaml" for case in cases if case.split == "test"}
    assert found == set(sealed)
    for name, sha256 in sealed.items():
        assert hashlib.sha256((SEALED.parent / name).read_bytes()).hexdigest() == sha256, name


def test_editors_get_the_schema_that_the_models_have(cases: list[Case]) -> None:
    assert (EVALS / FILE).read_text(encoding="utf-8") == case_schema(), f"summarizer eval schema > evals/{FILE}"
    assert json.loads(case_schema())["additionalProperties"] is False
    for case in cases:
        if case.split == "dev":
            assert (EVALS / "cases" / f"{case.id}.yaml").read_text(encoding="utf-8").startswith(FIRST_LINE), case.id


def test_a_selection_narrows_by_split_tag_id_and_gate(cases: list[Case]) -> None:
    assert {case.split for case in Selection(split="dev").of(cases)} == {"dev"}
    assert all("german" in case.tags for case in Selection(tags=["german"]).of(cases))
    assert [case.id for case in Selection(ids=["derby-siege"]).of(cases)] == ["derby-siege"]


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(ids=["nobody"]), "no case has the id 'nobody'"),
        (Selection(tags=["nothing"]), "no case has the tag 'nothing'"),
        (Selection(split="test", ids=["derby-siege"]), "no case is left"),
    ],
)
def test_a_selection_without_a_case_is_told(cases: list[Case], selection: Selection, words: str) -> None:
    with pytest.raises(CaseError, match=words):
        selection.of(cases)

"""Front matter: what each key may hold, and where a slip is."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import PromptError
from summarizer.prompts import Fault, Position, Prompts, parse

HEAD = "name: sections/recalls\nversion: 2\n"
FIELDS = "fields:\n  product: {type: text, description: what is called back}\n"


def faults(source: str, name: str = "sections/recalls.yaml") -> list[str]:
    """ "line:column code: message; hint" of everything wrong with a file."""
    with pytest.raises(PromptError) as raised:
        parse(Path(name), source)
    return [told(fault) for fault in raised.value.faults]


def told(fault: Fault) -> str:
    return f"{fault.line}:{fault.column} {fault.code}: {fault.message}; {fault.hint}"


def in_folder(tmp_path: Path, name: str, source: str) -> list[str]:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    with pytest.raises(PromptError) as raised:
        Prompts.of(tmp_path).get(name.rpartition(".")[0])
    return [told(fault) for fault in raised.value.faults]


def test_every_key_and_list_item_knows_its_place() -> None:
    parsed = parse(Path("a.md"), "---\nname: a\nversion: 1\ninputs: [one,\n  two]\n---\nText\n")
    assert parsed.positions["version"] == Position(3, 1)
    assert parsed.positions["inputs.1"] == Position(5, 3)
    assert (parsed.first_line, parsed.body) == (7, "Text\n")


def test_a_section_of_rules_is_front_matter_from_its_first_line() -> None:
    parsed = parse(Path("sections/recalls.yaml"), HEAD + "rules: [List them.]\n" + FIELDS)
    assert parsed.meta.rules == ["List them."]
    assert parsed.positions["fields.product.type"] == Position(5, 13)


def test_words_stay_words_whatever_yaml_makes_of_them() -> None:
    meta = parse(
        Path("a.md"), "---\nname: a\nversion: 1\ninputs: []\noptions: [yes, no, on, 2020, 1.0, ~x]\n---\n"
    ).meta
    assert meta.options == ["yes", "no", "on", "2020", "1.0", "~x"]


def test_a_text_may_hold_lines_of_dashes_below_its_head() -> None:
    parsed = parse(Path("a.md"), "---\nname: a\nversion: 1\ninputs: []\n---\nabove\n---\nbelow\n")
    assert parsed.body == "above\n---\nbelow\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("descripton: x", "5:1 unknown-key: there is no key 'descripton' here; did you mean 'description'?"),
        ("version: 3", "5:1 duplicate-key: 'version' stands here twice; drop one"),
        ("options: yes", "5:1 value: options: this must be a list, not 'yes'; write [one, two]"),
        ("settings: {max_token: 3}", "5:12 unknown-key: there is no key 'settings.max_token' here; did you mean"),
        ("settings: {max_tokens: many}", "5:12 value: settings.max_tokens: this must be a whole number, not 'many'"),
        ("settings: {temperature: 3}", "5:12 value: settings.temperature: Input should be less than or equal to 2"),
        ("rules: [a]", "5:1 value: rules: a file with a text has no `rules`; write them into the text"),
        (
            "description: a: b",
            "5:15 yaml: this is not YAML: mapping values are not allowed here; put texts with a colon",
        ),
        ("description: 'a", "5:14 yaml: this is not YAML: found unexpected end of stream"),
        ("\tdescription: a", "5:1 yaml: this is not YAML: found character '\\t' that cannot start any token"),
        ("description: \x07", "5:14 yaml: the character U+0007 may not stand here; delete it"),
        ("- a", "5:1 yaml: this is not YAML"),
    ],
    ids="key twice list setting number range rules colon quote tab bell dash".split(),
)
def test_a_slip_is_found_where_it_is(line: str, expected: str) -> None:
    (found,) = faults(f"---\nname: a\nversion: 1\ninputs: []\n{line}\n---\nText\n", "a.md")
    assert found.startswith(expected)


@pytest.mark.parametrize("version", ["0", "-1", "1.5", "one", "true", "'1.0'", "~", "[1]"])
def test_a_version_is_a_whole_number_from_one_on(version: str) -> None:
    (found,) = faults(f"---\nname: a\nversion: {version}\ninputs: []\n---\n", "a.md")
    assert found.startswith("3:1 value: version: ")


@pytest.mark.parametrize("name", ["loop", "self", "Sentence", "_x", "a b", "1a"])
def test_an_input_has_a_name_that_a_template_can_use(name: str) -> None:
    (found,) = faults(f"---\nname: a\nversion: 1\ninputs: [fine, {name}]\n---\n", "a.md")
    assert found.startswith("4:16 value: inputs")


def test_all_slips_of_a_file_are_told_at_once() -> None:
    found = faults("---\nversion: zero\ndescribe: x\nfields:\n  a: {type: number, description: x}\n---\n", "a.md")
    assert [each.partition(":")[0] + each.partition(" ")[2].split(":")[0] for each in found] == [
        "2missing-key",
        "2value",
        "3unknown-key",
        "5value",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", "1:1 front-matter: the file must open with front matter"),
        ("Text\n---\nname: a\n---\n", "1:1 front-matter: the file must open with front matter"),
        ("---\nname: a\nText\n", "1:1 front-matter: the front matter does not end"),
        ("---\n- a\n---\n", "2:1 yaml: there must be lines of the form `key: value` here; begin with `name:`"),
        ("---\n---\n", "2:1 missing-key: the front matter lacks inputs, name, version; add `name: a` and"),
    ],
    ids=["empty", "late", "open", "list", "nothing"],
)
def test_a_file_without_its_head_is_refused(source: str, expected: str) -> None:
    assert faults(source, "a.md")[0].startswith(expected)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("{type: choice, description: x}", "5:3 value: fields.product: a choice needs `options`"),
        ("{type: choice, description: x, options: [a, a]}", "5:3 value: fields.product: a choice needs `options`"),
        ("{type: text, description: x, options: [a, b]}", "5:3 value: fields.product: only a choice has `options`"),
        (
            "{type: txt, description: x}",
            "5:13 value: fields.product.type: there is no 'txt' here; did you mean 'text'?",
        ),
        ("{type: text}", "5:3 missing-key: fields.product.description: this key is missing; add it"),
        ("{type: text, description: x, required: maybe}", "5:41 value: fields.product.required: this must be true"),
        ("text", "5:3 value: fields.product: this must be a mapping, not 'text'; write each key on a line"),
    ],
    ids="options doubled not-a-choice type description required word".split(),
)
def test_a_field_that_cannot_be_is_told(field: str, expected: str) -> None:
    (found,) = faults(f"{HEAD}rules: [List them.]\nfields:\n  product: {field}\n")
    assert found.startswith(expected)


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("sections/recalls.yaml", HEAD + FIELDS, "1:1 missing-key: the front matter lacks rules; add `rules: [...]`"),
        ("sections/recalls.yaml", HEAD + "rules: [a]\n", "1:1 missing-key: a section of one's own needs `fields`"),
        (
            "sections/strikes.yaml",
            HEAD + "rules: [a]\n" + FIELDS,
            "1:1 name: name: 'sections/recalls' is not where this",
        ),
        (
            "sections/claims.yaml",
            "name: sections/claims\nversion: 2\nrules: [a]\n",
            "1:1 name: claims is asked for by a",
        ),
        (
            "sections/source.yaml",
            "name: sections/source\nversion: 2\nrules: [a]\n" + FIELDS,
            "1:1 name: a section cannot be called 'source'",
        ),
        (
            "sections/claims.md",
            "---\nname: sections/claims\nversion: 2\ninputs: []\nfields: {speaker: {type: flag, description: a}}\n---",
            "5:10 value: fields.speaker: claims have that already",
        ),
        (
            "window.md",
            "---\nname: window\nversion: 2\ninputs: [frist]\n---\n",
            "4:10 unknown-input: inputs: the program gives no 'frist' to this prompt; did you mean 'first'?",
        ),
        (
            "system.md",
            "---\nname: system\nversion: 2\ninputs: [word]\n---\n",
            "4:10 unknown-input: inputs: the program gives no 'word' to this prompt; this prompt is given none",
        ),
        (
            "system.md",
            "---\nname: system\nversion: 2\ninputs: []\ncues: [a]\n---\n",
            "5:1 value: only files in sections/",
        ),
        (
            "sections/claims.md",
            "---\nname: sections/claims\nversion: 2\ninputs: []\nexamples: [harbor-rota]\n---\n",
            "5:12 unknown-example: examples: there is no examples/harbor-rota.yaml; did you mean 'harbour-rota'?",
        ),
    ],
    ids="rules fields name rules-of-claims taken field input no-input cues example".split(),
)
def test_what_does_not_fit_the_folder_is_told(tmp_path: Path, name: str, source: str, expected: str) -> None:
    assert in_folder(tmp_path, name, source)[0].startswith(expected)


def test_one_section_in_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "recalls.md").write_text("---\n---\n", encoding="utf-8")
    (found,) = in_folder(tmp_path, "sections/recalls.yaml", HEAD)
    assert found == "1:1 name: there are both recalls.md and recalls.yaml; keep one of them"


def test_a_file_that_is_not_utf8_is_told_with_the_place_of_the_byte(tmp_path: Path) -> None:
    (tmp_path / "system.md").write_bytes("---\nname: système".encode("latin-1"))
    with pytest.raises(PromptError, match=r"system\.md:2:11: this file is not UTF-8: byte 0xe8; save it as UTF-8"):
        Prompts.of(tmp_path).get("system")

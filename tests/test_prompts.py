"""Prompt files: layers, sandbox, strictness, fingerprints."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import PromptError
from summarizer.prompts import SHIPPED_SECTIONS, Prompts

FRONT = "---\nname: probe\nversion: 3\ninputs: [word]\n---\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_shipped_prompt_loads_and_declares_its_inputs() -> None:
    prompts = Prompts.of()
    shipped = prompts.layers[-1]
    names = [path.relative_to(shipped).with_suffix("").as_posix() for path in shipped.rglob("*.md")]
    names.remove("README")
    assert sorted(names) == prompts.names()
    assert len(names) >= 10
    assert all(prompts.get(name).meta.name == name for name in names)


def test_a_folder_of_ones_own_goes_before_the_shipped_prompts(tmp_path: Path) -> None:
    write(tmp_path, "system", "---\nname: system\nversion: 9\ninputs: []\n---\nRead.\n")
    rendering = Prompts.of(tmp_path).rendering()
    assert rendering.render("system") == "Read."
    assert "repeats" in rendering.render("reask", kind="loop", errors=[])


def test_an_article_is_data_and_never_a_template(tmp_path: Path) -> None:
    write(tmp_path, "probe", FRONT + "<{{ word }}>")
    rendering = Prompts.of(tmp_path).rendering()
    assert rendering.render("probe", word="{{ 7*7 }} {% raw %} <script>") == "<{{ 7*7 }} {% raw %} <script>>"


def test_a_rendered_prompt_is_named_with_the_hash_of_its_file(tmp_path: Path) -> None:
    path = write(tmp_path, "probe", FRONT + "{{ word }}")
    rendering = Prompts.of(tmp_path).rendering()
    rendering.render("probe", word="a")
    rendering.render("probe", word="b")
    (ref,) = rendering.refs
    assert (ref.id, ref.version) == ("probe", "3")
    assert ref.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no front matter", r":1:1: .*front matter"),
        ("---\nname: probe\n---\nx", r":2:1: .*lacks inputs, version"),
        ("---\n: [\n---\nx", "not YAML"),
        (FRONT + "line\n{% if %}", r"probe\.md:7:1: "),
        (FRONT + "{{ unknown }}", r"probe\.md:6:4: there is no input 'unknown'; the inputs here are: word"),
        (FRONT + "one\n<{{ wrod }}>", r"probe\.md:7:5: .*did you mean 'word'\?"),
        (FRONT + "{{ word.__class__.__mro__ }}", r"probe\.md:6:9: '__class__': names that begin with _"),
        (FRONT + "{% include '/etc/passwd' %}", r"probe\.md:6:4: a prompt cannot include another file"),
        (FRONT + "{{ word.upper() }}", r"probe\.md:6:14: a prompt cannot call anything; use a filter"),
        (FRONT + "{{ word | uper }}", r"probe\.md:6:11: there is no filter 'uper' for prompts; did you mean 'upper'\?"),
        (FRONT + "{{ word ~ word }}", r"probe\.md:6:9: texts cannot be put together"),
    ],
    ids=["bare", "keys", "yaml", "syntax", "undefined", "misspelt", "escape", "include", "call", "filter", "concat"],
)
def test_a_broken_prompt_is_an_error_that_names_the_file(text: str, words: str, tmp_path: Path) -> None:
    write(tmp_path, "probe", text)
    with pytest.raises(PromptError, match=words):
        Prompts.of(tmp_path).rendering().render("probe", word="a")


def test_a_missing_folder_or_prompt_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="no directory"):
        Prompts.of(tmp_path / "none")
    with pytest.raises(PromptError, match="no prompt 'nothing'"):
        Prompts.of().get("nothing")


def test_options_of_a_question_come_from_its_front_matter() -> None:
    assert Prompts.of().rendering().options("questions/deadline") == ["deadline", "event", "past", "duration", "other"]


def test_settings_of_a_question_come_from_its_front_matter(tmp_path: Path) -> None:
    write(tmp_path, "probe", "---\nname: probe\nversion: 1\ninputs: []\nsettings: {max_tokens: 90}\n---\nx")
    settings = Prompts.of(tmp_path).rendering().settings("probe")
    assert (settings.max_tokens, settings.temperature) == (90, None)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{% for w in word %}{{ loop.index }}{{ w }}{% if not loop.last %}, {% endif %}{% endfor %}", "1a, 2b"),
        ("{{ word | join(' and ') | upper }}", "A AND B"),
        ("{{ word[0] }}{{ word[-1] }}{{ word[:1] | length }}", "ab1"),
        ("{% for a in word %}{% for b in word %}{{ a }}{{ b }} {% endfor %}{% endfor %}", "aa ab ba bb "),
        ("{% if 'a' in word and word | length > 1 %}yes{% elif word is none %}no{% else %}-{% endif %}", "yes"),
        ("{{ word[7] | default('none') }}{{ 'x' if word is defined else 'y' }}", "nonex"),
        ("{{ word | first | replace('a', 'o') | trim }}{{ word | last | capitalize }}", "oB"),
        (
            "{% for w in word if w != 'a' %}{{ w }}{% else %}-{% endfor %}{# a remark #}{% raw %}{{ }}{% endraw %}",
            "b{{ }}",
        ),
    ],
    ids=["loop", "filters", "items", "two loops", "conditions", "default", "ends", "rest"],
)
def test_what_a_prompt_needs_it_can_do(template: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, "probe", FRONT + template)
    assert Prompts.of(tmp_path).rendering().render("probe", word=["a", "b"]) == text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, r"probe\.md:7:1: there is no 'word' here"),
        ({"word": "abc"}, r"probe\.md:7:1: this text has no 'name'"),
        ({"word": {"first": "Ada"}}, r"probe\.md:7:1: this mapping has no 'name'"),
        ({"word": {"name": "Ada", "list": None}}, r"probe\.md:8:1: a loop goes through a list, and this is none"),
    ],
    ids=["nothing", "text", "mapping", "no list"],
)
def test_what_fails_while_it_is_rendered_is_told_with_its_line(
    given: dict[str, Any], words: str, tmp_path: Path
) -> None:
    write(tmp_path, "probe", FRONT + "one\n{{ word.name }}\n{% for each in word.list %}{{ each }}{% endfor %}")
    with pytest.raises(PromptError, match=words):
        Prompts.of(tmp_path).rendering().render("probe", **given)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing_but_the_hash(tmp_path: Path) -> None:
    path = write(tmp_path, "probe", "")
    path.write_bytes(b"\xef\xbb\xbf" + (FRONT + "one\n{{ word }}\n").replace("\n", "\r\n").encode())
    rendering = Prompts.of(tmp_path).rendering()
    assert rendering.render("probe", word="a") == "one\na"
    assert rendering.refs[0].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_names_are_those_of_all_layers_without_guides_copies_and_examples(tmp_path: Path) -> None:
    write(tmp_path, "probe", FRONT)
    for name in ("README", "copies/system", ".hidden", "sections/claims.md.example", "deep/down/system"):
        write(tmp_path, name, "nothing of this is read")
    own, shipped = Prompts.of(tmp_path).names(), Prompts.of().names()
    assert own == sorted([*shipped, "probe"])
    assert {"system", "sections/claims", "questions/actor"} <= set(shipped)


def test_the_digests_are_of_the_files_in_force_also_of_broken_ones(tmp_path: Path) -> None:
    path = write(tmp_path, "system", "broken")
    digests = Prompts.of(tmp_path).digests()
    assert digests["system"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert digests["article"] == Prompts.of().get("article").sha256
    assert not any(name.startswith("examples/") for name in digests)


def test_the_shipped_prompts_say_what_they_said_before_sections_could_show_examples() -> None:
    rendering = Prompts.of().rendering()
    texts = [rendering.render(f"sections/{section}") for section in SHIPPED_SECTIONS]
    assert all("Example" not in text and "{" not in text and "\n\n" not in text for text in texts)
    assert [text.splitlines()[0][:12] for text in texts] == [
        "List the act",
        "List the cla",
        "List the dea",
        "List the att",
    ]


@pytest.mark.parametrize("body", ["{% for x in word %}{% endfr %}", "{% if word %}", "{% endif %}"])
def test_a_slip_in_a_block_is_told_without_the_template_librarys_own_advice(tmp_path: Path, body: str) -> None:
    write(tmp_path, "probe", FRONT + body)
    with pytest.raises(PromptError) as raised:
        Prompts.of(tmp_path).get("probe")
    assert "Jinja" not in str(raised.value)
    assert ".;" not in str(raised.value)

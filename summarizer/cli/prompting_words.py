"""`summarizer prompts render | diff`: the words that would be sent; no model is asked."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from summarizer.cli.addressee import settled
from summarizer.cli.briefing import read
from summarizer.cli.options import day_of
from summarizer.cli.prompting_layers import in_force, pair, visible_lines
from summarizer.prompts.faults import did_you_mean

if TYPE_CHECKING:
    from summarizer.composition import Article
    from summarizer.prompts import Prompts
    from summarizer.settings import Settings
    from summarizer.workshop.dictation import Dictation, Part

OTHER_PLANS = ("sections", "windows", "whole", "questions")
RULE = "─" * 6


@dataclass(frozen=True)
class About:
    """An article as the command line names it, and how it is to be read; `arguments` are those of `Summarizer`."""

    file: Path | None
    published: dt.date | None
    title: str | None
    arguments: dict[str, Any]

    def article(self) -> Article:
        """The article; the built-in one where none is named.

        Raises:
            InputError: it cannot be read, or has no text.
        """
        from summarizer.composition import Article
        from summarizer.document import Document
        from summarizer.workshop.sample import sample_article

        if self.file is None:
            return sample_article()
        return Article(Document.of(read(self.file)), day_of(self.published), self.title)


def render(about: About, folder: Path | None, part: str | None, *, as_json: bool) -> None:
    """Print what would be sent, whole or what one prompt says."""
    from summarizer.workshop.dictation import dictate

    chosen = settled(about.arguments)
    prompts = in_force(folder)
    wanted = part and _known(part, prompts)
    dictation = dictate(about.article(), prompts, chosen)
    parts = [each for each in dictation.parts if wanted in {None, each.name}]
    if not parts:
        raise typer.BadParameter(
            f"{wanted!r} says nothing about this article under plan {dictation.plan!r}: what does is "
            f"{', '.join(sorted(dictation.names))}; --plan {' or '.join(OTHER_PLANS)} shows what another plan sends"
        )
    if as_json:
        typer.echo(json.dumps(_as_data(dictation, parts, chosen), ensure_ascii=False, indent=1))
        return
    for line in (*_as_lines(parts), _summary(dictation, chosen)):
        typer.echo(line)


def _known(name: str, *sets: Prompts) -> str:
    """The id that is meant by a prompt's name; a slip must not look like one that says nothing, or has not changed."""
    known = {
        each for prompts in sets for each in (*prompts.names(), *(f"examples/{x}" for x in prompts.all_examples()))
    }
    meant = name.removesuffix(".md").removesuffix(".yaml")
    if meant not in known:
        raise typer.BadParameter(f"there is no prompt {name!r}; {did_you_mean(name, known)}")
    return meant


def _as_data(dictation: Dictation, parts: list[Part], chosen: Settings) -> dict[str, Any]:
    shown = [
        {**vars(part), "answers_with": list(part.answers_with), "settings": dict(part.settings), "cached": part.cached}
        for part in parts
    ]
    return {
        "model": chosen.model,
        "plan": dictation.plan,
        "calls": dictation.calls,
        "tokens": dictation.tokens,
        "cached_tokens": dictation.cached_tokens,
        "tokens_estimated": True,
        "parts": shown,
    }


def _as_lines(parts: list[Part]) -> Iterator[str]:
    for (call, follow_up), group in groupby(parts, key=lambda part: (part.call, part.follow_up)):
        members = list(group)
        yield _heading(call, members, follow_up=follow_up)
        for part in members:
            yield f"{RULE} {part.name or 'no prompt'} ({part.role}), {_tokens(part.tokens, part.cached_tokens)} {RULE}"
            yield visible_lines(part.text.rstrip("\n"))
        yield ""


def _heading(call: int, parts: list[Part], *, follow_up: bool) -> str:
    first = parts[0]
    if follow_up:
        return f"FOLLOW-UP to question {call}, only if its answer cannot be used"
    words = first.answers_with
    form = f"JSON ({words[0]})" if len(words) == 1 else f"one word of {', '.join(words)}"
    how = "".join(f", {key} {value}" for key, value in first.settings)
    mark = "; depends on earlier answers" if first.depends_on_answers else ""
    return f"QUESTION {call}: the answer is {form}{how}{mark}"


def _summary(dictation: Dictation, chosen: Settings) -> str:
    return (
        f"{dictation.calls} questions, {_tokens(dictation.tokens, dictation.cached_tokens)} "
        f"(estimated from their length); plan {dictation.plan}, model {chosen.model}"
    )


def _tokens(tokens: int, cached: int) -> str:
    told = f"about {tokens:,} tokens"
    if cached == tokens and tokens:
        return f"{told}, all cached"
    return f"{told}, {cached:,} of them cached" if cached else told


def diff(about: About, name: str | None, own: Path | None, old: Path | None, *, template: bool) -> None:
    """Print the change of the words, and on request of the files."""
    from summarizer.workshop.difference import changed_names, template_difference

    chosen = settled(about.arguments)
    before, after = pair(own, old)
    wanted = name and _known(name, before, after)
    changed = [each for each in changed_names(before, after) if wanted in {None, each}]
    if not changed:
        typer.echo(f"{name or 'every prompt'} is the same in both")
        return
    sys.stderr.write(f"changed: {', '.join(changed)}\n")
    if template:
        _print_diff(template_difference(before, after, changed))
    _print_words(about, before, after, chosen, changed)


def _print_words(about: About, before: Prompts, after: Prompts, chosen: Settings, changed: list[str]) -> None:
    """Under the plan in force; what says nothing there is shown under a plan in which it does."""
    from summarizer.workshop.dictation import dictate
    from summarizer.workshop.difference import rendered_difference

    article, left = about.article(), set(changed)
    under = None
    for plan in (chosen.plan, *OTHER_PLANS):
        arguments = {**about.arguments, "plan": plan}
        old, new = (dictate(article, prompts, settled(arguments)) for prompts in (before, after))
        heard = left & (old.used | new.used)
        if under is None:
            under = old.plan
        elif heard:
            typer.echo(f"not sent under plan {under}, which is in force; under plan {plan}:")
        if heard:
            shown = rendered_difference(old, new, heard)
            _print_diff(shown or f"what {', '.join(sorted(heard))} says about this article is the same in both\n")
        left -= heard
        if not left:
            return
    typer.echo(f"not sent about this article under any plan: {', '.join(sorted(left))}")


def _print_diff(text: str) -> None:
    """With colours on a terminal; the marks at the lines' beginnings say the same."""
    if not sys.stdout.isatty():
        sys.stdout.write(text)
        return
    from rich.console import Console
    from rich.text import Text

    styles = {"+": "green", "-": "red", "@": "cyan"}
    console = Console(highlight=False, soft_wrap=True)
    for line in visible_lines(text).split("\n"):
        console.print(Text(line, styles.get(line[:1], "")))

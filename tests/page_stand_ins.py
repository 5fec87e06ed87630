"""What stands in for the page's neighbours in its tests: a check that knows one mistake, and a scripted summarizer."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import PromptError
from summarizer.progress import Progress, Report
from summarizer.prompts import Fault
from summarizer.schema import Actor, Brief, Claim, Evidence, PromptRef, Run, Source, Usage
from summarizer.workshop.page.seams import Checks

MISTAKE = re.compile(r"\{\{\s*(sentances)\s*\}\}")
SHIPPED = {
    "system.md": "---\nname: system\nversion: 1\ndescription: Opens every conversation.\ninputs: []\n---\nRead.\n",
    "sections/claims.md": (
        "---\nname: sections/claims\nversion: 1\ndescription: The rules for claims.\ninputs: [first, sentences]\n"
        "section: claims\n---\nList the claims that the article attributes to a speaker.\n- speaker: who says it.\n"
        "{% if first %}Begin with sentence {{ first }}.\n{% endif %}\n"
    ),
    "questions/speaker.md": (
        "---\nname: questions/speaker\nversion: 2\ndescription: >-\n  Chooses\n  the speaker.\n---\nWho?\n"
    ),
    "README.md": "# Your prompts\n\nWhat each file does.\n",
}


def shipped_folder(where: Path) -> Path:
    """A small folder of shipped prompts."""
    for file, source in SHIPPED.items():
        path = where / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return where


def text_faults(folder: Path, file: str, source: str) -> list[Fault]:
    """A mistyped variable, wherever it stands."""
    found = []
    for number, line in enumerate(source.split("\n"), start=1):
        for match in MISTAKE.finditer(line):
            found.append(
                Fault(
                    path=folder / file,
                    line=number,
                    column=match.start(1) + 1,
                    code="undefined-variable",
                    message="there is no input 'sentances'.",
                    hint="did you mean 'sentences'?",
                )
            )
    return found


def folder_faults(folder: Path) -> list[Fault]:
    """Those of every file in it."""
    paths = sorted(path for path in folder.rglob("*.md") if path.is_file())
    return [fault for path in paths for fault in text_faults(folder, str(path.relative_to(folder)), path.read_text())]


CHECKS = Checks(folder_faults, text_faults)


class ScriptedSummarizer:
    """Answers at once, by rule: claims are the sentences with "said", and with "denied" where denials are asked for.

    Attributes:
        hold: a run waits at its second step until this is set.
        ready: briefs to give out one after another before any is made by rule.
    """

    def __init__(self) -> None:
        self.hold = threading.Event()
        self.hold.set()
        self.folders: list[Path] = []
        self.closed = 0
        self.ready: list[Brief] = []

    @contextmanager
    def __call__(self, prompts: Path, progress: Report) -> Iterator[Reader]:
        self.folders.append(prompts)
        yield Reader(self, prompts, progress)
        self.closed += 1


class Reader:
    """One use of it, over one folder."""

    def __init__(self, owner: ScriptedSummarizer, prompts: Path, progress: Report) -> None:
        self.owner, self.prompts, self.progress = owner, prompts, progress

    def summarize(self, text: str, *, published: dt.date | None = None, title: str | None = None) -> Brief:
        assert title is None or title.strip()
        self.progress(Progress("reading the claims", 0, 4, "questions"))
        self.owner.hold.wait(10)
        for done in (1, 2, 3, 4):
            self.progress(Progress("reading the claims", done, 4, "questions"))
        if self.owner.ready:
            return self.owner.ready.pop(0)
        rules = self.prompts / "sections/claims.md"
        source = rules.read_text(encoding="utf-8") if rules.is_file() else ""
        if "broken" in source:
            fault = Fault(path=rules, line=8, column=1, code="broken", message="this is broken", hint="mend it")
            raise PromptError(f"{rules}:8:1: this is broken", faults=(fault,))
        return brief_of(text, published, ("said", "denied") if "denials" in source else ("said",))


def brief_of(text: str, published: dt.date | None, verbs: Sequence[str]) -> Brief:
    """A brief whose claims are the sentences with one of the verbs."""
    sentences = [match for match in re.finditer(r"[^.\n]+\.”?", text) if any(verb in match[0] for verb in verbs)]
    name = re.search(r"[A-ZÀ-Ž]\w+(?: [A-ZÀ-Ž]\w+)*", text)
    assert name
    actor = Actor(id="a1", name=name[0], kind="person", evidence=[evidence(name)])
    claims = [
        Claim(
            id=f"c{number}",
            speaker="a1",
            text=match[0].strip(),
            kind="denial" if "denied" in match[0] else "statement",
            polarity="denies" if "denied" in match[0] else "affirms",
            evidence=[evidence(match)],
        )
        for number, match in enumerate(sentences, start=1)
    ]
    return Brief(
        headline=f"{len(claims)} things were said",
        summary="",
        actors=[actor],
        claims=claims,
        source=Source(published=published, language="en", chars=len(text), sha256="0" * 64),
        run=Run(
            model="scripted",
            provider="scripted",
            library_version="0",
            prompts=[PromptRef(id="sections/claims", version="1", sha256="ab" * 32)],
            usage=Usage(calls=4, input_tokens=1234, output_tokens=56, cached_tokens=800),
            seconds=0.1,
        ),
    )


def evidence(match: re.Match[str]) -> Evidence:
    """The matched words without the blanks around them."""
    quote = match[0].strip()
    start = match.start() + match[0].index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote))

"""Ask newsbrief and its peers about the same articles, by the same embedded model on one server, one after the other.

    python evals/peers/run.py [--systems newsbrief,instructor,langextract] [--split test] [--cases ID,ID]
        [--limit-words 600] [--out evals/peers/answers] [--peers .venv-peers/bin/python]

Every article is put to all systems before the next one, and who comes first changes with each article: a machine that
is busy for a while slows all of them. Stopped at any time, what is done is kept; the next run goes on from there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import kept
from kept import OURS, PEERS, SYSTEMS, Answers, Raw
from rules import HERE

from summarizer import Summarizer, __version__, local, settings
from summarizer.errors import ModelUnavailable, SummarizerError
from summarizer.evaluation.cases import Case, Selection, load_cases
from summarizer.evaluation.located_yaml import CaseError
from summarizer.evaluation.makers import library_digest

ROOT = HERE.parents[1]
CASES = ROOT / "evals" / "cases"
HOURS = 3600.0
"""What a peer may take for one article."""

Ask = Callable[[Case], Raw]
Start = Callable[[ExitStack, Path], dict[str, Ask]]


class PeerBroken(Exception):
    """A peer cannot be asked at all."""


def main() -> int:
    options = parsed()
    try:
        cases = chosen(options)
        run(cases, options.systems, Answers(options.out), options.peers)
    except (CaseError, ModelUnavailable, PeerBroken) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"stopped; what is done lies in {options.out}", file=sys.stderr)
        return 130
    return 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--systems", type=systems, default=SYSTEMS, help="comma-separated")
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument(
        "--cases", type=lambda given: given.split(","), default=[], help="comma-separated, of any split"
    )
    parser.add_argument("--limit-words", type=int, default=600, help="leave out longer articles")
    parser.add_argument("--out", type=Path, default=HERE / "answers")
    parser.add_argument("--peers", type=Path, default=ROOT / ".venv-peers/bin/python", help="the peers' interpreter")
    return parser.parse_args()


def systems(given: str) -> Sequence[str]:
    names = given.split(",")
    if unknown := set(names) - set(SYSTEMS):
        raise argparse.ArgumentTypeError(f"no system is called {min(unknown)!r}; known are {', '.join(SYSTEMS)}")
    return names


def chosen(options: argparse.Namespace) -> list[Case]:
    """The cases that are wanted and short enough."""
    wanted = Selection(ids=options.cases) if options.cases else Selection(split=options.split)
    short = [case for case in wanted.of(load_cases(CASES)) if words(case.text) <= options.limit_words]
    # In an order that nobody chose, so that a run which is stopped has asked about a fair sample.
    return sorted(short, key=lambda case: hashlib.sha256(case.id.encode()).digest())


def words(text: str) -> int:
    return len(text.split())


def run(
    cases: Sequence[Case], wanted: Sequence[str], answers: Answers, peers: Path, start: Start | None = None
) -> None:
    """Each case by each system, unless its answer is there already; `start` makes ready whom to ask."""
    todo = [(case, name) for case in cases for name in wanted if not answers.find(name, case)]
    report(f"{len(cases)} articles, {len(todo)} answers to make")
    if not todo:
        return
    if not peers.exists() and any(name in PEERS for _, name in todo):
        raise PeerBroken(f"{peers}: the peers' environment is not there; make it with `make .make/peers`")
    with ExitStack() as stack:
        asks = (start or started)(stack, peers)
        for number, case in enumerate(cases):
            for name in rotated(wanted, number):
                if (case, name) in todo:
                    raw = answers.save(name, case, asks[name](case))
                    report(f"[{number + 1}/{len(cases)}] {case.id}, {words(case.text)} words: {told(raw)}")


def rotated(names: Sequence[str], by: int) -> Sequence[str]:
    """The names in the same order, from another one on."""
    first = by % len(names)
    return [*names[first:], *names[:first]]


def started(stack: ExitStack, peers: Path) -> dict[str, Ask]:
    """How each system is asked, all of them at one server that stops with `stack`."""
    setting = settings.resolve(model="local")
    file = local.weights("local", setting.cache_dir)
    # With the options that a Summarizer uses, so that both share one server.
    server = stack.enter_context(local.serving(file, context_window=setting.context_window, threads=setting.threads))
    summarizer = stack.enter_context(Summarizer("local"))
    address = {"base_url": server.base_url, "api_key": server.api_key, "model": server.model}
    asks: dict[str, Ask] = {name: lambda case, name=name: of_peer(name, case, address, peers) for name in PEERS}
    return {OURS: lambda case: of_ours(summarizer, case), **asks}


def of_ours(summarizer: Summarizer, case: Case) -> Raw:
    begun = time.perf_counter()
    answer, error = None, None
    try:
        answer = kept.of_brief(summarizer.summarize(case.text, published=case.published, title=case.title))
    except SummarizerError as problem:
        error = type(problem).__name__
    return {
        "seconds": round(time.perf_counter() - begun, 2),
        "calls": [],
        "error": error,
        "versions": {OURS: __version__, "library": library_digest()[:12]},
        "answer": answer,
    }


def of_peer(name: str, case: Case, address: dict[str, str], peers: Path) -> Raw:
    job = {"text": case.text, "published": str(case.published), "title": case.title, "server": address}
    command = [str(peers), str(HERE / "ask.py"), name]
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            command, input=json.dumps(job), capture_output=True, encoding="utf-8", timeout=HOURS, check=True
        )
    except subprocess.TimeoutExpired as problem:
        seconds = round(time.perf_counter() - begun, 2)
        return {"seconds": seconds, "calls": [], "error": type(problem).__name__, "versions": {}, "answer": None}
    except subprocess.CalledProcessError as problem:
        # The peer's own failures come as an answer: here the environment is broken, and every article would meet it.
        raise PeerBroken(f"{' '.join(command)} ended with {problem.returncode}:\n{problem.stderr[-2000:]}") from None
    raw: Raw = json.loads(done.stdout)
    return raw


def told(raw: Raw) -> str:
    ended = f"no brief ({raw['error'].partition(':')[0]})" if raw["error"] else "done"
    spent = kept.usage(raw["calls"])
    tokens = f", {spent.input_tokens} tokens in ({spent.cached_tokens} cached), {spent.output_tokens} out"
    return f"{raw['system']} {ended} in {raw['seconds']:.1f} s{tokens if raw['calls'] else ''}"


def report(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

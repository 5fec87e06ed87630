"""Ask ten recorded questions again, drawn at random, and tell how many answers begin as they did then.

    python evals/bench/recorded_answers.py [--questions 10] [--seed N] [--at-least 0.8]

Greedy decoding gives the same words on the same build and machine type; elsewhere sums are rounded differently, and an
answer may turn at any word, a near tie first. Ends with 1 where a smaller share than `--at-least` begins alike: then
the recordings are of another model, template or build, and want `make record-gate`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from typing import Any

import httpx2

from summarizer import local, settings
from summarizer.evaluation.recording.storage import ReadableFiles

CASSETTES = Path(__file__).parents[2] / "cassettes" / "evals"
BEGINNING = 12
"""Characters."""
TIMEOUT = 600.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=10)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--at-least", type=float, default=0.8, help="share of them that has to begin alike")
    options = parser.parse_args()
    exchanges = [exchange for file in sorted(CASSETTES.glob("*.yaml")) for exchange in recorded(file)]
    if not exchanges:
        sys.exit(f"nothing is recorded in {CASSETTES}: make record-gate")
    drawn = random.Random(options.seed).sample(exchanges, min(options.questions, len(exchanges)))  # noqa: S311
    alike = 0
    with local.serving(local.path(local.DEFAULT, settings.resolve().cache_dir)) as server:
        for file, body, before in drawn:
            now = asked(server.base_url, server.api_key, body)
            same = now[:BEGINNING] == before[:BEGINNING]
            alike += same
            print(f"{'alike' if same else 'OTHER'}  {file}: {before[:60]!r}" + ("" if same else f" now {now[:60]!r}"))
    print(f"{alike} of {len(drawn)} begin alike")
    return 0 if alike >= options.at_least * len(drawn) else 1


def recorded(file: Path) -> list[tuple[str, Any, str]]:
    """Each question of a recording that was answered: file, body and what the answer said."""
    requests, responses, _ = ReadableFiles.load_cassette(file)
    return [
        (file.stem, json.loads(request.body), content(json.loads(response["body"]["string"])))
        for request, response in zip(requests, responses, strict=True)
        if response["status"]["code"] == httpx2.codes.OK
    ]


def asked(url: str, key: str | None, body: Any) -> str:
    """What the embedded model answers now."""
    headers = {"authorization": f"Bearer {key}"} if key else {}
    answer = httpx2.post(f"{url}/chat/completions", json=body, headers=headers, timeout=TIMEOUT)
    return content(answer.raise_for_status().json())


def content(completion: Any) -> str:
    return str(completion["choices"][0]["message"]["content"] or "")


if __name__ == "__main__":
    sys.exit(main())

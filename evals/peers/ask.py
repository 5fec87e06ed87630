"""Ask one peer about one article, in the peers' own environment: a job on stdin, the raw answer on stdout, both JSON.

    python ask.py instructor|langextract < job.json

Loading the libraries is not timed: a service would have them loaded.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from importlib import import_module
from importlib.metadata import version
from typing import Any

from calls import Calls, Server
from rules import Article

LIBRARIES = ("instructor", "openai", "langextract")


def asked(system: str, job: dict[str, Any]) -> dict[str, Any]:
    """What came, whatever came, and what it cost."""
    article = Article(job["text"], dt.date.fromisoformat(job["published"]), job["title"])
    ask = import_module(f"{system}_peer").ask
    calls, answer, error = Calls(), None, None
    started = time.perf_counter()
    try:
        answer = ask(article, Server(**job["server"]), calls)
    except Exception as problem:  # noqa: BLE001 - however a peer fails, it counts as an article without a brief
        error = f"{type(problem).__name__}: {problem}"[:300]
    return {
        "seconds": round(time.perf_counter() - started, 2),
        "calls": calls,
        "error": error,
        "versions": {name: version(name) for name in LIBRARIES},
        "answer": answer,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asked(sys.argv[1], json.load(sys.stdin)), ensure_ascii=False))

"""What LangExtract's aligner and instructor's citations say to the quotes of the bench.

    python peer_checks.py rows.jsonl > verdicts.jsonl

Runs in an environment of its own (peers-requirements.txt), imports nothing of this project, and judges each quote with
the peers' defaults: LangExtract refuses by leaving an extraction without a place, instructor by dropping the citation.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from instructor import CitationMixin
from langextract.core.data import Extraction
from langextract.resolver import WordAligner


def langextract_refuses(quote: str, text: str) -> bool:
    """Whether the aligner finds no place for the quote."""
    aligned = WordAligner().align_extractions([[Extraction("quote", quote)]], text)
    return aligned[0][0].char_interval is None


def instructor_refuses(quote: str, text: str) -> bool:
    """Whether the citation is dropped for want of a passage like it."""
    checked = CitationMixin.model_validate({"substring_quotes": [quote]}, context={"context": text})
    return not checked.substring_quotes


PEERS = {"langextract": langextract_refuses, "instructor": instructor_refuses}


def verdicts(row: dict[str, Any]) -> dict[str, Any]:
    """Each peer's verdict on a row and the seconds that it took."""
    judged: dict[str, Any] = {"id": row["id"]}
    for name, refuses in PEERS.items():
        begun = time.perf_counter()
        judged[name] = refuses(row["item"]["quote"], row["text"])
        judged[f"{name}_seconds"] = time.perf_counter() - begun
    return judged


def main() -> None:
    """Judge every row whose quote was changed, and every true one."""
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["target"] != "content":
            sys.stdout.write(json.dumps(verdicts(row)) + "\n")


if __name__ == "__main__":
    main()

"""The JSON Schema of a case file, for editors: generated from the models that check it."""

from __future__ import annotations

import json
from pathlib import Path

from summarizer.evaluation.cases import Case

FILE = "case.schema.json"
"""Beside the folder of cases."""
FIRST_LINE = f"# yaml-language-server: $schema=../{FILE}\n"
"""With this line a case file is completed and checked while it is written."""


def case_schema() -> str:
    """The schema as the text of its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Case.model_json_schema()}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write_schema(folder: Path) -> Path:
    """Write it into the folder beside the cases; its path."""
    path = folder / FILE
    path.write_text(case_schema(), encoding="utf-8")
    return path

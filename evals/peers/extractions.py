"""The worked example in LangExtract's shape: four classes, quotes as texts, the rest as attributes."""

from __future__ import annotations

from typing import Any

CLASSES = {"actor": "actors", "claim": "claims", "deadline": "deadlines", "attack": "attacks"}
"""Class → section."""
SAYS_WHERE = {"actors": "name", "claims": "quote", "deadlines": "quote", "attacks": "quote"}
"""Section → the field that stands in the text, word for word."""


def example_extractions(text: str, answer: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The items in order of appearance, as LangExtract asks for."""
    extractions = [
        {
            "extraction_class": name,
            "extraction_text": item[SAYS_WHERE[section]],
            "attributes": {field: value for field, value in item.items() if field != SAYS_WHERE[section]},
        }
        for name, section in CLASSES.items()
        for item in answer[section]
    ]
    return sorted(extractions, key=lambda each: text.index(each["extraction_text"]))

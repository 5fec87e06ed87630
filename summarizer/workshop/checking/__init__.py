"""`check`: what is wrong with a folder of prompts, each fault with its place, its code and what to type instead.

Codes, errors unless they say otherwise:

    front-matter, yaml, duplicate-key, missing-key, unknown-key, value, name     the head of a file
    syntax, sandbox, render, bounds, no-text                                     its template
    undefined, unknown-input, unused-input, slot-missing, slot-duplicate         its variables
    article-as-instructions, rules-in-article, rules-after-article               where the article stands
    option-renamed, option-missing, option-duplicate, options-empty,
    option-unknown (warning), instruction-missing, instruction-not-filled        what a question offers
    section-without-rules                                                        a section
    unknown-example, examples-not-shown, unused-example (warning),
    example-schema, example-grounding, leaks-eval-case                           examples
    too-long, long (warning)                                                     the model's window
    version-not-raised (warning)                                                 the file against an earlier one
    overrides-nothing, two-files, unknown-file (warning), link, file, size       the folder
"""

from __future__ import annotations

from summarizer.prompts.faults import Fault
from summarizer.workshop.checking.folder import check, check_source

__all__ = ["Fault", "check", "check_source"]

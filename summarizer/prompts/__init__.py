"""Finds, checks and renders the prompt files; everything that is said to a model stands in one of them.

A prompt is a Markdown-like Jinja template with YAML front matter (name, version, description, inputs), rendered in
a sandbox with strict undefined names; what is put into it, the article first of all, is data, never rendered again.

    library       folders over one another, watched
    rendering     the prompts of one brief
    shelf, files  reading what changed; the last good version
    prompt        one file: head and template
    front_matter  the head
    sandbox       the template: white_list, filters, bounds, plain_data
    examples      passages with the brief they should give
    starting      a folder of one's own
"""

from __future__ import annotations

from summarizer.prompts.examples import Example
from summarizer.prompts.faults import Fault, Position
from summarizer.prompts.front_matter import FieldType, FrontMatter, ModelSettings, OwnField, ParsedFile, parse
from summarizer.prompts.library import Prompts, shipped_folder
from summarizer.prompts.prompt import SHIPPED_SECTIONS, Prompt
from summarizer.prompts.rendering import Rendering

__all__ = [
    "SHIPPED_SECTIONS",
    "Example",
    "Fault",
    "FieldType",
    "FrontMatter",
    "ModelSettings",
    "OwnField",
    "ParsedFile",
    "Position",
    "Prompt",
    "Prompts",
    "Rendering",
    "parse",
    "shipped_folder",
]

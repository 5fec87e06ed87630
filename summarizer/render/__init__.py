"""A brief → a page for people: plain text for a terminal, or Markdown. Pure."""

from __future__ import annotations

from summarizer.render.markdown import as_markdown
from summarizer.render.plain import as_text

__all__ = ["as_markdown", "as_text"]

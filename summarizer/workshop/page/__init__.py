"""The workshop's page: edit the prompts in a browser on this machine and see what a change does.

Needs the extra `edit` (starlette, uvicorn). Nothing listens but 127.0.0.1, and the page loads nothing from elsewhere.
"""

from __future__ import annotations

from summarizer.workshop.page.application import application
from summarizer.workshop.page.runs import Make, Sample
from summarizer.workshop.page.serving import serve

__all__ = ["Make", "Sample", "application", "serve"]

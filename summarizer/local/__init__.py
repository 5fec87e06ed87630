"""The embedded model: its weights in the user's cache directory, and a server of it in this process.

weights("local", cache_dir, report=report)       # the GGUF file, fetched when missing
with serving(file, threads=2) as server: ...     # server.base_url speaks OpenAI's protocol on loopback
"""

from __future__ import annotations

from summarizer.local.catalogue import DEFAULT
from summarizer.local.server import EmbeddedServer, acquire, release
from summarizer.local.store import ModelFile, models, path, pull, remove, weights

__all__ = [
    "DEFAULT",
    "EmbeddedServer",
    "ModelFile",
    "acquire",
    "models",
    "path",
    "pull",
    "release",
    "remove",
    "weights",
]

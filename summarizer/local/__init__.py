"""The embedded model: its weights in the user's cache directory, and a server of it in this process.

    file = weights("local", cache_dir, report=report)    # the GGUF file, fetched when missing
    with serving(file, threads=2) as server:
        server.base_url                                  # speaks OpenAI's protocol on loopback

Two that serve the same file in the same way share one server, which stops with its last user.
"""

from __future__ import annotations

from summarizer.local.catalogue import DEFAULT
from summarizer.local.server import EmbeddedServer, acquire, release, serving
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
    "serving",
    "weights",
]

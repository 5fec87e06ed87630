"""Briefs of earlier trials: what was answered for the same article, prompts, model and code is not asked for again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.evaluation.makers import Maker, library_digest, prompt_digests
from summarizer.evaluation.whole_files import write_whole
from summarizer.schema import Brief

if TYPE_CHECKING:
    from summarizer.composition import Article
    from summarizer.prompts import Prompts
    from summarizer.settings import Settings

FOLDER = "trials"
MOST = 200
"""Briefs that are kept; the oldest go."""


@dataclass(frozen=True)
class KeptBriefs:
    """`<folder>/<key>.json`, a brief each.

    Attributes:
        settings: those that the briefs are made with.
        fresh: whether what is kept is overlooked, and only what is new is kept.
    """

    folder: Path
    settings: Settings
    fresh: bool = False

    @classmethod
    def of(cls, settings: Settings, *, fresh: bool = False) -> KeptBriefs:
        """Those in the user's cache directory."""
        return cls(settings.cache_dir / FOLDER, settings, fresh)

    def find(self, article: Article, prompts: Prompts) -> Brief | None:
        """The brief that is there, unless something it depends on has changed since."""
        if self.fresh:
            return None
        try:
            return Brief.model_validate_json(self._path(article, prompts).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None  # none, or of another version of this library: asked for again

    def save(self, article: Article, prompts: Prompts, brief: Brief) -> None:
        """Keep it, written whole or not at all; a partial brief may be better next time and is not kept."""
        if brief.run.partial:
            return
        write_whole(self._path(article, prompts), brief.model_dump_json())
        for old in sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-MOST]:
            old.unlink(missing_ok=True)

    def _path(self, article: Article, prompts: Prompts) -> Path:
        return self.folder / f"{self._key(article, prompts)}.json"

    def _key(self, article: Article, prompts: Prompts) -> str:
        """SHA-256 of everything that the brief depends on; of the key to the server nothing."""
        chosen = self.settings
        maker = Maker(model=chosen.model, plan=chosen.plan, prompts=prompt_digests(prompts), library=library_digest())
        made = [maker.model_dump(), chosen.base_url, chosen.context_window]
        read = [article.document.sha256, str(article.published), article.title, article.url]
        return hashlib.sha256(json.dumps([read, made], sort_keys=True).encode()).hexdigest()

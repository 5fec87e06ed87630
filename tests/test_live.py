"""What only the embedded model itself can show: `make live`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from summarizer import local, settings
from summarizer.drafts import ANSWERS, Drafts, SummaryDraft
from summarizer.llm import Account, Endpoint, Message, Model

TEXT = "[1] “We will not wait,” said Petra Hallin. [2] The locks must open by Friday, the ministry said."


@pytest.fixture(scope="module")
def served() -> Iterator[Endpoint]:
    with local.serving(local.path(local.DEFAULT, settings.resolve().cache_dir)) as server:
        yield Endpoint(server.model, server.base_url, server.api_key, provider="embedded", dialect="llama.cpp")


@pytest.mark.live
@pytest.mark.parametrize("draft", [*ANSWERS.values(), Drafts, SummaryDraft], ids=lambda draft: draft.__name__)
def test_the_embedded_model_fills_every_draft_schema(served: Endpoint, draft: type[Drafts]) -> None:
    async def ask() -> Drafts:
        model = Model(served)
        try:
            return await model.ask(
                [Message("user", f"{TEXT}\n\nFill the form; leave lists empty where nothing fits.")],
                draft,
                account=Account(seconds=300),
                max_tokens=900,
                reask=lambda fault: f"Answer again, shorter. {'; '.join(fault.errors)}",
            )
        finally:
            await model.close()

    assert isinstance(asyncio.run(ask()), draft)

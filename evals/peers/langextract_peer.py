"""LangExtract with its own OpenAI provider, the schema it derives from the example, its chunking and its alignment."""

from __future__ import annotations

from typing import Any

import langextract as lx
from calls import MAX_TOKENS, Calls, Server
from extractions import CLASSES, example_extractions
from langextract import factory
from rules import Article, example, instructions

HOW = (
    "Extract everything of these four sections as extractions of the classes {classes}, in order of appearance. The "
    "extraction's text is the actor's name as it stands in the article, or the quote, copied exactly; all else that "
    "the rules name are its attributes.\nThe article of the example: {heading}"
)


def ask(article: Article, server: Server, calls: Calls) -> list[dict[str, Any]]:
    """The extractions with the places that LangExtract found for them."""
    shown, answer = example()
    examples = [
        lx.data.ExampleData(
            text=shown.text,
            extractions=[lx.data.Extraction(**each) for each in example_extractions(shown.text, answer)],
        )
    ]
    document = lx.extract(
        article.text,
        prompt_description=f"{instructions()}\n\n{HOW.format(classes=', '.join(CLASSES), heading=shown.heading)}",
        examples=examples,
        model=model(server, calls, examples),
        additional_context=f"The article of the last question, or of a part of it: {article.heading}",
        extraction_passes=1,
        # The server answers one call at a time: more workers would only wait for it.
        max_workers=1,
        use_schema_constraints=False,  # the model has them already
        show_progress=False,
    )
    return [placed(each) for each in document.extractions or []]


def model(server: Server, calls: Calls, examples: list[Any]) -> Any:
    """LangExtract's OpenAI provider at the embedded model, held to the schema of the examples."""
    config = factory.ModelConfig(
        model_id=server.model,
        provider="openai",
        provider_kwargs={
            "base_url": server.base_url,
            "api_key": server.api_key,
            "temperature": 0.0,
            "max_workers": 1,
            "max_output_tokens": MAX_TOKENS["langextract"],
        },
    )
    made = factory.create_model(config, examples=examples, use_schema_constraints=True)
    made._client = calls.watch(made._client)  # it drops what the server says of tokens
    return made


def placed(extraction: Any) -> dict[str, Any]:
    """An extraction as it is kept."""
    interval, status = extraction.char_interval, extraction.alignment_status
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "start": interval.start_pos if interval else None,
        "end": interval.end_pos if interval else None,
        "status": status.value if status else None,
        "attributes": extraction.attributes or {},
    }

"""A source's figure is shown where that source gives it."""

from __future__ import annotations

import datetime as dt

from summarizer.document import Document
from summarizer.drafts import AttackDraft, FigureDraft, Reading
from summarizer.merge import assemble

TEXT = (
    "At least 11 people were killed in a drone strike on Karvo on Saturday. The mayor called for calm. "
    "The strike killed at least 11 people, residents said."
)


def test_a_figure_that_the_lead_tells_too_is_shown_where_its_source_gives_it() -> None:
    figure = FigureDraft(what="killed", count="at least 11", by="residents", sentence=3)
    draft = AttackDraft(
        sentence=1,
        quote="At least 11 people were killed in a drone strike on Karvo on Saturday.",
        kind="drone",
        killed="At least 11",
        figures=[figure],
    )
    document = Document.of(TEXT, "en")
    [attack] = assemble(Reading(attacks=[draft]), document, dt.date(2026, 3, 16)).attacks
    assert attack.figures[0].evidence.start == document.sentences[2].start

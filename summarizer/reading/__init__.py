"""Reading an article with a model: a plan turns the numbered sentences into drafts of the four sections.

Plans: "whole" asks once for everything, "sections" once a section, "windows" once a section and window of sentences,
and "questions" lets code propose candidates and asks the model about each doubtful one in one token, which is
what a small model answers well.
"""

from __future__ import annotations

from summarizer.drafts import Reading
from summarizer.reading.conversation import Conversation, parts_of
from summarizer.reading.plans import read_sections, read_whole, read_windows
from summarizer.reading.questions import read_questions

__all__ = ["PLANS", "Conversation", "Reading", "parts_of"]

PLANS = {
    "whole": read_whole,
    "sections": read_sections,
    "windows": read_windows,
    "questions": read_questions,
}
"""Each plan reads one part of a document: `await plan(conversation, reading)` adds to the reading."""

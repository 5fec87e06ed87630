"""Statements far from a deed that say what it was: a play, an exercise, a lie, an accident, a test; and plain acts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from summarizer.cues.frames import frames_of
from summarizer.cues.violence import propose
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
STORIES = yaml.safe_load((Path(__file__).parent / "data" / "framed_stories.yaml").read_text("utf-8"))


def tells_attack(text: str, language: str = "en") -> bool:
    """Whether the cues alone find an attack in a text published on Wednesday, 11 March 2026."""
    return any(cue.prior > 0 for cue in propose(Document.of(text, language), WEDNESDAY))


def kinds(text: str) -> list[str]:
    """The frames that a text sets."""
    return [frame.kind for frame in frames_of(Document.of(text, "en"))]


@pytest.mark.parametrize("story", STORIES["none"], ids=lambda story: story["why"])
def test_what_the_text_itself_takes_back_or_frames_is_no_attack(story: dict[str, str]) -> None:
    """The statement that says so may stand far behind the deed."""
    assert not tells_attack(story["text"], story.get("language", "en"))


@pytest.mark.parametrize("story", STORIES["told"], ids=lambda story: story["why"])
def test_a_plain_act_of_violence_is_found(story: dict[str, str]) -> None:
    """Beside words of frames that do not govern it, too."""
    assert tells_attack(story["text"], story.get("language", "en"))


def test_an_exercise_of_last_year_frames_nothing() -> None:
    """Another time, a denial and a comparison make the statement void."""
    assert kinds("Two gunmen shot a guard. In last autumn's drill students had played the wounded.") == []
    assert kinds("Two gunmen shot a guard. It was not an exercise.") == []
    assert kinds("Two gunmen shot a guard. It was like a film.") == []


def test_it_after_a_film_means_the_film() -> None:
    """What a sentence takes up is what the one before speaks of."""
    assert kinds("A gunman shot the director. He had just finished a film. It was a thriller about bees.") == []


def test_a_statement_beside_its_own_event_governs_only_its_paragraph() -> None:
    """A rehearsal in the capital undoes no shelling elsewhere."""
    text = (
        "Mortar shells fell on the market of Dorn on Tuesday and killed six traders.\n\n"
        "In the capital cadets stormed a wooden bridge on Tuesday. It was a rehearsal for the parade."
    )
    [cue] = [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior > 0]
    assert cue.sentences == (1,)


def test_an_attack_of_another_time_stands_in_a_review() -> None:
    """A film's plot is none, the real deed that the review dates is one."""
    text = (
        "Four men under a tarpaulin open fire, and eleven soldiers lie dead.\n\n"
        "So begins “The Scales”, Bo Lind's second feature. The camera never blinks.\n\n"
        "On 3 June 2004 gunmen killed two students in Dorn, and Lind knew one of them."
    )
    assert [cue.sentences[0] for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior > 0] == [4]

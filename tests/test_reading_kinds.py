"""The kind of an actor by its role and its noun: one fighter is a person, groups of fighters are a band."""

from __future__ import annotations

import pytest

from summarizer.cues.referents import Referent
from summarizer.reading.wording import plain_kind


def test_one_fighter_is_a_person_and_no_band() -> None:
    referent = Referent(forms={"Fahim Oru": [(0, 9)]}, roles=["a top Tarn rebel"])
    assert plain_kind(referent) == "person"


@pytest.mark.parametrize("name", ["insurgent groups", "rebel factions"])
def test_groups_of_fighters_are_a_band(name: str) -> None:
    referent = Referent(forms={name: [(0, len(name))]}, common=True, plural=True, acts=True)
    assert plain_kind(referent) == "armed_group"

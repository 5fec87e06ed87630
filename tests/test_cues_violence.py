"""Attack cues: which sentences tell an attack, which attacks are one, and what their figures come to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.cues.casualties import find_casualties
from summarizer.cues.violence import AttackCue, propose
from summarizer.document import Document, is_blank

WEDNESDAY = dt.date(2026, 3, 11)
SENTENCES = yaml.safe_load((Path(__file__).parent / "data" / "cue_sentences.yaml").read_text("utf-8"))["attacks"]
LIKELY = 0.0


def attacks(text: str, language: str = "en") -> list[AttackCue]:
    """The likely attacks of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in propose(Document.of(text, language), WEDNESDAY) if cue.prior >= LIKELY]


def only(text: str, language: str = "en") -> AttackCue:
    """The text's one likely attack."""
    [cue] = attacks(text, language)
    return cue


def lows(cue: AttackCue) -> tuple[int | None, int | None]:
    """The lower bounds of the killed and the injured."""
    return (cue.killed.count.low if cue.killed else None, cue.injured.count.low if cue.injured else None)


def bounds(sentence: str, kind: str, language: str = "en") -> list[tuple[int | None, int | None]]:
    """The bounds of the sentence's own figures of that kind."""
    found = find_casualties(sentence, language)
    return [(c.count.low, c.count.high) for c in found if c.kind == kind and not (c.part or c.old)]


def test_nineteen_of_twenty_sentences_are_read_as_a_reader_reads_them() -> None:
    """Threats, drills, sport, markets, accidents, totals and figures of speech are told from attacks."""
    wrong = [case["text"] for case in SENTENCES if bool(attacks(case["text"], case.get("lang", "en"))) != case["told"]]
    assert len(SENTENCES) > 150
    assert len(wrong) <= 0.05 * len(SENTENCES), wrong


def test_nineteen_of_twenty_attacks_have_the_figures_of_their_sentence() -> None:
    """Killed and injured are as the label has them, None where the sentence says nothing."""
    told = [(case, attacks(case["text"], case.get("lang", "en"))) for case in SENTENCES if case["told"]]
    found = [(case, cues[0]) for case, cues in told if cues]
    wrong = [case["text"] for case, cue in found if lows(cue) != (case.get("killed"), case.get("injured"))]
    assert len(wrong) <= 0.05 * len(found), wrong


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("The blast killed at least six.", [(6, None)]),
        ("Between 12 and 15 people died.", [(12, 15)]),
        ("Up to 20 villagers were killed.", [(None, 20)]),
        ("The fire left dozens dead.", [(None, None)]),
        ("A guard was killed.", [(1, 1)]),
        ("The raid killed two soldiers and a civilian.", [(3, 3)]),
        ("The missile killed her husband and two sons.", [(3, 3)]),
        ("It burned down, without loss of life.", [(0, 0)]),
        ("The death toll rose from 27 to 31.", [(31, 31)]),
        ("The toll of the strike of 3 May on the clinic at Um Dereisa now stands at seven.", [(7, 7)]),
        ("It killed six people, including two children.", [(6, 6)]),
        ("The strike killed 12 people and destroyed 17 houses.", [(12, 12)]),
        ("Police shot dead the attacker.", []),
        ("The shelling killed or wounded 30.", []),
        ("One dead, according to the army; eight, according to a nurse.", [(1, 1), (8, 8)]),
        ("Three people, two policemen and a driver, died in the ambush.", [(3, 3)]),
    ],
)
def test_killed_are_counted_by_the_rules_of_the_brief(
    sentence: str, killed: list[tuple[int | None, int | None]]
) -> None:
    """Bounds, words, single persons, coordinated figures, nobody; no attackers, no things, no shares."""
    assert bounds(sentence, "killed") == killed


@pytest.mark.parametrize(
    ("sentence", "language", "killed", "injured"),
    [
        ("Drei Menschen wurden getötet und sieben verletzt.", "de", 3, 7),
        ("L’explosion a fait quatre morts et une dizaine de blessés.", "fr", 4, 10),
        ("Murieron cinco personas y otras ocho resultaron heridas.", "es", 5, 8),
        ("Загинули щонайменше троє людей, ще восьмеро дістали поранень.", "uk", 3, 8),
        ("Погибли два человека, шестеро ранены.", "ru", 2, 6),
    ],
)
def test_victims_are_counted_in_other_languages(sentence: str, language: str, killed: int, injured: int) -> None:
    """The word of fate may stand on either side of its figure."""
    assert [low for low, _ in bounds(sentence, "killed", language)] == [killed]
    assert [low for low, _ in bounds(sentence, "injured", language)] == [injured]


def test_people_of_another_statement_are_no_victims_of_the_one_before() -> None:
    assert (
        find_casualties("She deplored the murder of a town and promised that 400 officers would be sent there.") == []
    )


def test_a_toll_told_far_away_from_an_attack_is_not_given_to_it() -> None:
    """Nothing ties the two dead to the missile: no place, no word that takes it up, and four sentences between."""
    text = (
        "A missile came down near the ferry Tarn on Monday. It made a splash. The crew drank tea. The wind rose. "
        "Nobody on the quay looked up. Two stokers were killed, the owner of another line said."
    )
    assert [cue.killed for cue in propose(Document.of(text, "en"), WEDNESDAY) if 1 in cue.sentences] == [None]


def test_what_opens_a_sentence_is_no_part_of_a_victims_name() -> None:
    [found] = find_casualties("In March Jonas Ede, 17, was stabbed to death at a bus stop.")
    assert found.count.text == "Jonas Ede"


def test_animals_are_no_victims() -> None:
    assert find_casualties("A stable burned, where three horses had to be put down after they were injured.") == []


def test_a_casualty_spans_its_figure_and_its_word_of_fate() -> None:
    """Offsets are into the sentence."""
    [found] = find_casualties("In all, at least six people were killed on Monday.")
    assert (
        "In all, at least six people were killed on Monday."[found.start : found.end]
        == "at least six people were killed"
    )


def test_what_takes_up_an_attack_is_the_same_attack() -> None:
    """The victims of the next sentence and "the strike" later on belong to it."""
    cue = only(
        "A drone hit a bus near Orikhiv on Tuesday. Four people were killed and nine injured.\n\n"
        "The strike was the first in a week, the governor said."
    )
    assert cue.sentences == (1, 2, 3)
    assert lows(cue) == (4, 9)


def test_a_background_attack_is_one_of_its_own() -> None:
    """Another time is another attack, though the place is the same."""
    text = (
        "A bomb killed six people at a market in Herat on Tuesday.\n\nA similar blast there last month killed a guard."
    )
    assert [lows(cue) for cue in attacks(text)] == [(6, None), (1, None)]


def test_attacks_at_two_places_are_two_and_have_their_own_clauses() -> None:
    """One sentence may tell both."""
    text = "A missile killed two people in Odesa on Monday, and in Sumy a drone wounded a farmer."
    cues = attacks(text)
    assert [lows(cue) for cue in cues] == [(2, None), (None, 1)]
    assert [text[slice(*place)] for cue in cues for place in cue.places] == ["Odesa", "Sumy"]


def test_a_region_in_the_lede_and_its_town_later_are_one_place() -> None:
    """A town lies in a region."""
    text = (
        "Gunmen raided a village in Nigeria and killed 12 people.\n\n"
        "The men stormed Kuchi at dawn on Monday, police said."
    )
    assert len(attacks(text)) == 1


def test_two_sides_that_attack_are_two_attacks() -> None:
    """Who did it tells attacks apart where place and time are not told."""
    text = (
        "On Monday Israeli warplanes bombed a depot.\n\n"
        "The fighters of Hezbollah fired rockets at a barracks, wounding a cook."
    )
    assert len(attacks(text)) == 2


def test_a_total_is_no_attack_and_lends_no_figures() -> None:
    """What is counted since a war began is added to nothing."""
    text = (
        "A shell killed two people in Nikopol on Monday.\n\n"
        "More than 400 people have been killed in the region since the war began."
    )
    assert lows(only(text)) == (2, None)


def test_a_revised_figure_replaces_the_first() -> None:
    """Told later in the text, by a word that says so."""
    text = "A bomb killed nine people in Quetta on Monday.\n\nThe death toll rose to 14 on Tuesday, a hospital said."
    assert lows(only(text)) == (14, None)


def test_figures_of_two_sources_span_from_the_lowest_to_the_highest() -> None:
    """Each figure is kept with the sentence that it stands in."""
    killed = only(
        "Drones hit a port in Reni on Tuesday.\n\nThe governor put the toll at four dead. "
        "The company said that five of its workers had been killed."
    ).killed
    assert killed is not None
    assert (killed.count.low, killed.count.high) == (4, 5)
    assert [figure.sentence for figure in killed.disputed] == [2, 3]


def test_one_person_told_of_by_himself_is_among_those_counted() -> None:
    """ "A woman was hurt" does not dispute a count."""
    text = (
        "A man with a knife wounded five people in Graz on Monday.\n\nA woman was seriously wounded, the hospital said."
    )
    assert lows(only(text)) == (None, 5)


def test_kind_place_time_weapon_and_doer_are_taken_from_the_words() -> None:
    """As spans of the text, and the day as a date."""
    text = "Rebels shelled the town of Sake on Monday with mortars, killing a nurse."
    cue = only(text)
    assert cue.kind == "shelling"
    assert [text[slice(*place)] for place in cue.places] == ["Sake"]
    assert cue.when is not None
    assert cue.when.start == dt.date(2026, 3, 9)
    assert cue.weapon is not None
    assert text[slice(*cue.weapon)] == "mortars"
    assert [text[slice(*doer)] for doer in cue.perpetrators] == ["Rebels"]


def test_what_follows_a_deed_in_the_passive_is_not_its_target() -> None:
    cue = only("A railway bridge near the post was attacked by gunmen the same night, police said.")
    assert cue.targets == ()


def test_the_heading_of_a_paragraph_is_the_place_of_its_attack() -> None:
    """Situation reports set the place in capitals."""
    text = (
        "REPORT No. 3. Two days.\n\n"
        "EL TINA. Shelling of the market on Monday left 12 dead.\n\nUM DOM. Two drones hit a queue on Monday."
    )
    assert [[text[slice(*p)] for p in cue.places] for cue in attacks(text)] == [["EL TINA"], ["UM DOM"]]


def test_words_of_violence_in_a_text_about_sport_are_figures_of_speech() -> None:
    """The topic of the whole text weighs on each sentence."""
    text = (
        "The striker scored twice before half-time.\n\nHer coach said that the visitors had been shot to pieces. "
        "The goalkeeper was bombarded all season and the fans loved it."
    )
    assert attacks(text) == []


def test_a_language_without_a_lexicon_has_no_cues() -> None:
    """Nothing is guessed."""
    assert propose(Document.of("Bomba zabiła sześć osób w Łodzi w poniedziałek.", "pl"), WEDNESDAY) == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from(["\n\n", " "]))
def test_spans_lie_in_the_text_and_clauses_in_their_sentence(cases: list[dict[str, str]], between: str) -> None:
    """Whatever the order in which attacks are told."""
    document = Document.of(between.join(case["text"] for case in cases), "en")
    for cue in propose(document, WEDNESDAY):
        sentence = document.sentence(cue.sentences[0])
        assert sentence is not None
        assert sentence.start <= cue.clause.start < cue.clause.end <= sentence.end
        for span in (*cue.places, *cue.perpetrators, *cue.targets):
            assert document.text[slice(*span)].strip()


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "es", "uk", "ru", "ja", "und"]))
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    """Arbitrary characters in any language."""
    if not is_blank(text):
        assert isinstance(propose(Document.of(text, language), None), list)


def test_who_claims_an_attack_is_among_its_doers() -> None:
    """By the name before "claimed responsibility"."""
    text = (
        "A bomb killed six people in Quetta on Monday.\n\n"
        "The rebels of Jaish Haq claimed responsibility for the bombing."
    )
    [blame] = only(text).blames
    assert (blame.how, text[slice(*blame.doer)]) == ("claimed", "The rebels of Jaish Haq")


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Ten people including four traffic wardens were killed in Orlo.", [(10, 10)]),
        ("The shell killed an 18-month-old and his ten-year-old sister.", [(2, 2)]),
        ("The mine killed the governor, his deputy and two bodyguards.", [(4, 4)]),
        ("Two of the guards, a father and his son, were killed.", [(2, 2)]),
        ("Gunmen burst in and killed three of them, a father and two sons.", [(3, 3)]),
        ("A woman and her two sons were among the dead in Orlo.", []),
        ("Police said eight attackers were killed in return fire.", []),
        ("The militant group’s office told of dead and wounded.", []),
        ("A dynamite stick killed Anna Quint, who was nineteen.", [(1, 1)]),
        ("Not since August 2023 had a candidate been shot dead.", []),
        ("A third woman died in hospital on Sunday.", [(3, 3)]),
        ("The number of people killed at Orlo, reported as 19 last week, now stands at 27.", [(27, 27)]),
        ("Last July, 17 soldiers were killed near Orlo.", [(17, 17)]),
        ("The agency put the number of wounded at 45.", []),
        ("The prison service later raised the number of dead inmates to nineteen.", [(19, 19)]),
    ],
)
def test_wholes_lists_ages_and_attackers_are_told_apart_among_the_killed(
    sentence: str, killed: list[tuple[int | None, int | None]]
) -> None:
    assert bounds(sentence, "killed") == killed


@pytest.mark.parametrize(
    ("sentence", "injured"),
    [
        ("Two wardens and a driver were killed and at least 14 people hurt late on Monday.", [(14, None)]),
        ("The family told reporters at Noor hospital that they were tired.", []),
        ("The count rose to 54 after two badly wounded patients died.", []),
    ],
)
def test_the_injured_are_those_who_came_to_harm_and_are_still_alive(
    sentence: str, injured: list[tuple[int | None, int | None]]
) -> None:
    assert bounds(sentence, "injured") == injured


def test_one_source_is_in_no_dispute_with_itself() -> None:
    text = (
        "Three women and a man were stabbed in a shop in Orlo, Inspector Ewa Hald said. "
        "Two of the women had been stabbed in the neck, Hald said."
    )
    assert lows(only(text)) == (None, 4)


def test_two_attacks_in_one_town_are_two_where_each_counts_its_own_victims() -> None:
    text = (
        "A car bomb killed two people and wounded nine at the north gate of Orlo. "
        "Gunmen shot three policemen dead and wounded one on a road in Orlo."
    )
    assert [lows(cue) for cue in attacks(text)] == [(2, 9), (3, 1)]


def test_a_sentence_that_sums_up_the_attacks_behind_it_is_none_and_lends_them_its_day() -> None:
    text = (
        "BARDA – Shootings and bombs in many parts of Aresia killed at least ten people on Monday, police said. "
        "In Orlo a car bomb killed three people. In Besk gunmen killed two shepherds. "
        "In Tarn a mine killed four soldiers."
    )
    found = attacks(text)
    assert [lows(cue)[0] for cue in found] == [3, 2, 4]
    assert {cue.when.start for cue in found if cue.when} == {dt.date(2026, 3, 9)}


def test_the_dead_of_a_whole_war_are_not_those_of_the_attack_before() -> None:
    text = (
        "A rocket killed two people in Orlo on Monday. "
        "Since the fighting began in 2019 at least 40,000 people have been killed, doctors say."
    )
    assert lows(only(text)) == (2, None)


def test_bodies_pulled_from_the_rubble_are_no_kidnapping() -> None:
    assert only("Rescuers pulled two bodies from the rubble in Orlo on Monday.").kind != "kidnapping"


def test_the_day_on_which_a_toll_rose_or_a_group_claimed_is_not_that_of_the_attack() -> None:
    risen = only("The death toll from a bombing in Orlo rose to 13 on Tuesday, police said.")
    claimed = only("The Dawn Front on Tuesday claimed a bombing in Orlo that killed six people a day earlier.")
    assert risen.when is None
    assert claimed.when
    assert claimed.when.text == "a day earlier"


def test_a_place_is_the_narrowest_one_and_no_band() -> None:
    text = "Fighters of Harkat stormed Lenti village in Umbra state on Monday. Harkat militants killed six people."
    [cue] = [c for c in attacks(text) if c.places][:1]
    assert [text[slice(*place)] for place in cue.places] == ["Lenti"]

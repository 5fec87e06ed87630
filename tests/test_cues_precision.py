"""What tempts by surface words alone: forecasts, events and figures of speech that are no deadline and no attack."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import limits, violence
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
LIKELY_DEADLINE, LIKELY_ATTACK = 0.3, 0.0


def deadlines(text: str, language: str = "en") -> list[limits.DeadlineCue]:
    """The likely deadlines of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in limits.propose(Document.of(text, language), WEDNESDAY) if cue.prior >= LIKELY_DEADLINE]


def attacks(text: str, language: str = "en") -> list[violence.AttackCue]:
    """The likely attacks of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in violence.propose(Document.of(text, language), WEDNESDAY) if cue.prior >= LIKELY_ATTACK]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ms Oduya expects smart meters to be mandatory in every flat by 2031.", "en"),
        ("By 2035, Mr Hask calculates, the county will spend more on sea walls than on roads.", "en"),
        ("By 2045, in his view, the lower village may have to be given up.", "en"),
        ("She expects the second tunnel to open by 2029.", "en"),
        ("La biologiste prévoit un recul de la population d’ici à 2032.", "fr"),
        ("Según sus cálculos, el embalse podría tener que cerrar antes de 2040.", "es"),
        ("Bis 2035 könnten nach seiner Einschätzung viele Höfe aufgeben müssen.", "de"),
    ],
)
def test_what_somebody_foretells_is_no_deadline(text: str, language: str) -> None:
    """Expectation binds nobody, whatever words of duty it is told in."""
    assert deadlines(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A pilot study is planned for next autumn; experts in Dorn are to discuss the findings on 4 April.", "en"),
        ("Un concert aura lieu samedi à 20 heures à la halle.", "fr"),
        ("She was back on the set within a month.", "en"),
        ("The cheese, from a shop that had run out of bread by nine, was best before Sunday.", "en"),
        ("The worst of the rain should be over the islands by midnight.", "en"),
        ("The mayor's term ends in May, and the next figures are due in April.", "en"),
        ("The truce between Orlan and Tamrin was supposed to be dead within a week.", "en"),
        ("Velder bought the mill, ending a feud that its owner described on Tuesday as a farce.", "en"),
        ("A trial, should it come to one, is unlikely before the autumn.", "en"),
        ("Both men face up to 30 years.", "en"),
        ("By noon the number of the missing had risen to six.", "en"),
        ("Notice has to be given 14 days ahead, the union said.", "en"),
        ("The plan speaks of halving accidents by 2030.", "en"),
        ("The hall will stay closed until Monday after the emergency.", "en"),
        ("She asked how many days were left until Friday.", "en"),
    ],
)
def test_events_and_states_are_no_deadlines(text: str, language: str) -> None:
    """What is scheduled, over or merely likely then obliges nobody."""
    assert deadlines(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "All troops should be out of the valley by Friday.",
        "The forms should be returned by Friday.",
        "The regulator set the firm a month to reply.",
        "The council predicted a bad winter and gave landlords until 30 April to repair their boilers.",
        "The court expects the company to hand over the files by Friday.",
        "Everybody near the quarry has been told to leave by Friday.",
        "The second instalment is due on 2 April.",
        "The court gave the Treasury, the Harbour Board and the Tamrin Pilots' Guild of Orlan Bay 14 days to reply.",
        "The bloc gave the officers who have seized the palace a week to go.",
    ],
)
def test_whoever_is_bound_by_a_day_keeps_the_deadline(text: str) -> None:
    """Somebody has to act by then."""
    assert len(deadlines(text)) == 1


STAGE = (
    "The new film opens in cinemas on Friday. Its director rehearsed for a month with actors and stuntmen on a plywood"
    " set, and the audience at the premiere was told that no blank had been wasted. "
)
EXERCISE = (
    "It was an exercise, and the scenario was known to few. The drill had been rehearsed for months with simulated"
    " wounded and imaginary hackers. "
)
PARTY = (
    "The party is looking for a new leadership before the elections. Members of parliament want a vote of confidence in"
    " the prime minister, the opposition a motion of its own, and the voters neither. "
)


@pytest.mark.parametrize(
    "text",
    [
        STAGE + "The invaders stormed the harbour and shelled the market.",
        STAGE + "The bombardment was recorded in a quarry; a truck that went up in flames in November cost ten people.",
        STAGE + "Shooting lasted from April until July.",
        EXERCISE + "At nine on Tuesday hackers encrypted every screen in the town hall.",
        PARTY + "In Harrow the party was slaughtered.",
        PARTY + "She complained of snipers who hit only their own side.",
    ],
)
def test_a_text_about_pretence_or_party_politics_tells_no_attack_in_passing(text: str) -> None:
    """What it is all about speaks against violence that has neither day nor victims of its own."""
    assert attacks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        STAGE + "On 4 May 1998 a gunman opened fire in the foyer of the Orpheum in Lund, killing two ushers.",
        EXERCISE + "In January ransomware paralysed the servers of the clinic in Holm for nine days.",
        PARTY + "On Tuesday a man stabbed a candidate in Harrow, wounding her in the arm.",
    ],
)
def test_real_violence_in_a_text_about_pretence_or_politics_is_told(text: str) -> None:
    """A day, a place or victims of its own set it apart."""
    assert len(attacks(text)) == 1


def test_a_theatre_that_is_attacked_is_no_play() -> None:
    """Police and hospitals outweigh the stage."""
    text = (
        "Gunmen stormed a theatre in Brest on Tuesday during a rehearsal and shot dead six actors, police said."
        " The audience fled into the museum next door. Soldiers found the gunmen on the stage."
        " Nine people were taken to hospital."
    )
    assert len(attacks(text)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A guide shows the step on which a duke was stabbed by his brother in 1644.", "en"),
        ("Die Burg wurde im Jahr 1631 von Söldnern gestürmt.", "de"),
        ("Legend has it that a smith was murdered in the cellar.", "en"),
        ("Retail shares were massacred on Monday.", "en"),
        ("The union accuses the firm of bombarding its own drivers with messages.", "en"),
        ("L’éleveur accuse la commune de bombarder ses prés avec un désherbant.", "fr"),
        ("La asociación acusa al alcalde de bombardear a los vecinos con mensajes.", "es"),
        ("Die Partei bombardierte die Haushalte mit Werbung.", "de"),
        ("C’est un vrai massacre, dit l’apiculteur de ses ruches.", "fr"),
        ("Angenommen war ein Anschlag auf einen Bahnhof.", "de"),
        ("Supposé par les organisateurs : un attentat imaginaire.", "fr"),
    ],
)
def test_legends_figures_of_speech_and_assumptions_are_no_attacks(text: str, language: str) -> None:
    """Nothing is told as having happened to anybody now alive."""
    assert attacks(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army bombarded the town of Lahr with heavy artillery on Monday, killing four.", "en"),
        ("L’armée a bombardé lundi la ville de Lahr avec des obus, tuant quatre personnes.", "fr"),
        ("A series of air strikes on Monday hit the town of Lahr, killing four.", "en"),
    ],
)
def test_bombardment_with_weapons_is_an_attack(text: str, language: str) -> None:
    """With shells it is no figure of speech."""
    assert len(attacks(text, language)) == 1

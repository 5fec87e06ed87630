"""German, French, Spanish, Russian and Ukrainian news as it is written, on sentences made up for this test."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer import dates
from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.casualties import find_casualties
from summarizer.cues.groups import find_groups
from summarizer.cues.limits import DeadlineCue
from summarizer.cues.limits import propose as propose_deadlines
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents
from summarizer.cues.violence import AttackCue
from summarizer.cues.violence import propose as propose_attacks
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)


def speakers(text: str, language: str) -> list[tuple[int, str | None]]:
    """Who speaks in which sentence."""
    document = Document.of(text, language)
    heard = Referents(document, find_names(document)).resolve(continued(find_attributions(document), document))
    return [(hit.attribution.sentence, hit.referent.name if hit.referent else None) for hit in heard]


def names(text: str, language: str) -> list[str]:
    return [name.form for name in find_names(Document.of(text, language))]


def groups(text: str, language: str) -> list[str]:
    return [text[slice(*span)] for span, _ in find_groups(Document.of(text, language))]


def figures(sentence: str, language: str, kind: str = "killed") -> list[tuple[int | None, int | None]]:
    found = find_casualties(sentence, language)
    return [(c.count.low, c.count.high) for c in found if c.kind == kind and not (c.old or c.part)]


def attacks(text: str, language: str) -> list[AttackCue]:
    return [cue for cue in propose_attacks(Document.of(text, language), WEDNESDAY) if cue.prior >= 0]


def doers(text: str, language: str) -> list[str]:
    [cue] = attacks(text, language)
    return [text[slice(*span)] for span in cue.perpetrators]


def deadline(text: str, language: str) -> DeadlineCue:
    [cue] = [cue for cue in propose_deadlines(Document.of(text, language), WEDNESDAY) if cue.prior >= 0]
    return cue


def parties(text: str, language: str) -> tuple[list[str], list[str]]:
    cue = deadline(text, language)
    return [text[slice(*s)] for s in cue.set_by], [text[slice(*s)] for s in cue.binding_on]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Mann hat geschwiegen, wie eine Sprecherin am Samstagmorgen in Weißenau sagte.", "eine Sprecherin"),
        (
            "Elf Menschen seien verletzt, darunter ein Kind, erklärte der Gouverneur Nadif Danesch am Sonntag.",
            "Nadif Danesch",
        ),
        ("Nach Angaben von Rettungskräften wurde ein Haus zerstört.", "Rettungskräften"),
        ("Angaben der Feuerwehr zufolge wurde niemand verletzt.", "der Feuerwehr"),
        ("Nach Informationen des „Boten“ wurde der Minister entlassen.", "Boten"),
        ("Der Patient sei wach, hieß es am Montag aus dem Klinikum.", "dem Klinikum"),
        (
            "Die Behörden seien gebeten worden, nichts mehr auszustellen, so eine Sprecherin des Amtes.",
            "eine Sprecherin des Amtes",
        ),
        ("„Wir können das nicht belegen“, begründete ein Sprecher die Entscheidung.", "ein Sprecher"),
    ],
)
def test_a_german_source_is_found_where_german_puts_it(text: str, speaker: str) -> None:
    assert speakers(text, "de") == [(1, speaker)]


def test_german_speech_goes_on_with_whoever_spoke_last() -> None:
    text = (
        "Ein Mann habe um sich gestochen, teilte die Polizei Weißenau mit. Eine Frau starb. Er habe getrunken.\n\n"
        "Demnach wurde ein Passant getroffen. Ersten Erkenntnissen zufolge sei er allein gewesen, hieß es weiter."
    )
    assert speakers(text, "de") == [(n, "Polizei Weißenau") for n in (1, 3, 4, 5)]


def test_a_sentence_that_only_tells_who_said_so_gives_its_speaker_to_the_one_before() -> None:
    text = "Vier Menschen sind getötet worden. Das teilte der Sprecher der Stadt, Nadif Danesch, der Agentur mit."
    assert speakers(text, "de") == [(1, "Nadif Danesch")]


def test_what_is_about_to_befall_somebody_is_no_threat_of_his() -> None:
    assert speakers("Im Fall einer Verurteilung drohen ihm zehn Jahre Haft.", "de") == []


def test_a_subordinate_subjunctive_reports_nobody() -> None:
    text = "Der Sprecher sagte nichts dazu. Später wurde bekannt, dass der Fahrer mit einem Motorrad unterwegs sei."
    assert [n for n, _ in speakers(text, "de") if n == 2] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Weißenau ist am Montag ein Haus eingestürzt.", ["Weißenau"]),
        ("Er saß in Haft und war in Lebensgefahr. Das Ministerium wohnt in Wohnungen.", []),
        ("Demnach wurde ein Mann alarmiert. Gleichzeitig sei er geflohen. Wütend sei er gegangen.", []),
        ("Die Hamas und die Taliban schwiegen.", ["Hamas", "Taliban"]),
        (
            "WEISSENAU (dpa) - Der Bote schweigt. Ein Sprecher der Stadt, Nadif Danesch, lächelte.",
            ["Nadif Danesch"],
        ),
        ("Die Staatsanwaltschaft Weißenau ermittelt.", ["Staatsanwaltschaft Weißenau"]),
        ("Wenn die Täter Geld haben, zahlen sie.", []),
    ],
)
def test_german_names_are_told_from_nouns(text: str, found: list[str]) -> None:
    assert names(text, "de") == found


def test_a_german_genitive_is_no_subject() -> None:
    assert groups("Im Süden der Stadt hatten Rebellen gewartet. Die Zahl der Verletzten stieg.", "de") == ["Rebellen"]


def test_one_phrase_ends_where_the_next_one_counts() -> None:
    assert "ein 21-Jähriger" in groups("Dort hatte ein 21-Jähriger zwei Beamte gelockt.", "de")


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        (
            "Mindestens 15 Menschen sind bei einem Anschlag der Miliz in der Hauptstadt Weißenau getötet worden.",
            (15, None),
        ),
        (
            "Am Montag sind acht Menschen bei einem Anschlag auf einen Markt im Zentrum der Stadt ums Leben gekommen.",
            (8, 8),
        ),
        ("Die Zahl der Toten hat sich nach Angaben der Polizei auf neun erhöht.", (9, 9)),
        ("Die Zahl der Todesopfer stieg von 27 auf 41.", (41, 41)),
        ("Der Fahrer riss vier Menschen mit in den Tod.", (4, 4)),
        ("Mindestens 77 Menschen verloren bei dem Anschlag ihr Leben.", (77, None)),
    ],
)
def test_german_tolls_are_found_across_the_bracket_of_the_verb(sentence: str, bounds: tuple[int, int | None]) -> None:
    assert figures(sentence, "de") == [bounds]


@pytest.mark.parametrize(
    ("sentence", "language", "bounds"),
    [
        ("Le nombre de personnes tuées dans l’immeuble est passé à trois.", "fr", [(3, 3)]),
        ("Le bilan est passé de 29 à 30 morts.", "fr", [(30, 30)]),
        ("Un précédent bilan de la préfecture faisait état de sept morts.", "fr", []),
        ("La cifra de muertos pasó de 9 a 21.", "es", [(21, 21)]),
        ("Кількість загиблих зросла до п’яти.", "uk", [(5, 5)]),
        ("Число погибших выросло до 12.", "ru", [(12, 12)]),
    ],
)
def test_a_toll_is_what_it_rose_to(sentence: str, language: str, bounds: list[tuple[int, int]]) -> None:
    assert figures(sentence, language) == bounds


def test_attackers_who_die_are_no_victims_in_any_language() -> None:
    assert figures("Drei Angreifer wurden getötet.", "de") == []
    assert figures("Quatre assaillants ont été tués.", "fr") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In der Stadt Weißenau hatten am Mittag Rebellen einen Sprengsatz gezündet, acht starben.",
            ["Rebellen"],
        ),
        ("Bei einem Anschlag der Hamas in Weißenau sind acht Menschen getötet worden.", ["der Hamas"]),
    ],
)
def test_who_does_it_in_a_german_clause(text: str, found: list[str]) -> None:
    assert doers(text, "de") == found


def test_an_adjective_tells_whose_arms_they_were() -> None:
    german = "Russland schweigt. Bei einem russischen Drohnenangriff auf Halden sind acht Menschen getötet worden."
    french = "Hier la Russie s’est tue. Huit personnes ont été tuées dans une frappe aérienne russe à Soulac."
    assert doers(german, "de") == ["Russland"]
    assert [word.removeprefix("La ") for word in doers(french, "fr")] == ["Russie"]


def test_a_night_is_dated_by_both_its_days_and_a_report_not_by_its_own() -> None:
    german = (
        "In der Nacht zum Dienstag wurden in Weißenau zwei Männer erschossen, wie die Polizei am Mittwoch mitteilte."
    )
    [cue] = attacks(german, "de")
    assert cue.when is not None
    assert (cue.when.start, cue.when.end) == (dt.date(2026, 3, 9), dt.date(2026, 3, 10))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Eine Bombe explodierte in einer Schule.", "de"),
        ("El coche explotó en una academia.", "es"),
        ("Это было в первой половине дня.", "ru"),
        ("Am Morgen danach blieb es ruhig.", "de"),
    ],
)
def test_a_numeral_is_no_month_and_the_morning_no_day(text: str, language: str) -> None:
    assert dates.find(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "end"),
    [
        (
            "Die Gewerkschaft hat am Montag ein Ultimatum gestellt: Sollten die Werke nicht bis Freitag morgen zahlen, "
            "werde gestreikt.",
            "de",
            13,
        ),
        (
            "„Wenn die Stadt nicht bis Samstagmittag zahlt, endet die Waffenruhe“, sagte ein Sprecher am Dienstag.",
            "de",
            14,
        ),
        ("Das Ultimatum lief am Dienstag ab, ohne dass sich jemand meldete.", "de", 10),
        (
            "Les syndicats ont lancé lundi un ultimatum : si la loi n’est pas retirée d’ici vendredi, la grève suit.",
            "fr",
            13,
        ),
        ("L’ultimatum a expiré mardi.", "fr", 10),
        ("La date limite a été repoussée du 12 mars au 15 mars.", "fr", 15),
    ],
)
def test_the_day_of_setting_or_saying_is_no_limit(text: str, language: str, end: int) -> None:
    when = deadline(text, language).when
    assert when is not None
    assert when.end == dt.date(2026, 3, end)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Bis Freitag müssen die Anwohner ihre Keller leeren.", "de", ([], ["die Anwohner"])),
        (
            "Die Rebellen gaben der Regierung 24 Stunden Zeit, die Gefangenen freizulassen.",
            "de",
            (["Die Rebellen"], ["der Regierung"]),
        ),
        (
            "Die Stadt forderte die Besetzer auf, das Haus bis Freitag zu räumen.",
            "de",
            (["Die Stadt"], ["die Besetzer"]),
        ),
        (
            "Le tribunal a ordonné à l’entreprise de verser la somme sous trente jours.",
            "fr",
            (["Le tribunal"], ["l’entreprise"]),
        ),
    ],
)
def test_who_sets_a_limit_for_whom_outside_english(
    text: str, language: str, found: tuple[list[str], list[str]]
) -> None:
    assert parties(text, language) == found


def test_what_is_only_demanded_or_supposed_has_not_happened() -> None:
    spanish = "El gobierno exigió a la empresa retirar los residuos antes del viernes."
    german = "Die Entführer drohten mit Gewalt, wenn bis Montag kein Lösegeld gezahlt werde."
    assert deadline(spanish, "es").status == "pending"
    assert deadline(german, "de").status == "pending"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le bilan est de 52 morts, au lieu de 45 précédemment, a indiqué mardi la police à l’AFP.", "la police"),
        (
            "Six personnes ont été tuées, notamment près de Soulac (nord-est), ont annoncé les autorités locales.",
            "les autorités locales",
        ),
        ("Un camp a été pris, a-t-on appris lundi de sources sécuritaires.", "sources sécuritaires"),
        ("Le président halien Nadif Danesch a dit que la ville était coupée.", "Nadif Danesch"),
        ("La préfecture au contraire affirme que tout va bien.", "La préfecture"),
    ],
)
def test_french_speakers_stand_behind_the_clause_or_have_their_role_before_them(text: str, speaker: str) -> None:
    assert speakers(text, "fr") == [(1, speaker)]


def test_the_same_source_is_who_spoke_before() -> None:
    text = "Un incendie a détruit un hangar, a indiqué la préfecture. Personne n’a été blessé, selon la même source."
    assert speakers(text, "fr") == [(1, "la préfecture"), (2, "la préfecture")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Le Mouvement pour la paix au Halden (MPH) part. Le Mouvement pour la paix au Halden le dit.",
            ["Mouvement pour la paix au Halden", "MPH", "Mouvement pour la paix au Halden"],
        ),
        (
            "Hier la Confédération des transporteurs du fleuve a appelé au calme.",
            ["Confédération des transporteurs du fleuve"],
        ),
        ("Hier l’Union halienne a appelé au calme.", ["Union halienne"]),
    ],
)
def test_french_names_of_bodies_reach_over_their_small_letters(text: str, found: list[str]) -> None:
    assert names(text, "fr") == found


def test_a_toll_is_no_actor() -> None:
    assert groups("L’attaque a fait 77 morts et 255 blessés, le bilan s’est aggravé à 80 morts.", "fr") == []
    assert groups("Der Angriff forderte zwölf Tote, und 32 Verletzte liegen im Krankenhaus.", "de") == []

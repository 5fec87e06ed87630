"""What kind of claim is made, whose it is and whom it is about, on sentences written for this test."""

from __future__ import annotations

import pytest

from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents, Resolved
from summarizer.document import Document
from summarizer.reading.about import about


def heard(text: str) -> list[Resolved]:
    document = Document.of(text, "en")
    found = Referents(document, find_names(document))
    return found.resolve(continued(find_attributions(document), document))


def kinds(text: str) -> list[str]:
    return [hit.attribution.kind for hit in heard(text)]


def speakers(text: str) -> list[str]:
    return [hit.referent.name if hit.referent else "?" for hit in heard(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will answer every strike,” General Ola Berg said.", "threat"),
        ("“If they cross the river, they will pay a heavy price,” Ola Berg said.", "threat"),
        ("Berg vowed a crushing response to the raid.", "threat"),
        ("Lena Storm said the union would walk out unless it was paid.", "threat"),
        ("“We will rebuild the bridge,” Ada Roy said.", "promise"),
        ("The Norrland ministry said it would publish the report.", "promise"),
        ("The mill will appeal, according to its lawyer, Ada Roy.", "statement"),
        ("Vik Steel will appeal, according to its lawyer, Ada Roy.", "promise"),
        ("The army said it had not fired on the convoy.", "denial"),
        ("“That is a lie,” Ada Roy said.", "denial"),
        ("The ministry dismissed the report as fiction.", "denial"),
        ("Ada Roy said the union had nothing to do with the fire.", "denial"),
        ("Ola Berg said the rebels had violated the truce.", "accusation"),
        ("Ola Berg said the strike was the fault of the owners.", "accusation"),
        ("The council holds Vik Steel responsible for the spill.", "accusation"),
        ("“Stop the shelling,” Ola Berg said.", "demand"),
        ("Ada Roy said the minister must resign.", "demand"),
        ("“We want two clerks,” said Ada Roy.", "demand"),
        ("Ada Roy said the shortage could lead to riots.", "prediction"),
        ("Ada Roy believes that the truce will hold.", "prediction"),
        ("Ada Roy is confident that the dam will hold.", "prediction"),
        ("Berg offered to mediate between the two sides.", "proposal"),
        ("The mill will close unless it is sold, its owner announced as she left the hall.", "threat"),
        ("Ferries that do not pay would lose their berths, Ada Roy said.", "threat"),
        ("If there is no answer by noon, Ola Berg said, the bridge will be shut.", "threat"),
        ("If there is no rain, Ola Berg said, the harvest will fail.", "prediction"),
        ("Ola Berg said the farmers were told to leave by Friday or be treated as spies.", "threat"),
        ("Whoever stays does so at his own risk, the army said.", "threat"),
        ("Vik Steel, a maker of rails, will move to Oslo, its owner, Ada Roy, told the paper.", "promise"),
        ("The bridge would be open by Easter, Ada Roy said.", "promise"),
        ("The company plans to appeal, it said.", "promise"),
        ("“We do not shoot farmers,” Ola Berg said.", "denial"),
        ("“We have not been in touch with the gang,” Ada Roy said.", "denial"),
        ("Ada Roy says no such order has been given.", "denial"),
        ("She denied that pay was the cause: what counts, she said, is the roof.", "denial"),
        ("Farmers contradicted her: not one cow, they said, had come back.", "denial"),
        ("“It is a hint, not a proof,” said Ada Roy, a botanist who had no part in it.", "statement"),
        ("Prosecutors said Berg walked into the hall and fired at the choir.", "accusation"),
        ("The growers called the levy “a declaration of war”.", "accusation"),
        ("Ola Berg said the rebels had opened fire first.", "accusation"),
    ],
)
def test_the_kind_follows_from_mood_and_from_whose_deed_is_told(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "“We have not received the letter,” Ada Roy said.",
        "Ada Roy said the ferry would leave on Monday.",
        "Ada Roy said it would be closed.",
        "The harbour office reported no breach of the rules.",
        "“It is hard to expect patience from a queue,” said Ada Roy.",
        "Some protest singers said they won’t pack up until noon.",
    ],
)
def test_a_plain_statement_stays_one(text: str) -> None:
    assert kinds(text) == ["statement"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry warned that any attack would have grave consequences.", "threat"),
        ("Engineers warned that the dam could burst.", "prediction"),
        ("Engineers warned that the river would rise.", "prediction"),
        ("Police warned residents to stay indoors.", "demand"),
        ("Police warned the cyclists to turn back or officers would take their lamps.", "threat"),
        ("The gang warned it was preparing to sell the maps.", "threat"),
    ],
)
def test_a_warning_threatens_foretells_or_tells_to_do_something(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_quotation_that_goes_on_has_a_kind_of_its_own() -> None:
    assert kinds("“We waited,” said Ada Roy. “They need to mend the gate.”") == ["statement", "demand"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roy told reporters about the flood. A girl of nine was carried over the wall, she said.",
        "Ada Roy told reporters about the flood. She said Lena Storm was safe.",
    ],
)
def test_a_pronoun_for_the_speaker_means_nobody_whom_the_words_tell_of(text: str) -> None:
    assert speakers(text)[-1] == "Ada Roy"


def test_a_name_that_the_sentence_is_about_may_be_the_speaker_s_own() -> None:
    assert speakers("The crew met on Monday. Ola Berg was at home, he said.")[-1] == "Ola Berg"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The price is fair, the woman bargaining with them said.", "the woman bargaining with them"),
        ("According to the Norrland air force Sundia lost two kites.", "the Norrland air force"),
        ("The mill is for sale, according to media reports.", "media reports"),
        ("In a statement Ada Roy’s office said the move was wrong.", "Ada Roy’s office"),
        ("A statement from the Harbour Party said the vote was lost.", "Harbour Party"),
        ("A note issued by the Ministry of Ports on Thursday said it was open.", "Ministry of Ports"),
        ("The mill must close, its owner Vik Steel said.", "Vik Steel"),
        ("The harbour office at first spoke of nine cranes.", "The harbour office"),
        ("A commander of the Delta Front (DF), Ola Berg, claimed the bombing on Friday.", "Ola Berg"),
        ("Ada Roy went on to say that the dam held.", "Ada Roy"),
        ("Ada Roy took to Facebook to deny the report.", "Ada Roy"),
        ("The leak, which the head of the guild, Ada Roy, hastened to call “a trick”, was none.", "Ada Roy"),
        ("Two goats drowned, one in its stall, when the dyke gave at about six, says the vet, Ola Berg.", "Ola Berg"),
        ("The farmer put the blame on the feed.", "The farmer"),
        ("The teacher asked the council for two more stoves.", "The teacher"),
        ("In Vik the general-secretary demanded an inquiry.", "the general-secretary"),
        ("The port is safe, the harbour office said, and will reopen.", "the harbour office"),
        ("The price will fall, the Vik agency reports, citing letters between the two mills.", "Vik"),
    ],
)
def test_the_speaker_is_found_behind_what_stands_between(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "A woman believed to own the kiln drove off at dusk.",
        "The poster showed a crate labelled “Vik” in a cellar.",
        "The widow told it quietly.",
        "He thought about it.",
        "Norrland recalled its ambassador last year.",
        "The holiday that President Ada Roy announced when the team won was brief.",
        "Clerks wanted to learn what the auditor had told the mill.",
        "The mill may meet social claims of its own.",
        "The shelf bent under a 300-page document with maps.",
        "The buyers left early, all but guaranteeing that the fair ends on Sunday.",
        "The mill is found to have paid too little.",
    ],
)
def test_nobody_speaks_where_a_verb_of_saying_tells_a_deed_or_describes(text: str) -> None:
    assert heard(text) == []


def test_a_quoted_term_before_a_verb_form_does_not_make_it_the_verb_of_its_subject() -> None:
    found = speakers("Ola Berg criticized the council and urged them to “paint over” state symbols.")
    assert found == ["Ola Berg"]


def test_an_interview_relays_what_is_said_in_it() -> None:
    (hit,) = heard("Ada Roy said in an interview with Radio Vik that the dam held.")
    assert hit.via is not None
    assert hit.via.name == "Radio Vik"


def test_the_day_may_stand_after_whom_it_was_said_to() -> None:
    text = "Ada Roy told reporters on Monday that the dam held."
    (hit,) = heard(text)
    assert hit.attribution.said is not None
    assert text[slice(*hit.attribution.said)] == "on Monday"


def test_a_claim_is_about_the_named_actors_in_its_words_but_not_about_a_place() -> None:
    text = "Ada Roy accused Vik Steel of lying to Lena Storm in France. Lena Storm and Vik Steel met."
    document = Document.of(text, "en")
    found = Referents(document, find_names(document))
    first, *_ = found.resolve(continued(find_attributions(document), document))
    assert first.referent is not None
    told = about(document, first, first.referent, found.all)
    assert [referent.name for referent in told] == ["Vik Steel", "Lena Storm"]


def test_they_are_whoever_a_paper_tells_of_rather_than_the_paper() -> None:
    text = "The Vik Herald reported that two farmers had replied. They said they were sorry."
    assert speakers(text)[-1] != "Vik Herald"


def test_a_body_is_not_the_person_whose_role_names_it() -> None:
    text = "“We go on,” said one of the opposition leaders, Ola Berg. The opposition said the vote was lost."
    assert speakers(text) == ["Ola Berg", "The opposition"]


def test_a_statement_without_a_sender_is_the_body_s_that_spoke_and_not_its_people_s() -> None:
    text = "Vik Hospital said it was full. Officials stressed that beds were coming. A statement read: “We work.”"
    assert speakers(text)[-1] == "Vik Hospital"


def test_a_father_of_another_paragraph_is_another_father() -> None:
    text = "Jonas Ede, a father of three, died.\n\nA house was set alight. “We were asleep,” the father said."
    assert speakers(text) == ["the father"]


def german(text: str) -> list[tuple[str, str]]:
    document = Document.of(text, "de")
    found = Referents(document, find_names(document))
    hits = found.resolve(continued(find_attributions(document), document))
    return [(hit.referent.name if hit.referent else "?", hit.attribution.kind) for hit in hits]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Er habe geschlafen, erklärte sein Verteidiger.", ("sein Verteidiger", "statement")),
        ("Es gebe keine Toten, hieß es aus dem Ministerium.", ("dem Ministerium", "statement")),
        ("Der Gewerkschaft der Polizei zufolge fehlen 40 Beamte.", ("Der Gewerkschaft der Polizei", "statement")),
        ("Die Vereinten Nationen zählten seit Beginn des Jahres 40 Tote.", ("Vereinten Nationen", "statement")),
        ("Katar, das vermittelt, rief zur Ruhe auf.", ("Katar", "demand")),
        ("Sollte man nicht zahlen, werde man streiken, sagte Ida Roth.", ("Ida Roth", "threat")),
        ("Das ist gelogen, sagte Ida Roth.", ("Ida Roth", "denial")),
        ("Man werde das Papier lesen, sagte Ida Roth.", ("Ida Roth", "promise")),
        ("Die Preise dürften fallen, sagte Ida Roth.", ("Ida Roth", "prediction")),
    ],
)
def test_german_reports_are_heard_with_their_speaker_and_kind(text: str, heard: tuple[str, str]) -> None:
    assert german(text) == [heard]


def test_a_german_genitive_does_not_make_the_spokesman_the_body() -> None:
    text = "Laut Polizei starb er. Der Sprecher der Polizei, Udo Brenk, sagte mehr."
    assert {name for name, _ in german(text)} == {"Polizei", "Udo Brenk"}


def test_a_sentence_ends_after_the_platform_x() -> None:
    text = "«Nein», schrieb Ida Roth auf X. Dass sie lüge, wies sie zurück."
    assert [kind for _, kind in german(text)] == ["statement", "denial"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A priest who follows the talks, and who asked not to be named, believes that they will end.", "A priest"),
        ("An officer there, who asked not to be named because he feared for his job, said it was late.", "An officer"),
        ("A general of that same army, who was told, says that it is late.", "A general of that same army"),
        ("It was late, said the mayor, Ada Roy of Halden, and the ferry was gone.", "Ada Roy"),
        ("The mill will close, its owner, Ada Roy, announced as she left the hall.", "Ada Roy"),
    ],
)
def test_whoever_speaks_is_found_behind_what_tells_who_it_is(text: str, speaker: str) -> None:
    assert speakers(text)[0] == speaker


def test_a_programme_finds_and_holds_nothing_in_words() -> None:
    assert speakers("They will meet if the programme finds the plans good. There is less doubt about it.") == []


def test_a_study_is_not_whom_she_means() -> None:
    text = "The loach lives in streams, according to a study. Mayor Ada Roy was glad. “It is ours,” she said."
    assert speakers(text)[-1] == "Ada Roy"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Murió al amanecer, según explicó el general Iván Rueda, jefe de la zona.", "Iván Rueda"),
        ("Un sacerdote que sigue las charlas, y que pidió no ser citado, cree que es tarde.", "Un sacerdote"),
        ("«Es falso», respondió el portavoz del Ejército.", "el portavoz del Ejército"),
        ("Los sindicatos exigen refuerzos.", "Los sindicatos"),
        ("La alcaldía habla de dos heridos.", "La alcaldía"),
    ],
)
def test_spanish_reports_are_heard_with_their_speaker(text: str, speaker: str) -> None:
    document = Document.of(text, "es")
    found = Referents(document, find_names(document))
    [hit] = found.resolve(continued(find_attributions(document), document))
    assert hit.referent is not None
    assert hit.referent.name == speaker


def test_a_german_infinitive_behind_a_modal_reports_nothing() -> None:
    assert german("Das wollten die Gewerkschaften nicht fordern.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor dismissed reports that the dam leaked.", "denial"),
        ("The mayor dismissed as “pub talk” a report that the dam leaked.", "denial"),
        ("The mayor dismissed criticism of the dam.", "statement"),
        ("Early reports of a second leak were wrong, the mayor said.", "denial"),
        ("A gang calling itself Sorvane took the credit on its site.", "statement"),
    ],
)
def test_the_kind_of_what_is_dismissed_or_boasted_of(text: str, kind: str) -> None:
    assert [a.kind for a in find_attributions(Document.of(text, "en"))] == [kind]


@pytest.mark.parametrize(
    "text",
    ["Survivors see it differently.", "He sees this every day."],
)
def test_a_view_without_words_is_no_claim(text: str) -> None:
    assert find_attributions(Document.of(text, "en")) == []


def test_according_is_no_part_of_its_source() -> None:
    assert speakers("The mill is sold, according to two people who have read the deed.") == ["two people"]

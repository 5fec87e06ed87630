"""Fields of attacks as the whole text tells them: whose figures, where, when and by whom; one behaviour a test."""

from __future__ import annotations

import datetime as dt

from summarizer.cues import violence
from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.casualties import find_casualties
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents
from summarizer.document import Document
from summarizer.drafts import AttackDraft
from summarizer.reading import wording

WEDNESDAY = dt.date(2026, 3, 11)


def drafts(text: str) -> list[AttackDraft]:
    """The likely attacks of a text published on Wednesday, 11 March 2026."""
    document = Document.of(text, "en")
    referents = Referents(document, find_names(document))
    claims = referents.resolve(continued(find_attributions(document), document))
    cues = [cue for cue in violence.propose(document, WEDNESDAY) if cue.prior >= 0]
    return [wording.attack(document, referents, cue, claims) for cue in cues]


def first(text: str) -> AttackDraft:
    return drafts(text)[0]


def cue(text: str) -> violence.AttackCue:
    return next(c for c in violence.propose(Document.of(text, "en"), WEDNESDAY) if c.prior >= 0)


def counts(sentence: str, kind: str = "killed") -> list[int | None]:
    """The figures of a sentence that are neither shares nor out of date."""
    return [c.count.low for c in find_casualties(sentence) if c.kind == kind and not (c.part or c.old)]


def sources(text: str) -> dict[str, str | None]:
    return {figure.count: figure.by for figure in first(text).figures}


def test_a_toll_that_new_deaths_bring_to_a_figure_is_that_figure() -> None:
    told = cue(
        "Two more guards died of burns overnight, taking the toll from Tuesday's rocket attack on a depot in "
        "Orlan to 19."
    )
    assert told.killed is not None
    assert (told.killed.count.low, told.killed.count.high) == (19, 19)


def test_one_of_whom_died_is_one() -> None:
    assert counts("A rider shot the two porters at the door, one of whom died at once.") == [1]


def test_people_behind_the_next_verb_are_not_those_killed() -> None:
    assert counts("Raiders killed the vice bursar and drove off with 25 pupils.") == []


def test_a_figure_without_its_noun_counts_what_the_one_before_counts() -> None:
    sentence = "She had seen eleven people with bullet wounds; the county office gave the figure as nine."
    assert counts(sentence, "killed") == []


def test_a_figure_is_that_of_whoever_is_told_to_count() -> None:
    text = (
        "Jets bombed a prison in Orlan on Monday. The charity Open Wards counted 82 dead, while the rebel-run health "
        "ministry spoke of 91; the army has said the prison was on no list."
    )
    assert sources(text) == {"82": "Open Wards", "91": "the rebel-run health ministry"}


def test_each_source_behind_a_semicolon_has_its_own_figure() -> None:
    text = (
        "Two drones hit the barracks at Orlan on Monday: one dead, according to the army; eight, according to a nurse."
    )
    assert sources(text) == {"Two": None, "one": "the army", "eight": "a nurse"}


def test_a_day_that_a_possessive_joins_to_the_deed_is_the_deeds() -> None:
    told = cue("Two guards died of burns overnight after Tuesday's rocket attack on a depot in Orlan, a doctor said.")
    assert told.when is not None
    assert told.when.start == dt.date(2026, 3, 10)


def test_a_time_with_an_end_only_dates_no_attack() -> None:
    assert (
        cue("Jets bombed a prison in Orlan, killing six guards. Four villages were emptied until Friday.").when is None
    )


def test_the_time_of_an_aside_is_not_that_of_the_attack() -> None:
    text = "The gang Pale Rook, which surfaced last summer, has claimed the February bombing of a mill in Orlan."
    told = cue(text)
    assert told.when is not None
    assert told.when.start == dt.date(2026, 2, 1)


def test_the_day_told_later_stands_for_a_mere_number_of_years() -> None:
    text = (
        "A porter was convicted on Tuesday of shooting three colleagues dead two years ago. Prosecutors said he walked "
        "into the canteen of a depot in Orlan on 8 April 2024 with a rifle and fired 19 rounds, wounding two drivers."
    )
    [told] = [c for c in violence.propose(Document.of(text, "en"), WEDNESDAY) if c.prior >= 0]
    assert told.when is not None
    assert told.when.start == dt.date(2024, 4, 8)


def test_who_is_convicted_is_not_merely_accused() -> None:
    text = (
        "A former porter, Ivo Brandt, was convicted on Tuesday of killing three colleagues with a rifle in Orlan. "
        "Prosecutors accused him of opening fire in a canteen."
    )
    assert first(text).attribution == "reported"


def test_days_later_is_no_day_that_was_told_before() -> None:
    text = (
        "A mine on Monday killed two policemen near Orlan. In May 2014 the militants held up a bus at Besk and shot "
        "dead 28 passengers. Days later they killed 30 weavers with rifles in their huts at Tarn."
    )
    killed = {draft.killed: draft.when for draft in drafts(text)}
    assert killed == {"two": "on Monday", "28": "In May 2014", "30": None}


def test_the_attack_since_which_none_was_worse_is_one_of_its_own() -> None:
    text = (
        "A bomb killed four people in the market of Orlan on Monday. It was the deadliest attack in the town since "
        "October 2022, when gunmen killed nine pupils and injured 14 at a school."
    )
    assert [(d.killed, d.injured, d.when) for d in drafts(text)] == [
        ("four", None, "on Monday"),
        ("nine", "14", "October 2022"),
    ]


def test_attackers_far_before_their_verb_are_those_who_did_it() -> None:
    text = "Attackers scaled the high fence of a boarding school at Orlan on Monday and then killed a night guard."
    assert (first(text).killed, first(text).places) == ("a night guard", ["Orlan"])


def test_an_entry_has_the_day_and_the_place_of_its_heading() -> None:
    text = (
        "ORLAN MONITOR. Weekly note 10.\n\n"
        "3 March, Besk. A van packed with explosives blew up beside the barracks. Two soldiers killed, eight hurt.\n\n"
        "5 March, Tarn. A village elder, Ivo Brandt, was shot dead outside his home.\n\n"
        "8 March, road 12 near Alta Mora. Armed men burned four lorries of a palm-oil mill.\n\n"
        "9 March, Besk. A loud explosion at 21:00 proved to be fireworks."
    )
    assert [(d.places, d.when) for d in drafts(text)] == [
        (["Besk"], "3 March"),
        (["Tarn"], "5 March"),
        (["Alta Mora"], "8 March"),
    ]


def test_a_camp_that_bears_a_persons_name_is_a_place() -> None:
    assert first("Shells landed on the Abu Zerga displacement camp on Monday, killing 18 people.").places == [
        "Abu Zerga"
    ]


def test_a_town_before_the_source_is_the_place_and_no_band() -> None:
    text = "Rebels killed five soldiers at a bridge outside Nyalet on Monday, a spokesman for the group announced."
    assert first(text).places == ["Nyalet"]
    text = "Rebels killed five soldiers at a bridge outside Nyalet, a spokesman for the group announced."
    assert first(text).places == ["Nyalet"]


def test_what_was_struck_tells_where_it_was_struck() -> None:
    assert first("In February the gang Pale Rook crippled a children's clinic in Tarnby with ransomware.").places == [
        "Tarnby"
    ]


def test_where_those_are_who_only_tell_it_is_no_place_of_the_attack() -> None:
    text = (
        "A man was burned to death on Monday when a drone struck a petrol station in Besk, according to "
        "coroners in Orlan."
    )
    assert first(text).places == ["Besk"]


def test_a_vehicle_of_theirs_is_no_place() -> None:
    assert first("On Monday a roadside bomb killed five policemen in their Land Cruiser.").places == []


def test_the_key_figures_of_a_report_are_no_attack() -> None:
    text = (
        "ORLAN MONITOR. Weekly note 10.\n\nKEY FIGURES. 61 civilians killed and 48 injured in the week.\n\n"
        "BESK DISTRICT. On Friday two aircraft bombed the barracks; six soldiers were killed."
    )
    assert [draft.killed for draft in drafts(text)] == ["six"]


def test_a_number_that_is_part_of_a_name_counts_nobody() -> None:
    assert counts("She was shot below Quarter Four, and she was dead before anybody came.") == []


def test_a_weekday_that_only_names_a_market_is_no_day_of_an_attack() -> None:
    text = "In November 2024 a bomb under a cattle truck killed 19 people at the Friday market of Besk."
    assert first(text).when == "In November 2024"


def test_debris_of_what_was_shot_down_that_wounds_people_is_an_attack() -> None:
    text = (
        "Twelve people were hurt at the airport of Orlan on Monday by pieces of a drone that air defences had"
        " shot down."
    )
    assert (first(text).injured, first(text).kind) == ("Twelve", "drone")


def test_people_led_away_into_the_forest_are_kidnapped() -> None:
    text = (
        "Men on motorcycles rode into a school at Besk on Monday and marched 40 pupils into the bush. Police "
        "were called."
    )
    assert first(text).kind == "kidnapping"
    text = "Raiders killed a teacher at a school in Besk on Monday and drove off with 25 pupils."
    assert (first(text).kind, first(text).killed) == ("kidnapping", "a teacher")


def test_two_districts_are_not_one_because_both_are_called_districts() -> None:
    text = (
        "ORLAN MONITOR. Weekly note 10.\n\nTARN DISTRICT. On Friday gunmen shot six shepherds dead on a road.\n\n"
        "BESK DISTRICT. On Friday gunmen attacked a convoy; two soldiers were killed."
    )
    assert [draft.killed for draft in drafts(text)] == ["six", "two"]


def test_fighter_jets_are_nobody_and_whose_they_are_is_told() -> None:
    text = (
        "On Monday fighter jets of the coalition bombed a prison in Orlan, killing six guards. The coalition "
        "denied nothing."
    )
    assert first(text).perpetrators == ["the coalition"]
    assert first(text).kind == "airstrike"


def test_who_takes_the_credit_claims_it() -> None:
    text = (
        "Hackers broke into the computers of six clinics in Orlan on Monday and encrypted them, police said. "
        "A group calling itself Pale "
        "Rook took the credit for the attack on its site."
    )
    assert (first(text).perpetrators, first(text).attribution) == (["Pale Rook"], "claimed")

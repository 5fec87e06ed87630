"""Words of film, exercise, rumour, sport or accident: as place, victim, time or aside they hide no attack."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import violence
from summarizer.cues.sections import items_of
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
LIKELY_ATTACK = 0.0


def attacks(text: str) -> list[violence.AttackCue]:
    """The likely attacks of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in violence.propose(Document.of(text, "en"), WEDNESDAY) if cue.prior >= LIKELY_ATTACK]


SENTENCES = [
    (
        "The army dropped two bombs on a monastery school in Tan Kyin, where some two hundred villagers were "
        "watching a puppet play."
    ),
    (
        "A suicide bomber blew himself up among families queueing for a film at the Rex cinema in Karsa on "
        "Friday, killing eleven."
    ),
    "Gunmen shot dead a film director and two members of his crew outside Velm on Tuesday.",
    (
        "A bomb went off at a book fair in Orlan on Saturday as a novelist was signing copies, and six people "
        "were killed."
    ),
    "Attackers stormed the opera in Tamrin on Thursday night and took 80 people hostage.",
    ("The gunman, who had published a novel about a massacre, shot dead nine people at a school in Wexby on Monday."),
    "A drone struck the studio of a video game company in Dorn early on Wednesday, wounding four programmers.",
    "Three people were stabbed at the museum of modern art in Besk on Sunday, police said.",
    "A car bomb killed two documentary makers near the town of Halden on Friday.",
    "Shells hit the theatre in Marnel on Sunday, killing 14 people who had come to see a play.",
    ("Militants attacked a hotel where a television series was being filmed, killing three extras in Oskel on Monday."),
    "A crime writer was shot dead at her home in Brenn on Thursday.",
    "A rocket struck the children's playground and a film school in Velm on Tuesday, killing two.",
    "The assailants set fire to the museum of folklore in Lorn on Friday night.",
    "Gunmen killed the protagonist of the 2019 revolt, the lawyer Ana Ruiz, in Karsa on Friday.",
    "The army bombed the village of Tan Kyin, the setting of a well-known novel, on Monday, killing eight people.",
    "Gunmen opened fire on pupils in the exercise hall of a school in Dorn on Monday, killing three.",
    "A car bomb exploded outside a police training ground in Karsa on Friday, killing twelve recruits.",
    "Rebels shelled a base in Halden on Tuesday while soldiers were doing their morning exercises, killing five.",
    (
        "A missile hit a military training range near Velm on Thursday, killing 21 soldiers who had lined up for "
        "a drill."
    ),
    (
        "The attackers had rehearsed the raid for months before they stormed the barracks in Oskel on Sunday and "
        "killed ten guards."
    ),
    "Sergeant Tom Drill was shot dead at a checkpoint in Marnel on Monday.",
    "Two drones hit the drill floor of an oil platform off Besk on Wednesday, wounding three workers.",
    "Gunmen on motorcycles killed five people at a mock wedding in Lorn on Saturday.",
    (
        "Four soldiers were killed when a roadside bomb struck their convoy on its way back from an exercise near "
        "Tamrin on Friday."
    ),
    "Militants staged an attack on a bus near Brenn on Monday, killing seven.",
    "A suspicious package exploded at a courthouse in Karsa on Tuesday, wounding two.",
    "A bomb disposal officer was killed on Monday when a second device exploded in a market in Velm.",
    (
        "The bomb, hidden in a suspicious bag that nobody had reported, exploded at Dorn station on Monday, "
        "killing four."
    ),
    "Gunmen shot dead the head of the bomb squad in Oskel on Friday.",
    "A suspect in a failed coup was shot dead by masked gunmen in Karsa on Thursday.",
    "Gunmen killed four people in an attempted robbery of a bank in Velm on Monday.",
    "A drone that air defences failed to stop hit a block of flats in Marnel on Sunday, killing three.",
    "Rebels shot down a helicopter near Halden on Friday, killing all nine soldiers on board.",
    "Militants downed an army transport plane over Oskel on Tuesday, killing 14.",
    "The army said it repelled the attackers, who killed 12 soldiers at the base in Besk on Sunday.",
    "Two policemen were killed in Lorn on Monday when gunmen attacked a truck carrying seized weapons.",
    "Police said a second bomb was defused after the first killed five people at a market in Dorn on Friday.",
    "The failed politician was stabbed to death in Brenn on Monday.",
    "A missile disrupted a wedding in Tan Kyin on Saturday, killing 19 guests.",
    "A suicide bomber struck a tent camp for earthquake survivors near Lorn on Monday, killing 16.",
    "Gunmen killed three aid workers who were bringing food to flood victims in Dorn on Tuesday.",
    "Gunmen shot dead nine people at a cholera clinic in Marnel on Friday.",
    "A cancer doctor was shot dead outside his clinic in Karsa on Wednesday.",
    "Bandits stopped a bus that had skidded off the road near Velm on Sunday, killing six passengers.",
    "Raiders burned the village of Oskel on Monday and eleven people drowned as they fled across the river.",
    "A wall collapsed when shells hit a school in Halden on Tuesday, killing five children.",
    "The attack in Besk on Friday, in which gunmen killed eight worshippers, set off a stampede.",
    "Gunmen dragged two engineers from a crashed helicopter near Tamrin on Monday and shot them.",
    (
        "A man drove his car into a crowd at a carnival in Wexby on Sunday, killing four; it was no accident, "
        "police said."
    ),
    "The gunman killed six people at a storm shelter in Brenn on Saturday.",
    "Militants attacked the boiler room of a hospital in Dorn on Friday, killing two porters.",
    "Gunmen killed four people at the war memorial in Halden on Sunday.",
    "A bomb killed three at a ceremony marking the anniversary of the revolt in Karsa on Friday.",
    "Gunmen shot dead a man who had been released from prison in Velm on Monday.",
    "Two recently freed hostages were killed when a drone hit their house in Marnel on Tuesday.",
    "A bomb exploded on a bus on its daily run to Oskel on Monday, killing seven.",
    "The reporter of a weekly newspaper was shot dead in Lorn on Thursday.",
    "Gunmen attacked the night market that is held every week in Besk on Saturday, killing nine.",
    "A bomb killed five people at an office that documented dozens of cases of torture in Dorn on Friday.",
    "The gunman killed five worshippers in Brenn on Friday before being shot by police.",
    "Gunmen fired on strikers on the second day of a general strike in Karsa on Tuesday, killing three miners.",
    "Gunmen fired from the roof of a bank in Velm on Monday, wounding six people.",
    "A rocket struck a note-printing works in Oskel on Monday, killing two.",
    "The rebels blew up a chimney at the power station in Halden on Sunday.",
    "Police raided by gunmen in Dorn on Monday lost four officers.",
    "A police station was raided by gunmen in Dorn on Monday, and four officers were killed.",
    "Gunmen killed two union leaders over wages in Lorn on Friday.",
    "A minefield sown by rebels killed three farmers near Marnel on Thursday.",
    "A shell hit a post office in Besk on Tuesday, killing one.",
    "Gunmen who had threatened to return killed six people in a mosque in Velm on Friday.",
    "A court that will try the ministers was bombed in Karsa on Monday, killing two.",
    "Without warning, gunmen opened fire on a church in Dorn on Sunday, killing eight.",
    "No sooner had the prayers begun than two bombs exploded in the mosque in Halden on Friday, killing 30.",
    "Not far from the border, gunmen killed four herders near Oskel on Tuesday.",
    "Gunmen who were never identified shot dead two teachers in Lorn on Thursday.",
    "A bomb planted under the car of a future minister killed his driver in Brenn on Friday.",
    "An order to evacuate had not reached the village when missiles struck it on Sunday, killing 17.",
    "A man able to walk only with a stick was shot dead by robbers in Wexby on Monday.",
    (
        "Reports of a massacre that officials first called false were confirmed on Monday: raiders killed 41 "
        "people in Tan Kyin."
    ),
    "After a false rumour about a stolen bride, a mob killed four men in Velm on Sunday.",
    (
        "A mob lynched two travellers in Lorn on Monday after rumours of child theft, which proved to be "
        "unfounded, spread on telephones."
    ),
    "The explosion that was heard across Karsa on Friday was a car bomb, and it killed six people.",
    "The army denied that any civilian was hurt in the air strike that killed nine people in Oskel on Monday.",
    "Bomb experts were killed when rebels detonated a second mine near Dorn on Tuesday.",
    "The minister dismissed reports of fighting on Monday, hours after gunmen killed 12 people in Halden.",
    "Police officers raided by militants in Besk on Friday lost six men.",
    "Gunmen killed two policemen during a search in Velm on Monday.",
    "Police detectives said that bandits had stormed a farm in Lorn on Sunday and shot the owner.",
    "Soldiers disguised as police officers burst into a house in Marnel on Thursday and shot three brothers.",
    "A man was charged with murder after he shot dead two women in Wexby on Monday.",
    "In what the mayor called a massacre, gunmen killed 22 people in Oskel on Friday.",
    "Residents reported gunfire and then 14 people were found shot dead in Dorn on Tuesday.",
    "Bandits killed three herders and stole 200 cattle near Halden on Sunday.",
    "Raiders on horses killed eleven villagers in Lorn on Monday.",
    "Gunmen attacked a dog show in Wexby on Saturday, killing two.",
    "Gunmen killed the elephant keeper of a zoo and two visitors in Karsa on Friday.",
    "A drone hit a poultry farm in Marnel on Monday, killing two workers.",
    "Kidnappers dragged a shepherd from among his sheep near Velm on Tuesday.",
    "Gunmen shot dead a ranger guarding elephants in Oskel on Thursday.",
    "As rain fell, gunmen shot dead six people in Besk on Monday.",
    "Storm Ida had barely passed when shells struck the port of Tamrin on Tuesday, killing three.",
    "A man was shot dead in Dorn on Friday by a gunman who took him for another by mistake.",
    "An attacker threw a grenade at mechanics repairing a bus in Karsa on Monday, killing two.",
    "Gunmen who meant to rob the bank shot dead a cashier in Velm on Monday.",
    "A bomb killed a bride in Lorn on Saturday in what would have been the happiest week of her life.",
    "Militants blew up a mosque built in the 14th century in Halden on Friday.",
    "A gunman killed three visitors at a castle that dates from 1642 in Wexby on Sunday.",
    "A bomb destroyed a Bronze Age temple near Oskel on Monday, the army said.",
    "Nobody was arrested after gunmen killed seven people in Brenn on Friday.",
    "No group has claimed the bombing, in which nine people were killed in Karsa on Monday.",
    "Guests at the premiere of a film about bees were shot dead by two gunmen in Lorn on Saturday.",
    "Rebels set fire to a cinema in Oskel on Friday while a film was showing, killing 31 people.",
    "A play was under way when a bomb exploded in the theatre in Velm on Sunday, killing seven.",
    "A grenade exploded in a stadium in Karsa on Saturday minutes before kick-off, killing three fans.",
    "A drone struck a school sports hall in Marnel on Tuesday during a handball match, killing two players.",
    "The gunman shot dead eight people at a by-election rally in Besk on Monday.",
    "Militants stormed a court in Dorn on Wednesday as judges were reading a sentence and killed four people.",
    "A mortar round hit a bus carrying actors to a rehearsal in Halden on Thursday, wounding five.",
    "Robbers shot dead the owner of a bookshop in Brenn on Monday.",
    "A bomb wounded six people outside a museum of military history in Tamrin on Friday.",
    "Five volunteers who had taken part in a flood drill were kidnapped by armed men near Velm on Sunday.",
    "Two soldiers resting after manoeuvres were stabbed in Oskel on Monday.",
    "The novelist Karl Venn was stabbed on a stage in Lorn on Friday.",
    "A rocket hit the drill yard of a cadet school in Karsa on Sunday, killing nine.",
    "An artillery shell killed a cameraman who was shooting a documentary near Marnel on Monday.",
    (
        "Gunmen killed seven people in a raid on a wedding in Dorn on Saturday that had first been reported as an "
        "accident."
    ),
    "What was first taken for fireworks was gunfire: two men shot dead nine people in Besk on Friday.",
    "A war correspondent who had written three novels was shot dead in Halden on Tuesday.",
    "Shells struck a zoo in Oskel on Wednesday, killing a keeper and two elephants.",
    "A car bomb exploded outside the stock exchange in Karsa on Monday, killing four traders.",
    "A bomb exploded in a laboratory in Velm on Tuesday and killed two researchers.",
    "Armed robbers seized a bus of football supporters near Lorn on Sunday and shot the driver dead.",
    (
        "A missile struck a hotel in Marnel on Friday in which a political party was holding its congress, "
        "killing eleven."
    ),
    "In the town where the famous opera is set, gunmen shot dead three policemen on Monday.",
    "The bomb that killed the minister in Besk on Sunday had been hidden in a toy theatre.",
    "Attackers threw petrol bombs at the office of a daily newspaper in Dorn on Thursday.",
    "A sniper killed two spectators at a marathon in Brenn on Sunday.",
    "Raiders who had been thwarted a week earlier burned the village of Tan Kyin on Monday and killed six people.",
    "Gunmen attacked a convoy carrying ballot papers near Halden on Sunday, killing two drivers.",
    "A rally driver was shot dead at a petrol station in Velm on Saturday.",
    "A series of explosions killed 14 people at a port in Dorn on Monday.",
    "Two raids killed nine villagers near Velm on Sunday.",
    "The governor denied that the army was behind the shelling that killed six people in Oskel on Monday.",
    "The rebels denied that they had carried out the bombing of a bus in Karsa on Friday, which killed eleven.",
    "A court heard on Monday how a teacher was stabbed to death in Lorn in May.",
    "Prosecutors charged two brothers with murder after a shopkeeper was shot dead in Brenn on Friday.",
    "A gunman who said he wanted to be a film star shot dead four people at a casting in Velm on Monday.",
    "He used to repair guns; on Friday he shot dead three neighbours in Besk.",
    "The police officer searched by the gunmen at a checkpoint in Halden on Monday was shot dead.",
    "Police seized a rifle after a man shot dead two farmers near Dorn on Tuesday.",
    "Police arrested two men in a raid in Velm after a bomb killed five people in the market there on Saturday.",
    "Drones killed three fishermen off Besk on Friday; an earlier report of five dead was wrong.",
    (
        "At first 14 people were said to be missing; that was wrong, but eight were killed when rockets hit the "
        "harbour of Dorn on Sunday."
    ),
    "A guard was killed on Monday when a parcel that looked like a toy exploded in Karsa.",
    "Officials said the blast that killed four workers in Lorn on Tuesday was not an accident but a bomb.",
    "After the storm, looters shot dead two shopkeepers in Tamrin on Monday.",
    (
        "A child was killed by a shell that had failed to explode in an earlier raid on Marnel, the mayor said on "
        "Monday."
    ),
    "Four people died on Saturday when masked men fired at a restaurant in Dorn that is named after a novel.",
    "An ambush on Monday, the deadliest since January, killed 18 soldiers near Oskel.",
    "Gunmen killed a judge and his driver in Velm on Wednesday, the second such attack in a week.",
    "Attackers dressed as clowns stabbed two policemen during a carnival parade in Besk on Sunday.",
    "A fighter jet on a training flight was shot down by rebels near Halden on Monday and its pilot was killed.",
    ("A mine exploded under a school bus in Lorn on Friday, killing six children, as the driver was on a test drive."),
    ("In a rehearsed operation, commandos of the rebels stormed a prison in Karsa on Sunday and killed nine guards."),
    (
        "In a scene like something out of a film, gunmen landed a helicopter in a prison yard in Velm on Monday "
        "and shot two guards."
    ),
    "Witnesses described scenes as in a war film after two bombs killed 22 people in Oskel on Tuesday.",
]
TEXTS = [
    (
        "Gunmen opened fire in a theatre in Marnel, killing 23 spectators.\n\nThe audience had come to the "
        "premiere of a play about a medieval saint. Two actors and an actress were among the dead.\n\nThe theatre "
        "will stay shut, its director said."
    ),
    (
        "A bomb went off at a film festival in Karsa on Friday and eleven people were hurt.\n\nThe audience had "
        "just taken their seats for a movie about a novelist. Two actors and a stuntman are being treated.\n\nThe "
        "cinema is to reopen in May."
    ),
    (
        "Raiders with axes broke into the museum of medieval art in Lorn on Sunday and shot two guards.\n\nThey "
        "smashed plywood cases and took costumes from an exhibition.\n\nThe museum had been showing a film about "
        "its heritage to an audience of pupils."
    ),
    (
        "Hackers encrypted the servers of a video game studio in Dorn on Monday and demanded four million "
        "euros.\n\nThe studio, whose war games are played by millions of gamers, said that a script had been left "
        "open. The scenario had been rehearsed in drills."
    ),
    (
        "An arsonist set fire to the studio of a video game company in Dorn on Thursday, killing 33 "
        "people.\n\nThe company made films and novels, too. Its actors and the audience of its premieres laid "
        "flowers.\n\nThe theatre next door was damaged."
    ),
    (
        "A missile hit a drill square near Velm on Tuesday and killed nine cadets who were rehearsing for a "
        "parade.\n\nThe exercise had been announced on the radio. Spectators and two actors of the pageant were "
        "hurt."
    ),
    (
        "A bomb exploded near a polling station in Besk.\n\nVoters who had queued to cast their ballots fled. The "
        "opposition said that the election must be repeated; the prime minister said that parliament would "
        "decide.\n\nCandidates of three parties went on with their campaign."
    ),
    (
        "Gunmen shot at a candidate of the opposition in Halden.\n\nThe election is due in May. Voters in the "
        "constituency were to choose among five candidates. Her party accused the prime minister."
    ),
    (
        "Masked men stabbed a member of parliament outside the party's office in Lorn.\n\nThe opposition leader "
        "called it an attack on democracy. The cabinet met. Ministers and senators of all parties sent flowers. "
        "The election goes on."
    ),
    (
        "Rebels attacked the parliament on Monday.\n\nLawmakers of the opposition had been debating a motion of "
        "no-confidence in the prime minister. The coalition and the cabinet were not there."
    ),
    (
        "A bomb went off at the gate of the stadium in Karsa.\n\nThe match between Velm and Dorn was called off. "
        "Fans had been waiting for the league leaders, and the coach of Dorn said that his captain had seen it."
    ),
    (
        "Gunmen fired at the bus of a football team near Marnel on Sunday.\n\nThe coach and the goalkeeper were "
        "hurt. The match was put off, and the league will finish the season without the cup final."
    ),
    (
        "Explosives were thrown at a central bank building in Orlan on Tuesday.\n\nInvestors shrugged. Shares "
        "rose, bonds fell and analysts raised the index. Traders spoke of currencies."
    ),
    (
        "Raiders seized a laboratory in Tamrin on Wednesday and killed a guard.\n\nResearchers grow bacteria "
        "there for vaccines. Patients of a clinical trial had to be moved; antibiotics and cells were lost."
    ),
    (
        "Drones hit an oil terminal at Port Besk on Friday.\n\nShares of Corvan Oil fell by 4 percent, analysts "
        "said. Investors and traders fear for earnings in the quarter."
    ),
    (
        "A helicopter crash killed six people near Lorn on Monday.\n\nOn the same day an army post at Dorn was "
        "stormed and four soldiers were killed."
    ),
    (
        "Eight people died in floods in Brenn on Sunday.\n\nIn Halden, 200 kilometres away, a married couple was "
        "stabbed to death on the same evening."
    ),
    (
        "Shots were fired at a café in Dorn on Monday and two guests were wounded.\n\nPolice ruled out terrorism "
        "and are looking for a rival of the owner."
    ),
    (
        "Somebody set fire to a hostel in Velm on Sunday and four people died.\n\nIt was not a terrorist attack, "
        "the mayor said."
    ),
    (
        "A blast destroyed a police post in Oskel on Tuesday, killing five officers.\n\nThere were no signs of a "
        "suicide bomber; the charge had been laid under the floor."
    ),
    (
        "A house was burned down by masked men in Lorn on Friday.\n\nThe minister dismissed any attack on the "
        "party as the motive."
    ),
    (
        "Gunmen shot dead eleven people in the municipal theatre of Marnel on Friday night.\n\nThe dead were "
        "actors of the company and two pupils."
    ),
    (
        "A gunman shot dead four people in Brenn on Saturday.\n\nTwo of the victims were extras from a film that "
        "was being made in the town."
    ),
    ("Shells fell on the market of Besk on Monday, killing six.\n\nA television crew was filming in the next street."),
    (
        "Gunmen shot dead a guide and wounded two others in the hills above Oskel on Monday.\n\nThe attack came "
        "as a crew was shooting a scene for a series."
    ),
    (
        'A grenade killed three people at a carnival in Velm on Sunday.\n\n"It looked like a film," said a baker. '
        "Many thought it was part of the show."
    ),
    "Masked men shot a baker in Lorn on Tuesday.\n\nIt felt very real and very close, neighbours said.",
    (
        "Rebels killed twelve soldiers in a barracks in Halden on Friday.\n\nThey had been the target of an "
        "earlier exercise of the army."
    ),
    (
        "Gunmen killed nine people at a museum in Karsa on Saturday.\n\nSix of the wounded were actors who had "
        "been rehearsing there."
    ),
    (
        "Witnesses said that two men stabbed a boy at a bus stop in Dorn on Monday.\n\nPolice searched a house "
        "nearby and found no weapons."
    ),
    (
        "Residents said on social media that gunmen had shot four people in Velm on Sunday.\n\nPolice found no "
        "trace of the gunmen, who had fled over the river. The hospital counted four dead."
    ),
    (
        "The army denied at first that a school was hit, but doctors told reporters that a missile had killed 14 "
        "pupils in Oskel on Tuesday.\n\nReports that the school was empty were false, the governor said."
    ),
    (
        "A shopkeeper told police that masked men had shot his brother in Lorn on Friday. The brother died in "
        "hospital.\n\nOne of the men, who had lied about his age, was arrested."
    ),
    (
        "Word spread that a gunman was loose in the Karsa mall on Saturday, and it was true: he shot dead six "
        "people.\n\nHoax calls had kept the police busy all morning."
    ),
    (
        "At first officials dismissed reports of an attack on Tan Kyin as rumours.\n\nOn Monday the governor "
        "confirmed that raiders had burned the village and killed 41 people."
    ),
    (
        "There were rumours of an attack on Sunday evening.\n\nThey proved true: at dawn on Monday gunmen stormed "
        "the mission in Dorn and shot dead three nuns."
    ),
    (
        "Hackers stole the records of 40,000 patients from a clinic in Dorn in March.\n\nThe clinic has hired a "
        "security firm. Auditors were asked to examine how the intruders had got in."
    ),
    (
        "Four people were killed on Sunday when mortar shells hit a campaign rally in Besk.\n\nThe election will "
        "be held in May."
    ),
    "A lawyer was shot dead in a court in Lorn on Monday by a man dressed as an advocate.",
    (
        "A bomb killed two at a book fair in Velm on Saturday.\n\nA novelist was reading from her new thriller, a "
        "crime story with a twist in every chapter, when it went off. Readers and bookshop owners ran into the "
        "street."
    ),
]
REFUSED = [
    "In the film gunmen storm a bank in Velm and shot dead nine hostages.",
    "In his latest thriller a banker is murdered on the ferry to Lorn.",
    "The novel opens with a bombing in Karsa in which forty people are killed.",
    '"The Salt Road", a film by Ana Ruiz, shows guerrillas who shot dead forty soldiers at a ford.',
    "The hero of the series is shot dead in the first episode.",
    "In the opening scene of the play a soldier stabbed a priest in Dorn.",
    "A thriller in which a bomb killed nine people in Oskel is out on Friday.",
    "During an exercise near Velm on Monday tanks shelled a mock village.",
    "The drill began on Monday when gunmen opened fire in a school in Dorn.",
    "In the exercise on Tuesday two missiles struck a frigate off Besk.",
    "Soldiers rehearsed the storming of a hotel in Lorn on Friday.",
    "A mock attack on the port of Tamrin on Monday killed nobody.",
    "The army test-fired a missile on Tuesday that hit a target off Halden.",
    "An annual exercise in which rockets are fired at old ships was held off Besk on Wednesday.",
    "Police foiled an attack on a church in Velm on Sunday.",
    "Air defences intercepted two missiles over Karsa on Monday.",
    "A bomb squad defused a device found in a market in Dorn on Friday.",
    "A suspicious package was blown up by engineers in Lorn on Monday.",
    "A bus collided with a lorry in Brenn on Friday, killing nine.",
    "Storm Ida battered Besk on Monday and killed three people.",
    "The rumour that gunmen had shot nine people in Velm on Sunday was false.",
    "Reports of an attack on the port of Karsa on Monday proved unfounded.",
    "The army denied that any missile had hit the hospital in Dorn on Tuesday.",
    "Wolves killed eleven ewes near Halden on Tuesday.",
    "Raiders burned the abbey of Lorn in the 9th century.",
    "The explosion heard in Velm on Friday was a gas cylinder.",
    "Since January bombs have killed 300 people in Karsa.",
    "Shells fall on Marnel almost daily.",
    "In the video game players bombed a city and killed thousands.",
    "The museum shows how bandits murdered a bride in 1688.",
    "Gunmen shot dead four guards in Lorn on Monday.\n\nIt was a scene from a film.",
    (
        "A man with a knife stabbed two people in Velm on Monday, witnesses said.\n\nPolice found no victims and "
        "no attacker. The story was invented."
    ),
]

DIGEST = (
    "These are the stories of the day.\n\n"
    "ULM. A man with a knife attacked passengers on a train on Wednesday morning. Four were wounded.\n\n"
    "DORN, OREGON. He fired on the crowd from a roof before deputies shot him; his five victims were workers.\n\n"
    "LYON. Someone threw two petrol bombs at a mosque in the early hours of Monday. In May a similar attack"
    " destroyed the prayer room of a hostel nearby.\n\n"
    "AARHUS. A ferry was late."
)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_word_of_make_believe_or_mishap_in_another_role_hides_no_attack(text: str) -> None:
    """Victims may watch a play, a theatre may be the place and an exercise the time."""
    assert attacks(text)


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_text_is_also_about_hides_no_attack(text: str) -> None:
    """Actors among the dead, a rally, a stadium, a motive that was not terror, weapons that nobody found."""
    assert attacks(text)


@pytest.mark.parametrize("text", REFUSED)
def test_a_word_that_governs_the_deed_refuses_it(text: str) -> None:
    """A film's plot, an exercise, a rumour, a mishap, police at work, a century long gone."""
    assert attacks(text) == []


def test_items_of_a_digest_never_become_one_attack() -> None:
    """A dateline in capitals opens an item, and is its place."""
    found = attacks(DIGEST)
    document = Document.of(DIGEST, "en")
    assert [cue.kind for cue in found] == ["stabbing", "shooting", "arson", "other"]
    assert [document.text[slice(*cue.places[0])] for cue in found] == ["ULM", "DORN, OREGON", "LYON", "LYON"]
    assert len(set(items_of(document).values())) == 4


def test_numbered_entries_are_items_and_a_text_without_datelines_has_none() -> None:
    """Numbers that count up from one open items."""
    text = "Bulletin.\n\n1. Raiders burned a mill.\n\n2. A drone hit a market.\n\n3. Nothing.\n\nIt was calm."
    assert items_of(Document.of(text, "en")) == {1: 2, 2: 3, 3: 4, 4: 4}
    assert items_of(Document.of("ULM. A man fell.\n\nHe is well.", "en")) == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "On Tuesday armed men in army jackets stopped a minibus near Velm and took four people from it.",
            "kidnapping",
        ),
        ("In May a similar attack destroyed the prayer room of a hostel in Dorn.", "other"),
        (
            "In the night to Tuesday assailants armed with machetes entered Mambe, a hamlet, and went from door to"
            " door. The chief reported 18 people killed.",
            "ground_assault",
        ),
    ],
)
def test_plain_tellings_of_violence_are_attacks(text: str, kind: str) -> None:
    """People taken from a bus, a prayer room destroyed, raiders who went from door to door."""
    assert [cue.kind for cue in attacks(text)] == [kind]


def test_a_works_that_hackers_shut_down_is_attacked_only_where_computers_are_the_matter() -> None:
    """Beside ransomware it is a break-in, by itself a measure."""
    cyber = "Hackers encrypted the servers of a clinic in Velm with ransomware on Friday, police said."
    again = " Last autumn the same gang shut down a waterworks in Dorn for three days."
    assert [cue.kind for cue in attacks(cyber + again)] == ["cyber", "cyber"]
    assert attacks("The strike committee met on Friday. In autumn the group shut down a plant in Dorn.") == []


def test_captives_far_from_a_raid_that_knows_of_none_are_another_attack() -> None:
    """What is known of another year is another attack, too."""
    text = (
        "Raiders burned 20 houses in Velm on Sunday, police said.\n\nThe mayor spoke to reporters. He was calm. It"
        " rained. Nobody slept.\n\nOn the hill road armed men stopped a minibus and took four people from it."
    )
    assert [cue.kind for cue in attacks(text)] == ["arson", "kidnapping"]

"""Closed word classes that the cues stand on: function words, titles, calendar words; English first."""

from __future__ import annotations

import re

FUNCTION_WORDS = frozenset(
    """a an the this that these those some any no not every each either neither both all most many much few several such own
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself itself
    themselves who whom whose which what where when why how whether if unless until till while as because since although though
    and or but nor so yet for of in on at by to from with without within into onto over under above below between among against
    during before after through across along around about near off out up down than then there here also too even only just
    still already again once never ever now soon later earlier meanwhile however instead moreover nevertheless nonetheless
    otherwise perhaps maybe yes no one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands
    is are was were be been being am has have had having do does did done will would shall should can could may might must let
    another other others anyone anybody everyone everybody someone somebody nobody nothing something anything everything none
    according despite besides beyond behind beside toward towards upon per via amid amidst unlike like except including asked
    der die das den dem des ein eine einen einem einer er sie es wir ihr ich und oder aber nicht auch nach vor bei mit von zu im am
    le la les un une des il elle ils elles nous vous je et ou mais ne pas dans sur pour par avec selon ce cette ces son sa ses
    el los las una unos unas él ella ellos ellas nosotros y o pero no en con por para según este esta estos su sus
    він вона вони воно ми ви я і й та або але не у в на з із до від за по що як який яка які це цей ця за
    он она они оно мы вы я и или но не в на с со из к от за по что как который которая которые это этот эта""".split()
)

TITLES = frozenset(
    """Mr Mrs Ms Miss Dr Sir Lord Lady Dame President Vice Prime Minister Chancellor Premier Governor Mayor Senator Representative
    Congressman Congresswoman Judge Justice Chief General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant Sgt
    Admiral Adm Brigadier Brig Commander Cmdr Superintendent Inspector Detective Secretary Ambassador Professor Prof Father
    Pope Bishop Archbishop Cardinal Imam Rabbi Sheikh King Queen Prince Princess Gov Sen Rep Rev Deputy Foreign Defence Defense
    Interior Finance Herr Frau Präsident Präsidentin Ministerin Bundeskanzler Kanzler Kanzlerin Monsieur Madame Mme Président
    Présidente Señor Señora Don Doña Presidente Presidenta Ministro Ministra Президент Міністр Министр""".split()
)

CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Easter Christmas Ramadan GMT UTC CET BST EST EDT
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar März Mai Juni Juli Oktober Dezember""".split()
)

ADVERBIAL = re.compile(r"^(?:\w+ly|yesterday|today|tomorrow|tonight|overnight|asked|based|given|signed|being|speaking|writing)$")
"""A sentence opener that is no name although it is capitalised."""

PRONOUNS = {
    "he": "person", "she": "person", "it": "body", "they": "any", "we": "any", "i": "person", "who": "relative",
    "er": "person", "sie": "any", "es": "body", "il": "person", "elle": "person", "ils": "any", "elles": "any",
    "él": "person", "ella": "person", "ellos": "any", "він": "person", "вона": "person", "вони": "any",
    "он": "person", "она": "person", "они": "any",
}  # fmt: skip

"""Which words of a text carry content: function words of nine languages, and stems crude enough for inflection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.grounding.typography import folded

_STEM_LENGTH = 5
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    # en
    "about after again against all also although among an and any are around as at be because been before being between both but by can cannot could did "
    "do does doing done down during each either for from had has have having he hence her here hers him his how however i if in into is it its itself just "
    "may me might more most much must my neither never no nobody none nor not nothing now of off on once one only or other our out over own said same say "
    "saying says shall she should since so some such than that the their them themselves then there these they this those through to told tell tells too "
    "under until up upon us very was we were what when where which while who whom whose why will with within without would you your according added adding "
    "ever even still yet "
    # de
    "aber alle als also am auf aus bei bis da damit dann das dass dem den denn der des die dies diese dieser dieses doch dort durch ein eine einem einen "
    "einer eines er es euch für habe haben hat hatte hatten hier ich ihm ihn ihr ihre ihrem ihren ihrer im ins ist ja kann kein keine können man mehr mit muss "
    "nach nicht niemand noch nun nur ob oder sagte schon sei seien sein seine seinem seinen seiner seit sich sie sind soll sollen um und unter vom von vor "
    "war waren wegen weil wenn werde werden wie wieder wird wir wo worden wurde wurden zu zum zur zwischen über hätten hätte wäre würde würden "
    # fr
    "alors après au aucun aucune aussi autre aux avant avec avoir ce cela ces cet cette ceux chez comme contre de depuis des dit donc du elle elles en entre "
    "est et était étaient été être eu fait fut il ils je la le les leur leurs lors lui mais même mes mon ne nos notre nous ont où ou par pas pendant plus pour "
    "qu quand que quel qui sa sans se selon ses si son sont sous sur ta te tous tout toute très un une vers vous avait avaient affirmé déclaré "
    # es
    "al algo ante antes aunque bajo con cual cuando del desde donde durante el ella ellas ellos era eran esa ese eso esta estaba estado estar este esto fue "
    "fueron ha había habían han hasta hay las lo los más mi muy nadie ni otra otro para pero porque quien según ser sido sin sobre su sus también tras unos "
    "unas ya dijo afirmó "
    # it, pt
    "anche che chi ci come da dal dalla dei della delle di dopo due è ed gli hanno loro ma nel nella per perché più poi questa questo sono sua sul sulla suo "
    "tra uno ao aos até com das depois dos ela ele eles em essa esse foi foram há isso já mas na não nas nem no num numa os pela pelo por sem seu seus sob "
    "sua suas também tem um uma "
    # uk, ru, pl
    "або але був була були було бути від він вона вони воно все до же за із її його їх коли лише ми на над не ні об по про під після при та так також там те "
    "ти то тому хто це цей ця через чи що щоб як який яка яке які казав сказав сказала заявив заявила без был была были было быть во вот вы для его ее её "
    "если есть еще здесь из или им их как когда который которая которые ли мы нас него нее них но ну он она они оно от перед под потом с со себя также такой "
    "там тем только том ты уже чего чем что чтобы эта эти это этот я ale bo był była było były być ich co czy dla do go jak jako je jego jej jest już ku lub "
    "ma mnie może nad nie nim niż od oraz po pod przed przez przy się są tak tam te tego tej ten tym we wie więc za ze że który która które".split()
)


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    words = _WORD.findall(folded(text))
    return tuple(word[:_STEM_LENGTH] for word in words if len(word) > 2 and word not in _FUNCTION_WORDS)


def content_stems(text: str) -> list[str]:
    """The stems of the words of `text` that are no function words, in order."""
    return list(_stems(text))


def is_function_word(word: str) -> bool:
    """Whether a word, in any case, only holds a sentence together."""
    return folded(word) in _FUNCTION_WORDS


def holds(stems: Iterable[str], stem: str) -> bool:
    """Whether one of `stems` is of the same word as `stem`: "rule" and "ruled" are."""
    return any(stem == other or (min(len(stem), len(other)) > 3 and stem[:4] == other[:4] and _nested(stem, other)) for other in stems)


def _nested(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)

"""Which words of a text carry content: function words of nine languages, and stems crude enough for inflection."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.grounding.typography import fold

_STEM_LENGTH = 5
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    # en
    "about after again against all also although among an and any are around as at be because been before being between both but by can could did do "
    "does down during each either for from had has have he her here hers him his how however i if in into is it its itself just may me might more most "
    "must my neither nor of off on once one only or other our out over own said same say says saying she should since so some such than that the their "
    "them themselves then there these they this those through to told too under until up upon very was we were what when where which while who whom whose "
    "why will with within would you your according added adding ever even still yet shall "
    # de
    "aber alle als also am an auch auf aus bei bis da damit dann das dass dem den denn der des die dies diese dieser dieses doch dort durch ein eine einem "
    "einen einer eines er es euch für habe haben hat hatte hatten hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist ja kann können man mehr mit muss nach "
    "noch nun nur ob oder sagte schon sei seien sein seine seinem seinen seiner seit sich sie sind so soll sollen um und unter vom von vor war waren was wegen "
    "weil wenn werde werden wie wieder wird wir wo worden wurde wurden zu zum zur zwischen über hätten hätte wäre würde würden "
    # fr
    "alors après au aucun aussi autre aux avant avec avoir ce cela ces cet cette ceux chez comme contre d dans de depuis des deux dit donc du elle elles en entre "
    "est et était étaient été être eu fait fut il ils je la le les leur leurs lors lui mais même mes mon n ne nos notre nous on ont or où ou par pendant plus pour "
    "qu quand que quel qui sa sans se selon ses si son sont sous sur ta te tous tout toute très un une vers vous y a ont avait avaient affirmé déclaré "
    # es
    "al algo ante antes aunque bajo como con contra cual cuando de del desde donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta "
    "estaba estado estar este esto fue fueron ha había habían han hasta hay la las le les lo los más me mi muy ni nos o otra otro para pero por porque que quien "
    "se según ser si sido sin sobre son su sus también tras un una uno unos y ya dijo afirmó "
    # it, pt
    "anche che chi ci come con da dal dalla dei del della delle di dopo due e è ed era gli ha hanno il in io la le lo loro ma nel nella o per perché più poi "
    "quando questa questo se sono su sua sul sulla suo tra un una uno ao aos as até com como da das depois dos ela ele eles em entre era essa esse esta este "
    "foi foram há isso já mais mas na não nas no nos num numa os ou para pela pelo por quando que quem sem ser seu seus sob sobre sua suas também tem um uma "
    # uk, ru, pl
    "а або але б був була були було бути в вже ви він від вона вони воно все до же за з зі і із її його їх й коли лише ми на над не ні о об по про під після "
    "при та так також там те ти то тому у хто це цей ця через чи що щоб я як який яка яке які казав сказав сказала заявив заявила "
    "без был была были было быть во вот вы для его ее её если есть еще же здесь и из или им их к как когда который которая которые ли мы нас него нее них но "
    "ну об он она они оно от перед по под после потом при с со себя так также такой там тем то только том ты уже чего чем что чтобы эта эти это этот я "
    "ale bo był była było były być ich co czy dla do go i ich ja jak jako je jego jej jest już ku lub ma mnie może na nad nie nim niż o od oraz po pod przed "
    "przez przy się są ta tak tam te tego tej ten to tu tym w we wie więc z za ze że który która które".split()
)


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    words = (match.group() for match in _WORD.finditer(fold(text).text))
    return tuple(stem(word) for word in words if len(word) > 2 and word not in _FUNCTION_WORDS)


def content_stems(text: str) -> list[str]:
    """The stems of the words of `text` that are no function words, in order."""
    return list(_stems(text))


def is_function_word(word: str) -> bool:
    """Whether a word, in any case, only holds a sentence together."""
    return word.casefold() in _FUNCTION_WORDS


def stem(word: str) -> str:
    """The first letters of a folded word: "attacked" and "attack" share theirs."""
    return word[:_STEM_LENGTH]

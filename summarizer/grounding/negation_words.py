"""What negates in nine languages: plain negations, words that deny by themselves, phrases that only look negative.

Regular expressions over whole words, case ignored.
"""

from __future__ import annotations

PLAIN: dict[str, str] = {
    "en": r"not|\w+n['’]t|cannot|no|never|none|nobody|no-one|nothing|neither|nor|nowhere|without|hardly|scarcely",
    "de": r"nicht|keine?[mnrs]?|nie|niemals|niemand\w*|nichts|weder|nirgends|nirgendwo|ohne|kaum",
    "fr": r"ne|n(?=['’]\w)|pas|jamais|aucune?|rien|nul(?:le)?|sans|ni",
    "es": r"no|nunca|jamás|nadie|nada|ningún|ningun[oa]s?|tampoco|sin|ni",
    "it": r"non|mai|nessun[oa]?|niente|nulla|neanche|nemmeno|neppure|senza|né",
    "pt": r"não|nunca|jamais|ninguém|nada|nenhum(?:as?)?|nenhuns|tampouco|sem|nem",
    "uk": r"не|ні|ніколи|ніхто|нікого|нікому|ніщо|нічого|жодн\w+|немає|нема|без|ані",
    "ru": r"не|ни|никогда|никто|никого|никому|ничто|ничего|никак\w+|нет|без",
    "pl": r"nie|nigdy|nikt|nikogo|nikomu|nic|niczego|żad(?:en|n\w+)|bez|ani",
}
# A paraphrase may trade one of these for a plain negation: "denied having fired" is "did not fire".
INHERENT: dict[str, str] = {
    "en": (
        r"den(?:y|ies|ied|ying|ials?)|refus\w+|reject\w*|dismiss\w*|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|rul(?:e|es|ed|ing) out"
        r"|exclud(?:e|es|ed|ing)|unable|lack(?:s|ed|ing)?|false(?:ly|hoods?)?|untrue|refut\w+|rebut\w*|yet to|impossible|absen(?:t|ce)"
        r"|nonsense|baseless|unfounded|groundless|fabricat\w+|invention|invented|lies?|disput(?:e|es|ed|ing)|contradict\w*|unaware"
        r"|fiction|hoax|myth|rubbish|disavow\w*"
    ),
    "de": (
        r"dementier\w+|bestreite\w*|bestritt\w*|verweiger\w+|weiger\w+|lehn\w+ (?:\w+ )*ab|abgelehnt|ablehn\w+"
        r"|(?:wies|weis\w*) (?:\w+ )*zurück|zurück(?:gewiesen|weis\w+)|unmöglich|falsch\w*|unwahr\w*|abgestritten|leugne\w*|geleugnet"
    ),
    "fr": r"dément\w*|ni(?:e|ent|é|ait|er)|refus\w+|rejet\w+|exclu\w*|impossible|fau(?:x|sse)\w*|réfut\w+|contest\w+|mensonge\w*",
    "es": r"neg(?:ó|ar|aron|aba|ado)|nieg\w+|desm[ei]e?nt\w+|rechaz\w+|descart\w+|imposible|fals[oa]s?|mentira|rehus\w+",
    "it": r"neg(?:a|ato|ò|are|ano|ava)|smenti\w+|rifiut\w+|respin\w+|esclu\w+|impossibile|fals[oaie]",
    "pt": r"neg(?:a|ou|aram|ar|ado)|desment\w+|recus\w+|rejeit\w+|descart\w+|impossível|fals[oa]s?|mentira",
    "uk": r"запереч\w+|спросту\w+|відмов\w+|відкину\w+|відкида\w+|неможлив\w+|неправд\w+|брехн\w+",
    "ru": r"отриц\w+|опроверг\w+|отказ\w+|отверг\w+|невозможн\w+|неправд\w+|лож(?:ь|ью)|исключ\w+",
    "pl": r"zaprzecz\w+|odmów\w+|odmaw\w+|odrzuc\w+|wyklucz\w+|niemożliw\w+|nieprawd\w+|kłamst\w+|dementu\w+",
}
NEUTRAL: dict[str, str] = {
    "en": (
        r"no (?:later|earlier|sooner|fewer|less|more|greater|bigger|larger|longer) than|not (?:later|earlier|fewer|less|more) than|no (?:less|fewer)"
        r"|not (?:only|just|merely|least)|whether or not|or not|if not|no doubt|nothing but|no matter|nos?\. ?(?=\d)"
        r"|without delay|not exceeding|no-fly|no-confidence|no confidence"
    ),
    "de": r"nicht (?:nur|zuletzt)|nicht (?:mehr|weniger|später) als|ohne weiteres",
    "fr": r"ne \w+ que|pas (?:moins|plus) de|(?:non|pas) seulement|sans (?:délai|tarder)",
    "es": r"no s[oó]lo|no (?:más|menos) de|sin (?:embargo|demora)|no obstante|nada más",
    "it": r"non solo|non (?:più|meno) di|non oltre",
    "pt": r"não (?:só|apenas)|não (?:mais|menos) de|sem demora|nada mais",
    "uk": r"не (?:лише|тільки)|не (?:менше|більше|пізніше|менш|більш)(?: ніж)?|не пізніш|без зволікан\w+",
    "ru": r"не только|не (?:менее|более|позднее|позже|меньше|больше)|тем не менее",
    "pl": r"nie tylko|nie (?:mniej|więcej|później) niż|bez zwłoki",
}
CONDITIONS = (
    r"if|unless|should|falls|wenn|sofern|si|s['’]il|se|якщо|коли|если|jeśli|jeżeli|those (?:that|who)|any\w* (?:that|who)|whoever"
)
CLAUSE_WORDS = (
    r"but|and|while|although|though|because|after|before|when|if|unless|aber|sondern|und|während|weil|mais|et|car|pero|sino|y|porque|ma|e|mas"
    r"|але|а|і|та|но|и|ale|lecz|oraz"
)

"""What kind of claim is made: by its reporting verb, else by whose deed the words tell and in which mood; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.cues import states
from summarizer.cues.attribution.attributed import Hit, Span
from summarizer.cues.lines import Line
from summarizer.cues.reporting import verbs
from summarizer.cues.vocabulary import pattern, primary

_INSISTING = frozenset("insist insists insisted maintain maintains maintained protest protests protested".split())
"""Verbs that deny where a negation follows."""
_ANSWERING = frozenset(
    "reply replies replied retort retorts retorted counter counters countered respond responds responded".split()
)
"""Verbs that deny where the speaker negates something of himself."""
_BELIEVING = frozenset("believe believes believed think thinks thought reckon reckons reckoned".split())
_PRAISING = frozenset(
    """praise praises praised hail hails hailed welcome welcomes welcomed commend commends commended applaud applauds
    applauded thank thanks thanked congratulate congratulates congratulated""".split()
)
"""Verbs that approve of what they name, be it an attack."""
_NEGATION = re.compile(r"\b(?:not|never|no|nothing|nobody|none|neither|nowhere)\b|n[’']t\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would|shall)\b|[’']ll\b", re.IGNORECASE)
_OTHERS_WILL = re.compile(r"\bthey(?:[’']ll| will| would)\b", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:could|may|might|risks?|is likely to|are likely to)\b", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[,;:–—]|\b(?:because|if|unless|when|while|although|though|but|until|since|which|who|that|whether|how|why|where|after|before)\b",
    re.IGNORECASE,
)
_GERMAN_SIGNS = {
    "ultimatum": "threat",
    "untrue": "denial",
    "wrong": "accusation",
    "demand": "demand",
    "forecast": "prediction",
    "own_will": "promise",
}
_OPENING = "“\"„«‘'’ "
_SHORTEST_CLAUSE = 8
"""Characters before which no second clause begins."""
_PERFORMED = re.compile(r"(?:^|[.;,–—]\s|\band\s)[“\"‘']?(?:I|we)\s+(?:\w+ly\s+)?(\w+)", re.IGNORECASE)
_NAMED_SUBJECT = re.compile(
    r"(?:[Tt]he\s+)?([A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,2})(?:,\s[^,]{3,120},(?=\s+(?:will|would)\b))?\s+(?=[a-z])"
)
"""A name and what is put between commas after it: "Vik Steel, a maker of rails, will"."""
_DESCRIPTION = re.compile(r"^,?\s*(?:an?|the|who|whose|which)\s", re.IGNORECASE)
_TO_DO = re.compile(
    r"against\b|(?:(?!(?:that|is|are|was|were|has|have|had|will|would|could|may|might)\b)[^\s,;]+\s+){1,4}to\s+\w"
)
_ONE = re.compile(r"\b(?:he|she|I)\b")
_THEIR = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """What is asserted; `quoted`: it opens as a quotation; `source`: the attribution, which names the speaker."""

    text: str
    quoted: bool
    source: str = ""

    @property
    def words(self) -> str:
        """Without the marks before them."""
        return self.text.lstrip(_OPENING)

    @property
    def main(self) -> str:
        """The words up to where another clause may begin."""
        ends = (match.start() for match in _CLAUSE_END.finditer(self.words) if match.start() >= _SHORTEST_CLAUSE)
        return self.words[: next(ends, None)]

    def has(self, name: str) -> bool:
        """Whether the words meet a list of the lexicon."""
        return _list(name).search(self.text) is not None


def _list(name: str) -> re.Pattern[str]:
    return pattern("en", "claims", name)


def kind_of(line: Line, hit: Hit, content: Span | None) -> str:
    """The verb's kind, or what the words themselves are where the verb leaves it open."""
    if line.language == "de":
        return _german(line, hit, content)
    if line.language != "en":
        return hit.kind
    wording = _wording(line, hit, content)
    if hit.kind == "statement":
        return _kind_stated(line, hit, wording)
    if hit.kind == "threat":
        after_that = content is not None and line.lower(line.position(content[0]) - 1) == "that"
        return _kind_warned(line, hit, wording, after_that=after_that)
    retribution = hit.kind == "promise" and _is_retribution(wording)
    if retribution or (hit.kind in ("promise", "demand") and _is_ultimatum(wording)):
        return "threat"
    return hit.kind


def _german(line: Line, hit: Hit, content: Span | None) -> str:
    """The verb's kind, or what the German words are where the verb leaves it open."""
    words = _wording(line, hit, content).text
    if hit.kind in ("promise", "statement") and pattern("de", "claims", "ultimatum").search(words):
        return "threat"
    return _kind_of_german(words) if hit.kind == "statement" else hit.kind


def _kind_of_german(words: str) -> str:
    found = (kind for name, kind in _GERMAN_SIGNS.items() if pattern("de", "claims", name).search(words))
    return next(found, "statement")


def kind_quoted(words: str, language: str) -> str:
    """The kind of a sentence of quotation that no verb of its own sentence reports."""
    if primary(language) == "de":
        return _kind_of_german(words)
    return _kind_of_words(Wording(words, quoted=True)) if primary(language) == "en" else "statement"


def _wording(line: Line, hit: Hit, content: Span | None) -> Wording:
    """What the hit asserts; where its attribution stands amid the words, they are put together."""
    first, last = min(hit.first, hit.speaker.first), max(hit.last, hit.speaker.last)
    source = line.quote(first, last)
    if content is not None:
        return Wording(line.text[slice(*content)], line.quoted[line.position(content[0])], source)
    before = line.text[line.sentence.start : line.words[first].start]
    after = line.text[line.words[last].end : line.sentence.end]
    spoken = before.rstrip(" ,").endswith(tuple("”\"»’'")) and not any(line.quoted[last + 1 :])
    if spoken and _DESCRIPTION.match(after):
        after = ""  # "“No,” said Ada Roy, who had no part in it"
    whole = f"{before.rstrip(' ,')} {after.lstrip(' ,')}".strip()
    return Wording(whole, line.quoted[0 if first else min(last + 1, len(line.words) - 1)], source)


def _kind_stated(line: Line, hit: Hit, wording: Wording) -> str:
    """What is said, told or written, by its words; a verb that insists or believes tells more."""
    reporting = {line.lower(i) for i in range(hit.first, hit.last + 1) if line.tag(i) == "verb"}
    if _list("dismissing").search(f"{line.lower(hit.last)} {wording.text}"):
        return "denial"
    kind = _kind_of_words(wording)
    if kind == "accusation" and reporting & _PRAISING:
        return "statement"
    negated = kind == "statement" and _NEGATION.search(wording.main)
    if negated and (reporting & _INSISTING or (reporting & _ANSWERING and _own_subject(wording))):
        return "denial"
    foretold = kind in ("statement", "promise") and reporting & _BELIEVING and _WILL.search(wording.main)
    return "prediction" if foretold else kind


def _kind_warned(line: Line, hit: Hit, wording: Wording, *, after_that: bool) -> str:
    """A warning of the speaker's own harm is a threat, of what may happen a prediction, to do something a demand."""
    warned = any(line.lower(i).startswith("warn") for i in range(hit.first, hit.last + 1))
    if not warned or _is_retribution(wording) or wording.has("ultimatum"):
        return "threat"
    if not after_that and _TO_DO.match(wording.words):
        return "threat" if _WILL.search(wording.words) else "demand"
    if _POSSIBLE.search(wording.words) or wording.words.startswith("of "):
        return "prediction"
    conditional = _list("condition").search(wording.words) is not None
    harmless = _WILL.search(wording.words) and not conditional and _own_will(wording) is None
    return "prediction" if harmless else "threat"


def _kind_of_words(wording: Wording) -> str:
    """What the words do, the plainest sign first."""
    signs = {
        "threat": _is_threat,
        "denial": _is_denial,
        "promise": _is_promise,
        "accusation": _is_accusation,
        "demand": _is_demand,
        "prediction": _is_forecast,
    }
    return _performed(wording) or next((kind for kind, is_such in signs.items() if is_such(wording)), "statement")


def _performed(wording: Wording) -> str | None:
    """The kind of an act that is done by saying so: "We demand", "I promise"."""
    match = _PERFORMED.search(wording.words) if wording.quoted else None
    uses = verbs("en").get(match.group(1).lower(), ()) if match else ()
    after = wording.words[match.end() :].split() if match else []
    kind = next((u.kind for u in uses if u.frame == "plain" and after[: len(u.particle)] == [*u.particle]), "statement")
    return kind if kind not in ("statement", "threat") else None


def _is_threat(wording: Wording) -> bool:
    """An ultimatum, or harm in return."""
    foretold = _WILL.search(wording.words) is not None
    return _is_ultimatum(wording) or (foretold and _is_retribution(wording))


def _is_ultimatum(wording: Wording) -> bool:
    """Whether a price is named for not doing something, and no mere course of things."""
    others = wording.quoted and _OTHERS_WILL.search(wording.words)
    foretold = _WILL.search(wording.words) is not None and not (others or _is_forecast(wording))
    return wording.has("alternative") or (foretold and wording.has("ultimatum"))


def _is_retribution(wording: Wording) -> bool:
    """Whether harm is announced that answers somebody, and not merely thought possible."""
    announced = wording.has("retribution") or wording.has("retaliating")
    return announced and _POSSIBLE.search(wording.main) is None


def _is_denial(wording: Wording) -> bool:
    """Whether something is called untrue, or a deed of the speaker's own side is negated."""
    subject = _own_subject(wording)
    disowned = subject is not None and _list("own_part").match(wording.main, subject) is not None
    return disowned or wording.has("untrue")


def _is_promise(wording: Wording) -> bool:
    if _NEGATION.search(wording.main):
        return False
    dated = wording.has("dated") and not _is_forecast(wording)
    return bool(dated) or _own_will(wording) is not None


def _is_accusation(wording: Wording) -> bool:
    if wording.has("wronged"):
        return True
    charged = _list("accuser").search(wording.source) and _list("deed_of_another").match(wording.words)
    return _own_subject(wording) is None and (wording.has("wrong") or bool(charged))


def _is_forecast(wording: Wording) -> bool:
    return _list("forecast").search(wording.main) is not None


def _is_demand(wording: Wording) -> bool:
    """Whether somebody is told what to do or what is wanted of him."""
    said = wording.quoted and (_list("imperative").match(wording.words) or _list("wish").match(wording.words))
    duty = _list("duty").search(wording.main)
    return bool(said or (duty and not _FINITE.search(wording.main, 0, duty.start())))


def _own_will(wording: Wording) -> int | None:
    """Where the verb stands that tells what the speaker's own side will do, None where none does."""
    contracted = re.match(r"(?:I|we)[’']ll\s+", wording.words, re.IGNORECASE)
    subject = _own_subject(wording)
    will = _list("will").match(wording.words, subject) if subject is not None else contracted
    if will is None:
        return None
    at = _over_space(wording.words, will.end())
    return None if _list("happening").match(wording.words, at) else at


def _own_subject(wording: Wording) -> int | None:
    """Where the words go on after a subject that is the speaker or his side, None where it is somebody else."""
    pronoun = _list("own_quoted" if wording.quoted else "own_told").match(wording.words)
    if pronoun and pronoun.group().casefold() == "they" and _ONE.search(wording.source):
        return None  # "They would answer for it, he said"
    if pronoun:
        return _over_space(wording.words, pronoun.end())
    named = _NAMED_SUBJECT.match(wording.words)
    if named is None or wording.quoted:
        return None
    told = {states.demonym_of(word) or states.state_of(word) or word for word in re.findall(r"\w+", wording.source)}
    own = {states.state_of(word) or word for word in (named.group(1).strip(), *named.group(1).split())}
    return named.end() if own & told or _THEIR.search(wording.source) else None


def _over_space(words: str, at: int) -> int:
    return at + len(words[at:]) - len(words[at:].lstrip())

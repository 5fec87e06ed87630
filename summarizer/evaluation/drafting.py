"""A corrected brief becomes a case: its labels are what the brief says, its text the article it was made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from summarizer.document import Document
from summarizer.evaluation.cases import Case, SourceKind
from summarizer.evaluation.located_yaml import CaseError
from summarizer.schema import (
    Attack,
    Brief,
    Claim,
    Count,
    Deadline,
    Evidence,
    ExtraItem,
    ExtraValue,
    Figure,
    When,
)

NEXT_LINE = "\x85"
NamesOf = Mapping[str, list[str]]
"""Actor id → all names."""


def drafted(brief: Brief, text: str, *, name: str, source: SourceKind, published: dt.date | None = None) -> Case:
    """A case of the dev split, never of the test split: whoever corrects a brief has seen what the model says.

    Raises:
        CaseError: nobody says when the article appeared.
        EvidenceError: the brief is not of this text.
    """
    brief.verify(text)
    if (day := published or brief.source.published) is None:
        raise CaseError("the brief does not say when the article appeared: give --published")
    return Case.model_validate(
        {
            "id": name,
            "published": day,
            "source": source,
            "language": brief.source.language,
            "split": "dev",
            "title": brief.source.title,
            "text": text,
            "labels": _labels(brief, Document.of(text, brief.source.language)),
        }
    )


def as_yaml(case: Case, schema: str) -> str:
    """The case as a file to be corrected by hand: an item a line, the text as it is; `schema` is for the editor."""
    fields = case.model_dump(mode="python", exclude={"labels"})
    labels = case.labels.model_dump()
    own = {name: _lines(items) for name, items in labels.pop("extra", {}).items()}
    labels = {name: _lines(items) for name, items in labels.items()} | ({"extra": own} if own else {})
    content = yaml.dump({**fields, "labels": labels}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6)
    return f"# yaml-language-server: $schema={schema}\n{content}"


def _lines(items: Iterable[Mapping[str, Any]]) -> list[_Line]:
    return [_Line(item) for item in items]


def _labels(brief: Brief, document: Document) -> dict[str, Any]:
    names = {actor.id: [actor.name, *actor.aliases] for actor in brief.actors}
    return {
        "actors": [{"names": names[actor.id], "kind": actor.kind} for actor in brief.actors],
        "claims": [_claim(claim, names, document) for claim in brief.claims],
        "deadlines": [_deadline(deadline, names, document) for deadline in brief.deadlines],
        "attacks": [_attack(attack, names, document) for attack in brief.attacks],
        "extra": {name: [_own(item, names, document) for item in items] for name, items in brief.extra.items()},
    }


def _claim(claim: Claim, names: NamesOf, document: Document) -> dict[str, Any]:
    return {
        "speaker": names[claim.speaker],
        "quote": _quote(claim.evidence, document),
        "kind": claim.kind,
        "polarity": claim.polarity,
        "direct": claim.direct,
    }


def _deadline(deadline: Deadline, names: NamesOf, document: Document) -> dict[str, Any]:
    return {
        "quote": _quote(deadline.evidence, document),
        "due": _period(deadline.due),
        "status": deadline.status,
        "set_by": [names[each] for each in deadline.set_by],
        "binding_on": [names[each] for each in deadline.binding_on],
        "previously": [period for each in deadline.previously if (period := _period(each))],
    }


def _attack(attack: Attack, names: NamesOf, document: Document) -> dict[str, Any]:
    return {
        "quote": _quote(attack.evidence, document),
        "kind": attack.kind,
        "killed": _bounds(attack.killed),
        "injured": _bounds(attack.injured),
        "places": attack.places,
        "perpetrators": [names[each] for each in attack.perpetrators],
        "attribution": attack.attribution,
        "when": _period(attack.when),
        "figures": [_figure(figure, names) for figure in attack.figures],
    }


def _figure(figure: Figure, names: NamesOf) -> dict[str, Any]:
    bounds = {"low": figure.count.low, "high": figure.count.high}
    return {"what": figure.what, **bounds, "by": names[figure.by] if figure.by else None}


def _own(item: ExtraItem, names: NamesOf, document: Document) -> dict[str, Any]:
    values = {
        name: names[str(value)] if name in item.references else _value(value) for name, value in item.values.items()
    }
    return {"quote": _quote(item.evidence, document), "values": values}


def _value(value: ExtraValue) -> object:
    match value:
        case Count():
            return _bounds(value)
        case When():
            return _period(value)
        case _:
            return value


def _quote(evidence: Iterable[Evidence], document: Document) -> str:
    """The longest passage; where its words occur more than once, the sentence around it."""
    longest = max(evidence, key=lambda each: len(each.quote))
    if document.text.count(longest.quote) == 1:
        return longest.quote
    sentence = document.sentence_at(longest.start)
    return document.quote(sentence) if sentence else longest.quote


def _period(when: When | None) -> dict[str, dt.date | None] | None:
    return {"start": when.start, "end": when.end} if when and when.resolved else None


def _bounds(count: Count | None) -> dict[str, int | None] | None:
    return {"low": count.low, "high": count.high} if count else None


class _Line(dict[str, Any]):
    """A mapping that stands on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes items on one line, and texts of several lines as they are."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - nothing is worth an anchor in a file for people
        return True


def _represent_line(dumper: yaml.SafeDumper, item: _Line) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", item.items(), flow_style=True)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Within quotes where there is a line end that YAML would read as another."""
    style = '"' if NEXT_LINE in text else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(_Line, _represent_line)
_Dumper.add_representer(str, _represent_text)

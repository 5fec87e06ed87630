"""Exactly what would be sent for an article, found by following the real code with a model that nobody asks.

Questions that come later may depend on earlier answers. So the article is read three times: by a model that prefers
nothing, by one that confirms everything and by one that confirms nothing. What all three are told is certain; the rest
is marked as depending on the answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from summarizer.composition import Article, Desk, compose
from summarizer.llm import Account, Message, Model
from summarizer.llm.messages import Role, estimated_tokens
from summarizer.progress import silent
from summarizer.workshop.stand_in import Call, Manner, Noting, StandIn

if TYPE_CHECKING:
    from summarizer.llm.endpoint import Dialect
    from summarizer.prompts import Prompts, Rendering
    from summarizer.settings import Settings

__all__ = ["Article", "Dictation", "Part", "dictate", "sent"]

ARTICLE = "article"
"""The prompt that frames the article."""
MANNERS: tuple[Manner, ...] = ("neutral", "eager", "denying")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of one message, and the prompt that it comes from.

    Attributes:
        call: the question it belongs to, from 1.
        name: the prompt's id; "" for text that no prompt gave.
        role: of the message: "system" or "user".
        tokens: about how many.
        cached_tokens: how many of them repeat what was sent before, which a server reads from its cache.
        depends_on_answers: whether it may be worded otherwise, or not be sent at all, after other answers.
        answers_with: the form of the answer, or the words to choose from.
        settings: how it is asked: the output limit and the like.
        follow_up: whether it would be sent only about an answer that cannot be used.
    """

    call: int
    name: str
    role: Role
    text: str
    tokens: int
    cached_tokens: int = 0
    depends_on_answers: bool = False
    answers_with: tuple[str, ...] = ()
    settings: tuple[tuple[str, object], ...] = ()
    follow_up: bool = False

    @property
    def cached(self) -> bool:
        """Whether all of it repeats what was sent before."""
        return self.tokens > 0 and self.cached_tokens == self.tokens


@dataclass(frozen=True)
class Dictation:
    """What would be sent for one article.

    Attributes:
        parts: of every question in order; behind them those that only certain answers bring about, and the follow-ups.
        plan: how the article would be read.
        used: the prompts and examples that have a say, those that others are made from included.
    """

    parts: Sequence[Part]
    plan: str
    used: frozenset[str]

    @property
    def first(self) -> list[Part]:
        """Without what only an answer that cannot be used brings about."""
        return [part for part in self.parts if not part.follow_up]

    @cached_property
    def calls(self) -> int:
        """How many questions, follow-ups left out."""
        return len({part.call for part in self.first})

    @cached_property
    def tokens(self) -> int:
        """About how many tokens the model reads for them."""
        return sum(part.tokens for part in self.first)

    @cached_property
    def cached_tokens(self) -> int:
        """How many of them it reads from its cache."""
        return sum(part.cached_tokens for part in self.first)

    @property
    def names(self) -> frozenset[str]:
        """The prompts that may have a say."""
        return frozenset(part.name for part in self.parts if part.name)

    def wordings(self) -> frozenset[tuple[object, ...]]:
        """Everything that may be sent with how it is asked; equal where a brief cannot differ."""
        return frozenset(
            (part.role, part.text, part.answers_with, part.settings) for part in self.parts if not part.follow_up
        )


def sent(article: Article, prompts: Prompts, settings: Settings) -> list[Part]:
    """What would be sent for `article`; see `dictate`."""
    return list(dictate(article, prompts, settings).parts)


def dictate(article: Article, prompts: Prompts, settings: Settings, *, dialect: Dialect | None = None) -> Dictation:
    """Follow the real code for `article`, asking nobody. Not from inside a running event loop: it waits for its own.

    Args:
        article: what would be read.
        prompts: what would be said.
        settings: they decide plan and window.
        dialect: of the server, where the settings do not tell it; the plan "auto" goes by it.

    Raises:
        PromptError: a prompt is broken.
    """
    spoken = dialect or ("llama.cpp" if settings.embedded else "openai")
    runs = {manner: _follow(article, prompts, settings, spoken, manner) for manner in MANNERS}
    neutral = runs["neutral"]
    certain = frozenset.intersection(*(_texts(run.calls) for run in runs.values()))
    calls = [*neutral.calls, *_further(neutral, runs["eager"])]
    texts = neutral.texts | runs["eager"].texts
    parts = [*_parts(calls, texts, certain), *_follow_ups(calls, texts)]
    return Dictation(parts, neutral.plan, neutral.used | runs["eager"].used)


@dataclass(frozen=True)
class _Followed:
    calls: list[Call]
    texts: dict[str, str]
    plan: str
    used: frozenset[str]


def _follow(article: Article, prompts: Prompts, settings: Settings, dialect: Dialect, manner: Manner) -> _Followed:
    noting = Noting(prompts.rendering())
    model = StandIn(dialect, article.document, manner, noting.last_rendered)
    desk = Desk(cast("Model", model), cast("Rendering", noting), Account(), settings, silent)
    asyncio.run(compose(article, desk))
    return _Followed(model.calls, noting.texts, desk.plan, frozenset(ref.id for ref in noting.refs))


def _texts(calls: Iterable[Call]) -> frozenset[tuple[Message, ...]]:
    return frozenset(call.messages for call in calls)


def _further(neutral: _Followed, eager: _Followed) -> Iterator[Call]:
    """Of each prompt that only certain answers bring about, the first question."""
    known = {name for call in neutral.calls for name in _names(call, neutral.texts)}
    for call in eager.calls:
        if new := _names(call, eager.texts) - known:
            known |= new
            yield call


def _names(call: Call, texts: dict[str, str]) -> set[str]:
    return {name for message in call.messages for name, _ in pieces(message.content, texts) if name}


def _parts(calls: Sequence[Call], texts: dict[str, str], certain: frozenset[tuple[Message, ...]]) -> Iterator[Part]:
    before: Sequence[Message] = ()
    for number, call in enumerate(calls, start=1):
        for message, shared in zip(call.messages, _shared(before, call.messages), strict=True):
            at = 0
            for name, text in pieces(message.content, texts):
                yield Part(
                    call=number,
                    name=name,
                    role=message.role,
                    text=text,
                    tokens=estimated_tokens(text),
                    cached_tokens=estimated_tokens(text[: max(0, shared - at)]),
                    depends_on_answers=call.messages not in certain,
                    answers_with=call.answers_with,
                    settings=call.settings,
                )
                at += len(text)
        before = call.messages


def _follow_ups(calls: Sequence[Call], texts: dict[str, str]) -> Iterator[Part]:
    """Each wording of a follow-up once, under the first question that it may follow."""
    told = set[str]()
    for number, call in enumerate(calls, start=1):
        if call.follow_up and call.follow_up not in told:
            told.add(call.follow_up)
            yield Part(
                call=number,
                name=texts.get(call.follow_up, ""),
                role="user",
                text=call.follow_up,
                tokens=estimated_tokens(call.follow_up),
                depends_on_answers=True,
                follow_up=True,
            )


def _shared(before: Sequence[Message], messages: Sequence[Message]) -> list[int]:
    """How many characters of each message repeat the conversation before, from its beginning on."""
    shared, same = [], True
    for n, message in enumerate(messages):
        earlier = before[n].content if same and n < len(before) and before[n].role == message.role else ""
        length = _common_prefix(earlier, message.content)
        same = same and earlier == message.content
        shared.append(length)
    return shared


def _common_prefix(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def pieces(content: str, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """`content` cut into what each prompt gave, in order: (name, text), which joined give it again.

    The longest texts are placed first, and those that were put into another prompt are cut out of it: but not out of
    the article, whose words are no prompt's whatever they say. What only joins two of them stays with the former.
    """
    return _cut(content, "", sorted(filter(None, texts), key=len, reverse=True), texts)


def _cut(content: str, outer: str, known: Sequence[str], texts: Mapping[str, str]) -> list[tuple[str, str]]:
    spots = dict[int, int]()
    for text in known:
        whole_again = outer and len(text) == len(content)
        for start in () if whole_again or texts[text] == outer else _occurrences(text, content):
            end = start + len(text)
            if all(end <= first or start >= last for first, last in spots.items()):
                spots[start] = end
    cut, at = list[tuple[str, str]](), 0
    for start, end in sorted(spots.items()):
        _append(cut, outer, content[at:start])
        text = content[start:end]
        name, shorter = texts[text], known[known.index(text) + 1 :]
        cut.extend([(name, text)] if name == ARTICLE else _cut(text, name, shorter, texts))
        at = end
    _append(cut, outer, content[at:])
    return cut


def _occurrences(text: str, content: str) -> Iterator[int]:
    at = content.find(text)
    while at >= 0:
        yield at
        at = content.find(text, at + len(text))


def _append(cut: list[tuple[str, str]], name: str, text: str) -> None:
    if not text:
        return
    if cut and not text.strip():
        before, words = cut.pop()
        cut.append((before, words + text))
    else:
        cut.append((name, text))

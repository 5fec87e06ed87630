"""Parameters of a request that some servers refuse: learned from the refusal, once, and kept to from then on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import openai

    from summarizer.llm.reply import Reply

_FEWEST_ALTERNATIVES = 5
_NEGOTIABLE = ("max_tokens", "temperature", "top_logprobs")
_UNKNOWN = re.compile(
    r"unsupported|(not|n't) (be )?(support|allow|permit|recogni[sz]e)|unrecognized|unknown|unexpected|extra|deprecated",
    re.IGNORECASE,
)


class Concessions:
    """What one server would not take.

    max_tokens is then called max_completion_tokens, as OpenAI calls it now; temperature is left out, as its reasoning
    models want it; top_logprobs is lowered to the least that servers offer. And since what a model thinks counts
    against its output limit, the limit is raised once thinking was seen to use it up.
    """

    def __init__(self, *, is_openai: bool) -> None:
        self._refused = {"max_tokens"} if is_openai else set[str]()
        self._thinking_room = 0

    def apply(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The request as this server takes it."""
        granted = dict(body)
        granted["max_tokens"] += self._thinking_room
        if "max_tokens" in self._refused:
            granted["max_completion_tokens"] = granted.pop("max_tokens")
        if "temperature" in self._refused:
            granted.pop("temperature", None)
        if "top_logprobs" in self._refused and "top_logprobs" in granted:
            granted["top_logprobs"] = min(granted["top_logprobs"], _FEWEST_ALTERNATIVES)
        return granted

    def learn(self, sent: Mapping[str, Any], error: openai.APIStatusError) -> None:
        """Note which parameter of the refused request the server names, if it names one that can be done without."""
        words = f"{error.param or ''} {error.code or ''} {error.message}"
        named = {name for name in _NEGOTIABLE if name in sent and re.search(rf"\b{name}\b", words)}
        # A limit that is merely too high for the model's window must not be taken for one that is unknown.
        self._refused |= named if _UNKNOWN.search(words) else named & {"top_logprobs"}

    def leave_room(self, reply: Reply) -> None:
        """Allow for twice the thinking that a cut answer shows, since it may have been cut while thinking."""
        if reply.truncated:
            self._thinking_room = max(self._thinking_room, 2 * reply.thinking_tokens)

"""Where a model is asked, by which name, and with which key."""

from __future__ import annotations

import json
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal
from urllib.parse import quote, urlsplit

from summarizer.settings import OPENAI_URL

Dialect = Literal["openai", "llama.cpp"]
"""How a server wants a JSON schema written: OpenAI's strict mode, or bounded for a llama.cpp grammar."""

MASK = "***"


@dataclass(frozen=True, repr=False)
class Endpoint:
    """An OpenAI-compatible server and a model on it; `repr` tells the host, never the key.

    Attributes:
        model: the name that the server knows.
        base_url: URL up to and with the version ("http://127.0.0.1:8080/v1"); None for OpenAI's own.
        api_key: sent as bearer token; None where there is none to send.
        provider: who runs the server, for the record of a run.
        dialect: how the server wants schemas.
        keyless: why there is no key and what to do about it, for a server that wants one.
    """

    model: str
    base_url: str | None = None
    api_key: str | None = None
    provider: str = "openai"
    dialect: Dialect = "openai"
    keyless: str = "set SUMMARIZER_API_KEY"

    @property
    def url(self) -> str:
        """The base URL in force."""
        return self.base_url or OPENAI_URL

    @property
    def host(self) -> str:
        """Host with its port where the URL names one, without credentials: "127.0.0.1:8080"."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def is_openai(self) -> bool:
        """Whether this is OpenAI's own server, whose parameters are known beforehand."""
        return urlsplit(self.url).hostname == urlsplit(OPENAI_URL).hostname

    @property
    def is_loopback(self) -> bool:
        """Whether the server is on this machine."""
        hostname = urlsplit(self.url).hostname or ""
        try:
            return ip_address(hostname).is_loopback
        except ValueError:
            return hostname == "localhost"

    def scrub(self, text: str, *more_secrets: str) -> str:
        """`text` with the key, and a password in the URL, masked in every spelling that a server or library echoes."""
        for secret in (self.api_key, urlsplit(self.url).password, *more_secrets):
            for spelling in _spellings(secret or ""):
                text = text.replace(spelling, MASK)
        return text

    def __repr__(self) -> str:
        return (
            f"Endpoint(model={self.model!r}, host={self.host!r}, provider={self.provider!r}, dialect={self.dialect!r})"
        )


def _spellings(secret: str) -> list[str]:
    """The secret as it is, trimmed, and escaped as Python, JSON and URLs do it; the longest first."""
    spellings = {secret, secret.strip(), repr(secret)[1:-1], json.dumps(secret)[1:-1], quote(secret, safe="")}
    return sorted(spellings - {""}, key=len, reverse=True)

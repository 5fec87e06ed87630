"""Who may talk to the page: this machine's browser with the token, and nobody through another site.

The address that is printed carries the token once; from then on a cookie does, which scripts cannot read and other
sites cannot send. The Host header must name this machine (against DNS rebinding), a write must come from the page
itself (against forged requests), and the page may load nothing from elsewhere.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
TOKEN_BYTES = 32
SAFE_METHODS = frozenset({"GET", "HEAD"})
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def make_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(TOKEN_BYTES)


class Guard:
    """ASGI middleware that lets the token's owner through and sets what every answer must carry."""

    def __init__(self, app: ASGIApp, *, token: str) -> None:
        self._app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        introduced = self._introduces_itself(scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if introduced and not refusal:
                    headers.append("set-cookie", self._cookie(scope))
            await send(message)

        refusal = self._refusal(scope, introduced)
        answer = PlainTextResponse(f"{refusal}\n", 403) if refusal else self._app
        await answer(scope, receive, send_guarded)

    def _refusal(self, scope: Scope, introduced: bool) -> str:
        """Why this request is refused, or ""."""
        headers = Headers(scope=scope)
        if scope["type"] != "http":
            return "This page speaks HTTP only."
        if not _names_this_machine(scope, headers.get("host", "")):
            return "This page answers under 127.0.0.1 and localhost only."
        if not introduced and not self._carries_cookie(scope, headers):
            return "This address needs the token that `summarizer prompts edit` printed; open the address it printed."
        # The address bar and links of other programs send "none"; any other page of any site names itself here.
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and not introduced:
            return "Other pages may not ask this one."
        if scope["method"] not in SAFE_METHODS and headers.get("origin") != f"http://{headers.get('host')}":
            return "Only this page itself may change something here."
        return ""

    def _introduces_itself(self, scope: Scope) -> bool:
        """Whether this is the first request, whose address carries the token."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/":
            return False
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        return any(self._is_token(each) for each in given)

    def _carries_cookie(self, scope: Scope, headers: Headers) -> bool:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(_cookie_name(scope))
        except CookieError:
            return False
        return cookie is not None and self._is_token(cookie.value)

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode("utf-8", "replace"), self._token)

    def _cookie(self, scope: Scope) -> str:
        return f"{_cookie_name(scope)}={self._token.decode()}; Path=/; HttpOnly; SameSite=Strict"


def _cookie_name(scope: Scope) -> str:
    # Cookies are not kept apart by port: two of these pages on one machine must not overwrite each other's.
    return f"workshop-{_port(scope)}"


def _names_this_machine(scope: Scope, host: str) -> bool:
    name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not colon:
        name, port = host, "80"
    return name.lower() in LOOPBACK and port == str(_port(scope))


def _port(scope: Scope) -> int:
    server = scope.get("server")
    return int(server[1]) if server and server[1] else 80

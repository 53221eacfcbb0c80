"""Who is let in: nobody but a browser of this machine that was opened with our key, on a page of our own.

Other programs of the machine reach the same loopback, other sites reach it through the browser: hence a key that cannot
be guessed, a Host and an Origin that are exactly ours (DNS rebinding, requests from other sites), and headers that let
no page frame ours or ask it for anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import SimpleCookie
from secrets import compare_digest, token_urlsafe

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
KEY_BYTES = 32

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

OPEN = "/open"
"""Where the browser brings the key; what it gets for it is a cookie, and the page."""

REFUSED = "没有权限：请用 typeset desk 打印的地址打开 / not allowed: open the address that typeset desk printed\n"

ENTER = (
    '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/">'
    '<link rel="icon" href="data:,"><title>paiban</title>'
)
"""A page of our own leads on: a cookie that is kept from other sites does not come with what they led to."""


class Guard:
    """The door of an application on a port. ``key`` opens it; ``ticket`` opens it once."""

    def __init__(self, app: ASGIApp, port: int, key: str, tickets: set[str]) -> None:
        self._app = app
        self._host = f"{HOST}:{port}"
        self._key = key
        self._tickets = tickets
        self._cookie = f"paiban-desk-{port}"  # cookies take no notice of ports

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        here = headers.get("host") == self._host and self._from_us(scope, headers)
        if here and scope["path"] == OPEN and scope["type"] == "http":
            await self._open(scope, receive, send)
        elif here and self._knows(headers):
            await self._app(scope, receive, _with_headers(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(REFUSED, 403)(scope, receive, _with_headers(send))

    def _from_us(self, scope: Scope, headers: Headers) -> bool:
        """Whether a page of our own asks; a page that is only looked at may come from the address bar."""
        origin = headers.get("origin")
        looked_at = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        return origin == f"http://{self._host}" or (origin is None and looked_at)

    def _knows(self, headers: Mapping[str, str]) -> bool:
        cookies = SimpleCookie(headers.get("cookie", ""))
        morsel = cookies.get(self._cookie)
        return morsel is not None and _same(morsel.value, self._key)

    async def _open(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = scope["query_string"].decode("latin-1").removeprefix("key=")
        if not _same(given, self._key) and not self._take(given):
            await PlainTextResponse(REFUSED, 403)(scope, receive, _with_headers(send))
            return
        answer = HTMLResponse(ENTER)
        answer.set_cookie(self._cookie, self._key, path="/", httponly=True, samesite="strict")
        await answer(scope, receive, _with_headers(send))

    def _take(self, given: str) -> bool:
        """Whether a ticket was given; it is good once, since other users of the machine see how a browser is called."""
        taken = next((ticket for ticket in self._tickets if _same(ticket, given)), None)
        self._tickets.discard(taken or "")
        return taken is not None


def new_key() -> str:
    """A key that nobody guesses."""
    return token_urlsafe(KEY_BYTES)


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode(), other.encode())


def _with_headers(send: Send) -> Send:
    """What is sent, with our headers."""
    ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *ours]
        await send(message)

    return sending

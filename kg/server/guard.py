"""What every request is checked for, and every response says, whatever it is about."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.server.exchange import Headers, RequestError, respond, respond_error

SAID: Final[Headers] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""What all responses say."""
_PAGE: Final = (b"content-security-policy", b"frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'")
"""A page's own policy says what it may run and ask: both hold."""
DATA: Final = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
"""Of what is no page: a browser that is led to it may show it, as XML say, and must run nothing of it."""
_OTHER_SITES: Final = (b"cross-site", b"same-site")
_HOST: Final = re.compile(r"(?:\[(?P<address>[0-9a-f:.]+)\]|(?P<name>[\w.-]+))(?::[0-9]*)?", re.ASCII)


class Names:
    """What a server is called."""

    def __init__(self, names: Collection[str]) -> None:
        """`names` are host names in lower case, without port."""
        self._names = frozenset(names)
        self._hosts: set[bytes] = set()

    def is_own(self, host: bytes) -> bool:
        """Whether a Host header names this server; what was seen to is remembered."""
        if host in self._hosts:
            return True
        own = _host_name(host) in self._names
        if own and len(self._hosts) < 100:
            self._hosts.add(host)
        return own


class Guard:
    """Lets through what is meant for this server: asked under a name of its own (another site's name may lead here too) and from its own
    pages or those of an allowed origin (another site's page may ask as well)."""

    def __init__(self, app: ASGIApp, *, names: Names, origins: Collection[str] = ()) -> None:
        """`origins` are such as `https://example.org`."""
        self._app, self._names = app, names
        self._origins = frozenset(one.rstrip("/").lower() for one in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said: Headers = SAID
        host = origin = site = mode = b""
        for name, value in scope["headers"]:
            if name == b"host":
                host = value if not host else b"?"  # which no server is called
            elif name == b"origin":
                origin = value if not origin else b"?"  # and no site
            elif name == b"sec-fetch-site":
                site = value
            elif name == b"sec-fetch-mode":
                mode = value

        async def saying(message: Message) -> None:
            if message["type"] == "http.response.start":
                page = any(name == b"content-type" and value.startswith(b"text/html") for name, value in message["headers"])
                message["headers"] = [*message["headers"], *said, _PAGE if page else DATA]
            await send(message)

        if not self._names.is_own(host):
            await respond_error(
                saying, RequestError(400, "This server isn't called so: ask it under the address that it printed, or start it with --name.")
            )
            return
        if origin:
            allowed = origin.decode("latin-1").lower()
            if allowed in self._origins:
                said = (*(one for one in SAID if one[0] != b"cross-origin-resource-policy"), *_shared(origin))
                if scope["method"] == "OPTIONS" and any(name == b"access-control-request-method" for name, _ in scope["headers"]):
                    await respond(saying, 204, b"text/plain", b"")
                    return
            elif not self._is_same(allowed, host):
                await respond_error(
                    saying, RequestError(403, f"Pages of {allowed} may not ask this server: start it with --allow-origin {allowed}.")
                )
                return
        elif site in _OTHER_SITES and mode != b"navigate":  # as a picture, say: its page sees no answer, but has us work, and sees how long
            await respond_error(saying, RequestError(403, "Pages of other sites may lead to this server, but not ask it themselves."))
            return
        await self._app(scope, receive, saying)

    def _is_same(self, origin: str, host: bytes) -> bool:
        """Whether an origin is that of this server's own pages."""
        scheme, _, rest = origin.partition("://")
        return scheme in ("http", "https") and rest == host.decode("latin-1").lower()


def _host_name(host: bytes) -> str | None:
    """The name in a Host header: lower case, without port and brackets; None where there is more in it."""
    match = _HOST.fullmatch(host.decode("latin-1").lower())
    return match["address"] or match["name"] if match else None


def _shared(origin: bytes) -> Headers:
    return (
        (b"access-control-allow-origin", origin),
        (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
        (b"access-control-allow-headers", b"content-type, accept"),
        (b"access-control-max-age", b"600"),
        (b"vary", b"origin"),
    )

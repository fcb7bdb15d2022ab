"""Plain requests, as programs send them by the thousand: a GET of `/sparql` with a query and everyday headers, whole and alone. What they
ask, and the responses to them, as bytes."""

from __future__ import annotations

import re
from binascii import a2b_qp
from functools import lru_cache
from typing import Final

from kg.errors import KgError
from kg.server.exchange import JSON, as_json, error_body, status_line, status_of
from kg.server.guard import DATA, SAID, Names
from kg.server.results import Content
from kg.server.sparql import VARIES

LONGEST: Final = 8_192
"""Bytes of such a request: longer ones may come in pieces."""
_START: Final = b"GET /sparql?query="
_VERSION: Final = b" HTTP/1.1"
_QUERY: Final = re.compile(rb"[A-Za-z0-9%+*._~!$'(),;:@/?=-]+")
_HEADERS: Final = re.compile(
    rb"(?:(?:host|accept|accept-encoding|accept-language|user-agent|connection: *keep-alive)(?::[^\r\n\0]*)?\r\n)+\r\n", re.I
)
_SAID: Final = b"".join(b"%b: %b\r\n" % one for one in (*VARIES, *SAID, DATA))


class PlainRequests:
    """The plain requests to a server of these names."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._accepted = lru_cache(maxsize=256)(self._read_headers)  # who asks again sends the same ones

    def read(self, data: bytes) -> tuple[str, str] | None:
        """The query that is asked and what is accepted; None where this is anything but one plain request."""
        if not data.startswith(_START) or len(data) > LONGEST:
            return None
        line, _, headers = data.partition(b"\r\n")
        encoded = line[len(_START) : -len(_VERSION)]
        if not line.endswith(_VERSION) or not _QUERY.fullmatch(encoded) or (accept := self._accepted(headers)) is None:
            return None
        decoded = _decoded(encoded)
        return None if decoded is None else (decoded, accept)

    def _read_headers(self, headers: bytes) -> str | None:
        """What is accepted; None where the headers say something else that matters, or don't name this server."""
        if not _HEADERS.fullmatch(headers):
            return None
        values = {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in headers.split(b"\r\n") if line)}
        if headers.count(b"\r\n") != len(values) + 1 or not self._names.is_own(values.get(b"host", b"")):
            return None
        return values.get(b"accept", b"").decode("latin-1")


def _decoded(encoded: bytes) -> str | None:
    """A field's value, None where it isn't well encoded. Quoted-printable has the same escapes under another sign, and there is a decoder
    of it that takes no time; what it can't decode stays as long as it was."""
    decoded = a2b_qp(encoded.replace(b"+", b" ").replace(b"=", b"=3D").replace(b"%", b"="))
    if len(decoded) != len(encoded) - 2 * encoded.count(b"%"):
        return None
    try:
        return decoded.decode()
    except UnicodeDecodeError:
        return None


def response(answer: Content | KgError, dated: bytes) -> bytes:
    """The response with an answer; `dated` are the header lines that every response begins with."""
    if isinstance(answer, KgError):
        status, media_type, body = status_of(answer), JSON, as_json(error_body(answer))
    else:
        status, (media_type, body) = 200, answer
    head = b"%b%bcontent-type: %b\r\ncontent-length: %d\r\n%b\r\n" % (status_line(status), dated, media_type, len(body), _SAID)
    return head + body

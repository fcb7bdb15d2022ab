"""What is read of a plain request is what any other reader of it finds."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.server.guard import Names
from kg.server.plain import PlainRequests

REQUESTS = PlainRequests(Names(["localhost"]))


@given(st.text("%=+ab3CD09zZ_.!?/-", min_size=1) | st.binary(min_size=1).map(lambda data: "".join(f"%{one:02x}" for one in data)))
def test_queries_are_decoded(encoded: str) -> None:
    read = REQUESTS.read(f"GET /sparql?query={encoded} HTTP/1.1\r\nHost: localhost\r\nAccept: a/b\r\n\r\n".encode())
    try:
        expected = unquote_to_bytes(encoded.replace("+", " ")).decode()
    except UnicodeDecodeError:
        assert read is None
    else:
        assert read == (expected, "a/b") or (read is None and re.search("%(?![0-9A-Fa-f]{2})", encoded))


@pytest.mark.parametrize(
    "request_",
    [
        "GET /sparql?query=a&query=b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /sparql?query=a#b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /sparql?query=a HTTP/1.0\r\nHost: localhost\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: localhost\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: localhost\r\n\r\nG",
        "GET /sparql?query=a HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: localhost\r\nAccept: a\r\n b\r\n\r\n",
        f"GET /sparql?query={'a' * 9_000} HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "HEAD /sparql?query=a HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "",
    ],
)
def test_what_says_more_is_not_plain(request_: str) -> None:
    assert REQUESTS.read(b"GET /sparql?query=a HTTP/1.1\r\nHost: localhost\r\n\r\n") == ("a", "")
    assert REQUESTS.read(request_.encode()) is None

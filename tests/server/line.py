"""Requests sent as bytes."""

from __future__ import annotations

import select
import socket
import time
from urllib.parse import quote

import httpx

HEADERS = "Host: {host}\r\nAccept: text/csv\r\nUser-Agent: one\r\n"


class Line:
    """A bare connection to the server."""

    def __init__(self, server: httpx.Client) -> None:
        self.host = f"127.0.0.1:{server.base_url.port}"
        self._socket = socket.create_connection(("127.0.0.1", server.base_url.port or 0), timeout=20)
        self._held = bytearray()

    @property
    def port(self) -> int:
        """The client's own."""
        return int(self._socket.getsockname()[1])

    def send(self, *pieces: str) -> None:
        for piece in pieces:
            self._socket.sendall(piece.format(host=self.host).encode())
            if len(pieces) > 1:
                time.sleep(0.05)

    def receive(self) -> tuple[int, dict[str, str], bytes]:
        """The next response: status, headers, body."""
        while b"\r\n\r\n" not in self._held:
            self._more()
        head, self._held = self._held.split(b"\r\n\r\n", 1)
        first, *lines = head.decode().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines)
        size = int(headers["content-length"])
        while len(self._held) < size:
            self._more()
        body, self._held = self._held[:size], self._held[size:]
        headers.pop("date")
        return int(first.split()[1]), headers, bytes(body)

    def is_quiet(self) -> bool:
        """Whether nothing has come."""
        return not self._held and not select.select([self._socket], [], [], 0)[0]

    def _more(self) -> None:
        data = self._socket.recv(65_536)
        assert data, "the server closed the connection"
        self._held += data

    def close(self) -> None:
        self._socket.close()


def asking(query: str, headers: str = HEADERS) -> str:
    return f"GET /sparql?query={quote(query)} HTTP/1.1\r\n{headers}\r\n"

"""The short way of small queries gives what the long way gives, and nothing slips through it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from uvicorn.server import ServerState

from kg.server import quick
from kg.server.guard import Guard, Names
from kg.server.lending import Lending
from kg.server.plain import PlainRequests
from kg.server.sparql import SparqlEndpoint
from kg.server.teller import Service
from tests.server.conftest import serving
from tests.server.line import HEADERS, Line, asking
from tests.server.loop import finished
from tests.server.test_sparql import ENDLESS, HIRED


@pytest.mark.parametrize(
    "query", [HIRED, "ASK {}", "SELECT * { ?s ", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "", "a%b+c"]
)
def test_both_ways_answer_the_same(server: httpx.Client, query: str) -> None:
    line = Line(server)
    request = asking(query)
    line.send(request)
    quick = line.receive()
    line.send(request[:30], request[30:])  # in two pieces it goes the long way
    assert line.receive() == quick
    line.send(asking(query, HEADERS + "X-Other: 1\r\n"))
    assert line.receive() == quick
    line.close()


def test_requests_sent_at_once_are_answered_in_their_order(server: httpx.Client) -> None:
    line = Line(server)
    queries = [f"SELECT ({number} AS ?n) {{}}" for number in range(8)]
    mixed = [asking(one, HEADERS + ("X-Other: 1\r\n" if number % 3 == 0 else "")) for number, one in enumerate(queries)]
    line.send("".join(mixed[1:]))
    line.send(mixed[0])
    assert [line.receive()[2].split()[1] for _ in queries] == [b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"0"]
    line.send(mixed[1])
    line.send("".join(mixed[2:]))
    assert [line.receive()[2].split()[1] for _ in queries[1:]] == [b"1", b"2", b"3", b"4", b"5", b"6", b"7"]
    line.close()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (["Host: evil.example", "Accept: text/csv"], 400),
        (["Accept: text/csv"], 400),
        (["Host: {host}", "Host: evil.example"], 400),
        (["Host: evil.example", "Host: {host}"], 400),
        (["Host: {host}", "Origin: https://evil.example"], 403),
        (["Host: {host}", "Accept: image/png"], 406),
        (["Host: {host}", "Content-Length: 0"], 200),
        (["Host : {host}"], 400),
    ],
)
def test_what_the_guard_refuses_is_refused_on_both_ways(server: httpx.Client, headers: Sequence[str], status: int) -> None:
    line = Line(server)
    line.send(asking("ASK {}"))
    assert line.receive()[0] == 200
    line.send(asking("ASK {}", "".join(f"{one}\r\n" for one in headers)))
    assert line.receive()[0] == status
    line.close()


def test_what_looks_like_a_request_in_a_body_is_none(server: httpx.Client) -> None:
    line = Line(server)
    body = asking("ASK {}").format(host=line.host)
    head = f"POST /sparql HTTP/1.1\r\nHost: {{host}}\r\nContent-Type: application/sparql-query\r\nContent-Length: {len(body)}\r\n\r\n"
    line.send(head, body.replace("{", "{{").replace("}", "}}"))
    status, _, told = line.receive()
    assert status == 400
    assert b"can't be read at line 1" in told
    line.close()


@pytest.mark.parametrize(
    "start", ["GET /api/version HTTP/1.1\r\n", "POST /sparql HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"]
)
def test_headers_without_end_are_not_taken(server: httpx.Client, start: str) -> None:
    line = Line(server)
    line.send(f"{start}X: ")
    with pytest.raises(ConnectionError):
        line.send("x" * 20_000_000)
    line.close()


@pytest.mark.parametrize("begun", ["", "GET / HT", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab"])
def test_a_request_that_does_not_come_to_its_end_is_given_up(monkeypatch: pytest.MonkeyPatch, begun: str) -> None:
    monkeypatch.setattr(quick, "_PATIENCE", 0.1)
    names = Names(["localhost"])
    config = uvicorn.Config(Guard(Starlette(), names=names), lifespan="off")
    config.load()

    async def told() -> bytes:
        sparql, requests = SparqlEndpoint(None, most_rows=1), PlainRequests(names)  # type: ignore[arg-type]  # nothing is asked
        lending = Lending(Service("", names, 1, None), tellers=0)
        made = partial(quick.QuickProtocol, config, ServerState(), {}, sparql=sparql, requests=requests, lending=lending)
        async with await asyncio.get_running_loop().create_server(made, "127.0.0.1", 0) as listening:
            reader, writer = await asyncio.open_connection(*listening.sockets[0].getsockname())
            writer.write(begun.encode())
            found = await asyncio.wait_for(reader.read(), 3)
            writer.close()
            return found

    assert b" 200 " not in finished(told())


def test_who_has_gone_leaves_no_query_behind(location: Path) -> None:
    with serving(location, "--timeout", "100", "--workers", "2") as server:  # longer than the client waits below
        lines = [Line(server) for _ in range(2)]
        lines[0].send(asking(ENDLESS))
        lines[1].send(asking(ENDLESS, HEADERS + "X-Other: 1\r\n"))
        time.sleep(0.3)
        for one in lines:
            one.close()
        assert "Brightline" in server.get("/sparql", params={"query": HIRED}).text

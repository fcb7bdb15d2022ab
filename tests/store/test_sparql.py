"""What only an endpoint can do wrong."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocabulary as v
from kg.errors import StoreError
from kg.store import open_store
from kg.store.sparql import SparqlStore, endpoint_urls
from tests.conftest import change, serve


@pytest.fixture(scope="module")
def union_endpoint() -> Iterator[str]:
    process, address = serve("--union-default-graph")
    yield address
    process.terminate()
    process.wait(10)


def test_an_endpoint_that_shows_named_graphs_is_refused(union_endpoint: str) -> None:
    with pytest.raises(StoreError, match=r"switch that off .*union-default-graph"):
        open_store(union_endpoint)
    empty = open_store(union_endpoint, read_only=True)  # nothing in it yet that could be mistaken
    assert list(empty.quads()) == []
    graph = NamedNode("urn:test:article")
    change(union_endpoint, f"INSERT DATA {{ GRAPH {graph} {{ {graph} {v.TEXT} 'x' }} }}")
    with pytest.raises(StoreError, match=r"switch that off"):
        open_store(union_endpoint, read_only=True)


def test_opening_leaves_nothing_behind(endpoint: str) -> None:
    store = open_store(endpoint)
    assert store.triple_terms
    assert list(store.quads()) == []


def test_no_server() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError, match=r"can't be reached .*check the address"):
        open_store(f"http://127.0.0.1:{port}")


@pytest.fixture
def odd_server() -> Iterator[str]:
    class Odd(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(403 if "forbidden" in self.path else 200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html>\n<b>no</b>\n</html>")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Odd)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_of_another_kind(odd_server: str) -> None:
    with pytest.raises(StoreError, match=r"didn't answer in SPARQL's formats"):
        open_store(odd_server)
    with pytest.raises(StoreError, match=r"refused the request .403"):
        open_store(f"{odd_server}/forbidden")


def test_a_server_that_doesnt_answer() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StoreError, match=r"didn't answer within 0.2 s"):
            SparqlStore(f"{address}/query", f"{address}/update", timeout=0.2)


@pytest.mark.parametrize(
    ("location", "query", "update"),
    [
        ("http://h:7878", "http://h:7878/query", "http://h:7878/update"),
        ("http://h/ds/", "http://h/ds/query", "http://h/ds/update"),
        ("http://h/ds/sparql", "http://h/ds/sparql", "http://h/ds/update"),
        ("http://h/r/x,http://h/r/x/statements", "http://h/r/x", "http://h/r/x/statements"),
    ],
)
def test_addresses(location: str, query: str, update: str) -> None:
    assert endpoint_urls(location) == (query, update)


def test_a_large_load_goes_in_pieces(endpoint: str) -> None:
    store = open_store(endpoint)
    quads = {Quad(NamedNode("urn:test:a"), NamedNode("urn:test:b"), Literal(n)) for n in range(12_000)}
    store.load(quads)
    assert set(store.quads()) == quads

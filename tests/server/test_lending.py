"""Connections lent to processes that answer on them: whoever asks sees no difference, whatever goes wrong on the way."""

from __future__ import annotations

import asyncio
import mmap
import os
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.query.child import CONTEXT
from kg.server.guard import Names
from kg.server.lending import Lending, _Channel
from kg.server.states import States
from kg.server.teller import GivenBack, Progress, Service, Teller
from kg.store.oxigraph import OxigraphStore
from tests.server.conftest import Served, running
from tests.server.line import HEADERS, Line, asking
from tests.server.loop import finished
from tests.server.test_sparql import ENDLESS, GRAPH, HIRED

resource = pytest.importorskip("resource", reason="needs the limits of a Unix")
pytestmark = pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the processes' descriptors are looked up in /proc")

LARGE = "SELECT (STRLEN(?a20) AS ?n) ?a20 {{ BIND('{letters}' AS ?a0) {doubled} }}".format(
    letters="0123456789", doubled=" ".join(f"BIND(CONCAT(?a{number}, ?a{number}) AS ?a{number + 1})" for number in range(20))
)
"""Gives ten million bytes."""


class Borrowed:
    """A connection that was lent, and what is said of it."""

    told: GivenBack | str | None = None

    def is_back(self, given: GivenBack) -> None:
        self.told = given

    def is_broken(self) -> None:
        self.told = "broken"


def children(served: Served) -> list[int]:
    """The processes of a server beside the one that listens."""
    return [int(one) for thread in Path(f"/proc/{served.process.pid}/task").iterdir() for one in (thread / "children").read_text().split()]


def sockets(process: int) -> list[str]:
    """What sockets a process has, by their inodes."""
    found = []
    with suppress(FileNotFoundError):
        for one in Path(f"/proc/{process}/fd").iterdir():
            with suppress(FileNotFoundError):
                found.append(os.readlink(one))
    return [one[8:-1] for one in found if one.startswith("socket:[")]


def holder(served: Served, line: Line) -> int | None:
    """The process that a connection is lent to."""
    ends = f":{served.client.base_url.port:04X}", f":{line.port:04X}"
    for fields in (row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]):
        if (fields[1][-5:], fields[2][-5:]) == ends:
            return next((one for one in children(served) if fields[9] in sockets(one)), None)
    return None


def soon(seen: Callable[[], object]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + 20
    while not seen():
        assert time.monotonic() < until
        time.sleep(0.01)


@contextmanager
def lent(served: Served, number: int = 1) -> Iterator[list[Line]]:
    """Connections that are lent to somebody."""
    lines = [Line(served.client) for _ in range(number)]
    lend(served, *lines)
    yield lines
    for line in lines:
        line.close()


def lend(served: Served, *lines: Line) -> None:
    """Ask until connections are lent."""

    def are_lent() -> bool:
        for line in lines:
            line.send(asking("ASK {}"))
            assert line.receive()[0] == 200
        return all(holder(served, line) for line in lines)

    soon(are_lent)


@pytest.fixture(scope="module")
def teller(location: Path) -> Iterator[Teller]:
    """A process that answers as those of the server do."""
    made = Teller(Service(str(location), Names(["127.0.0.1"]), 1_000, CONTEXT.RawValue("Q", 0)))
    yield made
    made.end()


@contextmanager
def lent_to(teller: Teller) -> Iterator[Line]:
    """A connection at whose other end is nobody but this process."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        line = Line(httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}"))
        theirs, _ = listening.accept()
    with theirs:
        theirs.setblocking(False)
        assert teller.lend(1, theirs.fileno())
    yield line
    line.close()


def answer(line: Line, query: str) -> bytes:
    """The body of a good answer."""
    line.send(asking(query))
    status, _, body = line.receive()
    assert status == 200
    return body


@contextmanager
def stopped(process: int) -> Iterator[None]:
    """Have a process stand still."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGCONT)


@pytest.mark.parametrize("accept", ["*/*", "text/csv, text/turtle;q=0.3", "application/sparql-results+xml, text/turtle", "image/png"])
def test_answers_are_the_same(teller: Teller, served: Served, accept: str) -> None:
    queries = [
        HIRED,
        GRAPH,
        "ASK {}",
        "SELECT * { <urn:nothing> ?p ?o }",
        "SELECT * { ?s ",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT ?nothing { ?a ?b ?c . ?d ?e ?f } LIMIT 1500",
        "a%b+c",
        "SELECT ('\N{GREEK SMALL LETTER ALPHA}+%2B\\n' AS ?a) {}",
    ]
    headers = HEADERS.replace("text/csv", accept)
    for query in queries:
        with lent_to(teller) as line:
            line.send(asking(query, headers))
            assert line.receive() == _asked_once(served, asking(query, headers))


def _asked_once(served: Served, request: str) -> tuple[int, dict[str, str], bytes]:
    line = Line(served.client)
    line.send(request)
    found = line.receive()
    line.close()
    return found


@pytest.mark.parametrize(
    "pieces",
    [
        [asking(HIRED)[:30], asking(HIRED)[30:]],
        [asking(HIRED) + asking("ASK {}")],
        [asking("ASK {}") + asking(HIRED)[:40], asking(HIRED)[40:]],
        [asking(HIRED, HEADERS + "X-Other: 1\r\n")],
        [asking(HIRED, HEADERS.replace("{host}", "evil.example"))],
        ["GET /api/version HTTP/1.1\r\n" + HEADERS + "\r\n"],
        ["GET /sparql?query= HTTP/1.1\r\n" + HEADERS + "\r\n"],
        ["GET /sparql?query=%FF HTTP/1.1\r\n" + HEADERS + "\r\n"],
        ["GET /sparql?query=ASK%7B%7D&query=ASK%7B%7D HTTP/1.1\r\n" + HEADERS + "\r\n"],
        ["POST /sparql HTTP/1.1\r\n" + HEADERS + "Content-Type: application/sparql-query\r\nContent-Length: 7\r\n\r\nASK {{ }}"],
    ],
)
def test_requests_of_other_kinds_go_their_way(served: Served, pieces: list[str]) -> None:
    expected = _asked_once(served, "".join(pieces))
    with lent(served) as (line,):
        line.send(*pieces)
        assert line.receive() == expected
        lend(served, line)


def test_requests_sent_at_once_are_answered_in_their_order(served: Served) -> None:
    queries = [f"SELECT ({number} AS ?n) {{}}" for number in range(8)]
    with lent(served) as (line,):
        line.send("".join(asking(one) for one in queries))
        assert [line.receive()[2].split()[1] for _ in queries] == [b"%d" % number for number in range(8)]
        lend(served, line)


def test_a_runaway_is_ended_and_slows_nobody(served: Served) -> None:
    with lent(served, 3) as lines:  # two of them at least at the same process
        lines[0].send(asking(ENDLESS))
        for _ in range(30):
            for line in lines[1:]:
                assert b"Brightline Calls" in answer(line, HIRED)
        assert lines[0].is_quiet()
        status, _, told = lines[0].receive()
        assert status == 503
        assert b"longer than 1.5 seconds" in told
        assert b"Brightline Calls" in answer(lines[0], HIRED)
        lend(served, *lines[1:])


def test_a_query_can_not_fill_the_memory(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RUST_BACKTRACE", raising=False)  # it takes the process a second to write one
    with running(location, "--workers", "1") as served, lent(served) as (line,):
        for one in (served.process.pid, *children(served)):
            resource.prlimit(one, resource.RLIMIT_DATA, (250_000_000, 250_000_000))
        line.send(asking(LARGE.replace(" }", " " + " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(20, 34)) + " }")))
        status, _, told = line.receive()
        assert status in (400, 503)
        assert b"memory" in told
        assert b"Brightline Calls" in answer(line, HIRED)


def test_processes_that_end_are_replaced_and_nobody_notices(served: Served) -> None:
    with lent(served, 4) as lines:
        for line in lines:
            process = holder(served, line)
            if process is None:  # it ended already, or nothing was asked there for a while
                continue
            with stopped(process):
                asked = [one for one in lines if holder(served, one) == process]
                for one in asked:
                    one.send(asking(HIRED))
                os.kill(process, signal.SIGKILL)
                for one in asked:
                    assert b"Brightline Calls" in one.receive()[2]
        assert all(b"Brightline Calls" in answer(line, HIRED) for line in lines)
        lend(served, *lines)
        soon(lambda: all("Z" not in Path(f"/proc/{one}/stat").read_text().split()[2] for one in children(served)))


def test_only_a_connection_on_which_something_was_being_sent_is_broken() -> None:
    class Ended:
        progress = Progress(5, 2, 2)

    channel = _Channel(Lending(Service("", Names([]), 1, None), tellers=0), Ended())  # type: ignore[arg-type]
    for sending, expected in ((2, "broken"), (0, GivenBack(2, asked=True))):
        Ended.progress.sending = sending
        lines = [Borrowed() for _ in range(3)]
        channel.lent = dict(enumerate(lines, 1))
        channel.take_back()
        assert [one.told for one in lines] == [GivenBack(1), expected, GivenBack(3)]
        assert not channel.lent


def test_who_reads_slowly_gets_all_and_keeps_nobody_waiting(served: Served) -> None:
    with lent(served, 3) as lines:
        for line in lines[:2]:
            line.send(asking(LARGE))
        soon(lambda: not any(line.is_quiet() for line in lines[:2]))
        assert b"Brightline Calls" in answer(lines[2], HIRED)
        for line in lines[:2]:
            _, headers, body = line.receive()
            assert len(body) == int(headers["content-length"])
            assert body.endswith(b"0123456789\r\n")
            assert body.count(b"0123456789") == 1 << 20
            assert b"Brightline Calls" in answer(line, HIRED)


def test_who_reads_nothing_fills_no_memory(served: Served) -> None:
    def resident() -> int:
        return int(Path(f"/proc/{served.process.pid}/statm").read_text().split()[1]) * mmap.PAGESIZE

    with lent(served) as (line,):
        before = resident()
        for _ in range(12):
            line.send(asking(LARGE))
            time.sleep(0.1)
        assert resident() - before < 80_000_000
        assert all(len(line.receive()[2]) > 10_000_000 for _ in range(12))
        lend(served, line)


def test_who_leaves_leaves_nothing_behind(served: Served) -> None:
    with lent(served, 2):
        pass
    soon(lambda: not any(line in sockets(one) for one in children(served) for line in _connected(served)))
    before = len(_connected(served))
    for begun in ("", "GET / HT", asking("ASK {}"), asking(LARGE), asking(HIRED) + asking(HIRED), asking(ENDLESS)):
        with lent(served, 3) as lines:
            for line in lines:
                line.send(begun)
    soon(lambda: len(_connected(served)) == before)
    soon(lambda: not any(one in sockets(process) for process in children(served) for one in _connected(served)))


def _connected(served: Served) -> set[str]:
    """The connections that the server has, by their inodes."""
    port = f":{served.client.base_url.port:04X}"
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {row[9] for row in rows if row[1].endswith(port) and row[9] != "0"} & set(sockets(served.process.pid))


def test_a_connection_that_asks_nothing_comes_back(served: Served) -> None:
    with lent(served) as (line,):
        soon(lambda: holder(served, line) is None)
        assert b"Brightline Calls" in answer(line, HIRED)


def test_what_is_built_meanwhile_is_seen(location: Path, tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    shutil.copytree(location, path)
    new = Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("new"))
    with running(path, "--workers", "2") as served, lent(served) as (line,):
        assert b"new" not in answer(line, "SELECT * { <urn:a> ?p ?o }")
        with OxigraphStore(path) as store:
            store.load([new])
        soon(lambda: b"new" in answer(line, "SELECT * { <urn:a> ?p ?o }"))
        lend(served, line)
        assert b"new" in answer(line, "SELECT * { <urn:a> ?p ?o }")


def test_what_the_server_itself_wrote_is_seen_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.server.states._LOOK", 1e9)
    written = CONTEXT.RawValue("Q", 0)
    states = States(str(tmp_path), written)
    seen = states.look()
    (tmp_path / "000004.log").write_text("x")
    assert states.look() == seen
    written.value += 1
    assert states.look() > seen


def test_a_server_that_is_stopped_stops(location: Path) -> None:
    with running(location, "--timeout", "1", "--workers", "2") as served, lent(served, 3) as lines:
        processes = children(served)
        lines[0].send(asking(ENDLESS))
        served.process.terminate()
        status, _, told = lines[0].receive()
        assert status == 503
        assert b"longer than 1 seconds" in told
        assert served.process.wait(20) is not None
        soon(lambda: not any(Path(f"/proc/{one}").exists() for one in processes))
        for line in lines:
            with pytest.raises((AssertionError, ConnectionError)):
                line.receive()


def test_nothing_is_lent_where_nobody_can_take_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def start(service: Service) -> Teller:
        tried.append(service.location)
        raise BlockingIOError("no more processes")

    async def lend(location: str, times: int) -> None:
        lending = Lending(Service(location, Names([]), 1, None), tellers=2)
        while len(tried) < times:
            assert not lending.lend(Borrowed(), 0)
            await asyncio.sleep(0.01)
        assert not lending.lend(Borrowed(), 0)
        await lending.close()

    monkeypatch.setattr("kg.server.lending.Teller", start)
    monkeypatch.setattr("kg.server.lending._PAUSE", 0.05)
    finished(asyncio.wait_for(lend("kg.db", 6), 20))
    tried.clear()
    finished(lend("http://127.0.0.1:1/", 0))
    assert not tried

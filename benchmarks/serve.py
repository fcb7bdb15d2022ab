"""How many simple queries a second `kg serve` answers, beside `oxigraph serve-read-only` over the same store.

    python benchmarks/serve.py STORE.db [--clients 10] [--seconds 3] [--rounds 5]

Three kinds of SELECT about the store's entities, each entity in its turn: its names, what it is joined to, and the statements about it. The
clients keep their connections and wait for each answer; they are one process of their own, the same for both servers. The two take turns,
round by round, since other work of the machine comes and goes; the figures are the medians of the rounds. Beside them stands the
processor's time that a server's processes take for an answer, which hangs less on what else is running.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote

from kg.store import open_store
from kg.vocabulary import SPARQL_PREFIXES

KINDS: Mapping[str, str] = {
    "names": "SELECT ?name {{ {entity} rdfs:label|skos:altLabel ?name }}",
    "joined to": "SELECT ?relation ?other ?label {{ {entity} ?relation ?other . ?other rdfs:label ?label }}",
    "statements": "SELECT ?st ?relation ?object ?status {{ ?st rdf:subject {entity} ; rdf:predicate ?relation ; "
    "rdf:object ?object ; kg:status ?status }}",
}
_ENTITIES = 2_000


class Client(asyncio.Protocol):
    """One connection: it sends a request, waits for the whole response, and sends the next."""

    def __init__(self, requests: Iterator[bytes], until: float, done: asyncio.Future[int]) -> None:
        self._requests, self._until, self._done = requests, until, done
        self._held, self._answered = bytearray(), 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        transport.write(next(self._requests))  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self._held += data
        if not is_whole(self._held):
            return
        if not self._held.startswith(b"HTTP/1.1 200"):
            self._done.set_exception(RuntimeError(self._held[:500].decode()))
            return
        self._held.clear()
        self._answered += 1
        if time.monotonic() < self._until:
            self._transport.write(next(self._requests))  # type: ignore[attr-defined]
        else:
            self._transport.close()
            self._done.set_result(self._answered)


def is_whole(response: bytearray) -> bool:
    """Whether a response is there to its end, by its length or its last chunk."""
    end = response.find(b"\r\n\r\n")
    if end < 0:
        return False
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", response[:end])
    return len(response) >= end + 4 + int(length[1]) if length else response.endswith(b"\r\n0\r\n\r\n")


async def throughput(port: int, requests: Sequence[bytes], clients: int, seconds: float) -> float:
    """Answers a second."""
    loop = asyncio.get_running_loop()
    begun = time.monotonic()
    waiting: list[asyncio.Future[int]] = []
    for number in range(clients):
        done: asyncio.Future[int] = loop.create_future()
        mine = islice(cycle(requests), number * len(requests) // clients, None)
        await loop.create_connection(lambda mine=mine, done=done: Client(mine, begun + seconds, done), "127.0.0.1", port)
        waiting.append(done)
    answered = sum(await asyncio.gather(*waiting))
    return answered / (time.monotonic() - begun)


def ask(results: object, port: int, requests: Sequence[bytes], clients: int, seconds: float) -> None:
    """The clients' process."""
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        results.put(runner.run(throughput(port, requests, clients, seconds)))  # type: ignore[attr-defined]


def measured(server: Server, queries: Sequence[str], clients: int, seconds: float) -> Figures:
    """What these queries show."""
    port, path = server.port, server.path
    requests = [
        f"GET {path}?query={quote(one)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: application/sparql-results+json\r\n\r\n".encode()
        for one in queries
    ]
    context = multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    process = context.Process(target=ask, args=(results, port, requests, clients, seconds))
    process.start()
    before = server.seconds()
    throughput = float(results.get())
    cost = (server.seconds() - before) / (throughput * seconds)
    process.join()
    return Figures(throughput, cost)


@dataclass(frozen=True)
class Server:
    """A running server: its process, its port and where it answers."""

    process: int
    port: int
    path: str

    def seconds(self) -> float:
        """What it and its children had of the processors so far."""
        listed = subprocess.run(["pgrep", "-P", str(self.process)], capture_output=True, text=True).stdout.split()
        fields = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in (self.process, *listed)]
        return sum(int(user) + int(system) for *_, user, system in (one[:13] for one in fields)) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Figures:
    """Answers a second, and seconds of the processors for each."""

    throughput: float
    cost: float


@contextmanager
def serving(command: Sequence[str], port: int, path: str) -> Iterator[Server]:
    """A server that answers until the end of the block."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(400):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}{path}?query=ASK%7B%7D", timeout=5).close()
                break
            except OSError:
                time.sleep(0.05)
        yield Server(process.pid, port, path)
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def queries_about(store: Path, kind: str) -> list[str]:
    """A query of this kind about each entity."""
    with open_store(store, read_only=True) as opened:
        found = opened.query(f"{SPARQL_PREFIXES} SELECT ?e {{ ?e kg:named ?any }} ORDER BY ?e LIMIT {_ENTITIES}")
        prefixes = "".join(line for line in SPARQL_PREFIXES.splitlines(keepends=True) if re.match(r"PREFIX (kg|rdfs?|skos):", line))
        return [prefixes + KINDS[kind].format(entity=row["e"]) for row in found]  # type: ignore[union-attr, index]


def main(store: Path, clients: int, seconds: float, rounds: int) -> None:
    """Measure and print."""
    oxigraph = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    theirs, ours = free_port(), free_port()
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(store), "--port", str(ours)]
    oxigraph_command = [oxigraph, "serve-read-only", "--location", str(store), "--bind", f"127.0.0.1:{theirs}"]
    print(f"Answers a second to {clients} clients, and microseconds of the processors for each; medians of {rounds} rounds")
    print(f"{'':<12}{'oxigraph':>10}{'':>8}{'kg serve':>10}{'':>8}{'ratio':>8}{'':>8}")
    with serving(oxigraph_command, theirs, "/query") as theirs_running, serving(command, ours, "/sparql") as ours_running:
        for kind in KINDS:
            queries = queries_about(store, kind)
            pairs = [
                (measured(theirs_running, queries, clients, seconds), measured(ours_running, queries, clients, seconds))
                for _ in range(rounds)
            ]
            medians = [
                (statistics.median(one.throughput for one in figures), statistics.median(one.cost for one in figures))
                for figures in zip(*pairs, strict=True)
            ]
            shown = "".join(f"{throughput:>10,.0f}{cost * 1e6:>8.0f}" for throughput, cost in medians)
            ratio = statistics.median(ours.throughput / theirs.throughput for theirs, ours in pairs)
            cost = statistics.median(theirs.cost / ours.cost for theirs, ours in pairs)
            print(f"{kind:<12}{shown}{ratio:>8.2f}{cost:>8.2f}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--clients", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    main(given.store, given.clients, given.seconds, given.rounds)

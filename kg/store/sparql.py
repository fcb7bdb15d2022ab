"""A store behind any SPARQL 1.1 endpoint, over HTTP."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from http.client import HTTPException
from types import TracebackType
from typing import Final, Self
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat

from kg.errors import QueryError, StoreError
from kg.store.interface import Dataset, Results
from kg.store.text import bind, data_text

_ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9"
_PLACE: Final = re.compile(r"(?:line |at )(\d+)(?:, column |:)(\d+)", re.IGNORECASE)
_CHUNK: Final = 5_000
"""Quads a request: what servers take without a setting."""


class SparqlStore:
    """Quads on a server. Its default graph must hold only what was put there, or a denial would look like a fact."""

    def __init__(self, query_url: str, update_url: str, *, read_only: bool = False, timeout: float = 120) -> None:
        """Ask the endpoint whether it is there and fit. `timeout` is in seconds a request. StoreError says what is wrong with it."""
        self._query_url, self._update_url = query_url, update_url
        self._read_only, self._timeout = read_only, timeout
        self._triple_terms = self._has_triple_terms()
        self._refuse_union()

    @property
    def triple_terms(self) -> bool:
        return self._triple_terms

    def query(self, text: str, *, parameters: Mapping[str, NamedNode | Literal] | None = None, dataset: Dataset | None = None) -> Results:
        body, kind = self._post(self._query_url + _parameters(dataset), "application/sparql-query", bind(text, parameters))
        try:
            if "sparql-results" in kind or "json" in kind:
                return pyoxigraph.parse_query_results(body, QueryResultsFormat.JSON)
            triples = pyoxigraph.parse(body, RdfFormat.N_TRIPLES)
            local = pyoxigraph.Store()
            local.bulk_extend(triples)
            return local.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self._query_url} didn't answer in SPARQL's formats but in {kind}: check its address.") from error

    def update(self, text: str) -> None:
        if self._read_only:
            raise StoreError(f"{self._update_url} was opened for reading only: open it for writing.")
        self._post(self._update_url, "application/sparql-update", text)

    def quads(self, graph: NamedNode | BlankNode | DefaultGraph | None = None) -> Iterator[Quad]:
        if graph is None or isinstance(graph, DefaultGraph):
            for row in self._select("SELECT ?s ?p ?o { ?s ?p ?o }"):
                yield Quad(row["s"], row["p"], row["o"])
        if graph is None:
            for row in self._select("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"):
                yield Quad(row["s"], row["p"], row["o"], row["g"])
        elif not isinstance(graph, DefaultGraph):
            for row in self._select(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
                yield Quad(row["s"], row["p"], row["o"], graph)

    def load(self, quads: Iterable[Quad]) -> None:
        blank: list[Quad] = []  # kept together: the same label in another request is another node
        chunk: list[Quad] = []
        for quad in quads:
            (blank if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode) else chunk).append(quad)
            if len(chunk) == _CHUNK:
                self.update(f"INSERT DATA {{ {data_text(chunk)} }}")
                chunk = []
        if chunk or blank:
            self.update(f"INSERT DATA {{ {data_text(chunk + blank)} }}")

    def close(self) -> None:
        """Nothing is held open between requests."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _select(self, text: str) -> QuerySolutions:
        found = self.query(text)
        assert isinstance(found, QuerySolutions)
        return found

    def _ask(self, text: str) -> bool:
        found = self.query(text)
        return isinstance(found, QueryBoolean) and bool(found)

    def _has_triple_terms(self) -> bool:
        self._ask("ASK { }")  # whatever is wrong with the address shows here
        try:
            return self._ask("ASK { BIND(<<( <urn:kg:a> <urn:kg:b> <urn:kg:c> )>> AS ?t) FILTER(isTRIPLE(?t)) }")
        except (QueryError, StoreError):
            return False

    def _refuse_union(self) -> None:
        """Put a quad into a named graph, and refuse the endpoint where a plain query sees it."""
        if self._read_only:
            seen = self._ask("ASK { GRAPH ?g { ?s ?p ?o } ?s ?p ?o . ?s <https://w3id.org/accordingto#text> ?o }")
        else:
            probe = f"<urn:uuid:{uuid.uuid4()}>"
            quad = f"{{ GRAPH {probe} {{ {probe} {probe} {probe} }} }}"
            self.update(f"INSERT DATA {quad}")
            try:
                seen = self._ask(f"ASK {{ {probe} {probe} {probe} }}")
            finally:
                self.update(f"DELETE DATA {quad}")
        if seen:
            raise StoreError(
                f"{self._query_url} shows named graphs in its default graph, so that denials would look like facts: switch that off "
                "(Oxigraph: start without --union-default-graph; Fuseki: tdb:unionDefaultGraph false; GraphDB and RDF4J can't be used)."
            )

    def _post(self, url: str, content_type: str, text: str) -> tuple[bytes, str]:
        headers = {"Content-Type": content_type, "Accept": _ACCEPT, "User-Agent": "accordingto"}
        request = Request(url, data=text.encode(), headers=headers, method="POST")
        try:
            with urlopen(request, timeout=self._timeout) as answer:
                return answer.read(), answer.headers.get_content_type()
        except HTTPError as error:
            why = _first_line(error.read(2000))
            if error.code == 400:
                told = QueryError(f"{url} can't read the SPARQL: {why}.")
                place = _PLACE.search(why)
                told.place = (int(place[1]), int(place[2])) if place else None
                raise told from error
            raise StoreError(f"{url} refused the request ({error.code}: {why}): check its address and permissions.") from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            cause = error.reason if isinstance(error, URLError) else error
            if isinstance(cause, TimeoutError):
                raise StoreError(f"{url} didn't answer within {self._timeout:g} s: make the query smaller, or try again later.") from error
            raise StoreError(f"{url} can't be reached ({cause}): check the address and that the server runs.") from error


def _parameters(dataset: Dataset | None) -> str:
    """A dataset as SPARQL's protocol says it in a query's address."""
    if dataset is None:
        return ""
    named = [("named-graph-uri", one.value) for one in dataset.named]
    return "?" + urlencode([*(("default-graph-uri", one.value) for one in dataset.default), *named])


def endpoint_urls(location: str) -> tuple[str, str]:
    """Where to ask and where to change: both given with a comma between, or `…/query` (or `…/sparql`) and `…/update` below one address."""
    first, comma, second = location.partition(",")
    if comma:
        return first, second
    head, _, last = first.rstrip("/").rpartition("/")
    if last in ("query", "sparql"):
        return first.rstrip("/"), f"{head}/update"
    return f"{first.rstrip('/')}/query", f"{first.rstrip('/')}/update"


def _first_line(body: bytes) -> str:
    text = body.decode("utf-8", "replace").strip()
    try:
        told = json.loads(text)
        text = str(told.get("message", text)) if isinstance(told, dict) else text
    except ValueError:
        pass
    line = " ".join(text.split()).rstrip(".")
    return (line if len(line) <= 200 else line[:200] + "…") or "no reason given"

"""The JSON API: what each address takes, and which answer a worker makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from kg import vocabulary as v
from kg.errors import KgError, UsageError
from kg.manifest import code_version
from kg.server import entities, pictures, statements
from kg.server.exchange import JSON, as_json, respond, respond_error
from kg.server.pool import OWN_WORK, Pool
from kg.server.statements import Wanted
from kg.store.interface import Store

_USUAL: Final = 100
_MOST: Final = 1_000
"""Items of a page."""
_DEEPEST: Final = 6
_LONGEST_NUMBER: Final = 9
_STATUSES: Final = {"affirmed": v.AFFIRMED, "denied": v.DENIED, "possible": v.POSSIBLE, "planned": v.PLANNED}
_PAGED: Final = ("limit", "after")

Work = tuple[Callable[..., Any], tuple[Any, ...]]
"""What a worker is to do with the store, and what else that takes."""


class Parameters:
    """A request's parameters, each given once at most."""

    def __init__(self, request: Request, known: Collection[str] | None) -> None:
        """`known` are those that there are (None: any). UsageError for others."""
        given = request.query_params.multi_items()
        self._values = dict(given)
        if len(given) != len(self._values):
            raise UsageError("Give each parameter once.")
        if known is not None:
            self.check(known)

    def check(self, known: Collection[str]) -> None:
        """UsageError where there is one that isn't known."""
        for name in self._values:
            if name not in known:
                listed = f"it takes {', '.join(known)}" if known else "it takes none"
                raise UsageError(f"There is no parameter {name[:50]!r} here: {listed}.")

    def text(self, name: str) -> str | None:
        return self._values.get(name) or None

    def needed(self, name: str) -> str:
        value = self.text(name)
        if value is None:
            raise UsageError(f"Give the parameter {name!r}.")
        return value

    def iri(self, name: str) -> NamedNode | None:
        value = self.text(name)
        return None if value is None else _iri(name, value)

    def number(self, name: str, usual: int, most: int, least: int = 0) -> int:
        value = self.text(name)
        if value is None:
            return usual
        if not value.isascii() or not value.isdigit() or len(value) > _LONGEST_NUMBER or not least <= int(value) <= most:
            raise UsageError(f"{name!r} is a number from {least} to {most}, not {value[:50]!r}.")
        return int(value)

    def choice(self, name: str, among: Mapping[str, Any]) -> Any:
        value = self.text(name)
        if value is not None and value not in among:
            raise UsageError(f"{name!r} is {', '.join(among)}, not {value[:50]!r}.")
        return None if value is None else among[value]

    def flag(self, name: str) -> bool:
        return bool(self.choice(name, {"true": True, "1": True, "false": False, "0": False}))

    def page(self) -> tuple[int, str | None]:
        return self.number("limit", _USUAL, _MOST, least=1), self.text("after")

    def others(self, *names: str) -> dict[str, str]:
        """All but these."""
        return {name: value for name, value in self._values.items() if name not in names}


def _graph(given: Parameters) -> Work:
    if query := given.text("query"):
        return pictures.answered, (query, given.others("query"))
    given.check(("entity", "depth", "from", "to", "any_status", "query"))
    if entity := given.text("entity"):
        if given.text("from") or given.text("to"):
            raise UsageError("Give an entity, or `from` and `to`, and not both.")
        return pictures.surroundings, (entity, given.number("depth", 1, _DEEPEST))
    if given.text("from") or given.text("to"):
        return pictures.connections, _between(given)
    return pictures.everything, ()


def _between(given: Parameters) -> tuple[str, str, bool]:
    return given.needed("from"), given.needed("to"), given.flag("any_status")


def _wanted(given: Parameters) -> Wanted:
    status = given.choice("status", _STATUSES)
    return Wanted(given.iri("entity"), given.iri("relation"), status, given.iri("speaker"), given.iri("article"))


_ANSWERS: Final[Mapping[str, tuple[Collection[str] | None, Callable[[Parameters], Work]]]] = {
    "graph": (None, _graph),
    "entities": (
        ("q", "class", *_PAGED),
        lambda given: (entities.entities, (given.text("q") or "", given.iri("class"), *given.page())),
    ),
    "entity": (("id",), lambda given: (entities.entity, (given.needed("id"),))),
    "statements": (
        ("entity", "relation", "status", "speaker", "article", *_PAGED),
        lambda given: (statements.statements, (_wanted(given), *given.page())),
    ),
    "paths": (("from", "to", "any_status"), lambda given: (pictures.paths, _between(given))),
    "articles": (_PAGED, lambda given: (statements.articles, given.page())),
    "article": (("id",), lambda given: (statements.article, (_iri("id", given.needed("id")),))),
    "rejections": ((), lambda given: (statements.rejections, ())),
    "ontology": ((), lambda given: (pictures.ontology, ())),
}
"""Name → the parameters it takes, and what is to be done."""


class Api:
    """The API's GET routes over a pool."""

    def __init__(self, pool: Pool, *, edit: bool) -> None:
        self._pool, self._edit = pool, edit
        self._program = code_version()

    def routes(self) -> list[Route]:
        """A route for each address."""
        asked = [Route(f"/api/{name}", _Answering(self, *answer), methods=["GET"]) for name, answer in _ANSWERS.items()]
        return [*asked, Route("/api/queries", self._queries, methods=["GET"]), Route("/api/version", self._version, methods=["GET"])]

    def version(self) -> str | None:
        """What differs once the store or the program does; None where nobody can tell."""
        state = self._pool.state()
        return None if state is None else hashlib.sha256(f"{state} {self._program}".encode()).hexdigest()[:16]

    async def answer(self, work: Work) -> bytes:
        function, arguments = work
        seconds = None if function is pictures.answered else OWN_WORK
        return await self._pool.ask(_json, function, arguments, seconds=seconds)

    async def _queries(self, request: Request) -> _Json:
        return _Json(as_json(pictures.queries()))

    async def _version(self, request: Request) -> _Json:
        return _Json(as_json({"version": self.version(), "edit": self._edit}))


class _Answering:
    """One address."""

    def __init__(self, api: Api, known: Collection[str] | None, work: Callable[[Parameters], Work]) -> None:
        self._api, self._known, self._work = api, known, work

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        version = self._api.version()
        tag = f'"{version}"'.encode()
        headers = [(b"cache-control", b"no-cache")] + ([(b"etag", tag)] if version else [])
        try:
            work = self._work(Parameters(request, self._known))
            if version and request.headers.get("if-none-match", "").encode() == tag:
                await respond(send, 304, JSON, b"", headers)
            else:
                await respond(send, 200, JSON, await self._api.answer(work), headers)
        except KgError as error:
            await respond_error(send, error)


class _Json:
    """A response that is ready."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await respond(send, 200, JSON, self._body, [(b"cache-control", b"no-cache")])


def _json(store: Store, function: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    """What a worker does: the answer as JSON, made where there is time for it."""
    return as_json(function(store, *arguments))


def _iri(name: str, value: str) -> NamedNode:
    try:
        return NamedNode(value)
    except ValueError as error:
        raise UsageError(f"{name!r} is an IRI, which {value[:100]!r} isn't: give it whole.") from error

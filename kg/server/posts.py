"""What is sent to the server: articles to be read, and with `--edit` what people decide."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from kg.errors import KgError, UsageError
from kg.server import edits, previews
from kg.server.desk import Desk
from kg.server.edits import Setting
from kg.server.exchange import JSON, RequestError, as_json, body_of, error_body, status_of
from kg.server.pool import Pool
from kg.server.previews import Handed
from kg.user import user_name

_NDJSON: Final = "application/x-ndjson"
_LONGEST: Final = 5_000_000
"""Bytes of a request: an article's characters may be escaped."""
_LONGEST_REASON: Final = 10_000
_EDITING: Final = 300.0
_READING: Final = 120.0
"""Seconds that a change of the store and the reading of an article may take."""
_CLOSED: Final = RequestError(403, "This server changes nothing: start it with `kg serve --edit`.")

Fields = dict[str, str]


class Posts:
    """The POST routes: a process for decisions and one for reading, each started when it is first needed; one of both writes at a time."""

    def __init__(self, pool: Pool, location: str, *, edit: bool, ontology: tuple[Path, ...], allow_imports: tuple[str, ...]) -> None:
        self._pool, self._edit = pool, edit
        self._setting = Setting(location, ontology, allow_imports, user_name())
        self._editor, self._reader = Desk(location, seconds=_EDITING), Desk(location, seconds=_READING)
        self._writing = asyncio.Lock()

    def routes(self) -> list[Route]:
        """A route for each."""
        made = {"read": self._read, "keep": self._keep, "reject": self._reject, "restore": self._restore, "remove": self._remove}
        return [Route(f"/api/{name}", endpoint, methods=["POST"]) for name, endpoint in made.items()]

    def close(self) -> None:
        """End the processes."""
        self._editor.close()
        self._reader.close()

    async def _read(self, request: Request) -> Response:
        try:
            handed = Handed(**await _fields(request, ("text",), ("name", "title", "publisher", "published", "url")))
            told = self._reader.stream(previews.preview, self._setting, handed)
            first = await anext(told)
        except KgError as error:
            return _refusal(error)
        return StreamingResponse(_lines(first, told), media_type=_NDJSON, headers={"Cache-Control": "no-store"})

    async def _keep(self, request: Request) -> Response:
        optional = ("name", "title", "publisher", "published", "url")
        return await self._change(request, self._reader, previews.keep, lambda given: (Handed(**given),), ("text",), optional)

    async def _reject(self, request: Request) -> Response:
        return await self._change(
            request, self._editor, edits.reject, lambda given: (given["statement"], _reason(given["why"])), ("statement", "why")
        )

    async def _restore(self, request: Request) -> Response:
        return await self._change(
            request,
            self._editor,
            edits.restore,
            lambda given: (given["statement"], _reason(given["why"]) if "why" in given else None),
            ("statement",),
            ("why",),
        )

    async def _remove(self, request: Request) -> Response:
        return await self._change(request, self._editor, edits.remove, lambda given: (given["article"],), ("article",))

    async def _change(
        self,
        request: Request,
        desk: Desk,
        function: Callable[..., Mapping[str, Any]],
        arguments: Callable[[Fields], tuple[Any, ...]],
        needed: tuple[str, ...],
        optional: tuple[str, ...] = (),
    ) -> Response:
        try:
            if not self._edit:
                raise _CLOSED
            given = arguments(await _fields(request, needed, optional))
            async with self._writing:
                done = await desk.ask(function, self._setting, *given)
        except KgError as error:
            return _refusal(error)
        finally:
            self._pool.look_again()
        return Response(as_json(done), media_type=JSON.decode())


async def _fields(request: Request, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> Fields:
    """The texts in a request's JSON object. RequestError for another type, which pages of other sites could send unasked; UsageError."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != JSON.decode():
        raise RequestError(415, f"Send JSON, as {JSON.decode()}, not {media_type[:100] or 'without a type'}.")
    try:
        given = json.loads(await body_of(request.scope, request.receive, _LONGEST))
    except (ValueError, RecursionError) as error:
        raise UsageError("The request isn't JSON: send an object of texts.") from error
    if not isinstance(given, dict):
        raise UsageError("Send a JSON object.")
    given = {name: value for name, value in given.items() if value is not None}
    for name, value in given.items():
        if name not in (*needed, *optional):
            raise UsageError(f"There is no field {name[:50]!r} here: it takes {', '.join((*needed, *optional))}.")
        if not isinstance(value, str):
            raise UsageError(f"The field {name!r} is a text.")
        if not _is_unicode(value):
            raise UsageError(f"The field {name!r} isn't Unicode: correct its escapes.")
    for name in needed:
        if not given.get(name, "").strip():
            raise UsageError(f"Give the field {name!r}.")
    return given


def _is_unicode(text: str) -> bool:
    """Whether it has no half of a surrogate pair, which JSON's escapes can give and nothing stores."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _reason(text: str) -> str:
    if len(text) > _LONGEST_REASON:
        raise UsageError(f"The reason has more than {_LONGEST_REASON:,} characters: make it shorter.")
    return text


async def _lines(first: Any, told: AsyncGenerator[Any, None]) -> AsyncIterator[bytes]:
    """One JSON value a line; an error on the way is the last one."""
    yield as_json(first) + b"\n"
    async with aclosing(told):
        try:
            async for one in told:
                yield as_json(one) + b"\n"
        except KgError as error:
            yield as_json({"error": str(error)}) + b"\n"


def _refusal(error: KgError) -> Response:
    return Response(as_json(error_body(error)), status_of(error), media_type=JSON.decode())

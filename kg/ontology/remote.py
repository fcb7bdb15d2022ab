"""Imports from the network: only those that the user named, over HTTP, from the host that was named, in bounded size and time."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from email.message import Message
from functools import cache
from http.client import HTTPException
from pathlib import PurePosixPath
from typing import IO, Final
from urllib.parse import urlsplit

from kg.errors import OntologyError
from kg.ontology import limits
from kg.ontology.files import SUFFIXES, Source, checked

_SECONDS: Final = 30.0
"""For the whole of it."""
_PATIENCE: Final = 10.0
"""For each piece."""
_PIECE: Final = 65_536
_TYPES: Final = {
    "text/turtle": ".ttl",
    "application/n-triples": ".nt",
    "application/rdf+xml": ".rdf",
    "application/owl+xml": ".rdf",
    "application/ld+json": ".jsonld",
}
_ACCEPT: Final = ", ".join(list(_TYPES)[:3]) + ";q=0.8"


@cache  # what a run reads and what it extracts with is the same, even where the address gives something else a moment later
def fetch(iri: str) -> Source:
    """What an address gives. Raises OntologyError where it isn't HTTP, leads elsewhere, fails, or gives too much or for too long."""
    if urlsplit(iri).scheme not in ("http", "https"):
        raise OntologyError(f"The import {iri} can't be fetched: only http and https addresses are.")
    request = urllib.request.Request(iri, headers={"Accept": _ACCEPT, "User-Agent": "accordingto"})
    ends = time.monotonic() + _SECONDS
    try:
        with urllib.request.build_opener(_SameHost).open(request, timeout=_PATIENCE) as answer:
            suffix = _TYPES.get(answer.headers.get_content_type()) or PurePosixPath(urlsplit(iri).path).suffix.lower()
            data = _all(answer, iri, ends)
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise OntologyError(f"The import {iri} can't be fetched ({reason}): check the address, or name a file of it.") from error
    if suffix not in SUFFIXES:
        raise OntologyError(f"The import {iri} is no RDF by its type or suffix: name the address of Turtle, RDF/XML, N-Triples or JSON-LD.")
    return Source(iri, suffix, checked(iri, data), base=iri)


def _all(answer: IO[bytes], iri: str, ends: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while size <= limits.MAX_BYTES and (piece := answer.read1(_PIECE)):  # type: ignore[attr-defined]
        pieces.append(piece)
        size += len(piece)
        if time.monotonic() > ends:
            raise OntologyError(f"The import {iri} wasn't there after {_SECONDS:.0f} seconds: download it, and name the file.")
    return b"".join(pieces)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows what stays with the scheme and host that the user named."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        """The next request. Raises OntologyError where it would go elsewhere."""
        before, after = urlsplit(req.full_url), urlsplit(newurl)
        if (before.scheme, before.netloc) != (after.scheme, after.netloc):
            raise OntologyError(f"The import {req.full_url} leads elsewhere ({newurl}): allow that address, or name a file of it.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]

"""What things are called: IRIs made of a base, a slug and a digest, the same anywhere for the same thing."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.statement import Statement

DEFAULT_BASE: Final = "urn:kg:"
_SLUG_LENGTH: Final = 60
_STATEMENT_FRAGMENT: Final = re.compile(r"s-[0-9a-f]{16}")


def checked_base(base: str) -> str:
    """The base, if IRIs can be made of it. UsageError otherwise."""
    try:
        NamedNode(f"{base}article/x#x")
    except ValueError as error:
        raise UsageError(f"IRIs can't begin with {base!r} ({error}): give a base such as urn:kg: or https://example.org/.") from error
    return base


def digest16(text: str) -> str:
    """The first 16 hex digits of the text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def slug(text: str) -> str:
    """A readable part of an IRI: lower case, letters and digits of any script kept, all else one hyphen; `x` where nothing is left."""
    normal = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\W_]+", "-", normal)[:_SLUG_LENGTH].strip("-") or "x"


def article_iri(key: str, base: str = DEFAULT_BASE) -> NamedNode:
    """`<base>article/<slug>-<digest>`: the slug of the key's last part without its suffix, the digest of the whole key."""
    last = re.split(r"[/#]", key.partition("?")[0].rstrip("/#"))[-1]
    return NamedNode(f"{base}article/{_escape(slug(PurePosixPath(last).stem))}-{digest16(key)}")


def entity_iri(article: NamedNode, key: str) -> NamedNode:
    """`<article>#<key>`, with what an IRI can't hold percent-encoded; `entity_key` is the inverse."""
    fragment = _escape(key)
    if _STATEMENT_FRAGMENT.fullmatch(fragment):  # never the IRI of a statement
        fragment = "%73" + fragment[1:]
    return NamedNode(f"{article.value}#{fragment}")


def entity_key(iri: NamedNode) -> str:
    """The key of an entity in its article."""
    return unquote(iri.value.partition("#")[2], errors="surrogatepass")


def article_of(iri: NamedNode) -> NamedNode:
    """The article that an entity or statement stands in: the graph's name too."""
    return NamedNode(iri.value.partition("#")[0])


def statement_iri(article: NamedNode, statement: Statement) -> NamedNode:
    """`<article>#s-<digest>`: of article key, relation, status and the ranges of subject, object, evidence, amount and time."""
    ranges = (statement.subject_span, statement.object_span, statement.evidence, statement.amount, statement.when)
    content = [statement.article, statement.relation, statement.status, *((one.start, one.end) if one else None for one in ranges)]
    return NamedNode(f"{article.value}#s-{digest16(json.dumps(content))}")


def below(iri: NamedNode, part: str) -> NamedNode:
    """An IRI for something that belongs to this one: `<iri>/<part>`."""
    return NamedNode(f"{iri.value}/{part}")


def inference_iri(base: str, subject: NamedNode, relation: NamedNode, object: NamedNode | Literal) -> NamedNode:
    """`<base>inference/<digest>`, a digest of the triple."""
    return NamedNode(f"{base}inference/{digest16(f'{subject} {relation} {object}')}")


def decisions_graph(base: str) -> NamedNode:
    """The graph of people's decisions."""
    return NamedNode(f"{base}decisions")


def manifest_graph(base: str) -> NamedNode:
    """The graph that tells what the store was built from and with."""
    return NamedNode(f"{base}manifest")


def _escape(text: str) -> str:
    """Letters, digits and `-_.~` as they are, all else as percent-encoded UTF-8."""
    return "".join(
        one if one in "-_." or (one.isalnum() and (one.isascii() or one.isalpha())) else quote(one, safe="~", errors="surrogatepass")
        for one in text
    )

"""Where terms and literals stand in a Turtle text. Parsers don't tell, so that the text is read once more, word by word.

It needn't be well-formed: what can't be understood is passed over, since it is the parser that says what is wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import urljoin

from kg.ontology.checking.findings import Place

# What is opened and never closed ends with the line or the text, so that nothing is read twice.
_TOKEN: Final = re.compile(
    r'''(?P<long>"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*+(?:\'\'\')?)'''
    r"""|(?P<short>"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)"""
    r"""|(?P<iri><[^<>"{}|^`\s]*+>)"""
    r"""|(?P<directive>@prefix\b|@base\b|\b(?:PREFIX|BASE|prefix|base)\b(?=\s))"""
    r"""|(?P<name>[\w\-]*+:(?:[\w\-%:~!$&*+=/\\]|\.(?=[\w\-%:]))*+|\ba\b)"""
    r"""|(?P<mark>[.;,\[\](){}])"""
    r"""|(?P<other>\#[^\n]*+|@[\w\-]++|\^\^|[\w+\-.]++|\S)""",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:u(?P<four>[0-9A-Fa-f]{4})|U(?P<eight>[0-9A-Fa-f]{8})|(?P<one>.))", re.DOTALL)
_ESCAPED: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Kind = Literal["iri", "text", "mark", "directive"]


@dataclass(frozen=True, slots=True)
class _Word:
    kind: Kind
    value: str
    start: int


@dataclass
class Places:
    """Where in one file each term is described, and where each IRI or literal is said of it."""

    file: str
    described: dict[str, Place] = field(default_factory=dict)
    said: dict[tuple[str, ...], Place] = field(default_factory=dict)
    named: dict[str, Place] = field(default_factory=dict)

    def of(self, term: str, value: str | None = None, predicate: str = "") -> Place | None:
        """Where the file says this IRI or literal of the term, by that predicate if it can tell; else where it describes the term."""
        keys = ((term, predicate, value), (term, value)) if value is not None else ()
        exact = (self.said.get(key) for key in keys)
        return next((place for place in exact if place is not None), None) or self.described.get(term)

    def of_name(self, iri: str) -> Place | None:
        """Where the file names an IRI first, in whatever place."""
        return self.named.get(iri)


def places(file: str, text: str, base: str) -> Places:
    """Read a Turtle text for its places; time and memory grow with its length."""
    found = Places(file)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    subject: str | None = None
    predicate = ""
    depth = 0
    for word in _words(text, base):
        if word.kind == "mark":
            depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(word.value, 0)
            if word.value == "." and depth <= 0:
                subject, depth = None, 0
            if word.value in {".", ";"} and depth <= 0:
                predicate = ""
            continue
        line = bisect_right(starts, word.start)
        place = Place(file, line, word.start - starts[line - 1] + 1)
        if word.kind == "iri":
            found.named.setdefault(word.value, place)
        if subject is not None:
            found.said.setdefault((subject, word.value), place)
            found.said.setdefault((subject, predicate, word.value), place)
            predicate = predicate or word.value
        elif word.kind == "iri" and depth == 0:
            subject = word.value
            found.described.setdefault(subject, place)
    return found


def _words(text: str, base: str) -> Iterator[_Word]:
    """IRIs in full, literals' texts, and the marks between them; directives are obeyed and left out."""
    prefixes: dict[str, str] = {}
    tokens = _TOKEN.finditer(text)
    for token in tokens:
        kind, value = token.lastgroup, token.group()
        if kind == "directive":
            base = _obey(tokens, value, prefixes, base)
        elif kind == "iri":
            yield _Word("iri", _joined(base, value), token.start())
        elif kind == "name":
            known = _expanded(value, prefixes)
            if known is not None:
                yield _Word("iri", known, token.start())
        elif kind in {"long", "short"}:
            yield _Word("text", _unescaped(_inner(value, 3 if kind == "long" else 1)), token.start())
        elif kind == "mark":
            yield _Word("mark", value, token.start())


def _inner(literal: str, marks: int) -> str:
    """What stands between a literal's quotation marks."""
    return literal[marks:].removesuffix(literal[:marks])


def _obey(tokens: Iterator[re.Match[str]], directive: str, prefixes: dict[str, str], base: str) -> str:
    """Take in a prefix or a base, up to the IRI that ends it, and the full stop of those that have one."""
    prefix: str | None = None
    for token in tokens:
        if token.lastgroup == "iri":
            iri = _joined(base, token.group())
            if directive.startswith("@"):
                next(tokens, None)
            if prefix is None:
                return iri
            prefixes[prefix] = iri
            return base
        if token.lastgroup != "name" or prefix is not None:
            return base
        prefix = token.group().rstrip(":")
    return base


def _joined(base: str, token: str) -> str:
    iri = _unescaped(token[1:-1])
    try:
        return iri if re.match(r"[A-Za-z][\w+.\-]*:", iri) else urljoin(base, iri)
    except ValueError:
        return iri


def _expanded(name: str, prefixes: dict[str, str]) -> str | None:
    if name == "a":
        return _RDF_TYPE
    prefix, _, local = name.partition(":")
    start = prefixes.get(prefix)
    return None if start is None else start + re.sub(r"\\(.)", r"\1", local)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(escape: re.Match[str]) -> str:
    digits = escape["four"] or escape["eight"]
    if digits:
        return chr(int(digits, 16)) if int(digits, 16) < 0x110000 else "\ufffd"
    return _ESCAPED.get(escape["one"], escape["one"])

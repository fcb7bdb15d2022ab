"""Loaded ontologies, kept by the contents of their files: reading them anew takes many times as long."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, TypeVar

from kg.cache import ontologies
from kg.code import code_digest
from kg.ontology.files import read
from kg.ontology.model import AtMost, Individual, Ontology, OntologyClass, Relation
from kg.resources import folder

_T = TypeVar("_T")


def key(paths: Sequence[Path] | None) -> str:
    """A digest of all that these files hold (None: our own), of our own, which may stand beside them, and of the code that reads them.
    Raises OntologyError where one can't be read."""
    digest = hashlib.sha256(code_digest("ontology").encode())
    for chosen in ([folder("ontology")], paths or ()):
        digest.update(b"\0" if paths is None else b"\1")
        for path in chosen:
            for one in read(path):
                digest.update(f"{one.suffix} {len(one.data)} ".encode() + one.data)
    return digest.hexdigest()[:32]


def recall(key: str) -> Ontology | None:
    """The ontology that was kept under this key; None where there is none."""
    data = ontologies().read(key)
    try:
        return unpack(data) if data is not None else None
    except ValueError:
        return None


def keep(key: str, ontology: Ontology) -> None:
    """Keep an ontology under the key of its files."""
    ontologies().write(key, pack(ontology))


def pack(ontology: Ontology) -> bytes:
    """An ontology as JSON, each of its terms as the list of its fields' values."""
    held = {
        "digest": ontology.digest,
        "classes": [*map(_values, ontology.classes.values())],
        "relations": [*map(_values, ontology.relations.values())],
        "individuals": [*map(_values, ontology.individuals.values())],
        "words": {name: sorted(words) for name, words in ontology.word_classes.items()},
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), default=sorted).encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> Ontology:
    """The same back. Raises ValueError where it isn't what `pack` gives."""
    held = json.loads(data)
    try:
        return Ontology(
            classes={one.iri: one for one in _terms(OntologyClass, held["classes"])},
            relations={one.iri: one for one in _terms(Relation, held["relations"])},
            digest=held["digest"],
            individuals={one.iri: one for one in _terms(Individual, held["individuals"])},
            word_classes={name: frozenset(words) for name, words in held["words"].items()},
        )
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ValueError("this isn't an ontology as it is packed") from error


def _values(one: Any) -> list[Any]:
    return [getattr(one, field.name) for field in fields(one)]


def _terms(kind: Callable[..., _T], rows: Iterable[list[Any]]) -> list[_T]:
    """Terms from their values; what JSON has as lists is what the fields' types say."""
    made = [(place, maker) for place, field in enumerate(fields(kind)) if (maker := _maker(str(field.type))) is not None]  # type: ignore[arg-type]
    found = []
    for row in rows:
        for place, maker in made:
            row[place] = maker(row[place])
        found.append(kind(*row))
    return found


def _pairs(values: Iterable[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, values))


def _bounds(values: Iterable[list[Any]]) -> tuple[AtMost, ...]:
    return tuple(AtMost(*one) for one in values)


_MAKERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "tuple[tuple": _pairs,
    "tuple[AtMost": _bounds,
    "tuple[str": tuple,
    "frozenset[str": frozenset,
}


def _maker(type: str) -> Callable[[Any], Any] | None:
    return next((maker for begin, maker in _MAKERS.items() if type.startswith(begin)), None)

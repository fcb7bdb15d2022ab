"""Files of an ontology: which there are in a folder, and their bytes, never more than is sensible and from nowhere else."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import OntologyError
from kg.ontology import limits

BASE: Final = "file:///ontology/"
"""What relative IRIs of a file are relative to, wherever it lies: the same file means the same everywhere."""
SUFFIXES: Final = (".ttl", ".nt", ".rdf", ".owl", ".jsonld")
"""RDF that is read."""
FTM_SUFFIXES: Final = (".yaml", ".yml", ".json")
"""A FollowTheMoney model: its schemata, or the dump of all of them."""

SHAPES: Final = "shapes.ttl"
"""The name of a file that holds shapes for what is built: no part of the ontology, so that a change of it reads no article anew."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lies there: what it is called in messages, the suffix that tells its format, its bytes, the base of its relative IRIs,
    and the folder in which its imports may lie (None: nowhere, since it comes from elsewhere)."""

    name: str
    suffix: str
    data: bytes
    base: str = BASE
    folder: Path | None = None


def read(path: Path) -> Iterator[Source]:
    """A file, or all RDF files of a folder in the order of their names; of a folder without any, its YAML. A
    file of shapes is none of them. Raises OntologyError."""
    if not path.is_dir():
        if path.name != SHAPES:
            yield read_file(path)
        return
    files = sorted(one for one in path.iterdir() if one.name != SHAPES)
    found = next((some for kinds in (SUFFIXES, FTM_SUFFIXES[:2]) if (some := [one for one in files if one.suffix.lower() in kinds])), [])
    if not found:
        raise OntologyError(f"The folder {path} has no Turtle file (.ttl) that could be an ontology: name another, or a file.")
    size = 0
    for one in found:
        source = read_file(one, inside=path)
        size += len(source.data)
        if size > limits.MAX_BYTES:
            raise OntologyError(f"The folder {path} is larger than {limits.MAX_BYTES // 1_000_000} MB: name the files of the ontology.")
        yield source


def read_file(path: Path, *, inside: Path | None = None) -> Source:
    """One file. Raises OntologyError where it can't be read, is no regular file, is of no known kind, is too large, or leads out of the
    folder in which it has to lie."""
    suffix = path.suffix.lower()
    try:
        if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
            raise OntologyError(f"{path} leads out of the folder {inside}: copy the file into it, or name it with --ontology.")
        if not stat.S_ISREG(path.stat().st_mode):
            raise OntologyError(f"The ontology {path} is no ordinary file: name a file or a folder of files.")
        if suffix not in (*SUFFIXES, *FTM_SUFFIXES):
            kinds = ", ".join((*SUFFIXES, *FTM_SUFFIXES))
            raise OntologyError(f"The ontology {path} is of no kind that is known by its suffix: name one of {kinds}.")
        with path.open("rb") as file:
            data = file.read(limits.MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = getattr(error, "strerror", None) or error
        raise OntologyError(f"The ontology {path} can't be read ({why}): check its name and its permissions.") from error
    return Source(str(path), suffix, checked(str(path), data), folder=path.parent)


def checked(name: str, data: bytes) -> bytes:
    """The bytes without byte order mark. Raises OntologyError where they are too many, or no UTF-8 text."""
    if len(data) > limits.MAX_BYTES:
        raise OntologyError(f"The ontology {name} is larger than {limits.MAX_BYTES // 1_000_000} MB: split it, or name the right file.")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OntologyError(f"{name}, line {line}: this isn't UTF-8 text; save it in this encoding.") from error
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise OntologyError(f"{name}, line {line}: there is a NUL character, which no text has; correct it there.")
    return data.removeprefix(b"\xef\xbb\xbf")

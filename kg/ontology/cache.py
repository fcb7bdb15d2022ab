"""Compiled wordings, kept by digest of everything that they come from: the Turtle, the pipeline and the code."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import platformdirs
from pydantic import TypeAdapter, ValidationError
from spacy.language import Language

from kg.code import code_digest
from kg.language import model
from kg.ontology.compile import Compiled, compile_ontology
from kg.ontology.model import Ontology

_ADAPTER = TypeAdapter(Compiled)
_SOURCES = ("ontology", "language")


def compiled(ontology: Ontology, nlp: Language) -> Compiled:
    """The ontology's patterns, from the cache where they are there; a cache that can't be read or written is done without."""
    path = folder() / f"{_key(ontology, nlp)}.json"
    try:
        return _ADAPTER.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        found = compile_ontology(ontology, nlp)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(_ADAPTER.dump_json(found))
        os.replace(file.name, path)
    except OSError:
        pass
    return found


def folder() -> Path:
    """Where compiled wordings are kept."""
    return Path(platformdirs.user_cache_dir("accordingto")) / "wordings"


def _key(ontology: Ontology, nlp: Language) -> str:
    return hashlib.sha256("\0".join((ontology.digest, model.version(nlp), code_digest(*_SOURCES))).encode()).hexdigest()[:32]

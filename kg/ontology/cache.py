"""Compiled wordings, kept by digest of everything that they come from: the examples, the pipeline and the code.

What an example's parses give is kept too, by itself, so that of an ontology that was changed only the new examples are parsed.
"""

from __future__ import annotations

import hashlib

from spacy.language import Language

from kg.cache import wordings
from kg.code import code_digest
from kg.language import model
from kg.ontology.compile import Compiled, Votes, compile_ontology, wordings_digest
from kg.ontology.model import Ontology
from kg.ontology.packing import pack, pack_votes, unpack, unpack_votes

_SOURCES = ("ontology", "language")
_MOST = 30_000  # examples kept, of all ontologies together


def compiled(ontology: Ontology, nlp: Language) -> Compiled:
    """The ontology's patterns, from the cache where they are there; a cache that can't be read or written is done without.

    The pipeline must be mended (`kg.language.mending`) as for articles: that is no part of what the cache knows a pipeline by.
    """
    cache = wordings()
    by = f"{model.fingerprint(nlp)}\0{code_digest(*_SOURCES)}"
    key, examples_key = _digest(f"{wordings_digest(ontology)}\0{by}"), _digest(by)
    data = cache.read(key)
    if data is not None:
        try:
            return unpack(data)
        except ValueError:
            pass
    kept = _kept(cache.read(examples_key))
    found = compile_ontology(ontology, nlp, kept)
    cache.write(key, pack(found))
    cache.write(examples_key, pack_votes(dict([*kept.items()][-_MOST:])))
    return found


def _kept(data: bytes | None) -> dict[str, Votes]:
    try:
        return unpack_votes(data) if data is not None else {}
    except ValueError:
        return {}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]

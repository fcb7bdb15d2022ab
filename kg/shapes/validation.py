"""A store held against shapes, by pySHACL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import rdflib
from pyoxigraph import Quad, RdfFormat, parse, serialize
from pyoxigraph import Triple as TripleTerm

from kg.errors import KgError, OntologyError
from kg.ontology.model import Ontology
from kg.shapes.data import data_of
from kg.shapes.generated import shapes
from kg.shapes.report import Reader, Violation
from kg.store.interface import Store


@dataclass(frozen=True, slots=True)
class Report:
    """All violations, those of the ontology first, by the labels of what violates; and the same as a SHACL validation report."""

    violations: tuple[Violation, ...]
    quads: tuple[Quad, ...]


def validate(store: Store, ontology: Ontology, own: Iterable[TripleTerm] = ()) -> Report:
    """Hold the store against the ontology's shapes and these of people's own.

    Raises KgError where pySHACL isn't installed, OntologyError where a shape is none.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise KgError(
            "Shapes are checked by pySHACL, which isn't installed: install it with `pip install 'accordingto[shacl]'`."
        ) from error
    data = data_of(store, ontology)
    made = _graph(one.triple for one in shapes(ontology))
    wanted = made + _graph(own)
    try:
        _, found, _ = pyshacl.validate(_graph(data.triples), shacl_graph=wanted, inference="none", js=False, do_owl_imports=False)
    except Exception as error:  # what pySHACL, rdflib and pyparsing raise for a shape or query that is wrong has no kind in common
        raise OntologyError(f"A shape can't be understood ({' '.join(str(error).split())[:300]}): correct it.") from error
    if isinstance(found, Exception):
        raise OntologyError(f"The shapes can't be checked ({' '.join(str(found).split())[:300]}): correct them.")
    violations = Reader(store, data, found, wanted, made).violations()
    return Report(tuple(violations), tuple(parse(found.serialize(format="nt"), format=RdfFormat.N_TRIPLES)))


def _graph(triples: Iterable[TripleTerm]) -> rdflib.Graph:
    given = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert given is not None
    return rdflib.Graph(bind_namespaces="none").parse(data=given, format="nt")

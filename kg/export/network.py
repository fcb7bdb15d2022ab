"""The statements as a network, and as files of programs that draw networks: GraphML and GEXF."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

import networkx as nx

from kg.query.entities import entities
from kg.query.statements import object_node, statements
from kg.query.terms import local_name
from kg.store.interface import Store

if TYPE_CHECKING:
    Network = nx.MultiDiGraph[str]

_EDGE: Final[tuple[str, ...]] = (
    "speaker_label",
    "amount",
    "when",
    "edtf",
    "violates",
    "sentence",
    "article",
    "headline",
    "publisher",
    "published",
    "url",
)
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TODAY: Final = re.compile(r'\s+lastmodifieddate="[^"]*"')


def network(store: Store) -> Network:
    """Entities as nodes (IRI; `label`, `class`), each subject's literals as nodes of its own (`class` the datatype, `value`), statements as
    edges keyed by IRI (`relation`, `status`, and where known `modality`, speaker, amount, time, the axiom that it `violates`, sentence and
    article). Affirmed or not: look at `status`."""
    graph: Network = nx.MultiDiGraph()
    known = entities(store)
    for iri, row in sorted(known.items()):
        graph.add_node(iri, **{"label": row["label"], "class": local_name(row["class"])})
    for row in statements(store):
        target = object_node(row)
        if row["subject"] not in graph:
            graph.add_node(row["subject"], label="not stated")
        if target not in graph and "datatype" in row:
            graph.add_node(target, **{"label": row["object_label"], "class": local_name(row["datatype"]), "value": row["object"]})
        given: dict[str, str] = {name: row[name] for name in _EDGE if name in row}
        given |= {name: local_name(row[name]) for name in ("relation", "status", "modality") if name in row}
        graph.add_edge(row["subject"], target, key=row["statement"], label=given["relation"], **given)
    return graph


def graphml(store: Store) -> str:
    """GraphML, for yEd, Cytoscape and the like."""
    return "\n".join(nx.generate_graphml(_numbered(network(store)))) + "\n"


def gexf(store: Store) -> str:
    """GEXF, for Gephi, without the date that it would be written on."""
    out = io.BytesIO()
    nx.write_gexf(_numbered(network(store)), out)
    return _TODAY.sub("", out.getvalue().decode())


def _numbered(graph: Network) -> Network:
    """The same with texts that XML can hold, and edge ids."""
    plain: Network = nx.MultiDiGraph()
    for node, known in graph.nodes(data=True):
        plain.add_node(node, **{name: _xml(text) for name, text in known.items()})
    for subject, object, key, known in graph.edges(keys=True, data=True):
        plain.add_edge(subject, object, key=key, id=key, **{name: _xml(text) for name, text in known.items()})
    return plain


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)

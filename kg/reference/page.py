"""The page: one HTML file that asks for nothing else, runs nothing, and shows an ontology whole."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files
from typing import Final

import rdflib
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS

from kg.ontology import vocabulary as kg
from kg.ontology.load import graph_of, ontology_of
from kg.ontology.model import Ontology, OntologyClass, Relation
from kg.ontology.sources import Sources
from kg.reference.diagram import joins, tree
from kg.reference.examples import marked
from kg.reference.names import Names

_SHOWN: Final = 8
"""Examples that are seen without opening the rest."""
_MATCHES: Final = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, RDFS.seeAlso)


def page(found: Sources, *, beside: Mapping[str, str] | None = None) -> str:
    """These files' ontology as HTML: the same files give the same characters. Nothing in them can become markup or code.

    `beside` are further pages that it leads to, name → address. Raises OntologyError.
    """
    ontology, graph = ontology_of(found), graph_of(found)
    names = Names(ontology)
    title, head = _head(ontology, graph, names)
    classes = sorted(ontology.classes.values(), key=lambda one: (one.label.lower(), one.iri))
    relations = sorted(ontology.relations.values(), key=lambda one: (one.label.lower(), one.iri))
    style = (files("kg.reference") / "page.css").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = "\n".join(
        (
            head,
            _section("pictures", "Pictures", _pictures(ontology, names)),
            _section("classes", "Classes", "".join(_class(one, ontology, graph, names) for one in classes)),
            _section("relations", "Relations", "".join(_relation(one, graph, names) for one in relations)),
            _section("words", "Word classes", _words(ontology)),
            _section("individuals", "Known by name", _individuals(ontology, names)),
        )
    )
    contents = _contents(names, classes, relations, beside or {})
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n'
        f"<body>\n{contents}\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _head(ontology: Ontology, graph: rdflib.Graph, names: Names) -> tuple[str, str]:
    """The title, and what the files but the model's say of themselves, the one that most terms are of first."""
    given = {one for one in graph.subjects(RDF.type, OWL.Ontology) if str(one) != kg.MODEL}
    headers = sorted(given, key=lambda one: (-_described(graph, one, ontology), str(one)))
    title = next((text for one in headers for text in _texts(graph, one, DCTERMS.title, RDFS.label)), "Ontology")
    counted = f"{len(ontology.classes)} classes, {len(ontology.relations)} relations, "
    counted += f"{sum(len(one.examples) for one in ontology.relations.values()):,} examples"
    return title, f"<header><h1>{escape(title)}</h1><p>{counted}</p>{''.join(_of_itself(graph, one, names) for one in headers)}</header>"


def _described(graph: rdflib.Graph, header: rdflib.term.Node, ontology: Ontology) -> int:
    """How many of the ontology's terms are of its namespace."""
    return sum(iri.startswith((f"{header}#", f"{header}/")) for iri in (*ontology.classes, *ontology.relations))


def _of_itself(graph: rdflib.Graph, header: rdflib.term.Node, names: Names) -> str:
    rows = [
        ("ontology", names.link(str(header)) if isinstance(header, rdflib.URIRef) else ""),
        ("title", _joined(_texts(graph, header, DCTERMS.title))),
        ("about", _joined(_texts(graph, header, RDFS.comment, DCTERMS.description))),
        ("version", _joined(_texts(graph, header, OWL.versionInfo))),
        ("version IRI", names.links(map(str, graph.objects(header, OWL.versionIRI)))),
        ("version before", names.links(map(str, graph.objects(header, OWL.priorVersion)))),
        ("changes", "".join(f"<p>{escape(text)}</p>" for text in _texts(graph, header, SKOS.changeNote))),
        ("imports", names.links(map(str, graph.objects(header, OWL.imports)))),
    ]
    return _rows(rows)


def _pictures(ontology: Ontology, names: Names) -> str:
    return _figure("What is a kind of what. Dashed: a second kind that it is of.", tree(ontology, names)) + _figure(
        "What the relations join: the classes of their subjects on the left, those of their objects on the right.", joins(ontology, names)
    )


def _figure(caption: str, drawing: str) -> str:
    return f"<figure><figcaption>{caption}</figcaption>{drawing}</figure>"


def _class(one: OntologyClass, ontology: Ontology, graph: rdflib.Graph, names: Names) -> str:
    above = ontology.ancestors(one.iri)
    inverses = {r.inverse for r in ontology.relations.values()}
    stated = [r for r in ontology.relations.values() if r.iri not in inverses or r.examples]
    has = [r.iri for r in stated if r.domain & above]
    takes = [r.iri for r in stated if r.range & above]
    rows = [
        ("kind of", names.links(one.parents)),
        ("kinds", names.links(iri for iri, other in ontology.classes.items() if one.iri in other.parents)),
        ("same as", names.links(one.equivalents)),
        ("never", names.links(one.disjoint)),
        ("at most", ", ".join(f"{bound.number} × {names.link(bound.relation)}" for bound in one.at_most)),
        ("nouns", _many(one.labels)),
        ("in names", _many(one.hidden_labels)),
        ("titles", _many(one.titles)),
        ("given names", f"{len(one.given_names):,}" if one.given_names else ""),
        ("is", ", ".join(_marks(one, names))),
        ("has", names.links(has)),
        ("is object of", names.links(takes)),
        *_alignments(graph, one.iri, names),
    ]
    return _article(names.id(one.iri), one.label, one.iri, _texts(graph, rdflib.URIRef(one.iri), RDFS.comment), _rows(rows))


def _marks(one: OntologyClass, names: Names) -> list[str]:
    return [
        *([f"called {', '.join(map(escape, one.pronouns))}"] if one.pronouns else []),
        *(["a possible speaker"] if one.speaks else []),
        *(["what no noun tells"] if one.default else []),
        *([f"found as {', '.join(map(escape, one.ner_labels))}"] if one.ner_labels else []),
        *([f"together a {names.link(one.plural)}"] if one.plural else []),
        *([f"borne by a {names.link(one.borne_by)}"] if one.borne_by else []),
    ]


def _relation(one: Relation, graph: rdflib.Graph, names: Names) -> str:
    traits = {
        "symmetric": one.symmetric,
        "transitive": one.transitive,
        "one object at most": one.functional,
        "one subject at most": one.inverse_functional,
        "tells namesakes apart": one.tells_apart,
    }
    rows = [
        ("subject", names.links(one.domain, " or ") or "anything"),
        ("object", names.link(one.datatype) if one.datatype else names.links(one.range, " or ") or "anything"),
        ("inverse", names.link(one.inverse) if one.inverse else ""),
        ("is", ", ".join(trait for trait, holds in traits.items() if holds)),
        ("follows into", names.links(one.supers)),
        ("same as", names.links(one.equivalents)),
        ("follows from", "; ".join(" → ".join(map(names.link, chain)) for chain in one.chains)),
        ("says also", names.links(one.also)),
        ("may be marked as", names.links(one.alternatives)),
        *_alignments(graph, one.iri, names),
    ]
    examples = [
        _examples("Examples", "said", one.examples),
        _examples("Told as planned", "planned", one.planned_examples),
        _examples("Not told by", "counter", one.counter_examples),
    ]
    return _article(names.id(one.iri), one.label, one.iri, [one.comment] if one.comment else [], _rows(rows) + "".join(examples))


def _examples(title: str, kind: str, examples: Sequence[str]) -> str:
    if not examples:
        return ""
    shown, rest = examples[:_SHOWN], examples[_SHOWN:]
    more = f"<details><summary>{len(rest):,} more</summary>{_list(rest)}</details>" if rest else ""
    return f'<div class="examples {kind}"><h4>{title}</h4>{_list(shown)}{more}</div>'


def _list(examples: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{marked(text)}</li>' for text in examples)}</ul>"


def _words(ontology: Ontology) -> str:
    rows = [(name, escape(", ".join(sorted(words)))) for name, words in sorted(ontology.word_classes.items())]
    if not rows:
        return "<p>None.</p>"
    return f"<details><summary>{len(rows):,} word classes: words that do for each other in examples</summary>{_rows(rows)}</details>"


def _individuals(ontology: Ontology, names: Names) -> str:
    counted = Counter(one.type for one in ontology.individuals.values())
    return _rows([(names.labels.get(iri, iri), f"{number:,}") for iri, number in counted.most_common()]) if counted else "<p>None.</p>"


def _alignments(graph: rdflib.Graph, iri: str, names: Names) -> list[tuple[str, str]]:
    titles = ("matches exactly", "matches closely", "matches something broader", "matches something narrower", "related to", "see also")
    this = rdflib.URIRef(iri)
    return [(title, names.links(map(str, graph.objects(this, match)))) for title, match in zip(titles, _MATCHES, strict=True)]


def _contents(names: Names, classes: Iterable[OntologyClass], relations: Iterable[Relation], beside: Mapping[str, str]) -> str:
    def part(title: str, iris: Iterable[str]) -> str:
        items = "".join(f"<li>{names.link(iri)}</li>" for iri in iris)
        return f'<li><a href="#{title.lower()}">{title}</a><ul>{items}</ul></li>'

    inner = part("Classes", (one.iri for one in classes)) + part("Relations", (one.iri for one in relations))
    ends = '<li><a href="#words">Word classes</a></li><li><a href="#individuals">Known by name</a></li>'
    links = " ".join(f'<a href="{escape(address)}">{escape(name)}</a>' for name, address in beside.items())
    pages = f'<p class="beside">{links}</p>' if links else ""
    return f'<nav aria-label="Contents">{pages}<ul><li><a href="#pictures">Pictures</a></li>{inner}{ends}</ul></nav>'


def _section(address: str, title: str, inner: str) -> str:
    return f'<section id="{address}"><h2>{title}</h2>{inner}</section>'


def _article(address: str, label: str, iri: str, comments: Iterable[str], inner: str) -> str:
    told = "".join(f"<p>{escape(text)}</p>" for text in comments)
    return f'<article id="{address}"><h3>{escape(label)}</h3><p class="iri">{escape(iri)}</p>{told}{inner}</article>\n'


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    """A list of what is said; the values are HTML, and empty ones are left out."""
    return "<dl>" + "".join(f"<dt>{escape(title)}</dt><dd>{value}</dd>" for title, value in rows if value) + "</dl>"


def _many(words: Sequence[str]) -> str:
    if len(words) <= 30:
        return escape(", ".join(words))
    first, rest = escape(", ".join(words[:20])), escape(", ".join(words[20:]))
    return f"{first} <details><summary>{len(words) - 20:,} more</summary>{rest}</details>"


def _joined(texts: Iterable[str]) -> str:
    return escape(" ".join(texts))


def _texts(graph: rdflib.Graph, subject: rdflib.term.Node, *predicates: rdflib.URIRef) -> list[str]:
    """Literals in English or without a language, else all; of the first predicate that has any."""
    for predicate in predicates:
        given = [one for one in graph.objects(subject, predicate) if isinstance(one, rdflib.Literal)]
        if given:
            return sorted({str(one) for one in [one for one in given if (one.language or "en").startswith("en")] or given})
    return []

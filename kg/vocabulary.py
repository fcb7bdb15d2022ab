"""The terms that the RDF model is written in: its own (`KG`) and the standard vocabularies'."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode


class Namespace:
    """Makes terms of one vocabulary: `RDFS("label")`."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __call__(self, name: str) -> NamedNode:
        return NamedNode(self.iri + name)


KG: Final = Namespace("https://w3id.org/accordingto#")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
SCHEMA: Final = Namespace("https://schema.org/")
SH: Final = Namespace("http://www.w3.org/ns/shacl#")

PREFIXES: Final = {
    "kg": KG.iri,
    "oa": OA.iri,
    "owl": OWL.iri,
    "prov": PROV.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "schema": SCHEMA.iri,
    "sh": SH.iri,
    "skos": SKOS.iri,
    "xsd": XSD.iri,
}
"""Prefix → namespace, for queries and for what is written."""

SPARQL_PREFIXES: Final = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())

TYPE: Final = RDF("type")
LABEL: Final = RDFS("label")
ALT_LABEL: Final = SKOS("altLabel")

# Statements, in their article's graph and (rdf:subject and so on) in the view
STATEMENT: Final = KG("Statement")
UNSTATED: Final = KG("Unstated")
SUBJECT: Final = KG("subject")
RELATION: Final = KG("relation")
OBJECT: Final = KG("object")
OBJECT_LABEL: Final = KG("object_label")
SUBJECT_AT: Final = KG("subject_at")
OBJECT_AT: Final = KG("object_at")
RDF_SUBJECT: Final = RDF("subject")
RDF_PREDICATE: Final = RDF("predicate")
RDF_OBJECT: Final = RDF("object")
REIFIES: Final = RDF("reifies")
STATUS: Final = KG("status")
AFFIRMED: Final = KG("affirmed")
DENIED: Final = KG("denied")
POSSIBLE: Final = KG("possible")
PLANNED: Final = KG("planned")
MODALITY: Final = KG("modality")
ATTRIBUTED_TO: Final = KG("attributed_to")
REPORTED_BY: Final = KG("reported_by")
REPORTERS: Final = KG("reporters")
WORDING: Final = KG("wording")
WORDS: Final = KG("words")

AMOUNT: Final = KG("amount")
AMOUNT_CLASS: Final = KG("Amount")
LOW: Final = KG("low")
HIGH: Final = KG("high")
CURRENCY: Final = KG("currency")
UNIT: Final = KG("unit")
WHEN: Final = KG("when")
TIME_CLASS: Final = KG("Time")
EDTF: Final = KG("edtf")

HAS_TARGET: Final = OA("hasTarget")
HAS_SOURCE: Final = OA("hasSource")
HAS_SELECTOR: Final = OA("hasSelector")
POSITION_SELECTOR: Final = OA("TextPositionSelector")
QUOTE_SELECTOR: Final = OA("TextQuoteSelector")
START: Final = OA("start")
END: Final = OA("end")
EXACT: Final = OA("exact")

# Entities
NAMED: Final = KG("named")
NAME_KEY: Final = KG("name_key")
LABELS: Final = KG("labels")
SEQ: Final = RDF("Seq")

# Articles
NEWS_ARTICLE: Final = SCHEMA("NewsArticle")
HEADLINE: Final = SCHEMA("headline")
PUBLISHER: Final = SCHEMA("publisher")
PUBLISHED: Final = SCHEMA("datePublished")
URL: Final = SCHEMA("url")
DOC: Final = KG("doc")
KEY: Final = KG("key")
TEXT: Final = KG("text")
CONTENT_DIGEST: Final = KG("content_digest")
BLOCK: Final = KG("block")
BLOCK_CLASS: Final = KG("Block")
ROLE: Final = KG("role")

# Inferences
INFERENCE: Final = KG("Inference")
DERIVED_FROM: Final = PROV("wasDerivedFrom")
CAUTION: Final = KG("caution")
VIOLATES: Final = KG("violates")

# Decisions
SAME: Final = KG("Same")
DIFFERENT: Final = KG("Different")
REJECTION: Final = KG("Rejection")
RESTORATION: Final = KG("Restoration")
ENTITY: Final = KG("entity")
OF_STATEMENT: Final = KG("statement")
OF_ARTICLE: Final = KG("article")
SUBJECT_LABEL: Final = KG("subject_label")
EVIDENCE: Final = KG("evidence")
WHO: Final = KG("who")
WHY: Final = KG("why")
DECIDED_AT: Final = PROV("generatedAtTime")

# The manifest
MANIFEST: Final = KG("Manifest")
BASE: Final = KG("base")
FOLDER: Final = KG("folder")
ARTICLE_DIGEST: Final = KG("article_digest")
MODEL_VERSION: Final = KG("model_version")
ONTOLOGY_VERSION: Final = KG("ontology_version")
CODE_VERSION: Final = KG("code_version")
VIEW_VERSION: Final = KG("view_version")
STATEMENTS_DIGEST: Final = KG("statements_digest")

# The ontology, as the view shows it
CLASS: Final = OWL("Class")
OBJECT_PROPERTY: Final = OWL("ObjectProperty")
DATATYPE_PROPERTY: Final = OWL("DatatypeProperty")
SYMMETRIC: Final = OWL("SymmetricProperty")
TRANSITIVE: Final = OWL("TransitiveProperty")
FUNCTIONAL: Final = OWL("FunctionalProperty")
INVERSE_FUNCTIONAL: Final = OWL("InverseFunctionalProperty")
MAX_CARDINALITY: Final = OWL("maxCardinality")
MAX_QUALIFIED: Final = OWL("maxQualifiedCardinality")
RESTRICTION: Final = OWL("Restriction")
ON_PROPERTY: Final = OWL("onProperty")
ON_CLASS: Final = OWL("onClass")
DISJOINT_WITH: Final = OWL("disjointWith")
INVERSE_OF: Final = OWL("inverseOf")
CHAIN: Final = OWL("propertyChainAxiom")
UNION_OF: Final = OWL("unionOf")
SUB_CLASS_OF: Final = RDFS("subClassOf")
SUB_PROPERTY_OF: Final = RDFS("subPropertyOf")
EQUIVALENT_CLASS: Final = OWL("equivalentClass")
EQUIVALENT_PROPERTY: Final = OWL("equivalentProperty")
COMMENT: Final = RDFS("comment")
DOMAIN: Final = RDFS("domain")
RANGE: Final = RDFS("range")
PASSED_LAST: Final = KG("passed_last")
FIRST: Final = RDF("first")
REST: Final = RDF("rest")
NIL: Final = RDF("nil")

INTEGER: Final = XSD("integer")
DECIMAL: Final = XSD("decimal")
BOOLEAN: Final = XSD("boolean")
DATE: Final = XSD("date")
DATE_TIME: Final = XSD("dateTime")
YEAR: Final = XSD("gYear")
YEAR_MONTH: Final = XSD("gYearMonth")
ANY_URI: Final = XSD("anyURI")

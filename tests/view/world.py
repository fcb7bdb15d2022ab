"""A small world of articles in which much can be one, follow, be in dispute or be rejected."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from kg.article import Article
from kg.ontology.model import AtMost, Ontology, OntologyClass, Relation
from kg.statement import Amount, Entity, Evidence, Span, Statement, Status, Value, When

NS = "https://example.org/words#"
XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGER = XSD + "integer"
ACTOR, HUMAN, FIRM, SPOT = NS + "Actor", NS + "Human", NS + "Firm", NS + "Spot"


def relation(name: str, **axioms: object) -> Relation:
    return Relation(NS + name, name, name.replace("_", " "), "", **axioms)  # type: ignore[arg-type]


ONTOLOGY = Ontology(
    classes={
        ACTOR: OntologyClass(ACTOR, "Actor", "actor"),
        HUMAN: OntologyClass(HUMAN, "Human", "human", pronouns=("he", "she"), parents=(ACTOR,), disjoint=(SPOT,)),
        FIRM: OntologyClass(FIRM, "Firm", "firm", parents=(ACTOR,), at_most=(AtMost(NS + "hired", 1, of=ACTOR),)),
        SPOT: OntologyClass(SPOT, "Spot", "spot", passed_last=True, disjoint=(HUMAN,)),
    },
    relations={
        one.iri: one
        for one in (
            relation("deals_with"),
            relation("hired", inverse=NS + "hired_by", supers=(NS + "deals_with",), domain=frozenset({HUMAN, FIRM})),
            relation("hired_by"),
            relation("works_for", tells_apart=True, range=frozenset({FIRM})),
            relation("met", symmetric=True),
            relation("runs", equivalents=(NS + "manages",)),
            relation("manages", equivalents=(NS + "runs",)),
            relation("near_kin_of", chains=((NS + "kin", NS + "manages", NS + "has_part"),)),
            relation("kin", symmetric=True, transitive=True),
            relation("part_of", inverse=NS + "has_part"),
            relation("has_part", transitive=True),
            relation("lies_in", transitive=True),
            relation("seated_in", functional=True, range=frozenset({SPOT}), inverse=NS + "seat_of"),
            relation("seat_of"),
            relation("registered_in", supers=(NS + "seated_in",)),
            relation("married_to", symmetric=True, functional=True),
            relation("invented", inverse_functional=True, domain=frozenset({ACTOR})),
            relation("founded_on", functional=True, datatype=XSD + "date"),
            relation("runs_in", supers=(NS + "deals_with",), chains=((NS + "runs", NS + "lies_in"),)),
            relation("size", datatype=INTEGER),
            relation("staff", datatype=INTEGER, supers=(NS + "size",)),
            relation("born", datatype=XSD + "date", tells_apart=True),
            relation("called", datatype=XSD + "string", equivalents=(NS + "titled",)),
            relation("titled", datatype=XSD + "string", equivalents=(NS + "called",)),
        )
    },
    digest="sha256:one",
)
WITHOUT_CHAINS = Ontology(
    classes=ONTOLOGY.classes,
    relations={iri: one for iri, one in ONTOLOGY.relations.items() if not one.chains},
    digest="sha256:two",
)
OTHER_CLASSES = Ontology(
    classes={
        ACTOR: replace(ONTOLOGY.classes[ACTOR], pronouns=("he",)),
        HUMAN: replace(ONTOLOGY.classes[HUMAN], parents=(), disjoint=()),
        FIRM: replace(ONTOLOGY.classes[FIRM], at_most=(), label="company"),
    },
    relations={iri: replace(one, domain=frozenset({ACTOR})) for iri, one in ONTOLOGY.relations.items() if one.datatype is None},
    digest="sha256:three",
)
MORE_AXIOMS = Ontology(
    classes={**ONTOLOGY.classes, FIRM: replace(ONTOLOGY.classes[FIRM], parents=(SPOT,), at_most=())},
    relations={iri: replace(one, functional=not one.functional) for iri, one in ONTOLOGY.relations.items()},
    digest="sha256:four",
)
ONTOLOGIES = (ONTOLOGY, WITHOUT_CHAINS, OTHER_CLASSES, MORE_AXIOMS)

_NAMES = [
    ("Ann Bell", HUMAN, True),
    ("Bell", HUMAN, True),
    ("Cole Ltd", FIRM, True),
    ("the Cole Ltd", FIRM, True),
    ("Dorn", FIRM, True),
    ("Dorn", SPOT, True),
    ("the vendor", FIRM, False),
    ("Eastham", SPOT, True),
    ("Fenland", SPOT, True),
]
STATED = "hired works_for met met runs lies_in lies_in runs_in kin part_of has_part seated_in registered_in married_to".split()
LIMITED = "hired hired seated_in seat_of registered_in married_to invented invented invented invented".split()
"""Relations of which few may hold at once."""
_WORDS = [None, None, "former", "2019", "2020"]
_VALUES = {
    "founded_on": [
        Value("2019", "2019", XSD + "gYear"),
        Value("in May 2019", "2019-05", XSD + "gYearMonth"),
        Value("2020", "2020", XSD + "gYear"),
    ],
    "staff": [Value("300 people", "300", INTEGER), Value("300", "300", INTEGER), Value("40", "40", INTEGER)],
    "born": [Value("1961", "1961", XSD + "gYear"), Value("May 3", "1961-05-03", XSD + "date")],
    "called": [
        Value("Dorn", "Dorn", XSD + "string"),
        Value("true", "true", XSD + "boolean"),
        Value("Ann Bell", "Ann Bell", XSD + "string"),
    ],
}
_SUMS = [None, None, ("$5", "5"), ("$6", "6.0")]


def article(key: str, sentences: int, chance: random.Random, stated: Sequence[str] = STATED) -> tuple[Article, list[Statement]]:
    """An article with so many invented sentences, and their statements: of these relations."""
    pieces: list[str] = []
    made = []
    for _ in range(sentences):
        made.append(_sentence(key, sum(map(len, pieces)), pieces, chance, stated))
    return Article(key, "".join(pieces), (), key, title=f"About {key}", published="2020-01-01"), made


def _sentence(key: str, start: int, pieces: list[str], chance: random.Random, stated: Sequence[str]) -> Statement:
    subject, object, speaker = (_entity(*chance.choice(_NAMES)) for _ in range(3))
    name = chance.choice([*stated, *stated, *_VALUES])
    said = chance.choice(_VALUES[name]) if name in _VALUES else object
    status = chance.choice([Status.AFFIRMED] * 5 + list(Status))
    when, how_much = chance.choice(_WORDS), chance.choice(_SUMS)
    spans: dict[str, Span] = {}
    text = ""
    for part, words in (("s", subject.label), ("p", name), ("o", said.label), ("w", when), ("a", how_much and how_much[0])):
        if words:
            spans[part] = Span(start + len(text), start + len(text) + len(words))
            text += words + " "
    pieces.append(text + ". ")
    return Statement(
        article=key,
        relation=NS + name,
        subject=None if chance.random() < 0.1 else subject,
        object=said,
        status=status,
        evidence=Evidence(start, start + len(text), text),
        subject_span=spans["s"],
        object_span=spans["o"],
        modality=Status.PLANNED if status is Status.DENIED and chance.random() < 0.3 else None,
        attributed_to=speaker if chance.random() < 0.3 else None,
        reported_by=(speaker,) if chance.random() < 0.1 else (),
        amount=Amount(how_much[0], spans["a"].start, spans["a"].end, low=how_much[1], currency="USD") if how_much else None,
        when=When(when, spans["w"].start, spans["w"].end, None if when == "former" else when) if when else None,
    )


def _entity(label: str, type: str, named: bool) -> Entity:
    return Entity(f"{label} {type[-1]}", type, label, (label,), named)

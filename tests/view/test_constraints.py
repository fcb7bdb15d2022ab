"""What violates an axiom is told and marked, gives no plain triple, and nothing follows from it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from pyoxigraph import NamedNode

from kg import vocabulary as v
from kg.article import Article
from kg.editing import Editor
from kg.identity.decisions import Same, reject_statement
from kg.iris import article_iri, entity_iri
from kg.manifest import Versions
from kg.ontology.model import AtMost, Ontology, OntologyClass, Relation
from kg.statement import Entity, Evidence, Span, Statement, Status, Value
from kg.store.oxigraph import OxigraphStore
from kg.view.stored import drift

NS = "urn:x:"
XSD = "http://www.w3.org/2001/XMLSchema#"


def relation(name: str, **axioms: object) -> Relation:
    return Relation(NS + name, name, name, "", **axioms)  # type: ignore[arg-type]


def some(*names: str) -> frozenset[str]:
    return frozenset(NS + name for name in names)


ONTOLOGY = Ontology(
    {
        one.iri: one
        for one in (
            OntologyClass(NS + "Being", "Being", "being", default=True),
            OntologyClass(NS + "Person", "Person", "person", parents=(NS + "Being",), disjoint=(NS + "Town",)),
            OntologyClass(NS + "Firm", "Firm", "firm", at_most=(AtMost(NS + "audited_by", 2, NS + "Firm"),)),
            OntologyClass(NS + "Town", "Town", "town", disjoint=(NS + "Person",)),
        )
    },
    {
        one.iri: one
        for one in (
            relation("hired", domain=some("Person", "Firm"), range=some("Being"), supers=(NS + "knows",), inverse=NS + "hired_by"),
            relation("hired_by"),
            relation("knows", range=some("Person"), functional=False),
            relation("seat", functional=True, range=some("Town"), inverse=NS + "seat_of"),
            relation("seat_of"),
            relation("main_seat", supers=(NS + "seat",)),
            relation("married", functional=True, symmetric=True),
            relation("invented", inverse_functional=True),
            relation("audited_by"),
            relation("in", transitive=True, functional=True),
            relation("founded", functional=True, datatype=XSD + "date"),
            relation("staff", functional=True, datatype=XSD + "nonNegativeInteger"),
        )
    },
    "sha256:0",
)
DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def store_of(articles: Iterable[Iterable[str]]) -> tuple[OxigraphStore, Editor]:
    """A store in which article `a0`, `a1` and so on affirm lines such as "ann/Person hired bo/Person"."""
    store = OxigraphStore()
    editor = Editor(store, ONTOLOGY)
    for number, lines in enumerate(articles):
        put(editor, number, lines)
    return store, editor


def put(editor: Editor, number: int, lines: Iterable[str]) -> None:
    listed = list(lines)
    article = Article(f"a{number}", "\n".join(listed), (), f"a{number}")
    editor.put(article, [_statement(article, one) for one in listed], Versions("model", ONTOLOGY.digest, "code"))


def _statement(article: Article, line: str) -> Statement:
    words, _, status = line.partition(" (")
    subject, name, told = words.split()
    start = article.text.index(line)
    span = Span(start, start + len(subject))
    at = Span(start + len(words) - len(told), start + len(words))
    return Statement(
        article.key,
        NS + name,
        _entity(subject),
        _entity(told) if "/" in told else _value(told),
        Status(status.rstrip(")") or "affirmed"),
        Evidence(start, start + len(line), line),
        span,
        at,
    )


def _entity(text: str) -> Entity:
    label, _, kind = text.partition("/")
    return Entity(label, NS + kind, label, (label,), named=True)


def _value(text: str) -> Value:
    return Value(text, text, XSD + ("integer" if text.startswith("+") else DATATYPES[len(text)]))


def violations(store: OxigraphStore) -> dict[str, set[str]]:
    """What each statement that is kept out says → the axioms that it violates."""
    found: dict[str, set[str]] = {}
    query = "SELECT ?words ?axiom { ?st kg:violates ?axiom ; oa:hasTarget ?at . ?at oa:hasSelector ?quote . ?quote oa:exact ?words }"
    for row in store.query(v.SPARQL_PREFIXES + query):
        found.setdefault(row["words"].value, set()).add(row["axiom"].value.rpartition("#")[2])
    return found


def plain(store: OxigraphStore) -> set[str]:
    """The plain triples, in the words of the statements."""
    found = set()
    for row in store.query(f"SELECT ?s ?p ?o {{ ?s ?p ?o FILTER(STRSTARTS(STR(?p), '{NS}')) }}"):
        ends = [one.value.rpartition("#")[2] if isinstance(one, NamedNode) else one.value for one in (row["s"], row["o"])]
        found.add(f"{ends[0]} {row['p'].value.removeprefix(NS)} {ends[1]}")
    return found


FUNCTIONAL, INVERSE = {"FunctionalProperty"}, {"InverseFunctionalProperty"}


@pytest.mark.parametrize(
    ("said", "violating", "triples"),
    [
        (["ann/Person hired bo/Person"], {}, {"ann hired bo", "bo hired_by ann", "ann knows bo"}),
        (["ann/Person hired bo/Being"], {}, {"ann hired bo", "bo hired_by ann"}),  # what doesn't fit the wider relation doesn't follow
        (["york/Town hired bo/Person"], {"york/Town hired bo/Person": {"domain"}}, set()),
        (["york/Town hired hull/Town"], {"york/Town hired hull/Town": {"domain", "range"}}, set()),
        (["york/Town hired bo/Person (denied)"], {}, set()),
        (["x/Firm seat york/Town", "y/Firm seat york/Town"], {}, {"x seat york", "y seat york", "york seat_of x", "york seat_of y"}),
        (["x/Firm seat york/Town", "x/Firm seat hull/Town (denied)"], {}, {"x seat york", "york seat_of x"}),
        (
            ["x/Firm seat york/Town", "x/Firm seat hull/Town"],
            {"x/Firm seat york/Town": FUNCTIONAL, "x/Firm seat hull/Town": FUNCTIONAL},
            set(),
        ),
        (
            ["x/Firm seat york/Town", "hull/Town seat_of x/Firm"],
            {"x/Firm seat york/Town": FUNCTIONAL, "hull/Town seat_of x/Firm": FUNCTIONAL},
            set(),
        ),
        (
            ["x/Firm main_seat york/Town", "x/Firm seat hull/Town"],
            {"x/Firm main_seat york/Town": FUNCTIONAL, "x/Firm seat hull/Town": FUNCTIONAL},
            set(),
        ),
        (["x/Firm seat york/Town", "x/Firm seat y/Firm"], {"x/Firm seat y/Firm": {"range"}}, {"x seat york", "york seat_of x"}),
        (
            ["ann/Person married bo/Person", "cy/Person married ann/Person"],
            {"ann/Person married bo/Person": FUNCTIONAL, "cy/Person married ann/Person": FUNCTIONAL},
            set(),
        ),
        (["ann/Person married bo/Person", "bo/Person married ann/Person"], {}, {"ann married bo", "bo married ann"}),
        (
            ["ann/Person invented gin/Being", "bo/Person invented gin/Being"],
            {"ann/Person invented gin/Being": INVERSE, "bo/Person invented gin/Being": INVERSE},
            set(),
        ),
        (["x/Firm audited_by y/Firm", "x/Firm audited_by z/Firm", "x/Firm audited_by ann/Person"], {}, None),
        (
            ["x/Firm audited_by y/Firm", "x/Firm audited_by z/Firm", "x/Firm audited_by w/Firm", "x/Firm audited_by ann/Person"],
            {f"x/Firm audited_by {one}/Firm": {"maxCardinality"} for one in "yzw"},
            {"x audited_by ann"},
        ),
        (["ann/Person audited_by y/Firm", "ann/Person audited_by z/Firm", "ann/Person audited_by w/Firm"], {}, None),
        (["york/Town in kent/Town", "york/Town in uk/Town"], {}, {"york in kent", "york in uk"}),  # what is composed has no limit
        (["x/Firm founded 1998", "x/Firm founded 1998-03", "x/Firm founded 1998-03-05"], {}, None),
        (
            ["x/Firm founded 1998", "x/Firm founded 1998-03", "x/Firm founded 1998-04"],
            {f"x/Firm founded {one}": FUNCTIONAL for one in ("1998", "1998-03", "1998-04")},
            set(),
        ),
        (["x/Firm founded york/Town"], {"x/Firm founded york/Town": {"range"}}, set()),
        (["x/Firm staff 1998"], {"x/Firm staff 1998": {"range"}}, set()),
        (["x/Firm staff +40", "x/Firm staff 1998"], {"x/Firm staff 1998": {"range"}}, {"x staff 40"}),
        (["x/Firm hired 1998"], {"x/Firm hired 1998": {"range"}}, set()),
    ],
)
def test_what_violates_gives_no_triple(said: list[str], violating: dict[str, set[str]], triples: set[str] | None) -> None:
    for articles in ([said], [[one] for one in said]):
        store, _ = store_of(articles)
        assert violations(store) == violating
        assert plain(store) == (triples if triples is not None else {one.replace("/Firm", "").replace("/Person", "") for one in said})
        assert not drift(store, ONTOLOGY, "urn:kg:")


def test_nothing_is_lost_and_nothing_follows() -> None:
    store, _ = store_of([["x/Firm main_seat york/Town"], ["x/Firm main_seat hull/Town"]])
    told = "?st a kg:Statement ; kg:status kg:affirmed ; rdf:predicate <urn:x:main_seat> ; oa:hasTarget ?at"
    assert len(list(store.query(f"{v.SPARQL_PREFIXES} SELECT ?st {{ {told} }}"))) == 2
    assert not store.query(f"{v.SPARQL_PREFIXES} ASK {{ ?one a kg:Inference }}")


def test_when_one_of_two_is_rejected_the_other_is_plain() -> None:
    store, editor = store_of([["x/Firm seat york/Town"], ["x/Firm seat hull/Town"]])
    assert plain(store) == set()
    source = editor.source(article_iri("a1"))
    assert source
    (wrong,) = source.statements.values()
    rejection = reject_statement(wrong, who="Ann", why="Misread.", when="2024-01-01T00:00:00Z")
    editor.decide(rejection)
    assert plain(store) == {"x seat york", "york seat_of x"}
    assert violations(store) == {}
    editor.undo(rejection)
    assert plain(store) == set()
    assert len(violations(store)) == 2
    editor.remove(article_iri("a0"))
    assert plain(store) == {"x seat hull", "hull seat_of x"}


def test_what_else_keeps_a_statement_out_still_does() -> None:
    """Cy, married to two, stays so when Ann's other marriage goes."""
    store, editor = store_of([["ann/Person married cy/Person"], ["dee/Person married cy/Person"], ["ann/Person married bo/Person"]])
    assert len(violations(store)) == 3
    editor.remove(article_iri("a2"))
    assert violations(store).keys() == {"ann/Person married cy/Person", "dee/Person married cy/Person"}
    assert not drift(store, ONTOLOGY, "urn:kg:")


def test_two_that_are_one_may_have_too_much_or_be_what_nothing_can_be() -> None:
    store, editor = store_of([["x/Firm seat york/Town"], ["y/Firm seat hull/Town", "hal/Person hired bo/Person"]])
    assert violations(store) == {}
    first, second, third = (entity_iri(article_iri(article), key) for article, key in (("a0", "x"), ("a1", "y"), ("a1", "hal")))
    noted = {"who": "Ann", "why": "Seen.", "when": "2024-01-01T00:00:00Z"}
    one_firm = Same((first, second), **noted)
    editor.decide(one_firm)
    assert violations(store) == {"x/Firm seat york/Town": FUNCTIONAL, "y/Firm seat hull/Town": FUNCTIONAL}
    editor.undo(one_firm)
    torn = Same((entity_iri(article_iri("a0"), "york"), third), **noted)
    editor.decide(torn)
    assert violations(store) == {"x/Firm seat york/Town": {"disjointWith"}, "hal/Person hired bo/Person": {"disjointWith"}}
    assert not drift(store, ONTOLOGY, "urn:kg:")
    editor.undo(torn)
    assert violations(store) == {}


def test_another_ontology_may_allow_it() -> None:
    store, _ = store_of([["x/Firm seat york/Town", "x/Firm seat hull/Town"]])
    relations = {**ONTOLOGY.relations, NS + "seat": relation("seat")}
    Editor(store, Ontology(ONTOLOGY.classes, relations, "sha256:1"))
    assert violations(store) == {}
    assert plain(store) == {"x seat york", "x seat hull"}

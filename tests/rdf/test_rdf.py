"""The RDF model of an article's graph: written, read back, refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad, Store

from kg import vocabulary as v
from kg.article import Article, Block, Role
from kg.errors import ArticleError, StatementError
from kg.iris import article_iri, entity_iri, entity_key, slug, statement_iri
from kg.rdf import article_quads, read_article
from kg.statement import Amount, Entity, Evidence, Span, Statement, Status, Value, When
from tests.rdf.strategies import ONTOLOGY, TEXT, articles_with_statements

TEXT_OF_ARTICLE = "Granby Council hired Mole & Sons for £2,500 in May 2019, a clerk said."
COUNCIL = Entity("granby-council", ONTOLOGY + "Firm", "Granby Council", ("Granby Council", "the council"), True)
MOLE = Entity("mole-sons", ONTOLOGY + "Firm", "Mole & Sons", ("Mole & Sons",), True)
CLERK = Entity("clerk", ONTOLOGY + "Human", "clerk", ("clerk",), False)
ARTICLE = Article("news/granby.txt", TEXT_OF_ARTICLE, (Block(0, 71, Role.PARAGRAPH),), "granby", title="A new roof", published="2019-06-01")


def spot(words: str) -> tuple[int, int]:
    start = TEXT_OF_ARTICLE.index(words)
    return start, start + len(words)


HIRED = Statement(
    article=ARTICLE.key,
    relation=ONTOLOGY + "engaged",
    subject=COUNCIL,
    object=MOLE,
    status=Status.AFFIRMED,
    evidence=Evidence(0, 32, TEXT_OF_ARTICLE[0:32]),
    subject_span=Span(*spot("Granby Council")),
    object_span=Span(*spot("Mole & Sons")),
    attributed_to=CLERK,
    amount=Amount("£2,500", *spot("£2,500"), low="2500", high="2500", currency="GBP"),
    when=When("May 2019", *spot("May 2019"), edtf="2019-05"),
)


def value(lexical: str, kind: str, words: str = "300") -> Value:
    return Value(words, lexical, v.XSD(kind).value)


@given(articles_with_statements(), st.sampled_from(["urn:kg:", "https://example.org/kg/"]))
def test_what_is_written_is_read_back(given_: tuple[Article, list[Statement]], base: str) -> None:
    article, statements = given_
    graph = article_iri(article.key, base)
    kept = {statement_iri(graph, one): one for one in sorted(statements, key=repr, reverse=True)}
    read, back = read_article(article_quads(article, statements, base=base))
    assert read == article
    assert set(back) == set(kept.values())
    assert len(back) == len(kept)


@given(articles_with_statements())
def test_a_store_gives_the_same_quads_back(given_: tuple[Article, list[Statement]]) -> None:
    quads = set(article_quads(*given_))
    store = Store()
    store.extend(quads)
    assert set(store) == quads
    other = Store()
    rows = "".join(f"{one.subject} {one.predicate} {one.object} .\n" for one in quads)
    other.update(f"INSERT DATA {{ GRAPH {next(iter(quads)).graph_name} {{ {rows} }} }}")
    assert set(other) == quads


@given(articles_with_statements())
def test_no_blank_nodes_and_one_graph(given_: tuple[Article, list[Statement]]) -> None:
    article, statements = given_
    quads = list(article_quads(article, statements))
    assert {quad.graph_name for quad in quads} == {article_iri(article.key)}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))


@given(TEXT, TEXT)
def test_any_label_gives_a_valid_iri(key: str, label: str) -> None:
    iri = entity_iri(article_iri(key), label)
    assert NamedNode(iri.value) == iri
    assert entity_key(iri) == label
    assert slug(label)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("the Intercept", "the-intercept"),
        ("Müller & Söhne", "müller-söhne"),
        ("東京 電力", "東京-電力"),
        ("<script>\"'{}", "script"),
        ("../../etc", "etc"),
        ("😀", "x"),
        ("", "x"),
        ("a" * 200, "a" * 60),
    ],
)
def test_slugs(label: str, expected: str) -> None:
    assert slug(label) == expected


@pytest.mark.parametrize(
    ("key", "stem"),
    [
        ("a/procom.txt", "procom"),
        ("https://news.example/2020/05/granby-roof?utm=1", "granby-roof"),
        ("https://news.example/", "news"),
        ("table.csv#row 7", "row-7"),
        ("sha256:0123", "sha256-0123"),
    ],
)
def test_an_articles_iri_is_a_slug_and_a_digest_of_its_key(key: str, stem: str) -> None:
    iri = article_iri(key).value
    assert iri.startswith(f"urn:kg:article/{stem}-")
    assert len(iri) == len(f"urn:kg:article/{stem}-") + 16
    assert article_iri(key + "x") != article_iri(key)


def test_a_statement_has_what_the_model_says() -> None:
    quads = {(quad.subject, quad.predicate): quad.object for quad in article_quads(ARTICLE, [HIRED])}
    graph = article_iri(ARTICLE.key)
    iri = statement_iri(graph, HIRED)
    assert iri.value.startswith(f"{graph.value}#s-")
    assert quads[iri, v.SUBJECT] == entity_iri(graph, "granby-council")
    assert quads[iri, v.RELATION] == NamedNode(HIRED.relation)
    assert quads[iri, v.STATUS] == v.AFFIRMED
    assert quads[iri, v.ATTRIBUTED_TO] == entity_iri(graph, "clerk")
    assert str(quads[NamedNode(f"{iri.value}/amount"), v.LOW]) == f'"2500"^^{v.DECIMAL}'
    assert quads[NamedNode(f"{iri.value}/target"), v.HAS_SOURCE] == graph
    assert not any(predicate == v.RDF_SUBJECT for _, predicate in quads), "only the view says rdf:subject"
    assert Quad(graph, v.TYPE, v.NEWS_ARTICLE, graph) in set(article_quads(ARTICLE, []))


def test_two_statements_of_one_iri_are_one_in_either_order() -> None:
    other = replace(HIRED, wording="[A] took on [B].")
    assert set(article_quads(ARTICLE, [HIRED, other])) == set(article_quads(ARTICLE, [other, HIRED]))
    assert len(read_article(article_quads(ARTICLE, [HIRED, other]))[1]) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"status": Status.DENIED},
        {"relation": ONTOLOGY + "runs"},
        {"subject_span": None},
        {"object_span": Span(0, 1)},
        {"evidence": Evidence(0, 14, "Granby Council")},
        {"amount": None},
        {"when": None},
    ],
)
def test_what_makes_another_statement(change: dict[str, object]) -> None:
    graph = article_iri(ARTICLE.key)
    assert statement_iri(graph, replace(HIRED, **change)) != statement_iri(graph, HIRED)  # type: ignore[arg-type]


def test_what_doesnt_make_another_statement() -> None:
    graph = article_iri(ARTICLE.key)
    assert statement_iri(graph, replace(HIRED, attributed_to=None, wording="x")) == statement_iri(graph, HIRED)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"evidence": Evidence(1, 33, HIRED.evidence.text)}, "aren't at 1–33"),
        ({"evidence": Evidence(0, 900, HIRED.evidence.text)}, "aren't at 0–900"),
        ({"evidence": Evidence(-3, -1, TEXT_OF_ARTICLE[-3:-1])}, "aren't at -3–-1"),
        ({"amount": Amount("£2,501", *spot("£2,500"))}, "'£2,501' aren't at"),
        ({"when": When("May 2020", *spot("May 2019"))}, "'May 2020' aren't at"),
        ({"object_span": Span(60, 400)}, "60–400 isn't a range"),
        ({"article": "another"}, "can't be one of"),
        ({"relation": "not an iri"}, "isn't an IRI"),
        ({"object": replace(COUNCIL, label="another")}, "two different entities have the key"),
        ({"amount": replace(HIRED.amount, low="1e999999999")}, "isn't a decimal number"),  # type: ignore[type-var]
        ({"amount": replace(HIRED.amount, low="NaN")}, "isn't a decimal number"),  # type: ignore[type-var]
        ({"object": value("300", "integer")}, "'300' aren't at"),
        ({"object": value("many", "integer", "Mole & Sons")}, "'many' isn't an integer"),
        ({"object": value("2.5", "integer", "Mole & Sons")}, "'2.5' isn't an integer"),
        ({"object": value("1e99", "decimal", "Mole & Sons")}, "'1e99' isn't a decimal"),
        ({"object": value("INF", "double", "Mole & Sons")}, "'INF' isn't a double"),
        ({"object": value("yes", "boolean", "Mole & Sons")}, "'yes' isn't a boolean"),
        ({"object": value("May", "date", "Mole & Sons")}, "'May' isn't a date"),
        ({"object": value("2019-13", "gYearMonth", "Mole & Sons")}, "'2019-13' isn't a gYearMonth"),
        ({"object": Value("Mole & Sons", "1", "no iri")}, "isn't an IRI"),
    ],
)
def test_a_statement_that_doesnt_fit_its_article_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(StatementError, match=message):
        list(article_quads(ARTICLE, [replace(HIRED, **change)]))  # type: ignore[arg-type]


def test_half_of_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ArticleError, match="half of a surrogate pair"):
        list(article_quads(replace(ARTICLE, text="a \ud83d b", blocks=()), []))


@pytest.mark.parametrize(
    ("numeral", "canonical"), [("1.50", "1.5"), ("2500.00", "2500"), ("1E+6", "1000000"), ("-0", "0"), ("0.0", "0"), ("100", "100")]
)
def test_numerals_are_canonical(numeral: str, canonical: str) -> None:
    assert HIRED.amount
    statement = replace(HIRED, amount=replace(HIRED.amount, low=numeral))
    _, (back,) = read_article(article_quads(ARTICLE, [statement]))
    assert back.amount
    assert back.amount.low == canonical


@pytest.mark.parametrize(
    ("lexical", "kind", "canonical", "as_kind"),
    [
        ("08500", "integer", "8500", "integer"),
        ("+8500", "nonNegativeInteger", "8500", "integer"),
        ("-3", "byte", "-3", "integer"),
        ("3.20", "decimal", "3.2", "decimal"),
        ("3.2E6", "double", "3200000", "double"),
        ("3.20", "float", "3.2", "float"),
        ("1", "boolean", "true", "boolean"),
        ("2019-06-01T08:00:00+00:00", "dateTime", "2019-06-01T08:00:00Z", "dateTime"),
        (" as it is ", "string", " as it is ", "string"),
    ],
)
def test_values_are_canonical(lexical: str, kind: str, canonical: str, as_kind: str) -> None:
    statement = replace(HIRED, object=value(lexical, kind, "Mole & Sons"))
    quads = list(article_quads(ARTICLE, [statement]))
    _, (back,) = read_article(quads)
    assert back == replace(HIRED, object=value(canonical, as_kind, "Mole & Sons"))
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)


@pytest.mark.parametrize(
    ("published", "back", "datatype"),
    [
        ("2019", "2019", v.YEAR),
        ("2019-06", "2019-06", v.YEAR_MONTH),
        ("2019-06-01", "2019-06-01", v.DATE),
        ("2019-06-01T08:00:00+00:00", "2019-06-01T08:00:00Z", v.DATE_TIME),
        ("2019-06-01T08:00:00.500", "2019-06-01T08:00:00.5", v.DATE_TIME),
        ("2019-02-30", "2019-02-30", v.XSD("string")),
        ("last June", "last June", v.XSD("string")),
    ],
)
def test_publication_dates(published: str, back: str, datatype: NamedNode) -> None:
    (value,) = (one.object for one in article_quads(replace(ARTICLE, published=published), []) if one.predicate == v.PUBLISHED)
    assert (value.value, value.datatype) == (back, datatype)  # type: ignore[union-attr]

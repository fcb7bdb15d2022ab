"""Articles and statements of any shape, for hypothesis."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from kg.article import Article, Block, Role
from kg.statement import Amount, Entity, Evidence, Span, Statement, Status, Value, When

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ONTOLOGY = "https://example.org/words#"
CLASSES = [ONTOLOGY + name for name in ("Human", "Firm", "Spot")]
RELATIONS = [ONTOLOGY + name for name in ("engaged", "runs", "lies_in")]
DECIMALS = st.sampled_from(["0", "1", "20", "0.5", "-3", "1250000", "12345678901234567890.25"])
DATES = ["2020", "2020-03", "2020-03-01", "2020-03-01T10:00:00Z", "2020-03-01T10:00:00.5-05:00"]
XSD = "http://www.w3.org/2001/XMLSchema#"
VALUES = st.one_of(
    st.tuples(st.integers(-(10**30), 10**30).map(str), st.just(XSD + "integer")),
    st.tuples(DECIMALS, st.just(XSD + "decimal")),
    st.tuples(st.sampled_from(["0", "-2.5", "3200000", "0.1", "1" + "0" * 22]), st.sampled_from([XSD + "double", XSD + "float"])),
    st.tuples(st.dates().map(str), st.just(XSD + "date")),
    st.tuples(st.integers(1, 9999).map("{:04d}".format), st.just(XSD + "gYear")),
    st.tuples(st.sampled_from(["2020-03", "0900-12"]), st.just(XSD + "gYearMonth")),
    st.tuples(st.sampled_from(DATES[3:]), st.just(XSD + "dateTime")),
    st.tuples(st.sampled_from(["true", "false"]), st.just(XSD + "boolean")),
    st.tuples(TEXT, st.sampled_from([XSD + "string", ONTOLOGY + "colour"])),
)
"""What values come to, and their datatypes."""
PUBLISHED = st.one_of(st.none(), st.sampled_from(DATES), TEXT)


@st.composite
def _ranges(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text)))
    return start, draw(st.integers(start, len(text)))


@st.composite
def _entities(draw: st.DrawFn) -> list[Entity]:
    keys = draw(st.lists(TEXT, min_size=1, max_size=4, unique=True))
    return [
        Entity(key, draw(st.sampled_from(CLASSES)), draw(TEXT), tuple(draw(st.lists(TEXT, max_size=3))), draw(st.booleans()))
        for key in keys
    ]


@st.composite
def _statement(draw: st.DrawFn, article: Article, entities: list[Entity]) -> Statement:
    text = article.text
    start, end = draw(_ranges(text))
    entity = st.sampled_from(entities)
    maybe_text = st.none() | TEXT
    amount = when = None
    if draw(st.booleans()):
        low, high = draw(_ranges(text))
        amount = Amount(text[low:high], low, high, *(draw(st.none() | DECIMALS) for _ in "lh"), draw(maybe_text), draw(maybe_text))
    if draw(st.booleans()):
        low, high = draw(_ranges(text))
        when = When(text[low:high], low, high, draw(maybe_text))
    span = Span(*draw(_ranges(text)))
    object_ = draw(entity | VALUES.map(lambda one: Value(text[span.start : span.end], *one)))
    return Statement(
        article=article.key,
        relation=draw(st.sampled_from(RELATIONS)),
        subject=draw(st.none() | entity),
        object=object_,
        status=draw(st.sampled_from(Status)),
        evidence=Evidence(start, end, text[start:end]),
        subject_span=draw(st.none() | _ranges(text).map(lambda pair: Span(*pair))),
        object_span=span,
        modality=draw(st.none() | st.sampled_from([Status.POSSIBLE, Status.PLANNED])),
        attributed_to=draw(st.none() | entity),
        reported_by=tuple(draw(st.lists(entity, max_size=3))),
        amount=amount,
        when=when,
        wording=draw(maybe_text),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    return Article(
        key=draw(TEXT),
        text=text,
        blocks=tuple(Block(start, end, draw(st.sampled_from(Role))) for start, end in pairwise(cuts)),
        doc=draw(TEXT),
        title=draw(st.none() | TEXT),
        publisher=draw(st.none() | TEXT),
        published=draw(PUBLISHED),
        url=draw(st.none() | TEXT),
    )


@st.composite
def articles_with_statements(draw: st.DrawFn) -> tuple[Article, list[Statement]]:
    article = draw(articles())
    entities = draw(_entities())
    return article, draw(st.lists(_statement(article, entities), max_size=4))

"""`Statement` ⇄ quads: the one place where the RDF model of an article's graph is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg import vocabulary as v
from kg.article import Article, Block, Role
from kg.errors import StatementError
from kg.identity.names import name_key
from kg.iris import DEFAULT_BASE, article_iri, below, entity_iri, entity_key, statement_iri
from kg.literals import decimal, literal, moment, value_literal
from kg.statement import Amount, Entity, Evidence, Span, Statement, Status, Value, When

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[NamedNode | BlankNode, NamedNode, Term]
"""Subject, predicate, object."""

STATUS_TERMS: Final = {one: v.KG(one.value) for one in Status}
_STATUSES: Final = {term: one for one, term in STATUS_TERMS.items()}


def article_quads(article: Article, statements: Iterable[Statement], *, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """What an article says, as the quads of its own graph: metadata, text, entities and statements.

    Two statements with the same IRI are one. Numerals and date-times come out in XSD's canonical form. Raises StatementError where a
    statement's words aren't at its offsets or it can't be written, and ArticleError where the article's own text can't.
    """
    graph = article_iri(article.key, base)
    for subject, predicate, object in _article_rows(graph, article, by_iri(article, statements, base=base)):
        yield Quad(subject, predicate, object, graph)


def by_iri(article: Article, statements: Iterable[Statement], *, base: str = DEFAULT_BASE) -> dict[NamedNode, Statement]:
    """The article's statements by IRI; of several with the same IRI always the same one. Raises StatementError as `article_quads`."""
    graph = article_iri(article.key, base)
    unique: dict[NamedNode, Statement] = {}
    for one in sorted(statements, key=repr):
        check(article, one)
        unique.setdefault(statement_iri(graph, one), one)
    return unique


def read_article(quads: Iterable[Quad]) -> tuple[Article, tuple[Statement, ...]]:
    """The article and its statements, in the order of the text, from the quads of its graph. The inverse of `article_quads`."""
    return _Reader(quads).read()


def check(article: Article, statement: Statement) -> None:
    """Raises StatementError where the statement isn't about this article, its words aren't at its offsets, or its value is none."""
    if statement.article != article.key:
        raise StatementError(f"A statement of {statement.article} can't be one of {article.key}: give each article its own statements.")
    evidence, amount, when = statement.evidence, statement.amount, statement.when
    quoted = [(evidence.start, evidence.end, evidence.text)] + [(one.start, one.end, one.words) for one in (amount, when) if one]
    if isinstance(statement.object, Value):
        value_literal(statement.object)
        quoted.append((statement.object_span.start, statement.object_span.end, statement.object.label))
    for start, end, words in quoted:
        if not _inside(article, start, end) or article.text[start:end] != words:
            raise StatementError(f"{article.key}: the words {words!r} aren't at {start}–{end} of its text; correct the extractor.")
    for span in (statement.subject_span, statement.object_span):
        if span and not _inside(article, span.start, span.end):
            raise StatementError(f"{article.key}: {span.start}–{span.end} isn't a range of its text; correct the extractor.")


def metadata_rows(iri: NamedNode, article: Article) -> Iterator[Row]:
    """What is known of an article, without its text."""
    yield iri, v.TYPE, v.NEWS_ARTICLE
    yield iri, v.KEY, literal(article.key)
    yield iri, v.DOC, literal(article.doc)
    if article.title is not None:
        yield iri, v.HEADLINE, literal(article.title)
    if article.publisher is not None:
        yield iri, v.PUBLISHER, literal(article.publisher)
    if article.published is not None:
        yield iri, v.PUBLISHED, moment(article.published)
    if article.url is not None:
        yield iri, v.URL, literal(article.url, v.ANY_URI)


def statement_rows(iri: NamedNode, article: NamedNode, statement: Statement, entity: Callable[[Entity], NamedNode]) -> Iterator[Row]:
    """What a statement's node says both in its article's graph and in the view, where `entity` gives canonical IRIs."""
    yield iri, v.TYPE, v.STATEMENT
    yield iri, v.STATUS, STATUS_TERMS[statement.status]
    if statement.modality is not None:
        yield iri, v.MODALITY, STATUS_TERMS[statement.modality]
    if statement.attributed_to is not None:
        yield iri, v.ATTRIBUTED_TO, entity(statement.attributed_to)
    for one in statement.reported_by:
        yield iri, v.REPORTED_BY, entity(one)
    if isinstance(statement.object, Value):
        yield iri, v.OBJECT_LABEL, literal(statement.object.label)
    if statement.wording is not None:
        yield iri, v.WORDING, literal(statement.wording)
    yield from _evidence_rows(iri, article, statement.evidence)
    if statement.amount is not None:
        yield from _amount_rows(iri, statement.amount)
    if statement.when is not None:
        yield from _when_rows(iri, statement.when)


def object_term(statement: Statement, entity: Callable[[Entity], NamedNode]) -> NamedNode | Literal:
    """A statement's object: the entity's IRI, or the literal. Raises StatementError where its text is none of its datatype's."""
    return value_literal(statement.object) if isinstance(statement.object, Value) else entity(statement.object)


def statement_parts(iri: NamedNode) -> tuple[NamedNode, ...]:
    """Every subject that `statement_rows` writes of, and the stand-in for a subject that isn't stated."""
    target = below(iri, "target")
    return iri, target, below(target, "position"), below(target, "quote"), below(iri, "amount"), below(iri, "when"), unstated(iri)


def unstated(iri: NamedNode) -> NamedNode:
    """The stand-in for the subject that a statement's article doesn't state."""
    return below(iri, "unstated")


def _inside(article: Article, start: int, end: int) -> bool:
    return 0 <= start <= end <= len(article.text)


def _article_rows(graph: NamedNode, article: Article, statements: dict[NamedNode, Statement]) -> Iterator[Row]:
    yield from metadata_rows(graph, article)
    yield graph, v.TEXT, literal(article.text)
    yield graph, v.CONTENT_DIGEST, literal(article.digest)
    for number, block in enumerate(article.blocks):
        iri = NamedNode(f"{graph.value}#block/{number}")
        yield graph, v.BLOCK, iri
        yield iri, v.TYPE, v.BLOCK_CLASS
        yield iri, v.ROLE, literal(block.role)
        yield from _range_rows(iri, block.start, block.end)
    for entity in _entities(article, statements.values()):
        yield from _entity_rows(entity_iri(graph, entity.key), entity)
    for iri, statement in statements.items():
        yield from _own_statement_rows(iri, graph, statement)


def _entities(article: Article, statements: Iterable[Statement]) -> list[Entity]:
    """Every entity that the statements name, once, by key; StatementError where two share a key."""
    known: dict[str, Entity] = {}
    for one in statements:
        for entity in one.entities:
            if known.setdefault(entity.key, entity) != entity:
                raise StatementError(f"{article.key}: two different entities have the key {entity.key!r}; correct the extractor.")
    return [known[key] for key in sorted(known)]


def _entity_rows(iri: NamedNode, entity: Entity) -> Iterator[Row]:
    yield iri, v.TYPE, _node(entity.type)
    yield iri, v.LABEL, literal(entity.label)
    for label in entity.labels:
        if label != entity.label:
            yield iri, v.ALT_LABEL, literal(label)
    yield iri, v.NAMED, Literal(entity.named)
    if entity.named and name_key(entity.label):
        yield iri, v.NAME_KEY, literal(name_key(entity.label))
    yield from _sequence_rows(iri, v.LABELS, "labels", [literal(label) for label in entity.labels])


def _own_statement_rows(iri: NamedNode, graph: NamedNode, statement: Statement) -> Iterator[Row]:
    def entity(one: Entity) -> NamedNode:
        return entity_iri(graph, one.key)

    if statement.subject is None:
        yield iri, v.SUBJECT, unstated(iri)
        yield unstated(iri), v.TYPE, v.UNSTATED
    else:
        yield iri, v.SUBJECT, entity(statement.subject)
    yield iri, v.RELATION, _node(statement.relation)
    yield iri, v.OBJECT, object_term(statement, entity)
    yield from statement_rows(iri, graph, statement, entity)
    for predicate, part, span in ((v.SUBJECT_AT, "subject", statement.subject_span), (v.OBJECT_AT, "object", statement.object_span)):
        if span is not None:
            yield iri, predicate, below(iri, part)
            yield below(iri, part), v.TYPE, v.POSITION_SELECTOR
            yield from _range_rows(below(iri, part), span.start, span.end)
    yield from _sequence_rows(iri, v.REPORTERS, "reporters", [entity(one) for one in statement.reported_by])


def _sequence_rows(iri: NamedNode, predicate: NamedNode, part: str, members: Sequence[Term]) -> Iterator[Row]:
    """Terms whose order matters, as an rdf:Seq."""
    if members:
        yield iri, predicate, below(iri, part)
        yield below(iri, part), v.TYPE, v.SEQ
        for number, one in enumerate(members, start=1):
            yield below(iri, part), v.RDF(f"_{number}"), one


def _range_rows(iri: NamedNode, start: int, end: int) -> Iterator[Row]:
    yield iri, v.START, Literal(start)
    yield iri, v.END, Literal(end)


def _evidence_rows(iri: NamedNode, article: NamedNode, evidence: Evidence) -> Iterator[Row]:
    target = below(iri, "target")
    position, quote = below(target, "position"), below(target, "quote")
    yield iri, v.HAS_TARGET, target
    yield target, v.HAS_SOURCE, article
    yield target, v.HAS_SELECTOR, position
    yield target, v.HAS_SELECTOR, quote
    yield position, v.TYPE, v.POSITION_SELECTOR
    yield from _range_rows(position, evidence.start, evidence.end)
    yield quote, v.TYPE, v.QUOTE_SELECTOR
    yield quote, v.EXACT, literal(evidence.text)


def _amount_rows(statement: NamedNode, amount: Amount) -> Iterator[Row]:
    iri = below(statement, "amount")
    yield statement, v.AMOUNT, iri
    yield iri, v.TYPE, v.AMOUNT_CLASS
    yield iri, v.WORDS, literal(amount.words)
    yield from _range_rows(iri, amount.start, amount.end)
    for bound, value in ((v.LOW, amount.low), (v.HIGH, amount.high)):
        if value is not None:
            yield iri, bound, decimal(value)
    for predicate, text in ((v.CURRENCY, amount.currency), (v.UNIT, amount.unit)):
        if text is not None:
            yield iri, predicate, literal(text)


def _when_rows(statement: NamedNode, when: When) -> Iterator[Row]:
    iri = below(statement, "when")
    yield statement, v.WHEN, iri
    yield iri, v.TYPE, v.TIME_CLASS
    yield iri, v.WORDS, literal(when.words)
    yield from _range_rows(iri, when.start, when.end)
    if when.edtf is not None:
        yield iri, v.EDTF, literal(when.edtf)


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise StatementError(f"{iri!r} isn't an IRI: give an ontology's class or relation by its whole IRI.") from error


class _Reader:
    """The quads of one article's graph, by subject and predicate."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._objects: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            assert isinstance(quad.subject, NamedNode)
            self._objects[quad.subject][quad.predicate].append(quad.object)
        self._entities: dict[NamedNode, Entity] = {}

    def read(self) -> tuple[Article, tuple[Statement, ...]]:
        of_type: dict[Term, list[NamedNode]] = defaultdict(list)
        for subject, rows in self._objects.items():
            for one in rows.get(v.TYPE, ()):
                of_type[one].append(subject)
        (iri,) = of_type[v.NEWS_ARTICLE]
        article = self._article(iri)
        statements = [(self._statement(article.key, one), one.value) for one in of_type[v.STATEMENT]]
        return article, tuple(one for one, _ in sorted(statements, key=lambda pair: (pair[0].place, pair[1])))

    def _article(self, iri: NamedNode) -> Article:
        in_order = sorted(self._nodes(iri, v.BLOCK), key=lambda one: int(one.value.rpartition("/")[2]))
        return Article(
            key=self._text(iri, v.KEY),
            text=self._text(iri, v.TEXT),
            blocks=tuple(Block(*self._range(one), Role(self._text(one, v.ROLE))) for one in in_order),
            doc=self._text(iri, v.DOC),
            title=self._maybe(iri, v.HEADLINE),
            publisher=self._maybe(iri, v.PUBLISHER),
            published=self._maybe(iri, v.PUBLISHED),
            url=self._maybe(iri, v.URL),
        )

    def _statement(self, key: str, iri: NamedNode) -> Statement:
        subject, source = self._node(iri, v.SUBJECT), self._only(iri, v.ATTRIBUTED_TO)
        position, quote = below(iri, "target/position"), below(iri, "target/quote")
        modality = self._only(iri, v.MODALITY)
        return Statement(
            article=key,
            relation=self._node(iri, v.RELATION).value,
            subject=None if subject == unstated(iri) else self._entity(subject),
            object=self._object(iri),
            status=_STATUSES[self._node(iri, v.STATUS)],
            evidence=Evidence(*self._range(position), self._text(quote, v.EXACT)),
            subject_span=self._span(iri, v.SUBJECT_AT),
            object_span=Span(*self._range(self._node(iri, v.OBJECT_AT))),
            modality=_STATUSES[modality] if isinstance(modality, NamedNode) else None,
            attributed_to=self._entity(source) if isinstance(source, NamedNode) else None,
            reported_by=tuple(self._entity(one) for one in self._sequence(iri, v.REPORTERS) if isinstance(one, NamedNode)),
            amount=self._amount(iri),
            when=self._when(iri),
            wording=self._maybe(iri, v.WORDING),
        )

    def _object(self, iri: NamedNode) -> Entity | Value:
        term = self._only(iri, v.OBJECT)
        if isinstance(term, Literal):
            return Value(self._text(iri, v.OBJECT_LABEL), term.value, term.datatype.value)
        return self._entity(self._node(iri, v.OBJECT))

    def _entity(self, iri: NamedNode) -> Entity:
        known = self._entities.get(iri)
        if known is None:
            labels = tuple(one.value for one in self._sequence(iri, v.LABELS) if isinstance(one, Literal))
            named = self._text(iri, v.NAMED) == "true"
            known = Entity(entity_key(iri), self._node(iri, v.TYPE).value, self._text(iri, v.LABEL), labels, named)
            self._entities[iri] = known
        return known

    def _amount(self, statement: NamedNode) -> Amount | None:
        iri = self._only(statement, v.AMOUNT)
        if not isinstance(iri, NamedNode):
            return None
        known = (self._maybe(iri, one) for one in (v.LOW, v.HIGH, v.CURRENCY, v.UNIT))
        return Amount(self._text(iri, v.WORDS), *self._range(iri), *known)

    def _when(self, statement: NamedNode) -> When | None:
        iri = self._only(statement, v.WHEN)
        if not isinstance(iri, NamedNode):
            return None
        return When(self._text(iri, v.WORDS), *self._range(iri), self._maybe(iri, v.EDTF))

    def _span(self, iri: NamedNode, predicate: NamedNode) -> Span | None:
        node = self._only(iri, predicate)
        return Span(*self._range(node)) if isinstance(node, NamedNode) else None

    def _range(self, iri: NamedNode) -> tuple[int, int]:
        return int(self._text(iri, v.START)), int(self._text(iri, v.END))

    def _sequence(self, iri: NamedNode, predicate: NamedNode) -> Iterator[Term]:
        node = self._only(iri, predicate)
        number = 1
        while isinstance(node, NamedNode) and (member := self._only(node, v.RDF(f"_{number}"))) is not None:
            yield member
            number += 1

    def _only(self, subject: NamedNode, predicate: NamedNode) -> Term | None:
        found = self._objects[subject].get(predicate)
        return found[0] if found else None

    def _nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        return [one for one in self._objects[subject].get(predicate, ()) if isinstance(one, NamedNode)]

    def _node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode:
        found = self._only(subject, predicate)
        assert isinstance(found, NamedNode), f"{subject} has no {predicate}"
        return found

    def _maybe(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        found = self._only(subject, predicate)
        return found.value if isinstance(found, Literal) else None

    def _text(self, subject: NamedNode, predicate: NamedNode) -> str:
        found = self._maybe(subject, predicate)
        assert found is not None, f"{subject} has no {predicate}"
        return found

"""The statements behind a drawing, each with its evidence, and the articles that make them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from kg.draw.graph import Amount, ArticleData, StatementData, When
from kg.draw.labels import local_name
from kg.draw.sentence import sentence_around
from kg.query.columns import column, columns, texts
from kg.store.interface import Store

_TARGET: Final = "?id oa:hasTarget ?target . ?target "
_PLACE: Final = _TARGET + "oa:hasSource ?article ; oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end ."
_AMOUNT: Final = "?id kg:amount ?amount . ?amount ?property ?value ."
_WHEN: Final = "?id kg:when ?when . ?when ?property ?value ."
_METADATA: Final = {"title": "schema:headline", "publisher": "schema:publisher", "published": "schema:datePublished", "url": "schema:url"}


def articles(store: Store, iris: Collection[str] | None = None) -> dict[str, ArticleData]:
    """These articles, or all, with their texts."""
    known = {key: column(store, "?id ?value", f"?id {name} ?value .", iris) for key, name in _METADATA.items()}
    text = column(store, "?id ?text", "GRAPH ?id { ?id kg:text ?text }", iris)
    return {
        iri: ArticleData(
            id=iri,
            title=known["title"].get(iri),
            publisher=known["publisher"].get(iri),
            published=known["published"].get(iri),
            url=known["url"].get(iri),
            text=text.get(iri),
        )
        for (iri,) in sorted(set(texts(store, "?id", "?id a schema:NewsArticle .", iris)))
    }


class Evidence:
    """What is known of some statements (None: of all) beside what they join."""

    def __init__(self, store: Store, statements: Collection[str] | None = None) -> None:
        places = texts(store, "?id ?article ?start ?end", _PLACE, statements)
        self._place = {id: (article, int(start), int(end)) for id, article, start, end in places}
        cited = {article for article, _, _ in self._place.values()}
        self.articles = articles(store, None if statements is None else cited)
        untold = [id for id, (article, _, _) in self._place.items() if self._text(article) is None]
        self._quote = column(store, "?id ?quote", _TARGET + "oa:hasSelector ?selector . ?selector oa:exact ?quote .", untold)
        self._speaker = column(store, "?id ?speaker", "?id kg:attributed_to ?speaker .", statements)
        self._reporters = columns(store, "?id ?speaker", "?id kg:reported_by ?speaker .", statements)
        self._modality = column(store, "?id ?modality", "?id kg:modality ?modality .", statements)
        self._amount = _properties(store, _AMOUNT, statements)
        self._when = _properties(store, _WHEN, statements)
        self.words = column(store, "?id ?words", "?id kg:object_label ?words .", statements)
        violated = columns(store, "?id ?axiom", "?id kg:violates ?axiom .", statements)
        self.violates = {id: sorted(map(local_name, found)) for id, found in violated.items()}

    def of(self, statement: str, status: str) -> StatementData:
        """A statement that a graph shows."""
        article, start, end = self._place.get(statement, (None, 0, 0))
        sentence, text = (start, end), self._text(article)
        if text is not None and end > start:
            sentence = sentence_around(text, start, end)
        return StatementData(
            id=statement,
            status=local_name(status),
            modality=self.modality(statement),
            speaker=self._speaker.get(statement),
            reported_by=self._reporters.get(statement, []),
            amount=self.amount(statement),
            when=self.when(statement),
            article=article,
            start=start,
            end=end,
            sentence_start=sentence[0],
            sentence_end=sentence[1],
            quote=self._quote.get(statement, "") if text is None else None,
        )

    def modality(self, statement: str) -> str | None:
        """What kind of thing a denial denies: one that is only possible or planned."""
        found = self._modality.get(statement)
        return None if found is None else local_name(found)

    def amount(self, statement: str) -> Amount | None:
        known = self._amount.get(statement)
        if known is None or "words" not in known:
            return None
        return Amount(
            words=known["words"], low=known.get("low"), high=known.get("high"), currency=known.get("currency"), unit=known.get("unit")
        )

    def when(self, statement: str) -> When | None:
        known = self._when.get(statement)
        return None if known is None or "words" not in known else When(words=known["words"], edtf=known.get("edtf"))

    def speakers(self, statements: Iterable[str]) -> set[str]:
        """All who make these statements or report them."""
        found: set[str] = set()
        for one in statements:
            found.update(self._reporters.get(one, ()))
            if one in self._speaker:
                found.add(self._speaker[one])
        return found

    def _text(self, article: str | None) -> str | None:
        known = self.articles.get(article or "")
        return known["text"] if known else None


def voice(statement: StatementData, articles: Mapping[str, ArticleData]) -> str:
    """Who stands for a statement of one of these articles: its speaker, else the article's publisher, else the article."""
    article = articles.get(statement["article"] or "")
    return statement["speaker"] or (article["publisher"] if article else None) or statement["article"] or ""


def _properties(store: Store, pattern: str, statements: Collection[str] | None) -> Mapping[str, dict[str, str]]:
    """Statement → local name of a property → its value, the least where there are several."""
    found: dict[str, dict[str, str]] = {}
    for id, name, value in texts(store, "?id ?property ?value", pattern, statements):
        known = found.setdefault(id, {})
        key = local_name(name)
        known[key] = min(value, known.get(key, value))
    return found

"""A row of a table: what an article says, and all the statements that a careful reader takes from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.article import Article, Block, Role
from kg.language.blocks import make_doc
from kg.ontology.load import load
from kg.statement import Amount, Statement


@dataclass(frozen=True)
class Fact:
    """An expected statement; whatever isn't given must not be there. `by` is the nearest speaker, `via` who reports that, nearest first."""

    subject: str | None
    relation: str
    object: str
    status: str = "affirmed"
    by: str | None = None
    via: tuple[str, ...] = ()
    amount: str | None = None
    when: str | None = None
    edtf: str | None = None
    modality: str | None = None


@dataclass(frozen=True)
class Row:
    """An article's paragraphs (parted by an empty line) and its facts; `extra` allows statements beside these."""

    text: str
    facts: tuple[Fact, ...]
    published: str | None = None
    extra: bool = False


def row(text: str, *facts: Fact, published: str | None = None, extra: bool = False) -> Row:
    return Row(text, facts, published, extra)


def denied(subject: str | None, relation: str, object: str, by: str | None = None, via: tuple[str, ...] = (), **other: str) -> Fact:
    return Fact(subject, relation, object, "denied", by, via, **other)


def possible(subject: str | None, relation: str, object: str, by: str | None = None, via: tuple[str, ...] = (), **other: str) -> Fact:
    return Fact(subject, relation, object, "possible", by, via, **other)


def planned(subject: str | None, relation: str, object: str, by: str | None = None, via: tuple[str, ...] = (), **other: str) -> Fact:
    return Fact(subject, relation, object, "planned", by, via, **other)


def table(*rows: Row) -> pytest.MarkDecorator:
    """The rows as cases, each named by its text."""
    return pytest.mark.parametrize("one", [pytest.param(one, id=one.text[:90]) for one in rows])


def check(nlp: Language, one: Row) -> None:
    """All of the row's facts and, unless it says so, no others."""
    found = [told(s) for s in read(nlp, one.text, published=one.published)._.statements]
    wanted = [_sorted(fact) for fact in one.facts]
    missing = [fact for fact in wanted if fact not in found]
    surplus = [] if one.extra else [fact for fact in found if fact not in wanted]
    assert not missing + surplus, _difference(one.text, missing, surplus)


def read(nlp: Language, text: str, *, published: str | None = None, roles: Sequence[Role] = ()) -> Doc:
    """An article of paragraphs, or of blocks with these roles, through the pipeline."""
    blocks: list[Block] = []
    start = 0
    for n, words in enumerate(text.split("\n\n")):
        blocks.append(Block(start, start + len(words), roles[n] if n < len(roles) else Role.PARAGRAPH))
        start += len(words) + 2
    return nlp(make_doc(nlp, Article("row.txt", text, tuple(blocks), "row", published=published)))


_ONTOLOGY = load()
_SYMMETRIC = frozenset(one.name for one in _ONTOLOGY.relations.values() if one.symmetric)


def told(statement: Statement) -> Fact:
    """A statement as a row tells it."""
    when = statement.when
    return _sorted(
        Fact(
            statement.subject.label if statement.subject else None,
            _ONTOLOGY.relations[statement.relation].name,
            statement.object.label,
            statement.status,
            statement.attributed_to.label if statement.attributed_to else None,
            tuple(one.label for one in statement.reported_by),
            statement.amount.words if statement.amount else None,
            when.words if when else None,
            when.edtf if when else None,
            statement.modality,
        )
    )


def _difference(text: str, missing: Iterable[Fact], surplus: Iterable[Fact]) -> str:
    lines = [text, *(f"missing {_line(fact)}" for fact in missing), *(f"found   {_line(fact)}" for fact in surplus)]
    return "\n".join(lines)


def _line(fact: Fact) -> str:
    given = {name: value for name, value in vars(fact).items() if value and name not in {"subject", "relation", "object", "status"}}
    return " ".join([f"[{fact.subject}] {fact.relation} [{fact.object}] {fact.status}", *(f"{k}={v}" for k, v in given.items())])


def bounds(amounts: Iterable[Amount | None]) -> set[tuple[str | None, ...]]:
    """What amounts come to: low, high, currency and unit."""
    return {(one.low, one.high, one.currency, one.unit) for one in amounts if one is not None}


def _sorted(fact: Fact) -> Fact:
    """A symmetric relation is told once, either way."""
    if fact.relation not in _SYMMETRIC or fact.subject is None or fact.subject <= fact.object:
        return fact
    return replace(fact, subject=fact.object, object=fact.subject)

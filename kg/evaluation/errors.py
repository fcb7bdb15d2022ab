"""Why a fact was missed, or is wrong: a guess from what else was found and wanted, so that one knows where to look first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal

from kg.evaluation.scoring import Comparison, Judged, Key, is_unaligned, is_value
from kg.ontology.model import Ontology, Relation

Kind = Literal["missed", "wrong", "inexact"]


class Cause(StrEnum):
    """What went wrong, most telling first."""

    STATUS = "status"
    """It is given as denied and isn't, or the other way round; of a right fact: its modality is another."""
    SOURCE = "source"
    """Of a right fact: somebody else, or nobody, is given as its source."""
    ROLES = "roles swapped"
    """Subject and object are taken for each other."""
    WRONG_ENTITY = "wrong entity"
    """The same relation was found in that sentence, one of the two being somebody else: a pronoun or a description went astray."""
    OTHER_RELATION = "other relation"
    """The two are joined, by another relation."""
    ENTITY = "entity unknown"
    """No extracted fact of the article names the entity; of a wrong fact: the gold has no such entity."""
    CLASS = "class"
    """An entity has only been taken for what the relation can't join."""
    WORDING = "wording unknown"
    """Both entities are there, and no wording of the relation matched."""
    NOT_STATED = "not stated"
    """The gold has the two, and nothing like this between them."""


@dataclass(frozen=True, slots=True)
class Error:
    """One fact that was missed, is wrong, or is right and `inexact` in status or source.

    Entities are given by a name (None: not stated). `detail` is what stands in its place, "" where nothing does; `evidence` the gold's
    words for what was missed, else the sentence of what was found, whose `wording` it came from; `danger` as in the figures.
    """

    kind: Kind
    cause: Cause
    doc: str
    relation: str
    subject: str | None
    object: str | None
    polarity: str
    modality: str
    evidence: str
    detail: str = ""
    wording: str | None = None
    danger: bool = False


def errors(comparisons: Iterable[Comparison], ontology: Ontology) -> tuple[Error, ...]:
    """Every error, by article, in each the missed ones, then the wrong, then the inexact."""
    relations = {one.name: one for one in ontology.relations.values()}
    return tuple(error for one in comparisons for error in _Article(one, ontology, relations).errors())


_NO_RELATION: Final = Relation("", "", "", "")


@dataclass(frozen=True)
class _Article:
    """One article's comparison, with what was found and wanted looked up by more than its key."""

    comparison: Comparison
    ontology: Ontology
    relations: dict[str, Relation]
    wrong: dict[Key, Judged] = field(init=False)
    types: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        wrong = {one.key: one for one in self.comparison.found if one.gold is None}
        types: dict[str, set[str]] = defaultdict(set)
        for entity, key in self.comparison.entities.items():
            if key is not None:
                types[key] |= {entity.type} if entity.type else set()
        object.__setattr__(self, "wrong", wrong)
        object.__setattr__(self, "types", types)

    def errors(self) -> Iterator[Error]:
        yield from map(self._missed, self.comparison.missed)
        yield from map(self._wrong, self.wrong.values())
        for one in self.comparison.found:
            yield from self._inexact(one)

    def _missed(self, key: Key) -> Error:
        gold = self.comparison.wanted[key]
        cause, detail = self._why_missed(key, gold.evidence)
        return self._error("missed", cause, key, gold.modality, gold.evidence, detail)

    def _wrong(self, one: Judged) -> Error:
        evidence = one.fact.evidence.text if one.fact.evidence else ""
        cause, detail = self._why_wrong(one.key, evidence)
        return self._error("wrong", cause, one.key, one.fact.modality, evidence, detail, one)

    def _inexact(self, one: Judged) -> Iterator[Error]:
        """A right fact's wrong modality and wrong source."""
        if one.gold is None:
            return
        evidence = one.fact.evidence.text if one.fact.evidence else ""
        if not one.modality_right:
            yield self._error("inexact", Cause.STATUS, one.key, one.fact.modality, evidence, f"it is {one.gold.modality}", one)
        if not one.source_right:
            given = ", ".join(source.label for source in one.fact.sources) or "the article"
            detail = f"{given} instead of {self._name(one.gold.source) or 'the article'}"
            yield self._error("inexact", Cause.SOURCE, one.key, one.fact.modality, evidence, detail, one)

    def _why_missed(self, key: Key, evidence: str) -> tuple[Cause, str]:
        found = {one.key for one in self.comparison.found}
        if _denied_or_not(key) in found:
            return Cause.STATUS, f"found as {_denied_or_not(key).polarity}"
        if _turned(key) in self.wrong:
            return Cause.ROLES, ""
        near = [one for one in self.wrong.values() if one.fact.evidence and _share_words(evidence, one.fact.evidence.text)]
        if other := _nearest(key, (one.key for one in near)):
            return Cause.WRONG_ENTITY, f"found {self._told(other)}"
        if other := next((one for one in self.wrong if one.pair == key.pair), None):
            return Cause.OTHER_RELATION, f"found {self._told(other)}"
        sides = [(key.subject, "subject"), (None if is_value(key.object) else key.object, "object")]
        if unknown := [self._name(entity) or "" for entity, _ in sides if entity is not None and entity not in self.types]:
            return Cause.ENTITY, ", ".join(unknown)
        for entity, side in sides:
            if entity is not None and not self._fits(entity, key.relation, side):
                return Cause.CLASS, f"{self._name(entity)} taken for {', '.join(sorted(self.types[entity]))}"
        return Cause.WORDING, ""

    def _why_wrong(self, key: Key, evidence: str) -> tuple[Cause, str]:
        wanted = self.comparison.wanted
        if _denied_or_not(key) in wanted:
            return Cause.STATUS, f"it is {_denied_or_not(key).polarity}"
        if _turned(key) in wanted:
            return Cause.ROLES, ""
        near = (one for one in self.comparison.missed if _share_words(wanted[one].evidence, evidence))
        if other := _nearest(key, near):
            return Cause.WRONG_ENTITY, f"it is {self._told(other)}"
        if other := next((one for one in wanted if one.pair == key.pair), None):
            return Cause.OTHER_RELATION, f"it is {self._told(other)}"
        if unknown := [self._name(entity) or "" for entity in (key.subject, key.object) if is_unaligned(entity)]:
            return Cause.ENTITY, ", ".join(unknown)
        return Cause.NOT_STATED, ""

    def _fits(self, entity: str, relation: str, side: str) -> bool:
        """Whether any class that the entity was taken for may stand there; one that the ontology doesn't have may."""
        known = self.relations.get(relation, _NO_RELATION)
        allowed = known.domain | known.range if known.symmetric else known.domain if side == "subject" else known.range
        names = self.ontology.class_names
        types = self.types[entity]
        return not types or any(one not in names or self.ontology.is_a(names[one], allowed) for one in types)

    def _error(self, kind: Kind, cause: Cause, key: Key, modality: str, evidence: str, detail: str, one: Judged | None = None) -> Error:
        return Error(
            kind=kind,
            cause=cause,
            doc=self.comparison.article.name,
            relation=key.relation,
            subject=self._name(key.subject),
            object=self._name(key.object),
            polarity=key.polarity,
            modality=modality,
            evidence=evidence,
            detail=detail,
            wording=one.fact.wording if one else None,
            danger=one.danger if one else False,
        )

    def _name(self, entity: str | None) -> str | None:
        if entity is None:
            return None
        gold = self.comparison.article.entities.get(entity)
        return next(iter(gold.labels), entity) if gold else entity[1:]

    def _told(self, key: Key) -> str:
        return f"{self._name(key.subject) or NOBODY} {key.relation} {self._name(key.object) or NOBODY}"


NOBODY: Final = "someone"
"""Stands for a subject that isn't stated."""


def _denied_or_not(key: Key) -> Key:
    return key._replace(polarity="affirmed" if key.polarity == "negated" else "negated")


def _turned(key: Key) -> Key:
    return key._replace(subject=key.object, object=key.subject)


def _share_words(one: str, other: str) -> bool:
    """Whether one passage holds the other: gold's evidence is a part of a sentence, or reaches over several."""
    one, other = " ".join(one.split()), " ".join(other.split())
    return bool(one and other) and (one in other or other in one)


def _nearest(key: Key, others: Iterable[Key]) -> Key | None:
    """The first fact of the same relation that shares an entity."""
    return next((one for one in others if one.relation == key.relation and one.pair & key.pair), None)

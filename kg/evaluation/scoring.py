"""Extracted facts against gold, article by article: which are right, which were missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.evaluation.alignment import Alignment
from kg.evaluation.facts import FoundEntity, FoundFact
from kg.evaluation.gold import GoldArticle, GoldFact
from kg.evaluation.rules import Rules
from kg.export.facts import Polarity

_UNALIGNED: Final = "?"
"""Stands before the label of an extracted entity that is none of the gold's: it stays itself, so that its fact is one wrong fact."""


_VALUE: Final = "="
"""Stands before an object that is a literal."""


class Key(NamedTuple):
    """What makes two facts one: relation, both entities (gold keys, or `?label`; None: an unstated subject; of a literal `=300`), and
    polarity. The two entities of a symmetric relation stand in the order of their names."""

    relation: str
    subject: str | None
    object: str | None
    polarity: Polarity

    @property
    def pair(self) -> frozenset[str]:
        """The two entities, whatever joins them."""
        return frozenset({str(self.subject), str(self.object)})


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact found. `gold` is the fact that it rightly gives, None where there is none; `source_right` whether it then names exactly
    the gold's source; `danger` whether it gives as a plain fact what the article only denies, supposes or plans."""

    key: Key
    fact: FoundFact
    gold: GoldFact | None
    source_right: bool
    danger: bool

    @property
    def modality_right(self) -> bool:
        """Whether it is right, and as certain as the gold has it."""
        return self.gold is not None and self.fact.modality == self.gold.modality


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: what was `wanted`, what was `found`, which of the wanted were `missed`, and every extracted entity with the key of the
    gold entity that it is (None: none)."""

    article: GoldArticle
    wanted: Mapping[Key, GoldFact]
    found: tuple[Judged, ...]
    missed: tuple[Key, ...]
    entities: Mapping[FoundEntity, str | None]


def compare(gold: Iterable[GoldArticle], facts: Iterable[FoundFact], rules: Rules) -> tuple[Comparison, ...]:
    """Each article of the gold against the facts of that name. What is derived, and relations that don't count, are left out.

    A fact is right when relation, subject, object and polarity are. Given several times it counts once, as it is given first (an export
    has the order of the text). A gold fact without subject is met by one with a subject that the gold doesn't have. One of two
    alternatives whose other the gold has of the subject is not counted at all.
    """
    by_doc: dict[str | None, list[FoundFact]] = defaultdict(list)
    for fact in facts:
        if fact.relation in rules.relations and not fact.derived:
            by_doc[fact.doc].append(fact)
    return tuple(_compare(article, by_doc[article.name], rules) for article in gold)


def _compare(article: GoldArticle, facts: Sequence[FoundFact], rules: Rules) -> Comparison:
    alignment = Alignment(article.entities)
    wanted = _wanted(article, rules)
    unclaimed = dict.fromkeys(wanted)
    found: list[Judged] = []
    for key, fact in _distinct(facts, alignment, rules).items():
        target = _target(key, unclaimed)
        if target is None and any(g.subject == key.subject and rules.are_alternatives(g.relation, key.relation) for g in wanted):
            continue
        gold = None
        if target is not None:
            del unclaimed[target]
            gold = wanted[target]
        found.append(Judged(key, fact, gold, gold is not None and _names_source(fact, gold, alignment), _is_danger(key, fact, wanted)))
    entities = {
        one: alignment.key(one) for fact in facts for one in (fact.subject, fact.object, *fact.sources) if one and one.value is None
    }
    return Comparison(article, wanted, tuple(found), tuple(unclaimed), entities)


def _wanted(article: GoldArticle, rules: Rules) -> dict[Key, GoldFact]:
    """The gold's facts; of those that differ in modality alone the asserted one."""
    wanted: dict[Key, GoldFact] = {}
    for fact in article.facts:
        object_ = fact.object if isinstance(fact.object, str) else _VALUE + fact.object.value
        key = _key(fact.relation, fact.subject, object_, fact.polarity, rules)
        if fact.relation in rules.relations and (key not in wanted or fact.modality == "asserted"):
            wanted[key] = fact
    return wanted


def _distinct(facts: Iterable[FoundFact], alignment: Alignment, rules: Rules) -> dict[Key, FoundFact]:
    """Each fact once, as it is given first."""
    distinct: dict[Key, FoundFact] = {}
    for number, fact in enumerate(facts):
        subject = alignment.key(fact.subject) or _unaligned(fact.subject, None)
        object_ = _object(fact.object, alignment) or _unaligned(fact.object, str(number)) or f"{_UNALIGNED}{number}"
        distinct.setdefault(_key(fact.relation, subject, object_, fact.polarity, rules), fact)
    return distinct


def _object(found: FoundEntity | None, alignment: Alignment) -> str | None:
    """The key of an object: of the gold entity that it is, or of what a literal comes to, whatever its words."""
    return alignment.key(found) if found is None or found.value is None else _VALUE + found.value


def _unaligned(entity: FoundEntity | None, otherwise: str | None) -> str | None:
    return f"{_UNALIGNED}{entity.label or otherwise or ''}" if entity else None


def is_unaligned(entity: str | None) -> bool:
    """Whether a key's subject or object is an extracted entity that the gold doesn't have."""
    return entity is not None and entity.startswith(_UNALIGNED)


def is_value(entity: str | None) -> bool:
    """Whether a key's object is a literal."""
    return entity is not None and entity.startswith(_VALUE)


def _key(relation: str, subject: str | None, object_: str, polarity: Polarity, rules: Rules) -> Key:
    if relation in rules.symmetric:
        first, second = sorted((subject, object_), key=str)
        return Key(relation, first, second, polarity)
    return Key(relation, subject, object_, polarity)


def _target(key: Key, unclaimed: Container[Key]) -> Key | None:
    """The wanted fact that a found one gives: itself, or one whose subject the article doesn't state."""
    if key not in unclaimed and is_unaligned(key.subject):
        key = key._replace(subject=None)
    return key if key in unclaimed else None


def _names_source(fact: FoundFact, gold: GoldFact, alignment: Alignment) -> bool:
    return {alignment.key(one) for one in fact.sources} == ({gold.source} if gold.source else set())


def _is_danger(key: Key, fact: FoundFact, wanted: Mapping[Key, GoldFact]) -> bool:
    if not fact.is_sure:
        return False
    affirmed = wanted.get(key._replace(polarity="affirmed"))
    return key._replace(polarity="negated") in wanted if affirmed is None else not affirmed.is_sure

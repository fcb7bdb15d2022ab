"""Comparisons → figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluation.scoring import Comparison


@dataclass(frozen=True, slots=True)
class Score:
    """How many were `right` of those `found`, and of those in the `gold`."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures over several articles, each counting by its facts (micro-averages).

    `facts`: relation, both entities and polarity right. `pairs`: entities that are joined, whatever joins them. `unasserted`: facts
    denied, possible or planned, modality right too. Of the right facts: the shares whose `modality` is right, and whose `source` is (the
    one nearest; none where the article speaks itself); `source_recall` the latter among `attributed` facts alone. `danger` counts facts
    given as plain that the article only denies, supposes or plans.
    """

    articles: int
    facts: Score
    pairs: Score
    unasserted: Score
    modality: float
    source: float
    source_recall: float
    danger: int

    def flat(self) -> dict[str, int | float]:
        """For programs: plain numbers, shares with four digits."""
        shares = {
            "precision": self.facts.precision,
            "recall": self.facts.recall,
            "f1": self.facts.f1,
            "pair_f1": self.pairs.f1,
            "unasserted_f1": self.unasserted.f1,
            "modality": self.modality,
            "source": self.source,
            "source_recall": self.source_recall,
        }
        counts = {"articles": self.articles, "gold": self.facts.gold, "found": self.facts.found, "right": self.facts.right}
        return {**counts, **{name: round(share, 4) for name, share in shares.items()}, "danger": self.danger}


def figures(comparisons: Sequence[Comparison]) -> Figures:
    """The figures of these articles together."""
    found = [one for comparison in comparisons for one in comparison.found]
    wanted = [fact for comparison in comparisons for fact in comparison.wanted.values()]
    right = [(one, one.gold) for one in found if one.gold is not None]
    attributed = [one for one, gold in right if gold.source]
    unsure = [one for one in found if not one.fact.is_sure]
    return Figures(
        articles=len(comparisons),
        facts=Score(len(right), len(found), len(wanted)),
        pairs=_pairs(comparisons),
        unasserted=Score(sum(one.modality_right for one in unsure), len(unsure), sum(not fact.is_sure for fact in wanted)),
        modality=_share(one.modality_right for one, _ in right),
        source=_share(one.source_right for one, _ in right),
        source_recall=_share(one.source_right for one in attributed),
        danger=sum(one.danger for one in found),
    )


def by_relation(comparisons: Iterable[Comparison]) -> dict[str, Score]:
    """Relation → how many facts of it were right, found and wanted; the most wanted first."""
    known = list(comparisons)
    found = [one for comparison in known for one in comparison.found]
    wanted = [key.relation for comparison in known for key in comparison.wanted]
    scores = {
        relation: Score(
            right=sum(one.key.relation == relation and one.gold is not None for one in found),
            found=sum(one.key.relation == relation for one in found),
            gold=wanted.count(relation),
        )
        for relation in sorted({*wanted, *(one.key.relation for one in found)})
    }
    return dict(sorted(scores.items(), key=lambda pair: -pair[1].gold))


def _pairs(comparisons: Iterable[Comparison]) -> Score:
    each = [({key.pair for key in one.wanted}, {judged.key.pair for judged in one.found}) for one in comparisons]
    return Score(sum(len(g & f) for g, f in each), sum(len(f) for _, f in each), sum(len(g) for g, _ in each))


def _share(of: Iterable[bool]) -> float:
    judged = list(of)
    return sum(judged) / len(judged) if judged else 0.0

"""How well the project's own articles are read: `python -m tests.gold.benchmark` prints the figures, `--write` makes them the baseline.

A baseline is a floor: `--write` refuses to lower one unless the articles or their annotations changed.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from kg.evaluation.facts import FoundFact, facts_of
from kg.evaluation.figures import Score, by_relation, figures
from kg.evaluation.gold import read_gold
from kg.evaluation.report import show_figures, show_scores
from kg.evaluation.rules import Rules
from kg.evaluation.scoring import Comparison, compare
from kg.extractors.articles import create_pipeline, read_articles
from kg.language.model import version
from kg.language.pipeline import statements
from kg.ontology.load import load
from kg.query.show import console_for
from tests.gold.coreference import BCubed, read_marked, scored
from tests.gold.corpus import FOLDER, articles, digest, field

BASELINE = Path(__file__).with_name("baseline.json")
NO_HIGHER = frozenset({"danger"})
"""Figures that may fall and not rise; all others may rise and not fall."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One reading of all articles: which model read them, the facts against the gold, and coreference."""

    model: str
    comparisons: tuple[Comparison, ...]
    coreference: BCubed

    def figures(self) -> dict[str, float]:
        """What the baseline holds."""
        flat = figures(self.comparisons).flat()
        names = ("precision", "recall", "f1", "pair_f1", "unasserted_f1", "source", "source_recall", "danger")
        return {**{name: flat[name] for name in names}, "b3_f1": round(self.coreference.f1, 4)}


def measure(nlp: Language) -> Measured:
    """Read every article once and compare."""
    facts: list[FoundFact] = []
    coreference = BCubed()
    for article, doc in read_articles(nlp, articles()):
        facts += facts_of(statements(doc), article.doc)
        marked = FOLDER / f"{article.doc}.coref"
        if marked.exists():
            text, mentions = read_marked(marked)
            assert text == article.text, f"{marked.name} isn't the article with marks"
            coreference += scored(doc, mentions)
    return Measured(version(nlp), compare(read_gold(FOLDER), facts, Rules.of(load())), coreference)


def by_field(comparisons: tuple[Comparison, ...]) -> dict[str, Score]:
    """Field → how many facts of its articles were right, found and wanted."""
    fields = sorted({field(one.article.name) for one in comparisons})
    return {name: figures([one for one in comparisons if field(one.article.name) == name]).facts for name in fields}


def entities(comparisons: tuple[Comparison, ...]) -> tuple[float, float]:
    """The share of gold entities that some extracted entity is, and the share of extracted entities (those that a fact or a source names)
    that are one of the gold's."""
    gold = sum(len(one.article.entities) for one in comparisons)
    met = sum(len({key for key in one.entities.values() if key is not None}) for one in comparisons)
    extracted = [{entity.id: key for entity, key in one.entities.items()} for one in comparisons]
    aligned = sum(key is not None for each in extracted for key in each.values())
    return met / max(gold, 1), aligned / max(sum(map(len, extracted)), 1)


def worse(now: dict[str, float], floor: dict[str, float]) -> list[str]:
    """The figures that are worse than a baseline's, a sentence each."""
    return [
        f"{name} is {now[name]}, and was {before}"
        for name, before in floor.items()
        if (now[name] > before if name in NO_HIGHER else now[name] < before)
    ]


def write(measured: Measured, file: Path = BASELINE) -> None:
    """Make the figures the baseline; SystemExit where one would be lowered on the same gold."""
    now: dict[str, Any] = {"digest": digest(), "model": measured.model, "figures": measured.figures()}
    if file.exists():
        before = json.loads(file.read_text(encoding="utf-8"))
        lowered = worse(now["figures"], before["figures"]) if before["digest"] == now["digest"] else []
        if lowered:
            raise SystemExit(f"The baseline stays, since a figure would be worse: {'; '.join(lowered)}.")
    file.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")


def show(measured: Measured) -> None:
    """Print all figures."""
    console = console_for()
    show_figures(figures(measured.comparisons), console)
    of_gold, of_extracted = entities(measured.comparisons)
    console.print(f"{'entities':<11} {of_gold:.3f} of the gold's are extracted, {of_extracted:.3f} of the extracted are the gold's")
    b3 = measured.coreference
    console.print(f"{'B³':<11} precision {b3.precision:.3f}  recall {b3.recall:.3f}  F1 {b3.f1:.3f}  ({b3.gold} mentions)\n")
    show_scores(by_field(measured.comparisons), "field", console)
    console.print()
    show_scores(by_relation(measured.comparisons), "relation", console)


def main() -> None:
    assert __doc__
    parser = argparse.ArgumentParser(prog="python -m tests.gold.benchmark", description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="make the figures the baseline")
    wanted = parser.parse_args()
    measured = measure(create_pipeline())
    show(measured)
    if wanted.write:
        write(measured)


if __name__ == "__main__":
    main()

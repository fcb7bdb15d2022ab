"""`kg eval`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import AllowImports, Ontology
from kg.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluation.facts import FoundFact
    from kg.evaluation.gold import GoldArticle
    from kg.evaluation.rules import Rules


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of annotations, NAME.json for the article NAME.")],
    facts: Annotated[str, typer.Argument(metavar="FACTS|STORE", help="A file that `kg export facts.jsonl` wrote, or a store.")],
    show_errors: Annotated[bool, typer.Option("--errors", help="Every missed and every wrong fact too, and why.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON, for programs.")] = False,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
) -> None:
    """Hold extracted facts against what people marked in the same articles: how many are right, how many were missed."""
    from kg.evaluation import report
    from kg.evaluation.facts import read_facts
    from kg.evaluation.figures import figures
    from kg.evaluation.gold import read_gold
    from kg.evaluation.rules import Rules
    from kg.evaluation.scoring import compare
    from kg.ontology.load import load
    from kg.query.show import console_for

    loaded = load(ontology, allow_imports or ())
    rules = Rules.of(loaded)
    marked, found = read_gold(gold), read_facts(facts)
    for doubt in _doubts(marked, found, rules):
        print(printable(doubt), file=sys.stderr)
    comparisons = compare(marked, found, rules)
    if as_json:
        print(json.dumps(report.as_json(comparisons, loaded, with_errors=show_errors), ensure_ascii=False))
        return
    console = console_for()
    report.show_figures(figures(comparisons), console)
    if show_errors:
        report.show_errors(comparisons, loaded, console)


def _doubts(gold: Sequence[GoldArticle], facts: Sequence[FoundFact], rules: Rules) -> list[str]:
    """What may not be meant: articles without facts, relations that don't count."""
    known = {fact.doc for fact in facts}
    empty = [article.name for article in gold if article.facts and article.name not in known]
    strange = sorted({fact.relation for article in gold for fact in article.facts} - rules.relations)
    return [
        *([f"No fact is of {_some(empty)}: facts belong to the gold whose file has the name of their `doc`."] if empty else []),
        *([f"Not counted, since the ontology has no wordings for them: {_some(strange)}."] if strange else []),
    ]


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown

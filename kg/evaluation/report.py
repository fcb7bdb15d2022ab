"""Figures and errors for people, and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.evaluation.errors import NOBODY, Cause, Error, errors
from kg.evaluation.figures import Figures, Score, by_relation, figures
from kg.evaluation.scoring import Comparison
from kg.ontology.model import Ontology
from kg.terminal import printable

_SHOWN: Final = 15  # wordings and relations; programs get all
_STYLES: Final = {"missed": "yellow", "wrong": "red", "inexact": "cyan"}


@dataclass(frozen=True, slots=True)
class WordingUse:
    """How often facts that came from a wording were wrong, and how often right."""

    relation: str
    wording: str
    wrong: int
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    """All errors, their causes, which wordings matched wrongly, and of which relations wordings are lacking, the most first."""

    errors: tuple[Error, ...]
    causes: dict[str, dict[str, int]]
    wordings: tuple[WordingUse, ...]
    lacking: dict[str, int]


def report(comparisons: Sequence[Comparison], ontology: Ontology) -> Report:
    """What went wrong in these articles."""
    found = errors(comparisons, ontology)
    causes: dict[str, dict[str, int]] = {}
    for (kind, cause), number in Counter((one.kind, one.cause.value) for one in found).most_common():
        causes.setdefault(kind, {})[cause] = number
    lacking = Counter(one.relation for one in found if one.cause is Cause.WORDING)
    return Report(found, causes, _wordings(comparisons), dict(_ranked(lacking)))


def _wordings(comparisons: Iterable[Comparison]) -> tuple[WordingUse, ...]:
    wrong: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for one in (judged for comparison in comparisons for judged in comparison.found):
        if one.fact.wording:
            (wrong if one.gold is None else right)[one.key.relation, one.fact.wording] += 1
    ranked = sorted(wrong, key=lambda use: (-wrong[use], right[use], use))
    return tuple(WordingUse(*use, wrong[use], right[use]) for use in ranked)


def _ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def as_json(comparisons: Sequence[Comparison], ontology: Ontology, *, with_errors: bool) -> dict[str, Any]:
    """The figures as plain numbers; with errors, also `relations`, `causes`, `wordings`, `lacking` and `errors`."""
    found: dict[str, Any] = dict(figures(comparisons).flat())
    if with_errors:
        told = report(comparisons, ontology)
        found["relations"] = {
            name: asdict(score) | {"precision": round(score.precision, 4), "recall": round(score.recall, 4)}
            for name, score in by_relation(comparisons).items()
        }
        found |= {"causes": told.causes, "wordings": [asdict(one) for one in told.wordings], "lacking": told.lacking}
        found["errors"] = [asdict(one) for one in told.errors]
    return found


def show_figures(given: Figures, console: Console) -> None:
    """Print the figures, a line each."""
    facts = given.facts
    lines = {
        "articles": str(given.articles),
        "facts": f"precision {facts.precision:.3f}  recall {facts.recall:.3f}  F1 {facts.f1:.3f}"
        f"  ({facts.right} right of {facts.found} found, {facts.gold} in the gold)",
        "pairs": f"F1 {given.pairs.f1:.3f}  (who is joined with whom, whatever joins them)",
        "unasserted": f"F1 {given.unasserted.f1:.3f}  (denied, possible and planned facts alone)",
        "modality": f"{given.modality:.3f} of the right facts",
        "source": f"{given.source:.3f} of the right facts, {given.source_recall:.3f} of those that somebody says",
        "danger": f"{given.danger}  (given as plain facts, though only denied, possible or planned)",
    }
    for name, line in lines.items():
        console.print(Text(f"{name:<11} {line}"), soft_wrap=True)


def show_scores(scores: Mapping[str, Score], heading: str, console: Console) -> None:
    """Print a table of counts, precision, recall and F1, a row a name."""
    table = Table(show_edge=False, pad_edge=False)
    table.add_column(heading)
    for column in ("gold", "found", "right", "precision", "recall", "F1"):
        table.add_column(column, justify="right")
    for name, one in scores.items():
        shares = (f"{share:.3f}" for share in (one.precision, one.recall, one.f1))
        table.add_row(Text(printable(name)), str(one.gold), str(one.found), str(one.right), *shares)
    console.print(table)


def show_errors(comparisons: Sequence[Comparison], ontology: Ontology, console: Console) -> None:
    """Print every error with its cause and evidence, article by article, then what to do something about first."""
    told = report(comparisons, ontology)
    for doc, group in groupby(told.errors, key=lambda one: one.doc):
        console.print(Text(f"\n{printable(doc)}", style="bold"), soft_wrap=True)
        for error in group:
            _show_error(error, console)
    console.print()
    show_scores(by_relation(comparisons), "relation", console)
    for kind, causes in sorted(told.causes.items()):
        _show_counts(f"{kind}, and why", _ranked(causes), console)
    _show_counts("missed for want of a wording", list(told.lacking.items())[:_SHOWN], console)
    _show_wordings(told.wordings[:_SHOWN], console)


def _show_error(error: Error, console: Console) -> None:
    doubts = [one for one in (error.polarity, error.modality) if one not in ("affirmed", "asserted")]
    relation = f"{error.relation} ({', '.join(doubts)})" if doubts else error.relation
    line = Text(f"  {error.kind:<8}", style=_STYLES[error.kind])
    line.append(printable(f"{error.subject or NOBODY} → {relation} → {error.object or NOBODY}"), style="bold")
    why = f"[{error.cause.value}{': ' if error.detail else ''}{error.detail}]{' danger' if error.danger else ''}"
    line.append(f"  {printable(why)}")
    console.print(line, soft_wrap=True)
    console.print(Text(f"          {printable(error.evidence)}", style="dim"), soft_wrap=True)
    if error.wording and error.kind == "wrong":
        console.print(Text(f"          by {printable(error.wording)}", style="dim"), soft_wrap=True)


def _show_counts(heading: str, counts: Sequence[tuple[str, int]], console: Console) -> None:
    if counts:
        console.print(Text(f"\n{heading}", style="bold"))
        for name, number in counts:
            console.print(Text(f"  {number:>4}  {printable(name)}"), soft_wrap=True)


def _show_wordings(uses: Sequence[WordingUse], console: Console) -> None:
    if uses:
        console.print(Text("\nwordings that match wrongly: wrong, right", style="bold"))
        for one in uses:
            console.print(Text(f"  {one.wrong:>4}  {one.right:>4}  {one.relation}: {printable(one.wording)}"), soft_wrap=True)

"""A report on an ontology, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.ontology.checking.check import Report
from kg.ontology.checking.findings import Finding, Severity
from kg.ontology.checking.trials import Recall
from kg.ontology.checking.variants import KINDS, Kind
from kg.terminal import printable

_SHOWN: Final = 2  # warnings of one kind about one term; of more, one
_KINDS: Final[dict[Kind, str]] = {"fillers": "with other words in brackets", "tense": "in another tense", "voice": "in the other voice"}
_STYLES: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def as_json(report: Report) -> dict[str, Any]:
    """Everything, as plain values."""
    return {
        "errors": report.number(Severity.ERROR),
        "warnings": report.number(Severity.WARNING),
        "findings": [_finding(one) for one in report.findings],
        "recall": {relation: {kind: asdict(one) for kind, one in kinds.items()} for relation, kinds in report.recalls.items()},
    }


def _finding(one: Finding) -> dict[str, Any]:
    place = {name: getattr(one.place, name) if one.place is not None else None for name in ("file", "line", "column")}
    return {"severity": one.severity, "kind": one.kind, **place, "term": one.term, "sentence": one.sentence}


def show(report: Report, console: Console, *, all_of_them: bool) -> None:
    """Print each finding on a line as compilers do, of many warnings of one kind about one term their number and one of them; then what
    leave-one-out found by relation; last how many findings there are."""
    for line in _lines(report.findings, all_of_them):
        console.print(line, soft_wrap=True)
    if report.recalls:
        console.print(_table(report))
    errors, warnings = report.number(Severity.ERROR), report.number(Severity.WARNING)
    told = f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"
    console.print(Text(told, style="bold"))


def _lines(findings: Sequence[Finding], all_of_them: bool) -> Iterator[Text]:
    groups = Counter((one.severity, one.kind, one.term) for one in findings)
    told: set[tuple[Severity, str, str | None]] = set()
    for one in findings:
        group = one.severity, one.kind, one.term
        is_summed = one.severity is Severity.WARNING and groups[group] > _SHOWN and not all_of_them
        if group in told and is_summed:
            continue
        told.add(group)
        line = Text(f"{printable(str(one.place))}: " if one.place is not None else "")
        line.append(one.severity, style=_STYLES[one.severity]).append(f": {printable(one.sentence)}")
        if is_summed:
            line.append(f" ({groups[group] - 1} more like this of {printable(one.term or 'others')}: --verbose)", style="dim")
        yield line


def _table(report: Report) -> Table:
    """By relation, then by kind of sentence: how many were tried, and found with and without the example that they were made of."""
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("examples said otherwise")
    for name in ("tried", "found", "found by the other examples alone"):
        table.add_column(name, justify="right")
    for relation, kinds in report.recalls.items():
        table.add_row(printable(relation), *_cells(kinds.values()))
    table.add_section()
    for kind in KINDS:
        table.add_row(_KINDS[kind], *_cells(kinds[kind] for kinds in report.recalls.values()))
    return table


def _cells(some: Iterable[Recall]) -> Iterator[str]:
    known = [*some]
    tried = sum(one.tried for one in known)
    yield str(tried)
    for found in (sum(one.found for one in known), sum(one.found_without for one in known)):
        yield f"{found} ({found / tried:4.0%})" if tried else "0"

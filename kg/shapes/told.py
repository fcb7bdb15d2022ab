"""Violations for people and programs: a sentence for each with the statements behind it, or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kg.query.statements import Row
from kg.query.terms import local_name
from kg.shapes.report import Thing, Violation
from kg.terminal import printable


def lines(violations: Sequence[Violation]) -> Iterator[str]:
    """Each violation, then what its statements say, by whom, and their IRIs. Nothing of it steers a terminal."""
    for number, one in enumerate(violations):
        if number:
            yield ""
        concerned = [one.focus, one.value] if one.value else [one.focus]
        yield printable(f"{' → '.join(map(_shown, concerned))}: {one.message}")
        for row in one.evidence:
            kept = "  (kept out)" if row["statement"] in one.kept_out else ""
            yield f"  {printable(_arrow(row))}{kept}"
            yield f"    {printable(row['sentence'])} — {printable(_speaker(row))}"
            yield f"    {printable(row['statement'])}"


def summary(violations: Sequence[Violation]) -> str:
    """How many there are."""
    made = sum(one.of_ontology for one in violations)
    kept = len({iri for one in violations for iri in one.kept_out})
    told = f"{made} of the ontology ({_counted(kept, 'statement')} kept out of the plain triples)"
    return f"{_counted(len(violations), 'violation')}: {told}, {len(violations) - made} of other shapes."


def as_data(violations: Sequence[Violation]) -> dict[str, Any]:
    """The same for JSON."""
    return {"conforms": not violations, "violations": [_violation(one) for one in violations]}


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _violation(one: Violation) -> dict[str, Any]:
    return {
        "message": one.message,
        "shape": one.shape,
        "of_ontology": one.of_ontology,
        "focus": asdict(one.focus),
        "path": one.path,
        "value": asdict(one.value) if one.value else None,
        "evidence": [_evidence(row, row["statement"] in one.kept_out) for row in one.evidence],
    }


def _shown(one: Thing) -> str:
    return f"{one.label} ({one.type})" if one.type else one.label


def _evidence(row: Row, kept_out: bool) -> dict[str, Any]:
    return {
        "statement": row["statement"],
        "article": row["article"],
        "subject": row.get("subject_label"),
        "relation": local_name(row["relation"]),
        "object": row.get("object_label", row["object"]),
        "status": local_name(row["status"]),
        "speaker": _speaker(row),
        "evidence": {"start": int(row["start"]), "end": int(row["end"]), "text": row["sentence"]},
        "kept_out": kept_out,
    }


def _arrow(row: Row) -> str:
    status = local_name(row["status"])
    doubt = "" if status == "affirmed" else f" ({status})"
    return f"{row.get('subject_label', 'not stated')} → {local_name(row['relation'])}{doubt} → {row.get('object_label', row['object'])}"


def _speaker(row: Row) -> str:
    return row.get("speaker_label") or row.get("publisher") or "the article"

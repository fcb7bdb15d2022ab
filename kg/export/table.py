"""A CSV table of statements, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Final

from kg.query.entities import entities
from kg.query.statements import statements
from kg.query.terms import local_name
from kg.store.interface import Store

COLUMNS: Final = (
    "statement", "status", "modality", "subject", "subject_label", "subject_class", "relation", "object", "object_label", "object_class",
    "speaker", "speaker_label", "amount", "low", "high", "currency", "unit", "when", "edtf", "violates",
    "sentence", "start", "end", "article", "doc", "headline", "publisher", "published", "url",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LOCAL: Final = ("status", "modality", "relation")


def table(store: Store) -> str:
    """One statement a row, affirmed or not; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    classes = {iri: local_name(row["class"]) for iri, row in entities(store).items()}
    out = io.StringIO()
    writer = csv.writer(out)  # with RFC 4180's line ends, else it leaves a lone one in a cell without quotation marks
    writer.writerow(COLUMNS)
    for row in statements(store):
        known = row | {f"{role}_class": classes.get(row[role], "") for role in ("subject", "object")}
        known |= {"object_class": local_name(row["datatype"])} if "datatype" in row else {}
        known |= {name: local_name(row[name]) for name in _LOCAL if name in row}
        writer.writerow([safe(known.get(name, "")) for name in COLUMNS])
    return out.getvalue()


def safe(cell: str) -> str:
    """The cell as text that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

"""`kg verify`."""

from __future__ import annotations

import sys

from kg.cli.options import DEFAULT_STORE, AllowImports, Ontology, Store
from kg.errors import StoreError
from kg.terminal import printable


def verify(store: Store = DEFAULT_STORE, ontology: Ontology = None, allow_imports: AllowImports = None) -> None:
    """Compute everything that the store shows anew from its articles and decisions, and tell whether it differs."""
    from kg import corrections
    from kg.ontology.load import load
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        drift = corrections.verify(opened, load(ontology, allow_imports or ()))
    for mark, quads in (("+", drift.extra), ("-", drift.missing)):
        for quad in sorted(quads, key=str):
            print(mark, printable(str(quad)))
    if drift:
        wrong = f"{len(drift.extra)} quads too many and {len(drift.missing)} missing"
        raise StoreError(f"The store isn't what its articles and decisions make it ({wrong}): build it anew.")
    print("The store is what its articles and decisions make it.", file=sys.stderr)

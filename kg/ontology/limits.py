"""How large an ontology may be. One of 300 relations with 3,000 examples, beside ours, stays far below all of these."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 20_000_000
"""Of a file, and of all files together: more is no ontology that a person edits, and would only fill the memory."""
MAX_FILES: Final = 1_000
MAX_TRIPLES: Final = 400_000
"""Of all files together."""
MAX_SILENCE: Final = 2_000_000
"""Bytes that may go by without a triple: one that is nested or long without end would fill the memory before it says anything."""
MAX_DEPTH: Final = 100
"""Of elements or values inside one another."""
MAX_CLASSES: Final = 20_000
MAX_RELATIONS: Final = 5_000
MAX_EXAMPLES: Final = 20_000
MAX_ABOVE: Final = 200
"""Super-classes of a class, and super-properties of a relation, near and far."""
MAX_CHAIN: Final = 20
"""Relations in a property chain."""
MAX_LIST: Final = 1_000
"""Classes in a list of such as exclude one another, each of which names all others."""
MAX_EXAMPLE: Final = 500
"""Characters of an example, label or name."""
MAX_COMMENT: Final = 20_000
"""Characters of a comment."""

"""Articles in, a knowledge graph out, with the sentence and the speaker for every fact.

`graph = kg.build("articles/")` reads them, `graph.query("chain")` asks the graph.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import Graph as Graph
    from kg.graph import open_graph as open
    from kg.reading import build_graph as build

__all__ = ["Graph", "build", "open"]

_HOMES = {"Graph": ("kg.graph", "Graph"), "build": ("kg.reading", "build_graph"), "open": ("kg.graph", "open_graph")}


def __getattr__(name: str) -> Any:
    """What the package offers, loaded when it is first asked for: the command's help needs neither spaCy nor a store."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, its_name = _HOMES[name]
    return getattr(import_module(module), its_name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""The explorer: a store's relationship graph as one self-contained HTML page that opens offline."""

from __future__ import annotations

from kg.draw import plain
from kg.draw.graph import Graph
from kg.draw.reading import data
from kg.draw.selecting import Part
from kg.draw.shell import Settings, is_built, shell
from kg.store.interface import Store

__all__ = ["data", "markup", "page", "title_of"]


def page(store: Store, part: Part | None = None, *, title: str | None = None) -> str:
    """The store's relationship graph, or this part of it, as an HTML page that asks for nothing else: no network, no file.

    Raises QueryError. Without a title it's the only article's, else a general one. The same store gives the same characters.
    """
    graph = data(store, part)
    return markup(graph, title=title if title is not None else title_of(graph))


def markup(graph: Graph, *, title: str) -> str:
    """The page that shows this graph; the plain one where the front end wasn't built. Nothing in the data can become markup or code."""
    if not is_built():
        return plain.markup(graph, title=title)
    return shell("explorer", Settings(title=title, live=False, edit=False), graph)


def title_of(graph: Graph) -> str:
    """What a graph without a title is called."""
    articles = graph["articles"]
    own = articles[0]["title"] if len(articles) == 1 else None
    return own or "Who is connected to whom"

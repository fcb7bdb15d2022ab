"""What of a graph goes into a picture: all of it, or the most connected names where that would be too much to read."""

from __future__ import annotations

from collections import Counter
from typing import Final

from kg.draw.graph import Graph
from kg.draw.still.words import counted

MOST_NAMES: Final = 150
MOST_ARROWS: Final = 240


def chosen(graph: Graph) -> tuple[Graph, str]:
    """The part that a picture can show, and a sentence that says what it leaves out (empty where it leaves out nothing)."""
    arrows = [*graph["arrows"], *graph["derived"]]
    joined = Counter(one for arrow in arrows for one in {arrow["subject"], arrow["object"]})
    order = sorted(joined, key=lambda one: (-joined[one], one))
    kept = set(order[:MOST_NAMES])
    shown = [arrow for arrow in arrows if arrow["subject"] in kept and arrow["object"] in kept]
    while len(shown) > MOST_ARROWS and len(kept) > 2:
        kept.discard(order[len(kept) - 1])
        shown = [arrow for arrow in shown if arrow["subject"] in kept and arrow["object"] in kept]
    shown = shown[:MOST_ARROWS]
    names = {one for arrow in shown for one in (arrow["subject"], arrow["object"])}
    left = len(arrows) - len(shown)
    part = _part(graph, {id(one) for one in shown}, names)
    if not left:
        return part, ""
    others = f"{counted(len(order) - len(names), 'name', 'names')} and {counted(left, 'arrow', 'arrows')}"
    return part, f"Only the {counted(len(names), 'name', 'names')} with the most arrows are drawn; {others} are left out."


def _part(graph: Graph, arrows: set[int], names: set[str]) -> Graph:
    """The same with these arrows only, the names that they join, who speaks, and the articles behind them."""
    kept = [one for one in graph["arrows"] if id(one) in arrows]
    said = [one for arrow in kept for one in arrow["statements"]]
    spoken = {one["speaker"] for one in said} | {speaker for one in said for speaker in one["reported_by"]}
    derived = [one for one in graph["derived"] if id(one) in arrows]
    premises = {one for arrow in derived for one in arrow["premises"]}
    known = {one["id"]: one["article"] for arrow in graph["arrows"] for one in arrow["statements"]}
    cited = {one["article"] for one in said} | {known[one] for one in premises if one in known}
    return Graph(
        nodes=[one for one in graph["nodes"] if one["id"] in names or one["id"] in spoken],
        arrows=kept,
        derived=derived,
        classes=graph["classes"],
        articles=[one for one in graph["articles"] if one["id"] in cited],
    )

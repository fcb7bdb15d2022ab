"""Names and arrows' labels as boxes of text: how they're broken into lines, and how much room they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.draw.graph import Node
from kg.draw.still.geometry import Size
from kg.draw.still.typeface import LINE, widest, wrapped
from kg.draw.still.words import Drawn
from kg.terminal import printable

NAME: Final = 13.0
"""The size of names; of labels and of what stands below them:"""
LABEL: Final = 11.5
NOTE: Final = 10.0
RADIUS: Final = 6.0
"""Of the shape that a name has for its class."""
SHAPE_ROOM: Final = 25.0
"""From a box's left edge to its name."""
_RIGHT: Final = 11.0
_ABOVE: Final = 5.5
_NAME_ROOM: Final = 150.0
_LABEL_ROOM: Final = 140.0
_NAME_LINES, _LABEL_LINES, _NOTE_LINES = 3, 2, 2
_LABEL_MARGIN: Final = 4.0


@dataclass(frozen=True, slots=True)
class NameBox:
    """A name in lines."""

    node: Node
    lines: tuple[str, ...]
    size: Size


@dataclass(frozen=True, slots=True)
class LabelBox:
    """What an arrow is called, in lines; in smaller ones what is said of it, and what speaks against it."""

    arrow: Drawn
    label: tuple[str, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    size: Size


def name_box(node: Node) -> NameBox:
    """The name as a picture shows it."""
    lines = wrapped(printable(node["label"]), NAME, _NAME_ROOM, _NAME_LINES, bold=True)
    width = SHAPE_ROOM + widest(lines, NAME, bold=True) + _RIGHT
    return NameBox(node, lines, Size(width, len(lines) * NAME * LINE + 2 * _ABOVE))


def label_box(arrow: Drawn) -> LabelBox:
    """The label as a picture shows it."""
    label = wrapped(arrow.label, LABEL, _LABEL_ROOM, _LABEL_LINES)
    notes = tuple(line for one in arrow.notes for line in wrapped(one, NOTE, _LABEL_ROOM, _NOTE_LINES))
    warnings = tuple(line for one in arrow.warnings for line in wrapped(one, NOTE, _LABEL_ROOM, _NOTE_LINES, bold=True))
    width = max(widest(label, LABEL), widest(notes, NOTE), widest(warnings, NOTE, bold=True)) + 2 * _LABEL_MARGIN
    return LabelBox(arrow, label, notes, warnings, Size(width, LINE * (len(label) * LABEL + (len(notes) + len(warnings)) * NOTE)))

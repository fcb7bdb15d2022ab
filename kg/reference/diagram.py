"""Two drawings: the tree of classes, and which classes the relations join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from kg.ontology.model import Ontology, Relation
from kg.ontology.terms import local_name
from kg.reference.names import Names

_ROW: Final = 22
_STEP: Final = 30
_LETTER: Final = 7.6
"""A letter's width, on average and rather more."""
_COLUMNS: Final = 3
_WIDTH: Final = 900
_BOX: Final = 190
"""A box of classes, at the left and at the right."""
_ANYTHING: Final = "anything"


def tree(ontology: Ontology, names: Names) -> str:
    """Classes below those that they are a kind of. One of several kinds stands below the first; dashed lines join it with the others."""
    rows = _rows(ontology, names)
    place = {iri: (12 + depth * _STEP, 16 + row * _ROW) for row, (iri, depth) in enumerate(rows)}
    ends = {iri: x + 24 + _LETTER * len(names.labels[iri]) for iri, (x, _) in place.items()}
    bend = max(ends.values(), default=0) + 60
    lines: list[str] = []
    texts: list[str] = []
    for iri, (x, y) in place.items():
        parents = [up for up in ontology.classes[iri].parents if up in place and up != iri]
        for up in parents[:1]:
            lines.append(f'<path class="branch" d="M{place[up][0] + 6} {place[up][1] + 8}V{y}H{x}"/>')
        for up in parents[1:]:
            top = place[up][1]
            lines.append(f'<path class="also" d="M{ends[iri]:.0f} {y}C{bend:.0f} {y} {bend:.0f} {top} {ends[up]:.0f} {top}"/>')
        text = f'<text x="{x + 16}" y="{y + 4}">{escape(names.labels[iri])}</text>'
        texts.append(f'<a href="#{names.id(iri)}"><circle cx="{x + 6}" cy="{y}" r="4"/>{text}</a>')
    return _svg("tree", "The tree of classes", bend, 16 + len(rows) * _ROW, [*lines, *texts])


def _rows(ontology: Ontology, names: Names) -> list[tuple[str, int]]:
    """The classes in the order of the tree, each once, with how deep it stands."""
    below: dict[str, list[str]] = defaultdict(list)
    for iri, one in ontology.classes.items():
        parents = [up for up in one.parents if up in ontology.classes and up != iri]
        below[parents[0] if parents else ""].append(iri)
    rows: dict[str, int] = {}
    for root in [*below[""], *ontology.classes]:  # the classes of a ring hang below no root
        todo = [(root, 0)]
        while todo:
            iri, depth = todo.pop()
            if iri not in rows:
                rows[iri] = depth
                todo += [(one, depth + 1) for one in sorted(below[iri], key=lambda one: names.labels[one].lower(), reverse=True)]
    return list(rows.items())


def joins(ontology: Ontology, names: Names) -> str:
    """Relations that join the same classes together: those of their subjects on the left, those of their objects on the right.

    A relation that only is the inverse of another is left out.
    """
    inverses = {one.inverse for one in ontology.relations.values()}
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Relation]] = defaultdict(list)
    for one in ontology.relations.values():
        if one.iri not in inverses or one.examples:
            groups[_sides(one.domain, ontology), (one.datatype,) if one.datatype else _sides(one.range, ontology)].append(one)
    parts: list[str] = []
    y = 8
    for number, ((subjects, objects), relations) in enumerate(sorted(groups.items(), key=lambda one: (-len(one[1]), one[0]))):
        height = _ROW * max(len(subjects), len(objects), -(-len(relations) // _COLUMNS)) + 16
        parts += _group(names, subjects, objects, relations, y, height, f"c{number % 10}")
        y += height + 12
    return _svg("joins", "Which classes the relations join", _WIDTH, y, parts)


def _sides(classes: Iterable[str], ontology: Ontology) -> tuple[str, ...]:
    chosen = set(classes)
    return (*(iri for iri in ontology.classes if iri in chosen), *sorted(chosen - set(ontology.classes))) or (_ANYTHING,)


def _group(
    names: Names, subjects: Sequence[str], objects: Sequence[str], relations: Sequence[Relation], y: int, height: int, colour: str
) -> list[str]:
    left, right, middle = _BOX + 24, _WIDTH - _BOX - 24, y + height // 2
    ordered = sorted(relations, key=lambda one: (one.label.lower(), one.iri))
    deep = -(-len(ordered) // _COLUMNS)
    step = (right - left) / min(_COLUMNS, len(ordered))
    top = middle - deep * _ROW / 2
    return [
        f'<rect class="{colour}" x="{left}" y="{y}" width="{right - left}" height="{height}" rx="8"/>',
        f'<path class="arrow {colour}" d="M{_BOX} {middle}H{left}M{right} {middle}H{right + 22}m-7 -5l7 5l-7 5"/>',
        *_box(names, subjects, 0, middle),
        *_box(names, objects, right + 24, middle),
        *(
            _text(names, one.iri, left + (number // deep + 0.5) * step, top + (number % deep) * _ROW + 15, "relation", int(step / _LETTER))
            for number, one in enumerate(ordered)
        ),
    ]


def _box(names: Names, classes: Sequence[str], x: float, middle: int) -> list[str]:
    top = middle - len(classes) * _ROW / 2
    return [_text(names, iri, x + _BOX / 2, top + number * _ROW + 15, "side", int(_BOX / _LETTER)) for number, iri in enumerate(classes)]


def _text(names: Names, iri: str, x: float, y: float, kind: str, room: int) -> str:
    label = names.labels.get(iri) or local_name(iri)
    shown = label if len(label) <= room else f"{label[: room - 1]}…"
    text = f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(shown)}</text>'
    return f'<a href="#{names.id(iri)}"><title>{escape(label)}</title>{text}</a>' if iri in names.labels else text


def _svg(kind: str, title: str, width: float, height: float, parts: Iterable[str]) -> str:
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    return f'<svg class="{kind}" role="group" aria-label="{escape(title)}" {size}>{"".join(parts)}</svg>'

"""Answers for people: a table, or a line of arrows for each path.

Two conventions on the names of a query's variables decide what is shown. `?xLabel` is shown in place of `?x`. A query that gives `?entity1
?relation1 ?entity2 …` gives a path a row: one line of arrows, then each step with `?sentence1` and `?speaker1`; `?direction1` of "←" turns
its arrow round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, QuerySolutions
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.query.terms import Term, local_name, term_text

Row = Mapping[str, Term | None]
"""A solution: the variables' values, None where there is none."""

_COLUMN_WIDTH: Final = 12
"""Narrower columns are unreadable: then each row is shown as a list of its own."""
_PIPE_WIDTH: Final = 160
_PARTED: Final = " | "


@dataclass(frozen=True, slots=True)
class Step:
    """One arrow of a path, `backwards` where it points to the entity before it, and the pairs of sentence and speaker it rests on:
    several where it follows from several statements."""

    relation: str
    said: tuple[tuple[str, str], ...] = ()
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class ShownPath:
    """A path to be shown: one more entity than steps."""

    entities: Sequence[str]
    steps: Sequence[Step]

    def line(self) -> str:
        """`A → hired → B ← paid ← C`."""
        parts = [self.entities[0]]
        for step, entity in zip(self.steps, self.entities[1:], strict=True):
            arrow = "←" if step.backwards else "→"
            parts += [arrow, step.relation, arrow, entity]
        return " ".join(parts)


def show(solutions: QuerySolutions, console: Console) -> None:
    """Print the rows as paths where the query gives paths, else as a table or, where it is too narrow, row by row."""
    variables = [one.value for one in solutions.variables]
    rows = [dict(zip(variables, solution, strict=True)) for solution in solutions]
    if {"entity1", "relation1", "entity2"} <= set(variables):
        show_paths(map(path_of, rows), console)
        return
    columns = [name for name in variables if not (name.endswith("Label") and name.removesuffix("Label") in variables)]
    if len(columns) * _COLUMN_WIDTH > console.width:
        _show_records(rows, columns, console)
    else:
        _show_table(rows, columns, console)


def show_paths(paths: Iterable[ShownPath], console: Console) -> None:
    """Print each path as one line of arrows, and below it each step's sentence and speaker."""
    for number, path in enumerate(paths):
        if number:
            console.print()
        console.print(Text(path.line(), style="bold"), soft_wrap=True)
        for step in path.steps:
            for line in _step_lines(step):
                console.print(Text(line), soft_wrap=True)


def path_of(row: Row) -> ShownPath:
    """The path that a row gives by the names of its variables; it ends where they are unbound."""
    entities, steps = [_shown(row, "entity1")], []
    number = 1
    while row.get(f"relation{number}") is not None and row.get(f"entity{number + 1}") is not None:
        relation = row[f"relation{number}"]
        name = local_name(relation.value) if isinstance(relation, NamedNode) else _shown(row, f"relation{number}")
        said = _pairs(_shown(row, f"sentence{number}"), _shown(row, f"speaker{number}"))
        steps.append(Step(name, said, backwards=_shown(row, f"direction{number}") == "←"))
        entities.append(_shown(row, f"entity{number + 1}"))
        number += 1
    return ShownPath(entities, steps)


def _pairs(sentence: str, speaker: str) -> tuple[tuple[str, str], ...]:
    """A step's sentences and speakers, which queries part by " | "; one pair where that leaves it open which belong together."""
    sentences, speakers = sentence.split(_PARTED), speaker.split(_PARTED)
    if len(sentences) == len(speakers):
        return tuple((one, by) for one, by in zip(sentences, speakers, strict=True) if one)
    return ((sentence, speaker),)


def _step_lines(step: Step) -> list[str]:
    said = [f"{sentence} — {speaker}" if speaker else sentence for sentence, speaker in step.said]
    if len(said) == 1:
        return [f"  {step.relation}: {said[0]}"]
    return [f"  {step.relation} follows from:", *(f"    {one}" for one in said)] if said else []


def console_for(*, width: int | None = None) -> Console:
    """A console on stdout; into a file or pipe it is wide."""
    console = Console(highlight=False, markup=False, emoji=False, width=width)
    return console if console.is_terminal or width else Console(highlight=False, markup=False, emoji=False, width=_PIPE_WIDTH)


def _shown(row: Row, name: str) -> str:
    return term_text(row.get(f"{name}Label") or row.get(name))


def _show_table(rows: Sequence[Row], columns: Sequence[str], console: Console) -> None:
    table = Table(show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_shown(row, name)) for name in columns))
    console.print(table)


def _show_records(rows: Sequence[Row], columns: Sequence[str], console: Console) -> None:
    width = max(map(len, columns))
    for number, row in enumerate(rows):
        if number:
            console.print()
        for name in columns:
            if text := _shown(row, name):
                console.print(Text(f"{name:<{width}}  ", style="dim").append(text, style="not dim"), soft_wrap=True)

"""Answers for people: a table, or a line of arrows for each path.

Conventions on the names of a query's variables decide what is shown. `?xLabel` is shown in place of `?x`. A query that gives `?entity1
?relation1 ?entity2 …` gives a path a row: one line of arrows, then each step with `?sentence1` and `?speaker1`; `?direction1` of "←" turns
its arrow round. One that gives `?subject ?relation ?object ?sentence` gives a statement a row: an arrow with whatever else is known, then
the sentence with its `?speaker`, and the `?statement`. A `?status` that isn't affirmed stands in the arrow.
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
from kg.vocabulary import AFFIRMED

Row = Mapping[str, Term | None]
"""A solution: the variables' values, None where there is none."""

_COLUMN_WIDTH: Final = 12
"""Narrower columns are unreadable: then each row is shown as a list of its own."""
_PIPE_WIDTH: Final = 160
_PARTED: Final = " | "
_STATEMENT: Final = ("subject", "relation", "object", "sentence")


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
        """`A → relation → B ← relation ← C`."""
        parts = [self.entities[0]]
        for step, entity in zip(self.steps, self.entities[1:], strict=True):
            arrow = "←" if step.backwards else "→"
            parts += [arrow, step.relation, arrow, entity]
        return " ".join(parts)


def show(solutions: QuerySolutions, console: Console) -> None:
    """Print the rows as paths or statements where the query gives such, else as a table or, where it is too narrow, row by row."""
    variables = [one.value for one in solutions.variables]
    rows = [dict(zip(variables, solution, strict=True)) for solution in solutions]
    if {"entity1", "relation1", "entity2"} <= set(variables):
        show_paths(map(path_of, rows), console)
        return
    columns = [name for name in _own_columns(variables) if not rows or any(_shown(row, name) for row in rows)]
    if set(_STATEMENT) <= set(variables):
        _show_statements(rows, columns, console)
    elif len(columns) * _COLUMN_WIDTH > console.width:
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


def _own_columns(variables: Sequence[str]) -> list[str]:
    """The variables but those that are shown in place of others."""
    return [name for name in variables if not (name.endswith("Label") and name.removesuffix("Label") in variables)]


def _show_statements(rows: Sequence[Row], columns: Sequence[str], console: Console) -> None:
    details = [name for name in columns if name not in (*_STATEMENT, "speaker", "statement", "status", "modality")]
    for number, row in enumerate(rows):
        if number:
            console.print()
        known = ", ".join(f"{name} {text}" for name in details if (text := _shown(row, name)))
        line = Text(f"{_shown(row, 'subject')} → {_relation(row, 'relation')}{_doubt(row)} → {_shown(row, 'object')}", style="bold")
        console.print(line.append(f"  ({known})" if known else "", style="not bold"), soft_wrap=True)
        speaker = _shown(row, "speaker")
        console.print(Text(f"  {_shown(row, 'sentence')}" + (f" — {speaker}" if speaker else "")), soft_wrap=True)
        if row.get("statement") is not None:
            console.print(Text(f"  {_shown(row, 'statement')}", style="dim"), soft_wrap=True)


def _doubt(row: Row) -> str:
    """How a statement isn't affirmed; nothing where it is."""
    told = [text for name in ("status", "modality") if (text := _shown(row, name)) and row[name] != AFFIRMED]
    return f" ({', '.join(told)})" if told else ""


def _relation(row: Row, name: str) -> str:
    relation = row[name]
    return local_name(relation.value) if isinstance(relation, NamedNode) else _shown(row, name)


def path_of(row: Row) -> ShownPath:
    """The path that a row gives by the names of its variables; it ends where they are unbound."""
    entities, steps = [_shown(row, "entity1")], []
    number = 1
    while row.get(f"relation{number}") is not None and row.get(f"entity{number + 1}") is not None:
        said = _pairs(_shown(row, f"sentence{number}"), _shown(row, f"speaker{number}"))
        steps.append(Step(_relation(row, f"relation{number}"), said, backwards=_shown(row, f"direction{number}") == "←"))
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

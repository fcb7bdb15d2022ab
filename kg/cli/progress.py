"""A progress bar on stderr."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.terminal import printable


@contextmanager
def counting(what: str) -> Iterator[Callable[[str], None]]:
    """Show how many are done and which was the last; call what this gives for each. How many will come isn't known."""
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn(what), TimeElapsedColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def advance(name: str) -> None:
            progress.update(task, advance=1, description=escape(printable(name)))

        yield advance

"""`kg query`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store
from kg.errors import UsageError


def query(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar='NAME|FILE|"SELECT …"', help="A named query, a file, or SPARQL itself.")] = None,
    store: Store = DEFAULT_STORE,
    format: Annotated[str, typer.Option("--format", help="table, json, csv, tsv, xml; turtle for a graph.")] = "table",
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds after which the query is given up.")] = 60,
) -> None:
    """Ask the store: a named query such as `chain`, a file, or any SPARQL. Without one, list the named queries.

    A query's parameters follow it: kg query about --entity Procom
    """
    if name is None:
        from kg.query.named import help_text, named_queries

        typer.echo(help_text(named_queries()), nl=False)
        return
    from kg.query.named import find
    from kg.query.process import answer_within
    from kg.query.write import check_format, write

    check_format(format)
    write(answer_within(timeout, store, find(name), _parameters(context.args)), format)


def _parameters(arguments: list[str]) -> dict[str, str]:
    """`--entity Procom` and `--entity=Procom` as a parameter's name and value."""
    found: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.removeprefix("--").partition("=")
        given = value if equals else next(rest, None)
        if not argument.startswith("--") or not name or given is None:
            raise UsageError(f"{argument!r} is not understood: after the query come its parameters, each as --name VALUE.")
        found[name] = given
    return found

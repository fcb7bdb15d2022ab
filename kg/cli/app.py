"""The commands, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import typer

from kg.cli.attributions import attributions
from kg.cli.build import build
from kg.cli.cache import cache_app
from kg.cli.dossier import dossier
from kg.cli.draw import draw
from kg.cli.evaluate import evaluate
from kg.cli.explore import explore
from kg.cli.export import export
from kg.cli.ontology import ontology_app
from kg.cli.path import path
from kg.cli.propositions import propositions
from kg.cli.query import query
from kg.cli.reject import reject, restore
from kg.cli.remove import remove
from kg.cli.serve import serve
from kg.cli.validate import validate
from kg.cli.verify import verify

app: Final = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Articles in, a knowledge graph out, with the sentence and the speaker for every fact.",
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command()(build)
# What this command doesn't know are the parameters of the query that it runs.
app.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})(query)
for _command in (path, export, explore, draw, dossier, serve, remove, reject, restore, verify, validate, propositions, attributions):
    app.command()(_command)
app.command("eval")(evaluate)
app.add_typer(ontology_app, name="ontology")
app.add_typer(cache_app, name="cache")


def command_options() -> dict[str, dict[str, str]]:
    """Command → option as it's typed (without dashes) → the name of its parameter; a command of a group is "group command"."""
    return dict(_options(typer.main.get_command(app)))


def _options(group: Any, before: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _options(command, f"{before}{name} ")
        else:
            yield before + name, {opt.lstrip("-"): one.name for one in command.params for opt in one.opts if opt.startswith("--")}

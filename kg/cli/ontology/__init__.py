"""`kg ontology`: the commands for those who write an ontology."""

from __future__ import annotations

from typing import Final

import typer

ontology_app: Final = typer.Typer(no_args_is_help=True, help="Check, try, learn and show an ontology.")

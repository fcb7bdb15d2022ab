"""`kg ontology`: the commands for those who write an ontology."""

from __future__ import annotations

from typing import Final

import typer

from kg.cli.ontology.check import check
from kg.cli.ontology.documenting import docs
from kg.cli.ontology.importing import import_ontology
from kg.cli.ontology.learn import learn
from kg.cli.ontology.shapes import shapes
from kg.cli.ontology.suggesting import suggest
from kg.cli.ontology.trying import attempt

ontology_app: Final = typer.Typer(no_args_is_help=True, help="Check, try, learn and show an ontology.")

ontology_app.command()(check)
ontology_app.command("try")(attempt)
ontology_app.command("suggest")(suggest)
ontology_app.command("import")(import_ontology)
ontology_app.command("learn")(learn)
ontology_app.command()(shapes)
ontology_app.command()(docs)

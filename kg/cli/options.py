"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

DEFAULT_STORE: Final = "./kg.db"

Store = Annotated[str, typer.Option("--store", metavar="DIR|URL", help="The store: a folder, or a SPARQL endpoint's address.")]
Ontology = Annotated[
    list[Path] | None,
    typer.Option(
        "--ontology",
        metavar="PATH",
        help="An ontology: a file (.ttl, .nt, .rdf, .owl, .jsonld; FollowTheMoney's .yaml or .json) or a folder of such; may be repeated. "
        "kg's own stands beside it where it imports that or uses a class, relation or word class of it; else it stands instead.",
    ),
]
AllowImports = Annotated[
    list[str] | None,
    typer.Option("--allow-imports", metavar="IRI", help="An owl:imports of the ontology that may be fetched; may be repeated."),
]
Around = Annotated[str | None, typer.Option("--entity", metavar="NAME", help="Only what surrounds this entity (a name or IRI).")]
Depth = Annotated[int | None, typer.Option("--depth", min=0, help="How many steps its surroundings reach; 2 unless given.")]
From = Annotated[str | None, typer.Option("--from", metavar="A", help="Only how this entity is connected with that of --to.")]
To = Annotated[str | None, typer.Option("--to", metavar="B", help="The other one.")]
AnyStatus = Annotated[bool, typer.Option("--any-status", help="Between the two, what is denied, possible or planned counts too.")]
Answering = Annotated[
    str | None, typer.Option("--query", metavar='NAME|FILE|"SELECT …"', help="Only what answers a query; --entity is then its parameter.")
]

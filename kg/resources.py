"""Where the ontology and the queries that come with the package lie, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `ontology` or `queries`: inside the installed package, else beside it in a checkout."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def front_end() -> Path:
    """The folder of the built front end: inside the installed package, else where a checkout builds it. It may not be there."""
    installed = _PACKAGE / "data" / "web"
    return installed if installed.is_dir() else _PACKAGE / "web" / "dist"

"""`kg dossier`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.options import DEFAULT_STORE, Store
from kg.errors import UsageError

_HTML: Final = (".html", ".htm")
_MARKDOWN: Final = (".md", ".markdown")


def dossier(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="Whom or what it is about, by name or IRI.")],
    out: Annotated[str, typer.Argument(metavar="OUT.html|md", help="The file, written by its suffix; - for Markdown to stdout.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the first draft of a story on one entity: each claim with its sentence and speaker, and a table of them all.

    What others say of it and it says itself, what is denied, disputed, or rests on one voice alone; its connections, and a timeline.
    """
    suffix = Path(out).suffix.lower()
    if out != "-" and suffix not in (*_HTML, *_MARKDOWN):
        raise UsageError(f"A dossier is written as .html or .md, not {suffix or 'a file without a suffix'}: name such a file.")
    from kg.dossier import dossier as compose
    from kg.dossier import to_html, to_markdown
    from kg.files import replace
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        found = compose(opened, entity)
    text = to_html(found) if suffix in _HTML else to_markdown(found)
    if out == "-":
        sys.stdout.write(text)
    else:
        replace(Path(out), text)

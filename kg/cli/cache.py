"""`kg cache` and `kg cache clear`."""

from __future__ import annotations

import sys
from typing import Final

import typer

cache_app: Final = typer.Typer(help="What is kept between runs to save time: parsed articles, loaded ontologies, compiled wordings.")


@cache_app.callback(invoke_without_command=True)
def show(context: typer.Context) -> None:
    """Show what is kept, and how large it is."""
    from kg.cache import caches, folder

    if context.invoked_subcommand is None:
        print(f"Kept in {folder()}:", file=sys.stderr)
        for one in caches():
            held = one.contents()
            print(f"{one.kind:<11} {_files(held.files)}, {held.bytes / 1_000_000:.1f} MB")


@cache_app.command()
def clear() -> None:
    """Remove all of it: the next build reads every article and example anew."""
    from kg.cache import caches

    removed = [one.clear() for one in caches()]
    print(f"Removed {_files(sum(one.files for one in removed))}, {sum(one.bytes for one in removed) / 1_000_000:.1f} MB.", file=sys.stderr)


def _files(number: int) -> str:
    return f"{number:,} file{'' if number == 1 else 's'}"

"""The command `kg`: reads its options, calls the library, and turns what goes wrong into one sentence and an exit code."""

from kg.cli.main import main

__all__ = ["main"]

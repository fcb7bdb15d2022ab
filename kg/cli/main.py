"""Where the command begins and ends: exit 0 for success, 2 for bad use, 1 for a failed job."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any, Final

import typer

from kg.cli.app import app
from kg.cli.configuration import defaults
from kg.errors import KgError, UsageError
from kg.terminal import printable

# Typer brings its own copy of click or uses the real one, by its version: this is the class of either.
_CommandLineError: Final[Any] = typer.BadParameter.__mro__[1]
_FAILED: Final = 1
_MISUSED: Final = 2
_INTERRUPTED: Final = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `kg` with these arguments (default: the command line's) and exit."""
    if isinstance(sys.stdout, TextIOWrapper):  # what can't be shown must not end a command, and data is UTF-8 wherever it goes
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        given = app(list(arguments) if arguments is not None else None, prog_name="kg", standalone_mode=False, default_map=defaults())
        sys.stdout.flush()
    except UsageError as error:
        return _report(str(error), _MISUSED)
    except KgError as error:
        return _report(str(error), _FAILED)
    except _CommandLineError as error:
        message = _sentence(error.format_message())
        return _report(f"{message} See `kg --help`.", _MISUSED) if message else _MISUSED  # without a command, the help was shown
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at its end
        return _FAILED
    except (KeyboardInterrupt, typer.Abort):
        return _report("Stopped.", _INTERRUPTED)
    except OSError as error:
        return _report(_os_sentence(error), _FAILED)
    except MemoryError:
        return _report("The memory is full: give the program more, or less to do at once.", _FAILED)
    return given if isinstance(given, int) else 0


def _report(sentence: str, code: int) -> int:
    print(printable(sentence), file=sys.stderr)
    return code


def _os_sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "The disk is full: make room and try again."
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}: check that it is there and that you may use it."


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."

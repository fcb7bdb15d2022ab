"""`kg.toml` in the current folder: options that needn't be typed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from kg.cli.app import command_options
from kg.errors import UsageError

FILE: Final = "kg.toml"


def defaults(folder: Path = Path()) -> dict[str, dict[str, Any]]:
    """Command → option → value, and group → command → option → value.

    A key at the file's top is for every command that has such an option, one in `[build]` for `build` alone, one in `["ontology check"]`
    for a command of a group. Options are spelt as on the command line, without the dashes before them. UsageError where the file can't be
    read, or names no option.
    """
    path = folder / FILE
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} can't be read ({error}): correct it, or take it away.") from error
    options = command_options()
    general = {key: value for key, value in given.items() if key not in options}
    for key in general:
        if not any(key in known for known in options.values()):
            raise UsageError(f"{path} sets {key!r}, which is no option of any command: see `kg --help`.")
    found: dict[str, dict[str, Any]] = {}
    for command, known in options.items():
        group, _, name = command.rpartition(" ")
        values = _of_command(path, command, known, general, given.get(command, {}))
        if group:
            found.setdefault(group, {})[name] = values
        else:
            found[command] = values
    return found


def _of_command(path: Path, command: str, known: dict[str, str], general: dict[str, Any], own: Any) -> dict[str, Any]:
    if not isinstance(own, dict):
        raise UsageError(f"{path} sets {command!r} to a value: write a table [{command}] of its options.")
    for key in own:
        if key not in known:
            raise UsageError(f"{path} sets {key!r} for {command}, which has no such option: see `kg {command} --help`.")
    return {known[key]: value for key, value in (general | own).items() if key in known}

"""Finds the files that paths name: a file itself, or all below a folder, in one order everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.readers.content import Skipped


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `key` is its POSIX path below the folder given, or the name of a file that was given itself."""

    path: Path
    key: str
    named: bool


def find(path: Path) -> Iterator[Found | Skipped]:
    """The file, or the files below the folder, sorted by path. Hidden files, READMEs and links within a folder are no articles of it."""
    try:
        if path.is_dir():
            yield from _below(path)
        elif path.exists():
            yield Found(path, path.name, named=True)
        else:
            yield Skipped(str(path), "there is no such file or folder: check the path", "error")
    except (OSError, ValueError) as error:
        yield Skipped(str(path), _failure(error), "error")


def _below(folder: Path) -> Iterator[Found | Skipped]:
    """Depth first with a stack of our own, so that no depth of folders is too much."""
    pending = [""]
    while pending:
        inner = pending.pop()
        try:
            with os.scandir(folder / inner) as entries:
                here = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(str(folder / inner), _failure(error), "error")
            continue
        prefix = f"{inner}/" if inner else ""
        for entry in here:
            key = prefix + entry.name
            if reason := _passed_over(entry):
                yield Skipped(os.fsdecode(entry.path), reason, "other kind")
            elif entry.is_file(follow_symlinks=False):
                yield Found(Path(entry.path), key, named=False)
        pending.extend(prefix + entry.name for entry in reversed(here) if not _passed_over(entry) and entry.is_dir(follow_symlinks=False))


def _passed_over(entry: os.DirEntry[str]) -> str | None:
    """Why an entry of a folder is neither an article nor a folder of some."""
    if entry.name.startswith("."):
        return "it is hidden"
    if entry.is_symlink():
        return "it is a link, which may lead out of the folder: name it itself to read it"
    if not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
        return "it is not a regular file"
    if entry.name.lower().split(".")[0] == "readme":
        return "it is about the folder, not an article of it"
    return None


def _failure(error: OSError | ValueError) -> str:
    """What the system says, in a sentence."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"it can't be opened ({words.lower()}): check the path and your permissions"

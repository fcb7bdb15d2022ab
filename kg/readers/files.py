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


def readable(path: Path | str) -> str:
    """A path as text that can be stored and printed, whatever bytes are in it."""
    return os.fsencode(path).decode("utf-8", "replace")


def find(path: Path) -> Iterator[Found | Skipped]:
    """The file, or the files below the folder, sorted by name in each.

    Hidden files, READMEs and links within a folder are no articles of it.
    """
    try:
        if path.is_dir():
            yield from _below(path)
        elif path.exists():
            yield Found(path, readable(path.name), named=True)
        else:
            yield Skipped(readable(path), "there is no such file or folder: check the path", "error")
    except (OSError, ValueError) as error:
        yield Skipped(readable(path), _failure(error), "error")


def _below(folder: Path) -> Iterator[Found | Skipped]:
    """Depth first with a stack of our own, so that no depth of folders is too much."""
    pending: list[tuple[str, str]] = _entries(folder, "")
    while pending:
        key, kind = pending.pop()
        path = folder / key
        if kind == "folder":
            try:
                pending.extend(_entries(folder, key))
            except OSError as error:
                yield Skipped(readable(path), _failure(error), "error")
        elif kind == "file":
            yield Found(path, readable(key), named=False)
        else:
            yield Skipped(readable(path), kind, "other kind")


def _entries(folder: Path, inner: str) -> list[tuple[str, str]]:
    """What one folder holds, last first: the key of each, and "folder", "file" or why it is passed over."""
    with os.scandir(folder / inner) as entries:
        return sorted(((f"{inner}/{entry.name}" if inner else entry.name, _kind(entry)) for entry in entries), reverse=True)


def _kind(entry: os.DirEntry[str]) -> str:
    """Folder, file, or why an entry is neither an article nor a folder of some."""
    if entry.name.startswith("."):
        return "it is hidden"
    if entry.is_symlink():
        return "it is a link, which may lead out of the folder: name it itself to read it"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    if not entry.is_file(follow_symlinks=False):
        return "it is not a regular file"
    if entry.name.lower().split(".")[0] == "readme":
        return "it is about the folder, not an article of it"
    return "file"


def _failure(error: OSError | ValueError) -> str:
    """What the system says, in a sentence."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"it can't be opened ({words.lower()}): check the path and your permissions"

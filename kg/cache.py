"""What is kept because making it again takes long: files by key in the user's cache folder. What is used least goes first."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

_ROUNDS: Final = 500  # files written between two looks at how much there is
_LEFT: Final = 0.9  # of the limit, when room has been made


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a cache holds."""

    files: int
    bytes: int


class Cache:
    """Files of one kind, each under its key (letters, digits, hyphens), together not much larger than `limit` bytes.

    A cache only saves time: what can't be read isn't there, and what can't be written is left. Several processes may use it at once.
    """

    def __init__(self, kind: str, limit: int) -> None:
        self.kind, self._limit = kind, limit
        self._written = 0

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return folder() / self.kind

    def read(self, key: str) -> bytes | None:
        """What was kept under this key, None where there is nothing; it counts as used."""
        path = self.folder / key
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def write(self, key: str, data: bytes) -> None:
        """Keep this under the key, in place of what was there; other files go if there is too much."""
        path = self.folder / key
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(data)
            os.replace(file.name, path)
        except OSError:
            return
        if self._written % _ROUNDS == 0:
            self._make_room()
        self._written += 1

    def contents(self) -> Contents:
        """What it holds now."""
        sizes = [size for _, _, size in self._files()]
        return Contents(len(sizes), sum(sizes))

    def clear(self) -> Contents:
        """Remove all of it; gives what was removed."""
        return self._remove([(path, size) for _, path, size in self._files()])

    def _make_room(self) -> None:
        files = sorted(self._files())
        over = sum(size for _, _, size in files) - self._limit
        if over > 0:
            over += round(self._limit * (1 - _LEFT))
            going = []
            for _, path, size in files:
                if over <= 0:
                    break
                going.append((path, size))
                over -= size
            self._remove(going)

    def _files(self) -> Iterator[tuple[int, Path, int]]:
        """Each file with when it was last used (in nanoseconds) and its size."""
        try:
            entries = list(os.scandir(self.folder))
        except OSError:
            return
        for entry in entries:
            try:
                known = entry.stat(follow_symlinks=False)
            except OSError:  # another process has just removed it
                continue
            if entry.is_file(follow_symlinks=False):
                yield known.st_mtime_ns, Path(entry.path), known.st_size

    def _remove(self, files: list[tuple[Path, int]]) -> Contents:
        removed = [size for path, size in files if _unlink(path)]
        return Contents(len(removed), sum(removed))


def folder() -> Path:
    """The folder that all caches are in."""
    return Path(platformdirs.user_cache_dir("accordingto"))


def parses() -> Cache:
    """What spaCy finds in articles; some ten bytes for each character of them."""
    return Cache("parses", 256_000_000)


def ontologies() -> Cache:
    """What an ontology's files say."""
    return Cache("ontologies", 64_000_000)


def wordings() -> Cache:
    """What an ontology's examples become."""
    return Cache("wordings", 64_000_000)


def caches() -> tuple[Cache, ...]:
    """All that there are."""
    return parses(), ontologies(), wordings()


def _unlink(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True

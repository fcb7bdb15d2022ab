"""Metadata that a user keeps beside the articles: a CSV with one row a file."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from kg.errors import ArticleError, UsageError
from kg.readers.content import Metadata
from kg.readers.decode import decode
from kg.readers.fields import PUBLISHED, URL, first, lower_names, metadata_of

_FILE = ("file", "path", "filename", "name", "stem", "doc")
_LARGEST = 50_000_000


class Sidecar:
    """Metadata by the names under which its rows give files: path, file name or stem."""

    def __init__(self, rows: Mapping[str, Metadata]) -> None:
        self._rows = rows

    @classmethod
    def read(cls, path: Path) -> Sidecar:
        """The rows of a CSV file with a column `file` and any of title, publisher, published, url. Raises UsageError."""
        try:
            with path.open("rb") as stream:
                raw = stream.read(_LARGEST + 1)
            if len(raw) > _LARGEST:
                raise ValueError("it is over 50 MB")
            rows = [lower_names(row) for row in csv.DictReader(decode(raw).splitlines())]
        except (OSError, ValueError, csv.Error, ArticleError) as error:
            raise UsageError(f"The metadata file {path} can't be read: {getattr(error, 'strerror', None) or error}.") from None
        if rows and not any(name in rows[0] for name in _FILE):
            raise UsageError(f"The metadata file {path} has no column “file”: name each row's article in it, by path or by stem.")
        return cls({name.removeprefix("./"): _checked(row, name, path) for row in rows if (name := first(row, _FILE))})

    def of(self, *names: str) -> Metadata:
        """What the table says under the first of the names that it has; empty where it has none."""
        return next((self._rows[name] for name in names if name in self._rows), Metadata())


def _checked(row: Mapping[str, object], name: str, path: Path) -> Metadata:
    """A row's metadata. Raises UsageError for a date or an address that would be lost without a word."""
    metadata = metadata_of(row)
    for what, names, found in (("date", PUBLISHED, metadata.published), ("web address", URL, metadata.url)):
        if (given := first(row, names)) and not found:
            advice = "write dates as 2024-03-05 and addresses in full"
            raise UsageError(f"The metadata file {path} gives {name} the {what} “{given[:60]}”, which can't be read: {advice}.")
    return metadata

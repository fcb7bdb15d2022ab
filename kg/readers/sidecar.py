"""Metadata that a user keeps beside the articles: a CSV with one row a file."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import ArticleError, UsageError
from kg.readers.content import Metadata, Skipped
from kg.readers.decode import decode
from kg.readers.fields import PUBLISHED, URL, first, lower_names, metadata_of

_FILE = ("file", "path", "filename", "name", "stem", "doc")
_LARGEST = 50_000_000
_MONTH_OR_YEAR = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


class Sidecar:
    """Metadata by the names under which its rows give files: path, file name or stem; `skipped` are the rows that weren't read."""

    def __init__(self, rows: Mapping[str, Metadata], skipped: Sequence[Skipped] = ()) -> None:
        self._rows = rows
        self.skipped = tuple(skipped)

    @classmethod
    def read(cls, path: Path) -> Sidecar:
        """The rows of a CSV file with a column `file` and any of title, publisher, published, url.

        A bad date costs its row alone. Raises UsageError for what else can't be read.
        """
        try:
            with path.open("rb") as stream:
                raw = stream.read(_LARGEST + 1)
            if len(raw) > _LARGEST:
                raise ValueError("it is over 50 MB")
            reader = csv.DictReader(decode(raw).splitlines())
            rows = [(reader.line_num, lower_names(row)) for row in reader]
        except (OSError, ValueError, csv.Error, ArticleError) as error:
            raise UsageError(
                f"The metadata file {path} can't be read: {getattr(error, 'strerror', None) or error}; give a CSV in UTF-8."
            ) from None
        if rows and not any(name in rows[0][1] for name in _FILE):
            raise UsageError(f"The metadata file {path} has no column “file”: name each row's article in it, by path or by stem.")
        read = [(name.removeprefix("./"), _checked(row, name, path, line)) for line, row in rows if (name := first(row, _FILE))]
        known = {name: one for name, one in read if isinstance(one, Metadata)}
        return cls(known, [one for _, one in read if isinstance(one, Skipped)])

    def of(self, *names: str) -> Metadata:
        """What the table says under the first of the names that it has; empty where it has none."""
        return next((self._rows[name] for name in names if name in self._rows), Metadata())


def _checked(row: Mapping[str, object], name: str, path: Path, line: int) -> Metadata | Skipped:
    """A row's metadata; a row with a bad date is skipped. Raises UsageError for an address that would be lost without a word."""
    metadata = metadata_of(row)
    if (given := first(row, PUBLISHED)) and not metadata.published:
        if not _MONTH_OR_YEAR.fullmatch(given):
            reason = f"the row of {name} has the date “{given[:60]}”, which can't be read: write it as 2024-03-05, 2024-03 or 2024"
            return Skipped(f"{path}:{line}", reason, "error")
        metadata = replace(metadata, published=given)
    if (given := first(row, URL)) and not metadata.url:
        raise UsageError(
            f"The metadata file {path} gives {name} the web address “{given[:60]}”, which can't be read: write addresses in full."
        )
    return metadata

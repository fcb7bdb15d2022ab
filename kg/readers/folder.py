"""The one entry to reading: paths in, articles out, one at a time, and for each thing not read the reason."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal

from kg.article import Article
from kg.errors import ArticleError, UsageError
from kg.readers.content import MAX_BYTES, TOO_LARGE, Content, EmptyArticleError, Metadata, Skipped
from kg.readers.dates import iso_date
from kg.readers.files import Found, find, readable
from kg.readers.html import read_html
from kg.readers.markdown import read_markdown
from kg.readers.sidecar import Sidecar
from kg.readers.tables import Row, read_csv, read_jsonl
from kg.readers.text import read_text

__all__ = ["Skipped", "read"]

_ARTICLES: dict[str, Callable[[bytes], Content]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
_TABLES: dict[str, Callable[[BinaryIO], Iterator[Row]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": partial(read_csv, delimiter="\t"),
}
_KINDS = ".txt, .md, .html, .jsonl, .csv and .tsv"


def read(
    paths: Sequence[str | Path],
    *,
    metadata: Path | None = None,
    publisher: str | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Skipped]:
    """The articles in files and folders, in order, one in memory at a time; `-` is standard input as plain text.

    `publisher` and `published` hold for every article, whatever it says of itself; a row of the `metadata` CSV (columns file, title,
    publisher, published, url) holds over both. An article whose key another in this run has is skipped, and so is a file met twice.
    Raises UsageError at once for a metadata file that can't be read or a `published` that is no date; nothing is raised for an article.
    """
    day = iso_date(published) if published is not None else None
    if published is not None and day is None:
        raise UsageError(f"“{published[:60]}” can't be read as a date in one way only: give it as 2024-03-05.")
    sidecar = Sidecar.read(metadata) if metadata is not None else Sidecar({})
    known = Metadata(publisher=publisher, published=day)
    return _Reading(known, sidecar, _resolved(metadata) if metadata else None).articles(paths, stdin)


class _Reading:
    """One run: what is known of all its articles, and what it has met."""

    def __init__(self, known: Metadata, sidecar: Sidecar, sidecar_path: Path | None) -> None:
        self._known = known
        self._sidecar = sidecar
        self._sidecar_path = sidecar_path
        self._files: set[str] = set()
        self._keys: dict[str, str] = {}

    def articles(self, paths: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Article | Skipped]:
        """All that the paths hold, after the rows of the metadata that can't be read."""
        yield from self._sidecar.skipped
        for path in paths:
            if str(path) == "-":
                yield self._standard_input(stdin or sys.stdin.buffer)
                continue
            if not str(path):
                yield Skipped("", "an empty path names nothing: give a file or a folder, and . for this one", "error")
                continue
            for found in find(Path(path)):
                if isinstance(found, Skipped):
                    yield found
                elif reason := self._passed_over(found):
                    yield Skipped(readable(found.path), *reason)
                else:
                    yield from (_placed(one, found) for one in self._file(found))

    def _passed_over(self, found: Found) -> tuple[str, Literal["error", "other kind"]] | None:
        """Why a file isn't to be read at all, if so."""
        suffix = found.path.suffix.lower()
        if suffix not in _ARTICLES and suffix not in _TABLES and (suffix or not found.named):
            return f"files of its kind are not read, only {_KINDS}: convert it to one of them", "error" if found.named else "other kind"
        resolved = _resolved(found.path)
        if resolved == self._sidecar_path:
            return "it is the metadata file", "other kind"
        if str(resolved) in self._files:
            return "it was read before: name it, or the folder that holds it, only once", "error"
        self._files.add(str(resolved))
        return None

    def _standard_input(self, stream: BinaryIO) -> Article | Skipped:
        source = "standard input"
        try:
            content = read_text(_bounded(stream))
        except (ArticleError, OSError) as error:
            return _skipped(source, error)
        key = "sha256:" + hashlib.sha256(content.text.encode("utf-8")).hexdigest()
        return self._article(content, key, "stdin", source, self._sidecar.of("-"))

    def _file(self, found: Found) -> Iterator[Article | Skipped]:
        """The article, or the rows, of one file."""
        path, suffix = found.path, found.path.suffix.lower()
        told = self._sidecar.of(path.as_posix(), found.key, found.key.removesuffix(path.suffix), path.name, path.stem)
        try:
            with path.open("rb") as stream:
                if suffix in _TABLES:
                    yield from self._rows(found, _TABLES[suffix](stream), told)
                else:
                    content = _ARTICLES.get(suffix, read_text)(_bounded(stream))
                    yield self._article(content, found.key, readable(path.stem), readable(path), told)
        except (ArticleError, OSError, RecursionError) as error:
            yield _skipped(readable(path), error)
        except Exception as error:  # whatever a file may do to a parser costs that file alone
            reason = f"its reader failed ({type(error).__name__}: {str(error)[:100]}): save its text as plain text instead"
            yield Skipped(readable(path), reason, "error")

    def _rows(self, found: Found, rows: Iterator[Row], told: Metadata) -> Iterator[Article | Skipped]:
        """The articles of a table; what is told of the table holds for each, but a title or address is one article's."""
        common = Metadata(publisher=told.publisher, published=told.published)
        for row in rows:
            source = f"{readable(found.path)}:{row.line}"
            if isinstance(row.content, ArticleError):
                yield _skipped(source, row.content)
                continue
            name = row.content.id or str(row.number)
            key, doc = f"{found.key}#{name}", f"{readable(found.path.stem)}#{name}"
            yield self._article(row.content, key, doc, source, self._sidecar.of(key, doc).over(common))

    def _article(self, content: Content, key: str, doc: str, source: str, told: Metadata) -> Article | Skipped:
        """The content with what the user tells of it, unless its key was met before."""
        metadata = told.over(self._known).over(content.metadata)
        key = metadata.url or key
        if before := self._keys.get(key):
            return Skipped(source, f"its key {key[:200]} is that of {before}, which was read before: remove one of the two", "error")
        self._keys[key] = source
        return Article(key, content.text, content.blocks, doc, metadata.title, metadata.publisher, metadata.published, metadata.url)


def _placed(one: Article | Skipped, found: Found) -> Article | Skipped:
    """The article with the folder that its key is a path below; an article with an address is the same everywhere."""
    if isinstance(one, Skipped) or one.key == one.url:
        return one
    return replace(one, folder=readable(_resolved(found.path)).removesuffix(found.key).rstrip("/"))


def _bounded(stream: BinaryIO) -> bytes:
    """All of a stream. Raises ArticleError for more than an article holds, and reads no further."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ArticleError(TOO_LARGE)
    return raw


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _skipped(source: str, error: ArticleError | OSError | RecursionError) -> Skipped:
    if isinstance(error, EmptyArticleError):
        return Skipped(source, str(error), "empty")
    if isinstance(error, OSError):
        return Skipped(source, f"it can't be read ({(error.strerror or str(error)).lower()}): check the file and your permissions", "error")
    return Skipped(source, str(error) if isinstance(error, ArticleError) else "it is nested too deeply to be read", "error")

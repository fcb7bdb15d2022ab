"""Tables of articles, one row an article: JSONL, CSV and TSV with a column of text. The text is that column's, unchanged."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO, TextIO

from kg.errors import ArticleError
from kg.readers.content import MAX_BYTES, TOO_LARGE, Content, EmptyArticleError
from kg.readers.decode import encoding_of, require_text
from kg.readers.fields import TEXT, lower_names, metadata_of, one_line
from kg.readers.text import text_content

_SAMPLE = 262_144
_LONGEST_ID = 200
_LONGEST_LINE = 3 * MAX_BYTES
"""Characters of a line or field that are held at all, so that a table with one line over the limit can go on after it."""

_UNCLOSED = "a quotation mark in it is never closed, so that all that follows was taken for its text: close it, and double those within"

_csv_limit = threading.Lock()


class _Lines:
    """Lines that tell whether more were asked for than there are: a row that did so ends within quotation marks."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            return next(self._lines)
        except StopIteration:
            self.ended = True
            raise


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its content, or why it has none; `line` is where it ends in the file, `number` counts rows from 1."""

    line: int
    number: int
    content: Content | ArticleError


def read_jsonl(stream: BinaryIO) -> Iterator[Row]:
    """The articles of a JSONL file, one object a line; a line that is none is an error, and the others go on."""
    lines = _text(stream)
    line = 0
    while read := lines.readline(_LONGEST_LINE):
        line += 1
        whole = read.endswith("\n") or len(read) < _LONGEST_LINE
        if not whole:
            _skip_line(lines)
        if read.strip():
            yield Row(line, line, _content_of_json(read) if whole else ArticleError(TOO_LARGE))


def read_csv(stream: BinaryIO, delimiter: str = ",") -> Iterator[Row]:
    """The articles of a CSV file whose first row names the columns; a row of more columns is an error, and the others go on.

    Raises ArticleError where no column holds text, and where what follows can't be read.
    """
    lines = _Lines(_bounded_lines(_text(stream)))
    reader = csv.reader(lines, delimiter=delimiter)
    header = _next_row(reader)
    if header is None:
        raise EmptyArticleError("there is no row in it")
    names = [name.strip().lower() for name in header]
    if not any(name in TEXT for name in lower_names(dict.fromkeys(names))):
        raise ArticleError(_no_text(names))
    number = 0
    while (values := _next_row(reader)) is not None:
        if any(value.strip() for value in values):
            number += 1
            yield Row(reader.line_num, number, ArticleError(_UNCLOSED) if lines.ended else _content_of_values(names, values))


def _content_of_json(line: str) -> Content | ArticleError:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return ArticleError("it is not valid JSON: put one JSON object on each line")
    if not isinstance(fields, dict):
        return ArticleError("it is not a JSON object: give each article as an object with a field such as “text”")
    return _content_of_fields(fields)


def _content_of_values(names: list[str], values: list[str]) -> Content | ArticleError:
    """A row's article; a text that its own commas cut into columns is none."""
    if any(value.strip() for value in values[len(names) :]):
        return ArticleError(f"it has {len(values)} columns, and the first row names {len(names)}: put its text in quotation marks")
    return _content_of_fields(dict(zip(names, values, strict=False)))


def _content_of_fields(fields: Mapping[str, object]) -> Content | ArticleError:
    """A row's article, or what is wrong with it."""
    named = lower_names(fields)
    if not any(name in TEXT for name in named):
        return ArticleError(_no_text(list(named)))
    text = _unchanged_text(named)
    try:
        if len(text) > MAX_BYTES:
            raise ArticleError(TOO_LARGE)
        content = text_content(require_text(text))
    except ArticleError as error:
        return error
    return replace(content, metadata=metadata_of(named).over(content.metadata), id=_identifier(named.get("id")))


def _unchanged_text(named: dict[str, object]) -> str:
    """The text column's value with all its white space; "" where no text column has words."""
    values = (named.get(name) for name in TEXT)
    return next((value for value in values if isinstance(value, str) and value.strip()), "")


def _identifier(value: object) -> str | None:
    """A row's own name; None where it has none that could name it."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else None
    name = one_line(value)
    return name if name and len(name) <= _LONGEST_ID else None


def _no_text(names: list[str]) -> str:
    shown = ", ".join(name[:30] for name in names[:8]) or "none"
    return f"no column holds the articles' text (there are: {shown}): name it “text”, “body” or “content”"


def _text(stream: BinaryIO) -> TextIO:
    """The table as text, its encoding told by its beginning, line ends kept."""
    sample = stream.read(_SAMPLE)
    if b"\0" in sample and not sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        require_text("\0")
    stream.seek(0)
    whole = sample[: sample.rfind(b"\n") + 1] or sample.rstrip(bytes(range(128, 256)))  # doesn't end within a character
    return io.TextIOWrapper(stream, encoding=encoding_of(whole), errors="replace", newline="")


def _skip_line(lines: TextIO) -> None:
    while (more := lines.readline(_SAMPLE)) and not more.endswith("\n"):
        pass


def _bounded_lines(lines: TextIO) -> Iterator[str]:
    while read := lines.readline(_LONGEST_LINE):
        if len(read) >= _LONGEST_LINE and not read.endswith("\n"):
            raise ArticleError(f"a line of it is longer than {_LONGEST_LINE:,} characters, and what follows was not read: split the table")
        yield read.replace("\0", "\ufffd")


def _next_row(reader: Iterator[list[str]]) -> list[str] | None:
    """The next row, None at the end."""
    try:
        with _large_fields():
            return next(reader, None)
    except csv.Error as error:
        raise ArticleError(f"it is not valid CSV ({error}), and what follows was not read: check its quotation marks") from None


@contextmanager
def _large_fields() -> Iterator[None]:
    """Lets csv read long fields; its limit belongs to the whole process, so it is put back at once."""
    with _csv_limit:
        before = csv.field_size_limit(_LONGEST_LINE)
        try:
            yield
        finally:
            csv.field_size_limit(before)

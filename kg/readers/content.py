"""What every reader hands on: an article's text with what it says of itself, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kg.article import Block
from kg.errors import ArticleError

MAX_BYTES = 5_000_000
"""The largest article, page or row that is read: a book is a tenth of it, and time and memory stay bounded."""

TOO_LARGE = "it is over 5 MB, more than an article holds: split it into one file, or one row of a JSONL file, for each article"


class EmptyArticleError(ArticleError):
    """There is no text to read."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read: `source` is the file or file:line, `reason` one sentence.

    `kind` tells what to make of it: an "error" is listed, files of an "other kind" in a folder are counted, "empty" has no text.
    """

    source: str
    reason: str
    kind: Literal["error", "other kind", "empty"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article beside its text; None is unknown. `published` is ISO 8601, `url` absolute."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This one's values, and the other's where this one has none."""
        return Metadata(
            self.title or other.title, self.publisher or other.publisher, self.published or other.published, self.url or other.url
        )


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one article, its blocks, and its own metadata; `id` is its name within a table."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    id: str | None = None

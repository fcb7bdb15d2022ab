"""The article: its exact text, what is known of it, and the role of each stretch of its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a block of text is for its reader; boilerplate yields no facts."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    QUOTE = "quote"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text, in Unicode code points, end exclusive."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read; nothing later changes it.

    `key` names it for ever (its canonical URL, else its POSIX path below the folder that was read, else its content digest);
    `text` is the decoded text to which all offsets refer, in code points; `blocks` are in order and don't overlap;
    `doc` is the short name that scorers use (the file's stem). What isn't known is None. `published` is an ISO 8601 date, date-time,
    month or year.
    `folder` is where a key that is a path was read below: the same key from elsewhere is another article's, so it isn't exported.
    """

    key: str
    text: str
    blocks: tuple[Block, ...]
    doc: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    folder: str | None = field(default=None, compare=False)

    @property
    def digest(self) -> str:
        """`sha256:` and the hex digest of the text's UTF-8 bytes."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

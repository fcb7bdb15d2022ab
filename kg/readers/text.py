"""Plain text: the text is the decoded file, all its characters kept."""

from __future__ import annotations

from kg.article import Role
from kg.readers.blocks import blocks
from kg.readers.content import Content, EmptyArticleError, Metadata
from kg.readers.decode import decode


def read_text(raw: bytes) -> Content:
    """The content of a text file. Raises ArticleError for what is no text, EmptyArticleError for nothing but white space."""
    return text_content(decode(raw))


def text_content(text: str) -> Content:
    """Plain text with its blocks, and its headline as title. Raises EmptyArticleError."""
    if not text.strip():
        raise EmptyArticleError("there is no text in it")
    found = blocks(text)
    headline = next((block for block in found if block.role is Role.HEADLINE), None)
    return Content(text, found, Metadata(title=" ".join(text[headline.start : headline.end].split()) if headline else None))

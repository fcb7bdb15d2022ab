"""Markdown with YAML front matter: the text is what a reader of the rendered page sees, front matter and marks left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.article import Role
from kg.errors import ArticleError
from kg.readers.blocks import assemble
from kg.readers.content import Content, EmptyArticleError, Metadata
from kg.readers.decode import decode
from kg.readers.fields import metadata_of

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_LONGEST_FRONT_MATTER = 10_000
_LONGEST = 1_000_000


def read_markdown(raw: bytes) -> Content:
    """The content of a Markdown file. The front matter's title stands as headline unless the text has one of its own.

    Raises ArticleError for what is no text and for broken front matter, EmptyArticleError where there is no text.
    """
    if len(raw) > _LONGEST:
        raise ArticleError("it is over 1 MB of Markdown, more than an article holds: split it into one file for each article")
    metadata, body = _front_matter(decode(raw))
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    pieces = list(_pieces(tokens))
    if not pieces:
        raise EmptyArticleError("there is no text in it")
    if any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        headline = next(words for words, role in pieces if role is Role.HEADLINE)
        metadata = metadata.over(Metadata(title=" ".join(headline.split())))
    elif metadata.title:
        pieces.insert(0, (metadata.title, Role.HEADLINE))
    text, blocks = assemble(pieces)
    return Content(text, blocks, metadata)


def _front_matter(text: str) -> tuple[Metadata, str]:
    """What the front matter says, and the text after it."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return Metadata(), text
    if len(match[1]) > _LONGEST_FRONT_MATTER:
        raise ArticleError("its front matter is over 10,000 characters: keep to title, publisher, date and url there")
    try:
        fields = yaml.load(match[1], Loader=_PlainLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        where = getattr(error, "problem_mark", None)
        line = f" (line {where.line + 2})" if where else ""
        advice = "put values that hold a colon or a quotation mark in quotes"
        raise ArticleError(f"its front matter is not valid YAML{line}: {advice}") from None
    named = {str(name): value for name, value in fields.items()} if isinstance(fields, dict) else {}
    return metadata_of(named), text[match.end() :]


class _PlainLoader(yaml.BaseLoader):
    """Every value as the words that stand there; anchors, which can blow up without bound, are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def _pieces(tokens: list[Token]) -> Iterator[tuple[str, Role]]:
    """Each heading, paragraph, quotation and picture's description with its role, as words alone."""
    quotes, heading = 0, False
    for token in tokens:
        if token.type in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
        elif token.type in ("heading_open", "heading_close"):
            heading = token.nesting > 0
        elif token.type == "inline":
            role = Role.HEADLINE if heading else Role.QUOTE if quotes else Role.PARAGRAPH
            if words := _words(token.children or []).strip():
                yield words, role
            yield from ((child.content, Role.CAPTION) for child in token.children or [] if child.type == "image" and child.content.strip())


def _words(children: list[Token]) -> str:
    """A line of Markdown without its marks; pictures' descriptions stand apart."""
    parts = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)

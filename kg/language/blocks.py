"""The first layer: the article's blocks, as token ranges, and no sentence across two of them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from kg.article import Article, Block
from kg.language.annotations import BlockRange, read, write


def make_doc(nlp: Language, article: Article) -> Doc:
    """A Doc over the article's exact text, with its blocks and its date; nothing is parsed yet."""
    doc = nlp.make_doc(article.text)
    mark(doc, article.blocks)
    if article.published:
        doc.user_data["kg.published"] = article.published
    return doc


def mark(doc: Doc, blocks: Sequence[Block]) -> None:
    """Write the blocks as token ranges."""
    ranges: list[BlockRange] = []
    tokens = iter(doc)
    token = next(tokens, None)
    for block in blocks:
        while token is not None and token.idx < block.start:
            token = next(tokens, None)
        start = token.i if token is not None else len(doc)
        while token is not None and token.idx < block.end:
            token = next(tokens, None)
        end = token.i if token is not None else len(doc)
        if end > start:
            ranges.append(BlockRange(start, end, block.role.value))
    write(doc, BlockRange, tuple(ranges))


def split(doc: Doc) -> Doc:
    """The component `kg_blocks`, before the parser: a sentence starts where a block starts, and where what follows a block starts."""
    for block in read(doc, BlockRange):
        doc[block.start].is_sent_start = True
        if block.end < len(doc):
            doc[block.end].is_sent_start = True
    return doc

"""The first layer: the article's blocks, as token ranges, and no sentence across two of them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.article import Article, Block
from kg.language.annotations import BlockRange, read, write

_ENDS = frozenset(".?!:;…\"”’')]*—-")


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
    """The component `kg_blocks`, before the parser: a sentence starts where a block starts, and where what follows a block starts, and
    within a block nowhere but after a mark that can end one."""
    for token in doc[1:]:
        if not _may_start(token):
            token.is_sent_start = False
    for block in read(doc, BlockRange):
        doc[block.start].is_sent_start = True
        if block.end < len(doc):
            doc[block.end].is_sent_start = True
    return doc


def _may_start(token: Token) -> bool:
    """Whether a sentence can start here: after a line break, a closing mark or a bracket, and not with a small letter after "Inc."."""
    before = token.nbor(-1)
    if before.is_space or token.is_space or token.is_punct or token.is_quote:
        return True
    abbreviated = len(before.text) > 1 and before.text.endswith(".") and token.text[:1].islower()
    return not abbreviated and before.text[-1] in _ENDS

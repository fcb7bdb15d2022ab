"""The first layer: the article's blocks, as token ranges, and no sentence across two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from spacy.lang.lex_attrs import is_punct, is_quote
from spacy.language import Language
from spacy.tokens import Doc

from kg.article import Article, Block
from kg.language.annotations import BlockRange, read, write
from kg.language.notes import key_of, note
from kg.language.tokenizing import tokenized

_ENDS = frozenset(".?!:;…\"”’')]*—-")
_CLOSES = frozenset({".", "?", "!", "…", "...", ";", ":"})
_LONGEST = 400  # tokens of a sentence
_REMEMBERED = 16_384  # words


def make_doc(nlp: Language, article: Article) -> Doc:
    """A Doc over the article's exact text, with its key, its blocks and its date; nothing is parsed yet."""
    doc = tokenized(nlp, article.text)
    doc.user_data["kg.article"] = article.key
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
    within a block nowhere but after a mark that can end one. Where no mark ends one for longer than any sentence is, it is cut."""
    keys: list[int] = doc.to_array("ORTH").tolist()
    if not keys:
        return doc
    strings = doc.vocab.strings
    words = {key: _word(strings[key]) for key in set(keys)}
    told = [words[key] for key in keys]
    starts = [_ALWAYS, *(_MAYBE if _may_start(before, word) else _NEVER for before, word in pairwise(told))]
    cuts = list(_cuts(told))
    if cuts:
        where = doc[cuts[0] - _LONGEST].idx
        note(doc, f"{key_of(doc)}: from character {where} on a sentence has over {_LONGEST} words, and was cut.")
    for i in (*cuts, *(i for block in read(doc, BlockRange) for i in (block.start, block.end))):
        if i < len(starts):
            starts[i] = _ALWAYS
    column = doc.to_array("SENT_START").astype("int64")
    column[:] = starts
    return doc.from_array("SENT_START", column.astype("uint64"))  # type: ignore[arg-type]  # the stub knows several columns only


_ALWAYS, _MAYBE, _NEVER = 1, 0, -1  # as spaCy has it


class _Word(NamedTuple):
    """What of a word tells where a sentence starts."""

    parts: bool
    is_space: bool
    is_small: bool
    is_abbreviated: bool
    ends: bool
    closes: bool


@lru_cache(maxsize=_REMEMBERED)
def _word(text: str) -> _Word:
    return _Word(
        parts=text.isspace() or is_punct(text) or is_quote(text),
        is_space=text.isspace(),
        is_small=text[:1].islower(),
        is_abbreviated=len(text) > 1 and text.endswith("."),
        ends=text[-1] in _ENDS,
        closes=text.isspace() or text in _CLOSES,
    )


def _cuts(words: Sequence[_Word]) -> Iterator[int]:
    """Where a sentence is cut that has as many words as none has."""
    begun = 0
    for i, word in enumerate(words):
        if i - begun >= _LONGEST:
            yield i
            begun = i
        if word.closes:
            begun = i + 1


def _may_start(before: _Word, word: _Word) -> bool:
    """Whether a sentence can start here: after a line break, a closing mark or a bracket, and not with a small letter after "Inc."."""
    return before.is_space or word.parts or (before.ends and not (before.is_abbreviated and word.is_small))

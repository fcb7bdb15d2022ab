"""A Doc's tokens as plain Python objects, read from spaCy once and shared by all layers.

They have the names and meanings of spaCy's own. There each look at a token makes a new object and looks its string up again, which would
cost the layers more than all that they do with it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any

import spacy.tokens
from spacy.lang.lex_attrs import is_punct, is_quote

from kg.language.lexicon import REPORTED
from kg.language.regrouping import regroup
from kg.language.rehanging import rehang

_READ: list[int | str] = [*"ORTH LEMMA POS TAG DEP ENT_TYPE HEAD SENT_START SPACY IDX".split()]

_REMEMBERED = 16_384  # words
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})  # what no verb is in a sentence


class Token:
    """A token; see `spacy.tokens.Token`."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "left_edge",
        "lefts",
        "lemma_",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )  # fmt: skip
    doc: Doc
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_sent_start: bool
    head: Token
    left_edge: Token
    right_edge: Token
    sent: Span
    lefts: Sequence[Token]
    rights: Sequence[Token]
    children: Sequence[Token]

    def __init__(self, doc: Doc, i: int, idx: int, word: _Word, whitespace: str) -> None:
        self.doc, self.i, self.idx, self.whitespace_ = doc, i, idx, whitespace
        self.text, self.lower_, self.is_alpha, self.is_space, self.is_punct, self.is_quote = word
        self.lefts = self.rights = self.children = ()
        self.head = self.left_edge = self.right_edge = self

    def silence(self) -> None:
        """Make it a mere space."""
        self.text = self.lower_ = self.lemma_ = " "
        self.pos_, self.tag_, self.dep_, self.ent_type_ = "SPACE", "_SP", "", ""
        self.is_space, self.is_alpha, self.is_punct, self.is_quote = True, False, False, False

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def is_lower(self) -> bool:
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads over it, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all that depends on it, in the order of the tree."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    def is_ancestor(self, other: Token) -> bool:
        return any(one is self for one in other.ancestors)

    def nbor(self, distance: int = 1) -> Token:
        return self.doc[self.i + distance]


_Word = tuple[str, str, bool, bool, bool, bool]


class Span:
    """A range of tokens, its end exclusive, with the recogniser's label where it is an entity."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    @property
    def root(self) -> Token:
        return self.doc.root(self.start, self.end)

    @property
    def text(self) -> str:
        return self.doc.words(self.start, self.end)

    @property
    def start_char(self) -> int:
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        return self.start_char + len(self.text)


class Doc(list[Token]):
    """The tokens of a spaCy Doc (`source`), and its layers as they are found (`layers`, typed, by kind). The tokens of `silent` sentences
    (by their first token) are mere spaces."""

    def __init__(self, source: spacy.tokens.Doc, silent: Collection[int] = ()) -> None:
        super().__init__()
        self.source, self.silent = rehang(regroup(source)), frozenset(silent)
        self.user_data: dict[Any, Any] = source.user_data
        self.layers: dict[type[Any], tuple[Any, ...]] = {}
        heads = self._read()
        self.text = "".join([token.text_with_ws for token in self])
        self.sents: tuple[Span, ...] = self._sentences()
        if self.silent:
            self._silence(heads)
        self._join(heads)
        self.ents: tuple[Span, ...] = tuple(Span(self, e.start, e.end, e.label_) for e in source.ents if not self.is_silent(e.start))

    def is_silent(self, token: int) -> bool:
        return self[token].sent.start in self.silent

    def _silence(self, heads: list[int]) -> None:
        for token in self:
            if self.is_silent(token.i):
                token.silence()
                heads[token.i] = 0

    def _read(self) -> list[int]:
        """Make the tokens; gives how far each is from its head."""
        columns: list[list[int]] = self.source.to_array(_READ).astype("int64").T.tolist() if len(self.source) else [[]] * len(_READ)
        orths, lemmas, parts, tags, relations, types, heads, starts, spaces, places = columns
        vocabulary = self.source.vocab
        strings = {key: vocabulary.strings[key & 0xFFFFFFFFFFFFFFFF] for key in {*lemmas, *parts, *tags, *relations, *types}}
        words = {key: _word(vocabulary.strings[key & 0xFFFFFFFFFFFFFFFF]) for key in set(orths)}
        self.extend([Token(self, i, places[i], words[key], " " if spaces[i] else "") for i, key in enumerate(orths)])
        for i, token in enumerate(self):
            token.lemma_, token.pos_, token.tag_ = strings[lemmas[i]], strings[parts[i]], strings[tags[i]]
            token.dep_, token.ent_type_, token.is_sent_start = strings[relations[i]], strings[types[i]], starts[i] == 1
            if token.tag_ == "VBZ" and token.dep_ in _NOMINAL and token.lemma_ in REPORTED:  # "confirmed reports that …"
                token.pos_, token.tag_ = "NOUN", "NNS"
        return heads

    def _join(self, heads: Sequence[int]) -> None:
        """Give each token its head (as its distance from it), dependants and edges."""
        lefts: dict[int, list[Token]] = {}
        rights: dict[int, list[Token]] = {}
        for i, token in enumerate(self):
            if heads[i]:
                over = i + heads[i]
                token.head = self[over]
                (lefts if i < over else rights).setdefault(over, []).append(token)
        for i, children in rights.items():
            self[i].rights = self[i].children = children
        for i, children in lefts.items():
            token = self[i]
            token.lefts, token.children = children, [*children, *token.rights]
        self._edge()

    def _edge(self) -> None:
        """Give each token the edges of its subtree, from the leaves up."""
        left = [len(token.children) for token in self]
        todo = [token for token in self if not token.children]
        while todo:
            token = todo.pop()
            over = token.head
            if over is not token:
                if token.left_edge.i < over.left_edge.i:
                    over.left_edge = token.left_edge
                if token.right_edge.i > over.right_edge.i:
                    over.right_edge = token.right_edge
                left[over.i] -= 1
                if not left[over.i]:
                    todo.append(over)

    def _sentences(self) -> tuple[Span, ...]:
        starts = [token.i for token in self if token.i == 0 or token.is_sent_start]
        ends = [*starts[1:], len(self)] if starts else []
        found = tuple(Span(self, start, end) for start, end in zip(starts, ends, strict=True))
        for sentence in found:
            for token in sentence:
                token.sent = sentence
        return found

    def close(self) -> None:
        """Let the tokens go of each other, so that they are freed at once and not left to the collector. None may be used afterwards."""
        for token in self:
            del token.doc, token.head, token.left_edge, token.right_edge, token.sent
        self.sents = self.ents = ()
        self.clear()

    def words(self, start: int, end: int) -> str:
        """The text of a range of tokens; empty where the range is."""
        return self.text[self[start].idx : self[end - 1].idx + len(self[end - 1].text)] if start < end else ""

    def root(self, start: int, end: int) -> Token:
        """The head of a range of tokens: a sentence's root, else of the words with a head outside the one nearest to its root."""
        tokens = self[start:end]
        top = next((token for token in tokens if token.head is token), None)
        if top is not None:
            return top
        outer = [token for token in tokens if not start <= token.head.i < end]
        return min(outer, key=_height, default=self[start])


def _height(token: Token) -> float:
    """How far a word is from its sentence's root; a mark or a space with nothing under it comes after all others."""
    return float("inf") if (token.is_space or token.is_punct) and not token.children else sum(1 for _ in token.ancestors)


@lru_cache(maxsize=_REMEMBERED)
def _word(text: str) -> _Word:
    """What is the same wherever a word stands."""
    return text, text.lower(), text.isalpha(), text.isspace(), is_punct(text), is_quote(text)


def component(layer: Callable[[Doc], Doc]) -> Callable[[spacy.tokens.Doc], spacy.tokens.Doc]:
    """A layer as a spaCy component by itself."""

    def run(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        return layer(Doc(doc)).source

    return run

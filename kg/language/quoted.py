"""Titles in quotation marks, which are one name whatever stands in them: the novel "Salt and Silver", the motto "Fear Nothing"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from spacy.tokens import Doc, Span

_CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’"}
OPENING = frozenset(_CLOSING)
_LONGEST = 9  # tokens
# Words of a title that need no capital.
_SMALL = frozenset(
    "a an and as at but by for from in into nor of on or over per the to up upon via vs with without".split()
)  # need no capital
_WITHIN = frozenset({",", "-", "–", "'", "’", "'s", "’s", "?", "!", "&", ":"})
_AT_END = frozenset({",", ".", ";"})  # what American printers set within the marks
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "oprd"})


class Word(Protocol):
    """What is asked of a token: its text, and the space after it."""

    @property
    def text(self) -> str: ...
    @property
    def whitespace_(self) -> str: ...


class Words(Protocol):
    """A document's tokens."""

    def __len__(self) -> int: ...
    def __getitem__(self, i: int, /) -> Word: ...


def titles(tokens: Words, marks: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The ranges of two words and more between quotation marks, which may open at these tokens, with the capitals of a title; what is said
    has one where it begins."""
    for i in marks:
        before = tokens[i - 1] if i else tokens[i]
        if tokens[i].whitespace_ or not (i == 0 or before.whitespace_ or before.text.isspace() or before.text in {"(", "-"}):
            continue
        closing = _CLOSING[tokens[i].text]
        end = next((n for n in range(i + 2, min(i + 2 + _LONGEST, len(tokens))) if tokens[n].text == closing), None)
        while end is not None and tokens[end - 1].text in _AT_END:
            end -= 1
        if end is not None and _is_title([tokens[n].text for n in range(i + 1, end)]):
            yield i + 1, end


def _is_title(texts: Sequence[str]) -> bool:
    words = [text for text in texts if text not in _WITHIN]
    capital = all(text[0].isupper() or text in _SMALL or text[0].isdigit() for text in words)
    return len(words) > 1 and capital and words[0][0].isupper() and (words[-1][0].isupper() or words[-1][0].isdigit())


def hang_titles(doc: Doc) -> None:
    """Make one name of each title in the Doc's tree, in place: it hangs on the noun before it, or stands where its words stood."""
    opening = {doc.vocab.strings.as_int(mark) for mark in OPENING}
    for start, end in titles(doc, [i for i, word in enumerate(doc.to_array("ORTH").tolist()) if word in opening]):
        _hang(doc[start:end])


def _hang(title: Span) -> None:
    root, start = title.root, title.start
    name = root if root.pos_ in {"NOUN", "PROPN"} else next((t for t in reversed(title) if t.pos_ in {"NOUN", "PROPN"}), title[-1])
    kind = title.doc[start - 2] if start > 1 else root
    on_noun = kind.tag_ == "NN" and kind.is_lower and kind.sent == root.sent
    if title[-1].sent != title[0].sent or (root.head == root and not on_noun):
        return
    if on_noun and kind.head.i not in range(start, title.end) and any(start <= one.i < title.end for one in kind.ancestors):
        return
    over, relation = root.head, root.dep_
    if relation not in _NOMINAL:
        relation = "pobj" if over.pos_ == "ADP" else "dobj" if over.i < start else "nsubj"
    if on_noun and start <= kind.head.i < title.end:
        kind.head, kind.dep_ = (kind, "ROOT") if over == root else (over, relation)
    outside = [c for t in title for c in t.children if not start <= c.i < title.end and c != kind]
    name.head, name.dep_ = (kind, "appos") if on_noun else (over, relation)
    for token in title:
        if token != name:
            token.head, token.dep_ = name, "compound" if token.i < name.i else "nmod"
    for token in outside:
        token.head = kind if on_noun and token.is_punct else name
    name.pos_, name.tag_, name.lemma_ = "PROPN", "NNP", name.text

"""Speakers who are only set beside their words: "Wood: The firm grew." (transcripts and headlines), “The firm grew.” — Wood."""

from __future__ import annotations

from collections.abc import Iterator

from kg.article import Role
from kg.language.annotations import BlockRange, read
from kg.language.attribution.complements import Range
from kg.language.attribution.draft import Draft
from kg.language.tokens import Doc, Token

_LONGEST_LABEL = 7  # tokens
_DASHES = frozenset("- – — ― -- ~".split())
_DOCUMENTS = frozenset(
    "poll report study survey source sources official officials police expert experts analyst analysts study q a".split()
)
_PLACES = frozenset({"GPE", "LOC", "DATE", "TIME", "CARDINAL", "FAC", "EVENT", "LAW"})
_INSIDE_NAMES = frozenset({"DET", "CCONJ", "PART", "NOUN", "SPACE"})


def labelled(doc: Doc) -> Iterator[Draft]:
    """A paragraph that a speaker's name and a colon open: the rest of it is theirs."""
    for block in read(doc, BlockRange):
        if block.role == Role.BOILERPLATE:
            continue
        colon = next((i for i in range(block.start + 1, min(block.start + _LONGEST_LABEL, block.end - 2)) if doc[i].text == ":"), None)
        if colon is None:
            continue
        label = [t for t in doc[block.start : colon] if not t.is_space and not t.is_punct]
        if label and _names_speaker(label) and (block.role == Role.HEADLINE or _is_clause(doc, colon + 1, block.end)):
            yield Draft(label[-1].i, (label[0].i, label[-1].i + 1), (colon, colon + 1), [(colon + 1, block.end)])


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} for t in doc[start : min(end, start + 40)])


def _names_speaker(label: list[Token]) -> bool:
    if len(label) <= 2 and label[-1].lower_ in _DOCUMENTS:
        return True
    if any(t.ent_type_ in _PLACES and not t.is_upper for t in label):
        return False
    return label[-1].pos_ == "PROPN" and all(t.pos_ == "PROPN" or t.pos_ in _INSIDE_NAMES or t.is_upper for t in label)


def signed(doc: Doc, quotes: list[Range]) -> Iterator[Draft]:
    """A quotation that a dash and a name follow: "“The firm grew.” — Wood"."""
    for start, end in quotes:
        i = end + 1
        while i < min(len(doc), end + 4) and doc[i].is_space:
            i += 1
        if i + 1 >= len(doc) or i > end + 3 or doc[i].text not in _DASHES or doc[i + 1].pos_ != "PROPN":
            continue
        if doc[end - 1].text[-1] in ".!?…" or doc[i - 1].is_space:
            last = i + 1
            while last + 1 < len(doc) and last < i + 6 and doc[last + 1].pos_ == "PROPN":
                last += 1
            yield Draft(last, (i + 1, last + 1), (i, i + 1), [(start, end)])

"""The layer: every attribution of a document, from syntax and quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from kg.language.annotations import Attribution, write
from kg.language.attribution.complements import Range
from kg.language.attribution.draft import Draft
from kg.language.attribution.labels import labelled, signed
from kg.language.attribution.nouns import by_adjective, by_noun
from kg.language.attribution.phrases import by_phrase
from kg.language.attribution.quotations import quotations
from kg.language.attribution.speakers import give
from kg.language.attribution.verbs import by_verb
from kg.language.tokens import Doc


def attributions(doc: Doc) -> Doc:
    """The component `kg_attribution`."""
    quotes = quotations(doc)
    drafts = [*_within_quotes(_drafts(doc), quotes), *labelled(doc), *signed(doc, quotes)]
    drafts += give(doc, quotes, drafts)
    found = {one for each in drafts for one in each.finished(doc)}
    write(doc, Attribution, tuple(sorted(found, key=lambda a: (a.content_start, a.content_end, a.cue_start, a.source_start))))
    return doc


def _drafts(doc: Doc) -> Iterator[Draft]:
    for token in doc:
        part = token.pos_
        if part == "VERB":
            found = by_phrase(token) or by_verb(token)
        elif part == "NOUN":
            found = by_noun(token)
        elif part == "ADJ":
            found = by_adjective(token)
        elif part == "ADP":
            found = by_phrase(token)
        else:
            continue
        if found is not None:
            yield found


def _within_quotes(drafts: Iterable[Draft], quotes: Sequence[Range]) -> Iterator[Draft]:
    """What is said within a quotation ("in our view") says nothing of the words around it."""
    starts = [start for start, _ in quotes]
    for one in drafts:
        n = bisect_right(starts, one.cue[0]) - 1
        if n >= 0 and one.cue[0] < quotes[n][1]:
            start, end = quotes[n]
            one.pieces = [(max(s, start), min(e, end)) for s, e in one.pieces if s < end and start < e]
        if one.pieces:
            yield one

"""Whose words a token stands in."""

from __future__ import annotations

from collections import defaultdict

from kg.language.annotations import Attribution, read
from kg.language.tokens import Doc


class Speeches:
    """The attributions of one Doc by which a source claims something, filed by the sentences that their contents lie in."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.sources = sorted({one.source for one in read(doc, Attribution) if one.source is not None})
        """The head tokens of all who are said to speak."""
        self._by_sentence: dict[int, list[Attribution]] = defaultdict(list)
        self._by_source: dict[int, list[Attribution]] = defaultdict(list)
        for one in read(doc, Attribution):
            if one.source is not None:
                self._by_source[one.source].append(one)
            if one.claims:
                i = one.content_start
                while i < one.content_end:
                    sentence = doc[i].sent
                    self._by_sentence[sentence.start].append(one)
                    i = sentence.end

    def around(self, token: int) -> list[Attribution]:
        """Those whose content holds a token, while their source doesn't."""
        near = self._by_sentence.get(self.doc[token].sent.start, ())
        return [a for a in near if a.content_start <= token < a.content_end and not a.source_start <= token < a.source_end]

    def of(self, source: int) -> list[Attribution]:
        """Those whose source is a token."""
        return self._by_source.get(source, [])

"""The tokenizer in time proportional to a text's length, whatever the text."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

_RUN = 1000  # characters without a space; spaCy's time for such a run grows with its square where it is marks
_LONG = re.compile(rf"\S{{{_RUN}}}")


def tokenized(nlp: Language, text: str) -> Doc:
    """A Doc of the text, nothing parsed. Longer runs without a space than any of prose are cut into several tokens."""
    cuts = [match.end() for match in _LONG.finditer(text)]
    if not cuts:
        return nlp.make_doc(text)
    pieces = [nlp.make_doc(text[start:end]) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    words = [token.text for piece in pieces for token in piece]
    spaces = [bool(token.whitespace_) for piece in pieces for token in piece]
    return Doc(nlp.vocab, words, spaces)

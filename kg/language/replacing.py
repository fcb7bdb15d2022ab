"""One word in the place of another in the tree."""

from __future__ import annotations

from spacy.tokens import Token


def replace(token: Token, by: Token) -> None:
    """Let a word take another's place in the tree, with all that hangs on it."""
    over, relation = token.head, token.dep_
    by.head, by.dep_ = (by if over == token else over), relation
    for child in [*token.children]:
        if child != by:
            child.head = by

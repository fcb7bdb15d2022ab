"""Phrases: the tokens under a head, in the order of the sentence, and their text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.language.lexicon import CLOSE_QUOTES, OPEN_QUOTES
from kg.language.tokens import Doc, Token

Words = Sequence[int | str]
"""Tokens by their index, and words that the sentence leaves unsaid."""

COORDINATION = frozenset({"conj", "cc", "preconj"})
_BRACKETS = frozenset({("(", ")"), ("[", "]"), ("-LRB-", "-RRB-")})
_EDGES = frozenset(", ; : . - – — -- ? ! ... … and or but".split())


def phrase(head: Token, without: frozenset[str] = frozenset(), *, everywhere: frozenset[str] = frozenset()) -> list[int]:
    """A head and what hangs on it, but for the head's dependents of the labels `without`, and those of `everywhere` at any depth."""
    found, todo = [head.i], [child for child in head.children if child.dep_ not in without]
    while todo:
        token = todo.pop()
        if token.dep_ not in everywhere:
            found.append(token.i)
            todo.extend(token.children)
    return sorted(found)


def conjuncts(head: Token) -> list[Token]:
    """A noun and those joined to it, in order."""
    found = [head]
    for token in found:
        found.extend(child for child in token.children if child.dep_ == "conj")
    return found


def text(doc: Doc, words: Words) -> str:
    """The phrase as the sentence writes it, without punctuation, brackets and conjunctions at its ends."""
    kept = _trimmed(doc, words)
    parts: list[str] = []
    for word, after in pairwise([*kept, ""]):
        joined = isinstance(word, int) and after == word + 1 and not doc[word].whitespace_
        parts.append((doc[word].text if isinstance(word, int) else word) + ("" if joined else " "))
    return " ".join("".join(parts).split())


def _trimmed(doc: Doc, words: Words) -> Words:
    texts = [doc[word].text if isinstance(word, int) else word for word in words]
    start, end = 0, len(words)
    while start < end and (texts[start].lower() in _EDGES or texts[start].isspace()):
        start += 1
    while start < end and (texts[end - 1].lower() in _EDGES or texts[end - 1].isspace()):
        end -= 1
    if end - start > 1 and texts[start] in OPEN_QUOTES and not CLOSE_QUOTES.intersection(texts[start + 1 : end]):
        start += 1  # the quotation ends outside
    if end - start > 2 and (texts[start], texts[end - 1]) in _BRACKETS:
        start, end = start + 1, end - 1
    return words[start:end]

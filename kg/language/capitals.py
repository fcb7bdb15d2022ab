"""What capitals tell of names, and where they tell nothing: runs of proper nouns, acronyms, words in capitals, titles."""

from __future__ import annotations

from collections.abc import Container, Iterator

from kg.language.tokens import Doc, Token

_SHOUT = 3  # words in capitals that make a heading
_TITLE_CASE = 0.75  # the part of a headline's longer words with a capital that makes it title case


def proper_runs(doc: Doc, taken: set[int], words: Container[str]) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns, acronyms and capitalised words that English (`words`) doesn't have, by token, outside those that are taken; a
    hyphen goes on with one."""
    start: int | None = None
    for token in doc:
        named = token.pos_ == "PROPN" or is_acronym(token) or _is_strange(token, words)
        proper = named and token.i not in taken and token.text[0].isalpha() and not token.is_space
        proper = proper or (start is not None and is_hyphen(token))
        if proper and start is None:
            start = token.i
        elif not proper and start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _is_strange(token: Token, words: Container[str]) -> bool:
    """A name that begins a sentence, which the tagger took for a noun: "Clearstreet", but not "Bins"."""
    return token.pos_ == "NOUN" and token.text.istitle() and token.lower_ not in words and token.lemma_.lower() not in words


def is_acronym(token: Token) -> bool:
    """Capitals that the tagger took for a common noun: "the CIO endorsed her"."""
    return token.pos_ in {"NOUN", "X"} and token.text.isalpha() and token.text.isupper() and len(token.text) > 2


def is_owner(token: Token) -> bool:
    """The first word of a name such as "the Children's Fund": a capitalised noun that is no name by itself."""
    plural = token.tag_ in {"NNS", "NNPS"} or (token.tag_ == "NNP" and not token.ent_type_)
    return plural and token.text[0].isupper() and token.doc[token.i - 1].lower_ == "the"


def is_hyphen(token: Token) -> bool:
    """A hyphen within a name: "Tri-Valley"."""
    inside = 0 < token.i < len(token.doc) - 1 and token.text == "-" and not token.whitespace_ and not token.doc[token.i - 1].whitespace_
    return inside and token.doc[token.i + 1].text[0].isupper() and token.doc[token.i - 1].text[0].isupper()


def shouted(doc: Doc) -> set[int]:
    """The tokens of headings in capitals."""
    found: set[int] = set()
    run: list[int] = []
    words = 0
    for token in doc:
        loud = token.text.isupper() if token.text[0].isalpha() else not token.is_space and token.text not in {"(", ")"}
        if loud:
            run.append(token.i)
            words += len(token.text) > 1 and token.is_alpha
        if not loud or token.i == len(doc) - 1:
            if words >= _SHOUT:
                found.update(run)
            run, words = [], 0
    return found


def is_title_case(doc: Doc, tokens: set[int]) -> bool:
    """Whether most of the longer words among these tokens begin with a capital, so that a capital tells of no name."""
    longer = [doc[i] for i in tokens if doc[i].is_alpha and len(doc[i].text) > 3]
    return sum(t.text[0].isupper() for t in longer) >= _TITLE_CASE * max(len(longer), 1)

"""What a proposition says of two, in the words of the plain sentence that an example is: "mentored", "is the captain of"."""

from __future__ import annotations

from typing import Final, Literal

from kg.language.tokens import Token

Form = Literal["verb", "agentless", "noun"]
"""The first does it, it is done to the first, or the first is called it."""

FORMS: Final = ("VBD", "VBZ", "VBN", "VB", "VBG", "VBP")
"""A verb's forms, the one first that makes the plainest sentence."""
_HISSING: Final = ("s", "x", "z", "ch", "sh", "o")
_ARTICLES: Final = frozenset({"a", "an", "the"})


def between(form: Form, lemma: str, word: str, tag: str, phrase: str, role: str) -> str:
    """The words between the two.

    `lemma` is the predicate's with its particle, `word` and `tag` are its form in a text; `phrase` is the noun that is the predicate, or
    that makes one with the verb ("" where none does), with its article; `role` is the second's: "obj" or a preposition.

    >>> between("verb", "hand over", "handing", "VBG", "", "to"), between("noun", "owner", "owner", "NN", "the owner", "of")
    ('hands over to', 'is the owner of')
    """
    preposition = "" if role == "obj" else role
    particle = lemma.partition(" ")[2]
    if form == "noun":
        words = ["are" if tag == "NNS" else "is", phrase, preposition]
    elif form == "agentless":
        words = ["was", word, particle, phrase, preposition]
    else:
        words = [_finite(lemma, word, tag), particle, phrase, preposition]
    return " ".join(one for one in words if one)


def _finite(lemma: str, word: str, tag: str) -> str:
    """The verb as a sentence of two names has it: as it is written where that is the past tense, else in the present."""
    if tag in {"VBD", "VBZ"} or (tag == "VBN" and word.endswith("ed")):
        return word
    base = lemma.partition(" ")[0]
    if base.endswith("y") and base[-2:-1] not in {*"aeiou"}:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(_HISSING) else f"{base}s"


def noun_lemma(noun: Token) -> str:
    """The noun's base form with the nouns that make one with it."""
    return " ".join([*(one.lower_ for one in _before(noun)), noun.lemma_.lower()])


def with_article(noun: Token, *, one: bool) -> str:
    """The noun with what makes one with it, and its article: of "a federal suit" nothing but "a suit" is meant. `one`: of which there must
    be an article where it is one thing."""
    words = " ".join([*(each.lower_ for each in _before(noun)), noun.lower_])
    article = next((child.lower_ for child in noun.lefts if child.lower_ in _ARTICLES), "a" if one and noun.tag_ == "NN" else "")
    if article in {"a", "an"}:
        article = "an" if words[0] in "aeio" else "a"
    return f"{article} {words}".strip()


def _before(noun: Token) -> list[Token]:
    """The nouns right before a noun that make one with it: the "running" of "her running mate"."""
    found: list[Token] = []
    while noun.i > len(found) and (token := noun.doc[noun.i - len(found) - 1]).dep_ == "compound" and token.is_lower and token.is_alpha:
        found.insert(0, token)
    return found

"""Hyphens that the tokenizer or the parser broke words at."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.replacing import replace

_COMMON = frozenset({"NN", "NNS"})
_OTHER = frozenset({"sub", "non", "anti", "pseudo"})  # a sub-editor is no editor
_SIDES = frozenset({"anti", "pro"})
_COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "dobj"})


def prefix(prefix: Token) -> None:
    """The "ex" of "her ex-husband", which the parser made a word by itself, hangs on its noun, with all that hangs on it."""
    if prefix.lower_ != "ex" or prefix.i + 2 >= len(prefix.doc) or prefix.nbor(1).text != "-" or prefix.nbor(2).pos_ != "NOUN":
        return
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if prefix.head in {hyphen, noun, prefix} or noun.head not in {prefix, hyphen, prefix.head}:
        return
    replace(prefix, noun)
    prefix.head, prefix.dep_ = noun, "compound"
    hyphen.head, hyphen.dep_ = noun, "punct"


def hyphen(hyphen: Token) -> None:
    """ "Signed a cross-licence with X": a hyphen that was taken for a noun between two others; the three are one noun."""
    doc, i = hyphen.doc, hyphen.i
    if hyphen.tag_ == "HYPH" or not 0 < i < len(doc) - 1:
        return
    first, last = doc[i - 1], doc[i + 1]
    parted = first.whitespace_ or hyphen.whitespace_ or not (first.is_lower and last.is_lower)
    if parted or last.tag_ not in _COMMON or first.lower_ in _OTHER:
        return
    over = {first, hyphen, last}
    top = next((one for one in (last, hyphen, first) if one.head not in over or one.head == one), last)
    if top != last:
        replace(top, last)
    for child in [*first.children, *hyphen.children]:
        child.head = last
    if i > 1 and doc[i - 2].pos_ == "DET" and doc[i - 2].head in {*over, last.head}:
        doc[i - 2].head, doc[i - 2].dep_ = last, "det"
    first.head, first.dep_ = last, "compound"
    hyphen.head, hyphen.dep_, hyphen.pos_, hyphen.tag_ = last, "punct", "PUNCT", "HYPH"


def side(hyphen: Token) -> None:
    """ "Is anti-Rowan": what stands behind a verb in three pieces is a preposition, as in "is against Rowan"."""
    if hyphen.i + 1 >= len(hyphen.doc) or not hyphen.i or hyphen.nbor(-1).lower_ not in _SIDES:
        return
    side, name = hyphen.nbor(-1), hyphen.nbor(1)
    verb = side.head
    if side.dep_ not in _COMPLEMENTS or verb.pos_ not in {"VERB", "AUX"} or name.head != verb or name.dep_ not in _COMPLEMENTS:
        return
    side.dep_, side.pos_, side.tag_ = "prep", "ADP", "IN"
    hyphen.head, hyphen.dep_, hyphen.pos_, hyphen.tag_ = side, "punct", "PUNCT", "HYPH"
    name.head, name.dep_ = side, "pobj"
    if name.text.istitle():
        name.pos_, name.tag_, name.lemma_ = "PROPN", "NNP", name.text
    elif name.pos_ == "ADJ":
        name.pos_, name.tag_, name.lemma_ = "NOUN", "NN", name.lower_


def hyphened_verb(hyphen: Token) -> None:
    """ "Norby Timber clear-cut the wood": what stands before the article of its own noun, or has a subject and an object, is no
    participle."""
    if hyphen.tag_ != "HYPH" or hyphen.i + 2 >= len(hyphen.doc):
        return
    verb, after = hyphen.nbor(1), hyphen.nbor(2)
    if verb.tag_ != "VBN" or after.tag_ not in {"DT", "PRP"}:
        return
    noun, subject = verb.head, verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if {"nsubj", "dobj"} <= {c.dep_ for c in verb.children} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        verb.tag_ = "VBD"
    elif verb.dep_ == "amod" and after.head == noun and noun.dep_ == "ROOT" and subject.head == noun and subject.pos_ == "PROPN":
        replace(noun, verb)
        after.head = noun
        noun.head, noun.dep_ = verb, "dobj"
        subject.dep_, verb.tag_ = "nsubj", "VBD"

"""Phrases that the parser may be led astray by, for which one plain name can stand: names, and names with the nouns beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.language.annotations import Mention
from kg.language.tokens import Doc, Span, Token

_ARTICLES = frozenset({"the", "a", "an"})
_CLOSED = frozenset({"IN", "CC", "DT", "PDT", "TO", "MD", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "EX", "RP", "POS", "CD"})
_AUXILIARY = frozenset("is are was were be been being has have had does do did will would".split())
_PAST = frozenset({"VBD", "VBN", "VBZ"})
_MOST = 3
"""Words beside a name that are one phrase with it, at most."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase's tokens, and the one that stands for it."""

    start: int
    end: int
    head: int


def named(sentence: Span, mentions: Iterable[Mention]) -> list[Phrase]:
    """The names of a sentence."""
    names = [one for one in mentions if one.kind == "name" and sentence.start <= one.start and one.end <= sentence.end]
    return [Phrase(one.start, one.end, one.head) for one in sorted(names, key=lambda one: one.start)]


def whole(doc: Doc, name: Phrase, sentence: Span, turns_on: Callable[[Token], bool]) -> Phrase:
    """A name with the nouns beside it and its article: "the car carrier Aurora", which the name stands for; "the Norby boatyard", for which
    its last word stands, whatever the tagger took that for. No word that a wording `turns_on` is in it."""
    start, end, head = name.start, name.end, name.head
    if start > sentence.start and doc[start - 1].lower_ in _ARTICLES:
        while end < min(sentence.end, name.end + _MOST) and _is_open(doc[end]) and not turns_on(doc[end]):
            if _has_subject(doc[end], name):
                return name
            end += 1
        if end == name.end or (end < sentence.end and _is_open(doc[end])) or not _ends(doc, end, sentence):
            return Phrase(start - 1, name.end, head) if end == name.end else name
        return Phrase(start - 1, end, end - 1)
    while start > max(sentence.start, name.start - _MOST) and _is_kind(doc[start - 1], name, doc) and not turns_on(doc[start - 1]):
        start -= 1
    if start == name.start or _may_be_subject(doc, name, sentence):
        return name
    return Phrase(start - (start > sentence.start and doc[start - 1].lower_ in _ARTICLES), end, head)


def _may_be_subject(doc: Doc, name: Phrase, sentence: Span) -> bool:
    """Whether a name may be the subject of a relative clause about the noun before it: "the firm Norvale bought in May sued Tarn"."""
    if name.end >= sentence.end or doc[name.end].tag_ not in _PAST:
        return False
    after = doc[name.end + 1 : sentence.end]
    verb = next((t for t in after if t.tag_ in _PAST | {"MD"}), None)
    between = doc[name.end + 1 : verb.i] if verb is not None else ()
    return verb is not None and not any(t.tag_ in {"CC", "WDT", "WP", "WRB", "TO"} or t.dep_ == "mark" or t.text == "," for t in between)


def _is_open(token: Token) -> bool:
    return (
        token.is_lower
        and token.text.isalpha()
        and token.tag_ not in _CLOSED
        and token.lower_ not in _AUXILIARY
        and token.ent_type_ not in {"DATE", "TIME"}
    )


def _has_subject(verb: Token, name: Phrase) -> bool:
    """Whether what stands behind a name is a verb with its subject, the name or what stands before that."""
    return any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass"} and c.i < name.end for c in verb.lefts)


def _ends(doc: Doc, end: int, sentence: Span) -> bool:
    """Whether a phrase can end here: before a mark, a preposition, a conjunction, an auxiliary."""
    return (
        end >= sentence.end
        or doc[end].tag_ in _CLOSED - {"DT", "PDT", "PRP", "PRP$", "CD", "POS"}
        or doc[end].is_punct
        or doc[end].lower_ in _AUXILIARY
    )


def _is_kind(token: Token, name: Phrase, doc: Doc) -> bool:
    """Whether a word tells what kind of thing the name behind it is of, and no relative clause lies between."""
    if not token.is_lower or (token.pos_ not in {"NOUN", "ADJ"} and token.dep_ != "compound"):
        return False
    over = doc[name.head].head
    return not (over.dep_ == "relcl" and over.i > name.head)

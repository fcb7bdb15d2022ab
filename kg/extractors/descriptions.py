"""Descriptions: the words by which an article calls somebody or something beside a name, and which of them are no more than an opinion."""

from __future__ import annotations

import re
from functools import cached_property

from kg.language.annotations import Mention
from kg.language.attribution.quotations import quotations
from kg.language.lexicon import CLOSE_QUOTES, FORMER, INCOMING, OPEN_QUOTES
from kg.language.speeches import Speeches
from kg.language.tokens import Doc, Token
from kg.ontology.model import Ontology

_LABEL_PREPOSITIONS = frozenset({"of", "for", "in", "at", "on", "from"})
_LONGEST = 120  # characters of a label
_REACH = 20  # tokens that a noun phrase may go on after its head
_CLOSE = frozenset("'’,.")
_BEFORE = FORMER | INCOMING | {"then", "-", "only", "just", "even", "merely"} | OPEN_QUOTES
_MANNERS = frozenset("fashion manner way style tone haste hurry detail secret private silence protest anger fury disgust tears".split())
_BESIDE_NAME = frozenset({"appos", "compound", "nmod"})


class Descriptions:
    """The noun phrases of one Doc, told from names."""

    def __init__(self, doc: Doc, ontology: Ontology) -> None:
        self.doc, self.ontology = doc, ontology

    @cached_property
    def _speeches(self) -> Speeches:
        return Speeches(self.doc)

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return frozenset(i for start, end in quotations(self.doc) for i in range(start, end))

    def is_opinion(self, mention: Mention) -> bool:
        """Whether a phrase is no other name of someone, but a mere title, or what somebody makes of them: in quotation marks, as a
        speech's predicate ("Roe says that it is an invasion"), or by a noun that is no class's and stands beside no name ("the latest
        example")."""
        head = self.doc[mention.head]
        if head.lower_ in self.ontology.bare_titles or head.i in self._quoted:
            return True
        if not mention.types and head.dep_ not in _BESIDE_NAME:
            return True
        return head.dep_ in {"attr", "oprd"} and bool(self._speeches.around(head.i))


def words_of(doc: Doc, mention: Mention) -> list[str]:
    """A mention's words without article, without what tells of when it was so ("former") and without a quotation mark that stands alone,
    some 120 characters at most."""
    tokens = [t for t in doc[mention.start : mention.end] if not t.is_space]
    while tokens and (tokens[0].lower_ in _BEFORE or tokens[0].dep_ == "det"):
        tokens = tokens[1:]
    while tokens and tokens[-1].text in CLOSE_QUOTES:
        tokens = tokens[:-1]
    text = "".join(t.text_with_ws for t in tokens).strip() or doc[mention.head].text
    return " ".join(text.split())[:_LONGEST].split(" ")


def phrases_of(doc: Doc, mention: Mention) -> tuple[list[str], list[str]]:
    """A noun phrase by itself, then with what follows its head, one more complement at a time ("prisons", "prisons in Oklahoma"); and those
    with a clause in them ("prisons that use it"), which say who is meant but are no names."""
    short = " ".join(words_of(doc, mention))
    if mention.start and doc[mention.start - 1].lower_ == "other" and doc[mention.start - 1].head.i == mention.head:
        short = f"other {short}"  # "the other party" is told from a party
    phrases = [short]
    clauses: list[str] = []
    for end in _ends(doc[mention.head], mention.end):
        after = re.sub(r"\s+", " ", doc.words(mention.end, end)).strip()
        if len(short) + len(after) < _LONGEST:
            longer = f"{short}{'' if after[:1] in _CLOSE else ' '}{after}"
            has_clause = doc[mention.end].pos_ == "ADJ" or any(
                t.pos_ in {"VERB", "AUX"} and t.dep_ != "amod" for t in doc[mention.end : end]
            )
            (clauses if has_clause else phrases).append(longer)
    if doc[mention.head].tag_ == "NNPS" and len(phrases) + len(clauses) > 1:
        phrases = phrases[1:]  # "Democrats in Ohio" are not the Democrats
    return phrases, clauses


def _ends(head: Token, end: int) -> list[int]:
    """Where a noun phrase may end after its head: after each complement, and before the first comma, bracket or quotation mark."""
    found: list[int] = []
    limit = next((t.i for t in head.doc[end : min(head.sent.end, end + _REACH)] if t.is_punct and not _is_joint(t)), end + _REACH)
    for child in head.rights:
        if child.dep_ in {"cc", "conj", "appos", "punct", "case"} or child.i < end or _is_when_or_how(child):
            continue
        last = child.right_edge.i + 1
        if child.dep_ == "prep" and child.lower_ in _LABEL_PREPOSITIONS:
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if inner and _end_of(inner[0]) < last and not any(c.lower_ in {"both", "either"} for c in inner[0].children):
                found.append(_end_of(inner[0]))
        found.append(min(last, limit))
    after = head.doc[end + 1] if end + 1 < len(head.doc) else None
    stray = after is not None and head.doc[end].lower_ in {"in", "of"} and after.pos_ == "PROPN" and after.ent_type_ != "DATE"
    if not found and stray:  # the parser may hang it elsewhere
        found.append(max(head.doc[end + 1].head.i + 1, end + 2))
    return sorted({e for e in found if end < e <= limit})


def _is_when_or_how(preposition: Token) -> bool:
    """Whether it tells when or how something was done, and not what it was done to: "in March", "in dramatic fashion"."""
    inner = [c for c in preposition.rights if c.dep_ == "pobj"] if preposition.dep_ == "prep" else []
    return any(c.ent_type_ == "DATE" or (preposition.lower_ == "in" and c.lemma_.lower() in _MANNERS and not _is_named(c)) for c in inner)


def _is_named(noun: Token) -> bool:
    """Whether an article or a complement tells which: "in the style of Norby"."""
    return any(c.lower_ in {"the", "this", "that"} for c in noun.lefts) or any(c.dep_ == "prep" for c in noun.rights)


def _is_joint(token: Token) -> bool:
    """A hyphen or an apostrophe within a phrase."""
    return (token.text in {"-", "'", "’", "/", "."} and not token.is_quote) or token.tag_ == "POS"


def _end_of(token: Token) -> int:
    """The end of a noun phrase without relative clauses and appositions."""
    end = token.i + 1
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = [c for c in child.children if c.dep_ == "pobj"]
            return _end_of(inner[0]) if inner else end
        if child.dep_ not in {"case", "nummod"}:
            break
    return end

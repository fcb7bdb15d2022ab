"""What stands before a name: titles and posts that are no part of it, and those that are."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from kg.language.tokens import Doc
from kg.language.wholes import Name, words_of
from kg.ontology.nouns import Nouns

_AGENT_NOUN = ("er", "or", "ist", "man", "woman", "ess")  # "sculptor", "whistleblower"


def title_before(doc: Doc, start: int, end: int, nouns: Nouns) -> int:
    """How many tokens from here are a title that stands before a person's name ("Sen.", "Attorney General")."""
    for length in (3, 2, 1):
        words = tuple(t.lower_ for t in doc[start : start + length])
        after = start + length
        if words in nouns.titles and after < len(doc) and doc[after].text[:1].isupper() and doc[after].pos_ == "PROPN":
            return 0 if _is_article_before(doc, start, nouns) or _is_of_a_firm(doc, after, end, nouns) else length
    return 0


def _is_article_before(doc: Doc, start: int, nouns: Nouns) -> bool:
    """Whether it is no person's title, with an article before it: "the Lady Ferrand" is a ship."""
    lower = doc[start].lower_
    gendered = lower in nouns.masculine or lower in nouns.feminine
    return gendered and start > 0 and doc[start - 1].lower_ == "the" and doc[start].text.istitle()


def _is_of_a_firm(doc: Doc, after: int, end: int, nouns: Nouns) -> bool:
    """Whether what goes on after a title is the rest of a firm's name: "Premier Freight Services"."""
    rest = doc[after:end]
    plain = len(rest) > 1 and doc[after - 1].is_alpha and all(t.pos_ == "PROPN" and t.text.istitle() for t in rest)
    last = (rest[-1].lower_,) if rest else ()
    return plain and rest[0].text not in nouns.given and last not in nouns.roles and bool(nouns.of_name([t.text for t in rest]))


def without_post(doc: Doc, name: Name, nouns: Nouns, words: Container[str]) -> Name:
    """A person's name without what the person is, which has a capital where it begins the sentence: "Winger Otto Kessel". `words` are those
    that English has."""
    first = doc[name.start]
    if name.end - name.start == 3 and first.is_sent_start and first.lower_ in words and first.text not in nouns.given:
        second, last = doc[name.start + 1], doc[name.end - 1]
        if second.text in nouns.given and last.text.istitle() and last.lower_ not in words:  # "Southpaw Otto Kessel"
            return replace(name, start=second.i, head=doc.root(second.i, name.end).i, label="PERSON")
    post = first.is_sent_start and (first.lower_,) in nouns.roles and first.text not in nouns.given and first.text.istitle()
    if not post or name.end - name.start < 3 or not all(t.pos_ == "PROPN" for t in doc[name.start + 1 : name.end]):
        return name
    if name.label != "PERSON" and nouns.of_name(words_of(doc, name)):
        return name  # "Premier Freight Services"
    if name.label == "ORG" and first.tag_ != "NN":
        return name  # "Champion Foods"
    if name.label not in {"PERSON", "ORG", ""} and doc[name.start + 1].text not in nouns.given:
        return name
    start = name.start + 1
    return replace(name, start=start, head=doc.root(start, name.end).i, label="PERSON" if name.label == "PERSON" else "")


def ranked(doc: Doc, name: Name, nouns: Nouns) -> Name:
    """A firm's name with the title in it, where the text says that it is no person: "Captain Thistle, a snack maker"."""
    if name.end != name.start + 1 or not name.start or name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return name
    title, called = doc[name.start - 1], next((c for c in doc[name.head].rights if c.dep_ == "appos"), None)
    if called is None or not title.text.istitle() or not title.is_alpha or (title.lower_,) not in nouns.titles:
        return name
    told = nouns.of_noun([t.lower_ for t in doc[called.left_edge.i : called.i + 1]])
    thing = called.left_edge.lower_ in {"a", "an"} and told and (called.lower_,) not in nouns.roles
    return replace(name, start=title.i, label="") if thing else name


def begun(doc: Doc, name: Name, nouns: Nouns) -> Name:
    """A name with the sentence's first word, which the tagger took for a noun: "Sparrow Contemporary"; a known noun is no part of it."""
    if name.label or name.end != name.start + 1 or not name.start:
        return name
    first, rest = doc[name.start - 1], doc[name.start]
    noun = first.is_sent_start and first.tag_ == "NN" and first.text.istitle() and first.dep_ == "compound" and first.head is rest
    known = (first.lower_,) in nouns.labels or (first.lower_,) in nouns.titles or first.lower_.endswith(_AGENT_NOUN)
    alone = any(t.text == rest.text and t is not rest for t in doc)
    return replace(name, start=first.i) if noun and not known and not alone else name

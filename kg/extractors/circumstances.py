"""Where a statement stands, how much and when: its evidence, its amount and its time, as the sentence has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from kg.extractors.matching import Match
from kg.language.annotations import Quantity, Time
from kg.language.lexicon import FORMER, INCOMING, TOGETHER
from kg.language.tokens import Doc, Span, Token
from kg.language.values import Reading
from kg.statement import Amount, Evidence, Value, When
from kg.statement import Span as Range

_TIME_DEPENDENCIES = frozenset({"npadvmod", "pobj", "nmod", "appos", "advmod", "compound", "amod", "nummod"})


def evidence(sentence: Span, last: Span) -> Evidence:
    """The characters in the article of a sentence, up to another that goes on with it, without the space around it."""
    text = sentence.text if sentence.start == last.start else sentence.doc.words(sentence.start, last.end)
    start = sentence.start_char + len(text) - len(text.lstrip())
    text = text.strip()
    return Evidence(start, start + len(text), text)


def span(doc: Doc, token: int) -> Range:
    """A token's characters in the article."""
    return span_of(doc, token, token + 1)


def span_of(doc: Doc, start: int, end: int) -> Range:
    """Some tokens' characters in the article."""
    words = Span(doc, start, end)
    return Range(words.start_char, words.end_char)


def value(doc: Doc, read: Reading) -> Value:
    """A literal as its words and its lexical form."""
    return Value(doc.words(read.start, read.end), read.lexical, read.datatype)


_Placed = TypeVar("_Placed", Time, Quantity)


def by_sentence(doc: Doc, found: Iterable[_Placed]) -> dict[int, list[_Placed]]:
    """Times or quantities by the start of the sentence that they begin in."""
    filed: dict[int, list[_Placed]] = defaultdict(list)
    for one in found:
        filed[doc[one.start].sent.start].append(one)
    return filed


def amount(doc: Doc, match: Match, amounts: Sequence[Quantity], object_: int | str | Reading) -> Amount | None:
    """Of the sentence's amounts the object itself where it says more than its literal, else the one that the wording asks for, else one
    that hangs on the predicate itself or on its object."""
    found: Quantity | None
    if isinstance(object_, Reading) and object_.amount is not None:
        found = object_.amount
    elif match.amount is not None:
        found = next((q for q in amounts if q.start <= match.amount < q.end), None)
    else:
        near = [q for q in amounts if _hangs_on(doc.root(q.start, q.end), doc[match.trigger])]
        found = min(near, key=lambda q: abs(q.start - match.trigger), default=None)
    if found is None:
        return None
    words = Span(doc, found.start, found.end)
    low = None if found.high is not None and _is_shared(doc, match, found) else found.low
    return Amount(words.text, words.start_char, words.end_char, low, found.high, found.currency, found.unit)


def _is_shared(doc: Doc, match: Match, amount: Quantity) -> bool:
    """Whether an amount is what several came to together, of whom the statement names one, whose share is at most that much: "Roe and Lee
    gave a combined $3 million"."""
    several = [one for i in (match.subject, match.object) if i is not None and (one := _first(doc[i])) is not None]
    beside = (child for one in (*several, doc[match.trigger]) for child in one.children)
    said = {token.lower_ for token in (*doc[amount.start : amount.end], *beside)}
    return bool(several) and (not TOGETHER.isdisjoint(said) or doc.words(amount.start, amount.end).endswith("between them"))


def _first(token: Token) -> Token | None:
    """The first of several that a word is one of ("Roe and his wife, Lee"); None where it stands alone."""
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        joined, token = token.dep_ == "conj", token.head
        if joined:
            return token
    return token if any(child.dep_ == "conj" for child in token.children) else None


def _hangs_on(token: Token, over: Token) -> bool:
    """Whether a word depends on another with no other clause between them."""
    for _ in range(6):
        if token == over:
            return True
        if token.pos_ in {"VERB", "AUX"} or token.head == token:
            return False
        token = token.head
    return False


def _told_when(verb: Token, moments: Sequence[Time]) -> Time | None:
    """The time that a clause with "when" tells more of: "on May 9, when X decided to buy Y"."""
    if verb.pos_ != "VERB":
        return None  # "granted the request" tells nothing of when it was made
    while verb.dep_ in {"xcomp", "acl", "dobj"} and verb.head is not verb:
        verb = verb.head
    mark = next((c.i for c in verb.lefts if c.lower_ == "when"), 0) if verb.dep_ in {"relcl", "advcl"} else 0
    before = mark - 1 - (mark > 1 and verb.doc[mark - 1].text == ",")
    return next((one for one in moments if one.start <= before < one.end), None)


def when(doc: Doc, match: Match, moments: Sequence[Time], object_: int | str | Reading) -> When | None:
    """The time that hangs on the predicate; a date that is the object itself is none besides."""
    if isinstance(object_, Reading):
        moments = [one for one in moments if one.end <= object_.start or object_.end <= one.start]
    trigger = doc[match.trigger]
    for token in (trigger, doc[match.object]) if match.pattern.nominal else ():
        for child in token.children:
            if child.lower_ in FORMER | INCOMING and child.dep_ in {"amod", "compound", "advmod", "nmod"}:
                return When(child.text, child.idx, child.idx + len(child.text), None)
    near = [m for m in moments if doc.root(m.start, m.end).dep_ in _TIME_DEPENDENCIES and _hangs_on(doc.root(m.start, m.end), trigger)]
    best = min(near, key=lambda m: abs(m.start - match.trigger), default=None) or _told_when(trigger, moments)
    if best is None:
        return None
    words = Span(doc, best.start, best.end)
    return When(words.text, words.start_char, words.end_char, best.edtf)

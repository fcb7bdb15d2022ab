"""Phrases that trigger words may speak of: names with all that belongs to them, known individuals, noun phrases, dates and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.language.annotations import Mention, read
from kg.language.lexicon import CLOSE_QUOTES, OPEN_QUOTES
from kg.language.tokens import Doc, Token
from kg.language.values import XSD, Reading, Values, is_date
from kg.ontology.model import Individual

Kind = Literal["name", "noun", "quotation", "value"]

_JOINING = frozenset("of de di da del della du des van von der den for y the la le at el al bin".split())
_INNER_JOINING = frozenset({"at", "the"})  # these join only what the recogniser takes for one name
_NO_NAMES = frozenset({"PRON", "SCONJ"})
_OPENING = frozenset({"ADP", "DET", "ADV", "VERB", "AUX", "CCONJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_FIRM = frozenset("inc inc. ltd ltd. llc corp corp. co co. plc jr jr. sr sr.".split())
_HYPHENS = frozenset({"-", "–", "/"})
_AFTER_POINT = 2  # letters of an initial or abbreviation
_LONGEST = 40  # tokens of a quotation


@dataclass(frozen=True, slots=True)
class Phrase:
    """A range of tokens, the name that it has (`label`: the ontology's or the article's fullest), and what the recogniser takes it for
    ("" where it doesn't know); `known` is the class of an individual of the ontology."""

    start: int
    end: int
    kind: Kind
    label: str
    ner: str = ""
    known: str | None = None

    def overlaps(self, other: Phrase) -> bool:
        return self.start < other.end and other.start < self.end


def phrases(doc: Doc, values: Values, individuals: Mapping[str, Individual]) -> list[Phrase]:
    """The phrases of one Doc in order; parts of a noun phrase are phrases too, as "energy" is of "energy industry"."""
    quoted = list(_quotations(doc))
    taken = {i for start, end in quoted for i in range(start, end)}
    literal = [one for one in _values(doc, values) if one.start not in taken]
    dated = {i for one in literal if is_date(one.datatype) for i in range(one.start, one.end)}
    names = _names(doc, taken | dated)
    inside = {i for start, end in names for i in range(start, end)}
    found = [Phrase(start, end, "quotation", doc.words(start, end)) for start, end in quoted]
    found += [Phrase(one.start, one.end, "value", doc.words(one.start, one.end)) for one in literal if one.start not in inside]
    found += [_named(doc, start, end, names, individuals) for start, end in names]
    found += [Phrase(start, end, "name", doc.words(start, end), "GPE") for start, end in _closed(doc, names, individuals)]
    covered = inside | taken | {i for one in literal for i in range(one.start, one.end)}
    found += [_noun(doc, start, end, individuals) for start, end in _nouns(doc, covered)]
    unique = {(one.start, one.end): one for one in reversed(found)}
    return sorted(unique.values(), key=lambda one: (one.start, -one.end))


def _values(doc: Doc, values: Values) -> Iterator[Reading]:
    """Dates and numbers."""
    last = -1
    for token in doc:
        if token.i < last or token.is_space:
            continue
        date = values.at(token.i, XSD + "date") if token.text[0].isdigit() or token.text[0].isupper() else None
        read = date or (values.at(token.i, XSD + "decimal") if _is_number(token) else None)
        if read is not None:
            last = read.end
            yield read


def _is_number(token: Token) -> bool:
    """Whether a word is a figure, with or without a currency's sign, or a number but "one", which may be anyone."""
    return any(one.isdigit() for one in token.text[:2]) or (token.pos_ == "NUM" and token.lower_ != "one")


def _quotations(doc: Doc) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks and is short enough for a name."""
    start: int | None = None
    for token in doc:
        closes = start is not None and token.text in CLOSE_QUOTES
        if closes and start is not None and 0 < token.i - start <= _LONGEST and token.sent.start == doc[start].sent.start:
            yield start, token.i
        if closes:
            start = None
        elif token.text in OPEN_QUOTES:
            start = token.i + 1


# -- names ------------------------------------------------------------------------------------------------------------------------------


def _names(doc: Doc, taken: Set[int]) -> list[tuple[int, int]]:
    """Runs of capitals with the small words that join them, a title apart from the person behind it, "Inc." with its firm."""
    persons = {one.end: one.start for one in doc.ents if one.label_ == "PERSON" and one.end - one.start > 1}
    found: list[tuple[int, int]] = []
    for start, end in _runs(doc, taken):
        person = persons.get(end, start)
        titled = start < person and doc[person - 1].lower_ not in _JOINING
        for left, right in [(start, person), (person, end)] if titled else [(start, end)]:
            last = found[-1] if found else None
            if last is not None and left == last[1] + 1 and doc[last[1]].text == "," and _is_firm(doc, left, right):
                found[-1] = last[0], right
            else:
                found.append((left, right))
    return found


def _runs(doc: Doc, taken: Set[int]) -> Iterator[tuple[int, int]]:
    entity = {i: (one.start, one.label_) for one in doc.ents for i in range(one.start, one.end)}
    i = 0
    while i < len(doc):
        end = _end(doc, i, taken, entity) if i not in taken and _begins(doc[i], doc) else i
        if end > i:
            yield i, end
        i = max(end, i + 1)


def _begins(token: Token, doc: Doc) -> bool:
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    first = token.i == token.sent.start
    if token.text[0].isdigit():  # "the 11 November School", "7 Days"
        opens = first or doc[token.i - 1].lower_ == "the"
        return opens and after is not None and after.text[0].isupper() and after.pos_ in {"PROPN", "NOUN", "ADJ", "X"}
    if not token.text[0].isupper() or token.pos_ in _NO_NAMES or (first and token.pos_ == "DET"):
        return False
    return not (first and (token.pos_ in _OPENING or _is_ordinary(token)) and not token.ent_type_)


def _is_ordinary(token: Token) -> bool:
    """Whether a sentence's first word is capital for that alone: "Born in Ohio", "Founded in 1911"."""
    return token.tag_ in {"VBN", "VBG"}


def _end(doc: Doc, start: int, taken: Set[int], entity: Mapping[int, tuple[int, str]]) -> int:
    i = start + 1
    while i < len(doc) and i not in taken:
        token = doc[i]
        same = i in entity and entity.get(i - 1) == entity[i]
        if token.i == token.sent.start:
            break
        initial = len(doc[i - 1].text) <= _AFTER_POINT and doc[i - 1].text[0].isupper() and i + 1 < len(doc)
        if (token.text[0].isupper() and token.pos_ != "PRON") or (token.text == "." and initial):
            i += 1
        elif token.text in _HYPHENS and not token.whitespace_ and not doc[i - 1].whitespace_ and i + 1 < len(doc):
            i += 2
        elif token.text[0].isdigit() and same:
            i += 1
        else:
            after = _joined(doc, i, taken, entity)
            if after is None:
                break
            i = after
    return i


def _joined(doc: Doc, i: int, taken: Set[int], entity: Mapping[int, tuple[int, str]]) -> int | None:
    """Where a name goes on after the small words at a token: "Bank of the West"; None where it doesn't."""
    k = i
    while k < len(doc) and k - i < 3 and doc[k].lower_ in _JOINING and k not in taken:
        k += 1
    if k == i and (doc[i].lower_ in {"and", "&"} or doc[i].tag_ == "POS"):
        k = i + 1
    if k == i or k >= len(doc) or k in taken or not doc[k].text[0].isupper() or doc[k].pos_ == "PRON":
        return None
    one_name = k in entity and entity.get(k - 1) == entity[k]
    needs = doc[i].lower_ in _INNER_JOINING or doc[i].lower_ == "and" or doc[i].tag_ == "POS"
    return k + 1 if one_name or not needs else None


def _is_firm(doc: Doc, start: int, end: int) -> bool:
    return all(token.lower_ in _FIRM for token in doc[start:end])


def _named(doc: Doc, start: int, end: int, names: list[tuple[int, int]], individuals: Mapping[str, Individual]) -> Phrase:
    text = doc.words(start, end)
    known = individuals.get(text)
    labels = Counter(token.ent_type_ for token in doc[start:end] if token.ent_type_)
    ner = max(labels, key=lambda label: (labels[label], label), default="")
    if known is not None:
        return Phrase(start, end, "name", known.label, ner, known.type)
    return Phrase(start, end, "name", _fullest(doc, start, end, names), ner)


def _closed(doc: Doc, names: list[tuple[int, int]], individuals: Mapping[str, Individual]) -> Iterator[tuple[int, int]]:
    """Names that a known one closes after a comma: "Boise, Idaho"."""
    for (start, end), (last, stop) in pairwise(names):
        known = individuals.get(doc.words(last, stop))
        if last == end + 1 and doc[end].text == "," and known is not None and known.closes_name:
            yield start, stop


def _fullest(doc: Doc, start: int, end: int, names: list[tuple[int, int]]) -> str:
    """The longer name, said before, that this is the beginning or the end of."""
    words = [token.text for token in doc[start:end]]
    for left, right in names:
        if right > start:
            break
        longer = [token.text for token in doc[left:right]]
        if len(longer) > len(words) and words in (longer[: len(words)], longer[-len(words) :]):
            return doc.words(left, right)
    return doc.words(start, end)


# -- nouns ------------------------------------------------------------------------------------------------------------------------------


def _noun(doc: Doc, start: int, end: int, individuals: Mapping[str, Individual]) -> Phrase:
    text = doc.words(start, end)
    known = individuals.get(text)
    return Phrase(start, end, "noun", known.label if known else text, known=known.type if known else None)


def _nouns(doc: Doc, covered: Set[int]) -> Iterator[tuple[int, int]]:
    """Noun phrases with what they begin and what they end with."""
    for mention in read(doc, Mention):
        if mention.kind != "noun" or not covered.isdisjoint(range(mention.start, mention.end)):
            continue
        for start in range(mention.start, mention.end):
            for end in range(start + 1, mention.end + 1):
                outer = start == mention.start or end == mention.end
                if outer and doc[start].pos_ in _NOMINAL and doc[end - 1].pos_ in _NOMINAL - {"VERB"}:
                    yield start, end

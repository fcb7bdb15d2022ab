"""Names whole: broken ones joined, and those that hold more than proper nouns: numbers, owners, phrases, sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from kg.language.numbers import has_number
from kg.language.quoted import OPENING, titles
from kg.language.tokens import Doc, Token
from kg.ontology.nouns import Nouns

_COMMON = frozenset({"NN", "NNS", "VBG"})
_IN_TITLES = frozenset({"of", "in", "for", "from", "and", "to", "with", "without"})
_IN_BARE_TITLES = frozenset({"of", "for"})
_APOSTROPHES = frozenset({"'", "’"})
_STREETS = frozenset("street road lane avenue square row terrace drive quay crescent gardens".split())
_NO_OWNERS = frozenset({"DATE", "TIME", "NORP", "PERSON"})
_IN_SLOGANS = frozenset("our your my we us for with against not no all more who i".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: its tokens, its head, the recogniser's label for it ("" where it has none), whether the document makes that label
    sure, and whether a place's name is only ever used as an agent's."""

    start: int
    end: int
    head: int
    label: str
    sure: bool = False
    acts: bool = False


def words_of(doc: Doc, name: Name) -> tuple[str, ...]:
    """A name's words without marks."""
    return tuple(t.text for t in doc[name.start : name.end] if t.text[0].isalnum())


def joined(doc: Doc, names: Sequence[Name], nouns: Nouns, words: Container[str]) -> list[Name]:
    """Names that the recogniser broke, whole: a word just before a name that modifies it belongs to it. `words` are those that English
    has."""
    found: list[Name] = []
    taken = {i for one in names for i in range(one.start, one.end)}
    for name in (_begun_before(doc, one, nouns, taken, words) for one in sorted(names, key=lambda n: n.start)):
        last = found[-1] if found else None
        broken = (
            last is not None
            and last.end == name.start
            and (last.end == last.start + 1 or (not (last.label and name.label) and not _is_post(doc, last, nouns)))
            and doc[last.head].dep_ == "compound"
            and name.start <= doc[last.head].head.i < name.end
            and (
                not last.label
                or not name.label
                or (last.label == name.label and name.end == name.start + 1)
                or (name.label == "PERSON" and last.label in {"ORG", "GPE"} and _is_english(doc[name.end - 1], words))
            )
            and words_of(doc, last) not in nouns.known
        )
        if last is not None and broken:
            found[-1] = Name(last.start, name.end, doc.root(last.start, name.end).i, name.label or last.label)
        elif last is not None and last.end + 1 == name.start and doc[last.end].text == "&":  # "Roe & Partridge"
            found[-1] = Name(last.start, name.end, doc.root(last.start, name.end).i, "ORG")
        else:
            found.append(name)
    return found


def _is_post(doc: Doc, name: Name, nouns: Nouns) -> bool:
    words = tuple(t.lower_ for t in doc[name.start : name.end])
    return any(known in of for known in (words, words[-1:]) for of in (nouns.titles, nouns.roles))


def _begun_before(doc: Doc, name: Name, nouns: Nouns, taken: set[int], words: Container[str]) -> Name:
    """A name with the word before it that modifies it, no name and no title itself: "the Coast Classic", and "Three Rivers Wine" where it
    begins a sentence; and with what else is a title, where the thing of this name is told before: "the ferry Princess Odile"."""
    if not name.start or name.start - 1 in taken:
        return name
    before = doc[name.start - 1]
    titles = any((before.lower_,) in known for known in (nouns.titles, nouns.roles))
    under = name.start <= before.head.i < name.end
    if not before.text.istitle() or not under or name.label in {"GPE", "NORP"}:
        return name
    if titles:
        kind = doc[name.start - 2] if name.start > 1 else before
        begins = kind.is_lower and kind.dep_ == "compound" and (kind.lower_,) in nouns.labels and (kind.lower_,) not in nouns.roles
    elif before.is_sent_start and name.label != "PERSON":
        numbered = before.tag_ == "CD" and name.end - name.start > 1 and _is_english(doc[name.start], words)
        begins = before.dep_ in {"compound", "amod", "nummod"} and (numbered or not _is_english(before, words))
    else:
        the = name.start > 1 and doc[name.start - 2].lower_ in {"the", "a", "an"}
        begins = the and name.label != "PERSON" and before.tag_ == "NNP" and before.dep_ == "compound"
    return replace(name, start=name.start - 1) if begins else name


def _is_english(token: Token, words: Container[str]) -> bool:
    return token.lower_ in words or token.lower_.removesuffix("s") in words


def numbered(doc: Doc, name: Name) -> Name:
    """A name with the number that goes on with it: "Kestrel 4", "9 Pilgrim Street"."""
    if name.start and doc[name.end - 1].lower_ in _STREETS and doc[name.start - 1].text.isdigit() and doc[name.start - 1].dep_ == "nummod":
        return replace(name, start=name.start - 1)
    if name.end >= len(doc) or name.label in {"GPE", "NORP"}:
        return name
    number = doc[name.end]
    if has_number(number.text) and number.text.istitle() and name.end - name.start > 1:  # "Alpine Rescue Three"
        return replace(name, end=name.end + 1, label=name.label if name.label != "PERSON" else "ORG")
    if name.label == "PERSON":
        return name
    after = doc[name.end + 1] if name.end + 1 < len(doc) else number
    inside = number.dep_ == "nummod" and name.start <= number.head.i < name.end
    inside = inside or (number.dep_ in {"npadvmod", "appos"} and not name.label and after.tag_ == "IN")  # "recognised Solidar 80 after"
    follows = inside and number.text.isdigit() and len(number.text) < 4
    return replace(name, end=name.end + 1) if follows else name


def founded(doc: Doc, names: Sequence[Name], nouns: Nouns) -> list[Name]:
    """The names with houses that are called after somebody, whole: "Saint Brigid's Church", "Eastgate Children's Hospital"."""
    found: list[Name] = []
    for name in sorted(names, key=lambda n: n.start):
        last = found[-1] if found else None
        house = name.end == name.start + 1 and (doc[name.start].lower_,) in nouns.labels and (doc[name.start].lower_,) not in nouns.roles
        house = house or (name.end == name.start + 1 and last is not None and doc[last.start].text.rstrip(".") in {"St", "Saint"})
        if last is not None and house and _is_patron(doc, last, name, nouns):
            found[-1] = Name(last.start, name.end, name.head, name.label or last.label)
        else:
            found.append(name)
    return found


def owned(doc: Doc, names: Sequence[Name], dead: set[int], nouns: Nouns, words: Container[str]) -> list[Name]:
    """The names with those that begin with a common noun's possessive, whole: "Tinker's Mound", "the Abbot's Carpet"."""
    found: list[Name] = []
    unowning: Counter[str] | None = None  # how often each word stands without a possessive's mark
    for mark in doc[1:-1]:
        if mark.tag_ != "POS" and mark.text not in _APOSTROPHES:
            continue
        owner, first = doc[mark.i - 1], doc[mark.i + 1]
        possessive = mark.tag_ == "POS" or (
            mark.text in _APOSTROPHES and owner.lower_.endswith("s") and bool(owner.whitespace_ == "" and mark.whitespace_)
        )
        capital = possessive and owner.text.istitle() and first.text.istitle() and owner.i not in dead
        if not capital or not _is_english(owner, words) or owner.ent_type_ in _NO_OWNERS or (owner.text,) in nouns.known:
            continue
        before = doc[owner.i - 1] if owner.i else owner
        named = before is not owner and before.text.istitle() and before.lower_ != "the"  # "Norvale Mill's Tarnbox"
        if unowning is None:
            unowning = Counter(t.text for t in doc if doc[min(t.i + 1, len(doc) - 1)].tag_ != "POS")
        if named or unowning[owner.text] > (mark.tag_ != "POS"):
            continue
        end = next((i for i in range(first.i, len(doc)) if not doc[i].text.istitle()), len(doc))
        found.append(Name(owner.i, end, doc.root(first.i, end).i, ""))
    taken = {i for one in found for i in range(one.start, one.end)}
    return [*(one for one in names if taken.isdisjoint(range(one.start, one.end))), *found]


def quoted(doc: Doc, names: Sequence[Name], dead: set[int]) -> list[Name]:
    """The names with titles in quotation marks, in place of their parts: "Salt and Silver"."""
    spans = [(start, end) for start, end in titles(doc, [t.i for t in doc if t.text in OPENING]) if start not in dead]
    taken = {i for start, end in spans for i in range(start, end)}
    known = {(one.start - (one.start > 0 and doc[one.start - 1].lower_ == "the"), one.end): one for one in names}  # "The Tarn Group"
    found = [known.get(span, Name(*span, doc.root(*span).i, "WORK_OF_ART")) for span in spans]
    return [*(one for one in names if taken.isdisjoint(range(one.start, one.end))), *found]


def _is_patron(doc: Doc, patron: Name, house: Name, nouns: Nouns) -> bool:
    owning = patron.end == house.start - 1 and doc[patron.end].tag_ == "POS"
    if doc[patron.start].text.rstrip(".") in {"St", "Saint"}:
        return owning
    whole = patron.label in {"", "ORG", "FAC"} or (patron.label == "PERSON" and patron.end - patron.start > 1)
    return owning and whole and words_of(doc, patron) not in nouns.known


def landed(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names with those that a place or a house goes on with, whole: "the Duke of Arden"."""
    starts = {one.start: one for one in names}
    found: list[Name] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: n.start):
        then = starts.get(name.end + 1)
        alone = name.end == name.start + 1 and not name.label and name.start > 0 and doc[name.start - 1].lower_ == "the"
        if then is not None and alone and doc[name.end].lower_ == "of":
            found.append(Name(name.start, then.end, name.head, ""))
            taken.add(then.start)
        elif name.start not in taken:
            found.append(name)
    return found


def entitled(doc: Doc, names: Sequence[Name], dead: set[int], nouns: Nouns, words: Container[str]) -> list[Name]:
    """The names with titles that are phrases, in place of their parts: "Letters from Sundry Islands", "Beekeeping for Widows", "Climate of
    Lies". `words` are those that English has."""
    found: list[Name] = []
    for token in doc[1:-2]:
        plain = token.tag_ in _COMMON or (doc[token.i + 1].lower_ in _IN_BARE_TITLES and _is_mere_noun(token, nouns, words))
        common = plain and token.text.istitle() and not token.is_sent_start and token.i not in dead
        after = doc[token.i + 1], doc[token.i + 2]
        if (
            common
            and after[0].lower_ in _IN_TITLES
            and after[1].text[0].isupper()
            and after[1].ent_type_ != "DATE"
            and (token.lower_,) not in nouns.roles
        ):
            end = next((i for i in range(token.i + 2, len(doc)) if not doc[i].text[0].isupper()), len(doc))
            found.append(Name(token.i, end, token.i, ""))
    taken = {i for one in found for i in range(one.start, one.end)}
    return [*(one for one in names if taken.isdisjoint(range(one.start, one.end))), *found]


def _is_mere_noun(token: Token, nouns: Nouns, words: Container[str]) -> bool:
    """Whether a word was only taken for a name because of its capital, and is no house's, office's or body's noun."""
    forms = {token.lower_, token.lower_.removesuffix("s"), token.lower_.removesuffix("es")}
    named = token.ent_type_ or any((one,) in known for one in forms for known in (nouns.labels, nouns.titles))
    return token.tag_ in {"NNP", "NNPS"} and token.dep_ != "compound" and not named and any(one in words for one in forms)


def with_slogans(doc: Doc, names: Sequence[Name], dead: set[int]) -> list[Name]:
    """The names with those that are sentences themselves, in place of their parts: "Save Our Riverside", "For Our Future"."""
    found: list[Name] = []
    start: int | None = None
    for token in doc:
        capital = token.i not in dead and token.text[0].isupper() and token.text.isalpha() and not token.is_sent_start
        if capital and start is None:
            start = token.i
        elif not capital and start is not None:
            run = doc[start : token.i]
            if len(run) > 2 and sum(t.lower_ in _IN_SLOGANS for t in run) and run[-1].lower_ not in _IN_SLOGANS:
                found.append(Name(start, token.i, doc.root(start, token.i).i, "ORG"))
            start = None
    taken = {i for one in found for i in range(one.start, one.end)}
    return [*(one for one in names if taken.isdisjoint(range(one.start, one.end))), *found]

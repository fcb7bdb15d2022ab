"""Mentions: names (the recogniser's, repaired), noun phrases and pronouns, each with the classes it could have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.article import Role
from kg.language.annotations import BlockRange, Mention, read, write
from kg.language.lexicon import PRONOUNS
from kg.ontology.model import Ontology
from kg.ontology.nouns import Nouns, nouns

_LEFT_OF_HEAD = frozenset({"compound", "amod", "nummod", "nmod", "poss", "quantmod", "npadvmod", "advmod"})
_TIME_OR_NUMBER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
# What the recogniser calls a single unknown word it often mistakes for: such a name may also be an organisation's.
_DOUBTFUL = frozenset({"PERSON", "PRODUCT", "WORK_OF_ART", "LAW", "FAC", "EVENT", "LOC", "NORP"})
_NOT_IN_NAMES = frozenset({"VERB", "AUX", "ADP", "ADV", "DET", "PRON", "SCONJ", "CCONJ", "PUNCT", "SPACE", "PART", "INTJ"})


class Mentions:
    """The component `kg_mentions`: it needs the ontology's nouns and what classes the recogniser's labels give."""

    def __init__(self, ontology: Ontology) -> None:
        self.nouns: Nouns = nouns(ontology)
        self.by_ner: dict[str, tuple[str, ...]] = {}
        self.plural = {iri: _plural_of(iri, ontology) for iri in ontology.classes}
        for one in ontology.classes.values():
            for label in one.ner_labels:
                self.by_ner[label] = (*self.by_ner.get(label, ()), one.iri)

    def __call__(self, doc: Doc) -> Doc:
        dead = {i for b in read(doc, BlockRange) if b.role == Role.BOILERPLATE for i in range(b.start, b.end)}
        titled = {i for b in read(doc, BlockRange) if b.role == Role.HEADLINE for i in range(b.start, b.end)}
        fixed = self._fixed(doc)
        names = [n for n in self._names(doc, dead, titled) if n.start not in fixed and n.end - 1 not in fixed]
        found = [self._named(doc, n) for n in names]
        taken = {i for m in found for i in range(m.start, m.end)}
        for token in doc:
            if token.i not in taken and token.i not in dead and fixed.get(token.i, token.i) == token.i:
                found += self._other(token)
        write(doc, Mention, tuple(sorted(found, key=lambda m: (m.head, m.start))))
        return doc

    def _fixed(self, doc: Doc) -> dict[int, int]:
        """The tokens of nouns that hold a preposition ("secretary of state"), each with its noun's head."""
        lower = [t.lower_ for t in doc]
        found: dict[int, int] = {}
        for token in doc:
            if token.i not in found and token.pos_ in {"NOUN", "PROPN"}:
                found.update((token.i + n, token.i) for n in range(self.nouns.fixed(lower[token.i : token.i + 5])))
        return found

    # -- names ---------------------------------------------------------------------------------------------------------------------------

    def _names(self, doc: Doc, dead: set[int], titled: set[int]) -> list[_Name]:
        """The recogniser's names, trimmed, and runs of proper nouns that it passed over; labels agree over the document."""
        found: list[_Name] = []
        taken: set[int] = set()
        for ent in doc.ents:
            if ent.label_ in self.by_ner:
                for start, end in self._trimmed(doc, ent.start, ent.end):
                    if not dead & set(range(start, end)):
                        found.append(_Name(start, end, _head(doc, start, end), ent.label_))
                        taken.update(range(start, end))
        timed = {t.i for e in doc.ents if e.label_ in _TIME_OR_NUMBER for t in e}
        for start, end in _proper_runs(doc, taken | dead | timed):
            for left, right in self._trimmed(doc, start, end):
                if not self._is_noun(doc, left, right):
                    found.append(_Name(left, right, _head(doc, left, right), ""))
        return _agreed(doc, found, titled)

    def _is_noun(self, doc: Doc, start: int, end: int) -> bool:
        """A capitalised noun ("CEO", "Chairman") or an abbreviation ("Mont.") is no name by itself."""
        if end - start > 1:
            return False
        word = doc[start]
        return (word.lower_,) in self.nouns.labels or word.text.endswith(".") or len(word.text) < 2

    def _trimmed(self, doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A name without determiner, title, verb, bracket or line break; nothing where nothing proper is left."""
        for i in range(start, end):
            if doc[i].is_space or doc[i].text in {"by", "(", "—", "–", "--", ":", ";", "|"}:
                yield from self._trimmed(doc, start, i)
                yield from self._trimmed(doc, i + 1, end)
                return
        while start < end:
            title = self._title(doc, start)
            if title:
                start += title
            elif end - start > 1 and doc[start + 1].text != "-" and (doc[start].pos_ in _NOT_IN_NAMES or doc[start].text in {"'s", "’s"}):
                start += 1
            else:
                break
        while start < end - 1 and (doc[end - 1].pos_ in _NOT_IN_NAMES or doc[end - 1].tag_ == "POS" or not doc[end - 1].text[0].isalnum()):
            end -= 1
        while start >= 2 and start < end and _is_hyphen(doc[start - 1]):
            start -= 2
        if 3 <= start < end and doc[start - 1].tag_ == "POS" and _is_owner(doc[start - 2]):
            start -= 2
        end = self._extended(doc, end)
        cut = next(
            (i for i in range(start, end) if doc[i].pos_ in {"VERB", "AUX"} and doc[i].dep_ in {"ROOT", "ccomp", "relcl", "conj"}), end
        )
        end = cut
        if (
            start < end
            and doc[start].tag_ != "PRP"
            and any(t.text[0].isupper() or t.text[0].isdigit() for t in doc[start:end])
            and not doc[start:end].text.isdigit()
        ):
            yield start, end

    def _extended(self, doc: Doc, end: int) -> int:
        """The end of a name whose last words the recogniser left out: "Lodestar" of "Lodestar Nine"."""
        while end < len(doc) and doc[end - 1].dep_ == "compound" and doc[end - 1].head.i == end:
            word = doc[end]
            plain = (word.lower_,) in self.nouns.labels or (word.lower_,) in self.nouns.titles
            if plain or not word.text[0].isupper() or word.ent_type_ not in {"", "CARDINAL"}:
                break
            end += 1
        return end

    def _title(self, doc: Doc, start: int) -> int:
        """How many tokens from here are a title that stands before a person's name ("Sen.", "Attorney General")."""
        for length in (3, 2, 1):
            words = tuple(t.lower_ for t in doc[start : start + length])
            after = start + length
            if words in self.nouns.titles and after < len(doc) and doc[after].text[:1].isupper() and doc[after].pos_ == "PROPN":
                return length
        return 0

    def _named(self, doc: Doc, name: _Name) -> Mention:
        """A name as a mention; "city of Dayton" is one name, of the class that its noun names."""
        places = self.by_ner.get("GPE", ())
        if name.start >= 2 and doc[name.start - 1].lower_ == "of":
            types = self.nouns.labels.get((doc[name.start - 2].lower_,), ())
            if any(t in places for t in types):
                return Mention(name.start - 2, name.end, name.head, "name", places)
        return Mention(name.start, name.end, name.head, "name", self._types(doc, name))

    def _types(self, doc: Doc, name: _Name) -> tuple[str, ...]:
        is_person = name.label == "PERSON" and name.end - name.start > 1
        own = self.nouns.of_name([t.text for t in doc[name.start : name.end]], proper=is_person)
        given = self.by_ner.get(name.label, ())
        if is_person and not own:
            return given
        doubtful = (name.label in _DOUBTFUL and not name.sure) or name.acts
        return tuple(dict.fromkeys((*own, *given, *(self.by_ner.get("ORG", ()) if doubtful else ()))))

    # -- the rest ------------------------------------------------------------------------------------------------------------------------

    def _other(self, token: Token) -> Iterator[Mention]:
        if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET", "ADJ"}:
            yield Mention(token.i, token.i + 1, token.i, "pronoun", ())
        elif (token.pos_ in {"NOUN", "PROPN"} or (token.dep_ == "pobj" and token.tag_ == "VBZ")) and token.ent_type_ not in {
            "MONEY",
            "PERCENT",
            "TIME",
        }:
            if token.ent_type_ == "DATE" or not token.text[0].isalpha():
                return
            start, end = phrase(token)
            types, longer = self._noun_types(token, start)
            yield Mention(start, end + longer, token.i, "noun", types)
        elif token.dep_ in {"amod", "nmod", "compound", "npadvmod", "attr", "pobj", "appos", "acomp"} and token.pos_ in {"ADJ", "X", "NUM"}:
            types = self.nouns.hidden.get((token.text,), ())
            if types:
                yield Mention(token.i, token.i + 1, token.i, "modifier", types)

    def _noun_types(self, head: Token, start: int) -> tuple[tuple[str, ...], int]:
        """The classes that a noun phrase names, and how many tokens after the head belong to its name ("secretary of state")."""
        before = [t.lower_ for t in head.doc[start : head.i]]
        for last in dict.fromkeys((head.lemma_.lower(), head.lower_)):
            for length in (
                ()
                if not head.is_alpha or (head.dep_ in {"compound", "nmod", "amod"} and head.i + 1 < len(head.doc) and head.head.i > head.i)
                else (4, 3, 2, 1)
            ):
                after = [t.lower_ for t in head.doc[head.i + 1 : head.i + 1 + length]]
                types = self.nouns.labels.get((last, *after), ()) or self.nouns.titles.get((last, *after), ())
                if types and len(after) == length:
                    return types, length
            types = self.nouns.of_noun([*before, last])
            if types:
                return self._plural(types, head), 0
        return self.nouns.hidden.get((head.text,), ()) or self.nouns.hidden.get((head.lemma_,), ()), 0

    def _plural(self, types: tuple[str, ...], head: Token) -> tuple[str, ...]:
        """Several unnamed members together may be a class of their own: workers are a group."""
        if head.tag_ not in {"NNS", "NNPS"}:
            return types
        return tuple(dict.fromkeys(plural or iri for iri in types for plural in [self.plural.get(iri)]))


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    head: int
    label: str
    sure: bool = False
    acts: bool = False


def phrase(head: Token) -> tuple[int, int]:
    """A noun phrase's range from its first modifier (no determiner, no pronoun) to its head."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in _LEFT_OF_HEAD and child.pos_ not in {"PRON", "DET"}:
            start = min(start, child.left_edge.i)
    tokens = head.doc[start : head.i]
    for token in tokens:
        hyphened = token.i + 1 < head.i and head.doc[token.i + 1].text == "-"
        if hyphened:
            break
        if token.pos_ in {"DET", "PRON", "PUNCT", "SPACE", "ADV", "CCONJ", "ADP"} or token.lower_ in {
            "such",
            "other",
            "own",
            "same",
            "several",
            "many",
            "few",
        }:
            start = token.i + 1
        else:
            break
    return start, head.i + 1


def _head(doc: Doc, start: int, end: int) -> int:
    return int(doc[start:end].root.i)


def _proper_runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for token in doc:
        proper = token.pos_ == "PROPN" and token.i not in taken and token.text[0].isalpha() and not token.is_space
        proper = proper or (start is not None and _is_hyphen(token))
        if proper and start is None:
            start = token.i
        elif not proper and start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _is_owner(token: Token) -> bool:
    """The first word of a name such as "the Children's Fund": a capitalised noun that is no name by itself."""
    plural = token.tag_ in {"NNS", "NNPS"} or (token.tag_ == "NNP" and not token.ent_type_)
    return plural and token.text[0].isupper() and token.doc[token.i - 1].lower_ == "the"


def _is_hyphen(token: Token) -> bool:
    """A hyphen within a name: "Tri-Valley"."""
    inside = 0 < token.i < len(token.doc) - 1 and token.text == "-" and not token.whitespace_ and not token.doc[token.i - 1].whitespace_
    return inside and token.doc[token.i + 1].text[0].isupper() and token.doc[token.i - 1].text[0].isupper()


def _agreed(doc: Doc, names: list[_Name], titled: set[int]) -> list[_Name]:
    """Each name with the label that its other occurrences give it; in a headline only names that the article has elsewhere, or none."""
    votes: dict[str, Counter[str]] = {}
    surnames: dict[str, Counter[str]] = {}
    for name in names:
        words = _words(doc, name)
        if name.label and name.start not in titled:
            votes.setdefault(" ".join(words), Counter())[name.label] += 1
            if name.label == "PERSON" and len(words) > 1:
                surnames.setdefault(words[-1], Counter())["PERSON"] += 1
    seen = {" ".join(_words(doc, name)) for name in names if name.start not in titled}
    placed = {" ".join(_words(doc, name)) for name in names if _is_place_of(doc[name.head])}
    found: list[_Name] = []
    for name in names:
        words = _words(doc, name)
        if not words or (not name.label and name.start in titled and " ".join(words) not in seen):
            continue
        label, sure = name.label, False
        if len(words) == 1 and words[0] in surnames:
            label, sure = "PERSON", True
        elif label == "ORG" and len(words) == 2 and votes.get(words[-1], Counter())["PERSON"] > votes.get(words[-1], Counter())["ORG"]:
            label, sure = "PERSON", True  # "Rufus Penn", whom the article goes on to call Penn
        elif " ".join(words) in votes:
            label = votes[" ".join(words)].most_common(1)[0][0]
        acts = label == "GPE" and len(words) == 1 and " ".join(words) not in placed
        found.append(_Name(name.start, name.end, name.head, label, sure, acts))
    return found


def _is_place_of(token: Token) -> bool:
    """Whether something is in, from or near it, or it tells where something is ("Ohio voters")."""
    return (token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "from", "near", "across", "throughout", "to"}) or (
        token.dep_ in {"compound", "appos", "nmod", "npadvmod", "poss"}
    )


def _words(doc: Doc, name: _Name) -> list[str]:
    return [t.text for t in doc[name.start : name.end] if t.text[0].isalnum()]


def heads(mentions: Iterable[Mention]) -> dict[int, int]:
    """Token → index of the mention it belongs to: every token of a name, the head of all else."""
    found: dict[int, int] = {}
    for n, mention in enumerate(mentions):
        if mention.kind == "name":
            found.update((i, n) for i in range(mention.start, mention.end))
        else:
            found[mention.head] = n
    return found


def _plural_of(iri: str, ontology: Ontology, depth: int = 0) -> str | None:
    """The class of several members together: the class's own, else what all its parents agree on (hospitals are no group)."""
    known = ontology.classes.get(iri)
    if known is None or known.plural or depth > len(ontology.classes):
        return known.plural if known is not None else None
    found = {_plural_of(parent, ontology, depth + 1) for parent in known.parents}
    return found.pop() if len(found) == 1 else None

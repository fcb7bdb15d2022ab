"""Mentions: names (the recogniser's, repaired), noun phrases and pronouns, each with the classes it could have."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.article import Role
from kg.language.annotations import BlockRange, Mention, read, write
from kg.language.lexicon import PRONOUNS, TWO
from kg.language.names import NameFinder
from kg.language.tokens import Doc, Token
from kg.language.wholes import Name
from kg.ontology.model import Ontology
from kg.ontology.nouns import JOINING, Nouns, nouns

_LEFT_OF_HEAD = frozenset({"compound", "amod", "nummod", "nmod", "poss", "quantmod", "npadvmod", "advmod"})
_MENTIONING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "X", "NUM", "VERB"})  # what may stand for someone or something
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos"})
# What the recogniser calls a single unknown word it often mistakes for: such a name may also be an organisation's.
_DOUBTFUL = frozenset({"PERSON", "PRODUCT", "WORK_OF_ART", "LAW", "FAC", "EVENT", "LOC", "NORP"})
# What it calls names at all: where an ontology says nothing of it.
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", *_DOUBTFUL})
# What it calls the names of firms and of things that are named after another thing.
_UNSURE = frozenset({"", "PERSON", "ORG", "PRODUCT", "WORK_OF_ART"})


class Mentions:
    """The component `kg_mentions`: it needs the ontology's nouns, what classes the recogniser's labels give, and the words of English."""

    def __init__(self, ontology: Ontology, words: Container[str]) -> None:
        self.nouns: Nouns = nouns(ontology)
        self.by_ner: dict[str, tuple[str, ...]] = {}
        self.plural = {iri: _plural_of(iri, ontology) for iri in ontology.classes}
        for one in ontology.classes.values():
            for label in one.ner_labels:
                self.by_ner[label] = (*self.by_ner.get(label, ()), one.iri)
        self.person = tuple(iri for iri, one in ontology.classes.items() if one.given_names)
        works = self.by_ner.get("WORK_OF_ART", ())
        self.agents = {  # a report speaks as well, but a firm may be named after it: "Rootstock Research"
            iri
            for iri in ontology.classes
            if any(ontology.classes[up].speaks for up in ontology.ancestors(iri) & {*ontology.classes}) and not ontology.is_a(iri, works)
        }
        self.goods = set(self.by_ner.get("PRODUCT", ()))
        self.names = NameFinder(self.nouns, self.by_ner or _NAMED, words)

    def __call__(self, doc: Doc) -> Doc:
        dead = {i for b in read(doc, BlockRange) if b.role == Role.BOILERPLATE for i in range(b.start, b.end)}
        titled = {i for b in read(doc, BlockRange) if b.role == Role.HEADLINE for i in range(b.start, b.end)}
        self._tag(doc)
        fixed = self._fixed(doc)
        names = [n for n in self.names.find(doc, dead, titled) if n.start not in fixed and n.end - 1 not in fixed]
        found = [self._named(doc, n) for n in names]
        found += self._marks(doc, {m.end for m in found})
        taken = {i for m in found for i in range(m.start, m.end)} | {m.start + n for m in found if m.kind == "modifier" for n in (1, 2)}
        for token in doc:
            may_be = token.pos_ in _MENTIONING and token.i not in taken and token.i not in dead
            if may_be and fixed.get(token.i, token.i) == token.i:
                found += self._other(token) if token.i not in titled else self._after_person(doc, [*self._other(token)], found)
        write(doc, Mention, tuple(sorted(found, key=lambda m: (m.head, m.start))))
        return doc

    def _fixed(self, doc: Doc) -> dict[int, int]:
        """The tokens of nouns that hold a preposition ("secretary of state"), each with its noun's head."""
        lower = [t.lower_ for t in doc]
        found: dict[int, int] = {}
        for token in (doc[i] for i in sorted({i - n for i, word in enumerate(lower) if word in JOINING for n in (1, 2, 3)}) if i >= 0):
            if token.i not in found and token.pos_ in {"NOUN", "PROPN"}:
                found.update((token.i + n, token.i) for n in range(self.nouns.fixed(lower[token.i : token.i + 5])))
        return found

    def _tag(self, doc: Doc) -> None:
        """Make a noun of what the tagger took for an adjective before a name: "the trawler Aurora"."""
        for token in doc[1:-1]:
            if token.tag_ == "FW" and token.dep_ in _NOMINAL and token.is_lower:
                token.pos_ = "NOUN"  # "the chicken korma"
            if token.pos_ != "ADJ" or not token.is_lower:
                continue
            known = (token.lower_,) in self.nouns.labels and (token.lower_,) not in self.nouns.roles
            if known and doc[token.i - 1].pos_ == "DET" and doc[token.i + 1].pos_ == "PROPN":
                token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
                token.dep_ = "compound" if token.dep_ == "amod" else token.dep_

    # -- names ---------------------------------------------------------------------------------------------------------------------------

    def _named(self, doc: Doc, name: Name) -> Mention:
        """A name as a mention; "city of Dayton" is one name, of the class that its noun names."""
        places = self.by_ner.get("GPE", ())
        if name.start >= 2 and doc[name.start - 1].lower_ == "of":
            before = doc[name.start - 2]
            types = self.nouns.labels.get((before.lower_,), ())
            if any(t in places for t in types):
                both = tuple(dict.fromkeys((*places, *types)))
                return Mention(name.start - 2, name.end, name.head, "name", both, both)
            if types and before.pos_ == "PROPN" and before.text[0].isupper() and (before.lower_,) not in self.nouns.roles:
                start = before.i  # "the Diocese of Pellan", "the Media Tribunal of Norby"
                while start and doc[start - 1].pos_ == "PROPN" and doc[start - 1].dep_ == "compound" and doc[start - 1].head == before:
                    start -= 1
                return Mention(start, name.end, before.i, "name", types, types)
        types, told = self._types(doc, name)
        if self.person and _is_member(doc, name) and self.nouns.known.get((doc[name.head].text,)) is not None:
            return Mention(name.start, name.end, name.head, "noun", self.person)
        if name.end == name.start + 1 and _is_one_of_a_kind(doc[name.head]) and (doc[name.head].lower_,) in self.nouns.labels:
            return next(self._other(doc[name.head]))
        if _is_some_of(doc[name.head]):
            return Mention(name.start, name.end, name.head, "noun", self._plural(types, doc[name.head]))
        return Mention(name.start, name.end, name.head, "name", types, told)

    def _marks(self, doc: Doc, ends: set[int]) -> Iterator[Mention]:
        """What stands beside a name for someone that the ontology knows: the "D" of "Rowan (D-Ohio)" and of "Rowan, D-Ohio"."""
        for end in sorted(ends):
            if end + 1 < len(doc) and doc[end].text in {"(", ","}:
                known = self.nouns.marks.get(doc[end + 1].text)
                follows = doc[end + 2].text if end + 2 < len(doc) else ""
                if known is not None and follows in ({"-", "–", ")", ","} if doc[end].text == "(" else {"-", "–"}):
                    yield Mention(end + 1, end + 2, end + 1, "modifier", (known.type,))

    def _types(self, doc: Doc, name: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The classes that a name could have, likeliest first, and those that its words tell."""
        words = [t.text for t in doc[name.start : name.end]]
        label = "ORG" if name.label == "PERSON" and "&" in words else name.label  # "Roe & Daughters"
        is_person = label == "PERSON" and len(words) > 1
        known = self.nouns.known.get(tuple(words))
        if known is not None:
            return (known.type,), (known.type,)
        own = self.nouns.of_name(words, proper=is_person)
        given = self.by_ner.get(label, ())
        if own and label in _UNSURE and self.agents.isdisjoint(own):
            # a firm, a ship, a book that is named after a thing: "Tarn Water", "Tin Harbor"
            firm = self.by_ner.get("ORG", ())
            return tuple(dict.fromkeys((*given, *firm, *own) if given and set(own) <= self.goods else (*own, *given, *firm))), ()
        if is_person and not own and (name.sure or words[0] in self.nouns.given):
            return given, given
        doubtful = (label in _DOUBTFUL and not name.sure) or name.acts
        types = tuple(dict.fromkeys((*own, *given, *(self.by_ner.get("ORG", ()) if doubtful else ()))))
        role = (words[-1].lower(),) in self.nouns.roles  # "Baltic Prince" may be a ship
        return types, (() if role or self.agents.isdisjoint(own) else own) or (given if name.sure else ())

    # -- the rest ------------------------------------------------------------------------------------------------------------------------

    def _other(self, token: Token) -> Iterator[Mention]:
        if (token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET", "ADJ"}) or (token.lower_ in TWO and _stands_alone(token)):
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
            known = self.nouns.known.get((token.text,))
            types = (known.type,) if known is not None else self.nouns.hidden.get((token.text,), ())
            if types:
                yield Mention(token.i, token.i + 1, token.i, "modifier", types)

    def _after_person(self, doc: Doc, phrases: Sequence[Mention], names: Sequence[Mention]) -> Iterator[Mention]:
        """Phrases of a headline without the person and the verb before them, whose capital makes them look like a part: "Helen Marsh Sues
        Norvale Mill Owner"."""
        persons = [n for n in names if n.kind == "name" and n.end - n.start > 1 and n.types[:1] == self.person[:1]] if phrases else []
        for one in phrases:
            ends = {n.end for n in persons if n.start == one.start}
            start = max((end for end in ends if end <= one.head and doc[end].tag_ != "POS"), default=one.start)
            verb = start > one.start and doc[start].text.istitle() and doc[start].lower_.endswith("s")
            if verb and (doc[start].lower_.removesuffix("s"),) in self.nouns.roles:
                yield one  # "Helen Marsh Lawyers Sue"
            elif start + verb <= one.head:
                yield replace(one, start=start + verb)

    def _noun_types(self, head: Token, start: int) -> tuple[tuple[str, ...], int]:
        """The classes that a noun phrase names, and how many tokens after the head belong to its name ("secretary of state")."""
        whole = tuple(t.lower_ for t in head.doc[head.i : head.i + 5])
        fixed = self.nouns.fixed(whole)
        if fixed:
            return self.nouns.labels.get(whole[:fixed], ()) or self.nouns.titles.get(whole[:fixed], ()), fixed - 1
        before = [t.lower_ for t in head.doc[start : head.i]]
        for last in dict.fromkeys((head.lemma_.lower(), head.lower_)):
            inside = head.dep_ in {"compound", "nmod", "amod"} and head.i + 1 < len(head.doc) and head.head.i > head.i
            for length in (4, 3, 2, 1) if last in self.nouns.begun and head.is_alpha and not inside else ():
                after = [t.lower_ for t in head.doc[head.i + 1 : head.i + 1 + length]]
                types = self.nouns.labels.get((last, *after), ()) or self.nouns.titles.get((last, *after), ())
                if types and len(after) == length:
                    return types, length
        found = [self.nouns.of_noun([*before, last]) for last in dict.fromkeys((head.lower_, head.lemma_.lower()))]
        if any(found):  # a works is no work, but records are each a record
            return self._plural(tuple(dict.fromkeys(chain(*found))), head), 0
        return self.nouns.hidden.get((head.text,), ()) or self.nouns.hidden.get((head.lemma_,), ()), 0

    def _plural(self, types: tuple[str, ...], head: Token) -> tuple[str, ...]:
        """Several unnamed members together may be a class of their own: workers are a group."""
        if head.tag_ not in {"NNS", "NNPS"}:
            return types
        return tuple(dict.fromkeys(plural or iri for iri in types for plural in [self.plural.get(iri)]))


def _stands_alone(two: Token) -> bool:
    """Whether "the two" or "both" counts nothing that stands beside it."""
    told = two.lower_ == "both" or any(c.lower_ == "the" for c in two.lefts)
    return told and two.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"} and all(c.tag_ == "POS" for c in two.rights)


def phrase(head: Token) -> tuple[int, int]:
    """A noun phrase's range from its first modifier (no determiner, no pronoun) to its head."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in _LEFT_OF_HEAD and child.pos_ not in {"PRON", "DET"}:
            start = min(start, child.left_edge.i)
    before = head.doc[start - 1] if start and head.dep_ == "compound" else None
    while before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and before.head == head.head:
        start = before.i  # "the Rowan campaign spokesman", parsed flat
        before = head.doc[start - 1] if start else None
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


def _is_member(doc: Doc, name: Name) -> bool:
    """Whether a party's or a people's name means one of its members, who was named before: "the Republican said"."""
    head = doc[name.head]
    one = name.end == name.start + 1 and head.pos_ in {"NOUN", "PROPN"} and head.tag_ in {"NN", "NNP"} and not head.text.endswith("s")
    return one and head.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(c.lower_ == "the" and c.dep_ == "det" for c in head.lefts)


def _is_one_of_a_kind(token: Token) -> bool:
    """Whether a noun in capitals has an article, so that it is no name: "a super PAC"."""
    return token.text.isupper() and len(token.text) > 1 and any(c.lower_ in {"a", "an", "another"} for c in token.lefts)


def _is_some_of(token: Token) -> bool:
    """Whether a people's or a party's name means some of its members: "Democrats in Ohio", "her fellow Democrats"."""
    if token.tag_ != "NNPS" or token.ent_type_ not in {"NORP", ""} or any(c.dep_ == "appos" for c in token.children):
        return False  # "two Democrats, Roe and Lee" tells the party of both
    after = any(c.dep_ == "prep" and c.lower_ in {"in", "on", "from", "at"} for c in token.rights)
    return after or any(c.dep_ in {"amod", "nummod", "poss"} for c in token.lefts)


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

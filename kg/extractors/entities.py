"""Referents → entities: the name, the names and the class by which an article's statements speak of someone or something."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.extractors.descriptions import Descriptions, phrases_of, words_of
from kg.language.annotations import Mention, Proposition, Referent, read
from kg.language.lexicon import LIES, PARTITIVES, PLAN_NOUNS, REPORTED
from kg.language.mentions import heads
from kg.language.tokens import Doc, Token
from kg.ontology.model import Ontology
from kg.ontology.patterns import TELLING, TELLING_OF_ALL, TELLING_OF_NAMES
from kg.statement import Entity

_ALL = frozenset({"all", "both", "each", "two"})
_SHORT = 6  # words of a description that serves as a name


class Cast:
    """Everyone and everything one Doc speaks of, by token; entities are made once all statements are known."""

    def __init__(self, doc: Doc, ontology: Ontology) -> None:
        self.doc, self.ontology = doc, ontology
        self.mentions = [*read(doc, Mention)]
        self.at = heads(self.mentions)
        self.referents = [*read(doc, Referent)]
        self.inside: dict[int, int] = {}  # the tokens of what was added, with its head
        self.referent_of = {m: n for n, referent in enumerate(self.referents) for m in referent.mentions}
        self.several = {
            self.mentions[n].head: tuple(self.mentions[m].head for m in one.several)
            for one in self.referents if one.several
            for n in one.mentions if not _is_of_some(doc[self.mentions[n].head])
        }  # fmt: skip
        self._groups = {n for n, one in enumerate(self.referents) if one.several}
        self.descriptions = Descriptions(doc, ontology)
        self.holders: dict[int, list[int]] = {}
        for one in read(doc, Proposition):
            found = [a.token for a in one.arguments if a.role == "holder" and doc[one.predicate].dep_ not in {"attr", "acomp", "oprd"}]
            self.holders.setdefault(one.predicate, []).extend(found)
        speaking = [iri for iri, one in ontology.classes.items() if one.speaks]
        below = [iri for iri in ontology.classes if ontology.is_a(iri, speaking)]
        self.speaking = frozenset([*below, *(up for iri in speaking for up in ontology.ancestors(iri))])
        self.places = frozenset(iri for iri, one in ontology.classes.items() if {"GPE", "LOC"} & set(one.ner_labels))
        self.persons = frozenset(iri for iri, one in ontology.classes.items() if one.given_names)
        self.firms = frozenset(iri for iri, one in ontology.classes.items() if "ORG" in one.ner_labels)
        self.uses: dict[int | str, Counter[str]] = {}
        self.phrases: dict[str, tuple[str, str, bool]] = {}

    def add(self, mention: Mention) -> None:
        """Someone or something that no layer has seen, unless its head is another's."""
        if mention.head not in self.at:
            self.inside.update(dict.fromkeys(range(mention.start, mention.end), mention.head))
            self.at[mention.head] = len(self.mentions)
            self.referent_of[len(self.mentions)] = len(self.referents)
            self.referents.append(Referent((len(self.mentions),), mention.types, mention.types))
            self.mentions.append(mention)

    def key(self, token: int, classes: frozenset[str]) -> int | str | None:
        """What a word stands for where one of these classes is demanded: a referent's number, or an office's words; None: nothing."""
        return self._key(token, classes, self._is_one)

    def likely(self, token: int, classes: frozenset[str], words: int = 1) -> int | str | None:
        """The same where the domain or range of a relation wants the classes, which chooses between what it could be. In a wording of
        several words, a noun that is no class's may name a member of one that nouns tell: what is taken "off the menu" is a dish. What is
        named may be one whatever it was taken for where the wording tells still more."""
        of_nouns, of_names = words in {TELLING, TELLING_OF_ALL}, words >= TELLING_OF_NAMES

        def fitting(referent: Referent, wanted: frozenset[str]) -> bool:
            may_be = self._may_be_any if of_nouns else self._may_be_one
            return may_be(referent, wanted) or (of_names and self._may_be_named(referent))

        return self._key(token, classes, fitting)

    def _key(self, token: int, classes: frozenset[str], fitting: Callable[[Referent, frozenset[str]], bool]) -> int | str | None:
        n = self.at.get(token)
        if n is None:
            return None
        if self._groups and token in self.several:
            return next((key for one in self.several[token] if (key := self._key(one, classes, fitting)) is not None), None)
        referent = self.referent_of.get(n)
        if self._groups and referent in self._groups:
            return None  # one or some of them, who knows whom
        if referent is not None and fitting(self.referents[referent], classes):
            return referent
        for holder in self.holders.get(token, ()):  # "President Lee visited": the parser made the title the subject
            of_holder = self.referent_of.get(self.at.get(holder, -1))
            if of_holder is not None and fitting(self.referents[of_holder], classes):
                return of_holder
        if self.ontology.any_is_a(self.mentions[n].types, classes):  # an office, where its bearer isn't wanted
            words = self._office(self.mentions[n])[0]
            known = self.ontology.by_name.get(words)
            return (known.label if known is not None else words).lower()
        return None

    def _office(self, mention: Mention) -> list[str]:
        """The phrases for an office, that by which it is known first: a body's president is none of a country."""
        phrases, clauses = phrases_of(self.doc, self._bare(mention))
        return [phrases[1], phrases[0], *phrases[2:], *clauses] if len(phrases) > 1 and self._is_in_body(mention) else [*phrases, *clauses]

    def _is_in_body(self, mention: Mention) -> bool:
        """Whether an "of" after an office names an organisation, and no place."""
        of = [c for c in self.doc[mention.end - 1].rights if c.lower_ == "of"]
        found = [self.referent_of.get(self.at.get(c.i, -1)) for prep in of for c in prep.rights if c.dep_ == "pobj"]
        types = [t for n in found if n is not None for t in self.referents[n].types[:1]]
        return any(self.ontology.is_a(t, self.firms) for t in types) and not any(self.ontology.is_a(t, self.places) for t in types)

    def each(self, token: int) -> tuple[int, ...]:
        """The words for those whom a word means together, else the word itself."""
        return self.several.get(token) or (token,)

    def _bare(self, mention: Mention) -> Mention:
        """An office without what tells its holder's party or home before it: "the Ohio-based president"; "New York City mayor" keeps its
        place."""
        based = (t.i for t in self.doc[mention.start : mention.head] if t.lower_ == "based" and t.i and self.doc[t.i - 1].text == "-")
        start = max(based, default=mention.start - 1) + 1
        while start < mention.head and self._is_modifier(start):
            start += 1
        return replace(mention, start=start)

    def _is_modifier(self, token: int) -> bool:
        n = self.at.get(token)
        if n is None or self.mentions[n].kind == "name":
            return n is not None and not any(self.ontology.is_a(t, self.places) for t in self.mentions[n].types) and self.is_known(token)
        return self.mentions[n].kind == "modifier"

    def is_known(self, token: int) -> bool:
        """Whether a word by itself means an individual of the ontology."""
        return self.doc[token].text in self.ontology.by_name

    def fits(self, token: int, classes: frozenset[str], surely: bool) -> bool:
        """Whether a word can stand for a member of one of the classes; `surely`: by the class that it most likely has."""
        key = self.key(token, classes)
        if key is None or not surely or not isinstance(key, int):
            return key is not None
        return self.ontology.any_is_a(self.referents[key].types[:1], classes)

    def suits(self, token: int, classes: frozenset[str], words: int) -> bool:
        """Whether a word can stand for one of those that the domain or range of a relation allows, in a wording of so many words; of
        none: surely, as above."""
        return self.fits(token, classes, words == 0) or (words > 0 and self.likely(token, classes, words) is not None)

    def _is_one(self, referent: Referent, classes: frozenset[str]) -> bool:
        if not referent.told and not classes.isdisjoint(self.ontology.told_by_nouns) and self._has_name(referent):
            return True  # nothing says what a member's name looks like
        if not referent.types:  # a name that nothing tells the class of may be anyone who can speak
            return not self.speaking.isdisjoint(classes) and self._has_name(referent)
        return self.ontology.any_is_a(referent.types, classes)

    def _may_be_one(self, referent: Referent, classes: frozenset[str]) -> bool:
        return self._is_one(referent, classes) or bool(self._possible(referent, classes))

    def _may_be_any(self, referent: Referent, classes: frozenset[str]) -> bool:
        return self._may_be_one(referent, classes) or (not referent.types and bool(self._called_anything(classes)))

    def _may_be_named(self, referent: Referent) -> bool:
        """Whether a name may be anyone's or anything's: none that the ontology knows."""
        mentions = [self.mentions[n] for n in referent.mentions]
        named = any(one.kind == "name" or (self._holds_name(one) and not self._is_no_thing(one)) for one in mentions)
        return named and not any(self._is_known(one) for one in mentions)

    def _is_no_thing(self, mention: Mention) -> bool:
        """Whether a noun is one of what is said or meant, after which no "that" means it: "the Norby rumour that X left"; or no common one,
        but a name that wasn't taken for one."""
        head = self.doc[mention.head]
        return head.text[0].isupper() or head.lemma_.lower() in REPORTED | PLAN_NOUNS | LIES

    def _is_known(self, mention: Mention) -> bool:
        return self.doc.words(mention.start, mention.end) in self.ontology.by_name

    def _called_anything(self, classes: frozenset[str]) -> frozenset[str]:
        """Those of the classes whose members no list of nouns can have in full."""
        return classes & (self.ontology.told_by_nouns | self.ontology.seldom_recognised)

    def _possible(self, referent: Referent, classes: frozenset[str]) -> list[str]:
        """Those of the classes that it could have though nothing says that it has: kin of those that words tell; where no words tell, all
        but a person's, since a guess at a strange name is often wrong, save that what was taken for a place is none of another kind that
        names are known for. Firms may be called like places."""
        is_a = self.ontology.is_a
        known, told, hidden = referent.types, referent.told, self.ontology.told_by_nouns
        firms = {c for c in classes if is_a(c, self.firms)} if self._may_be_after_place(referent) else set[str]()
        if not self._has_name(referent):
            named = not known and any(self._holds_name(self.mentions[n]) for n in referent.mentions)  # "the Norby stewards"
            return sorted(c for c in classes & hidden if named or any(is_a(c, [t]) for t in known))
        if not told:
            is_place = any(is_a(t, self.places) for t in known[:1])
            strange = classes if classes <= self.ontology.seldom_recognised else hidden if is_place else hidden | (classes - self.persons)
            return sorted(c for c in classes if not known or c in strange or any(is_a(c, [t]) for t in known) or c in firms)
        may = classes - (self.persons - hidden)  # no firm is a person for being an agent too
        return sorted(c for c in classes if c in firms or (c in may and any(self._are_kin(c, t) for t in told)))

    def _may_be_after_place(self, referent: Referent) -> bool:
        """Whether a name looks like a place's but is of none that the ontology knows: firms and clubs are called "Kelder City" too."""
        if not any(self.ontology.is_a(iri, self.places) for iri in referent.told or referent.types[:1]):
            return False
        return not any(self._is_known(self.mentions[n]) for n in referent.mentions)

    def _are_kin(self, one: str, other: str) -> bool:
        """Whether one class is above the other, or the recogniser would call members of both alike."""
        above, beside = self.ontology.ancestors(one), self.ontology.ancestors(other)
        return one in beside or other in above or any(self.ontology.classes[c].ner_labels for c in above & beside)

    def _has_name(self, referent: Referent) -> bool:
        return any(self.mentions[n].kind == "name" for n in referent.mentions)

    def is_named(self, key: int | str | None) -> bool:
        """Whether the article calls it by a name anywhere."""
        return isinstance(key, int) and any(self.mentions[n].kind == "name" for n in self.referents[key].mentions)

    def _holds_name(self, mention: Mention) -> bool:
        return any(token.pos_ == "PROPN" and token.text[0].isupper() for token in self.doc[mention.start : mention.end])

    def use(self, key: int | str, token: int, classes: frozenset[str]) -> None:
        """Count which of its classes a statement took it for."""
        types = self.referents[key].types if isinstance(key, int) else self.mentions[self.at[token]].types
        used = [t for t in types if self.ontology.is_a(t, classes)]
        if not used and isinstance(key, int):
            used = (self._possible(self.referents[key], classes) or sorted(self._called_anything(classes)) or sorted(classes))[:1]
        self.uses.setdefault(key, Counter()).update(used)

    def phrase(self, start: int, end: int, label: str, of: str, named: bool) -> int | str:
        """What a phrase stands for by itself: the referent whose best name that is, else an entity of its own, whose label and
        class these are. Phrases of one label are one."""
        for n in sorted({self.at[i] for i in range(start, end) if i in self.at}):
            mention, referent = self.mentions[n], self.referent_of.get(n)
            whole = mention.kind == "name" and (mention.start, mention.end) == (start, end)
            if whole and referent is not None and self._labels(referent, start)[0][0] == label:
                self.uses.setdefault(referent, Counter())[of] += 1
                return referent
        key = f"phrase {label}"
        self.phrases.setdefault(key, (label, of, named))
        return key

    def entities(self, used: Iterable[tuple[int | str, int]]) -> dict[int | str, Entity]:
        """Entities for the keys that statements use (each with a token), with keys unique in the article, in the order of the text."""
        first: dict[int | str, int] = {}
        for key, token in used:
            first[key] = min(token, first.get(key, token))
        found: dict[int | str, Entity] = {}
        slugs: set[str] = set()
        for key in sorted(first, key=lambda k: (first[k], str(k))):
            labels, named = self._labels(key, first[key])
            slug = _unique(slugify(labels[0]), slugs)
            found[key] = Entity(slug, self._type(key, first[key]), labels[0], labels, named)
        return found

    def _type(self, key: int | str, token: int) -> str:
        if isinstance(key, str) and key in self.phrases:
            return self.phrases[key][1]
        types = self.referents[key].types if isinstance(key, int) else self.mentions[self.at[token]].types
        uses = self.uses.get(key, Counter())
        choices = [*types, *(t for t in uses if t not in types)]
        return max(choices, key=lambda t: (uses[t], -choices.index(t)), default=self.ontology.default_class)

    def _labels(self, key: int | str, token: int) -> tuple[tuple[str, ...], bool]:
        """Names first, the fullest before the others, then descriptions; and whether there is a name."""
        if isinstance(key, str) and key in self.phrases:
            label, _, named = self.phrases[key]
            return (label,), named
        if isinstance(key, str):
            phrases = self._office(self.mentions[self.at[token]])
            known = self.ontology.by_name.get(phrases[0])
            return tuple(dict.fromkeys([*([known.label] if known is not None else []), *phrases])), False
        named = self.is_named(key)
        names: Counter[str] = Counter()
        described: list[str] = []
        relative: list[str] = []
        for n in self.referents[key].mentions:
            mention = self.mentions[n]
            words = " ".join(words_of(self.doc, mention))
            known = self.ontology.by_name.get(words) if mention.kind in {"name", "modifier"} else None
            if known is not None and words in known.marks:
                described += known.names  # "D" is no name of the party
            elif mention.kind == "name" or known is not None:
                names[words] += 1
            elif mention.kind != "pronoun" and not (named and self.descriptions.is_opinion(mention)):
                phrases, clauses = phrases_of(self.doc, mention)
                described += phrases
                relative += [] if named else clauses
        ranked = sorted(names, key=lambda w: (-len(w.split()), -names[w], w))
        if not names and not any(w in self.ontology.by_name for w in described):  # the fullest phrase before its parts
            described.sort(key=lambda w: (len(w.split()) > _SHORT, -len(w.split()), w))
        labels = tuple(dict.fromkeys([*ranked, *described, *relative])) or (self.doc[token].text,)
        return labels, bool(names)


def _is_of_some(token: Token) -> bool:
    """ "One of them", "some of them"; "all of them" are the same as they."""
    of = token.head if token.dep_ == "pobj" else token
    return of.lower_ == "of" and of.head.lower_ in PARTITIVES - _ALL


def slugify(label: str) -> str:
    """Lower case, Unicode letters and digits kept, all else a hyphen.

    >>> slugify("Oklahoma Department of Corrections")
    'oklahoma-department-of-corrections'
    """
    text = unicodedata.normalize("NFC", label).lower()
    return re.sub(r"[\W_]+", "-", text).strip("-")[:60] or "entity"


def _unique(slug: str, taken: set[str]) -> str:
    found, n = slug, 1
    while found in taken:
        n += 1
        found = f"{slug}-{n}"
    taken.add(found)
    return found

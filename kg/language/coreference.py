"""Who is meant: names and their parts, acronyms, descriptions and pronouns, joined into referents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from kg.language.annotations import Attribution, Mention, Proposition, Referent, read, write
from kg.language.lexicon import FORMER, PRONOUNS
from kg.language.mentions import heads
from kg.language.propositions import is_plain
from kg.ontology.model import Ontology
from kg.ontology.nouns import nouns

_SUFFIXES = frozenset("inc inc. corp corp. co co. ltd ltd. llc plc group company corporation limited sa ag gmbh lp".split())
_LINKING = frozenset({"of", "the", "and", "for", "in", "on", "&"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_LEAD = 2  # a headline, perhaps with what stands under it, and the first sentence
_REACH = 3  # sentences that a pronoun looks back


@dataclass(eq=False)
class _Entity:
    """A referent in the making."""

    mentions: list[int] = field(default_factory=list)
    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    descriptions: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)
    plural: bool = False
    gender: str = ""
    sentences: list[int] = field(default_factory=list)


class Coreference:
    """The component `kg_coreference`."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.nouns = nouns(ontology)
        self.pronouns: Mapping[str, frozenset[str]] = {iri: frozenset(one.pronouns) for iri, one in ontology.classes.items()}

    def __call__(self, doc: Doc) -> Doc:
        found = _Pass(self, doc).run()
        write(doc, Referent, tuple(found))
        return doc

    def allows(self, iri: str, pronoun: str) -> bool:
        """Whether members of the class are called by the pronoun; a class that says nothing asks its super-classes."""
        own = self.pronouns.get(iri, frozenset())
        return pronoun in own if own else any(pronoun in self.pronouns.get(up, frozenset()) for up in self.ontology.ancestors(iri))


class _Pass:
    """One document's resolution, in the order of the text."""

    def __init__(self, layer: Coreference, doc: Doc) -> None:
        self.layer, self.doc = layer, doc
        self.mentions = read(doc, Mention)
        self.at = heads(self.mentions)
        spoken = {doc[m.head].sent.start for m in self.mentions}
        numbers = {start: n for n, start in enumerate(sorted(spoken))}  # sentences that speak of anything, counted from the headline
        self.sentence_of = {m.head: numbers[doc[m.head].sent.start] for m in self.mentions}
        self.entity_of: dict[int, _Entity] = {}
        self.entities: list[_Entity] = []
        self.said = _said_of(doc, read(doc, Proposition))
        self.speeches = read(doc, Attribution)

    def run(self) -> list[Referent]:
        self._join_names()
        for n, mention in enumerate(self.mentions):
            if mention.kind == "pronoun":
                entity = self._pronoun(mention)
                if entity is not None:
                    self._add(entity, n)
            elif mention.kind != "name" and n not in self.entity_of:
                self._describe(n, mention)
            elif mention.kind == "name":
                self.entity_of[n].sentences.append(self.sentence_of[mention.head])
        return [Referent(tuple(sorted(e.mentions)), self._types(e)) for e in self.entities if e.mentions]

    # -- names ---------------------------------------------------------------------------------------------------------------------------

    def _join_names(self) -> None:
        """All names first, longest first, so that a part finds its whole wherever that stands."""
        names = [(n, m, self._words(m)) for n, m in enumerate(self.mentions) if m.kind == "name"]
        by_words: dict[tuple[str, ...], list[tuple[int, Mention]]] = {}
        for n, mention, words in names:
            by_words.setdefault(words, []).append((n, mention))
        for words in sorted(by_words, key=lambda w: (-len(w), by_words[w][0][0])):
            types = Counter(t for _, m in by_words[words] for t in m.types[:1])
            known = self._whole(words, types)
            entity = known if known is not None else self._new()
            for n, mention in by_words[words]:
                self._add(entity, n)
                entity.names[words] += 1
                for rank, iri in enumerate(mention.types):
                    entity.votes[iri] += 3 if rank == 0 else 1
                self._gender_by_title(entity, mention)
            lower = [w.lower() for w in words]
            if len(lower) > 1 and self.layer.nouns.of_noun(lower[-1:]):
                entity.descriptions.append((lower[-1], frozenset(lower[:-1])))

    def _words(self, mention: Mention) -> tuple[str, ...]:
        words = [t.text for t in self.doc[mention.start : mention.end] if t.text[0].isalnum() or t.text == "&"]
        if len(words) > 2 and words[0].islower() and words[1] == "of":  # "city of Dayton"
            words = words[2:]
        while len(words) > 1 and words[-1].lower() in _SUFFIXES:
            words.pop()
        return tuple(words)

    def _whole(self, words: tuple[str, ...], types: Counter[str]) -> _Entity | None:
        """The longer name that these words shorten; of several the one spoken of most, first come first."""
        found = [e for e in self.entities if self._agreeing(e, types) and any(self._shortens(words, whole, e) for whole in e.names)]
        return max(found, key=lambda e: (sum(e.names.values()), -min(e.mentions)), default=None)

    def _agreeing(self, entity: _Entity, types: Counter[str]) -> bool:
        """Whether a name's classes allow it to be this entity; a recogniser's guess for a single word counts for little."""
        if not types or not entity.votes:
            return True
        is_a = self.layer.ontology.is_a
        return any(is_a(a, [b]) or is_a(b, [a]) for a in types for b in entity.votes)

    def _shortens(self, short: tuple[str, ...], whole: tuple[str, ...], entity: _Entity) -> bool:
        low, long = [w.lower().rstrip(".") for w in short], [w.lower().rstrip(".") for w in whole]
        if low == long:
            return True
        is_person = self._speaks_as(entity, "he")
        if len(low) == 1 and low[0] in {_initials(long, False), _initials(long, True)} and len(low[0]) > 1 and short[0].isupper():
            return True
        if is_person:
            if len(low) == 1:
                return len(long) > 1 and low[0] in {long[-1], long[0]} and len(low[0]) > 2
            return low[-1] == long[-1] and (low[0] == long[0] or low[0][:2] == long[0][:2] or (len(low[0]) == 1 and low[0] == long[0][:1]))
        if len(low) < len(long) and long[: len(low)] == low:
            place = self._speaks_as(entity, "") and len(low) == 1
            return not place and long[len(low)] not in _LINKING
        return False

    def _speaks_as(self, entity: _Entity, pronoun: str) -> bool:
        best = entity.votes.most_common(1)
        return bool(best) and bool(pronoun) and self.layer.allows(best[0][0], pronoun)

    def _gender_by_title(self, entity: _Entity, mention: Mention) -> None:
        before = self.doc[mention.start - 1].lower_ if mention.start else ""
        if before in self.layer.nouns.masculine:
            entity.gender = "he"
        elif before in self.layer.nouns.feminine:
            entity.gender = "she"

    # -- descriptions --------------------------------------------------------------------------------------------------------------------

    def _describe(self, n: int, mention: Mention) -> None:
        head = self.doc[mention.head]
        lemma, modifiers = head.lemma_.lower(), self._modifiers(mention)
        bearer = self._bearer_class(mention)
        if bearer is not None and self._is_said(mention):  # "President Lee": the office stands by itself, and its holder is known by it
            for holder in self._holders(mention):
                holder.descriptions.append((lemma, modifiers))
            return
        entity = self._by_holder(mention) or self._before(mention, head, lemma, modifiers)
        if entity is None and bearer is not None:
            entity = self._by_bearer(mention, head, bearer)
        if entity is None:
            entity = self._new()
            entity.plural = head.tag_ in {"NNS", "NNPS"}
        if bearer is not None:
            mention = replace(mention, types=(bearer,))
        self._add(entity, n)
        entity.descriptions.append((lemma, modifiers))
        if not entity.names:
            for rank, iri in enumerate(mention.types):
                entity.votes[iri] += 2 if rank == 0 else 1
        else:
            for iri in mention.types[:1]:  # what is said of a single word tells more than the recogniser's guess
                entity.votes[iri] += 2 if max(len(words) for words in entity.names) > 1 else 4
        self._gender_by_noun(entity, lemma)

    def _bearer_class(self, mention: Mention) -> str | None:
        """The class of those whom an office's noun also denotes; None for all other nouns."""
        classes = self.layer.ontology.classes
        return classes[mention.types[0]].borne_by if mention.types and mention.types[0] in classes else None

    def _is_said(self, mention: Mention) -> bool:
        token = self.doc[mention.head]
        return (
            mention.head in self.said
            or token.dep_ in {"attr", "oprd", "compound", "amod", "nmod"}
            or (token.dep_ == "pobj" and token.head.lower_ in {"as", "for", "of"})
        )

    def _holders(self, mention: Mention) -> list[_Entity]:
        found = [self.entity_of.get(self.at.get(holder, -1)) for holder in self.said.get(mention.head, ())]
        return [e for e in found if e is not None]

    def _by_bearer(self, mention: Mention, head: Token, bearer: str) -> _Entity | None:
        """ "The former mayor": who is known to hold the office, else the only person spoken of just before."""
        if not any(c.lower_ in _DEFINITE for c in head.children if c.dep_ == "det") or head.tag_ in {"NNS", "NNPS"}:
            return None
        here = self.sentence_of[head.i]
        near = [
            e for e in self.entities
            if e.names and e.sentences and here - 2 <= e.sentences[-1] <= here and self.layer.ontology.is_a(bearer, self._types(e)[:1])
            and not any(lemma == head.lemma_.lower() for lemma, _ in e.descriptions)
        ]  # fmt: skip
        return near[0] if len(near) == 1 else None

    def _modifiers(self, mention: Mention) -> frozenset[str]:
        """The words before a noun that tell it from others of its kind; a name, or what means someone named, by the name's last word."""
        found: set[str] = set()
        for token in self.doc[mention.start : mention.head]:
            entity = self.entity_of.get(self.at.get(token.i, -1))
            if entity is not None and entity.names:
                found.add(max(entity.names, key=lambda words: (len(words), words))[-1].lower())
            elif token.is_alpha and token.lower_ not in FORMER and token.lower_ not in _LINKING and token.tag_ != "POS":
                found.add(token.lower_)
        return frozenset(found)

    def _by_holder(self, mention: Mention) -> _Entity | None:
        """A description in apposition, or a title, means the one it is said of."""
        for holder in self.said.get(mention.head, ()):
            entity = self.entity_of.get(self.at.get(holder, -1))
            if entity is not None and (self._agree(entity, mention) or self._overrules(entity, mention)):
                return entity
        return None

    def _overrules(self, entity: _Entity, mention: Mention) -> bool:
        """Whether a description in the same clause corrects the recogniser's guess for a name: "Northgale is a call-center operator"."""
        if not mention.types or not entity.names or not self.layer.ontology.classes[mention.types[0]].speaks:
            return False
        is_person = self.layer.allows(mention.types[0], "he")
        if any(self.layer.nouns.of_name(words, proper=True) for words in entity.names):
            return not is_person and not self._speaks_as(entity, "he")
        if is_person and not self._speaks_as(entity, "he"):  # "the firm, an adviser to X": a role, and the name stays what it is
            return True
        entity.votes[mention.types[0]] += sum(entity.votes.values())
        return True

    def _agree(self, entity: _Entity, mention: Mention) -> bool:
        """Whether the classes allow them to be one: a description's must fit, or sharpen, what the name could be."""
        if not mention.types or not entity.votes:
            return True
        is_a = self.layer.ontology.is_a
        return any(is_a(a, [b]) or is_a(b, [a]) for a in mention.types for b in entity.votes)

    def _before(self, mention: Mention, head: Token, lemma: str, modifiers: frozenset[str]) -> _Entity | None:
        determiner = next((c.lower_ for c in head.children if c.dep_ == "det"), "")
        owned = any(c.dep_ == "poss" for c in head.children)
        plural = head.tag_ in {"NNS", "NNPS"}
        here = self.sentence_of[head.i]
        apart = self._denied_to_be(head)
        same = [
            e
            for e in reversed(self.entities)
            if e.sentences
            and e not in apart
            and any(known == lemma and _compatible(modifiers, others) for known, others in e.descriptions)
            and e.plural == plural
        ]
        if determiner in _DEFINITE or owned or (plural and not determiner):
            exact = [e for e in same if any(k == lemma and o == modifiers for k, o in e.descriptions)]
            if plural and not determiner:
                return exact[0] if exact else None
            if same:
                return max(same, key=lambda e: (e in exact, max(e.sentences)))
            return None if owned else self._by_class(mention, modifiers, plural, here)
        if not determiner or determiner in {"a", "an"}:  # a lead's "a vendor" is told again as "a third-party vendor"
            lead = [e for e in same if min(e.sentences) <= _LEAD and not e.names and len(e.sentences) == 1]
            return lead[0] if lead and here <= 2 * _LEAD + 1 and determiner else None
        return None

    def _denied_to_be(self, head: Token) -> list[_Entity]:
        """Whom a copula says that a description is not: "the firm that X hired was not Y"."""
        copula = next((t for t in (head.head, head.head.head) if t.lemma_ == "be"), None)
        if head.dep_ not in {"nsubj", "nsubjpass"} or copula is None or is_plain(copula):
            return []
        found = [self.entity_of.get(self.at.get(c.i, -1)) for c in copula.rights]
        return [e for e in found if e is not None]

    def _by_class(self, mention: Mention, modifiers: frozenset[str], plural: bool, here: int) -> _Entity | None:
        """ "The company": the nearest name whose class the noun names."""
        if plural or not mention.types or any(self._is_proper(i) for i in range(mention.start, mention.head)):
            return None
        is_a = self.layer.ontology.is_a
        found = [
            e
            for e in self.entities
            if e.names and e.sentences and e.sentences[-1] >= here - (4 if not modifiers else 2) and not e.plural and not self._named_after(e, mention)
            and (
                any(is_a(t, mention.types[:1]) for t in self._types(e))
                or self._could_be(e, mention.types[0])
                or self._may_be(e, mention, modifiers)
            )
        ]  # fmt: skip
        return max(found, key=lambda e: self._salience(e, here, mention.head), default=None)

    def _could_be(self, entity: _Entity, wanted: str) -> bool:
        """Whether a narrower class than what is known fits: an organisation may be a company, a campaign can't."""
        types = self._types(entity)
        apart = [t for t in types if not any(t != other and self.layer.ontology.is_a(other, [t]) for other in types)]
        return any(self.layer.ontology.is_a(wanted, [t]) for t in apart)

    def _may_be(self, entity: _Entity, mention: Mention, modifiers: frozenset[str]) -> bool:
        """Whether a name of which nothing is known can be meant: "the company" can mean it, "the whole story" can't."""
        return not entity.votes and not modifiers and self.layer.ontology.classes[mention.types[0]].speaks

    def _named_after(self, entity: _Entity, mention: Mention) -> bool:
        """Whether the rest of the sentence names it: "the company hired Halden" isn't said of Halden."""
        last = self.doc[mention.head].sent.end
        return any(self.mentions[n].kind == "name" and mention.head < self.mentions[n].head < last for n in entity.mentions)

    def _is_proper(self, token: int) -> bool:
        n = self.at.get(token)
        return self.doc[token].pos_ == "PROPN" or (n is not None and self.mentions[n].kind == "name")

    def _gender_by_noun(self, entity: _Entity, lemma: str) -> None:
        if lemma in self.layer.nouns.masculine:
            entity.gender = entity.gender or "he"
        elif lemma in self.layer.nouns.feminine:
            entity.gender = entity.gender or "she"

    # -- pronouns ------------------------------------------------------------------------------------------------------------------------

    def _pronoun(self, mention: Mention) -> _Entity | None:
        pronoun = PRONOUNS[self.doc[mention.head].lower_]
        if pronoun == "it" and _is_expletive(self.doc[mention.head]):
            return None
        speech = self._speech(mention.head)
        speaker = self.entity_of.get(self.at.get(speech.source, -1)) if speech is not None and speech.source is not None else None
        if pronoun == "i":
            return speaker
        if pronoun == "we":
            return self._side(speaker, speech) if speaker is not None and speech is not None else None
        here = self.sentence_of[mention.head]
        beside = self._beside(self.doc[mention.head])
        found = [e for e in self.entities if e not in beside and self._can_be(e, pronoun, here, mention)]
        if pronoun in {"he", "she"} and speaker is not None and speech is not None and self._is_quoted(speech):
            found = [e for e in found if e is not speaker]
        best = max(found, key=lambda e: self._salience(e, here, mention.head), default=None)
        if best is not None and pronoun in {"he", "she"}:
            best.gender = best.gender or pronoun
        return best

    def _beside(self, token: Token) -> list[_Entity]:
        """Who an object's plain pronoun can't be: its own clause's subject (principle B of binding)."""
        verb = token.head if token.dep_ in {"dobj", "dative"} else token.head.head if token.dep_ == "pobj" else None
        if verb is None or token.lower_.endswith(("self", "selves")):
            return []
        found = [self.entity_of.get(self.at.get(c.i, -1)) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return [e for e in found if e is not None]

    def _can_be(self, entity: _Entity, pronoun: str, here: int, mention: Mention) -> bool:
        near = [s for s in entity.sentences if here - _REACH <= s <= here]
        if not near or min(self.mentions[n].head for n in entity.mentions) > mention.head:
            return False
        if not any(self.mentions[n].head < mention.head for n in entity.mentions):
            return False
        if pronoun == "they" and entity.plural:
            return True
        if pronoun in {"he", "she"}:
            if entity.gender and entity.gender != pronoun:
                return False
            return not entity.plural and any(self.layer.allows(t, pronoun) for t in self._types(entity)[:1])
        if entity.names and not entity.votes:
            return True
        types = self._types(entity)[:1]
        return (not entity.plural or pronoun == "they") and any(self.layer.allows(t, pronoun) for t in types)

    def _salience(self, entity: _Entity, here: int, at: int) -> tuple[float, int]:
        """Recency first, then subjects, then names, then how much is said of it (after Lappin and Leass, thinned)."""
        best = 0.0
        last = -1
        for n in entity.mentions:
            mention = self.mentions[n]
            if mention.head >= at:
                continue
            distance = here - self.sentence_of[mention.head]
            if distance > _REACH + 1:
                continue
            token = self.doc[mention.head]
            weight = 100.0 - 30 * distance
            weight += 40 if _is_subject(token) else 15 if token.dep_ == "dobj" else 0
            weight += 10 if mention.kind == "name" else 0
            weight -= 20 if token.dep_ in {"poss", "compound", "nmod"} else 0
            best = max(best, weight)
            last = max(last, mention.head)
        return best + min(len(entity.mentions), 8), last

    def _speech(self, token: int) -> Attribution | None:
        inside = [a for a in self.speeches if a.content_start <= token < a.content_end and not a.source_start <= token < a.source_end]
        return min(inside, key=lambda a: a.content_end - a.content_start, default=None)

    def _is_quoted(self, speech: Attribution) -> bool:
        return speech.content_start > 0 and self.doc[speech.content_start - 1].text in {"“", '"', "''", "``"}

    def _side(self, speaker: _Entity, speech: Attribution) -> _Entity:
        """ "We" of a spokesman is whom he speaks for, as far as his own words of introduction say."""
        for n in speaker.mentions:
            head = self.mentions[n].head
            for over in self.said:
                if head in self.said[over] or over == head:
                    for child in [*self.doc[over].children, *self.doc[head].children]:
                        tokens = (
                            [child]
                            if child.dep_ in {"compound", "poss", "nmod"}
                            else [o for o in child.children if child.lower_ in {"for", "of", "at"} and o.dep_ == "pobj"]
                        )
                        for token in tokens:
                            found = self.entity_of.get(self.at.get(token.i, -1))
                            if found is not None and found is not speaker:
                                return self._collective(found)
        return speaker

    def _collective(self, entity: _Entity) -> _Entity:
        """A person's side is the organisation that bears the person's name, where the article has one ("the Bloomberg campaign")."""
        if not self._speaks_as(entity, "he"):
            return entity
        last = {words[-1].lower() for words in entity.names}
        for other in self.entities:
            if other is not entity and any(last & modifiers for _, modifiers in other.descriptions) and self._types(other):
                if any(
                    self.layer.allows(t, "it") and self.layer.ontology.classes[t].speaks
                    for t in self._types(other)[:1]
                    if t in self.layer.ontology.classes
                ):
                    return other
        return entity

    # -- bookkeeping ---------------------------------------------------------------------------------------------------------------------

    def _new(self) -> _Entity:
        entity = _Entity()
        self.entities.append(entity)
        return entity

    def _add(self, entity: _Entity, n: int) -> None:
        entity.mentions.append(n)
        self.entity_of[n] = entity
        if self.mentions[n].kind != "name":
            entity.sentences.append(self.sentence_of[self.mentions[n].head])

    def _types(self, entity: _Entity) -> tuple[str, ...]:
        """Its classes, likeliest first; of two as likely the narrower first."""
        ancestors = {iri: self.layer.ontology.ancestors(iri) for iri in entity.votes}
        support = {iri: sum(n for other, n in entity.votes.items() if other in ancestors[iri]) for iri in entity.votes}
        return tuple(sorted(support, key=lambda iri: (-support[iri], -len(ancestors[iri]), iri)))


def _said_of(doc: Doc, found: Iterable[Proposition]) -> dict[int, list[int]]:
    """Noun → those it is said of in apposition or as a title (not by a copula under negation)."""
    said: dict[int, list[int]] = {}
    for one in found:
        token = doc[one.predicate]
        for argument in one.arguments:
            as_complement = token.dep_ == "pobj" and token.head.lower_ == "as"
            if argument.role == "holder" and token.dep_ not in {"attr", "acomp", "oprd"} and not as_complement:
                said.setdefault(one.predicate, []).append(argument.token)
            elif argument.role == "holder" and token.dep_ == "attr" and is_plain(token.head):
                determiner = {c.lower_ for c in token.children if c.dep_ == "det"}
                if determiner & {"a", "an", "the"}:
                    said.setdefault(one.predicate, []).append(argument.token)
    return said


def _is_expletive(token: Token) -> bool:
    """ "It is unclear whether …" speaks of nothing."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "csubj", "advcl"}]
    inner = [c for a in verb.children if a.dep_ in {"acomp", "attr"} for c in a.children if c.dep_ in {"ccomp", "xcomp", "acl"}]
    has_complement = any(c.dep_ in {"acomp", "attr"} for c in verb.children)
    return token.dep_ == "nsubj" and verb.lemma_ in {"be", "seem", "appear", "’"} and has_complement and bool(clauses or inner)


def _compatible(modifiers: frozenset[str], others: frozenset[str]) -> bool:
    return modifiers <= others or others <= modifiers


def _initials(words: list[str], all_words: bool) -> str:
    return "".join(w[0] for w in words if all_words or w not in _LINKING)


def _is_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} or (token.dep_ == "conj" and token.head.dep_ in {"nsubj", "nsubjpass"})

"""Patterns against propositions: which relation is stated between which two words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.language.annotations import OF_OBJECT, Argument, Mention, Proposition, Quantity, Referent, Time, read
from kg.language.mentions import heads
from kg.language.tokens import Doc
from kg.ontology.model import namespace
from kg.ontology.patterns import TELLING, TELLING_OF_ALL, TELLING_OF_NAMES, Node, Pattern, answers

Binding = tuple[tuple[str, int | None], ...]
Fits = Callable[[int, frozenset[str], bool], bool]
Suits = Callable[[int, frozenset[str], int], bool]
Allowed = Callable[[str, str], frozenset[str]]
Says = Callable[[int, str, bool], bool]
UNSTATED = None
_WITHIN = "compound within"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_UNSTATED = frozenset({"subj", "holder"})
_SHORT = 2
_REMEMBERED = 50_000
_SLOTS = frozenset({"subject", "object"})
_BOUND = _SLOTS | {"value", "money", "literal"}


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: its predicate's token, the head tokens of subject (None: unstated) and object, the token of an amount,
    and the tokens of the wording's words."""

    pattern: Pattern
    trigger: int
    subject: int | None
    object: int
    amount: int | None
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern with the numbers of what its root and each edge of it ask for (patterns that ask for the same have the same number), and
    the words of which it needs one among the arguments (empty: it needs none). `vocabulary` is what its relation's IRI begins with: the
    wordings of one vocabulary are written to be told from each other, not from those of another that it is used beside."""

    pattern: Pattern
    vocabulary: str
    root: int
    edges: tuple[int, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """What an ontology tells of its wordings: `open` are the relations with a place where their examples have nouns that are no class's,
    `few` those that few examples tell, `peculiar` the words that wordings of one relation alone turn on."""

    open: frozenset[tuple[str, str]] = frozenset()
    few: frozenset[str] = frozenset()
    peculiar: frozenset[str] = frozenset()

    def telling(self, pattern: Pattern, slot: str) -> int:
        """How much a pattern says of what stands in a slot: its words, to which counts that any noun may stand there. What few examples
        tell says more, and so does a word that nothing else is told by: whatever was "towed" may be a ship."""
        said = pattern.literals + ((pattern.relation, slot) in self.open) if pattern.literals else 0
        if pattern.relation not in self.few or said + (pattern.root.lemma in self.peculiar) < TELLING or not said:
            return min(said, TELLING)
        return TELLING_OF_ALL if said >= TELLING else TELLING_OF_NAMES


class Index:
    """Patterns by the word of their root, or, where the root is an argument that may be any word, by the roles that it asks for. What a
    predicate with certain roles can match is remembered, since few sets of roles make up most of English."""

    def __init__(self, patterns: Sequence[Pattern], allowed: Allowed, told: Told = Told()) -> None:
        self.allowed, self.told = allowed, told
        self.by_word: dict[str, list[Candidate]] = defaultdict(list)
        self.by_role: dict[str, list[Candidate]] = defaultdict(list)
        self._numbers: dict[Hashable, int] = {}
        for pattern in patterns:
            root = pattern.root
            candidate = self._candidate(pattern)
            if root.kind == "literal" or root.lemma:
                for lemma in root.lemmas or {root.lemma}:
                    self.by_word[lemma].append(candidate)
            elif root.edges:
                self.by_role[root.edges[0][0]].append(candidate)
        self._known: dict[tuple[str, frozenset[str], bool, bool], list[Candidate]] = {}

    def _candidate(self, pattern: Pattern) -> Candidate:
        """The pattern, numbered by all that `Matcher` asks of a root and of an edge."""
        root, telling = pattern.root, tuple(self.told.telling(pattern, slot) for slot in ("subject", "object"))
        domain, range_ = (self.allowed(pattern.relation, slot) for slot in ("subject", "object"))
        classes = root.classes or {"subject": domain, "object": range_}.get(root.kind)
        roles = (root.kind in _SLOTS and not root.lemma, any(role == "holder" for role, _ in root.edges), _has_own_object(root))
        edges = tuple(self._number((*edge, *roles, domain, range_, telling)) for edge in root.edges)
        words = next((child.lemmas or frozenset({child.lemma}) for _, child in root.edges if child.kind == "literal"), frozenset[str]())
        asked = (root.kind, root.lemma, root.lemmas, root.named, root.datatype, root.money, classes, telling)
        return Candidate(pattern, namespace(pattern.relation), self._number(asked), edges, words)

    def _number(self, demand: Hashable) -> int:
        return self._numbers.setdefault(demand, len(self._numbers))

    def candidates(self, reading: Proposition, nominal: bool, spoken_of: bool) -> list[Candidate]:
        """The patterns whose root has this lemma, or is an argument (where the word is `spoken_of`), and whose roles are all answered."""
        lemma = reading.lemma if reading.lemma in self.by_word else ""
        roles = frozenset("compound" if a.role == _WITHIN else a.role for a in reading.arguments)
        found = self._known.get((lemma, roles, nominal, spoken_of))
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = [one for one in self.by_word.get(lemma, ()) if _is_answered(one.pattern.root, roles, nominal)]
            asked = self._may_ask(roles) if spoken_of else ()
            found += [one for role in asked for one in self.by_role[role] if _is_answered(one.pattern.root, roles, False)]
            self._known[lemma, roles, nominal, spoken_of] = found
        return found

    def _may_ask(self, roles: frozenset[str]) -> list[str]:
        """The roles by which argument-rooted patterns are filed that these roles may answer."""
        same = {"amod", "compound"} if roles & {"amod", "compound"} else set()
        return [role for role in self.by_role if role in roles or role in same or role in _UNSTATED]


def peculiar(patterns: Iterable[Pattern]) -> frozenset[str]:
    """The verbs that wordings of one relation alone have."""
    users: dict[str, set[str]] = defaultdict(set)
    for one in patterns:
        for lemma in {one.root.lemma, *one.root.lemmas} - {""}:
            users[lemma].add(one.relation)
    return frozenset(
        one.root.lemma for one in patterns if not one.nominal and one.root.kind == "literal" and len(users[one.root.lemma]) == 1
    )


def _is_mutual(root: Node) -> bool:
    """Whether a pattern is of what its subjects do to each other: "Roe and Lee met"."""
    roles = [role for role, _ in root.edges]
    return roles.count("subj") > 1 and "obj" not in roles


def _has_own_object(node: Node) -> bool:
    """Whether a pattern has a word of its own for the object of its verb."""
    return any(role == "obj" and child.kind == "literal" for role, child in node.edges)


def _is_answered(root: Node, roles: frozenset[str], nominal: bool) -> bool:
    """Whether these roles answer all that a root asks for; who does it, or whom it is said of, may be unstated."""
    has_holder = any(role == "holder" for role, _ in root.edges)
    return all(
        role in _UNSTATED or role in roles or any(answers(role, given, nominal=nominal, has_holder=has_holder) for given in roles)
        for role, _ in root.edges
    )


_Seen = dict[int, list[Binding]]
"""What an edge of one reading is bound to, by number."""


class Matcher:
    """Finds an ontology's patterns in one Doc. `fits(token, classes, surely)` says whether the word may, or
    surely does, stand for a member of one of them; `suits(token, classes, words)` the same of a relation's domain and range, for a
    wording of so many words; `says(token, datatype, money)`
    whether its phrase is a literal of the datatype."""

    def __init__(self, doc: Doc, index: Index, fits: Fits, suits: Suits, says: Says) -> None:
        self.doc, self.index, self.allowed, self.says = doc, index, index.allowed, says
        self.fits: Fits = lru_cache(maxsize=None)(fits)
        self.suits: Suits = lru_cache(maxsize=None)(suits)
        self.lemmas = [token.lemma_.lower() for token in doc]
        self.tags = [token.pos_ for token in doc]
        self.readings: dict[int, list[Proposition]] = defaultdict(list)
        times = _bare_times(doc)
        for one in read(doc, Proposition):
            self.readings[one.predicate] += _with_times(one, times[one.predicate]) if one.predicate in times else [one]
        mentions = read(doc, Mention)
        self.dates = dates = {i for one in read(doc, Time) for i in range(one.start, one.end)}
        figures = {one for token in doc if token.pos_ == "NUM" for one in (token.i, token.head.i)}  # "3 percent"
        self.spoken_of = {*heads(mentions), *dates, *figures}
        self.modifiers = {m.head for m in mentions if m.kind == "modifier" and doc[m.head].is_lower}
        self.names = {m.head for m in mentions if m.kind != "noun"}
        self.proper = {m.head for m in mentions if m.kind == "name"}
        self.inside = {i for m in mentions if m.kind == "name" for i in range(m.start, m.end)}
        owned = {one.predicate for one in read(doc, Proposition) for a in one.arguments if a.role == "compound" and a.token in self.proper}
        self.owned = owned | {m.head for m in mentions if m.kind == "noun" and m.start < m.head and m.start in self.inside}
        self.several = {mentions[n].head for one in read(doc, Referent) if one.several for n in one.mentions}
        self.money = {i for q in read(doc, Quantity) for i in range(q.start, q.end)}

    def matches(self) -> list[Match]:
        """Every match; where several wordings of one vocabulary claim one pair at one predicate the most literal ones stay."""
        return [m for same in self.claims() for m in most_literal(same)]

    def claims(self) -> list[list[Match]]:
        """Every match, those together that claim one pair at one predicate in one vocabulary."""
        found: dict[tuple[int, int | None, int, str], list[Match]] = defaultdict(list)
        for token, readings in self.readings.items():
            for reading in readings:
                candidates = self.index.candidates(reading, self.tags[token] in _NOMINAL, token in self.spoken_of)
                if not candidates:
                    continue
                seen: _Seen = {}
                for candidate in self._rooted(candidates, token, reading):
                    for match in self._match(candidate, token, reading, seen):
                        found[(match.trigger, match.subject, match.object, candidate.vocabulary)].append(match)
        return [*found.values()]

    def _rooted(self, candidates: Sequence[Candidate], token: int, reading: Proposition) -> list[Candidate]:
        """Those that have one of their words among a reading's arguments, and whose root the token can be."""
        beside = self._beside(reading) if any(one.words for one in candidates) else set[str]()
        left = [one for one in candidates if not one.words or not one.words.isdisjoint(beside)]
        asked = {one.root: one.pattern for one in left if one.pattern.root.kind != "literal"}  # a word was found by its lemma
        denied = {number for number, pattern in asked.items() if not self._is(pattern.root, token, pattern)}
        return [one for one in left if one.root not in denied]

    def _beside(self, reading: Proposition) -> set[str]:
        """The words of a reading's arguments, and of what they are read as."""
        found = {self.lemmas[a.token] for a in reading.arguments}
        for argument in reading.arguments:
            if argument.token in self.readings:
                found.update([below.lemma for below in self.readings[argument.token]])
        return found

    def _match(self, candidate: Candidate, token: int, reading: Proposition, seen: _Seen) -> Iterator[Match]:
        pattern = candidate.pattern
        bindings = _joined(pattern.root, token, self._edges(candidate, token, reading, seen))
        for binding in self._held(pattern, reading, bindings):
            bound = dict(binding)
            obj, subject = bound.get("object", bound.get("value")), bound.get("subject", UNSTATED)
            if obj is not None and (obj != subject or pattern.root.kind != "literal" or obj in self.several):
                if _is_mutual(pattern.root) and any(a.role == "obj" and self._is_anothers(a.token) for a in reading.arguments):
                    continue  # "Roe and Lee met Ash" tells nothing of the two
                words = tuple(sorted(i for kind, i in binding if kind == "literal" and i is not None))
                yield Match(pattern, token, subject, obj, bound.get("money"), words)

    def _is_anothers(self, token: int) -> bool:
        """Whether an object is neither a time nor "their" own."""
        return token not in self.dates and not any(c.lower_ == "their" for c in self.doc[token].lefts)

    def _held(self, pattern: Pattern, reading: Proposition, bindings: Iterable[Binding]) -> Iterator[Binding]:
        """What an argument's own noun is said of, where somebody is: in "candidates Roe and Lee" each of the two is one."""
        root = pattern.root
        held = [a.token for a in reading.arguments if a.role == "holder"] if root.kind != "literal" and root.lemma else []
        for binding in bindings:
            rest = tuple(one for one in binding if one[0] != root.kind)
            yield from [((root.kind, one), *rest) for one in held] or [binding]

    def _edges(self, candidate: Candidate, token: int, reading: Proposition, seen: _Seen) -> Iterator[list[Binding]]:
        """What answers each edge of a root, as found for another pattern if that asked for the same."""
        root = candidate.pattern.root
        for number, (role, child) in zip(candidate.edges, root.edges, strict=True):
            options = seen.get(number)
            if options is None:
                options = seen[number] = [*self._edge(role, child, token, reading, root, candidate.pattern)]
            yield options

    def _node(self, node: Node, token: int, reading: Proposition | None, pattern: Pattern) -> list[Binding]:
        if not self._is(node, token, pattern):
            return []
        if reading is None:
            return [] if node.edges else _joined(node, token, ())
        return _joined(node, token, ([*self._edge(role, child, token, reading, node, pattern)] for role, child in node.edges))

    def _edge(self, role: str, child: Node, token: int, reading: Proposition, node: Node, pattern: Pattern) -> Iterator[Binding]:
        bare = node.kind in _SLOTS and not node.lemma  # an argument by itself says little: its roles must be the very same
        nominal = not bare and self.tags[token] in _NOMINAL
        has_holder = nominal and any(r == "holder" for r, _ in node.edges)
        alone = len(node.edges) == 1 and node is not pattern.root
        found = False
        for argument in self._answering(role, reading, nominal, has_holder, alone):
            if found and argument.role == _WITHIN:  # "the Rowan campaign spokesman" speaks for the campaign
                break
            if argument.role != role and argument.role.endswith(" doing") and child.kind != "literal":
                continue  # "barred from bidding" is no more than one word, and "barred from something" is another wording
            if argument.role == OF_OBJECT and not _has_own_object(node):
                continue
            if not self._is_mere_word(argument, child):
                below: list[Proposition | None] = [*self.readings.get(argument.token, [])]
                for next_reading in below if child.edges else [None]:
                    for binding in self._node(child, argument.token, next_reading, pattern):
                        found = True
                        yield binding
        if found or child.edges:
            return
        if role == "subj" and child.kind == "subject" and reading.agentless and not child.classes and not child.lemma:
            yield (("subject", UNSTATED),)
        elif role == "holder" and self._speaks_for_itself(child, token, reading, pattern):
            yield ((child.kind, token),)

    def _answering(self, role: str, reading: Proposition, nominal: bool, has_holder: bool, alone: bool) -> list[Argument]:
        """The arguments that can be what a role asks for, those within another noun last."""
        direct = [a for a in reading.arguments if answers(role, a.role, nominal=nominal, has_holder=has_holder, alone=alone)]
        within = [a for a in reading.arguments if a.role == _WITHIN]
        if not within or not answers(role, "compound", nominal=nominal, has_holder=has_holder, alone=alone):
            return direct
        return [*direct, *within]

    def _speaks_for_itself(self, child: Node, token: int, reading: Proposition, pattern: Pattern) -> bool:
        """Whether nobody is said to be it, so that the noun itself stands for who that is ("its workers")."""
        alone = child.kind in {"subject", "object"} and not any(a.role == "holder" for a in reading.arguments)
        return alone and self._is(child, token, pattern)

    def _is_mere_word(self, argument: Argument, child: Node) -> bool:
        """A noun before a noun names someone only where it is a name: "the Norvale spokesman", not "the party spokesman"."""
        if argument.role not in {"compound", "amod"} or child.kind not in {"subject", "object"}:
            return False
        return self.tags[argument.token] == "NOUN" and argument.token not in self.names and argument.token not in self.owned

    def _is(self, node: Node, token: int, pattern: Pattern) -> bool:
        if node.kind in {"subject", "object"}:
            if (node.lemma and self.lemmas[token] != node.lemma) or (node is pattern.root and token in self.modifiers):
                return False
            if node.named and token not in self.proper:
                return False
            if node.classes:
                return self.fits(token, node.classes, pattern.literals == 0)
            return self.suits(token, self.allowed(pattern.relation, node.kind), self.index.told.telling(pattern, node.kind))
        if node.kind == "value":
            return (not node.lemma or self.lemmas[token] == node.lemma) and self.says(token, node.datatype, node.money)
        if node.kind == "literal":
            wanted = node.lemmas or (node.lemma,)
            if self.lemmas[token] in wanted or any(reading.lemma in wanted for reading in self.readings.get(token, ())):
                return True
            word = self.doc[token].lower_
            return word.endswith("ing") and any(one in wanted for one in _as_verb(word))
        return token in self.money if node.kind == "money" else True


def _as_verb(word: str) -> tuple[str, ...]:
    """A word in "ing", and the verb that it may be a form of: "halted blasting", "a watching brief"."""
    stem = word.removesuffix("ing")
    return (word, stem, f"{stem}e") if len(stem) > _SHORT else (word,)


def _bare_times(doc: Doc) -> dict[int, list[int]]:
    """The heads of times that hang on a word without a preposition, by that word: "born 1961", "founded last year"."""
    found: dict[int, list[int]] = defaultdict(list)
    for one in read(doc, Time):
        root = doc.root(one.start, one.end)
        if root.dep_ == "npadvmod" or (root.dep_ == "dobj" and root.head.tag_ in {"VBN", "VBD"} and one.edtf is not None):
            found[root.head.i].append(root.i)
    return found


def _with_times(one: Proposition, times: Sequence[int]) -> list[Proposition]:
    """A reading with its bare times; where the parser took one for the object ("Norvale Group, founded 1998,"), the passive too."""
    when = tuple(Argument("when", i) for i in times)
    found = [replace(one, arguments=(*one.arguments, *when))]
    if any(a.role == "obj" and a.token in times for a in one.arguments):
        rest = (a for a in one.arguments if a.token not in times)
        turned = tuple(replace(a, role="obj") if a.role == "subj" else a for a in rest)
        found.append(replace(one, arguments=(*turned, *when), agentless=True))
    return found


def _joined(node: Node, token: int, edges: Iterable[list[Binding]]) -> list[Binding]:
    """Every choice of one option for each edge, with the node's own word."""
    found: list[Binding] = [((node.kind, token),) if node.kind in _BOUND else ()]
    for options in edges:
        found = [before + option for before in found for option in options if _apart(before, option)]
        if not found:
            break
    return found


def _apart(before: Binding, option: Binding) -> bool:
    """Whether no word is taken for two; who speaks for himself is his own noun ("its workers")."""
    words = {i for kind, i in before if kind == "literal"}
    return len(words) == 0 or not any(i in words and i != before[0][1] for _, i in option)


def _specific(pattern: Pattern) -> tuple[int, bool]:
    """Words first, then whether a class is demanded."""
    todo, demands = [pattern.root], False
    while todo:
        node = todo.pop()
        demands = demands or bool(node.classes)
        todo.extend(child for _, child in node.edges)
    return pattern.literals, demands


def most_literal(matches: list[Match]) -> list[Match]:
    """Of those that claim one pair at one predicate, the wordings with most words; of one relation's those that demand most. A relation is
    left out where more words of a counter-example match than of its own."""
    if len(matches) == 1 and not matches[0].pattern.counter:
        return matches
    demands = [(m, _specific(m.pattern)) for m in matches]
    stating = sorted([(specific, m.pattern.relation) for m, specific in demands if not m.pattern.counter])
    own = {relation: specific for specific, relation in stating}
    most = max((literals for (literals, _), _ in stating), default=0)
    denied = {m.pattern.relation for m, specific in demands if m.pattern.counter and specific > own.get(m.pattern.relation, (0, False))}
    best: dict[str, Match] = {}
    for match, specific in demands:
        relation = match.pattern.relation
        if not match.pattern.counter and specific[0] == most and specific == own[relation] and relation not in denied:
            best.setdefault(relation, match)
    return list(best.values())

"""Examples → patterns: each is parsed with several fillers and frames by the pipeline that reads the articles, and the majority counts."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Set
from dataclasses import dataclass, replace

import spacy.tokens
from spacy.language import Language

from kg.errors import OntologyError
from kg.language.annotations import OF_OBJECT, Mention, Proposition, Quantity, read, write
from kg.language.lexicon import PARTITIVES
from kg.language.propositions import propositions
from kg.language.quantities import quantities
from kg.language.tokens import Doc, Span, Token
from kg.language.values import READABLE, XSD, may_say
from kg.ontology.examples import FURTHER, OBJECT, SUBJECT, Example, Slot, parse
from kg.ontology.model import Ontology, Relation
from kg.ontology.paraphrases import paraphrases
from kg.ontology.patterns import Node, NodeKind, Pattern, in_words
from kg.ontology.spelling import spellings
from kg.ontology.variants import Variant, further, variants

_WILD = frozenset({"something", "someone", "somebody"})
_SKIPPED = frozenset("former senior longtime new big late its his her their it he she they own also now then recently reportedly".split())
_LIGHT = frozenset("be have do make take get give go come put hold see keep let say".split())
_MARKS = re.compile(r"[\[\]{}/|:*]")  # what stands beside the names of classes and of word classes in an example
_MODIFYING = frozenset({"compound", "amod", "appos"})
_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


Votes = tuple[tuple[Node | None, int], ...]
"""The patterns that an example's parses give (None: none), each with their number, most first."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An example that gave no pattern, or of whose parses fewer than half agree.

    `relation` is an IRI; `why` goes on after the example, as a clause that says what to do; `readings` are the patterns that its parses
    give, each with their number, most first. `gives_pattern` tells which of the two it is.
    """

    relation: str
    example: str
    why: str
    readings: tuple[tuple[str, int], ...] = ()
    gives_pattern: bool = False


@dataclass(frozen=True, slots=True)
class Compiled:
    """An ontology's patterns, and the examples that gave none or aren't sure."""

    patterns: tuple[Pattern, ...]
    doubts: tuple[Doubt, ...]


def compile_ontology(ontology: Ontology, nlp: Language, kept: MutableMapping[str, Votes] | None = None) -> Compiled:
    """Compile every example of every relation; `nlp` needs a tagger, a parser and a lemmatizer.

    `kept` is what the same pipeline made of examples before: these aren't parsed again. What this ontology's give is added to it, last.
    """
    patterns: list[Pattern] = []
    examples, doubts = _examples(ontology)
    keys = _keys(examples, ontology)
    votes = _votes({keys[one]: (example, ontology.relations[one[0]]) for one, example in examples.items()}, ontology, nlp, kept or {})
    for (iri, text), key in keys.items():
        if why := _unread(examples[iri, text], ontology.relations[iri].datatype):
            doubts.append(Doubt(iri, text, why))
            continue
        counts = Counter(dict(votes[key]))
        node, reason = _winner(counts, examples[iri, text].is_sentence)
        if reason:
            doubts.append(Doubt(iri, text, reason, _readings(counts, ontology), gives_pattern=node is not None))
        if node is not None:
            relation = ontology.relations[iri]
            planned, counter = text in relation.planned_examples, text in relation.counter_examples
            others = _misreadings(node, counts) if examples[iri, text].is_sentence else []
            nodes = [_spelt(one) for one in (*paraphrases(node), *others)]
            patterns += [Pattern(iri, one, text, _literals(one), _is_nominal(one), planned, counter) for one in nodes]
    if kept is not None:
        for key, counted in votes.items():
            kept.pop(key, None)
            kept[key] = counted
    return Compiled(tuple(dict.fromkeys(patterns)), tuple(doubts))


def wordings_digest(ontology: Ontology) -> str:
    """A digest of all of an ontology that its compiled wordings depend on: neither classes' labels nor axioms are part of it."""
    relations = ontology.relations.values()
    told = [(one.iri, one.examples, one.planned_examples, one.counter_examples, one.datatype) for one in relations]
    names = {word for _, *kinds, _ in told for texts in kinds for text in texts for word in _MARKS.split(text)}
    classes = sorted((name, iri) for name, iri in ontology.class_names.items() if name in names)
    words = sorted((name, sorted(known)) for name, known in ontology.word_classes.items() if name in names)
    return _digest((told, classes, words))


def _examples(ontology: Ontology) -> tuple[dict[tuple[str, str], Example], list[Doubt]]:
    """The examples by relation (IRI) and text as written, and those that can't be read."""
    found: dict[tuple[str, str], Example] = {}
    doubts: list[Doubt] = []
    for relation in ontology.relations.values():
        for text in (*relation.examples, *relation.planned_examples, *relation.counter_examples):
            try:
                found[relation.iri, text] = parse(text)
            except OntologyError as error:
                doubts.append(Doubt(relation.iri, text, str(error)))
    return found, doubts


def _keys(examples: Mapping[tuple[str, str], Example], ontology: Ontology) -> dict[tuple[str, str], str]:
    """What the examples' parses are kept under."""
    return {one: _key(one[1], example, ontology.relations[one[0]], ontology) for one, example in examples.items()}


def _votes(
    examples: Mapping[str, tuple[Example, Relation]], ontology: Ontology, nlp: Language, kept: Mapping[str, Votes]
) -> dict[str, Votes]:
    """What the parses of each example give, by its key."""
    new: dict[str, Counter[Node | None]] = defaultdict(Counter)
    todo = [key for key in examples if key not in kept]
    for say in (variants, further):
        jobs = [(one, key) for key in todo for one in say(examples[key][0], examples[key][1].datatype)]
        for doc, (variant, key) in zip(nlp.pipe((one.text for one, _ in jobs), batch_size=256), jobs, strict=True):
            new[key][_pattern(doc, variant, *examples[key], ontology)] += 1
        todo = [key for key in todo if _winner(new[key], examples[key][0].is_sentence)[1]]
    return {key: kept[key] if key in kept else tuple(new[key].most_common()) for key in examples}


def _key(text: str, example: Example, relation: Relation, ontology: Ontology) -> str:
    """A digest of what an example's patterns depend on: its text, the classes it demands, the words that its words stand for, and what
    kind of object its relation has."""
    classes = [ontology.class_names.get(name) for slot in example.slots for name in slot.classes]
    words = [sorted(ontology.word_classes.get(one.name, ())) for one in example.classed]
    return _digest((text, classes, words, relation.datatype))


def _digest(parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _unread(example: Example, datatype: str | None) -> str:
    """Why a literal can't be read from an example's object ("": it can)."""
    slot = next((one for one in example.slots if one.role == OBJECT), None)
    if datatype is None or slot is None:
        return ""
    kind = datatype.rpartition("#")[2]
    if datatype not in READABLE:
        return f"has an object of {kind}, which isn't read from words: let the range be {_listed(READABLE)}"
    if slot.classes:
        return f"demands a class of an object that is a literal: leave out the /{'|'.join(slot.classes)}"
    return "" if may_say(slot.words, datatype) else f"has no {kind} for its object: write one in the brackets in place of [{slot.words}]"


def _listed(datatypes: Iterable[str]) -> str:
    *most, last = sorted(f"xsd:{one.rpartition('#')[2]}" for one in datatypes if one.startswith(XSD))
    return f"{', '.join(most)} or {last}"


def _winner(counts: Counter[Node | None], is_sentence: bool) -> tuple[Node | None, str]:
    """What most parses make of an example, and what is wrong with it ("": nothing). Of a sentence's parses those that make a mere modifier
    of a bracket took its verb for a noun, as in "[Norvale] stocks [the drug]", and count only if all do."""
    found = [(node, n) for node, n in counts.most_common() if node is not None]
    if is_sentence:
        found = [(node, n) for node, n in found if not _is_modified(node)] or found
    if not found:
        return None, "gives no pattern: its words don't hang together in the parse, so word it otherwise"
    for node, agreeing in found:
        if not _too_general(node):
            sure = 2 * agreeing >= counts.total()
            return node, "" if sure else f"isn't sure, since no more than {agreeing} of {counts.total()} parses agree: word it more plainly"
    return None, "is too general: a light verb or a bare argument says nothing by itself, so add a word or demand classes"


def _misreadings(node: Node, counts: Counter[Node | None]) -> list[Node]:
    """What more than one other parse makes of the same words: what the parser gets wrong of an example it gets wrong of a text."""
    words, slots = _words(node), _demanded(node)
    others = [one for one, n in counts.most_common() if n > 1 and one is not None and one != node]
    return [one for one in others if one.lemma == node.lemma != "" and (_words(one), _demanded(one)) == (words, slots) and _is_clause(one)]


def _is_clause(node: Node) -> bool:
    return not (_too_general(node) or _is_nominal(node) or _has_wild(node))


def _demanded(node: Node) -> list[tuple[NodeKind, list[str]]]:
    return sorted((one.kind, sorted(one.classes)) for one in _slots(node))


def _spelt(node: Node) -> Node:
    """A pattern whose words may be spelt in other ways too."""
    edges = tuple((role, _spelt(child)) for role, child in node.edges)
    ways = spellings(node.lemma)
    lemmas = ways if node.kind == "literal" and not node.lemmas and len(ways) > 1 else node.lemmas
    return replace(node, edges=edges, lemmas=lemmas)


def _words(node: Node) -> list[str]:
    """The words of a pattern, by which the parses of one example are told from those of another."""
    own = [node.lemma] if node.lemma else []
    return sorted([*own, *(word for _, child in node.edges for word in _words(child))])


def _readings(counts: Counter[Node | None], ontology: Ontology) -> tuple[tuple[str, int], ...]:
    names = {one.iri: one.name for one in ontology.classes.values()}
    return tuple((in_words(node, names) if node is not None else "no pattern", n) for node, n in counts.most_common())


def _literals(node: Node) -> int:
    return ((node.kind in {"literal", "money"} or bool(node.lemma)) and node.lemma != "be") + sum(
        _literals(child) for _, child in node.edges
    )


def _slots(node: Node) -> list[Node]:
    return ([node] if node.kind in {"subject", "object"} else []) + [slot for _, child in node.edges for slot in _slots(child)]


def _too_general(node: Node) -> bool:
    slots = _slots(node)
    if node.kind == "value":  # "revenue was [$3 million]": some word says what it is
        return _literals(node) == 0
    if node.kind in {"subject", "object"}:
        return not (node.classes or node.lemma)
    light = node.lemma in _LIGHT and sum(_literals(child) for _, child in node.edges) == 0
    return light and (_has_wild(node) or not any(slot.classes for slot in slots))


def _has_wild(node: Node) -> bool:
    return node.kind in {"anything", "clause"} or any(_has_wild(child) for _, child in node.edges)


def _is_modified(node: Node) -> bool:
    """Whether a bracket only modifies a noun."""
    return any((role in _MODIFYING and child.kind in {"subject", "object"}) or _is_modified(child) for role, child in node.edges)


def _is_nominal(node: Node) -> bool:
    roles = {role for role, _ in node.edges}
    return not roles & {"subj", "obj", "comp"}


# -- one parse → one pattern ------------------------------------------------------------------------------------------------------------


def _pattern(source: spacy.tokens.Doc, variant: Variant, example: Example, relation: Relation, ontology: Ontology) -> Node | None:
    ranged = [span for start, end in variant.ranges if (span := source.char_span(start, end, alignment_mode="expand")) is not None]
    if len(ranged) < len(variant.ranges):
        return None
    doc = Doc(source)
    found = [Span(doc, one.start, one.end) for one in ranged]
    spans, classed = found[: len(example.slots)], found[len(example.slots) :]
    outside = {token.i for span in spans for token in span}
    outside |= {token.i for token in doc if not variant.start <= token.idx < variant.end}
    write(doc, Mention, tuple(Mention(s.start, s.end, s.root.i, "name", ()) for s in spans if s.root.pos_ == "PROPN"))
    propositions(doc)
    quantities(doc)
    asked = [(span, slot) for span, slot in zip(spans, example.slots, strict=True) if slot.role != FURTHER]
    heads = {span.root.i: slot for span, slot in asked}
    if len(heads) < len(asked):
        return None
    words = {span.root.i: _word_class(word.name, ontology) for span, word in zip(classed, example.classed, strict=True)}
    literal = {t.i for t in doc if t.i not in outside and _is_content(t)} | set(words)
    starts = {span.root.i: span.start for span, _ in asked}
    parts = {i for i in literal if doc[i].lower_ in PARTITIVES and any(c.lower_ == "of" for c in doc[i].rights)}
    for needed in [literal, literal - parts] if parts else [literal]:  # "gave part of the farm to": the normal form has no part
        builder = _Builder(doc, heads, starts, needed, words, ontology, relation.datatype)
        node = _tree(builder, doc, heads, needed)
        if node is not None:
            return node
    return None


def _tree(builder: _Builder, doc: Doc, heads: Mapping[int, Slot], literal: Set[int]) -> Node | None:
    """The tree under the first word, slot or copula that joins all."""
    roots = sorted((doc[i] for i in literal if not builder.is_wild(doc[i])), key=lambda t: (len(list(t.ancestors)), t.i))
    copulas = [t for t in doc if t.lemma_ == "be" and t.dep_ == "ROOT"]
    slots = sorted(heads, key=lambda i: (not heads[i].classes, i))
    for root in [*roots, *(doc[i] for i in slots), *copulas]:
        node = builder.tree(root)
        if node is not None:
            slot = heads.get(root.i)
            bare = slot is not None and not slot.lexical and _literals(node) == 0  # no word says what it is but the name
            return replace(node, named=slot is not None and bare and slot.words.istitle() and " " in slot.words)
    return None


def _word_class(name: str, ontology: Ontology) -> frozenset[str]:
    words = ontology.word_classes.get(name)
    if words is None:
        raise OntologyError(f"An example names the word class {name}, which the ontology doesn't have: add it, or correct the name.")
    return words


def _is_content(token: Token) -> bool:
    if token.lower_ in _SKIPPED or token.is_punct or token.is_space:
        return False
    if token.lower_ in _WILD:
        return True
    if token.pos_ in {"NUM", "SYM"} or token.text == "$":
        return True
    if token.dep_ in {"aux", "auxpass", "prep", "prt", "agent", "mark", "cc", "det"}:
        return False
    manner = token.dep_ == "advmod" and token.lower_.endswith("ly")
    return manner or (token.pos_ in _CONTENT and token.lemma_ != "be")


class _Builder:
    """Builds the tree that joins an example's slots and words."""

    def __init__(
        self,
        doc: Doc,
        heads: dict[int, Slot],
        starts: dict[int, int],
        literal: set[int],
        words: dict[int, frozenset[str]],
        ontology: Ontology,
        datatype: str | None,
    ) -> None:
        self.doc, self.heads, self.starts, self.words, self.ontology, self.datatype = doc, heads, starts, words, ontology, datatype
        self.money = {q.start + n: doc.root(q.start, q.end).i for q in read(doc, Quantity) for n in range(q.end - q.start)}
        self.needed = set(heads) | {self.money.get(i, i) for i in literal if not self._under_wild(doc[i])}
        self.readings: dict[int, list[Proposition]] = {}
        for one in read(doc, Proposition):
            self.readings.setdefault(one.predicate, []).append(one)

    def is_wild(self, token: Token) -> bool:
        return self._kind(token) in {"anything", "clause", "money"}

    def _under_wild(self, token: Token) -> bool:
        """Words that only fill out a wildcard: the "something" of "do something", the "5" of "$5 million"."""
        head = token.head
        return (token.lower_ in _WILD and head.lemma_ == "do" and head != token) or (token.head == token and self._kind(token) == "clause")

    def tree(self, root: Token) -> Node | None:
        readings: list[Proposition | None] = [*self.readings.get(root.i, [])]
        beside = next((i for i in self.heads if self.starts[i] == root.i + 1), None)  # [Norvale] leased [the skipper] quota
        found: list[tuple[bool, Node]] = []
        for reading in readings or [None]:
            seen = {root.i}
            node = self._node(root, reading, seen)
            if seen >= self.needed:
                parted = beside is None or reading is None or any(a.token == beside for a in reading.arguments)
                found.append((not parted, node))
        return min(found, key=lambda one: one[0], default=(False, None))[1]

    def _node(self, token: Token, reading: Proposition | None, seen: set[int]) -> Node:
        edges: list[tuple[str, Node]] = []
        kind = self._kind(token)
        if reading is not None and kind not in {"clause", "money"}:
            taken = [a for a in reading.arguments if a.token in self.needed and a.token not in seen and a.role != OF_OBJECT]
            chosen = {a.token: a for a in reversed(taken)}
            seen.update(chosen)
            for argument in sorted(chosen.values(), key=lambda a: (a.role, a.token)):
                child = self.doc[argument.token]
                below = self.readings.get(child.i, [])
                edges.append((argument.role, self._node(child, below[0] if below else None, seen)))
        slot = self.heads.get(token.i)
        if slot is not None:
            lemma = token.lemma_.lower() if slot.lexical else ""
            if kind == "value":
                return Node(kind, lemma, edges=tuple(edges), datatype=self.datatype or "", money=token.i in self.money)
            return Node(kind, lemma, frozenset(self._class(name) for name in slot.classes), tuple(edges))
        lemma = "" if kind != "literal" else (reading.lemma if reading is not None else token.lemma_.lower())
        return Node(kind, lemma, frozenset(), tuple(edges), self.words.get(token.i, frozenset()))

    def _kind(self, token: Token) -> NodeKind:
        if token.i in self.heads:
            slot = self.heads[token.i]
            return "subject" if slot.role == SUBJECT else "object" if self.datatype is None else "value"
        if token.lower_ in _WILD:
            return "anything"
        if token.lemma_ == "do" and any(c.lower_ == "something" for c in token.children):
            return "clause"
        if token.i in self.money:
            return "money"
        return "literal"

    def _class(self, name: str) -> str:
        iri = self.ontology.class_names.get(name)
        if iri is None:
            raise OntologyError(f"An example demands the class {name}, which the ontology doesn't have: add it, or correct the name.")
        return iri

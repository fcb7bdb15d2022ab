"""Clauses, conjuncts and subjects that the parser hung on the wrong one of two nouns."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.replacing import replace

_COMMON = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OF_LOSS = frozenset("deprive dispossess disabuse divest relieve rid".split())


def clause_of_nearer(verb: Token) -> None:
    """ "Roe, an official with the board that oversees X": "that" is nobody with a name, but what stands right before it."""
    person = verb.head
    that = next((c for c in verb.lefts if c.lower_ in {"that", "which"} and c.dep_ in {"nsubj", "nsubjpass", "dobj"}), None)
    named = person.ent_type_ == "PERSON" or (person.dep_ == "appos" and person.head.ent_type_ == "PERSON")
    if that is None or not named or that.i != verb.left_edge.i:
        return
    beside = [c for prep in person.rights if prep.dep_ == "prep" for c in prep.rights if c.dep_ == "pobj"]
    nearer = next((c for c in beside if c.right_edge.i == that.i - 1), None)
    if nearer is not None:
        verb.head = nearer


def like_for_like(noun: Token) -> None:
    """ "States led by X and industry groups are suing": a bare plural after a name is beside the plural over that, which it is like."""
    name = noun.head
    agent = name.head
    led = agent.head
    over = led.head
    if name.pos_ != "PROPN" or agent.dep_ != "agent" or led.dep_ != "acl" or over.tag_ != "NNS" or over.dep_ not in {"nsubj", "nsubjpass"}:
        return
    if over.head.i < noun.i or any(c.dep_ in {"det", "poss", "conj"} for c in noun.children):
        return
    for child in name.rights:
        if child.dep_ == "cc" and child.i < noun.i:
            child.head = over
    noun.head = over


def subject_for_modifier(verb: Token) -> None:
    """ "X pays A and the state agency pays B": what stands between "and" and a verb with an article before it is its subject."""
    before = [c for c in verb.lefts if c.dep_ not in {"punct", "cc"}]
    if len(before) < 2 or before[0].dep_ != "det":
        return
    subject = before[-1]
    if subject.i != verb.i - 1 or subject.dep_ not in {"compound", "nmod"} or subject.tag_ not in _COMMON:
        return
    if verb.pos_ == "VERB" and verb.head.pos_ == "VERB" and verb.head.i < before[0].i:
        for child in before[:-1]:
            child.head = subject
        subject.dep_ = "nsubj"


def of_verb(preposition: Token) -> None:
    """ "Deprived the party of its rights": what somebody loses hangs on the verb, which can't do without it."""
    noun = preposition.head
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in _OF_LOSS or noun.i > preposition.i:
        return
    if [c for c in noun.rights if c.lower_ == "of"][-1:] == [preposition] and not any(c.lower_ == "of" for c in verb.rights):
        preposition.head = verb


def subject_for_conjunct(verb: Token) -> None:
    """ "X hired A and B hired C": what stands between "and" and a verb without a subject is that, and no second object."""
    over = verb.head
    if (
        verb.dep_ != "conj"
        or over.pos_ != "VERB"
        or verb.i < over.i
        or any(c.dep_ in {"nsubj", "nsubjpass", "auxpass"} for c in verb.lefts)
    ):
        return
    first = min((c.i for c in verb.lefts), default=verb.i)
    noun = next((c for o in over.rights if o.dep_ == "dobj" for c in o.rights if c.dep_ == "conj" and c.right_edge.i + 1 == first), None)
    if noun is None or noun.left_edge.i == noun.i == first or not any(c.dep_ in {"dobj", "prep"} for c in verb.rights):
        return
    joint = noun.left_edge.nbor(-1)
    if joint.dep_ == "cc":
        joint.head = over
        noun.head, noun.dep_ = verb, "nsubj"


def verb_beside_verb(verb: Token) -> None:
    """ "The firm lost money and, as a result, has to sell": a verb without a subject behind another goes on with it."""
    over = verb.head
    plain = over.tag_ in _FINITE and over.i < verb.i and not any(c.dep_ in {"nsubj", "nsubjpass", "mark", "expl"} for c in verb.children)
    if plain and any(c.dep_ == "nsubj" for c in over.lefts):
        verb.dep_ = "conj"


def name_before_span(span: Token) -> None:
    """ "Was bought by Halden Capital weeks before …": the name is no part of the time."""
    name = span.nbor(-1) if span.i else span
    after = span.nbor(1).lower_ if span.i + 1 < len(span.doc) else ""
    if name.pos_ != "PROPN" or name.dep_ != "compound" or name.head != span or after not in {"before", "after", "later", "earlier", "ago"}:
        return
    parts = [t for t in span.lefts if t.i < name.i]
    start = min([name.left_edge.i, *(t.left_edge.i for t in parts)])
    over = span.doc[start - 1] if start else span
    relation = "pobj" if over.pos_ == "ADP" else "dobj" if over.pos_ == "VERB" else ""
    if not relation or any(c.dep_ in {"pobj", "dobj"} and c != span for c in over.children):
        return
    for part in parts:
        part.head = name
    name.head, name.dep_ = over, relation


def name_beside_kind(name: Token) -> None:
    """ "The donors of the campaign, Dana Roe and her wife": a name after a comma is none of the kind before it."""
    if name.dep_ != "conj":
        return
    kind = name.head
    over = kind.head.head if kind.dep_ == "pobj" and kind.head.lower_ == "of" else kind
    if over == kind or kind.tag_ not in _COMMON or over.tag_ != "NNS":
        return
    if name.left_edge.i and name.left_edge.nbor(-1).text == "," and not any(c.dep_ == "cc" and c.i < name.i for c in kind.children):
        name.head, name.dep_ = over, "dep"  # who the donors are, or one of a list of them


def name_of_two_roles(name: Token) -> None:
    """ "The actress and activist Lena Roe is here": with one article and a verb in the singular, both nouns tell of the name."""
    if name.dep_ != "conj":
        return
    first = name.head
    if first.tag_ != "NN" or name.left_edge.i < 2 or first.i > name.i:
        return
    start, joint, verb = name.left_edge, name.left_edge.nbor(-1), first.head
    roles = [c for c in name.lefts if c.tag_ == "NN" and c.is_lower and c.dep_ == "compound"]
    if joint.lower_ != "and" or joint.head != first or not roles or start.dep_ in {"det", "poss"} or start.pos_ in {"DET", "PRON"}:
        return
    article = next((c.lower_ for c in first.lefts if c.dep_ == "det"), "")
    one = article in {"a", "an"} or first.dep_ == "appos" or verb.tag_ == "VBZ" or verb.lower_ == "was"
    if article and one and first.nbor(1) == joint:
        replace(first, name)
        first.head, first.dep_ = name, "compound"
        joint.head = first


def subject_behind(noun: Token) -> None:
    """ "As intriguing was the host Nils Roe": what stands behind a copula without a subject, and an adjective before it, is the subject."""
    if noun.dep_ != "attr":
        return
    copula = noun.head
    if copula.lemma_ != "be" or noun.i < copula.i or copula.is_sent_start:
        return
    if not any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in copula.children) and copula.nbor(-1).tag_ == "JJ":
        noun.dep_ = "nsubj"

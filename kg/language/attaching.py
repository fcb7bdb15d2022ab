"""Clauses, conjuncts and subjects that the parser hung on the wrong one of two nouns."""

from __future__ import annotations

from spacy.tokens import Token

_COMMON = frozenset({"NN", "NNS"})


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

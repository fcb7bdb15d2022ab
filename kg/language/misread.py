"""Nouns and names that were taken for verbs, and verbs for parts of names."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.replacing import replace

_COMMON = frozenset({"NN", "NNS"})
_VERBS = frozenset({"VB", "VBP", "VBZ"})


def noun_for_verb(noun: Token) -> None:
    """ "Pays inmates $20": what is paid to whom, where the parser took these for a verb."""
    verb = noun.head
    if verb.pos_ != "VERB" or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "mark"} for c in noun.children):
        return
    for child in [c for c in noun.rights if c.dep_ in {"dobj", "prep", "npadvmod", "punct"}]:
        child.head = verb
    noun.tag_, noun.pos_ = "NNS", "NOUN"


def noun_after_do(noun: Token) -> None:
    """ "Does the ground handling for X": what "do" has before it in "ing" is its object."""
    verb = next((c for c in noun.lefts if c.dep_ == "aux" and c.lower_ in {"do", "does", "did"}), None)
    if verb is None or not any(c.dep_ == "det" for t in noun.lefts if t.i > verb.i for c in (t, *t.children)):
        return
    replace(noun, verb)
    for child in [c for c in verb.rights if c.i < noun.i]:
        child.head, child.dep_ = noun, "det" if child.pos_ == "DET" else "compound"
    noun.head, noun.dep_, noun.pos_, noun.tag_, noun.lemma_ = verb, "dobj", "NOUN", "NN", noun.lower_
    verb.pos_ = "VERB"


def verb_for_compound(verb: Token) -> None:
    """ "Both X and Y import toys from Z": a verb after its subjects, taken for a part of its object's name."""
    noun = verb.head
    if verb.dep_ != "compound" or noun.i < verb.i or not verb.i or verb.nbor(-1).pos_ != "PROPN":
        return
    subject = next((c for c in noun.lefts if c.pos_ == "PROPN" and c.i < verb.i), None)
    if subject is None or noun.dep_ not in {"nsubj", "ROOT"}:
        return
    for child in [c for c in noun.lefts if c.i < verb.i and c != subject]:
        child.head = subject
    again = any(c.dep_ == "nsubj" and c != noun for c in noun.head.children)
    replace(noun, verb)
    if verb.dep_ == "nsubj":
        verb.dep_ = "ccomp" if again else "csubj"
    subject.head, subject.dep_, noun.head, noun.dep_, verb.pos_ = verb, "nsubj", verb, "dobj", "VERB"


def name_after_noun(name: Token) -> None:
    """ "The pear cultivar Norby resists blight": with an object of its own, the verb is that of the sentence, and of no relative clause
    about the cultivar; the noun only says what the name is the name of."""
    verb, start = name.head, name.left_edge.i
    apposed = name.dep_ == "appos" and start < name.i and start - 1 == verb.i and verb.tag_ in _COMMON
    if apposed and (name.doc[start].is_lower or (name.ent_type_ == "PERSON" and verb.dep_ == "appos")):
        # "the pea hybrid Veslow", of which the pea was made the head; "her doctor, the surgeon Nils Roe"
        replace(verb, name)
        verb.head, verb.dep_ = name, "compound"
        return
    if name.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "relcl" or not start or verb.i < name.i:
        return
    noun = name.doc[start - 1]
    if noun != verb.head or noun.tag_ not in _COMMON or noun.left_edge.pos_ != "DET":
        return
    if not any(c.dep_ in {"dobj", "acomp", "attr", "auxpass"} for c in verb.children):
        return
    over, relation = noun.head, noun.dep_
    verb.head, verb.dep_ = (verb, relation) if over == noun else (over, "ccomp" if relation == "nsubj" else relation)
    for child in [c for c in noun.rights if c not in {name, verb}]:
        child.head = verb
    for child in [c for c in noun.lefts if c.dep_ == "punct"]:
        child.head = verb
    noun.head, noun.dep_ = name, "compound"


def agent(name: Token) -> None:
    """ "Was bred by Norby Agri": an unknown name after a "by" that has nothing else under it is no clause."""
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    if before.dep_ == "agent" and before.head == name.head and not [*before.children]:
        name.head, name.dep_ = before, "pobj"


def name_for_infinitive(name: Token) -> None:
    """ "Extended a loan to Tarnwind for its plant": an unknown name after "to" is no verb."""
    if name.tag_ != "VB" or not name.text.istitle() or not name.i or name.nbor(-1).text != "to" or name.nbor(-1).head != name:
        return
    if name.head == name or any(t.text.istitle() for t in name.doc[max(0, name.i - 3) : name.i - 1] if t.pos_ in {"VERB", "NOUN"}):
        return  # a headline's infinitive
    preposition = name.nbor(-1)
    preposition.head, preposition.dep_, preposition.pos_, preposition.tag_ = name.head, "prep", "ADP", "IN"
    name.head, name.dep_, name.pos_, name.tag_ = preposition, "pobj", "PROPN", "NNP"


def name_for_verb(first: Token) -> None:
    """ "Rosalind Roe was named …": a given name at a sentence's start is no verb with a surname for its object."""
    if not first.is_sent_start or first.tag_ not in _VERBS or first.dep_ not in {"nsubj", "nsubjpass", "csubj", "csubjpass"}:
        return
    last = first.nbor(1) if first.i + 1 < len(first.doc) else first
    if last.head == first and last.pos_ == "PROPN" and last.dep_ in {"dobj", "nsubj", "oprd"}:
        relation = {"csubj": "nsubj", "csubjpass": "nsubjpass"}.get(first.dep_, first.dep_)
        replace(first, last)
        last.dep_ = relation
        first.head, first.dep_, first.pos_, first.tag_ = last, "compound", "PROPN", "NNP"


def compound_in_two(first: Token) -> None:
    """ "The stunt double of X", where each of the two nouns was taken for the whole."""
    if first.tag_ not in _COMMON or first.i + 1 >= len(first.doc):
        return
    last = first.nbor(1)
    twins = last.head == first.head and last.dep_ == first.dep_ == "attr"
    if last.tag_ in _COMMON and last.is_lower and first.is_lower and (twins or (last.head == first and last.dep_ == "appos")):
        replace(first, last)
        first.head, first.dep_ = last, "compound"


def verb_after_name(verb: Token) -> None:
    """ "Brandt charges that X paid Y": the sentence's second word before a that-clause, taken for a plural where there is no other verb."""
    name = verb.nbor(-1) if verb.i else verb
    if not name.is_sent_start or not name.text.istitle() or verb.tag_ != "NNS":  # these are quickly seen, so they come first
        return
    clause = next((c for c in verb.rights if c.dep_ == "acl" and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.lefts)), None)
    if clause is None or verb.sent.root not in {name, verb}:
        return
    if verb.head == name:
        replace(name, verb)
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", verb.lower_.removesuffix("s")
    name.head, name.dep_, name.pos_, name.tag_ = verb, "nsubj", "PROPN", "NNP"
    clause.dep_ = "ccomp"

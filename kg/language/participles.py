"""Participles, gerunds and past tenses that the parser took for each other, or for something else."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.replacing import replace

_COMMON = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
IRREGULAR = {
    "lent": "lend",
    "led": "lead",
    "fed": "feed",
    "sent": "send",
    "bred": "breed",
    "sold": "sell",
    "built": "build",
    "held": "hold",
}


def for_granted(participle: Token) -> None:
    """ "Took the voters for granted": the two words hang on the verb, as a preposition with what is under it."""
    before = participle.nbor(-1) if participle.i else participle
    verb = next((t for t in participle.ancestors if t.pos_ == "VERB" and t != before), participle)
    if before.lower_ == "for" and verb.lemma_ == "take" and participle.dep_ != "amod":
        before.head, before.dep_, before.pos_, before.tag_ = verb, "prep", "ADP", "IN"
        participle.head, participle.dep_ = before, "pcomp"


def participle_for_sentence(participle: Token) -> None:
    """ "The mill is near Norby, bought by X": a participle with its agent, of which the sentence before the comma was made a clause."""
    if not any(c.dep_ == "agent" for c in participle.rights):
        return
    clauses = [c for c in participle.lefts if c.dep_ == "ccomp"]
    if len(clauses) != 1 or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in participle.children):
        return
    noun = clauses[0].right_edge
    if noun.nbor(1).text == "," and noun.pos_ in {"NOUN", "PROPN"}:
        clauses[0].head, clauses[0].dep_ = clauses[0], "ROOT"
        participle.head, participle.dep_ = noun, "acl"


def gerund_for_sentence(gerund: Token) -> None:
    """ "Fearing a flood, X shut the mill": a gerund at the start, of which the sentence after its comma was made a clause."""
    clauses = [c for c in gerund.rights if c.dep_ == "ccomp" and c.tag_ in _FINITE and any(s.dep_ == "nsubj" for s in c.lefts)]
    subject = next((c for one in clauses for c in one.lefts if c.dep_ == "nsubj"), gerund)
    if len(clauses) != 1 or any(c.dep_ in {"nsubj", "aux"} for c in gerund.lefts):
        return
    comma = next((t for t in gerund.doc[gerund.i + 1 : subject.i] if t.text == ","), None)
    if comma is None or any(c.dep_ == "mark" for c in clauses[0].lefts):
        return
    clause = clauses[0]
    clause.head, clause.dep_ = clause, "ROOT"
    gerund.head, gerund.dep_ = clause, "advcl"
    for child in [c for c in subject.lefts if c.i < comma.i]:
        child.head, child.dep_ = gerund, "dobj"
    for child in [c for c in gerund.rights if c.i > comma.i]:
        child.head = clause


def participle_for_adjective(participle: Token) -> None:
    """ "Was qualified by X": an adjective after "be" that has an agent is a participle."""
    copula = participle.head
    agent = any(c.dep_ == "agent" and any(o.dep_ == "pobj" for o in c.children) for c in participle.rights)
    if not agent or copula.lemma_ != "be" or not participle.lower_.endswith("ed") or participle.i < copula.i:
        return
    replace(copula, participle)
    copula.head, copula.dep_ = participle, "auxpass"
    for subject in [c for c in participle.lefts if c.dep_ == "nsubj"]:
        subject.dep_ = "nsubjpass"
    participle.pos_, participle.tag_, participle.lemma_ = "VERB", "VBN", _verb_of(participle.lower_)


def _verb_of(participle: str) -> str:
    """The verb of a regular participle, as spelling tells it: "qualified", "certified"; of a doubled consonant it makes none."""
    if participle.endswith("ied"):
        return f"{participle[:-3]}y"
    stem = participle.removesuffix("ed")
    return (
        f"{stem}e"
        if stem.endswith(("at", "iz", "is", "v", "c", "s", "ag", "ur", "us", "id", "in", "ir")) and not stem.endswith(("ain", "air", "aid"))
        else stem
    )


def after_did(verb: Token) -> None:
    """ "Did not fell a tree": no past tense follows "did"."""
    if any(c.lower_ in {"did", "do", "does"} and c.dep_ == "aux" for c in verb.lefts):
        verb.tag_, verb.lemma_ = "VB", verb.lower_


def past_for_participle(verb: Token) -> None:
    """ "Dana Roe, a brewer, endowed Norby College": a past tense after a comma, taken for a modifier of its object in a sentence without
    another verb."""
    if verb.dep_ != "amod":
        return
    noun = verb.head
    subject = noun.head
    if noun.dep_ != "appos" or subject.dep_ != "ROOT" or not subject.i < verb.i < noun.i:
        return
    if verb.nbor(-1).text != "," or subject.pos_ not in {"PROPN", "NOUN"} or noun.left_edge.i < verb.left_edge.i:
        return
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    for child in [c for c in subject.rights if c.i > verb.i and c != noun]:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"


def beside_perfect(verb: Token) -> None:
    """ "They are the work of a firm that has dealt in rumours, posted lies and sold ads": without a subject, and after a present tense,
    what looks like a past tense goes on a perfect."""
    over = verb.head
    if (
        verb.dep_ != "conj"
        or over.tag_ not in {"VBZ", "VBP"}
        or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.lefts)
    ):
        return
    perfects = [
        t for t in verb.doc[over.i + 1 : verb.i] if t.tag_ == "VBN" and any(c.lemma_ == "have" and c.dep_ == "aux" for c in t.lefts)
    ]
    last = perfects[-1] if perfects else verb
    if last.dep_ == "relcl" and verb.left_edge.i and verb.left_edge.nbor(-1).text == "," and not any(c.dep_ == "cc" for c in last.children):
        verb.head, verb.tag_ = last, "VBN"


def participle_for_noun(participle: Token) -> None:
    """ "A painting lent to X by Y": an irregular participle after its noun, which the tagger took for a noun of its own."""
    noun = participle.nbor(-1) if participle.i else participle
    lemma = IRREGULAR.get(participle.lower_)
    after = [c for c in participle.rights if c.dep_ in {"prep", "dative", "agent"}]
    if lemma is None or participle.tag_ not in {"NN", "NNP"} or noun.head != participle or noun.tag_ not in _COMMON or not after:
        return
    replace(participle, noun)
    participle.head, participle.dep_, participle.pos_, participle.tag_, participle.lemma_ = noun, "acl", "VERB", "VBN", lemma
    for preposition in after:
        preposition.head = participle
        preposition.dep_ = "agent" if preposition.lower_ == "by" else preposition.dep_

"""What was taken for an apposition, and is a subject or a speaker."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.lexicon import SAY

_SAID = SAY | {"rule", "hear", "decide"}
_OF_SPEAKERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "two", "three", "several"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def speaker_for_apposition(speaker: Token) -> None:
    """ "X hired Y, a court in Z found": with no comma after it, what follows a comma is who speaks, and nothing that Y is."""
    named = speaker.head
    if speaker.dep_ != "appos" or named.i > speaker.i or speaker.right_edge.i + 1 >= len(speaker.doc):
        return
    inside = next((c for c in speaker.rights if c.dep_ in {"acl", "relcl"} and c.tag_ in _FINITE), None)
    start, verb = speaker.left_edge, inside or speaker.doc[speaker.right_edge.i + 1]
    if verb.tag_ not in _FINITE or verb.pos_ != "VERB" or not _ends_speech(verb):
        return
    if start.lower_ not in _OF_SPEAKERS or not start.i or start.nbor(-1).text != ",":
        return
    if verb == inside or (verb.dep_ in {"ROOT", "conj"} and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)):
        clause = verb.sent.root
        if verb != clause:
            verb.head, verb.dep_ = verb, "ROOT"
            clause.head, clause.dep_ = verb, "ccomp"
            for mark in [c for c in clause.rights if c.i > verb.i and c.dep_ == "punct"]:
                mark.head = verb
        speaker.head, speaker.dep_ = verb, "nsubj"
    elif named.head == verb and named.dep_ == "nsubj":
        before = named.left_edge.nbor(-1) if named.left_edge.i else named
        if before.dep_ in {"mark", "prep"} and before.i > before.sent.start and before.nbor(-1).pos_ in {"NOUN", "PROPN", "VERB"}:
            before.head, before.dep_ = before.nbor(-1), "prep"
            named.head, named.dep_ = before, "pobj"
        elif before.pos_ in {"NOUN", "ADJ"} and before.dep_ in {"dobj", "pobj", "attr"}:
            before.pos_, before.tag_ = "NOUN", "NN"
            named.head, named.dep_ = before, "appos"
        elif before.pos_ == "VERB" and before.head == verb and not any(c.dep_ == "dobj" for c in before.children):
            named.head, named.dep_ = before, "dobj"
        else:
            return
        speaker.head, speaker.dep_ = verb, "nsubj"


def _ends_speech(verb: Token) -> bool:
    """Whether a sentence ends with a verb, or with one that brings in speech and with when and how that was said."""
    if verb.i + 2 >= verb.sent.end:
        return True
    said = verb.lemma_.lower() in _SAID and verb.right_edge.i + 2 >= verb.sent.end
    return said and all(c.dep_ in {"prep", "npadvmod", "advmod", "punct", "dobj", "dative"} for c in verb.rights)


def subject_for_apposition(noun: Token) -> None:
    """ "Taken in by X, the otter Pip shares a pool": what stands after a participle's comma and before a verb without a subject is that."""
    first, verb = noun.sent[0], noun.sent.root
    fronted = first.tag_ in {"VBN", "VBG"} and first.head == verb and first.dep_ in {"advcl", "csubj"} and first.i < noun.left_edge.i
    if not fronted or verb.i < noun.i or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return
    between = noun.doc[noun.right_edge.i + 1 : verb.i]
    if noun.left_edge.nbor(-1).text != "," or any(t.pos_ not in {"AUX", "ADV", "PART"} for t in between):
        return
    first.dep_ = "advcl"
    noun.head, noun.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"

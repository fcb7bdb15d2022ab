"""Asides: what an article puts into somebody's speech in its own voice, "Roe said that Lee, who has not been charged, …"."""

from __future__ import annotations

from kg.language.clauses import is_passive
from kg.language.lexicon import LIES, NEGATIONS, REPORTED
from kg.language.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEFINITE = frozenset({"the", "these", "those"})
_PRESENT = frozenset({"VBZ", "VBP"})
_PAST = frozenset({"VBD", "VBN"})
_WISHES = frozenset("ask demand pledge promise propose recommend request urge vow".split())


def relative_clause(verb: Token) -> Token | None:
    """The verb of the relative clause that a verb stands in itself ("who was neither charged nor convicted"); None: it stands in none."""
    while verb.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head
    return verb if verb.dep_ == "relcl" else None


def tells_who(clause: Token) -> bool:
    """Whether a clause only tells who somebody is, beside whose name it stands: "X, the firm to which Y farmed out its guarding"."""
    return clause.head.dep_ == "appos" and clause.head.head.pos_ == "PROPN"


def presupposes(verb: Token) -> bool:
    """Whether a clause tells which are meant, so that a denial of what is said of them leaves it be: "denied that the people working for it
    earn little". "The claims made by X" may be what is denied, and "the man who did it" what somebody is not."""
    clause = relative_clause(verb) or (verb if verb.dep_ == "acl" and verb.tag_ in {"VBG", "VBN"} else None)
    if clause is None or clause.head.dep_ not in _SUBJECTS or clause.head.lemma_.lower() in REPORTED | LIES:
        return False
    if clause.head.head.pos_ not in {"VERB", "AUX"} or clause.head.head.i < clause.i:
        return False  # what is said of them comes after
    return clause.head.tag_ != "NNP" and any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in clause.head.lefts)


def is_aside(clause: Token, cue: Token) -> bool:
    """Whether a clause behind a comma, about somebody named, is the article's own and not of the speech that the cue before it brings in.

    It is where its tense isn't shifted back as a speech's would be ("Roe said that Lee, who owns X, …"), where the cue brings in a wish,
    which tells nothing of anybody, or where it clears somebody: "who has not been charged".
    """
    start = clause.left_edge.i
    if clause.head.pos_ != "PROPN" or clause.doc[start - 1].text != "," or cue.pos_ != "VERB" or not cue.i < start:
        return False
    finite = next((c for c in clause.lefts if c.dep_ in {"aux", "auxpass"}), clause)
    cleared = is_passive(clause) and any(c.lower_ in NEGATIONS for c in clause.lefts) and not any(c.dep_ == "agent" for c in clause.rights)
    return cleared or cue.lemma_.lower() in _WISHES or (finite.tag_ in _PRESENT and cue.tag_ in _PAST)

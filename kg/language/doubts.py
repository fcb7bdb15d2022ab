"""What around a word tells that it isn't so, or isn't sure: the signs that certainty is read from."""

from __future__ import annotations

from kg.language import lexicon as words
from kg.language.tokens import Token


def denied_before(token: Token) -> bool:
    """ "Never a contractor for X", "never in the employ of X"."""
    start = token.left_edge.i
    if token.dep_ == "pobj" and token.head.pos_ == "ADP":
        owned = token.head.lower_ == "of" and any(c.dep_ == "poss" for c in token.children)  # "never the city of X's contractor"
        start = min(start, token.head.head.left_edge.i if owned else token.head.left_edge.i)
    words_around = [token.doc[i].lower_ for i in (start, start - 1) if i >= 0]
    return bool({"never", "not", "hardly"} & set(words_around))


def undoes(adverb: Token) -> bool:
    """ "Never", "nearly", "hardly ever", "no longer"."""
    inside = {c.lower_ for c in adverb.children}
    return (adverb.lower_ == "longer" and "no" in inside) or bool({adverb.lower_, *inside} & (words.NEARLY | {"never"}))


def is_left_undone(verb: Token) -> bool:
    """ "Instead of hiring X", "rather than pay X", "never met X, let alone hired X"."""
    start = verb.left_edge.i
    before = tuple(t.lower_ for t in verb.doc[max(0, start - 2) : start])
    inside = tuple(t.lower_ for t in verb.doc[start : start + 2])
    return bool({before, inside} & {("instead", "of"), ("rather", "than"), ("let", "alone"), ("much", "less")})


def is_imagined(prep: Token, verb: Token) -> bool:
    """ "In the novel", "under the proposal X is paid"; what "was paid under a plan" was, and what "is paid under a deal" is."""
    inner = {c.lemma_.lower() for c in prep.children if c.dep_ == "pobj"}
    if prep.lower_ != "under" or not inner & words.ON_PAPER:
        return prep.lower_ == "in" and bool(inner & words.FICTION)
    auxiliary = [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ == "MD" or c.lower_ == "to" for c in auxiliary):
        return True
    past = any(c.tag_ == "VBD" or c.lemma_ == "have" for c in auxiliary) or (verb.tag_ in {"VBD", "VBN"} and not auxiliary)
    return not past and (prep.i < verb.i or not inner & words.CONCLUDED)


def is_ahead(verb: Token) -> bool:
    """Whether a present tense tells what is yet to come: "nothing will happen until she leaves office"; "he sells it after he buys it" is
    a habit."""
    marks = {c.lower_ for c in verb.lefts if c.dep_ == "mark"} | ({verb.head.lower_} if verb.dep_ == "pcomp" else set())
    if verb.tag_ != "VBZ" or not marks & words.UNTIL:
        return False
    over = next((one for one in verb.ancestors if one.pos_ in {"VERB", "AUX"}), verb)
    return over.lemma_ == "be" or any(c.tag_ == "MD" for c in over.lefts)


def ends_at_last(verb: Token) -> bool:
    """Whether a time is told at which what wasn't so came to be: "hadn't paid until March" means paid in March."""
    near = [verb, *(c for c in verb.children if c.dep_ in {"dobj", "attr", "acomp"})]
    untils = [c for one in near for c in one.children if c.dep_ == "prep" and c.lower_ in {"until", "till"}]
    return any(c.dep_ == "pobj" and (c.ent_type_ == "DATE" or c.tag_ == "CD") for one in untils for c in one.children)


def is_habit(verb: Token) -> bool:
    """Whether a clause with "when" and the present tense tells no more than what may happen: "laughs when X sues Y"."""
    present = verb.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"VBZ", "VBP"} and c.dep_ in {"aux", "auxpass"} for c in verb.lefts)
    return verb.dep_ == "advcl" and present and any(c.lower_ in {"when", "whenever"} and c.dep_ == "advmod" for c in verb.lefts)


def is_dated(habit: Token) -> bool:
    """Whether a clause with "when" and the present tense tells what is ahead: "on Tuesday when X sues Y", "will leave when X sues Y"."""
    before = habit.doc[max(habit.left_edge.i - 1, 0)]
    return before.ent_type_ == "DATE" or any(c.tag_ == "MD" for c in habit.head.lefts)


def is_of_what_may_be(verb: Token) -> bool:
    """Whether a clause tells of one of a kind that a condition or a habit brings in: "if they find a man shot by X"."""
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and _is_any(noun):
        noun = noun.head.head
    over = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ not in {"dobj", "nsubj", "nsubjpass"} or not _is_any(noun):
        return False
    return is_habit(over) or any(c.dep_ == "mark" and c.lower_ in words.CONDITIONS for c in over.lefts)


def _is_any(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an", "any"} and c.dep_ == "det" for c in noun.lefts)


def is_wished_of_anyone(verb: Token) -> bool:
    """ "You want your people to be for X": what anybody may want."""
    return verb.lemma_ in {"want", "need", "wish", "hope"} and any(c.dep_ == "nsubj" and c.lower_ == "you" for c in verb.lefts)


def is_inverted(aux: Token) -> bool:
    """ "Had X bought Y, …": a condition without "if"."""
    subjects = [c for c in aux.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if any(c.lower_ in words.NEGATIONS and c.i < aux.i for c in aux.head.lefts):
        return False  # "nor had she ever hired X"
    return aux.lower_ in {"had", "were", "should"} and any(aux.i < c.i for c in subjects)


def is_none(token: Token) -> bool:
    """ "No charges", "nobody", "neither X nor Y"."""
    if token.lower_ in {"nobody", "none", "nothing", "no-one", "neither"}:
        return True
    if token.left_edge.lower_ in {"no", "neither"} and token.left_edge.dep_ != "intj":
        return True
    return any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj", "cc", "advmod"} and c.i < token.i for c in token.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has a "to": "to hire"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_withdrawn(report: Token) -> bool:
    """Whether a report is said to be false, taken back, or not to be there: "retracted its report that", "no evidence that"."""
    over = report.head
    if is_none(report) or (report.dep_ in {"dobj", "nsubjpass"} and over.lemma_.lower() in words.WITHDRAW):
        return True
    if report.dep_ == "nsubj" and over.lemma_ == "be":
        return any(c.lemma_.lower() in {"false", "untrue", "wrong", "baseless", "unfounded", "incorrect"} for c in over.children)
    return report.dep_ == "pobj" and over.lower_ == "to" and is_none(over.head)


def is_singled_out(noun: Token) -> bool:
    """ "The first woman to lead" did lead."""
    return (
        any(c.tag_ == "JJS" or c.lower_ in {"first", "last", "only", "latest", "next", "one"} for c in noun.children)
        or noun.lower_ == "one"
    )


def is_doubted(verb: Token) -> bool:
    """Whether a verb of saying is itself only alleged: what "they alleged that he claimed that …" tells is no surer than that he did; or
    only may be said: "the files could show that …"."""
    alleged = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_.lower() in words.DOUBT | words.POSSIBLE_VERBS
    return alleged or any(c.dep_ == "aux" and c.lower_ in words.MAY for c in verb.lefts)

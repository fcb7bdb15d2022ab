"""How sure: negation and modality of every predicate, with what stands over it (denials, plans, hedges, conditions, questions)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kg.language import lexicon as words
from kg.language.annotations import Certainty, Proposition, read, write
from kg.language.clauses import is_on_its_way
from kg.language.doubts import (
    denied_before,
    ends_at_last,
    is_ahead,
    is_dated,
    is_doubted,
    is_habit,
    is_imagined,
    is_infinitive,
    is_inverted,
    is_left_undone,
    is_none,
    is_of_what_may_be,
    is_singled_out,
    is_wished_of_anyone,
    is_withdrawn,
    undoes,
)
from kg.language.tokens import Doc, Token

Modality = Literal["asserted", "possible", "planned", "unreal"]
_CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp", "csubj", "csubjpass"})
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class _State:
    """How sure a predicate is so far; `stop` is the token above which nothing is asked (none: -1)."""

    stop: int = -1
    negated: bool = False
    modality: Modality = "asserted"

    def flip(self) -> _State:
        return replace(self, negated=not self.negated)

    def deny(self) -> _State:
        return replace(self, negated=True)

    def possible(self) -> _State:
        return self if self.modality == "unreal" else replace(self, modality="possible")

    def planned(self) -> _State:
        return self if self.modality in {"possible", "unreal"} else replace(self, modality="planned")

    def unreal(self) -> _State:
        return replace(self, modality="unreal")


def certainties(doc: Doc) -> Doc:
    """The component `kg_certainty`: what isn't plainly affirmed."""
    found: dict[int, Certainty] = {}
    asked = _asked(doc)
    for predicate in dict.fromkeys(one.predicate for one in read(doc, Proposition)):
        state = _of_token(doc[predicate], predicate in asked)
        if state.negated or state.modality != "asserted":
            found[predicate] = state
    write(doc, Certainty, tuple(found.values()))
    return doc


def of_any(doc: Doc, tokens: Iterable[int]) -> Certainty | None:
    """The certainty of the first of some words that isn't plainly affirmed, whether or not they are predicates; None where all are."""
    asked = _asked(doc)
    found = (_of_token(doc[i], i in asked) for i in tokens)
    return next((one for one in found if one.negated or one.modality != "asserted"), None)


def _asked(doc: Doc) -> set[int]:
    """The tokens of sentences that end in a question mark."""
    found: set[int] = set()
    for sentence in doc.sents:
        end = sentence.end - 1
        while end > sentence.start and (doc[end].is_space or doc[end].text in words.CLOSE_QUOTES):
            end -= 1
        if doc[end].text == "?":
            found.update(range(sentence.start, sentence.end))
    return found


def _of_token(token: Token, asked: bool) -> Certainty:
    """The certainty of one predicate."""
    state = _climb(token, _State(), 0)
    if asked and state.modality == "asserted":
        state = state.possible()
    return Certainty(token.i, state.negated, state.modality)


def presupposed(token: Token) -> Certainty:
    """The certainty of what a title or an apposition says: the clause that it stands in has no say ("the governor may resign")."""
    installing = _installing(token)
    state = _own(token, _State()) if installing is None else _climb(installing, _own(token, _State()), 0)
    return Certainty(token.i, state.negated, state.modality)


def _installing(office: Token) -> Token | None:
    """The verb that puts somebody into an office which the parser takes for one more apposition: "plans to name its treasurer, Lee Park,
    interim president"."""
    if office.dep_ != "appos" or any(c.dep_ in {"det", "poss"} for c in office.children):
        return None
    over, steps = office, 0
    while over.dep_ in {"appos", "npadvmod"} and steps < _DEPTH:
        over, steps = over.head, steps + 1
    verb = over.head if over.dep_ == "dobj" else over
    named_by = [one for one in (verb, *verb.children) if one.lemma_ in words.INSTALL and one.i < office.i]
    return named_by[0] if steps > 1 and named_by else None


def within(token: Token, over: Token) -> Certainty:
    """The certainty of a word by what stands between it and the predicate over it."""
    state = _State(stop=over.i)
    done_to = token.dep_ == "nsubj" and token.is_ancestor(over)  # "a deal brokered by X collapsed": it was brokered
    state = _own(token, state) if done_to else _climb(token, state, 0)
    return Certainty(token.i, state.negated, state.modality)


def _climb(token: Token, state: _State, depth: int) -> _State:
    state = _own(token, state)
    head, dep = token.head, token.dep_
    if head.i == state.stop:
        return state
    if head == token or depth > _DEPTH:
        return state.planned() if head == token and is_infinitive(token) else state  # a headline's "Firm to hire"
    if token.pos_ in {"VERB", "AUX"}:
        return _above_verb(token, head, dep, state, depth)
    if token.pos_ in {"NOUN", "PROPN"}:
        return _above_noun(token, head, dep, state, depth)
    if token.pos_ == "ADJ" and dep in {"acomp", "oprd"}:
        state = state.possible() if head.lemma_.lower() in words.POSSIBLE_VERBS else state
        return _climb(head, state, depth + 1)
    return state


def _own(token: Token, state: _State) -> _State:
    """What the predicate's own dependants say."""
    stray = token.dep_ == "advcl" and not any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children)
    phrase = token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"attr", "acomp", "oprd"}  # a copula's own denial is seen there
    if token.pos_ == "NOUN" and token.lefts and "would-be" in token.doc.words(token.left_edge.i, token.i).lower():
        state = state.planned()
    if token.pos_ == "VERB" and is_left_undone(token):
        state = state.deny()
    if token.lemma_ == "seem":
        state = state.possible()
    if token.lower_ == "headed" and is_on_its_way(token):
        state = state.planned()
    if (phrase or stray) and denied_before(token):
        state = state.deny()
    spread = [inner for c in token.children if token.pos_ == "NOUN" and c.dep_ == "compound" for inner in c.children]
    below = [*token.children, *spread, *(inner for c in token.children if c.dep_ in {"aux", "auxpass"} for inner in c.children)]
    for child in below:
        lower, lemma = child.lower_, child.lemma_.lower()
        if child.dep_ == "prep" and token.pos_ == "NOUN" and any(c.lower_ in {"never", "not"} for c in child.lefts):
            state = state.deny()  # "an operator never in business in X"
        elif child.dep_ == "neg" and any(c.dep_ == "advcl" and c.left_edge.i == child.i + 1 for c in token.children):
            pass  # "never having run X, …": it denies the clause, not what follows
        elif child.dep_ == "prep" and token.pos_ in {"VERB", "AUX"} and any(c.dep_ == "pobj" and is_none(c) for c in child.children):
            state = state.deny()  # "at no time", "under no circumstances"
        elif token.pos_ == "NOUN" and lower in {"never", "not"}:
            pass  # seen before the phrase
        elif child.dep_ == "neg" or (lower in {"no", "neither", "nor"} and child.dep_ in {"det", "preconj", "cc"} and child.i < token.i):
            only = child.i + 1 < len(token.doc) and token.doc[child.i + 1].lower_ in {"only", "just", "merely"}
            state = state if only else _denied(token, state)
        elif child.dep_ == "advmod" and undoes(child):
            state = state.deny()
        elif child.dep_ == "prep" and token.pos_ == "VERB" and is_imagined(child, token):
            state = state.possible() if lower == "in" else state.planned()
        elif child.dep_ == "aux":
            state = state.possible() if is_inverted(child) else _auxiliary(child, state)
        elif (
            (child.dep_ == "advmod" and lower in words.POSSIBLE_ADVERBS)
            or (child.dep_ == "mark" and lower in words.CONDITIONS and child.i < token.i)
            or (child.dep_ == "amod" and (lemma in words.POSSIBLE_ADJECTIVES or lower in words.POSSIBLE_ADJECTIVES))
        ):
            state = state.possible()
        elif child.dep_ == "amod" and lower in words.PLAN_ADJECTIVES:
            state = state.planned()
        elif child.dep_ == "amod" and lower in words.UNDONE:
            state = state.deny()
        elif child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and is_none(child):
            state = state.flip() if child.dep_ != "attr" or token.lemma_ == "be" else state
    return state


def _denied(verb: Token, state: _State) -> _State:
    """What a "not" makes of a verb: with the time until which it wasn't so it says when it came to be, or will."""
    if not ends_at_last(verb):
        return state.flip()
    ahead = any(c.tag_ in {"VBZ", "VBP"} and c.lemma_ in {"do", "be"} for c in verb.children)
    return state.planned() if ahead else state


def _auxiliary(aux: Token, state: _State) -> _State:
    lower = aux.lower_
    verb = aux.head
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" and c.i > aux.i for c in verb.children)
    if lower in words.MAY:
        return state.possible()
    if lower in words.OUGHT and not perfect:
        return state.unreal()
    if lower in words.OUGHT:
        return state.possible()
    if lower in words.WILL or lower == "wo":
        if lower in {"would", "'d", "’d"} and perfect:
            return state.possible()
        return state.planned()
    return state


def _above_verb(verb: Token, head: Token, dep: str, state: _State, depth: int) -> _State:
    infinitive = is_infinitive(verb)
    lemma = head.lemma_.lower()
    if infinitive and dep == "pcomp":  # "soon to be hired" after a preposition
        return state.planned()
    inverted = dep == "ccomp" and lemma == "be" and verb.i > head.i and not any(c.dep_ in {"mark", "nsubj"} for c in head.children)
    if inverted and not any(c.dep_ == "mark" for c in verb.children):  # "at no time was X put under contract"
        return _climb(head, state, depth + 1)
    if infinitive and dep in _CLAUSAL and verb.i < head.i and lemma not in {"say", "be"}:
        return state.planned()
    if dep in _CLAUSAL and lemma == "be":
        judged = next((c.lemma_.lower() for c in head.children if c.dep_ in {"acomp", "attr"}), "")
        if judged in words.LIES:
            return state.deny()
        if judged in words.POSSIBLE_ADJECTIVES or judged in words.REPORTED:
            return state.deny() if judged == "unlikely" else state.possible()
        if judged in {"false", "untrue", "wrong", "incorrect", "impossible", "lie", "fiction", "myth"}:
            return state.deny()
        if judged in {"true", "correct", "accurate", "case", "fact", "right"}:
            return _climb(head, state, depth + 1)
    after = verb.doc[verb.right_edge.i + 1 : verb.right_edge.i + 2]
    if dep == "ccomp" and verb.i < head.i and any(t.text == ";" for t in after):
        return state  # "X studied in Norby; she has ruled herself out": two sentences
    if dep == "ccomp" and head.lower_ == "had" and head.is_sent_start:
        return state.possible()  # "had the firm X bought Y, …", where the parser took "had" for the verb
    if dep in _CLAUSAL and head.pos_ in {"VERB", "AUX"}:
        return _under_verb(verb, head, lemma, infinitive, state, depth)
    if dep in _CLAUSAL and head.pos_ == "ADJ":
        if lemma in words.POSSIBLE_ADJECTIVES:
            state = state.deny() if lemma == "unlikely" else state.possible()
        elif lemma in words.FITNESS and infinitive:
            state = state.unreal()
        elif lemma in words.PLAN_ADJECTIVES or infinitive:
            state = state.planned()
        return _climb(head, state, depth + 1)
    if dep in {"advcl", "pcomp"} and is_ahead(verb):
        return state.planned()
    if dep == "advcl" and is_habit(verb):
        return state.planned() if is_dated(verb) else state.unreal()
    if dep in {"acl", "relcl"} and is_of_what_may_be(verb):
        return state.unreal()
    if dep == "pcomp" and head.pos_ in {"ADP", "SCONJ"}:
        if head.lower_ in {"without", "against", "instead"} or (head.lower_ == "of" and head.head.lower_ == "instead"):
            return state.deny()
        if head.lower_ == "due" or head.head.lower_ == "due":
            return state.planned()
        if head.lower_ in {"of", "about", "from", "for", "with", "in"}:
            return _under_preposition(head, state, depth)
        return state
    if dep == "advcl":
        if verb.tag_ == "VB" and not any(c.dep_ in {"aux", "mark", "nsubj"} for c in verb.children):  # "told him to go sit there"
            return _climb(head, state, depth + 1)
        if infinitive and any(c.lower_ in {"order"} or c.lower_ == "to" for c in verb.children):
            return _climb(head, state.planned(), depth + 1) if head.pos_ == "VERB" else state.planned()
        return state
    if dep == "acl" and head.dep_ in {"nsubj", "attr"} and head.head.lemma_ == "be" and head.i > head.head.i:
        return _climb(head.head, state, depth + 1)  # "at no time was X hired", parsed as "was X, hired"
    if dep == "amod":  # "the hired firm"; what has a name is what it is anyhow: "moves against state-financed Harbor Radio"
        return state if head.pos_ == "PROPN" else _climb(head, state, depth + 1)
    if dep in {"acl", "relcl"} and infinitive and lemma == "decision" and verb.lemma_ in words.RULINGS:  # which is the ruling
        return _climb(head.head if head.dep_ == "dobj" else head, state, depth + 1)
    if dep in {"acl", "relcl"} and infinitive and head.pos_ in {"NOUN", "PROPN"}:
        if lemma in words.PLAN_NOUNS or not is_singled_out(head):  # "the firm to be hired"
            state = state.planned()
        elif lemma in {"refusal", "failure", "inability", "reluctance"}:
            return state.deny()
        elif lemma in words.REPORTED:
            state = state.possible()
        return _climb(head, state, depth + 1)
    if dep == "relcl" and is_none(head):
        return state.deny()  # "there is no plan that X refills Y", "no firm that X owns"
    if dep in {"acl", "ccomp", "relcl"} and head.pos_ == "NOUN" and lemma in words.LIES:
        return state.deny()
    content = dep in {"acl", "ccomp"} or any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in words.RELATIVES for c in verb.children)
    if content and dep in {"acl", "ccomp", "relcl"} and head.pos_ == "NOUN" and lemma in words.REPORTED:
        return state.deny() if is_withdrawn(head) else state.possible()
    if dep == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _shared(verb, head, state, depth)
    return state.planned() if infinitive and dep not in {"ROOT", "relcl"} else state


def _under_verb(verb: Token, head: Token, lemma: str, infinitive: bool, state: _State, depth: int) -> _State:
    finite = verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} or any(
        c.tag_ in {"VBD", "VBZ", "VBP", "MD"} and c.dep_ in {"aux", "auxpass"} for c in verb.children
    )
    if is_wished_of_anyone(head):
        return state.unreal()
    if lemma in words.DENY or (lemma in words.UNDO and not finite):
        undone = state.flip() if lemma in words.UNDO and not state.negated else state.deny()
        return _climb(head, undone, depth + 1) if lemma not in words.DENY else undone
    if lemma in words.DOUBT or lemma in words.POSSIBLE_VERBS:
        return _climb(head, state.possible(), depth + 1) if not finite else state.possible()
    told = infinitive and any(c.dep_ in {"auxpass", "nsubjpass"} for c in head.children)
    if told and (lemma in words.SAY or lemma in words.HELD):  # "is understood to be in talks"
        return _climb(head, state.possible(), depth + 1)
    if lemma == "decide" and infinitive and (state.negated or verb.lemma_ in words.RULINGS):  # "decided not to charge X": they didn't
        return _climb(head, state, depth + 1)
    told_by = {c.lemma_.lower() for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}}
    if lemma in words.MAKE_BELIEVE or (finite and told_by & words.REPORTED and lemma not in words.SAY):
        return state.possible()
    if any((lemma, c.lower_) in words.PHRASAL_UNDO for c in head.children):
        return state.deny()
    if finite:
        if lemma in {"deny", "doubt"}:
            return state.deny()
        if is_doubted(head):
            return state.possible()
        return state.planned() if lemma in {"hope", "want", "wish", "propose", "demand", "recommend"} else state
    if lemma in words.PLAN and (infinitive or verb.tag_ in {"VBG", "VB"}):
        return _climb(head, state.planned(), depth + 1)
    if lemma in {"try", "attempt", "seek"} and infinitive:
        return _climb(head, state.planned(), depth + 1)
    if lemma == "be" and infinitive:
        return _climb(head, state.planned(), depth + 1)
    if lemma == "have" and infinitive and any(c.lower_ == "yet" for c in [*head.children, *verb.children]):
        return state.deny()
    if lemma == "go" and infinitive and head.lower_ == "going":
        return _climb(head, state.planned(), depth + 1)
    if (
        infinitive
        and any(c.dep_ in {"dobj", "nsubjpass"} for c in head.children)
        and lemma not in {"help", "allow", "use", "force", "lead", "enable"}
    ):
        return _climb(head, state.planned(), depth + 1)
    return _climb(head, state, depth + 1)


def _under_preposition(prep: Token, state: _State, depth: int) -> _State:
    """ "accused of hiring", "plans for hiring", "ruled out hiring", "talk of hiring"."""
    over = prep.head
    if over.i == state.stop:
        return state  # what "barred X from trading" says of trading is the wording's own
    lemma = over.lemma_.lower()
    if lemma in words.POSSIBLE_VERBS or lemma in words.REPORTED or lemma in words.DOUBT or lemma == "charge":
        return state.possible()
    if lemma in words.CLEARED:
        return state.deny()
    if lemma in words.UNDO or (lemma in {"rule", "bar", "ban"} and prep.lower_ in {"out", "from"}):
        return state.deny()
    if lemma in words.PLAN or lemma in words.PLAN_NOUNS or lemma in words.PLAN_ADJECTIVES:
        return state.planned()
    return _climb(over, state, depth + 1) if over.pos_ in {"NOUN", "VERB"} and prep.lower_ == "of" else state


def _above_noun(noun: Token, head: Token, dep: str, state: _State, depth: int) -> _State:
    """An event noun under a verb or another noun: "denied the takeover", "plans for a takeover"."""
    lemma = head.lemma_.lower()
    if dep in {"attr", "oprd", "acomp"} and head.pos_ in {"AUX", "VERB"}:
        return _climb(head, state, depth + 1)
    if dep in {"dobj", "nsubjpass"} and head.pos_ == "VERB":
        if lemma in words.END:
            return state.unreal()  # "ended its partnership": it was there, and the wording of its end says the rest
        if lemma in words.DENY or lemma in words.UNDO or lemma in words.DROP:
            return state.deny()
        if any((lemma, c.lower_) in words.PHRASAL_UNDO for c in head.children):
            return state.deny()
        if lemma in words.OPPOSED:
            return state.possible()
        if lemma in words.PLAN_OBJECTS or lemma in words.APPROVED:
            return _climb(head, state.planned(), depth + 1)
        if lemma in words.DOUBT or lemma in words.POSSIBLE_VERBS:
            return state.possible()
        return state
    if dep == "nsubj" and head.pos_ == "VERB":  # "the takeover never happened", "the hiring fell through"
        if lemma in words.OCCUR or any(c.tag_ == "MD" for c in head.children):
            return _climb(head, state, depth + 1)
        failed = lemma in words.COLLAPSE or (lemma == "fall" and any(c.lower_ in words.FALLEN for c in head.children))
        return state.deny() if failed else state
    if dep == "pobj" and head.lower_ == "of" and any(c.dep_ == "poss" for c in noun.children):
        outer = head.head  # "the city of X's contract never came about" is parsed as a city of a contract
        state = _above_noun(outer, outer.head, outer.dep_, state, depth + 1) if depth <= _DEPTH else state
    if dep == "pobj" and head.pos_ == "ADP":
        over = head.head
        if over.lemma_.lower() in words.PLAN_NOUNS and over.pos_ == "NOUN":
            return _climb(over, state.planned(), depth + 1)
        if over.lemma_.lower() in words.REPORTED:
            return state.possible()
        if (head.lower_ == "as" and over.pos_ == "VERB") or over.lemma_ == "be":
            return _climb(over, state, depth + 1)
    return state


def _shared(verb: Token, head: Token, state: _State, depth: int) -> _State:
    """What a conjunct shares with the verb before it: auxiliaries where it has none of its own, negation under "or" and "nor"."""
    own = any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "neg"} for c in verb.children)
    joined = {c.lower_ for c in head.children if c.dep_ == "cc"}
    above = _climb(head, _State(), depth + 1)
    if own and not (verb.tag_ in {"VBN", "VB"} and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)):
        return replace(state, modality=above.modality) if above.modality == "possible" and not _has_subject(verb) else state
    if above.modality != "asserted" and state.modality == "asserted" and (verb.tag_ in {"VB", "VBN", "VBG"}):
        state = replace(state, modality=above.modality)
    if above.negated and joined & {"or", "nor"}:
        state = state.deny()
    return state


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)

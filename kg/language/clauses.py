"""A clause undone: its voice, and who is its subject and object also where they stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.arguments import NOMINAL, antecedent, is_ruled_out, objects_of, opened_by
from kg.language.lexicon import FILED, NEGATIONS, PLAN_NOUNS, RELATIVES, TAKES_UP
from kg.language.tokens import Token

CLAUSES = frozenset({"xcomp", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_WHO = frozenset({"PERSON", "ORG", "GPE", "PRODUCT"})

_BIDS = frozenset("advise ask beg encourage instruct invite order tell urge warn".split())


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject is its deep object."""
    if verb.lower_ == "headed" and is_on_its_way(verb):
        return False
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ in {"VBD", "VB"} and verb.dep_ == "advcl" and verb.pos_ == "VERB" and verb.i < verb.head.i:
        return not any(c.dep_ in {"nsubj", "mark", "aux", "advmod"} for c in verb.children)  # no finite verb does without a subject
    before = verb.dep_ == "ccomp" and verb.head.lemma_ == "be" and verb.i < verb.head.i
    if (verb.dep_ == "csubj" or before) and verb.tag_ in {"VBD", "VBN"} and after_by(verb):  # "the firm signed to a contract by X was Y"
        return True
    if verb.tag_ in {"VBD", "VBN"} and verb.i and verb.doc[verb.i - 1].text == "," and after_by(verb):  # "X, awarded a contract by Y, …"
        return not any(c.dep_ in {"aux", "conj"} and c.i < verb.i for c in verb.children)
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ != "relcl" and not any(c.dep_ == "aux" for c in verb.children) and any(c.dep_ == "nsubj" for c in verb.children):
        return True
    if verb.dep_ in {"acl", "relcl", "advcl"} and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return is_passive(verb.head)
    return False


def is_on_its_way(verb: Token) -> bool:
    """ "X is headed to Y": who goes there, and is still to come."""
    going = any(c.dep_ == "auxpass" for c in verb.lefts)
    return going and any(c.dep_ in {"prep", "advmod"} for c in verb.rights) and not any(c.dep_ == "agent" for c in verb.rights)


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who is the verb's subject on the surface, also where it stands with another verb (control, conjunction, participles)."""
    misread = misread_relative(verb)
    own = [antecedent(c, verb) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c != misread]
    if own:
        return own
    stray = [
        c for c in verb.lefts if c.dep_ in {"advmod", "npadvmod", "dep"} and c.is_sent_start and (c.pos_ == "PROPN" or c.ent_type_ in _WHO)
    ]
    if stray:  # an unknown name at a sentence's start
        return stray
    if depth > 8:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        before = verb.doc[max(verb.left_edge.i - 1, 0)]
        return [before] if opened_by(before) == verb else surface_subjects(head, depth + 1)
    if verb.dep_ in CLAUSES and head.pos_ in {"VERB", "AUX"}:
        if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
            return []
        objects = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i and c.pos_ in NOMINAL]
        if objects and objects[0].lemma_.lower() in PLAN_NOUNS:  # "announced plans this week to buy X"
            return _planners(objects[0], depth)
        if objects and head.lemma_ not in {"promise", "use", "sign", "spend", "waste", "take"}:
            return objects
        return surface_subjects(head, depth + 1)
    if verb.dep_ == "xcomp" and head.pos_ in {"ADJ", "NOUN"} and head.head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head.head, depth + 1)
    if verb.dep_ == "advcl" and (nearest := _just_before(verb)) is not None:
        return [nearest]
    if verb.dep_ == "advcl" and head.lemma_ in _BIDS and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts):
        told = [c for c in head.rights if c.dep_ in {"dobj", "dative"} and c.i < verb.i and c.pos_ in NOMINAL]
        if told:  # "told his supporters at a rally to go home"
            return told
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"} and verb.tag_ in {"VBG", "VBN", "VB", "VBD"}:
        return surface_subjects(head, depth + 1)
    if verb.dep_ == "acl" and head.lemma_.lower() in PLAN_NOUNS and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return _planners(head, depth) or [head]
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.lemma_.lower() in FILED and head.dep_ == "dobj":
        if head.head.lemma_ in TAKES_UP:  # "noted reports alleging that …"
            return [head]
        return _planners(head, depth) or [head]
    if verb.dep_ == "acl" and _may_skip(verb, head):
        return [*_one_of(head), head.head.head]
    if verb.dep_ == "acl" and _may_be_nearer(verb, head):
        return [*_one_of(head), verb.nbor(-1)]
    if verb.dep_ in {"acl", "relcl"}:
        return _one_of(head) if verb.dep_ == "acl" or not any(c.dep_ in _SUBJECTS for c in verb.children) else []
    if verb.dep_ == "pcomp":
        over = head.head
        done_to = [c for c in over.children if c.dep_ == "dobj" and c.i < head.i]
        if head.lower_ in {"with", "of", "for", "from", "into", "against"} and done_to:  # "charged X with bribing Y"
            return done_to
        return surface_subjects(over, depth + 1) if over.pos_ in {"VERB", "AUX"} else []
    return []


def _just_before(participle: Token) -> Token | None:
    """The noun that a participle with its agent follows after a comma: "ran faster on the Norby line, rebuilt by X"."""
    before = participle.nbor(-2) if participle.i > participle.sent.start + 1 else participle
    after = participle.tag_ in {"VBN", "VBD"} and participle.head.i < participle.i and participle.nbor(-1).text == ","
    is_noun = before.pos_ in {"NOUN", "PROPN"} and before.ent_type_ not in {"DATE", "TIME"}
    return before if after and is_noun and any(c.dep_ == "agent" for c in participle.children) else None


def _may_skip(participle: Token, noun: Token) -> bool:
    """Whether a participle with its agent may belong to the noun over its own: "a trial of the drug sponsored by X"."""
    under = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.pos_ == noun.head.head.pos_ == "NOUN"
    return under and participle.tag_ == "VBN" and any(c.dep_ == "agent" for c in participle.children)


def _may_be_nearer(participle: Token, noun: Token) -> bool:
    """Whether a participle with its agent may belong to the bare noun right before it: "worms in timber sold to X by Y"."""
    before = participle.nbor(-1)
    bare = before != noun and before.tag_ == "NN" and before.dep_ == "pobj" and not before.children
    return bare and participle.tag_ == "VBN" and any(c.dep_ == "agent" for c in participle.children)


def _planners(plan: Token, depth: int) -> list[Token]:
    """Whose plan it is: "Tarnwick's plan to buy X", "Tarnwick announced plans to buy X"."""
    owners = [c for c in plan.children if c.dep_ == "poss"]
    over = plan.head.head if plan.dep_ == "pobj" else plan.head
    if owners or plan.dep_ not in {"dobj", "pobj", "attr"} or over.pos_ not in {"VERB", "AUX"}:
        return owners
    return agents_of(over) if is_passive(over) else surface_subjects(over, depth + 1)


def _one_of(noun: Token) -> list[Token]:
    """ "Oklahoma, one of the states suing the agency": the one that is meant, and all of them; any other noun itself."""
    if noun.dep_ == "appos" and noun.pos_ == "PROPN" and noun.head.pos_ == "PROPN":  # "Rowan, a Democrat supporting X"
        return [noun.head]
    one = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if one.lower_ == "one" and one.dep_ == "appos":
        before = one.left_edge.i - 2
        return [one.doc[before] if before >= 0 and one.doc[before].pos_ == "PROPN" else one.head, noun]
    return [noun]


def misread_relative(verb: Token) -> Token | None:
    """The relative pronoun that the parser took for a second subject: "X, which the city gave a contract"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    first = subjects[0] if len(subjects) == 2 and verb.dep_ == "relcl" else None
    return first if first is not None and first.lower_ in {"which", "whom", "that", "who"} else None


def direct_objects(verb: Token, passive: bool) -> list[Token]:
    own = [antecedent(c, verb) for c in verb.children if c.dep_ == "dobj"]
    misread = misread_relative(verb)
    if misread is not None and not own:
        return [antecedent(misread, verb)]
    if own or passive:
        return own
    if verb.dep_ == "relcl" and _gapped(verb):
        return [verb.head]
    shared = [c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB"]
    if shared and not any(c.dep_ in {"prep", "ccomp", "xcomp", "acomp", "advcl", "prt"} for c in verb.children):
        return direct_objects(shared[0], is_passive(shared[0]))
    return []


def _gapped(clause: Token) -> bool:
    """Whether a relative clause without a relative pronoun lacks its object: "the company she runs"."""
    subjects = [c for c in clause.children if c.dep_ in _SUBJECTS]
    words = {t.lower_ for t in clause.subtree if t.i < clause.i and t.dep_ != "mark"}
    stranded = any(c.dep_ == "prep" and not list(c.children) for c in clause.children)
    return bool(subjects) and not (words & RELATIVES) and not stranded and not any(c.dep_ in CLAUSES for c in clause.children)


def agents_of(verb: Token) -> list[Token]:
    """Who did it in a passive: the agent, or a "by" that the parser hung on a word within the clause."""
    own = [agent for agent in _agents(verb) if not is_ruled_out(agent)]
    beside = [c for agent in _agents(verb) for c in agent.rights if c.dep_ == "conj" and c.lower_ == "by" and not is_ruled_out(c)]
    return [x for agent in (*own, *beside) for x in objects_of(agent)] or after_by(verb)


def _agents(verb: Token) -> Iterator[Token]:
    """Its agents, and what the parser hung on an infinitive or a gerund, which have none: "was invited to bid by X", "barred from bidding
    by X"."""
    yield from (c for c in verb.children if c.dep_ == "agent")
    over = [verb, *(c for c in verb.rights if c.dep_ == "dobj")]
    preps = [prep for one in over for prep in one.rights if prep.dep_ == "prep"]
    gerunds = [c for prep in preps for c in prep.rights if c.dep_ == "pcomp" and c.tag_ == "VBG"]
    for other in (*(c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), *gerunds):
        if not any(c.dep_ == "auxpass" for c in other.children):
            yield from (c for c in other.rights if c.lower_ == "by" and c.dep_ in {"agent", "prep"})


def after_by(verb: Token) -> list[Token]:
    """What stands after a "by" anywhere to the verb's right within its clause."""
    todo = [c for c in verb.rights if c.pos_ not in {"VERB", "AUX"}]
    while todo:
        token = todo.pop(0)
        if token.lower_ == "by" and token.dep_ == "prep" and not is_ruled_out(token):
            return objects_of(token)
        todo += [c for c in token.rights if c.pos_ not in {"VERB", "AUX"}]
    return []


def is_plain(copula: Token) -> bool:
    """Whether a copula says that something is so: no negation, no modal."""
    children = {c.lower_ for c in copula.children}
    return not children & NEGATIONS and not any(c.dep_ == "aux" and c.lemma_ not in {"have", "do", "be"} for c in copula.children)

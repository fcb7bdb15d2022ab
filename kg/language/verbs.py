"""Verbs in normal form, with their particles and complements; participles that the parser took for something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.annotations import OF_OBJECT, Argument, Proposition
from kg.language.arguments import antecedent, objects_of, plain, prepositional, spread, unique
from kg.language.clauses import CLAUSES, after_by, agents_of, direct_objects, is_passive, misread_relative, surface_subjects
from kg.language.doubling import doubled
from kg.language.gapping import gapped, gaps, without
from kg.language.lexicon import PARTICLES, RELATIVES
from kg.language.tokens import Token

_NAMING = frozenset("name appoint elect make call crown declare nominate install dub pronounce choose".split())


def verb_propositions(verb: Token) -> Iterator[Proposition]:
    passive = is_passive(verb)
    yield from _clause(verb, passive)
    if passive and _may_be_active(verb):
        yield from _clause(verb, False)


def _may_be_active(verb: Token) -> bool:
    """Whether a bare participle with a subject may be a past tense: "Roe narrowly lost to Lee"; a headline's "Roe charged" isn't."""
    plain = verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass", "nsubjpass", "agent"} for c in verb.children)
    return plain and verb.dep_ in {"ROOT", "ccomp", "conj"} and any(c.dep_ == "nsubj" for c in verb.children)


def _clause(verb: Token, passive: bool) -> Iterator[Proposition]:
    surface = surface_subjects(verb)
    agents = agents_of(verb) if passive else []
    arguments: list[Argument] = []
    if passive and any(c.dep_ == "dobj" for c in verb.children):  # "was awarded a contract": the subject is who it went to
        arguments += [Argument("to", t.i) for t in spread(surface)]
    arguments += [Argument("obj" if passive else "subj", t.i) for t in _told(verb, surface)]
    arguments += [Argument("subj", t.i) for t in spread(agents)]
    objects = direct_objects(verb, passive)
    if len([c for c in verb.children if c.dep_ == "dobj"]) > 1:  # "which X gave a contract"
        arguments += [Argument("to", t.i) for t in spread(objects[:1])]
    arguments += [Argument("obj", t.i) for t in spread(objects)]
    if verb.dep_ == "relcl" and objects and not passive and not _has_relative(verb):  # "a firm that X awarded a contract"
        arguments += [Argument("to", verb.head.i)]
    misread = misread_relative(verb)
    if misread is not None and any(c.dep_ == "dobj" for c in verb.children):
        arguments += [Argument("to", antecedent(misread, verb).i)]
    second = [c for c in verb.children if c.dep_ == "dative"]
    for dative in second:
        given = [antecedent(t, verb) for t in objects_of(dative) or [dative]]
        arguments += [Argument("to" if dative.pos_ != "ADP" else dative.lower_, t.i) for t in spread(given)]
    arguments += _complements(verb)
    arguments += prepositional(verb)
    for agent in agents:  # "signed by X with Y"
        arguments += [a for p in agent.rights if p.dep_ == "prep" and p.lower_ in {"with", "to", "for", "from"} for a in plain(p)]
    for one in surface if passive else objects:  # "signed a contract with X": either attachment may be meant
        if one.pos_ != "PROPN":
            arguments += prepositional(one)
            arguments += [Argument(OF_OBJECT, antecedent(c, verb).i) for c in one.lefts if c.dep_ == "poss"]  # "revoked X's licence"
    if found := gaps(verb):
        arguments = without(arguments, found)
        yield from gapped(verb, verb.lemma_.lower(), arguments, objects if objects and not passive else surface, found)
    yield from _naming(verb, arguments)
    particle = _particle(verb)
    lemma = verb.lemma_.lower()
    agentless = passive and not agents
    if particle is not None:
        phrasal = f"{lemma} {particle.lower_}"
        yield Proposition(verb.i, phrasal, unique(arguments), agentless)
        yield from doubled(verb, phrasal, arguments)
        if _is_way(particle, objects):
            yield Proposition(verb.i, lemma, unique([*arguments, *prepositional(particle)]), agentless)
        if objects or passive:
            behind = [one for one in objects if one.i > particle.i]  # "X, whom the bank took off duty"
            after = {t.i for t in spread(behind if len(objects) > len(behind) > 0 else objects or surface)}
            moved = [a for a in arguments if a.role != "obj" or a.token not in after] + [
                Argument(particle.lower_, i) for i in sorted(after)
            ]
            yield Proposition(verb.i, lemma, unique(moved), agentless)
    else:
        yield Proposition(verb.i, lemma, unique(arguments), agentless)
        yield from _read_as_phrasal(verb, lemma, arguments)
        yield from doubled(verb, lemma, arguments)
    yield from _stranded(verb, lemma if particle is None else phrasal, arguments, surface) if passive else ()


def _told(clause: Token, nouns: Sequence[Token]) -> Iterator[Token]:
    """Those of whom a clause is told: of "states led by X and firms", no firms."""
    before = clause.dep_ in {"acl", "relcl"} and all(one.i < clause.i for one in nouns)
    return (t for t in spread(nouns) if not (before and t.i > clause.i and t.dep_ == "conj"))


def _stranded(verb: Token, lemma: str, arguments: list[Argument], surface: list[Token]) -> Iterator[Proposition]:
    """ "Was subscribed to by X": what the preposition that is left alone would have after it is the subject."""
    for prep in verb.rights:
        if prep.dep_ in {"prep", "prt"} and not list(prep.children) and surface:
            done_to = {t.i for t in spread(surface)}
            rest = [a for a in arguments if a.role != "obj" or a.token not in done_to]
            agentless = not any(a.role == "subj" for a in rest)
            yield Proposition(verb.i, lemma, unique([*rest, *(Argument(prep.lower_, i) for i in sorted(done_to))]), agentless)


def _naming(verb: Token, arguments: list[Argument]) -> Iterator[Proposition]:
    """ "Named Dana Whitlock ambassador", where the parser took the name for a modifier of the office."""
    if verb.lemma_.lower() not in _NAMING:
        return
    for child in verb.children:
        before = [c for c in child.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and before and before[-1].i == child.i - 1:
            rest = [a for a in arguments if a.token != child.i]
            yield Proposition(verb.i, verb.lemma_.lower(), unique([*rest, Argument("obj", before[-1].i), Argument("oprd", child.i)]))


def _has_relative(verb: Token) -> bool:
    """Whether a relative pronoun has a place of its own in the clause."""
    return any(t.lower_ in RELATIVES and t.dep_ != "mark" for t in verb.subtree if t.i < verb.i)


def _read_as_phrasal(verb: Token, lemma: str, arguments: list[Argument]) -> Iterator[Proposition]:
    """A preposition just after the verb may be its particle: "brought in Procom"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in PARTICLES and prep.i == verb.i + 1 and not any(a.role == "obj" for a in arguments):
            inner = list(spread(objects_of(prep)))
            if inner:
                rest = [a for a in arguments if not (a.role == prep.lower_ and a.token in {t.i for t in inner})]
                yield Proposition(verb.i, f"{lemma} {prep.lower_}", unique([*rest, *(Argument("obj", t.i) for t in inner)]))


def _particle(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "prt" and not objects_of(child):
            return child
        if child.dep_ == "prep" and child.lower_ in PARTICLES and any(_is_bare_time(t) for t in objects_of(child)):
            return child  # "took it on last year"
    for child in verb.children:
        bare = (
            child.dep_ in {"prep", "advmod"}
            and child.lower_ in PARTICLES
            and not any(c.dep_ in {"pobj", "pcomp"} or c.lower_ == "of" for c in child.children)
        )
        if bare and (0 < child.i - verb.i <= 3 or _is_behind_object(child, verb)) and not _may_be_stranding(verb):
            return child
    return None


def _is_way(particle: Token, objects: Sequence[Token]) -> bool:
    """Whether a particle only tells which way what is given goes: "passed the money down to X", "sent it back to X"."""
    doc, after = particle.doc, particle.i + 1
    return after < len(doc) and doc[after].lower_ == "to" and doc[after].pos_ == "ADP" and any(one.i < particle.i for one in objects)


def _may_be_stranding(verb: Token) -> bool:
    """ "The firm she works for"."""
    return verb.dep_ == "relcl" and not any(c.dep_ == "dobj" for c in verb.children)


def _is_behind_object(particle: Token, verb: Token) -> bool:
    """ "Brought the Norby cable ashore"."""
    return any(c.dep_ == "dobj" and c.right_edge.i + 1 == particle.i for c in verb.rights)


def _is_bare_time(token: Token) -> bool:
    """A time that takes no preposition: "last year", "two years ago"."""
    return token.left_edge.lower_ in {"last", "this", "next"} or any(t.lower_ == "ago" for t in (token.head, *token.children))


def _complements(verb: Token) -> Iterator[Argument]:
    for child in verb.children:
        if child.dep_ in CLAUSES or (child.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)):
            yield Argument("comp", child.i)
            if child.lemma_ == "be":  # "said that X is unfit": what is said of X is that it is unfit
                yield from (Argument("comp", c.i) for c in child.children if c.dep_ in {"acomp", "attr"} and c.i > child.i)
        elif child.dep_ == "acomp":
            yield Argument("acomp", child.i)
        elif child.dep_ == "advmod" and child.lower_.endswith("ly"):
            yield Argument("advmod", child.i)
        elif child.dep_ in {"attr", "oprd"}:
            for one in spread([child]):
                yield Argument(child.dep_, one.i)


def as_preposition(token: Token) -> Iterator[Proposition]:
    """ "Given a contract by X, Y …": a participle that the parser took for a preposition."""
    owners = surface_subjects(token.head) if token.head.pos_ in {"VERB", "AUX"} else [token.head]
    given = objects_of(token)
    arguments = [Argument("to", t.i) for t in spread(owners)] + [Argument("obj", t.i) for t in spread(given)]
    arguments += [Argument("subj", t.i) for one in given for t in after_by(one)]
    yield Proposition(token.i, _base(token), unique(arguments), not any(a.role == "subj" for a in arguments))


def _base(token: Token) -> str:
    """The verb of a participle that was tagged as something else."""
    lemma = token.lemma_.lower()
    return "give" if lemma == "given" else lemma


def fronted(token: Token) -> Iterator[Proposition]:
    """ "Running sites in X since May, Y …": a participle that the parser took for a modifier of its object."""
    noun, root = token.head, token.sent.root
    if root.pos_ not in {"VERB", "AUX"} or noun == root or root.i < noun.i:
        return
    arguments = [Argument("subj", t.i) for t in spread(surface_subjects(root)) if t.i > noun.i]
    if arguments:
        yield Proposition(token.i, token.lemma_.lower(), unique([*arguments, Argument("obj", noun.i), *prepositional(noun)]))

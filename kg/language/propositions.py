"""The normal form: predicates with their arguments, syntax's variation removed.

Active and passive, relative and participial clauses, control and raising, conjunction, "'s" and "of", apposition and titles before names
come out alike. Works on spaCy's English dependency labels (ClearNLP's scheme) and asks nothing of the words but closed classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.annotations import Argument, Mention, Proposition, read, write
from kg.language.lexicon import NEGATIONS, PARTICLES, PARTITIVES, RELATIVES

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
_WHO = frozenset({"PERSON", "ORG", "GPE", "PRODUCT"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})


def propositions(doc: Doc) -> Doc:
    """The component `kg_propositions`."""
    mentions = read(doc, Mention)
    named = {i: mention for mention in mentions if mention.kind == "name" for i in range(mention.start, mention.end)}
    names = _Names(named, {m.head: m.end for m in mentions if m.kind == "noun"})
    found = [p for token in doc for p in _of_token(token, names)]
    write(doc, Proposition, tuple(found))
    return doc


class _Names(dict[int, Mention]):
    """The name that each token is part of; and where each noun ends ("secretary of state" ends after its head)."""

    def __init__(self, names: dict[int, Mention], ends: dict[int, int]) -> None:
        super().__init__(names)
        self.ends = ends

    def end(self, noun: Token) -> int:
        """The token after a noun and what belongs to it."""
        return self.ends.get(noun.i, noun.i + 1)


def _of_token(token: Token, names: _Names) -> Iterator[Proposition]:
    if token.is_space or token.is_punct:
        return
    if token.tag_ in {"VBN", "VBD"} and token.dep_ == "amod":
        yield from _participle(token, names)
    elif token.tag_ == "VBN" and token.dep_ == "prep":
        yield from _as_preposition(token)
    elif token.tag_ == "VBG" and token.dep_ in {"amod", "compound"} and token.is_sent_start:
        yield from _fronted(token)
    elif token.pos_ in {"VERB", "AUX"}:
        yield from _verb(token)
    elif token.pos_ in {"NOUN", "PROPN", "ADJ", "ADV", "PRON", "NUM"}:
        arguments = [*_noun(token, names)]
        if arguments:
            yield Proposition(token.i, token.lemma_.lower(), _unique(arguments))
            if token.pos_ == "NOUN" and token.i not in names:
                yield from _nominalised(token, arguments)


def _participle(token: Token, names: _Names) -> Iterator[Proposition]:
    """ "X's hired firm": the noun is what was done to, its possessor who did it."""
    noun = token.head
    arguments = [Argument("obj", t.i) for t in (noun, *_holders(noun, names))]
    arguments += [Argument("subj", t.i) for c in noun.children if c.dep_ == "poss" for t in _spread([c])]
    arguments += [Argument("subj", c.i) for c in token.children if c.dep_ in {"npadvmod", "compound", "nmod"} and c.i < token.i]
    yield Proposition(
        token.i, token.lemma_.lower(), _unique([*arguments, *prepositional(token)]), not any(a.role == "subj" for a in arguments)
    )


def _as_preposition(token: Token) -> Iterator[Proposition]:
    """ "Given a contract by X, Y …": a participle that the parser took for a preposition."""
    owners = surface_subjects(token.head) if token.head.pos_ in {"VERB", "AUX"} else [token.head]
    given = _objects_of(token)
    arguments = [Argument("to", t.i) for t in _spread(owners)] + [Argument("obj", t.i) for t in _spread(given)]
    arguments += [Argument("subj", t.i) for one in given for t in _by(one)]
    yield Proposition(token.i, _base(token), _unique(arguments), not any(a.role == "subj" for a in arguments))


def _base(token: Token) -> str:
    """The verb of a participle that was tagged as something else."""
    lemma = token.lemma_.lower()
    return "give" if lemma == "given" else lemma


def _fronted(token: Token) -> Iterator[Proposition]:
    """ "Running sites in X since May, Y …": a participle that the parser took for a modifier of its object."""
    noun, root = token.head, token.sent.root
    if root.pos_ not in {"VERB", "AUX"} or noun == root or root.i < noun.i:
        return
    arguments = [Argument("subj", t.i) for t in _spread(surface_subjects(root)) if t.i > noun.i]
    if arguments:
        yield Proposition(token.i, token.lemma_.lower(), _unique([*arguments, Argument("obj", noun.i), *prepositional(noun)]))


def _nominalised(noun: Token, arguments: list[Argument]) -> Iterator[Proposition]:
    """An event noun as its verb: "X's hiring of Y", "the hire of Y by X", "X's recruitment of Y"."""
    roles = {"poss": "subj", "by": "subj", "of": "obj"}
    if not any(a.role == "of" for a in arguments) or not any(a.role in {"poss", "by"} for a in arguments):
        return
    moved = [Argument(roles.get(a.role, a.role), a.token) for a in arguments]
    lemma = noun.lemma_.lower()
    for verb in _verbs_of(lemma):
        yield Proposition(noun.i, verb, _unique(moved))


def _verbs_of(noun: str) -> list[str]:
    """The verbs that a noun may come from, by its ending; one that is no verb matches no wording."""
    if noun.endswith("ing") and len(noun) > 5:
        stem = noun[:-3]
        doubled = [stem[:-1]] if stem[-1] == stem[-2] else []
        return [stem, stem + "e", *doubled]
    if noun.endswith("ment") and len(noun) > 6:
        return [noun[:-4]]
    if noun.endswith("al") and len(noun) > 5:
        return [noun[:-2], noun[:-2] + "e"]
    return [noun]


def _unique(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(dict.fromkeys(arguments))


# -- verbs ------------------------------------------------------------------------------------------------------------------------------


def _verb(verb: Token) -> Iterator[Proposition]:
    passive = is_passive(verb)
    surface = surface_subjects(verb)
    agents = _agents(verb) if passive else []
    arguments = [Argument("obj" if passive else "subj", t.i) for t in _spread(surface)]
    if passive and any(c.dep_ == "dobj" for c in verb.children):  # "was awarded a contract": the subject is who it went to
        arguments += [Argument("to", t.i) for t in _spread(surface)]
    arguments += [Argument("subj", t.i) for t in _spread(agents)]
    objects = _direct_objects(verb, passive)
    arguments += [Argument("obj", t.i) for t in _spread(objects)]
    if len([c for c in verb.children if c.dep_ == "dobj"]) > 1:  # "which X gave a contract"
        arguments += [Argument("to", objects[0].i)]
    elif verb.dep_ == "relcl" and objects and not passive and not _has_relative(verb):  # "a firm that X awarded a contract"
        arguments += [Argument("to", verb.head.i)]
    second = [c for c in verb.children if c.dep_ == "dative"]
    for dative in second:
        given = [_antecedent(t, verb) for t in _objects_of(dative) or [dative]]
        arguments += [Argument("to" if dative.pos_ != "ADP" else dative.lower_, t.i) for t in _spread(given)]
    arguments += _complements(verb)
    arguments += prepositional(verb)
    for one in surface if passive else objects:  # "signed a contract with X": either attachment may be meant
        if one.pos_ != "PROPN":
            arguments += prepositional(one)
    particle = _particle(verb)
    lemma = verb.lemma_.lower()
    agentless = passive and not agents
    if particle is not None:
        phrasal = f"{lemma} {particle.lower_}"
        yield Proposition(verb.i, phrasal, _unique(arguments), agentless)
        if objects:
            after = {t.i for t in _spread(objects)}
            moved = [a for a in arguments if a.role != "obj" or a.token not in after] + [
                Argument(particle.lower_, i) for i in sorted(after)
            ]
            yield Proposition(verb.i, lemma, _unique(moved), agentless)
    else:
        yield Proposition(verb.i, lemma, _unique(arguments), agentless)
        yield from _read_as_phrasal(verb, lemma, arguments)


def _has_relative(verb: Token) -> bool:
    """Whether a relative pronoun has a place of its own in the clause."""
    return any(t.lower_ in RELATIVES and t.dep_ != "mark" for t in verb.subtree if t.i < verb.i)


def _agents(verb: Token) -> list[Token]:
    """Who did it in a passive: the agent, or a "by" that the parser hung on a word within the clause."""
    own = [x for agent in verb.children if agent.dep_ == "agent" for x in _objects_of(agent)]
    return own or _by(verb)


def _by(verb: Token) -> list[Token]:
    """What stands after a "by" anywhere to the verb's right within its clause."""
    todo = [c for c in verb.rights if c.pos_ not in {"VERB", "AUX"}]
    while todo:
        token = todo.pop(0)
        if token.lower_ == "by" and token.dep_ == "prep":
            return _objects_of(token)
        todo += [c for c in token.rights if c.pos_ not in {"VERB", "AUX"}]
    return []


def _read_as_phrasal(verb: Token, lemma: str, arguments: list[Argument]) -> Iterator[Proposition]:
    """A preposition just after the verb may be its particle: "brought in Procom"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in PARTICLES and prep.i == verb.i + 1 and not any(a.role == "obj" for a in arguments):
            inner = [t for t in _spread(_objects_of(prep))]
            if inner:
                rest = [a for a in arguments if not (a.role == prep.lower_ and a.token in {t.i for t in inner})]
                yield Proposition(verb.i, f"{lemma} {prep.lower_}", _unique([*rest, *(Argument("obj", t.i) for t in inner)]))


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject is its deep object."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ in {"VBD", "VB"} and verb.dep_ == "advcl" and verb.pos_ == "VERB" and verb.i < verb.head.i:
        return not any(c.dep_ in {"nsubj", "mark", "aux", "advmod"} for c in verb.children)  # no finite verb does without a subject
    before = verb.dep_ == "ccomp" and verb.head.lemma_ == "be" and verb.i < verb.head.i
    if (verb.dep_ == "csubj" or before) and verb.tag_ in {"VBD", "VBN"} and _by(verb):  # "the firm signed to a contract by X was Y"
        return True
    if verb.tag_ in {"VBD", "VBN"} and verb.i and verb.doc[verb.i - 1].text == "," and _by(verb):  # "X, awarded a contract by Y, …"
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


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who is the verb's subject on the surface, also where it stands with another verb (control, conjunction, participles)."""
    own = [_antecedent(c, verb) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
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
        return surface_subjects(head, depth + 1)
    if verb.dep_ in _CLAUSES and head.pos_ in {"VERB", "AUX"}:
        if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
            return []
        objects = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i and c.pos_ in _NOMINAL]
        if objects and head.lemma_ not in {"promise", "use", "sign", "spend", "waste", "take"}:
            return objects
        return surface_subjects(head, depth + 1)
    if verb.dep_ == "xcomp" and head.pos_ in {"ADJ", "NOUN"} and head.head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head.head, depth + 1)
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"} and verb.tag_ in {"VBG", "VBN", "VB", "VBD"}:
        return surface_subjects(head, depth + 1)
    if verb.dep_ in {"acl", "relcl"}:
        return [head] if verb.dep_ == "acl" or not any(c.dep_ in _SUBJECTS for c in verb.children) else []
    if verb.dep_ == "pcomp":
        over = head.head
        return surface_subjects(over, depth + 1) if over.pos_ in {"VERB", "AUX"} else []
    return []


def _antecedent(token: Token, verb: Token) -> Token:
    """A relative pronoun's noun; any other token itself."""
    if token.lower_ not in RELATIVES or token.tag_ not in {"WDT", "WP", "WP$", "WRB", "IN", "DT"}:
        return token
    over = verb
    for _ in range(8):
        if over.dep_ in {"relcl", "acl"}:
            return over.head
        if over.dep_ not in {"conj", "xcomp", "ccomp", "pcomp", "prep", "pobj"}:
            return token
        over = over.head
    return token


def _direct_objects(verb: Token, passive: bool) -> list[Token]:
    own = [_antecedent(c, verb) for c in verb.children if c.dep_ == "dobj"]
    if own or passive:
        return own
    if verb.dep_ == "relcl" and _gapped(verb):
        return [verb.head]
    shared = [c for c in verb.conjuncts if c.dep_ == "conj" and c.head == verb and c.pos_ == "VERB" and c.i > verb.i]
    if shared and not any(c.dep_ in {"prep", "ccomp", "xcomp", "acomp", "advcl", "prt"} for c in verb.children):
        return [o for o in _direct_objects(shared[0], is_passive(shared[0]))]
    return []


def _gapped(clause: Token) -> bool:
    """Whether a relative clause without a relative pronoun lacks its object: "the company she runs"."""
    subjects = [c for c in clause.children if c.dep_ in _SUBJECTS]
    words = {t.lower_ for t in clause.subtree if t.i < clause.i and t.dep_ != "mark"}
    stranded = any(c.dep_ == "prep" and not list(c.children) for c in clause.children)
    return bool(subjects) and not (words & RELATIVES) and not stranded and not any(c.dep_ in _CLAUSES for c in clause.children)


def _particle(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "prt" and not _objects_of(child):
            return child
        if child.dep_ == "prep" and child.lower_ in PARTICLES and any(_is_bare_time(t) for t in _objects_of(child)):
            return child  # "took it on last year"
    for child in verb.children:
        bare = (
            child.dep_ in {"prep", "advmod"}
            and child.lower_ in PARTICLES
            and not any(c.dep_ in {"pobj", "pcomp"} or c.lower_ == "of" for c in child.children)
        )
        stranded = verb.dep_ == "relcl" and not any(c.dep_ == "dobj" for c in verb.children)
        if bare and 0 < child.i - verb.i <= 3 and not stranded:
            return child
    return None


def _is_bare_time(token: Token) -> bool:
    """A time that takes no preposition: "last year", "two years ago"."""
    return token.left_edge.lower_ in {"last", "this", "next"} or any(t.lower_ == "ago" for t in (token.head, *token.children))


def _complements(verb: Token) -> Iterator[Argument]:
    for child in verb.children:
        if child.dep_ in _CLAUSES or (child.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)):
            yield Argument("comp", child.i)
        elif child.dep_ == "acomp":
            yield Argument("acomp", child.i)
        elif child.dep_ in {"attr", "oprd"}:
            for one in _spread([child]):
                yield Argument(child.dep_, one.i)


# -- prepositions -----------------------------------------------------------------------------------------------------------------------


def prepositional(token: Token) -> list[Argument]:
    """The prepositional arguments of a token, role by the preposition's word or words."""
    found: list[Argument] = []
    for prep in token.children:
        if (prep.dep_ == "prt" and _objects_of(prep)) or (prep.dep_ in {"prep", "dative"} and prep.pos_ in {"ADP", "SCONJ", "VERB", "ADV"}):
            found += _preposition(prep, token)
        elif prep.dep_ == "advmod" and prep.lower_ == "where" and token.dep_ == "relcl":
            found.append(Argument("in", token.head.i))
    return found


def _preposition(prep: Token, over: Token) -> Iterator[Argument]:
    inner = _objects_of(prep)
    if not inner and over.dep_ == "relcl" and not list(prep.children):  # "the company she works for"
        inner = [over.head]
    for one in _spread([_antecedent(t, over) for t in inner]):
        yield Argument(prep.lower_, one.i)
    for one in inner:  # "a firm under contract to X": what hangs on the inner noun may hang on the outer
        yield from (a for p in one.children if p.dep_ == "prep" and p.lower_ not in {"of", "in"} for a in _plain(p))
    for nested in prep.children:
        if nested.dep_ == "prep":  # "out of", "on behalf of" keeps both names
            for one in _spread(_objects_of(nested)):
                yield Argument(f"{prep.lower_} {nested.lower_}", one.i)
                yield Argument(nested.lower_, one.i)
        elif nested.dep_ == "pcomp" and nested.pos_ in {"VERB", "AUX"}:
            yield Argument(f"{prep.lower_} doing", nested.i)


def _plain(prep: Token) -> Iterator[Argument]:
    yield from (Argument(prep.lower_, t.i) for t in _spread(_objects_of(prep)))


def _objects_of(prep: Token) -> list[Token]:
    return [c for c in prep.children if c.dep_ == "pobj" or (c.dep_ == "pcomp" and c.pos_ not in {"VERB", "AUX", "SCONJ"})]


def _spread(tokens: Iterable[Token]) -> Iterator[Token]:
    """Each token and what is joined to it by conjunction."""
    for token in tokens:
        yield from _counted(token)
        for joined in token.children:
            if joined.dep_ == "conj" and joined.pos_ in _NOMINAL:
                yield from _spread([joined])


def _counted(token: Token) -> list[Token]:
    """What a mere count is a count of: "thousands of employees", "most of the money"; any other token itself."""
    if token.lower_ in PARTITIVES:
        inner = [t for prep in token.children if prep.lower_ == "of" for t in _objects_of(prep)]
        return inner or [token]
    return [token]


# -- nouns and adjectives ---------------------------------------------------------------------------------------------------------------


def _noun(noun: Token, names: _Names) -> Iterator[Argument]:
    for child in noun.children:
        if child.dep_ == "poss":
            for one in _spread([child]):
                yield Argument("poss", one.i)
        elif child.dep_ in {"compound", "nmod", "npadvmod"} and not _inside_name(child, noun, names):
            yield Argument("compound", child.i)
            for inner in child.children:
                if inner.dep_ == "compound" and inner.pos_ == "PROPN" and child.pos_ == "NOUN":
                    yield Argument("compound", inner.i)
        elif child.dep_ in {"amod", "nummod"}:
            yield Argument("amod", child.i)
            for inner in child.children:  # "Miami-based", "government-funded"
                if inner.dep_ in {"npadvmod", "compound", "nmod", "advmod", "dobj"} and inner.i < child.i:
                    yield Argument(f"{child.lemma_.lower()}-compound", inner.i)
    yield from prepositional(noun)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":  # and what hangs on the outer may hang on the inner
        later = [p for p in noun.head.head.children if p.dep_ == "prep" and p.i > noun.i]
        yield from (a for p in later for a in _plain(p))
    if names.end(noun) > noun.i + 1:  # "secretary of state for trade"
        yield from prepositional(noun.doc[names.end(noun) - 1])
    for prep in noun.children:  # "the hire of Y by X": the parser may hang "by X" on Y
        if prep.lower_ == "of":
            yield from (a for inner in _objects_of(prep) for a in prepositional(inner) if a.role in {"by", "to", "for", "from"})
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ == "VERB":
        yield from (a for a in prepositional(noun.head) if a.token > noun.i)
    yield from (Argument("holder", t.i) for t in _spread(_holders(noun, names)))
    yield from _before_name(noun, names)
    yield from (Argument("appos", c.i) for c in noun.children if c.dep_ == "appos")
    shared = noun.head if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"} else None
    if shared is not None and _is_common(noun):  # "president and chief executive of X" shares both sides
        yield from (Argument("holder", t.i) for t in _holders(shared, names))
    for joined in noun.children:
        if joined.dep_ == "conj" and _is_common(noun) and _is_common(joined):
            yield from (a for a in prepositional(joined) if a.role in {"of", "for", "at", "to", "with"})


def _is_common(token: Token) -> bool:
    return token.pos_ == "NOUN"


def _inside_name(child: Token, noun: Token, names: _Names) -> bool:
    mine = names.get(noun.i)
    return mine is not None and mine.start <= child.i < mine.end


def _holders(noun: Token, names: _Names) -> list[Token]:
    """Who or what a noun or adjective is said of."""
    noun = _owned_by_place(noun, names)
    head = noun.head
    if noun.dep_ in {"attr", "acomp"} and head.pos_ in {"AUX", "VERB"}:
        return [t for t in surface_subjects(head) if t.lower_ not in PARTITIVES]  # one of the prisons isn't the prisons
    if noun.dep_ == "oprd" and head.pos_ in {"AUX", "VERB"}:
        objects = _direct_objects(head, is_passive(head))
        return objects or surface_subjects(head)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in {"VERB", "AUX"}:
        objects = _direct_objects(head.head, is_passive(head.head))
        return objects or surface_subjects(head.head)
    if noun.dep_ == "appos":
        return [head]
    loose = _loose_apposition(noun, names)
    if loose is not None:
        return [loose]
    if noun.dep_ == "nsubj" and _is_common(noun):  # "the firm hired by X was Y"
        copula = head if head.lemma_ == "be" else head.head if head.dep_ in {"csubj", "ccomp"} else head
        after = [c for c in copula.rights if c.dep_ in {"attr", "nsubj"}] if copula.lemma_ == "be" else []
        named = [c for c in after if (c.pos_ == "PROPN" or c.i in names) and is_plain(copula)]
        if named:
            return named
    last = noun.doc[names.end(noun) - 1]
    found = [c for t in {noun, last} for c in t.children if c.dep_ == "appos" and (c.pos_ == "PROPN" or c.i in names) and _is_common(noun)]
    if found:
        return found
    title = _title_of(noun, names)
    return [title] if title is not None else []


def is_plain(copula: Token) -> bool:
    """Whether a copula says that something is so: no negation, no modal."""
    children = {c.lower_ for c in copula.children}
    return not children & NEGATIONS and not any(c.dep_ == "aux" and c.lemma_ not in {"have", "do", "be"} for c in copula.children)


def _loose_apposition(noun: Token, names: _Names) -> Token | None:
    """A name before a comma and "a …", which the parser took for two objects of one verb."""
    start = noun.left_edge.i
    if start < 2 or noun.doc[start - 1].text != "," or noun.doc[start].lower_ not in {"a", "an", "the"} or not _is_common(noun):
        return None
    name = names.get(start - 2)
    if name is None or noun.dep_ == "conj":
        return None
    head = noun.doc[name.head]
    same = head.head == noun.head and head.dep_ == noun.dep_ and noun.doc[start].lower_ != "the"
    return head if same or (noun.dep_ == "npadvmod" and head.sent == noun.sent) else None


def _owned_by_place(noun: Token, names: _Names) -> Token:
    """In "the city of X's contractor" the parser hangs the contractor on "of": where it stands is where "city" stands."""
    outer = noun.head.head
    name = names.get(outer.i)
    owned = noun.dep_ == "pobj" and name is not None and name.start == outer.i and name.end <= noun.i
    return outer if owned and noun.head.lower_ == "of" else noun


def _title_of(noun: Token, names: _Names) -> Token | None:
    """The name that a noun stands before as a title: "Bloomberg spokesperson Julie Wood", "Sens. Lee and Park"."""
    after = names.end(noun)
    if after < len(noun.doc) and noun.doc[after].text == "." and noun.pos_ == "PROPN":
        after += 1
    name = names.get(after)
    if name is None or name.start != after or noun.pos_ not in {"NOUN", "PROPN"} or noun.i in names:
        return None
    head = noun.doc[name.head]
    inside = noun.dep_ in {"compound", "nmod", "amod", "poss"} and name.start <= noun.head.i < name.end
    over = head.dep_ in {"compound", "appos", "nmod"} and noun.i <= head.head.i < names.end(noun)
    beside = noun.head == head.head and noun.dep_ == head.dep_  # parsed as two subjects of one verb
    return head if inside or over or beside else None


def _before_name(noun: Token, names: _Names) -> Iterator[Argument]:
    """The words before a title belong to the title, though the parser hangs them on the name."""
    name = _title_of(noun, names)
    if name is None:
        return
    for child in name.children:
        if (
            child.i < noun.i
            and child.dep_ in {"compound", "nmod", "amod", "poss"}
            and child.i not in range(names[name.i].start, names[name.i].end)
        ):
            yield Argument("compound" if child.dep_ in {"compound", "nmod"} else child.dep_, child.i)

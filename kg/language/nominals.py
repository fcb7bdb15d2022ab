"""Nouns and adjectives in normal form: what modifies them, and who they are said of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.annotations import Argument, Mention, Proposition
from kg.language.arguments import objects_of, plain, prepositional, spread, unique
from kg.language.clauses import direct_objects, is_passive, is_plain, surface_subjects
from kg.language.lexicon import PARTITIVES
from kg.language.tokens import Token

_PREFIXES = frozenset({"pro", "anti", "ex"})
_CAREERS = frozenset("affiliation capacity career job life position post reign role service stint tenure term time work year".split())
_OTHERS = frozenset({"fellow", "favorite", "favourite"})
_BRACKET = 8  # tokens between two brackets after a name


class Names(dict[int, Mention]):
    """The name that each token is part of; and the phrase of each other noun ("secretary of state" ends after its head)."""

    def __init__(self, names: dict[int, Mention], nouns: dict[int, Mention]) -> None:
        super().__init__(names)
        self.nouns = nouns

    def end(self, noun: Token) -> int:
        """The token after a noun and what belongs to it."""
        return self.nouns[noun.i].end if noun.i in self.nouns else noun.i + 1

    def are_alike(self, one: Token, other: Token) -> bool:
        """Whether two words, nouns or names, may be of one class."""
        classes = [set(found.types) for i in (one.i, other.i) if (found := self.get(i) or self.nouns.get(i)) is not None]
        return len(classes) > 1 and not classes[0].isdisjoint(classes[1])


def noun_arguments(noun: Token, names: Names) -> Iterator[Argument]:
    for child in noun.children:
        if child.dep_ == "poss":
            for one in spread([_whose(child)]) if not _tells_of_others(noun) else ():
                yield Argument("poss", one.i)
        elif child.dep_ in {"compound", "nmod", "npadvmod"} and not _inside_name(child, noun, names):
            if _goes_with_participle(child, names):
                continue
            beside = child.nbor(1) if child.i + 1 < noun.i else noun
            flat = child.pos_ == "PROPN" and beside.pos_ == "NOUN" and beside.dep_ == "compound" and beside.head == noun
            yield Argument("compound within" if flat else "compound", child.i)  # "the Rowan campaign spokesman", parsed flat
            for inner in child.children:
                if inner.dep_ == "compound" and inner.pos_ == "PROPN" and child.pos_ == "NOUN":
                    yield Argument("compound within", inner.i)
        elif child.dep_ in {"amod", "nummod"}:
            yield Argument("amod", child.i)
            if child.i in names and child.pos_ == "PROPN" and not _inside_name(child, noun, names):
                # a name that the parser took for an adjective
                yield Argument("compound", child.i)
            for inner in child.children:  # "Miami-based", "government-funded"
                if inner.dep_ in {"npadvmod", "compound", "nmod", "advmod", "dobj"} and inner.i < child.i:
                    yield Argument(f"{child.lemma_.lower()}-compound", inner.i)
            after = child.i + 2
            if child.lower_ in _PREFIXES and after <= noun.i and noun.doc[after - 1].text in {"-", "–"}:  # "the pro-Rowan group"
                yield Argument(f"{child.lower_}-", after)
    unowned = noun.dep_ == "conj" and noun.i in names and not any(c.dep_ == "poss" for c in noun.children)
    if unowned and noun.head.pos_ == "PROPN":  # "Labour's Joan Roe and Imran Lee"
        yield from (Argument("poss", c.i) for c in noun.head.children if c.dep_ == "poss")
    yield from prepositional(noun)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":  # and what hangs on the outer may hang on the inner
        later = [p for p in noun.head.head.children if p.dep_ == "prep" and p.i > noun.i]
        yield from (a for p in later for a in plain(p))
    if names.end(noun) > noun.i + 1:  # "secretary of state for trade"
        yield from prepositional(noun.doc[names.end(noun) - 1])
    for prep in noun.children:  # "the hire of Y by X": the parser may hang "by X" on Y
        if prep.lower_ == "of":
            yield from (a for inner in objects_of(prep) for a in prepositional(inner) if a.role in {"by", "to", "for", "from"})
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ == "VERB":
        yield from (a for a in prepositional(noun.head) if a.token > noun.i)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ in {"VERB", "AUX"}:
        # "in a statement, X was careful": who does what in it
        yield from (Argument("in-subj", t.i) for t in spread(surface_subjects(noun.head.head)))
    held = holders(noun, names)
    alone = bool(held) and held[0] == _title_of(noun, names)  # "President Lee and his wife": one title, one holder
    yield from (Argument("holder", t.i) for t in (held if alone else spread(held)))
    yield from _before_name(noun, names)
    yield from (Argument("appos", c.i) for c in noun.children if c.dep_ == "appos")
    shared = noun.head if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"} else None
    if shared is not None and _is_common(noun):  # "president and chief executive of X" shares both sides
        yield from (Argument("holder", t.i) for t in holders(shared, names))
    for joined in noun.children:
        if joined.dep_ == "conj" and _is_common(noun) and _is_common(joined):
            yield from (a for a in prepositional(joined) if a.role in {"of", "for", "at", "to", "with"})


def _tells_of_others(noun: Token) -> bool:
    """Whether a noun is somebody's by what others than its word tell: "his fellow doctors", "his favourite doctor" aren't his doctors."""
    return any(c.lower_ in _OTHERS for c in noun.lefts)


def _goes_with_participle(first: Token, names: Names) -> bool:
    """Whether a name, by its first word, stands before a participle and not before the noun: "a Norby College-trained surgeon"."""
    name = names.get(first.i)
    over = first.doc[name.end - 1].head if name is not None and name.end - 1 > first.i else first
    return over.dep_ == "amod" and over.tag_ == "VBN" and over.i > first.i


def _whose(owner: Token) -> Token:
    """Whom "whose" means; any other owner itself."""
    if owner.lower_ != "whose":
        return owner
    over = owner.head
    for _ in range(_BRACKET):
        if over.dep_ == "relcl" or over.head == over:
            break
        over = over.head
    return over.head if over.dep_ == "relcl" else owner


def _is_common(token: Token) -> bool:
    return token.pos_ == "NOUN"


def _inside_name(child: Token, noun: Token, names: Names) -> bool:
    mine = names.get(noun.i)
    return mine is not None and mine.start <= child.i < mine.end


def holders(noun: Token, names: Names) -> list[Token]:
    """Who or what a noun or adjective is said of."""
    noun = _owned_by_place(noun, names)
    head = noun.head
    if noun.dep_ in {"attr", "acomp"} and head.pos_ in {"AUX", "VERB"}:
        return [t for t in surface_subjects(head) if t.lower_ not in PARTITIVES]  # one of the prisons isn't the prisons
    if noun.dep_ == "oprd" and head.pos_ in {"AUX", "VERB"}:
        objects = direct_objects(head, is_passive(head))
        return objects or surface_subjects(head)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in {"VERB", "AUX"}:
        objects = direct_objects(head.head, is_passive(head.head))
        return objects or surface_subjects(head.head)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_ in _CAREERS:  # "her role as director"
        return [c for c in head.head.children if c.dep_ == "poss"]
    if noun.dep_ == "appos":
        return [head]
    if noun.dep_ == "amod" and noun.pos_ == "ADJ" and noun.i > head.i and any(c.dep_ == "prep" for c in noun.rights):
        return holders(head, names) or [head]  # "Norby, a pear resistant to blight"
    before = _apposed_before(noun, names)
    if before is not None:
        return holders(before, names)
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
    plain = _is_common(noun) or noun.tag_ == "NNPS"
    found = [c for t in {noun, last} for c in t.children if c.dep_ == "appos" and (c.pos_ == "PROPN" or c.i in names) and plain]
    if found:
        return found
    title = _title_of(noun, names)
    return [title, *_listed_after(noun, names)] if title is not None else []


def _listed_after(title: Token, names: Names) -> Iterator[Token]:
    """Those whom a title in the plural stands before, after the first: "Sens. Lee (D-Ohio), Park and Roe"."""
    if title.tag_ not in {"NNS", "NNPS"} and not title.lower_.endswith("s."):
        return
    doc, i, last = title.doc, names[_after_title(title, names)].end, False
    while not last:
        if i < len(doc) and doc[i].text == "(":
            i = next((n + 1 for n in range(i, min(i + _BRACKET, len(doc))) if doc[n].text == ")"), i + 1)
        start = i
        while i < len(doc) and doc[i].lower_ in {",", "and", "&"}:
            last = last or doc[i].lower_ != ","
            i += 1
        name = names.get(i)
        if i == start or name is None or name.start != i:
            return
        yield doc[name.head]
        i = name.end


def _apposed_before(noun: Token, names: Names) -> Token | None:
    """The role that "a …" or "the …" goes on after, where the parser joined it to a name within: "a fellow at X and a former ambassador",
    "a fellow at X and the editor of Y"."""
    joined = noun.dep_ == "conj" and _is_common(noun) and noun.head.pos_ == "PROPN" and noun.head.dep_ == "pobj"
    determiner = noun.doc[noun.left_edge.i].lower_
    if not joined or determiner not in {"a", "an", "the"}:
        return None
    role = noun.head.head.head
    if determiner == "the" and (names.are_alike(noun, noun.head) or not names.are_alike(noun, role)):
        return None
    return role if _is_common(role) and role.dep_ in {"appos", "attr"} else None


def _loose_apposition(noun: Token, names: Names) -> Token | None:
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


def _owned_by_place(noun: Token, names: Names) -> Token:
    """In "the city of X's contractor" the parser hangs the contractor on "of": where it stands is where "city" stands."""
    outer = noun.head.head
    name = names.get(outer.i)
    owned = noun.dep_ == "pobj" and name is not None and name.start == outer.i and name.end <= noun.i
    return outer if owned and noun.head.lower_ == "of" else noun


def _after_title(noun: Token, names: Names) -> int:
    after = names.end(noun)
    return after + 1 if after < len(noun.doc) and noun.doc[after].text == "." and noun.pos_ == "PROPN" else after


def _title_of(noun: Token, names: Names) -> Token | None:
    """The name that a noun stands before as a title: "Bloomberg spokesperson Julie Wood", "Sens. Lee and Park"."""
    after = _after_title(noun, names)
    name = names.get(after)
    if name is None or name.start != after or noun.pos_ not in {"NOUN", "PROPN"} or noun.i in names:
        return None
    head = noun.doc[name.head]
    inside = noun.dep_ in {"compound", "nmod", "amod", "poss"} and name.start <= noun.head.i < name.end
    over = head.dep_ in {"compound", "appos", "nmod"} and noun.i <= head.head.i < names.end(noun)
    beside = noun.head == head.head and noun.dep_ == head.dep_  # parsed as two subjects of one verb
    return head if inside or over or beside else None


def _before_name(noun: Token, names: Names) -> Iterator[Argument]:
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


def nominalised(noun: Token, arguments: list[Argument]) -> Iterator[Proposition]:
    """An event noun as its verb: "X's hiring of Y", "the hire of Y by X", "X's recruitment of Y"."""
    roles = {"poss": "subj", "by": "subj", "of": "obj"}
    if not any(a.role == "of" for a in arguments) or not any(a.role in {"poss", "by"} for a in arguments):
        return
    moved = [Argument(roles.get(a.role, a.role), a.token) for a in arguments]
    lemma = noun.lemma_.lower()
    for verb in _verbs_of(lemma):
        yield Proposition(noun.i, verb, unique(moved))


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


def participle(token: Token, names: Names) -> Iterator[Proposition]:
    """ "X's hired firm": the noun is what was done to, its possessor who did it."""
    noun = token.head
    arguments = [Argument("obj", t.i) for t in (noun, *holders(noun, names))]
    arguments += [Argument("subj", t.i) for c in noun.children if c.dep_ == "poss" for t in spread([c])]
    arguments += [Argument("subj", c.i) for c in token.children if c.dep_ in {"npadvmod", "compound", "nmod"} and c.i < token.i]
    yield Proposition(
        token.i, token.lemma_.lower(), unique([*arguments, *prepositional(token)]), not any(a.role == "subj" for a in arguments)
    )

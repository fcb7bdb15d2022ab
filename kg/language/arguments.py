"""Arguments by preposition, and what stands for what: relative pronouns, conjuncts, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language.annotations import Argument
from kg.language.lexicon import PARTITIVES, RELATIVES
from kg.language.tokens import Token

_PREPOSITIONS = frozenset({"ADP", "SCONJ", "VERB", "ADV", "PART"})  # the "to" of "to which" is a particle to the tagger
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})


def antecedent(token: Token, verb: Token) -> Token:
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


def objects_of(prep: Token) -> list[Token]:
    return [c for c in prep.children if c.dep_ == "pobj" or (c.dep_ == "pcomp" and c.pos_ not in {"VERB", "AUX", "SCONJ"})]


def spread(tokens: Iterable[Token]) -> Iterator[Token]:
    """Each token and what is joined to it by conjunction; those whom it is said to include instead of it, where they are named."""
    for token in tokens:
        named = [t for t in _included(token) if t.pos_ == "PROPN"] or _named_after(token)
        yield from named or counted(token)
        named_after = [c for c in token.rights if c.dep_ == "appos" and c.left_edge.i == token.i + 1]  # "President Roe and her husband"
        for joined in (c for over in (token, *named_after) for c in over.children):
            if joined.dep_ == "conj" and joined.pos_ in NOMINAL and not _is_excepted(joined) and opened_by(joined) is None:
                yield from spread([joined])


def opened_by(name: Token) -> Token | None:
    """The verb of a second clause whose subject the parser joined to an object of the first: "met voters in Norby and Roe will travel"."""
    after = name.i + 1
    if name.dep_ != "conj" or name.pos_ != "PROPN" or after >= name.sent.end:
        return None
    first = name.doc[after]
    verb = first.head if first.dep_ == "aux" else first
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or first.tag_ == "MD"
    second = verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.head.i < name.head.i and verb.left_edge == first
    return verb if second and finite else None


def _named_after(several: Token) -> list[Token]:
    """All those whom an apposition names: "The biggest donors, Roe and Lee, gave …"."""
    names = [c for c in several.rights if c.dep_ in {"appos", "dep"} and c.pos_ == "PROPN"] if several.tag_ == "NNS" else []
    return list(spread(names)) if any(c.dep_ == "conj" for one in names for c in one.rights) else []


def _included(token: Token) -> list[Token]:
    """ "Unions, including X and Y", "firms such as X"."""
    return [
        one
        for prep in token.rights
        if prep.dep_ == "prep" and (prep.lower_ == "including" or (prep.lower_ == "as" and any(c.lower_ == "such" for c in prep.children)))
        for one in spread(objects_of(prep))
    ]


def _is_excepted(token: Token) -> bool:
    """ "X but not Y"."""
    start = token.left_edge.i
    return token.doc[start].lower_ == "not" or (start > 0 and token.doc[start - 1].lower_ == "not")


def is_ruled_out(prep: Token) -> bool:
    """Whether a preposition says where something is not so: "for X but not for Y", "never for Y", "rather than for Y"; in "is not for Y" it
    is the verb that is denied."""
    before = prep.doc[prep.i - 1].lower_ if prep.i else ""
    if prep.head.lemma_ == "be" and prep.i - 2 == prep.head.i:
        return False
    return before in {"not", "never", "than"} and prep.i - 1 != prep.head.i and (prep.head.i < prep.i - 1)


_SHARED_NOUNS = frozenset("county street avenue island province district river university college prefecture".split())


def counted(token: Token) -> list[Token]:
    """What a mere count is a count of: "thousands of employees", "most of the money"; those who share a noun,
    "Broward and Dade counties"; any other token itself."""
    if token.tag_ == "NNS" and token.lemma_.lower() in _SHARED_NOUNS:
        named = [c for c in token.children if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
        joined = [d for c in named for d in c.children if d.dep_ == "conj" and d.pos_ == "PROPN"]
        if joined:
            return [*named, *joined]
    if token.lower_ in PARTITIVES:
        inner = [t for prep in token.children if prep.lower_ == "of" for t in objects_of(prep)]
        return inner or [token]
    return [token]


def unique(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(dict.fromkeys(arguments))


def prepositional(token: Token) -> list[Argument]:
    """The prepositional arguments of a token, role by the preposition's word or words."""
    found: list[Argument] = []
    for prep in token.children:
        if prep.lower_ == "according" or is_ruled_out(prep):  # who says it, not what is said
            continue
        if (prep.dep_ == "prt" and objects_of(prep)) or (prep.dep_ in {"prep", "dative"} and prep.pos_ in _PREPOSITIONS):
            found += _preposition(prep, token)
            beside = [c for c in prep.rights if c.dep_ == "conj" and c.pos_ == "ADP" and not is_ruled_out(c)]
            found += [a for other in beside for a in _preposition(other, token)]
        elif prep.dep_ == "advmod" and prep.lower_ == "where" and token.dep_ == "relcl":
            found.append(Argument("in", token.head.i))
    return found


def _preposition(prep: Token, over: Token) -> Iterator[Argument]:
    inner = objects_of(prep)
    if not inner and over.dep_ == "relcl" and not list(prep.children):  # "the company she works for"
        inner = [over.head]
    for one in spread([antecedent(t, over) for t in inner]):
        yield Argument(prep.lower_, one.i)
    for one in inner:  # "a firm under contract to X": what hangs on the inner noun may hang on the outer
        yield from (a for p in one.children if p.dep_ == "prep" and p.lower_ not in {"of", "in"} for a in plain(p))
    for nested in prep.children:
        if nested.dep_ == "prep":  # "out of", "on behalf of" keeps both names
            for one in spread(objects_of(nested)):
                yield Argument(f"{prep.lower_} {nested.lower_}", one.i)
                yield Argument(nested.lower_, one.i)
        elif nested.dep_ == "pcomp" and nested.pos_ in {"VERB", "AUX"}:
            yield Argument(f"{prep.lower_} doing", nested.i)


def plain(prep: Token) -> Iterator[Argument]:
    """A preposition's own objects, nothing below them."""
    yield from (Argument(prep.lower_, t.i) for t in spread(objects_of(prep)))

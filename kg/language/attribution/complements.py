"""What a verb takes: its clauses, infinitives, objects and prepositional phrases, each as a range of tokens."""

from __future__ import annotations

from collections.abc import Iterable

from kg.language.attribution.words import VERBS, lemma_of
from kg.language.lexicon import PARTICLES, REPORTED, TAKES_UP
from kg.language.tokens import Token

Range = tuple[int, int]
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PREPOSITIONS = frozenset("about on of to for against with at as from over into upon toward towards by in".split())
# Prepositional phrases that go on with an object: "accused X of …", "blamed X for …", "described X as …"
_AFTER_OBJECT = frozenset("about on of to for against with as from over into".split())
_WHEN = frozenset({"DATE", "TIME"})
_PARTS = frozenset("; : — – -".split())
_FINITE = frozenset({"aux", "auxpass", "cop", "mark"})


def complements(verb: Token) -> dict[str, Range]:
    """The verb's complements by name, at most one of each.

    Names: `clause` (finite, or one that the verb is put into or after), `infinitive`, `ing`, `bare` ("saw him go"), `object`, `predicate`
    ("called X a liar": object and predicate together), `object infinitive`, `object ing`, `object as` and so on for each preposition (the
    object with the phrase), and each preposition alone (the phrase without it).
    """
    found: dict[str, Range] = {}
    objects: list[Token] = []
    for child in verb.children:
        dep = child.dep_
        if dep == "ccomp":
            _put_clause(found, verb, child)
        elif dep == "xcomp":
            _put(found, _nonfinite(child), child)
        elif dep in {"oprd", "acomp"}:
            _put(found, "predicate", child)
        elif dep == "dobj":
            objects.append(child)
        elif dep == "parataxis" and child.i < verb.i:
            _put(found, "clause", child)
        elif dep == "prep" and child.i > verb.i and child.lower_ in _PREPOSITIONS and child.right_edge.i > child.i:
            inner = next((c for c in child.rights if c.dep_ == "pobj"), None)
            _put_range(found, child.lower_, (child.i + 1, _nominal_end(inner) if inner is not None else child.right_edge.i + 1))
    for thing in objects[:1]:
        _with_object(found, verb, thing)
    if "clause" not in found and "clause" in VERBS.get(lemma_of(verb), {}):
        stray = _stray_clause(verb)
        if stray is not None:
            _put(found, "clause", stray)
    return found


def _stray_clause(verb: Token) -> Token | None:
    """A clause that the parser hung on something else: as an adverbial without conjunction, or on the one who is told."""
    for child in verb.rights:
        if child.dep_ == "advcl" and _is_whole(child) and not any(c.dep_ in {"mark", "advmod"} for c in child.lefts):
            return child
        if child.lemma_ in REPORTED and verb.lemma_ in TAKES_UP:  # "cited reports that …"
            continue
        for one in (below for inner in child.rights for below in (inner, *inner.rights)):
            if one.dep_ in {"relcl", "acl"} and _is_whole(one) and _has_that(one):
                return one
    return None


def _has_that(clause: Token) -> bool:
    """Whether "that" is the clause's conjunction, not its subject or object."""
    return any(c.lower_ == "that" and c.dep_ in {"mark", "advmod"} for c in clause.lefts)


def _is_whole(clause: Token) -> bool:
    finite = clause.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} and c.lower_ != "to" for c in clause.lefts)
    return finite and any(c.dep_ in _SUBJECTS for c in clause.lefts)


def _put(found: dict[str, Range], name: str, token: Token) -> None:
    _put_range(found, name, (token.left_edge.i, token.right_edge.i + 1))


def _put_range(found: dict[str, Range], name: str, span: Range) -> None:
    """Keep a complement; one that follows another of its name joins it."""
    old = found.get(name)
    found[name] = span if old is None else join((old, span)) if name != "clause" or span[0] <= old[1] else old


def _put_clause(found: dict[str, Range], verb: Token, child: Token) -> None:
    """Keep a `ccomp`; a clause behind the verb takes the place of one before it that a semicolon makes independent."""
    name = _clausal(child, verb)
    span = (child.left_edge.i, _clause_end(child) if child.i > verb.i else child.right_edge.i + 1)
    if span[1] <= verb.i and verb.doc[span[1]].text == ";":
        return  # "X left the firm; Y has ruled himself out"
    old = found.get(name)
    if name == "clause" and old is not None and old[1] <= verb.i < span[0] and verb.doc[old[1]].text in _PARTS:
        del found[name]
    _put_range(found, name, span)


def _clause_end(clause: Token) -> int:
    """Where a clause ends: before a participle behind a comma that goes on with the verb over it ("said the firm grew, adding that …")."""
    for child in clause.rights:
        participle = child.dep_ == "advcl" and child.tag_ == "VBG" and child.left_edge == child
        if participle and clause.doc[child.i - 1].text == "," and "clause" in VERBS.get(lemma_of(child), {}):
            return child.i - 1
    return clause.right_edge.i + 1


def _nominal_end(noun: Token) -> int:
    """Where a noun phrase ends: before a relative clause behind a comma, which is the article's own."""
    for child in noun.rights:
        start = child.left_edge.i
        if child.dep_ == "relcl" and noun.doc[start - 1].text in {",", "-", "–", "—"}:
            return start - 1
    return noun.right_edge.i + 1


def _clausal(child: Token, verb: Token) -> str:
    """What a `ccomp` is: the parser gives that name to small clauses and infinitives with a subject too."""
    if child.pos_ not in {"VERB", "AUX"}:
        small = any(c.dep_ in _SUBJECTS for c in child.children) and not any(c.dep_ in _FINITE for c in child.children)
        return "predicate" if small and child.i > verb.i else "clause"
    if child.tag_ == "VB" and child.i > verb.i:
        return _nonfinite(child) if not _is_finite(child) else "clause"
    if child.tag_ == "VBG" and child.i > verb.i and not any(c.dep_ == "aux" for c in child.children):
        return "ing"
    return "clause"


def _nonfinite(child: Token) -> str:
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
        return "infinitive"
    if child.tag_ == "VBG" or any(c.dep_ == "aux" and c.tag_ == "VBG" for c in child.children):
        return "ing"
    return "predicate" if child.pos_ not in {"VERB", "AUX"} else "bare"


def _is_finite(verb: Token) -> bool:
    return _has_that(verb) or any(c.dep_ in {"aux", "auxpass"} and c.lower_ != "to" for c in verb.children)


def _with_object(found: dict[str, Range], verb: Token, thing: Token) -> None:
    start, end = thing.left_edge.i, _nominal_end(thing)
    if thing.i < verb.i:
        found.setdefault("object", (start, end))
        return
    for name in ("predicate", "infinitive", "ing", "bare"):
        if name in found:
            longer = (min(start, found[name][0]), max(end, found[name][1]))
            found[name if name == "predicate" else f"object {name}"] = longer
            if name == "predicate":
                break
    last = end
    whole = end == thing.right_edge.i + 1
    for child in verb.children if whole else ():
        if child.i >= last and child.dep_ == "prep" and child.lower_ in _AFTER_OBJECT and not _is_time(child):
            last = child.right_edge.i + 1
            found.setdefault(f"object {child.lower_}", (start, last))
    found["object"] = (start, last)


def _is_time(prep: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in _WHEN for c in prep.children)


def particle(verb: Token) -> str:
    """The verb's particle ("out" of "point out"), or nothing."""
    return next((c.lower_ for c in verb.children if c.dep_ == "prt" and c.lower_ in PARTICLES), "")


def passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


def join(ranges: Iterable[Range]) -> Range:
    several = list(ranges)
    return min(s for s, _ in several), max(e for _, e in several)

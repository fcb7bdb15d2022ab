"""Attributions by a verb: "X said that …", "…, X said", "X criticized Y for …", "X vowed to …"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.language.annotations import Stance
from kg.language.attribution.complements import Range, complements, particle, passive_subject
from kg.language.attribution.draft import Draft, draft, single
from kg.language.attribution.sources import Source, agent, subject
from kg.language.attribution.words import VERBS, lemma_of
from kg.language.clauses import is_passive
from kg.language.lexicon import CLOSE_QUOTES, DENY, DOUBT, OPEN_QUOTES
from kg.language.tokens import Token

_FIRST = (
    "clause", "predicate", "object infinitive", "infinitive", "ing", "bare", "object as", "object with", "object of", "object for",
    "object about", "object",
)  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(_FIRST)}  # of several complements the first listed holds the content, a preposition last
_OBJECT = ("object", "predicate")
_BEYOND_PASSIVE = ("predicate", "infinitive", "as", "for", "of")
_NO_SPEAKERS = frozenset({"it", "there"})
_NO_PARTICLES = frozenset({"up", "down", "off"})  # with one of these a verb that isn't listed so means something else


def by_verb(verb: Token) -> Draft | None:
    """The attribution that a verb makes; None where it isn't one of the listed verbs, or takes nothing that holds a content."""
    takes = _takes(verb)
    if takes is None:
        return _as_put(verb) if verb.lemma_ == "put" and verb.dep_ == "advcl" else None
    found = complements(verb)
    chosen = min((name for name in found if name in takes), key=lambda name: (_RANK.get(name, len(_RANK)), found[name]), default=None)
    if is_passive(verb):
        return _passive(verb, found, takes, chosen)
    source = subject(verb)
    if chosen is None:
        return _draft(verb, source, _enclosing(verb), takes["clause"]) if source is not None and "clause" in takes else None
    if source is None:
        return _by_neighbour(verb, found[chosen]) if chosen == "clause" and takes[chosen] == "speech" else None
    if source[1].lower_ in _NO_SPEAKERS and chosen != "clause":
        return None
    return _draft(verb, source, [found[chosen]], takes[chosen])


def _as_put(verb: Token) -> Draft | None:
    """ "As X put it, …"."""
    source = subject(verb)
    it = any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.rights)
    quoted = _quoted_next(verb)
    return draft(source, single(verb), [quoted] if quoted else _enclosing(verb)) if it and source is not None else None


def _quoted_next(verb: Token) -> Range | None:
    """The quotation that comes after a verb in its sentence: of what is around it no more need be the speaker's."""
    doc, end = verb.doc, verb.sent.end
    start = next((i for i in range(verb.i, end) if doc[i].text in OPEN_QUOTES), end)
    last = next((i for i in range(start + 1, end) if doc[i].text in CLOSE_QUOTES), end)
    return (start + 1, last) if start + 1 < last else None


def _takes(verb: Token) -> Mapping[str, Stance] | None:
    lemma = lemma_of(verb)
    plain = VERBS.get(lemma)
    phrasal = particle(verb) if plain is None or verb.rights else ""
    if not phrasal:
        return plain
    return VERBS.get(f"{lemma} {phrasal}", None if phrasal in _NO_PARTICLES else plain)


def _draft(verb: Token, source: Source | None, pieces: list[Range], stance: Stance) -> Draft | None:
    lemma = lemma_of(verb)
    return draft(source, single(verb), pieces, stance, denies=lemma in DENY, doubts=lemma in DOUBT)


def _passive(verb: Token, found: Mapping[str, Range], takes: Mapping[str, Stance], chosen: str | None) -> Draft | None:
    """ "It was said by X that …"; of "X was praised by Y for Z" the content is X and what follows."""
    by = agent(verb)
    source = (by, by) if by is not None else None
    if chosen == "clause":
        return _draft(verb, source, [found[chosen]], takes[chosen]) if source is not None or takes[chosen] == "speech" else None
    thing = passive_subject(verb)
    stance = next((stance for name, stance in takes.items() if name.startswith(_OBJECT)), None)
    if source is None or thing is None or stance is None:
        return None
    pieces = [(thing.left_edge.i, thing.right_edge.i + 1)]
    pieces += [found[name] for name in _BEYOND_PASSIVE if name in found][:1]
    return _draft(verb, source, pieces, stance)


def _by_neighbour(verb: Token, clause: Range) -> Draft | None:
    """A verb of saying without a subject in the parse: the name before it speaks, else nobody that is named."""
    if any(c.dep_ == "nsubj" for c in verb.children):  # "That said, …"
        return None
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    named = before is not None and before.pos_ == "PROPN" and not clause[0] <= before.i < clause[1]
    return _draft(verb, (before, before) if before is not None and named else None, [clause], "speech")


def _enclosing(verb: Token) -> list[Range]:
    """The clause that a verb without one of its own is put into: "The firm, X said, hired …", "As X said, …"."""
    over = verb.head
    inserted = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts))
    if not inserted or over.pos_ not in {"VERB", "AUX"}:
        return []
    start, end, left, right = over.left_edge.i, over.right_edge.i + 1, verb.left_edge.i, verb.right_edge.i + 1
    return [(s, e) for s, e in ((start, left), (right, end)) if s < e]
